"""Indicators (chỉ tiêu): a result with everything that it is compared with. Each figure is typed here, once."""

from __future__ import annotations

from typing import ClassVar

from reportgen.model.fields import Many, key
from reportgen.model.leaves import Figure, Flag, Prose, Words
from reportgen.model.section import Section


class Plan(Section):
    """A plan or target (kế hoạch) and who set it. Short form: its value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Figure | None = key("giá trị", "Mức kế hoạch: 41,67 tỷ đồng, ≥ 97%, 10 - 15%.")
    setter: Words | None = key("giao bởi", "Ai giao: thành phố, HĐND phường, Nghị quyết Đại hội.")
    adjusted: Flag | None = key("điều chỉnh", "có: kế hoạch đã điều chỉnh.")
    ratio: Figure | None = key("tỷ lệ", "Tỷ lệ đã công bố; được đối chiếu khi có giá trị kế hoạch.")
    status: Words | None = key("đánh giá", "đạt, vượt hoặc không đạt; được đối chiếu khi có giá trị.")


class Before(Section):
    """Last year's value (năm trước). Short form: the value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Figure | None = key("giá trị", "Kết quả năm trước.")
    change: Many[Figure] = key("tăng giảm", "Mức tăng, giảm đã công bố: tăng 8,5%; được đối chiếu.")


class Indicator(Section):
    """One indicator (chỉ tiêu) and its result. Short form: the result. Without a name its key is the name."""

    shorthand: ClassVar[str] = "thực hiện"

    name: Words | None = key("tên", "Tên chỉ tiêu, viết thường, như đọc giữa câu; bỏ trống thì lấy khóa.")
    result: Figure | None = key("thực hiện", "Kết quả: ước 41,795 tỷ đồng; 2.570/2.683 hộ.")
    plans: Many[Plan] = key("kế hoạch", "Kế hoạch năm nay, một hoặc nhiều nơi giao.")
    before: Before | None = key("năm trước", "Kết quả năm trước.")
    after: Many[Plan] = key("năm sau", "Chỉ tiêu năm sau.")
    ratio: Figure | None = key("tỷ lệ", "Tỷ lệ đã công bố của kết quả dạng n/m.")
    parts: Many[Words] = key("gồm", "Tên các chỉ tiêu thành phần; cộng lại phải bằng kết quả.")
    factors: Many[Words] = key("tích của", "Tên các chỉ tiêu nhân với nhau thành kết quả.")
    group: Words | None = key("nhóm", "Nhóm trong bảng chỉ tiêu: Kinh tế, Văn hóa - xã hội…")
    unit: Words | None = key("đơn vị tính", "Đơn vị tính in trong bảng; bỏ trống thì lấy từ kết quả.")
    sentence: Prose | None = key("cách viết", "Câu in khi nhắc đến chỉ tiêu, với {{ giá trị }}, {{ so kế hoạch }}…")
    lower_is_better: Flag | None = key("thấp là tốt", "có: kết quả thấp hơn kế hoạch là tốt, như tỷ lệ hộ nghèo.")
    as_of: Words | None = key("thời điểm", "Số liệu tính đến khi nào: đến ngày 30/11/2023.")
    prices: Words | None = key("giá", "giá so sánh 2010, giá hiện hành.")
    rank: Figure | None = key("xếp hạng", "Thứ hạng: thứ 1/17 phường.")
    history: dict[str, Figure] = key("các năm", "Kết quả những năm trước nữa: 2021: …")
    breakdown: dict[str, Figure] = key("theo đơn vị", "Chia theo khu phố, thôn: Khu 1: …")
    names: Many[Words] = key("danh sách", "Danh sách đứng sau con số.")
    note: Words | None = key("ghi chú", "Ghi chú in trong bảng.")
    silenced: dict[str, Words] = key("bỏ qua", "Mã kiểm tra được bỏ qua: lý do.")
