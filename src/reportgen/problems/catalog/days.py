"""Codes of days and years in an input."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

DATES = {
    "D611": Entry(
        Severity.WARNING,
        Wording(
            "Ngày ký {text} sau ngày hội nghị ({event}) {days} ngày.",
            "Kiểm tra cả hai ngày; báo cáo thường ký trước hoặc ngay sau hội nghị.",
        ),
        Wording("The paper is dated {text}, {days} days after the conference ({event}).", "Check both dates."),
        "hội nghị: 14/12/2023\nvăn bản: {ngày: 14/02/2024}",
    ),
    "D612": Entry(
        Severity.ERROR,
        Wording("Ngày {day} là {right}, không phải {text}.", "Kiểm tra lại ngày và thứ."),
        Wording("{day} is a {right}, not {text}.", "Check the date and the weekday."),
        "thứ Hai, ngày 14/12/2023  →  thứ Năm, ngày 14/12/2023",
    ),
    "D613": Entry(
        Severity.WARNING,
        Wording(
            "“{text}” ở đây có lẽ sót lại từ văn bản năm trước; năm được tổng kết là {year}.",
            "Sửa lại năm; nếu nói về năm trước thì viết rõ, ví dụ “so với năm …”.",
        ),
        Wording(
            "“{text}” is probably left over from last year's text; the year under review is {year}.",
            "Mend the year, or say clearly that last year is meant.",
        ),
        "Quang cảnh hội nghị tổng kết năm 2022.  →  Quang cảnh hội nghị tổng kết năm 2023.",
    ),
    "D621": Entry(
        Severity.WARNING,
        Wording(
            "Ở đây tổng kết {text}, còn “năm” ở đầu tệp ghi {year}.",
            "Xem lại “năm” ở đầu tệp: có lẽ còn của tệp năm trước.",
        ),
        Wording(
            "Here {text} is closed, while “năm” at the top of the file says {year}.",
            "Look at “năm” at the top of the file: it may be last year's.",
        ),
        "năm: 2022\nhội nghị: {tên: Hội nghị tổng kết công tác năm 2023}  →  năm: 2023",
    ),
    "D627": Entry(
        Severity.WARNING,
        Wording(
            "Tổng kết xong lại triển khai nhiệm vụ {text}; nhiệm vụ phải là của năm {next}.",
            "Sửa thành năm {next}; nếu đúng là nhiệm vụ của chính năm ấy thì viết rõ “những tháng cuối năm”.",
        ),
        Wording(
            "The year is closed, and then its tasks begin again ({text}); they should be those of {next}.",
            "Write {next}.",
        ),
        "tổng kết năm 2023, triển khai nhiệm vụ năm 2023  →  tổng kết năm 2023, triển khai nhiệm vụ năm 2024",
    ),
    "D615": Entry(
        Severity.WARNING,
        Wording(
            "Hội nghị chưa ghi ngày tổ chức.",
            "Thêm dòng “ngày: 14/12/2023” vào mục “hội nghị”; thiếu ngày thì tin bài không nói hội nghị họp khi nào.",
        ),
        Wording("The conference has no day.", "Add “ngày: 14/12/2023” below “hội nghị”."),
        "hội nghị:\n  buổi: sáng   (thiếu “ngày”)",
    ),
    "D614": Entry(
        Severity.ERROR,
        Wording("Không có ngày “{text}” trên lịch.", "Xem lại ngày và tháng."),
        Wording("“{text}” is not a day of the calendar.", "Check day and month."),
        "ngày 31/11/2023  →  ngày 30/11/2023",
    ),
    "D616": Entry(
        Severity.WARNING,
        Wording(
            "Không có buổi nào là “{text}”.",
            "Viết một trong các chữ: {known}; tin bài mở đầu bằng chữ này.",
        ),
        Wording("“{text}” is no part of the day.", "Write one of: {known}; the article begins with this word."),
        "buổi: sang  →  buổi: sáng",
    ),
    "D617": Entry(
        Severity.WARNING,
        Wording(
            "Hội nghị ngày {day} ghi “buổi: {right}”, ở đây lại viết “{text}”.",
            "Xem buổi nào đúng rồi sửa cho thống nhất.",
        ),
        Wording(
            "The conference of {day} is in the part of the day “{right}”, here it says “{text}”.",
            "See which is right, and say the same in both places.",
        ),
        "hội nghị: {ngày: 14/12/2023, buổi: sáng}; chú thích: Quang cảnh hội nghị chiều 14/12.",
    ),
    "D618": Entry(
        Severity.WARNING,
        Wording("{hour} giờ không phải là giờ buổi {text}.", "Xem lại giờ và buổi."),
        Wording("{hour} o'clock is not in the part of the day “{text}”.", "Check the hour and the part of the day."),
        "14 giờ sáng 14/12  →  14 giờ ngày 14/12",
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(DATES)
