"""Indicators (chỉ tiêu): a result with everything that it is compared with. Each figure is typed here, once."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.leaves import Figure, Flag, Prose, Words
from reportgen.model.section import Many, Section


class Plan(Section):
    """A plan or target (kế hoạch) and who set it. Short form: its value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Figure | None = Field(None, alias="giá trị", description="Mức kế hoạch: 41,67 tỷ đồng, ≥ 97%, 10 - 15%.")
    setter: Words | None = Field(
        None, alias="giao bởi", description="Ai giao: thành phố, HĐND phường, Nghị quyết Đại hội."
    )
    adjusted: Flag | None = Field(None, alias="điều chỉnh", description="có: kế hoạch đã điều chỉnh.")
    ratio: Figure | None = Field(
        None, alias="tỷ lệ", description="Tỷ lệ đã công bố; được đối chiếu khi có giá trị kế hoạch."
    )
    status: Words | None = Field(
        None, alias="đánh giá", description="đạt, vượt hoặc không đạt; được đối chiếu khi có giá trị."
    )


class Before(Section):
    """Last year's value (năm trước). Short form: the value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Figure | None = Field(None, alias="giá trị", description="Kết quả năm trước.")
    change: Many[Figure] = Field(
        (), alias="tăng giảm", description="Mức tăng, giảm đã công bố: tăng 8,5%; được đối chiếu."
    )


class Indicator(Section):
    """One indicator (chỉ tiêu) and its result. Short form: the result. Without a name its key is the name."""

    shorthand: ClassVar[str] = "thực hiện"

    name: Words | None = Field(
        None, alias="tên", description="Tên chỉ tiêu, viết thường, như đọc giữa câu; bỏ trống thì lấy khóa."
    )
    result: Figure | None = Field(None, alias="thực hiện", description="Kết quả: ước 41,795 tỷ đồng; 2.570/2.683 hộ.")
    plans: Many[Plan] = Field((), alias="kế hoạch", description="Kế hoạch năm nay, một hoặc nhiều nơi giao.")
    before: Before | None = Field(None, alias="năm trước", description="Kết quả năm trước.")
    after: Many[Plan] = Field((), alias="năm sau", description="Chỉ tiêu năm sau.")
    ratio: Figure | None = Field(None, alias="tỷ lệ", description="Tỷ lệ đã công bố của kết quả dạng n/m.")
    parts: Many[Words] = Field((), alias="gồm", description="Tên các chỉ tiêu thành phần; cộng lại phải bằng kết quả.")
    factors: Many[Words] = Field((), alias="tích của", description="Tên các chỉ tiêu nhân với nhau thành kết quả.")
    group: Words | None = Field(None, alias="nhóm", description="Nhóm trong bảng chỉ tiêu: Kinh tế, Văn hóa - xã hội…")
    unit: Words | None = Field(
        None, alias="đơn vị tính", description="Đơn vị tính in trong bảng; bỏ trống thì lấy từ kết quả."
    )
    sentence: Prose | None = Field(
        None, alias="cách viết", description="Câu in khi nhắc đến chỉ tiêu, với {{ giá trị }}, {{ so kế hoạch }}…"
    )
    lower_is_better: Flag | None = Field(
        None, alias="thấp là tốt", description="có: kết quả thấp hơn kế hoạch là tốt, như tỷ lệ hộ nghèo."
    )
    as_of: Words | None = Field(None, alias="thời điểm", description="Số liệu tính đến khi nào: đến ngày 30/11/2023.")
    prices: Words | None = Field(None, alias="giá", description="giá so sánh 2010, giá hiện hành.")
    rank: Figure | None = Field(None, alias="xếp hạng", description="Thứ hạng: thứ 1/17 phường.")
    history: dict[str, Figure] = Field({}, alias="các năm", description="Kết quả những năm trước nữa: 2021: …")
    breakdown: dict[str, Figure] = Field({}, alias="theo đơn vị", description="Chia theo khu phố, thôn: Khu 1: …")
    names: Many[Words] = Field((), alias="danh sách", description="Danh sách đứng sau con số.")
    note: Words | None = Field(None, alias="ghi chú", description="Ghi chú in trong bảng.")
    silenced: dict[str, Words] = Field({}, alias="bỏ qua", description="Mã kiểm tra được bỏ qua: lý do.")
