"""Indicators (chỉ tiêu): a result with everything that it is compared with. Each figure is typed here, once."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from reportgen.model.section import Section
from reportgen.model.shapes import AsFigure, AsFlag, AsProse, AsWords, Each, Keyed, Maybe, Several


class Plan(Section):
    """A plan or target (kế hoạch) and who set it. Short form: its value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Maybe[AsFigure] = Field(
        None, validation_alias="giá trị", description="Mức kế hoạch: 41,67 tỷ đồng, ≥ 97%, 10 - 15%."
    )
    setter: Maybe[AsWords] = Field(
        None, validation_alias="giao bởi", description="Ai giao: thành phố, HĐND phường, Nghị quyết Đại hội."
    )
    adjusted: Maybe[AsFlag] = Field(None, validation_alias="điều chỉnh", description="có: kế hoạch đã điều chỉnh.")
    ratio: Maybe[AsFigure] = Field(
        None, validation_alias="tỷ lệ", description="Tỷ lệ đã công bố; được đối chiếu khi có giá trị kế hoạch."
    )
    status: Maybe[AsWords] = Field(
        None, validation_alias="đánh giá", description="đạt, vượt hoặc không đạt; được đối chiếu khi có giá trị."
    )


class Before(Section):
    """Last year's value (năm trước). Short form: the value."""

    shorthand: ClassVar[str] = "giá trị"

    value: Maybe[AsFigure] = Field(None, validation_alias="giá trị", description="Kết quả năm trước.")
    change: Each[AsFigure] = Field(
        (), validation_alias="tăng giảm", description="Mức tăng, giảm đã công bố: tăng 8,5%; được đối chiếu."
    )


class Indicator(Section):
    """One indicator (chỉ tiêu) and its result. Short form: the result. Without a name its key is the name."""

    shorthand: ClassVar[str] = "thực hiện"

    name: Maybe[AsWords] = Field(
        None, validation_alias="tên", description="Tên chỉ tiêu, viết thường, như đọc giữa câu; bỏ trống thì lấy khóa."
    )
    result: Maybe[AsFigure] = Field(
        None, validation_alias="thực hiện", description="Kết quả: ước 41,795 tỷ đồng; 2.570/2.683 hộ."
    )
    plans: Several[Plan] = Field(
        (), validation_alias="kế hoạch", description="Kế hoạch năm nay, một hoặc nhiều nơi giao."
    )
    before: Before | None = Field(None, validation_alias="năm trước", description="Kết quả năm trước.")
    after: Several[Plan] = Field((), validation_alias="năm sau", description="Chỉ tiêu năm sau.")
    ratio: Maybe[AsFigure] = Field(None, validation_alias="tỷ lệ", description="Tỷ lệ đã công bố của kết quả dạng n/m.")
    parts: Each[AsWords] = Field(
        (), validation_alias="gồm", description="Tên các chỉ tiêu thành phần; cộng lại phải bằng kết quả."
    )
    factors: Each[AsWords] = Field(
        (), validation_alias="tích của", description="Tên các chỉ tiêu nhân với nhau thành kết quả."
    )
    group: Maybe[AsWords] = Field(
        None, validation_alias="nhóm", description="Nhóm trong bảng chỉ tiêu: Kinh tế, Văn hóa - xã hội…"
    )
    unit: Maybe[AsWords] = Field(
        None, validation_alias="đơn vị tính", description="Đơn vị tính in trong bảng; bỏ trống thì lấy từ kết quả."
    )
    sentence: Maybe[AsProse] = Field(
        None,
        validation_alias="cách viết",
        description="Câu in khi nhắc đến chỉ tiêu, với {{ giá trị }}, {{ so kế hoạch }}…",
    )
    lower_is_better: Maybe[AsFlag] = Field(
        None, validation_alias="thấp là tốt", description="có: kết quả thấp hơn kế hoạch là tốt, như tỷ lệ hộ nghèo."
    )
    as_of: Maybe[AsWords] = Field(
        None, validation_alias="thời điểm", description="Số liệu tính đến khi nào: đến ngày 30/11/2023."
    )
    prices: Maybe[AsWords] = Field(None, validation_alias="giá", description="giá so sánh 2010, giá hiện hành.")
    rank: Maybe[AsFigure] = Field(None, validation_alias="xếp hạng", description="Thứ hạng: thứ 1/17 phường.")
    history: Keyed[AsFigure] = Field(
        default_factory=dict, validation_alias="các năm", description="Kết quả những năm trước nữa: 2021: …"
    )
    breakdown: Keyed[AsFigure] = Field(
        default_factory=dict, validation_alias="theo đơn vị", description="Chia theo khu phố, thôn: Khu 1: …"
    )
    names: Each[AsWords] = Field((), validation_alias="danh sách", description="Danh sách đứng sau con số.")
    note: Maybe[AsWords] = Field(None, validation_alias="ghi chú", description="Ghi chú in trong bảng.")
    silenced: Keyed[AsWords] = Field(
        default_factory=dict, validation_alias="bỏ qua", description="Mã kiểm tra được bỏ qua: lý do."
    )
