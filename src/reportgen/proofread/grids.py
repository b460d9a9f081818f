"""A table to a grid of figures: which rows are its head, what each column is, which unit a row is in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from reportgen.proofread.finding import Span
from reportgen.proofread.sentences import lowered
from reportgen.proofread.text import Cell, Table
from reportgen.quantity import Change, Quantity, Relation, parse_unit, read_quantity
from reportgen.quantity.units import MEASURED, SCALES, SPELLINGS


class Column(Enum):
    """What stands in a column."""

    NUMBER = "number"
    """The number of the row: STT."""
    NAME = "name"
    UNIT = "unit"
    VALUE = "value"
    COMPARED = "compared"
    """A ratio, a growth, a difference of other columns."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell that is one number."""

    quantity: Quantity
    span: Span

    @property
    def text(self) -> str:
        """The number as it is written."""
        return self.span.quote


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the body: its number, name and unit as written, in lower case, and its figures by column."""

    number: str
    name: str
    unit: str
    figures: dict[int, Figure]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table that was understood. `heads` are the columns' headings, what is merged above them first."""

    heads: tuple[str, ...]
    kinds: tuple[Column, ...]
    rows: tuple[Row, ...]
    formulas: dict[int, str]
    """Column → how the row of letters and numbers under the head says it is made: `5=4/3`."""
    labels: dict[str, int]
    """What that row calls each column → the column."""

    def columns(self, *kinds: Column) -> tuple[int, ...]:
        """The columns of these kinds, in order."""
        return tuple(column for column, kind in enumerate(self.kinds) if kind in kinds)


MOST_HEADS = 6
_LABEL = re.compile(r"\(?([0-9]{1,2}|[A-Za-zĐđ])\)?\s*(?:=\s*(?P<made>[^=]{1,40}))?")
_NUMBER = re.compile(r"(?:stt|tt|số tt|số thứ tự|số)\.?")
_UNIT = re.compile(r"(?:đơn vị(?: tính)?|đvt|đv|đơn vị đo)\.?")
_COMPARED = re.compile(
    r"%|so sánh|so với|so (?:kh|ck|cùng kỳ|kế hoạch)|tỷ lệ|tăng|giảm|\+/-|±|chênh lệch|đạt|\bth\s*/|tỷ trọng|cơ cấu"
)
_NAME = re.compile(r"chỉ tiêu|nội dung|tên|danh mục|hạng mục|lĩnh vực|chi bộ|thôn|tổ dân phố|đơn vị|khoản|loại")
MANY = 0.5


def grid(table: Table) -> Grid | None:
    """The table with its figures; None where it has no head, no names or no two columns of figures."""
    cells = table.grid()
    if len(cells) < 2 or len(cells[0]) < 2:
        return None
    body = _first_of_body(cells)
    if body is None or body == 0 or body >= len(cells):
        return None
    formulas, labels = _labelled(cells[body - 1])
    heads = tuple(_head(cells[: body - bool(labels)], column) for column in range(len(cells[0])))
    if all(not head for head in heads):
        return None
    figures = [_figures(row) for row in cells[body:]]
    kinds = tuple(_kind(head, column, cells[body:], figures) for column, head in enumerate(heads))
    named = [column for column, kind in enumerate(kinds) if kind is Column.NAME]
    units = [column for column, kind in enumerate(kinds) if kind is Column.UNIT]
    numbers = [column for column, kind in enumerate(kinds) if kind is Column.NUMBER]
    rows = tuple(
        _row(row, found, (named[:1], units[:1], numbers[:1])) for row, found in zip(cells[body:], figures, strict=True)
    )
    return Grid(heads, kinds, rows, formulas, labels)


def _first_of_body(cells: Sequence[Sequence[Cell | None]]) -> int | None:
    """The first row that holds a name and a figure; a row of labels (`A`, `1`, `2=…`) is still head."""
    for place, row in enumerate(cells[: MOST_HEADS + 1]):
        if place and _labelled(row)[1]:
            return place + 1
    for place, row in enumerate(cells[: MOST_HEADS + 1]):
        texts = [cell.text for cell in row if cell is not None and cell.row == place]
        figures = [text for text in texts if _value(text) is not None and not re.fullmatch(r"(?:19|20)\d\d", text)]
        if figures and any(re.search(r"[^\W\d_]{2}", text) for text in texts) and place:
            return place
    return None


def _labelled(row: Sequence[Cell | None]) -> tuple[dict[int, str], dict[str, int]]:
    """The labels of columns in a row that holds nothing else, at least three; and what is made of what."""
    formulas: dict[int, str] = {}
    labels: dict[str, int] = {}
    for column, cell in enumerate(row):
        text = cell.text if cell is not None else ""
        found = _LABEL.fullmatch(text)
        if found is None:
            if text:
                return {}, {}
            continue
        labels.setdefault(found[1].lower(), column)
        if found["made"]:
            formulas[column] = found["made"].lower()
    numbers = [int(label) for label in labels if label.isdigit()]
    in_order = len(numbers) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] <= 2
    return (formulas, labels) if in_order else ({}, {})


def _head(rows: Sequence[Sequence[Cell | None]], column: int) -> str:
    texts = [lowered(cell.text) for row in rows if (cell := row[column]) is not None and cell.text]
    return " > ".join(dict.fromkeys(texts))


def _figures(row: Sequence[Cell | None]) -> dict[int, Figure]:
    found: dict[int, Figure] = {}
    for column, cell in enumerate(row):
        if cell is None or cell.columns > 1 or cell.rows > 1:
            continue
        written = [paragraph for paragraph in cell.paragraphs if paragraph.text.strip()]
        quantity = _value(written[0].text) if len(written) == 1 else None
        if quantity is not None:
            start = quantity.number_start
            found[column] = Figure(quantity, Span(written[0], start, start + len(quantity.number)))
    return found


LONGEST = 40
"""Characters of a cell that may be one number."""


def _value(text: str) -> Quantity | None:
    if len(text) > LONGEST or not any(letter.isdigit() for letter in text):
        return None
    reading = read_quantity(text)
    quantity = reading.quantity
    if quantity is None or reading.text != text or any(flaw.code not in _MILD for flaw in reading.flaws):
        return None
    single = quantity.of is None and quantity.upper is None and not quantity.rank and quantity.beside is None
    level = quantity.relation is Relation.EQUAL and not quantity.hedges
    return quantity if single and level and not quantity.noun and len(quantity.number) > 0 else None


_MILD = frozenset({"Q311", "Q312", "Q314"})


def _kind(
    head: str, column: int, rows: Sequence[Sequence[Cell | None]], figures: Sequence[dict[int, Figure]]
) -> Column:
    last = head.rpartition(" > ")[2].strip()
    if _NUMBER.fullmatch(last):
        return Column.NUMBER
    if _UNIT.fullmatch(last):
        return Column.UNIT
    filled = sum(1 for row in rows if (cell := row[column]) is not None and cell.text)
    numeric = sum(1 for found in figures if column in found)
    if numeric and numeric >= MANY * filled:
        return Column.COMPARED if _COMPARED.search(head) else Column.VALUE
    if column <= 2 and (_NAME.search(head) or filled):
        return Column.NAME
    return Column.OTHER


def _row(row: Sequence[Cell | None], figures: dict[int, Figure], places: tuple[list[int], list[int], list[int]]) -> Row:
    def text(columns: list[int]) -> str:
        cell = row[columns[0]] if columns else None
        return lowered(cell.text) if cell is not None else ""

    name = text(places[0])
    unit = text(places[1]) or _unit_in(name)
    return Row(text(places[2]), name, unit, {at: _in(figure, unit) for at, figure in figures.items()})


_BEHIND = re.compile(r"\((?:đvt:?\s*)?([^()\d]{1,30})\)\s*$")


def _unit_in(name: str) -> str:
    """The unit in brackets behind a name: `thu ngân sách (tỷ đồng)`; "" where the brackets hold something else."""
    found = _BEHIND.search(name)
    unit = found[1].strip() if found else ""
    words = unit.replace("/", " ").split()
    known = SCALES.keys() | SPELLINGS.keys() | {"người"}
    return unit if words and all(word in known for word in words) else ""


def _in(figure: Figure, unit: str) -> Figure:
    """A whole number of a measured or an unknown thing is a rounded one; of a counted one it is exact."""
    quantity = figure.quantity
    if quantity.quantum or quantity.unit:
        return replace(figure, quantity=replace(quantity, change=Change.NONE, value=quantity.signed))
    words = unit.split()
    known = parse_unit(unit) if unit else None
    counted = known is not None and not set(words) & (SCALES.keys() | MEASURED) and "/" not in unit
    quantum = Decimal(0) if counted else Decimal(1)
    return replace(figure, quantity=replace(quantity, quantum=quantum, change=Change.NONE, value=quantity.signed))
