"""Codes of any file that `reportgen verify` reads: what its components say (V94x, V95x), what the file is (V96x, V97x).

Severities are those of section 9 of our rules for official papers.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

_MENDS: Mapping[str, tuple[Severity, str, str]] = {
    "V904": (
        N,
        "Trong mức cho phép; chỉ đặt lại nếu muốn giống văn bản do chương trình lập.",
        "Within the range; change it only to match our papers.",
    ),
    "V941": (
        E,
        "Dùng một thể thức: Nhà nước có Quốc hiệu, TM., KT.; Đảng có tiêu đề Đảng, dấu *, T/M, K/T.",
        "Keep to one regime: the State has Quốc hiệu, TM., KT.; the Party its title, *, T/M, K/T.",
    ),
    "V942": (
        E,
        "Sửa số, ký hiệu theo mẫu; Nhà nước có dấu hai chấm sau chữ Số, Đảng không có; số dưới 10 thêm số 0.",
        "Write number and symbol so; the State has a colon after Số, the Party none; below 10 a nought.",
    ),
    "V943": (
        N,
        "Văn bản chưa có số: điền số khi ban hành.",
        "A draft: fill in the number when the paper is issued.",
    ),
    "V944": (
        E,
        "Sửa chữ viết tắt trong ký hiệu theo tên loại văn bản.",
        "Let the abbreviation in the symbol be that of the type.",
    ),
    "V945": (
        W,
        "Thêm số 0 cho ngày dưới 10 và tháng 1, 2; các tháng khác không thêm.",
        "Write a nought before days below 10 and the months 1 and 2 only.",
    ),
    "V946": (E, "Sửa ngày, tháng, năm ban hành.", "Mend the date."),
    "V947": (
        E,
        "Ký thay thì ghi KT. và chức vụ người đứng đầu, dòng dưới ghi chức vụ cấp phó.",
        "Under KT. with the head's title stands the deputy's title.",
    ),
    "V948": (
        W,
        "Bỏ học hàm, học vị, danh hiệu trước họ tên người ký.",
        "Leave honours out before the signer's name.",
    ),
    "V949": (
        E,
        "Văn bản của Đảng không ghi học hàm, học vị, quân hàm, đồng chí trước họ tên người ký.",
        "A Party paper has no honours before the signer's name.",
    ),
    "V950": (
        W,
        "Mỗi nơi nhận một dòng; dòng cuối là nơi lưu và kết thúc bằng dấu chấm.",
        "One recipient a line; the last is the archive and ends in a full stop.",
    ),
    "V951": (
        W,
        "Thêm thành phần còn thiếu, hoặc tách nó thành dòng riêng để nhận ra được.",
        "Add what is missing, or set it on a line of its own.",
    ),
    "V952": (
        E,
        "Nhà nước kết thúc nội dung bằng ./. và chỉ một lần; Đảng kết thúc bằng dấu chấm.",
        "The State's text ends in ./. and once only; the Party's in a full stop.",
    ),
    "V953": (
        W,
        "Nhắc đến phụ lục trong nội dung; từ hai phụ lục trở lên đánh số La Mã, một phụ lục không đánh số.",
        "Name annexes in the text; number two or more in Roman figures, one not at all.",
    ),
    "V954": (
        E,
        "Dòng (Kèm theo …) ghi đúng số, ký hiệu và ngày của văn bản.",
        "Let (Kèm theo …) give the paper's own number and date.",
    ),
    "V955": (
        W,
        "Đánh điểm theo bảng chữ cái tiếng Việt: a b c d đ e g h i k l m n …",
        "Count points by the Vietnamese alphabet: a b c d đ e g h i k l m n …",
    ),
    "V956": (
        W,
        "Gõ lại bằng bộ gõ Unicode dựng sẵn; bỏ dấu cách thừa.",
        "Type it anew in composed Unicode; drop the blanks.",
    ),
    "V957": (
        E,
        "Ghi tên cơ quan theo đơn vị hành chính có vào ngày ban hành.",
        "Name the body by the units of the paper's own date.",
    ),
    "V958": (
        E,
        "Văn bản mật không lưu chuyển dạng này; theo Luật Bảo vệ bí mật nhà nước.",
        "Papers under the law on State secrets are not handled this way.",
    ),
    "V959": (
        N,
        "Đọc lại chỗ này: có lẽ chữ lặp, mất dấu hoặc sai chính tả.",
        "Read this place again: it looks doubled, without its marks, or misspelt.",
    ),
    "V961": (
        N,
        "Muốn lưu trữ lâu dài: xuất lại theo PDF/A-2a, hoặc lập bằng reportgen.",
        "For archives, export it as PDF/A-2a or build it with reportgen.",
    ),
    "V962": (
        N,
        "Muốn người khiếm thị đọc được: xuất lại có gắn thẻ theo PDF/UA-1.",
        "For readers of all kinds, export it tagged, as PDF/UA-1.",
    ),
    "V963": (
        W,
        "Xuất lại PDF và chọn nhúng phông chữ.",
        "Export the PDF with its fonts embedded.",
    ),
    "V964": (
        W,
        "Dùng phông chữ có đủ chữ Việt rồi xuất lại.",
        "Use a font that has all Vietnamese letters and export again.",
    ),
    "V965": (
        N,
        "Nếu sửa có chủ ý thì không phải làm gì; nếu không, lập lại từ tệp dữ liệu.",
        "Nothing to do if that was meant; else build it again.",
    ),
    "V966": (
        W,
        "Đây là bản quét: không đo được chữ. Kiểm tra tệp gốc (.docx hoặc PDF xuất từ Word).",
        "A scan: no text to measure. Verify the original.",
    ),
    "V967": (
        N,
        "Chỉ kiểm tra được tệp, không kiểm tra được thể thức. Nếu là văn bản hành chính, chạy lại với --regime.",
        "Only the file could be checked. For an official paper, run again with --regime.",
    ),
    "V971": (E, "Tệp hỏng hoặc chưa tải xong: lấy lại bản khác.", "Damaged or cut off: get another copy."),
    "V972": (
        E,
        "Tệp có mật khẩu hoặc là .doc cũ: mở trong Word, lưu lại dạng .docx không đặt mật khẩu.",
        "Locked by a password, or an old .doc: save it as .docx without a password.",
    ),
    "V973": (
        E,
        "Tệp có cấu trúc nguy hiểm hoặc quá lớn: không mở; hỏi lại người gửi.",
        "Made to harm, or too large: do not open it; ask who sent it.",
    ),
    "V974": (E, "Chỉ kiểm tra được tệp .docx và .pdf.", "Only .docx and .pdf can be verified."),
    "V975": (
        E,
        "Đọc tệp tốn quá nhiều thời gian hoặc bộ nhớ: tệp hỏng hoặc quá phức tạp.",
        "It takes too much time or memory: damaged, or too complex.",
    ),
    "V976": (E, "Kiểm tra tên tệp và quyền đọc.", "Check the file's name and permissions."),
}
_VI = "{component}: cần {needed}, thấy {found}{where}."
_EN = "{component_en}: needed {needed_en}, found {found_en}{where_en}."

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {code: Entry(grade, Wording(_VI, vi), Wording(_EN, en)) for code, (grade, vi, en) in _MENDS.items()}
)
