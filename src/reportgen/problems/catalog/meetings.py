"""Codes of the conference's other papers: hours, deadlines, votes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "D622": Entry(
            Severity.ERROR,
            Wording("Không hiểu giờ “{text}”.", "Viết dạng 7h30, 7 giờ 30, hoặc từ giờ nào đến giờ nào: 7h30 - 8h00."),
            Wording("“{text}” is no hour.", "Write 7h30, or from when until when: 7h30 - 8h00."),
            "giờ: bảy rưỡi  →  giờ: 7h30",
        ),
        "D623": Entry(
            Severity.ERROR,
            Wording(
                "Giờ {text} bắt đầu khi việc trước chưa xong: {other} (dòng {line}).",
                "Xem lại giờ của hai việc: việc sau bắt đầu khi việc trước đã xong.",
            ),
            Wording(
                "{text} begins before the earlier item has ended: {other} (line {line}).",
                "Look at both hours: what comes later begins when the earlier has ended.",
            ),
            "- 8h00 - 8h30: Báo cáo\n- 8h15: Thảo luận  →  - 8h30: Thảo luận",
        ),
        "D624": Entry(
            Severity.WARNING,
            Wording(
                "Hội nghị bắt đầu lúc {text}, chương trình bắt đầu lúc {other} (dòng {line}).",
                "Ghi cùng một giờ: giấy mời in giờ của hội nghị, đại biểu cầm tờ chương trình.",
            ),
            Wording(
                "The conference begins at {text}, its agenda at {other} (line {line}).",
                "Give one hour: invitations print the conference's, delegates hold the agenda.",
            ),
            "giờ: 7h30\nchương trình: [8h00: Khai mạc]  →  giờ: 8h00",
        ),
        "D625": Entry(
            Severity.ERROR,
            Wording(
                "Việc phải xong ngày {text}, sau ngày họp {other} (dòng {line}).",
                "Xem lại hạn hoàn thành và ngày họp.",
            ),
            Wording(
                "To be done by {text}, after the conference of {other} (line {line}).",
                "Look at the deadline and at the day of the conference.",
            ),
            "ngày: 26/12/2025\nxong trước: 28/12/2025  →  xong trước: 24/12/2025",
        ),
        "D626": Entry(
            Severity.ERROR,
            Wording("Giờ {text} kết thúc trước khi bắt đầu.", "Sửa giờ kết thúc cho sau giờ bắt đầu: 8h20 - 8h50."),
            Wording("{text} ends before it begins.", "Mend the later hour: 8h20 - 8h50."),
            "- 8h20 - 8h10: Báo cáo  →  - 8h20 - 8h50: Báo cáo",
        ),
        "R454": Entry(
            Severity.ERROR,
            Wording(
                "Số phiếu {text} cộng lại là {count}, khác số người có mặt {present}.",
                "Xem lại số phiếu: tán thành, không tán thành và không biểu quyết cộng lại bằng số có mặt.",
            ),
            Wording(
                "The votes {text} make {count}, not the {present} present.",
                "Look at them: in favour, against and abstaining add up to those present.",
            ),
            "{có mặt: 85 đại biểu, tán thành: 86 đại biểu}  →  {có mặt: 85 đại biểu, tán thành: 85 đại biểu}",
        ),
        "T813": Entry(
            Severity.WARNING,
            Wording(
                "“{name}” ở “văn bản khác” không phải tên văn bản nào, nên không in ở đâu.",
                "Dùng tên có trong danh sách: {known}; hoặc đặt mẫu riêng có tên ấy.",
            ),
            Wording(
                "“{name}” below “văn bản khác” is no paper's name, so it is printed nowhere.",
                "Use a name of the list: {known}; or make a template of your own with that name.",
            ),
            "văn bản khác: {giấy mờii: {số: 5}}  →  văn bản khác: {giấy mời: {số: 5}}",
        ),
        "T812": Entry(
            Severity.WARNING,
            Wording(
                "{paper} đề ngày {text}, {how} ngày họp {other}.",
                "Xem lại ngày ký của văn bản này hoặc ngày của hội nghị.",
            ),
            Wording(
                "{paper} is dated {text}, {how_en} the conference of {other}.",
                "Look at the day of this paper, or at that of the conference.",
            ),
            "giấy mời: {ngày: 28/12/2025}   (hội nghị ngày 26/12/2025)",
        ),
    }
)
