"""Codes of texts that exist (`reportgen proofread`).

S101 to S117 are the kinds in their order, S12x their variants, S13x tell of the file, S14x of an input or an archive.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE
_SAYS = "Văn bản ghi {typed}, nhưng {reckoning}."
_SAYS_EN = "The text says {typed}, but {reckoning}."

_TEXTS: Mapping[str, tuple[Severity, tuple[str, str], tuple[str, str], str]] = {
    "S101": (
        E,
        (_SAYS, "{slip}Xem lại các số của phép tính và tỷ lệ."),
        (_SAYS_EN, "{slip_en}Look at the operands and at the ratio."),
        "đạt 6,24/8,5 tỷ đồng, bằng 75,4% kế hoạch  →  bằng 73,4% kế hoạch",
    ),
    "S102": (
        E,
        (_SAYS, "{slip}Xem lại hai số được so sánh và mức tăng, giảm."),
        (_SAYS_EN, "{slip_en}Look at both values and at the change."),
        "đạt 1.284 tỷ đồng, tăng 12,9% so với năm 2023 (1.176 tỷ đồng)  →  tăng 9,2%",
    ),
    "S103": (
        E,
        (_SAYS, "{slip}Xem lại hai số được so sánh và phần chênh lệch."),
        (_SAYS_EN, "{slip_en}Look at both values and at the difference."),
        "còn 36 hộ nghèo, giảm 28 hộ so với đầu năm (54 hộ)  →  giảm 18 hộ",
    ),
    "S104": (
        E,
        (
            "Tổng ghi {typed}, nhưng {reckoning}.",
            "{slip}Xem lại từng phần và tổng; nếu chưa kể hết các phần thì viết “trong đó” thay cho “gồm”.",
        ),
        (
            "The total says {typed}, but {reckoning}.",
            "{slip_en}Look at each part and at the total; a list that does not name all parts begins “trong đó”.",
        ),
        "412,5 ha, gồm: lúa 286,0 ha, ngô 74,5 ha, rau 42,0 ha  →  rau 52,0 ha",
    ),
    "S105": (
        E,
        ("Các phần của cơ cấu cộng lại không thành 100%: {reckoning}.", "Xem lại tỷ trọng của từng phần."),
        ("The parts of the structure do not make 100%: {reckoning}.", "Look at the share of each part."),
        "nông nghiệp 42%; công nghiệp 35%; dịch vụ 25%  →  công nghiệp 33%",
    ),
    "S106": (
        E,
        (
            "Không có số nguyên nào làm cho {typed} đúng: {reckoning}.",
            "Xem lại số đếm, chỉ tiêu và tỷ lệ.",
        ),
        ("No whole number makes {typed} right: {reckoning}.", "Look at the count, at the plan and at the ratio."),
        "Kết nạp 11 đảng viên, đạt 118% chỉ tiêu  →  đạt 110% chỉ tiêu (11/10)",
    ),
    "S107": (
        E,
        (_SAYS, "{slip}Xem lại các thừa số và tích."),
        (_SAYS_EN, "{slip_en}Look at the factors and at the product."),
        "640 ha, năng suất 58,5 tạ/ha, sản lượng 3.474 tấn  →  sản lượng 3.744 tấn",
    ),
    "S108": (
        E,
        (_SAYS, "{slip}Xem lại tổng, số lượng và mức bình quân."),
        (_SAYS_EN, "{slip_en}Look at the total, at the count and at the mean."),
        "120 hộ, tổng kinh phí 24 triệu đồng, bình quân 250.000 đồng/hộ  →  200.000 đồng/hộ",
    ),
    "S109": (
        E,
        (_SAYS, "{slip}“Đạt” tính cả 100%, “vượt” chỉ tính phần hơn; “gấp … lần” là thương của hai số."),
        (_SAYS_EN, "{slip_en}“Đạt” counts the 100%, “vượt” what is beyond; “gấp … lần” is the quotient."),
        "đạt 207,4% dự toán, vượt 207,4%  →  vượt 107,4%",
    ),
    "S110": (
        E,
        ("Lời đánh giá không khớp với số liệu: {reckoning}.", "Sửa lời đánh giá, hoặc xem lại số liệu."),
        ("The verdict contradicts the figures: {reckoning}.", "Change the verdict, or look at the figures."),
        "kế hoạch 45 triệu đồng, thực hiện 44,2 triệu đồng, đạt kế hoạch  →  chưa đạt kế hoạch",
    ),
    "S111": (
        E,
        ("Cùng một nội dung mà ghi hai số khác nhau: {reckoning}.", "Xem số nào đúng rồi ghi thống nhất."),
        ("One thing has two values: {reckoning}.", "Find out which is right and write it everywhere."),
        "Toàn phường có 26 tổ dân phố … 24/28 tổ dân phố  →  24/26 tổ dân phố",
    ),
    "S112": (
        W,
        (
            "Số {typed} lệch khoảng mười, trăm hoặc nghìn lần so với các số bên cạnh ({reckoning}).",
            "Xem lại dấu phẩy, số chữ số và đơn vị.",
        ),
        (
            "{typed} is about ten, a hundred or a thousand times off its neighbours ({reckoning}).",
            "Look at the comma, the digits and the unit.",
        ),
        "năm 2021: 120 tỷ đồng, năm 2022: 1.300 tỷ đồng, năm 2023: 142 tỷ đồng  →  130 tỷ đồng",
    ),
    "S113": (
        E,
        ("Đơn vị hoặc độ lớn không thể có ({reckoning}).", "Xem lại đơn vị tính."),
        ("The unit or the size cannot be ({reckoning}).", "Look at the unit."),
        "sản lượng đạt 62,4 tấn/ha  →  năng suất 62,4 tạ/ha",
    ),
    "S114": (
        E,
        ("Số “{typed}” viết hỏng.", "Viết {reckoning} nếu đúng ý."),
        ("“{typed}” is malformed.", "Write {reckoning} if that is meant."),
        "đạt 94,%  →  đạt 94%",
    ),
    "S115": (
        E,
        (_SAYS, "Sửa thứ hoặc ngày."),
        (_SAYS_EN, "Mend the weekday or the date."),
        "Thứ Năm, ngày 20/12/2024  →  Thứ Sáu, ngày 20/12/2024",
    ),
    "S116": (
        W,
        (
            "Văn bản tổng kết năm trước năm {reckoning} mà ghi phương hướng, nhiệm vụ năm {typed}.",
            "Có lẽ còn sót từ văn bản năm trước; xem lại năm.",
        ),
        (
            "The text closes the year before {reckoning} but gives directions for {typed}.",
            "Probably left over from last year's text; look at the year.",
        ),
        "tổng kết năm 2024, phương hướng năm 2024  →  phương hướng năm 2025",
    ),
    "S117": (
        N,
        ("“{typed}” có lẽ là lỗi gõ: chữ lặp, mất dấu hoặc sai chính tả.", "Đọc lại chỗ này."),
        ("“{typed}” looks like a slip: doubled, without its marks, or misspelt.", "Read this place again."),
        "tại tại Hội trường  →  tại Hội trường",
    ),
    "S121": (
        E,
        ("Một phần lớn hơn tổng: {reckoning}.", "Xem lại phần này và tổng."),
        ("A part is greater than its total: {reckoning}.", "Look at the part and at the total."),
        "đàn gia súc 4.865 con, trong đó bò 5.140 con  →  bò 1.140 con",
    ),
    "S122": (
        E,
        ("Số đã đạt và số còn lại không thành tổng: {reckoning}.", "Xem lại ba số."),
        ("What is reached and what is left do not make the total: {reckoning}.", "Look at the three numbers."),
        "17/18 chỉ tiêu đạt, 02 chỉ tiêu chưa đạt  →  01 chỉ tiêu chưa đạt",
    ),
    "S123": (
        E,
        ("Bằng số ghi {typed}, bằng chữ lại là {reckoning}.", "Sửa phần bằng số hoặc phần bằng chữ."),
        ("In digits it is {typed}, in words {reckoning}.", "Mend the digits or the words."),
        "14.205.000.000 đồng (mười bốn tỷ hai trăm năm mươi triệu đồng)  →  (… hai trăm linh năm triệu đồng)",
    ),
    "S124": (
        E,
        ("Không có ngày {typed}.", "Xem lại ngày, tháng."),
        ("There is no day {typed}.", "Look at day and month."),
        "ngày 31/11/2024  →  ngày 30/11/2024",
    ),
    "S125": (
        E,
        (
            "Hội nghị ngày {typed} không thể tổng kết năm {reckoning}.",
            "Xem lại ngày họp và năm được tổng kết.",
        ),
        ("A conference on {typed} cannot close {reckoning}.", "Look at the day and at the year."),
        "Ngày 08/01/2024 tổ chức hội nghị tổng kết năm 2024  →  Ngày 08/01/2025",
    ),
    "S126": (
        W,
        (
            "Văn bản so sánh với cùng kỳ năm {typed}, không phải năm {reckoning}.",
            "Có lẽ còn sót từ văn bản năm trước; xem lại năm.",
        ),
        (
            "The text compares with the same time of {typed}, not of {reckoning}.",
            "Probably left over from last year's text; look at the year.",
        ),
        "báo cáo năm 2024: tăng 5% so với cùng kỳ năm 2022  →  cùng kỳ năm 2023",
    ),
    "S131": (
        E,
        (
            "Tệp là bản quét, không có lớp chữ nên không soát được.",
            "Soát tệp Word gốc, hoặc nhận dạng chữ (OCR) rồi soát lại.",
        ),
        ("The file is a scan without a text layer.", "Proofread the Word file, or run OCR first."),
        "",
    ),
    "S132": (
        W,
        ("Trang {pages} là ảnh, không có lớp chữ nên không soát được.", "Đọc lại các trang này bằng mắt."),
        ("Page {pages} is a picture without text and was not read.", "Read these pages yourself."),
        "",
    ),
    "S133": (
        E,
        ("Không ghi được kết quả soát: {reason}.", "Nhận xét chỉ ghi được vào DOCX và PDF, ở nơi có quyền ghi."),
        ("The result was not written: {reason}.", "Comments go into DOCX and PDF, where you may write."),
        "",
    ),
    "S134": (
        N,
        (
            "Văn bản có quá nhiều chỗ không khớp; chỉ nêu {count} chỗ đầu.",
            "Sửa rồi soát lại.",
        ),
        ("Too much does not agree; only the first {count} places are told.", "Mend them and proofread again."),
        "",
    ),
    "S141": (
        E,
        (
            "Văn bản ghi {typed} cho “{name}”, tệp dữ liệu ghi {reckoning}.",
            "Xem số nào đúng rồi ghi thống nhất.",
        ),
        ("The text says {typed} of “{name}”, the input {reckoning}.", "Find out which is right."),
        "",
    ),
    "S142": (
        W,
        (
            "Văn bản ghi {typed} là số năm {year} của “{name}”, văn bản đã lưu ghi {reckoning}.",
            "Xem số nào đúng; nếu số liệu đã được điều chỉnh thì không phải sửa.",
        ),
        (
            "The text says {typed} was the {year} value of “{name}”, the archived paper {reckoning}.",
            "Find out which is right; values that were adjusted may stay.",
        ),
        "",
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {code: Entry(grade, Wording(*vi), Wording(*en), example) for code, (grade, vi, en, example) in _TEXTS.items()}
)
