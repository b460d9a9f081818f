"""Two people of an office in real browsers. Runs where Chromium is installed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import quote

import pytest

from conftest import FICTIONAL
from reportgen.desk import Folder, Served
from reportgen.desk import Shared as At
from reportgen.desk.people import put_person

from .test_browser import TELEPHONE, axe, browser, text

__all__ = ["browser"]
LAN, MINH, PASSWORD = "Nguyễn Thị Lan", "Trần Văn Minh", "mật khẩu đủ dài"


class Window:
    """A window of somebody who logs in."""

    def __init__(self, browser: Any, address: str, **how: Any) -> None:
        self.context = browser.new_context(**how)
        self.page = self.context.new_page()
        self.address = address
        self.page.goto(address)

    def login(self, name: str, password: str = PASSWORD) -> Any:
        self.page.get_by_label("Họ tên").fill(name)
        self.page.get_by_label("Mật khẩu").fill(password)
        self.page.keyboard.press("Enter")
        return self.page

    def open(self, name: str) -> Any:
        self.page.wait_for_selector("body.ready #tabs a")
        self.page.evaluate(f"location.hash = '#/{quote(name)}/indicators'")
        self.page.wait_for_selector(".cell")
        return self.page


@contextmanager
def shared(folder: Path, *names: str) -> Iterator[str]:
    """The address of a desk that these people share."""
    users = folder / "nguoi-dung.txt"
    for name in names:
        put_person(users, name, PASSWORD)
    served = Served(Folder(folder), At(users), "vi")
    thread = Thread(target=served.serve)
    thread.start()
    try:
        yield f"http://127.0.0.1:{served.port}/"
    finally:
        served.stop()
        thread.join()


def test_one_writes_the_other_reads_and_takes_over_when_the_file_is_free(browser: Any, folder: Path) -> None:
    with shared(folder, LAN, MINH) as address:
        _two_people(browser, folder, address)


def _two_people(browser: Any, folder: Path, address: str) -> None:
    lan, minh = Window(browser, address), Window(browser, address)
    lan.login(LAN, "không phải mật khẩu").get_by_role("alert").wait_for()
    page = lan.login(LAN) and lan.open(FICTIONAL.name)
    other = minh.login(MINH) and minh.open(FICTIONAL.name)
    other.locator("#holding", has_text=f"Đang sửa: {LAN}").wait_for()
    other.locator('.row[aria-rowindex="8"] .cell').nth(2).click()
    other.keyboard.type("1,0 tỷ đồng")
    other.keyboard.press("Enter")
    page.locator('.row[aria-rowindex="8"] .cell').nth(2).click()
    page.keyboard.type("6.900,0 tỷ đồng")
    page.keyboard.press("Enter")
    page.wait_for_timeout(250)
    page.wait_for_selector("#saving[data-state=saved]", state="attached")
    assert "6.900,0 tỷ đồng" in text(folder, FICTIONAL.name)
    assert "thực hiện: 1,0 tỷ đồng" not in text(folder, FICTIONAL.name)
    other.locator(".cell", has_text="6.900,0").first.wait_for()
    assert axe.Axe().run(other).violations_count == 0, axe.Axe().run(other).generate_report()
    page.get_by_role("button", name="Đăng xuất").click()
    page.get_by_role("heading", name="Đăng nhập").wait_for()
    other.get_by_role("button", name="Nhận sửa").click()
    other.wait_for_selector("#holding", state="hidden")
    other.locator('.row[aria-rowindex="8"] .cell').nth(2).click()
    other.keyboard.type("7.000,0 tỷ đồng")
    other.keyboard.press("Enter")
    other.wait_for_timeout(250)
    other.wait_for_selector("#saving[data-state=saved]", state="attached")
    assert "7.000,0 tỷ đồng" in text(folder, FICTIONAL.name)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wrong_with_the_login_page_for_anybody(browser: Any, folder: Path, scheme: str) -> None:
    with shared(folder, LAN) as address:
        window = Window(browser, address, viewport=TELEPHONE, color_scheme=scheme)
        window.login(LAN, "sai").get_by_role("alert").wait_for()
        found = axe.Axe().run(window.page)
        assert found.violations_count == 0, found.generate_report()
        assert window.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_login_page_needs_no_script(browser: Any, folder: Path) -> None:
    with shared(folder, LAN) as address:
        window = Window(browser, address, java_script_enabled=False)
        window.login(LAN).wait_for_url(address)
        assert "Trang này cần JavaScript" in window.page.content()
