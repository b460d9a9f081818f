"""Codes of a desk that several people share (B944-B954)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "B944": Entry(
            Severity.ERROR,
            Wording(
                "Bàn làm việc mở cho máy khác ({host}) thì phải biết ai được vào.",
                "Lập danh sách bằng `reportgen desk adduser nguoi-dung.txt TÊN`, rồi thêm `--users nguoi-dung.txt`.",
            ),
            Wording(
                "A desk that other machines reach ({host}) must know who may come in.",
                "Make a list with `reportgen desk adduser users.txt NAME`, and add `--users users.txt`.",
            ),
            "reportgen desk --host 0.0.0.0",
        ),
        "B945": Entry(
            Severity.ERROR,
            Wording(
                "Không dùng được tệp “{file}” của bàn làm việc chung: {reason}.",
                "Kiểm tra đường dẫn và quyền đọc, ghi của người chạy lệnh.",
            ),
            Wording(
                "The file “{file}” of the shared desk cannot be used: {reason}.",
                "Check its path, and whether who runs the command may read and write it.",
            ),
        ),
        "B946": Entry(
            Severity.ERROR,
            Wording(
                "Người khác trên máy cũng đọc được danh sách người dùng “{file}”.",
                "Chỉ để chủ của tệp đọc: chmod 600 {file}",
            ),
            Wording(
                "Others on this machine can read the list of users “{file}”.",
                "Let only its owner read it: chmod 600 {file}",
            ),
        ),
        "B947": Entry(
            Severity.ERROR,
            Wording(
                "Dòng này của danh sách người dùng không do `reportgen desk adduser` ghi, hoặc lặp lại một tên.",
                "Xóa dòng ấy rồi thêm người dùng lại bằng `reportgen desk adduser`.",
            ),
            Wording(
                "This line of the list of users was not written by `reportgen desk adduser`, or repeats a name.",
                "Remove it and add the user again with `reportgen desk adduser`.",
            ),
        ),
        "B948": Entry(
            Severity.ERROR,
            Wording(
                "“{name}” không dùng làm tên người dùng được.",
                "Dùng chữ, số, dấu cách, dấu chấm, gạch nối; có ít nhất một chữ cái, dài không quá 40 chữ.",
            ),
            Wording(
                "“{name}” cannot be a user's name.",
                "Use letters, digits, blanks, dots and hyphens, with one letter at least and no more than 40.",
            ),
            "reportgen desk adduser nguoi-dung.txt ../lan   (đúng: “Nguyễn Thị Lan”)",
        ),
        "B949": Entry(
            Severity.ERROR,
            Wording(
                "Mật khẩu phải dài từ {least} đến {most} ký tự.",
                "Dùng một câu dễ nhớ mà người khác không đoán được; chưa có gì được ghi.",
            ),
            Wording(
                "A password has {least} to {most} characters.",
                "Take a sentence that you remember and nobody guesses; nothing was written.",
            ),
        ),
        "B950": Entry(
            Severity.ERROR,
            Wording(
                "{name} đang sửa tệp này, nên chưa ghi được.",
                "Chờ người ấy đóng tệp, hoặc sau 10 phút người ấy không sửa gì thì nhận sửa.",
            ),
            Wording(
                "{name} is changing this file; nothing was written.",
                "Wait until it is closed, or take it over when nothing was changed for 10 minutes.",
            ),
        ),
        "B951": Entry(
            Severity.ERROR,
            Wording("Không có người dùng nào tên là “{name}”.", "Xem các tên ở đầu mỗi dòng của danh sách người dùng."),
            Wording("There is no user “{name}”.", "The names stand at the beginning of each line of the list."),
        ),
        "B952": Entry(
            Severity.ERROR,
            Wording("Hai lần gõ mật khẩu không giống nhau.", "Chạy lại lệnh; chưa có gì được ghi."),
            Wording("The two passwords differ.", "Run the command again; nothing was written."),
        ),
        "B953": Entry(
            Severity.ERROR,
            Wording(
                "Mở ra mạng ở {host} mà không có HTTPS thì mật khẩu và số liệu đi qua mạng không được mã hóa.",
                "Bỏ --host, đặt một máy chủ web có HTTPS trên máy này rồi ghi --behind-proxy TÊN (xem sổ tay, mục "
                "“Dùng chung trong mạng nội bộ”); mạng dây riêng, chấp nhận được thì thay bằng --insecure.",
            ),
            Wording(
                "Open to the network at {host} without HTTPS, passwords and figures can be read by all on it.",
                "Leave --host out, put a web server with HTTPS on this machine and give --behind-proxy NAME (see the "
                "manual); on a wired network of your own, where that is acceptable, give --insecure instead.",
            ),
            "reportgen desk --host 0.0.0.0 --users nguoi-dung.txt",
        ),
        "B954": Entry(
            Severity.ERROR,
            Wording("Danh sách người dùng “{file}” chưa có ai.", "Thêm người dùng: reportgen desk adduser {file} TÊN"),
            Wording("The list of users “{file}” is empty.", "Add a user: reportgen desk adduser {file} NAME"),
        ),
    }
)
