"""What `aggregate` and `collect` say, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

PROVINCE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "aggregate": (
            "Tổng hợp tệp của các xã, phường thành tệp dữ liệu của tỉnh.\n\nChỉ tiêu được ghép theo khóa và theo tên; "
            "chỗ chưa chắc hỏi trong tệp ghép.yaml. Số được đổi về một đơn vị đo rồi cộng; tỷ lệ chỉ tính bình quân "
            "khi biết quyền số. Mỗi tổng số ghi rõ lấy từ tệp nào, dòng nào, thiếu đơn vị nào.",
            "Add the files of communes up into the input of their province.\n\nIndicators are matched by key and name; "
            "what is not certain is asked in ghép.yaml. Values are converted and added; rates are only averaged by a "
            "known weight. Each total tells the files and lines that it is of, and who is missing.",
        ),
        "aggregate output": (
            "Viết tệp dữ liệu của tỉnh vào đây; có sẵn thì không ghi đè, trừ khi kèm --force.",
            "Write the province's input here; one that exists is only written over with --force.",
        ),
        "aggregate force": ("Ghi đè tệp đã có.", "Write over an existing file."),
        "aggregate matches": (
            "Tệp hỏi và trả lời; không ghi thì là ghép.yaml bên cạnh tệp kết quả.",
            "The file of questions and answers; ghép.yaml beside the result without it.",
        ),
        "aggregate expected": (
            "Danh sách đơn vị phải gửi (.yaml, .csv), để kê đơn vị còn thiếu.",
            "List of the units expected (.yaml, .csv), so that missing ones are named.",
        ),
        "aggregate published": (
            "Tệp dữ liệu của tỉnh đã công bố; số của đơn vị được đối chiếu với “theo đơn vị” trong đó.",
            "The province's published input; units are held against its “theo đơn vị”.",
        ),
        "aggregate unit": ("Tên đơn vị tổng hợp: tỉnh Minh Họa.", "The name of the unit above: tỉnh Minh Họa."),
        "aggregate year": (
            "Năm được tổng hợp; không ghi thì là năm của phần lớn các tệp.",
            "Year under review; that of most files without it.",
        ),
        "aggregate done": (
            "{file}: {units} đơn vị, {indicators} chỉ tiêu ({ranked} chỉ tiêu chỉ xếp hạng); nguồn từng số: {trace}",
            "{file}: {units} units, {indicators} indicators ({ranked} only ranked); where each figure is from: {trace}",
        ),
        "aggregate exists": (
            "{file} đã có; thêm --force để ghi đè, hoặc ghi tên khác sau -o.",
            "{file} exists; add --force to write over it, or name another one.",
        ),
        "collect": (
            "Kiểm tra các tệp đơn vị đã gửi: ai gửi, ai có lỗi, ai khác số liệu lưu trữ, ai chưa gửi.\n\nIn ra bảng; "
            "ghi được thành CSV, trang HTML để dán bảng tin, và văn bản đôn đốc từng đơn vị còn nợ.",
            "Check what units have sent: who has, who has errors, who contradicts the archive, who is in arrears.\n\n"
            "As a table, CSV, an HTML page for the wall, and a reminder for each unit in arrears.",
        ),
        "folder": ("THƯ_MỤC", "FOLDER"),
        "list": ("DANH_SÁCH", "LIST"),
        "collect expected": ("Danh sách đơn vị phải gửi (.yaml, .csv).", "List of the units expected (.yaml, .csv)."),
        "collect archive": (
            "Kho lưu trữ: số năm trước trong tệp được đối chiếu với kho.",
            "The archive that last year's figures are held against.",
        ),
        "collect output": ("Ghi bảng vào tệp .html hoặc .csv.", "Write the table as .html or .csv."),
        "collect reminders": (
            "Ghi văn bản đôn đốc từng đơn vị vào thư mục này.",
            "Write a reminder for each unit in arrears into this folder.",
        ),
        "collect due": ("Hạn gửi, ghi vào văn bản đôn đốc: 05/12/2025.", "The due day that the reminders tell."),
        "collect year": (
            "Năm phải gửi; không ghi thì là năm của phần lớn các tệp.",
            "Year expected; that of most files.",
        ),
        "collect kind": ("Tệp kết quả sau -o phải là .html hoặc .csv.", "The file behind -o must be .html or .csv."),
        "collect summary": (
            "{good}/{all} đơn vị đã gửi tệp dùng được; {mend} đơn vị phải sửa; {absent} đơn vị chưa gửi.",
            "{good} of {all} units have sent a good file; {mend} have to mend theirs; {absent} have sent none.",
        ),
        "collect title": ("Tiến độ gửi số liệu tổng kết năm {year}", "Year-end figures of {year}: who has sent"),
        "collect caption": (
            "Kết quả kiểm tra các tệp đã nhận, theo từng đơn vị.",
            "What was found in the files received, unit by unit.",
        ),
        "collect count good": ("Đã gửi, dùng được", "Sent and good"),
        "collect count mend": ("Phải sửa, gửi lại", "To be mended"),
        "collect count absent": ("Chưa gửi", "Nothing sent"),
        "collect count all": ("Tổng số đơn vị", "All units"),
        "collect column number": ("STT", "No."),
        "collect column unit": ("Đơn vị", "Unit"),
        "collect column state": ("Tình trạng", "State"),
        "collect column errors": ("Lỗi", "Errors"),
        "collect column warnings": ("Cảnh báo", "Warnings"),
        "collect column archive": ("Khác lưu trữ", "Off archive"),
        "collect column file": ("Tệp", "File"),
        "collect absent": ("chưa gửi", "nothing sent"),
        "collect unreadable": ("tệp không đọc được", "unreadable"),
        "collect old": ("tệp của năm khác", "another year"),
        "collect double": ("gửi hai tệp", "two files"),
        "collect errors": ("có lỗi", "has errors"),
        "collect contradicts": ("dùng được, khác lưu trữ", "good, off the archive"),
        "collect good": ("dùng được", "good"),
        "reminders written": ("{folder}: {count} văn bản đôn đốc", "{folder}: {count} reminders"),
    }
)
