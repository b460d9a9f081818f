"""Indicators (chỉ tiêu): a result with everything that it is compared with. Each figure is typed here, once."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar

from pydantic import Field

from reportgen.model.leaves import Words
from reportgen.model.section import Section
from reportgen.model.shapes import AsFigure, AsFlag, AsProse, AsWords, Each, Keyed, Listed, Maybe, Several, Table
from reportgen.names.pieces import Piece
from reportgen.quantity import read_quantity
from reportgen.quantity.clauses import read_clause
from reportgen.quantity.counters import counted
from reportgen.quantity.shorthand import in_full


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
    also: ClassVar[Mapping[str, str]] = MappingProxyType(
        {"kh": "kế hoạch", "th": "thực hiện", "uoc thuc hien": "thực hiện"}
        | {"nam ngoai": "năm trước", "cung ky": "năm trước", "kh nam sau": "năm sau", "dvt": "đơn vị tính"}
    )

    name: Maybe[AsWords] = Field(
        None, validation_alias="tên", description="Tên chỉ tiêu, viết thường, như đọc giữa câu; bỏ trống thì lấy khóa."
    )
    result: Maybe[AsFigure] = Field(
        None, validation_alias="thực hiện", description="Kết quả: ước 41,795 tỷ đồng; 2.570/2.683 hộ."
    )
    in_words: Maybe[AsWords] = Field(
        None, validation_alias="bằng lời", description="Kết quả không đo bằng số: mức xanh, vượt dự toán."
    )
    plans: Several[Plan] = Field(
        (), validation_alias="kế hoạch", description="Kế hoạch năm nay, một hoặc nhiều nơi giao."
    )
    before: Before | None = Field(None, validation_alias="năm trước", description="Kết quả năm trước.")
    after: Several[Plan] = Field((), validation_alias="năm sau", description="Chỉ tiêu năm sau.")
    ratio: Maybe[AsFigure] = Field(None, validation_alias="tỷ lệ", description="Tỷ lệ đã công bố của kết quả dạng n/m.")
    parts: Listed[AsWords] = Field(
        (), validation_alias="gồm", description="Tên các chỉ tiêu thành phần; cộng lại phải bằng kết quả."
    )
    factors: Listed[AsWords] = Field(
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
    names: Listed[AsWords] = Field((), validation_alias="danh sách", description="Danh sách đứng sau con số.")
    note: Maybe[AsWords] = Field(None, validation_alias="ghi chú", description="Ghi chú in trong bảng.")
    silenced: Keyed[AsWords] = Field(
        default_factory=dict, validation_alias="bỏ qua", description="Mã kiểm tra được bỏ qua: lý do."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """A clause in the result's place as result, plan, ratio and change; a result in words behind its own key; bare
        numbers with the result's unit."""
        return _of_the_plan(_same_units(_parted(_in_words(table))))


_GRADE = re.compile(
    r"(?:(?:ước|đều|cơ bản|đã) )*(?:đạt|vượt|hoàn thành|chưa|không đạt|được|mức|loại|xếp|hạng|tốt|khá|xuất sắc"
    r"|trung bình|ổn định|đang)\b\D*",
    re.IGNORECASE,
)
"""A result that is no number, but says how far things came: `mức xanh`, `vượt dự toán`, `Đạt`."""


def _in_words(table: Table) -> Table:
    result = table.words("thực hiện")
    if result is None or not _GRADE.fullmatch(result.strip()) or "bằng lời" in table:
        return table
    return table.without("thực hiện").having({"bằng lời": result})


def _parted(table: Table) -> Table:
    result = table.words("thực hiện")
    result = result.reworded(in_full(result)) if result is not None else None
    clause = read_clause(result) if result is not None else None
    if result is None or clause is None:
        return table
    said = {kind: result.piece(Piece(*part)) for kind, part in clause.said.items()}
    table = table.with_entry("thực hiện", result.piece(Piece(*clause.result))).having({"tỷ lệ": said.get("share")})
    table = _beside(table, "kế hoạch", {"giá trị": said.get("plan"), "tỷ lệ": said.get("ratio")})
    return _beside(table, "năm trước", {"tăng giảm": said.get("change")})


def _beside(table: Table, key: str, said: Mapping[str, Words | None]) -> Table:
    """The table with what was said put into the section behind the key, where that is one."""
    known = {name: words for name, words in said.items() if words is not None}
    held = table.get(key)  # type: ignore[call-overload]
    if not known:
        return table
    if held is None:
        return table.having({key: Table({Words(name): words for name, words in known.items()}, table.place, table.key)})
    if isinstance(held, Words):
        held = Table({Words("giá trị"): held}, table.place, held.key)
    return table.with_entry(key, held.having(known)) if isinstance(held, Table) else table


def _same_units(table: Table) -> Table:
    """Bare numbers of plans and last year's with the unit of the result; of the result, with the noun that its name
    begins with: `hội viên mới: 126`."""
    result = table.words("thực hiện")
    if result is None or "đơn vị tính" in table:
        return table
    quantity = read_quantity(in_full(result)).quantity
    name = table.words("tên") or table.key
    bare = _bare(result) or _OF_SO_MANY.fullmatch(result.strip()) is not None
    if quantity is not None and not quantity.unit and bare and name is not None and (noun := counted(name)):
        table = table.with_entry("thực hiện", result.reworded(f"{result.strip()} {noun}"))
        unit = noun
    else:
        alone = quantity is not None and not quantity.change.value and quantity.of is None
        unit = quantity.unit_text if quantity is not None and alone else ""
    for key in ("kế hoạch", "năm trước", "năm sau") if unit else ():
        held = table.get(key)  # type: ignore[call-overload]
        if isinstance(held, Words):
            table = table.with_entry(key, _with_unit(held, unit, result))
        elif isinstance(held, Table) and (value := held.words("giá trị")) is not None:
            table = table.with_entry(key, held.with_entry("giá trị", _with_unit(value, unit, result)))
    return table


def _of_the_plan(table: Table) -> Table:
    """The indicator's `tỷ lệ` as its plan's, where it cannot be a share: of a result that is no n/m it says how far the
    plan was reached if it is more than the whole, or just what result and plan give."""
    result, ratio, plan = table.words("thực hiện"), table.words("tỷ lệ"), table.get("kế hoạch")  # type: ignore[call-overload]
    value = plan if isinstance(plan, Words) else plan.words("giá trị") if isinstance(plan, Table) else None
    if result is None or ratio is None or value is None or (isinstance(plan, Table) and "tỷ lệ" in plan):
        return table
    done, said, wanted = (read_quantity(in_full(words)).quantity for words in (result, ratio, value))
    if done is None or said is None or wanted is None or done.of is not None or said.unit != "%":
        return table
    reached = 100 * done.value / wanted.value if done.unit == wanted.unit and wanted.value else None
    if said.value > 100 or (reached is not None and abs(reached - said.value) < NEARLY):
        return _beside(table.without("tỷ lệ"), "kế hoạch", {"tỷ lệ": ratio})
    return table


NEARLY = 1
"""So far, in percent, a ratio may be rounded."""
_OF_SO_MANY = re.compile(r"\d[\d.]*\s*/\s*\d[\d.]*")
FARTHEST = 20
"""A bare number may be so many times another and still be in its unit; beyond that another scale is likely."""


def _with_unit(words: Words, unit: str, like: Words) -> Words:
    """A bare number with the unit of another that is of its size; money per head with what the other is per."""
    spelt = in_full(words)
    if "/" in unit and spelt.strip().endswith(unit.partition("/")[0]):
        return words.reworded(spelt.strip() + unit[len(unit.partition("/")[0]) :])
    if not _bare(words):
        return words
    own, other = (read_quantity(_FIRST.search(text).group()).quantity for text in (words, like))  # type: ignore[union-attr]
    far = own is None or other is None or not other.value or not 1 <= FARTHEST * own.value / other.value <= FARTHEST**2
    return words if far else words.reworded(f"{words.strip()} {unit}")


_FIRST = re.compile(r"\d[\d.,]*(?<![.,])")


def _bare(words: Words) -> bool:
    """Whether a text is a number alone, perhaps with a word or a sign before it."""
    return re.fullmatch(r"[^\d/%]*\d[\d.,]*(?:\s*[-–]\s*\d[\d.,]*)?\s*", words) is not None
