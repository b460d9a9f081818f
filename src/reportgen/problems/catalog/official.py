"""Codes of the official paper's head and foot (L7xx); the rules are those of standards, section 9."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "L701": Entry(
            Severity.ERROR,
            Wording(
                "Thể thức “{text}” không phải là thể thức của cơ quan này.",
                "Xóa dòng này để dùng thể thức {regime}, hoặc sửa lại cơ quan ra văn bản.",
            ),
            Wording("The regime “{text}” is not this body's.", "Delete the line, or correct the body."),
            "cơ quan: Đảng ủy\nthể thức: nhà nước",
        ),
        "L702": Entry(
            Severity.ERROR,
            Wording(
                "Quyền hạn ký “{text}” không viết theo thể thức {regime}.",
                "Dùng dấu “{sign}” sau chữ viết tắt: văn bản của Nhà nước viết TM., KT.; văn bản của Đảng viết T/M, "
                "K/T.",
            ),
            Wording("The power “{text}” is not written as its regime does.", "Write “{sign}” behind the letters."),
            "quyền hạn: T/M UBND  →  quyền hạn: TM. ỦY BAN NHÂN DÂN",
        ),
        "L703": Entry(
            Severity.ERROR,
            Wording(
                "Số và ký hiệu “{text}” không đúng quy cách.",
                "Viết liền, không có dấu cách, theo mẫu {example}; chưa có số thì bỏ trống.",
            ),
            Wording("The number “{text}” has not the form of its regime.", "Write it like {example}, without spaces."),
            "số: 215 / BC-UBND  →  số: 215/BC-UBND",
        ),
        "L704": Entry(
            Severity.ERROR,
            Wording(
                "Ký hiệu “{text}” ghi loại văn bản là {kind}, nhưng loại của văn bản này viết tắt là {wanted}.",
                "Viết {wanted} ở chỗ của {kind}, hoặc chỉ ghi con số, chương trình điền ký hiệu.",
            ),
            Wording(
                "The symbol “{text}” says {kind}, but this type of paper is abbreviated {wanted}.",
                "Write {wanted} for {kind}, or the number alone: the program completes it.",
            ),
            "số: 215/TTr-UBND  →  số: 215/BC-UBND",
        ),
        "L705": Entry(
            Severity.ERROR,
            Wording(
                "Ngày {day} không có đơn vị hành chính “{text}”.",
                "Từ ngày 01/7/2025 chỉ còn cấp tỉnh và cấp xã (xã, phường, đặc khu); ghi tên theo ngày của văn bản.",
            ),
            Wording("On {day} there was no unit “{text}”.", "Since 1 July 2025 there are provinces and communes only."),
            "cấp trên: thành phố Uông Bí   (báo cáo năm 2026)",
        ),
        "L706": Entry(
            Severity.ERROR,
            Wording(
                "Quyền hạn “{text}” cần chức vụ cấp phó của người ký, và không dùng trong văn bản của cấp ủy.",
                "Ghi chức vụ, ví dụ PHÓ CHỦ TỊCH; phó bí thư ký thay mặt cấp ủy với T/M.",
            ),
            Wording(
                "The power “{text}” asks for a deputy's office, and a Party committee has none.", "Name the office."
            ),
            "quyền hạn: KT. CHỦ TỊCH\nchức vụ: CHỦ TỊCH",
        ),
        "L708": Entry(
            Severity.WARNING,
            Wording("Dòng lưu “{text}” không theo thể thức của văn bản này.", "Viết: {example}."),
            Wording("The archive's line “{text}” is the other regime's.", "Write: {example}."),
            "nơi nhận: [Lưu: VT]   (văn bản của Đảng)",
        ),
        "L709": Entry(
            Severity.WARNING,
            Wording(
                "Có “Kính gửi” nhưng dòng đầu của nơi nhận không phải là “Như trên”.",
                "Thêm “Như trên” vào đầu danh sách.",
            ),
            Wording("There are addressees, but the first recipient is not “Như trên”.", "Put it first."),
            "kính gửi: UBND tỉnh\nnơi nhận: [Đảng ủy]",
        ),
        "L710": Entry(
            Severity.ERROR,
            Wording(
                "Nội dung này dài {length} ký tự, vượt {most} ký tự của hệ thống quản lý văn bản.",
                "Viết ngắn lại (Nghị định 30/2020/NĐ-CP, Phụ lục VI).",
            ),
            Wording("This has {length} characters; the records system takes {most}.", "Shorten it."),
            "trích yếu: … (hơn 500 ký tự)",
        ),
        "L711": Entry(
            Severity.WARNING,
            Wording("Căn cứ ghi số của {text}.", "Luật, pháp lệnh chỉ ghi tên và ngày thông qua, không ghi số."),
            Wording("A basis gives the number of a law.", "Laws are quoted by name and day only."),
            "căn cứ: Luật Ngân sách nhà nước số 83/2015/QH13  →  Luật Ngân sách nhà nước ngày 25 tháng 6 năm 2015",
        ),
        "L713": Entry(
            Severity.ERROR,
            Wording(
                "Văn bản ghi độ mật “{text}”.",
                "Văn bản mật soạn thảo, đóng dấu theo Luật Bảo vệ bí mật nhà nước, không lập bằng chương trình này.",
            ),
            Wording(
                "The paper bears the grade of secrecy “{text}”.", "Secret papers may not be made with this program."
            ),
            "dự thảo: MẬT",
        ),
        "L716": Entry(
            Severity.WARNING,
            Wording(
                "Quyền hạn “{text}”, nhưng cơ quan này làm việc theo chế độ thủ trưởng.",
                "Bỏ quyền hạn: người đứng đầu ký với chức vụ (TRƯỞNG PHÒNG, HIỆU TRƯỞNG); cấp phó ký thay ghi KT.",
            ),
            Wording("The power “{text}” is a collective body's; this one is led by its head.", "Leave the power out."),
            "cơ quan: Phòng Kinh tế\nquyền hạn: TM. PHÒNG KINH TẾ",
        ),
        "L714": Entry(
            Severity.ERROR,
            Wording(
                "Không có độ khẩn nào là “{text}”.",
                "Ghi khẩn, thượng khẩn hoặc hỏa tốc (Nghị định 30/2020/NĐ-CP, Phụ lục I); văn bản thường thì bỏ trống.",
            ),
            Wording("There is no grade of urgency “{text}”.", "Write khẩn, thượng khẩn or hỏa tốc, or leave it out."),
            "độ khẩn: rất gấp  →  độ khẩn: khẩn",
        ),
        "L715": Entry(
            Severity.NOTICE,
            Wording(
                "Báo cáo có ngày ký nhưng chưa có số, nên vẫn in như bản dự thảo.",
                "Khi văn thư cấp số thì ghi vào mục “văn bản”, ví dụ số: 215/BC-UBND.",
            ),
            Wording(
                "The report has a date but no number yet, and is printed as a draft.", "Enter it when it is given."
            ),
            "văn bản: {ngày: 24/12/2025}",
        ),
    }
)
