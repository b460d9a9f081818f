"""The page that asks for name and password. It needs no script."""

from __future__ import annotations

from html import escape
from pathlib import Path

from starlette.responses import HTMLResponse, Response

LOGIN, LOGOUT = "/dang-nhap", "/dang-xuat"
PAGE = Path(__file__).parent / "static" / "login.html"
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
WORDS = {
    "title": ("Đăng nhập bàn làm việc", "Log in to the desk"),
    "name": ("Họ tên", "Name"),
    "password": ("Mật khẩu", "Password"),
    "enter": ("Đăng nhập", "Log in"),
    "help": (
        "Quên mật khẩu thì báo người quản trị máy chủ.",
        "If you have forgotten the password, tell the administrator.",
    ),
}
WRONG = ("Họ tên hoặc mật khẩu không đúng.", "The name or the password is wrong.")
TOO_OFTEN = (
    "Đã thử sai quá nhiều lần. Đợi 15 phút rồi thử lại, hoặc báo người quản trị.",
    "Too many failed tries. Wait for 15 minutes, or tell the administrator.",
)


def login_page(lang: str, why: tuple[str, str] | None = None, status: int = 200) -> Response:
    """The page, and why it is shown again."""
    english = lang == "en"
    content = PAGE.read_text("utf-8").replace("%lang%", lang)
    for key, pair in WORDS.items():
        content = content.replace(f"%{key}%", escape(pair[english]))
    message = f'<p class="wrong" id="why" role="alert">{escape(why[english])}</p>' if why else ""
    described = ' aria-describedby="why" aria-invalid="true"' if why else ""
    content = content.replace("%why%", message).replace("%described%", described)
    # A form's origin is only told where its page may tell where it comes from.
    headers = {"Content-Security-Policy": POLICY, "Referrer-Policy": "same-origin"}
    return HTMLResponse(content, status, headers)
