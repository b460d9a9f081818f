"""Codes of the input's structure (K2xx) and of its dates (D6xx)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "K201": Entry(
            Severity.ERROR,
            Wording("Không có mục nào tên là “{key}” ở chỗ này.", "Có phải ý là “{guess}”?"),
            Wording("Unknown key “{key}” here.", "Did you mean “{guess}”?"),
            "đơn vi: phường Bình An  →  đơn vị: phường Bình An",
        ),
        "K202": Entry(
            Severity.ERROR,
            Wording("Mục “{key}” viết hai lần dưới hai cách gọi.", "Giữ lại một mục “{name}”."),
            Wording("“{key}” repeats a key under another name.", "Keep one “{name}”."),
            "năm: 2023\nyear: 2023",
        ),
        "K203": Entry(
            Severity.ERROR,
            Wording("Thiếu mục bắt buộc “{key}”.", "Thêm dòng “{key}: …” vào đây."),
            Wording("The required key “{key}” is missing.", "Add a line “{key}: …” here."),
            "đơn vị: phường Bình An   (thiếu “năm”)",
        ),
        "K204": Entry(
            Severity.ERROR,
            Wording("Mục này để trống.", "Điền nội dung, hoặc xóa cả dòng nếu không có gì để ghi."),
            Wording("This entry is empty.", "Fill it in, or delete the line."),
            'tên: ""',
        ),
        "K205": Entry(
            Severity.ERROR,
            Wording("“{text}” không phải là “có” hay “không”.", "Viết có hoặc không."),
            Wording("“{text}” is neither yes nor no.", "Write có or không."),
            "hư cấu: hơi hơi  →  hư cấu: có",
        ),
        "K206": Entry(
            Severity.ERROR,
            Wording(
                "Mục “{key}” cần một dòng chữ, không phải danh sách hay các mục con.", "Viết giá trị ngay sau “{key}:”."
            ),
            Wording("“{key}” takes a text, not a list or a mapping.", "Write the value right after “{key}:”."),
            "tên: [a, b]  →  tên: phường Bình An",
        ),
        "K207": Entry(
            Severity.ERROR,
            Wording("Mục “{key}” cần các mục con.", "Xuống dòng, lùi vào và viết từng mục con dạng “tên: nội dung”."),
            Wording("“{key}” takes keys of its own.", "Start a new line, indent, and write “key: value” lines."),
            "hội nghị: [14/12/2023]  →  hội nghị:\n  ngày: 14/12/2023",
        ),
        "K208": Entry(
            Severity.ERROR,
            Wording("Không có mục nào tên là “{key}” ở chỗ này.", "Ở đây có thể viết: {names}."),
            Wording("Unknown key “{key}” here.", "Possible keys: {names}."),
            "thời tiết: đẹp",
        ),
        "K209": Entry(
            Severity.ERROR,
            Wording(
                "“{key}” là tên một mục con của chỉ tiêu, không đặt làm tên chỉ tiêu được.",
                "Nếu đây là mục của chỉ tiêu ở trên thì lùi dòng này vào, thẳng hàng với các mục khác của chỉ tiêu đó.",
            ),
            Wording(
                "“{key}” is a key of indicators and no name for one.",
                "Indent the line if it belongs to the indicator above.",
            ),
            "chỉ tiêu:\n  thu:\n    thực hiện: 5 tỷ đồng\n  năm sau: 6 tỷ đồng",
        ),
        "D601": Entry(
            Severity.ERROR,
            Wording("Không có ngày “{text}” trên lịch.", "Xem lại ngày và tháng; thứ tự viết là ngày/tháng/năm."),
            Wording("“{text}” is not a day of the calendar.", "Check day and month; the order is day/month/year."),
            "ngày: 31/11/2023  →  ngày: 30/11/2023",
        ),
        "D602": Entry(
            Severity.ERROR,
            Wording(
                "Không đọc được ngày “{text}”.",
                "Viết ngày/tháng/năm: 14/12/2023; hai ngày liền: 14-15/12/2023. Thiếu năm thì reportgen fmt tự thêm.",
            ),
            Wording(
                "“{text}” cannot be read as a date.",
                "Write day/month/year: 14/12/2023; two days: 14-15/12/2023. reportgen fmt adds a missing year.",
            ),
            "ngày: 14/12  →  ngày: 14/12/2023",
        ),
        "D603": Entry(
            Severity.ERROR,
            Wording("“{text}” không phải là một năm.", "Viết bốn chữ số: 2023."),
            Wording("“{text}” is not a year.", "Write four digits: 2023."),
            "năm: 23  →  năm: 2023",
        ),
        "D620": Entry(
            Severity.WARNING,
            Wording(
                "Lời văn nói hội nghị họp ngày {text}, còn mục “hội nghị” ghi {event} (dòng {line}).",
                "Sửa cho hai ngày giống nhau; nếu là một hội nghị khác thì nêu rõ tên hội nghị ấy.",
            ),
            Wording(
                "The text has the conference on {text}, “hội nghị” on {event} (line {line}).",
                "Make both days alike; if it is another conference, give its name.",
            ),
            "hội nghị: 14/12/2025\nsapo: Ngày 12/12/2025, xã Bình An tổ chức hội nghị tổng kết.",
        ),
        "D604": Entry(
            Severity.WARNING,
            Wording(
                "Ngày {text} không hợp với việc tổng kết năm {year}, thường làm vào cuối năm ấy hoặc đầu năm sau.",
                "Xem lại “năm” ở đầu tệp và ngày này: chỗ nào còn của tệp năm trước thì sửa.",
            ),
            Wording(
                "{text} does not suit a review of {year}, which falls late in that year or early in the next.",
                "Look at “năm” at the top of the file and at this day: mend what is left of last year's file.",
            ),
            "năm: 2023\nhội nghị: 14/12/2022",
        ),
    }
)
