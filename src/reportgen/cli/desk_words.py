"""What `desk` says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DESK_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "desk": (
            "Mở bàn làm việc trong trình duyệt: soạn, sửa lỗi, xem, lập và lưu trữ văn bản.\n\n"
            "`reportgen desk [THƯ_MỤC]` là `reportgen desk open [THƯ_MỤC]`; các tùy chọn xem ở "
            "`reportgen desk open --help`. Nhiều người dùng chung trong mạng nội bộ thì lập danh sách "
            "người dùng bằng `reportgen desk adduser`.",
            "Open the desk in a browser: write, mend, look at, build and archive the papers.\n\n"
            "`reportgen desk [FOLDER]` is `reportgen desk open [FOLDER]`; its options are told by "
            "`reportgen desk open --help`. For several people of an office, make a list of users with "
            "`reportgen desk adduser`.",
        ),
        "desk open help": (
            "Mở bàn làm việc cho một thư mục; đây là lệnh khi chỉ ghi `reportgen desk`.\n\nLàm việc với các tệp dữ "
            "liệu của thư mục (hoặc của thư mục inputs trong đó); mọi thay đổi ghi ngay vào tệp, 50 bản gần nhất lấy "
            "lại được. In ra một địa chỉ chỉ mở được trên máy này, trừ khi ghi --users. Nhấn Ctrl-C để dừng.",
            "Open the desk for a folder; the command where only `reportgen desk` is written.\n\nWorks on the inputs of "
            "the folder (or of inputs inside it); every change is saved at once, and the last 50 states can be taken "
            "back. Prints an address that opens on this machine only, unless --users is given. Ctrl-C ends it.",
        ),
        "desk open": (
            "Bàn làm việc của {folder}: {address} (nhấn Ctrl-C để dừng)",
            "The desk of {folder}: {address} (Ctrl-C ends it)",
        ),
        "desk port": (
            "Cổng; không ghi thì lấy 8725, hoặc một cổng còn trống.",
            "The port; 8725 by default, or any that is free.",
        ),
        "desk file": ("TỆP", "FILE"),
        "desk address": ("ĐỊA_CHỈ", "ADDRESS"),
        "desk name": ("TÊN", "NAME"),
        "desk host": (
            "Địa chỉ để nghe; 0.0.0.0 là mọi máy trong mạng vào được. Khác máy này thì phải có --users.",
            "Where to listen; 0.0.0.0 lets all machines of the network in. Other than this machine's own asks for "
            "--users.",
        ),
        "desk users": (
            "Danh sách người dùng, lập bằng `reportgen desk adduser`; ai vào cũng phải đăng nhập.",
            "The list of users, made by `reportgen desk adduser`; everybody must log in.",
        ),
        "desk proxy": (
            "Có máy chủ web (nginx, Caddy) trên máy này nhận HTTPS ở tên ấy rồi chuyển vào; chỉ nhận "
            "những gì nó chuyển.",
            "A web server of this machine (nginx, Caddy) takes HTTPS at that name and hands it on; nothing "
            "else is taken.",
        ),
        "desk insecure": (
            "Chấp nhận không có HTTPS: mật khẩu và số liệu đi qua mạng mà không được mã hóa.",
            "Do without HTTPS: passwords and figures go over the network for all to read.",
        ),
        "desk adduser": (
            "Thêm người dùng của bàn làm việc, hoặc đổi mật khẩu của người đã có.\n\nTệp chưa có thì được lập, chỉ chủ "
            "của nó đọc được. Mật khẩu được hỏi hai lần, không hiện ra và không ghi ở đâu (chỉ có mã băm argon2id).",
            "Add a user of the desk, or change a user's password.\n\nA file that is not there is made; only its owner "
            "can read it. The password is asked for twice, is not shown and stands nowhere (only its argon2id hash "
            "does).",
        ),
        "desk removeuser": (
            "Bỏ một người dùng của bàn làm việc; các phiên đang mở của người ấy kết thúc ngay.",
            "Take a user of the desk out; sessions of that user end at once.",
        ),
        "ask password": ("Mật khẩu của {name}: ", "Password of {name}: "),
        "ask again": ("Gõ lại mật khẩu: ", "Once more: "),
        "user added": ("Đã thêm {name} vào {file}.", "{name} was added to {file}."),
        "password changed": (
            "Đã đổi mật khẩu của {name}; phải đăng nhập lại.",
            "The password of {name} was changed; a new login is needed.",
        ),
        "user removed": ("Đã bỏ {name} khỏi {file}.", "{name} was taken out of {file}."),
    }
)
