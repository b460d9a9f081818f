"""Next year's input from this year's: targets become plans, results become last year, what was of the year is emptied.

In: an input that was read. Out: the text of the next one. Kept are the unit, the letterhead's lasting lines, names,
groups, units, parts, setters, own sentences and headings; prose waits in comments, to be written over; typed ratios
and verdicts are dropped, for the program computes them. What is kept but speaks of a year or a day is marked with
`REVIEW`, in a comment on its line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from reportgen.checks.official import OLD_LEVELS, OWN_CITIES, TWO_LEVELS
from reportgen.drafting.fresh import Answers, fill, parts
from reportgen.drafting.keeping import PROSE, REVIEW, Lines, as_written, items, kept, one_text, stale, topics
from reportgen.drafting.scalars import as_item, entry, item, names, one_line, scalar
from reportgen.model import Conference
from reportgen.model.indicators import Indicator, Plan
from reportgen.model.leaves import Figure
from reportgen.model.letterhead import Letterhead, Signer
from reportgen.model.press import Contact
from reportgen.problems import Problem, Severity
from reportgen.problems.catalog import severity
from reportgen.prose.references import Reference, references
from reportgen.quantity import Quantity, read_quantity, write_quantity
from reportgen.vietnamese.letters import fold

ESTIMATED = "ước; thay bằng số chính thức"

WITHOUT_FIGURES = frozenset({"ten", "nam", "nam truoc", "nam sau", "don vi"})
"""What a text may call, folded, without calling a figure."""

_ESTIMATE = re.compile(r"\s*ước(?:\s+(?:tính đạt|thực hiện|tính|đạt|được))?\s+", re.IGNORECASE)


def following_year(conference: Conference, problems: Sequence[Problem], schema: str) -> str:
    """The text of next year's input. `problems` are those of reading this year's; `schema` is the way to the schema."""
    answers = Answers(conference.year.number + 1, str(conference.unit.name))
    head = fill("đầu", answers, schema) + _text(_told(conference, problems))
    rest = (_part(name, conference, answers) for name in parts() if name != "đầu")
    return "\n".join(piece for piece in (head, *rest) if piece)


def _part(name: str, conference: Conference, answers: Answers) -> str:
    """A part as this year's conference gives it, else as an empty input has it; with this year's prose in comments."""
    text = _text(OWN[name](conference)) if name in OWN else fill(name, answers)
    prose = PROSE[name](conference) if name in PROSE else ()
    return text + _text(as_written(0, prose, conference.year.number))


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _told(conference: Conference, problems: Sequence[Problem]) -> Lines:
    """Where the file comes from, and which lines of the old one could not be taken over."""
    yield "#"
    yield f"# Lập từ tệp năm {conference.year.number}. Những chỗ ghi “{REVIEW}” cần xem lại; xem xong thì xóa lời ghi."
    lines = sorted({problem.place.line for problem in problems if severity(problem.code) is Severity.ERROR})
    if lines:
        where = ", ".join(map(str, lines))
        yield f"# {REVIEW}: tệp năm {conference.year.number} còn lỗi ở dòng {where}; nội dung ở đó không được lấy sang."


# The outermost keys


def _unit(conference: Conference) -> Lines:
    unit, year = conference.unit, conference.year.number
    yield "đơn vị:"
    yield from kept(2, "tên", unit.name, year)
    yield from kept(2, "cơ quan", unit.organ, year)
    if unit.above and year + 1 >= TWO_LEVELS.year and _was_a_district(unit.above):
        yield f"  # {REVIEW}: từ 01/7/2025 không còn cấp huyện; năm {year} ghi cấp trên: {one_line(unit.above)}"
    else:
        yield from kept(2, "cấp trên", unit.above, year)
    yield from kept(2, "tỉnh", unit.province, year)
    if unit.fictional is not None and unit.fictional.on:
        yield "  hư cấu: có"


def _was_a_district(name: str) -> bool:
    """Whether a unit was of the level that was dissolved: of cities, those that are no provinces."""
    city = name.lower().startswith("thành phố ") and fold(name).removeprefix("thanh pho ") not in OWN_CITIES
    return city or name.lower().startswith(OLD_LEVELS)


def _letterhead(conference: Conference) -> Lines:
    yield "văn bản:"
    yield from _indented(2, _lasting(conference.letterhead, conference.year.number))


def _letterheads(conference: Conference) -> Lines:
    """Those of the other papers, under their names."""
    yield "văn bản khác:"
    for name, paper in conference.letterheads.items():
        yield f"  {scalar(name)}:"
        yield from _indented(4, _lasting(paper, conference.year.number))


def _indented(indent: int, lines: Lines) -> Lines:
    return (f"{' ' * indent}{line}" for line in lines)


def _lasting(paper: Letterhead, year: int) -> Lines:
    """What of a letterhead outlasts the year; number and day are left to fill in."""
    yield from kept(0, "thể thức", paper.regime, year)
    yield "số:"
    yield f"ngày:                     # ngày ký: 24/12/{year + 1}"
    yield "trích yếu:                # bỏ trống thì chương trình đặt theo năm"
    yield from kept(0, "địa danh", paper.place, year)
    yield from kept(0, "cơ quan chủ quản", paper.parent, year)
    for key, texts in (("cơ quan ban hành", paper.issuer), ("kính gửi", paper.addressees)):
        yield from items(0, key, texts, year) if texts else ()
    yield from _bases(paper.bases, year)
    yield "người ký:"
    for signer in paper.signers:
        yield from _signer(signer, year, several=len(paper.signers) > 1)
    yield from items(0, "nơi nhận", paper.recipients, year)


def _signer(signer: Signer, year: int, *, several: bool) -> Lines:
    """A signer's lines, as an entry of a list where several sign."""
    indent = 4 if several else 2
    lines = [*kept(indent, "quyền hạn", signer.power, year), *kept(indent, "chức vụ", signer.office, year)]
    lines += kept(indent, "họ tên", signer.name, year, f"{REVIEW}: người ký năm {year}")
    first = [f"  - {line.lstrip()}" if several else line for line in lines[:1]]
    yield from (*first, *lines[1:])


def _bases(bases: Iterable[str], year: int) -> Lines:
    """Bases that name a day or a year are of the old year: they stay as comments, so that none is printed by
    oversight."""
    yield "căn cứ:"
    for basis in bases:
        if stale(basis, year):
            yield f"  # {REVIEW}, thay bằng văn bản của năm {year + 1}: {one_line(basis)}"
        else:
            yield from item(2, one_text(basis))


def _indicators(conference: Conference) -> Lines:
    year = conference.year.number
    yield f"# “năm trước” là kết quả năm {year}. Kế hoạch không ghi nơi giao là “năm sau” của tệp năm {year};"
    yield "# nơi giao để trống thì điền khi có số giao."
    yield "chỉ tiêu:"
    for key, indicator in conference.indicators.items():
        yield f"  {scalar(key)}:"
        yield from _indicator(indicator, year)


def _indicator(indicator: Indicator, year: int) -> Lines:
    yield from kept(4, "tên", indicator.name, year)
    yield from kept(4, "nhóm", indicator.group, year)
    yield "    thực hiện:"
    yield from _plans(indicator, year)
    yield from _before(indicator, year)
    yield "    năm sau:"
    yield from _history(indicator, year)
    yield from names(4, "gồm", indicator.parts) if indicator.parts else ()
    yield from names(4, "tích của", indicator.factors) if indicator.factors else ()
    yield from kept(4, "đơn vị tính", indicator.unit, year)
    yield from kept(4, "giá", indicator.prices, year)
    if indicator.lower_is_better is not None and indicator.lower_is_better.on:
        yield "    thấp là tốt: có"
    yield from _calling(4, "cách viết", indicator.sentence, year)
    yield from _emptied(indicator, year)


def _calling(indent: int, key: str, text: str | None, year: int) -> Lines:
    """A text that may call figures. One that does waits in a comment: there are none to print yet."""
    if text is None or not any(True for _ in _called(text)):
        yield from kept(indent, key, text, year)
    else:
        yield f"{' ' * indent}# {REVIEW}: bỏ dấu # của dòng dưới khi đã điền số"
        yield f"{' ' * indent}# {key}: {scalar(one_line(text))}"


def _emptied(indicator: Indicator, year: int) -> Lines:
    """What was there, to be filled in again."""
    if indicator.as_of:
        yield f"    thời điểm:              # năm {year}: {one_line(indicator.as_of)}"
    if indicator.rank:
        yield "    xếp hạng:"
    if indicator.names:
        yield "    danh sách:"
    if indicator.breakdown:
        yield "    theo đơn vị:"
        yield from (f"      # {scalar(key)}:" for key in indicator.breakdown)
    for code, reason in indicator.silenced.items():
        yield f"    # {REVIEW}: năm {year} bỏ qua {one_line(code)}: {one_line(reason)}"


def _plans(indicator: Indicator, year: int) -> Lines:
    """The targets as plans, then this year's other setters with nothing behind them."""
    targets = [plan for plan in indicator.after if plan.value is not None]
    set_already = {fold(plan.setter or "") for plan in targets}
    setters = dict.fromkeys(str(plan.setter) for plan in indicator.plans if plan.setter)
    waiting = [setter for setter in setters if fold(setter) not in set_already]
    yield "    kế hoạch:"
    for plan in targets:
        yield from _plan(plan, year)
    for setter in waiting:
        yield from as_item(entry(8, "giao bởi", setter, stale(setter, year)), 6)
        yield "        giá trị:"


def _plan(plan: Plan, year: int) -> Lines:
    assert plan.value is not None
    lines = [*entry(8, "giá trị", one_text(plan.value.words))]
    if plan.setter:
        lines = [*entry(8, "giao bởi", plan.setter, stale(plan.setter, year)), *lines]
    if plan.adjusted is not None and plan.adjusted.on:
        lines.append("        điều chỉnh: có")
    yield from as_item(lines, 6)


def _before(indicator: Indicator, year: int) -> Lines:
    if indicator.result is None:
        yield "    năm trước:"
        return
    text, estimated = final(indicator.result)
    noted = [ESTIMATED] if estimated else []
    as_of = indicator.result.quantity.as_of or indicator.as_of
    if as_of and not estimated:
        noted.append(f"{REVIEW}: {one_line(as_of)}; thay bằng số cả năm {year} nếu khác")
    yield from entry(4, "năm trước", text, "; ".join(noted))


def final(figure: Figure) -> tuple[str, bool]:
    """The figure as written but without `ước`, and whether there was one."""
    quantity, text = figure.quantity, one_text(figure.words)
    if "ước" not in quantity.hedges:
        return text, False
    wanted = replace(quantity, hedges=tuple(hedge for hedge in quantity.hedges if hedge != "ước"))
    shorter = _ESTIMATE.sub("", text, count=1)
    return (shorter if _reads_as(shorter, wanted) else write_quantity(wanted).replace("\u00a0", " ")), True


def _reads_as(text: str, quantity: Quantity) -> bool:
    return read_quantity(text).quantity == quantity


def _history(indicator: Indicator, year: int) -> Lines:
    """Earlier years with the one that was last year's, where they are kept at all."""
    if not indicator.history:
        return
    before = indicator.before.value if indicator.before else None
    known = {key: one_text(figure.words) for key, figure in indicator.history.items()}
    if before is not None:
        known.pop(str(year - 1), None)
        known[str(year - 1)] = one_text(before.words)
    yield "    các năm:"
    for key, text in known.items():
        yield from entry(6, key, text)


def _results(conference: Conference) -> Lines:
    yield from topics("kết quả", conference.results, conference.year.number, 0)


def _called(text: str) -> Iterator[str]:
    """The names of the figures that a text calls."""
    found = (reference.name for reference in references(text) if isinstance(reference, Reference))
    yield from (name for name in found if fold(name) not in WITHOUT_FIGURES)


def _directions(conference: Conference) -> Lines:
    plan, year = conference.directions, conference.year.number
    yield "phương hướng:"
    yield from ("  bối cảnh:", "  mục tiêu:", "  chỉ tiêu:")
    yield from topics("nhiệm vụ", plan.tasks, year, 2)
    yield from topics("giải pháp", plan.solutions, year, 2)
    yield "  kiến nghị:"


def _press(conference: Conference) -> Lines:
    press, year = conference.press, conference.year.number
    yield "tin bài:"
    yield from ("  tiêu đề:", "  sapo:")
    yield from names(2, "điểm nhấn", press.highlights) if press.highlights else ()
    yield from kept(2, "tác giả", press.author, year)
    yield from kept(2, "nguồn", press.source, year)
    yield from kept(2, "xưng hô", press.address, year)
    yield from kept(2, "độ dài", press.length, year)
    yield from names(2, "bố cục", press.layout) if press.layout else ()
    yield from items(2, "từ khóa", press.keywords, year) if press.keywords else ()
    yield from _contact(press.contact, year)
    yield from _calling(2, "giới thiệu", press.about, year)
    yield "  ảnh:"


def _contact(contact: Contact, year: int) -> Lines:
    """Whom to ask: the same office as a rule, perhaps another person."""
    lines = [
        *kept(4, "họ tên", contact.name, year, f"{REVIEW}: người liên hệ năm {year}"),
        *kept(4, "chức vụ", contact.office, year),
        *kept(4, "điện thoại", contact.phone, year),
        *kept(4, "thư điện tử", contact.email, year),
        *kept(4, "địa chỉ", contact.address, year),
        *kept(4, "trang thông tin", contact.site, year),
    ]
    yield from ("  liên hệ:", *lines) if lines else ()


def _annexes(conference: Conference) -> Lines:
    for annex in conference.annexes:
        yield f"# {REVIEW}: năm {conference.year.number} có phụ lục “{one_line(annex.title)}”."


def _abbreviations(conference: Conference) -> Lines:
    if conference.abbreviations:
        yield "chữ viết tắt:"
        for key, text in conference.abbreviations.items():
            yield from entry(2, key, one_text(text))


OWN: Mapping[str, Callable[[Conference], Lines]] = MappingProxyType(
    {
        "đơn vị": _unit,
        "văn bản": _letterhead,
        "văn bản khác": _letterheads,
        "chỉ tiêu": _indicators,
        "kết quả": _results,
        "phương hướng": _directions,
        "tin bài": _press,
        "phụ lục": _annexes,
        "chữ viết tắt": _abbreviations,
    }
)
"""Part of the template → what writes it from this year's conference; the other parts are those of an empty input."""

assert OWN.keys() | PROSE.keys() <= parts().keys()
