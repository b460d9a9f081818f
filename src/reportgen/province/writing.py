"""An aggregate as an input of the unit above: figures with the file and line that each came from, a text to begin with.

The text calls every total by its name; each indicator has an annex with its ranking. What is left is to be filled in,
as in any new input.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from reportgen.drafting.fresh import Answers, fill, parts
from reportgen.drafting.scalars import comment, entry, one_line, scalar
from reportgen.names.units import COMMUNES, DISTRICTS
from reportgen.province.aggregate import Aggregate, Indicator, Sum
from reportgen.province.ranking import ranking, unit_of
from reportgen.province.sums import MEAN, SAME

MOST_NAMED = 8
"""So many missing units are named in a table's note; the annex of the indicator names all."""
OTHER = "Chỉ tiêu khác"
NOT_ADDED = (
    "Không tổng hợp: chỉ một đơn vị có, chờ trả lời ở ghép.yaml, hoặc không phải số cộng được (thứ hạng, mức tăng "
    "giảm, lời):"
)


def new_input(made: Aggregate, answers: Answers, schema: str) -> str:
    """The text of the input."""
    own: Mapping[str, Iterator[str]] = {
        "chỉ tiêu": _indicators(made),
        "kết quả": _results(made),
        "phụ lục": _annexes(made),
    }
    pieces = (
        "".join(f"{line}\n" for line in own[name]) if name in own else fill(name, answers, schema) for name in parts()
    )
    return "\n".join(pieces)


def _indicators(made: Aggregate) -> Iterator[str]:
    count = len(made.units)
    yield from comment(0, f"Tổng hợp từ tệp của {count} đơn vị; sau dấu # là tệp và dòng mà số liệu lấy từ đó.")
    if made.absent:
        yield from comment(0, f"Chưa có số liệu của {len(made.absent)} đơn vị: {', '.join(made.absent)}.")
    yield "chỉ tiêu:"
    for one in _ordered(made):
        yield from _indicator(one, made)
    if made.alone:
        yield from comment(
            2,
            NOT_ADDED,
        )
        for name, unit in made.alone:
            yield from comment(2, f"- {name} ({unit})")


def _ordered(made: Aggregate) -> list[Indicator]:
    """By groups, a group where its first indicator stands."""
    order = list(dict.fromkeys(one.group for one in made.indicators))
    return sorted(made.indicators, key=lambda one: order.index(one.group))


def _indicator(one: Indicator, made: Aggregate) -> Iterator[str]:
    yield f"  {scalar(one.key)}:"
    yield from entry(4, "tên", _above(one.name))
    yield from entry(4, "nhóm", one.group) if one.group else ()
    if one.result is None:
        yield from comment(4, _unsummed(one))
        yield from entry(4, "đơn vị tính", unit) if (unit := unit_of(one)) else ()
    yield from _figure(4, "thực hiện", one.result)
    if one.plan is not None and one.setter:
        yield "    kế hoạch:"
        yield from entry(6, "giao bởi", one.setter)
        yield from _figure(6, "giá trị", one.plan)
    else:
        yield from _figure(4, "kế hoạch", one.plan)
    yield from _figure(4, "năm trước", one.before)
    yield from _figure(4, "năm sau", one.after)
    if one.history:
        yield "    các năm:"
        for year, total in one.history:
            yield from _figure(6, year, total)
    if one.lower_is_better:
        yield "    thấp là tốt: có"
    if note := note_of(one, made):
        yield from entry(4, "ghi chú", note)
    if one.values:
        yield "    theo đơn vị:"
        for value in one.values:
            yield from entry(6, value.unit, value.text, f"{one_line(value.place.file.name)}:{value.place.line}")


_OF_UNIT = re.compile(rf" (?:(?:của|toàn|tại) )?(?:{'|'.join(sorted(COMMUNES | DISTRICTS))})$")


def _above(name: str) -> str:
    """The name without the level of the units at its end: `trên địa bàn xã` is of the province as well."""
    return _OF_UNIT.sub("", name) or name


def _unsummed(one: Indicator) -> str:
    if one.rate:
        return "Tỷ lệ, mức bình quân không cộng được; ghi quyền số ở “bình quân theo” của ghép.yaml thì tính được."
    return "Các đơn vị viết theo những đơn vị đo khác nhau nên không cộng được; chỉ kê từng đơn vị."


def _figure(indent: int, key: str, total: Sum | None) -> Iterator[str]:
    if total is not None:
        yield from entry(indent, key, total.total.text, _made(total))


def _made(total: Sum) -> str:
    """How a figure was made, for the comment behind it."""
    count = len(total.origins)
    if total.total.rule == MEAN:
        return f"bình quân của {count} đơn vị theo {one_line(total.weight)}"
    return f"mức chung của {count} đơn vị" if total.total.rule == SAME else f"cộng {count} đơn vị"


def note_of(one: Indicator, made: Aggregate) -> str:
    """What a total lacks, as its table says it; "" where all units are in it."""
    missing = [*one.missing, *made.absent]
    if not missing:
        return ""
    named = ", ".join(missing[:MOST_NAMED]) + (", …" if len(missing) > MOST_NAMED else "")
    return f"chưa có {len(missing)}/{len(made.units) + len(made.absent)} đơn vị: {named}"


def _results(made: Aggregate) -> Iterator[str]:
    yield from comment(0, "Lời văn theo lĩnh vực; mỗi tổng số đã được gọi sẵn, viết thêm nhận định quanh đó.")
    yield "kết quả:"
    for group, found in groupby(_ordered(made), key=lambda one: one.group or OTHER):
        shown = [one for one in found if one.result is not None]
        if shown:
            yield f"  - mục: {scalar(group)}"
            yield "    nội dung: |"
            yield from (f"      - {{{{ {one.key} }}}}." for one in shown)


def _annexes(made: Aggregate) -> Iterator[str]:
    yield "phụ lục:"
    for one in _ordered(made):
        if one.values:
            yield f"  - tiêu đề: {scalar(_title(one, made.year))}"
            yield "    nội dung: |"
            yield from (f"      {line}".rstrip() for line in _table(one, made))


def _title(one: Indicator, year: int) -> str:
    return f"Xếp hạng các đơn vị theo {_above(one.name)} năm {year}"


def _table(one: Indicator, made: Aggregate) -> Iterator[str]:
    """The ranking as a Markdown table, and who is missing."""
    unit = unit_of(one)
    ranked = ranking(one, unit)
    measured = f" ({unit})" if unit else ""
    before = any(row.before for row in ranked)
    plan = any(row.plan for row in ranked)
    head = ["Hạng", "Đơn vị", *([f"Năm {made.year - 1}{measured}"] if before else []), f"Năm {made.year}{measured}"]
    head += ["So năm trước"] if before else []
    head += ["So kế hoạch"] if plan else []
    yield f"| {' | '.join(head)} |"
    yield f"|{'|'.join([':-:', '---', *['--:'] * (len(head) - 2)])}|"
    for row in ranked:
        cells = [row.rank, row.unit, *([row.before] if before else []), row.value]
        cells += [row.growth] if before else []
        cells += [row.plan] if plan else []
        yield f"| {' | '.join(_cell(cell) for cell in cells)} |"
    missing = [*one.missing, *made.absent]
    if missing:
        yield ""
        yield f"Chưa có số liệu của: {_cell(', '.join(missing))}."


def _cell(text: str) -> str:
    return one_line(text).replace("|", "/").replace("{{", "").replace("*", "") or "-"


def trace_name(file: Path) -> str:
    """The name of the file of origins that stands beside an input."""
    return f"{file.stem}.nguồn.json"
