"""How a result is stated: its name, its verb, its number, in the order in which they are said.

tổng thu ngân sách nhà nước ước đạt 41,795 tỷ đồng · 2.570 hộ đạt … · giúp 05 hội viên thoát nghèo · mức xanh
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reportgen.figures import phrase
from reportgen.figures.ledger import CHANGES, Line
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Datum, Phrase
from reportgen.names.indicators import led_by_verb
from reportgen.quantity import Quantity, is_physical, write_quantity
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

RESULT = Part(Shows.RESULT)
PEOPLE = tuple(fold(noun) + " " for noun in ("lao động", "thanh niên", "học sinh", "đảng viên", "hội viên", "công dân"))
"""Nouns that are counted themselves: `312 lao động có việc làm`, not `lao động … đạt 312 người`."""
PERSON = "người"
PERSONS = frozenset({PERSON, "đồng chí"})
"""Units that say no more than such a noun does."""
EVENTS, STOCKS = frozenset({"vụ"}), frozenset({"hộ", "nhà", "hồ sơ"})
"""Units of what happens, and of what is left where it shall be low."""
OF_THINGS = frozenset({"m", "km", "m²", "km²", "ha", "m³", "kg", "tạ", "tấn", "lít"})
"""Measures of things that were given, laid, planted: the number stands between verb and thing."""


def stated(line: Line) -> Phrase:
    """`tổng thu … ước đạt 41,795 tỷ đồng`; `2.570 hộ đạt …` where the name begins with the unit."""
    result = line.result
    if result is None:
        return (" ".join((line.name, *_in_words(line))),)
    shown = phrase.datum(line.key, RESULT, result)
    if phrase.is_none(result):
        gone = line.lower_is_better and line.before is not None
        return (replace(shown, text=printed("result.none left" if gone else "result.none")), f" {line.name}")
    if counts_its_name(line, result):
        return _with_value_behind(result, shown, line.name[len(result.unit) :])
    if done := _done(line, result):
        before, after = done
        return (f"{before} ", *_with_value_behind(result, shown, after))
    return _without_noun(line, result, shown) or _with_verb(line, result, shown)


def _without_noun(line: Line, result: Quantity, shown: Datum) -> Phrase:
    """The number without the noun that the name says: `312 lao động có việc làm`, `tổng số hội viên là 412 người`;
    empty where it says none."""
    if result.unit in PERSONS and fold(line.name).startswith(PEOPLE):
        return (_without_unit(result, shown), f" {line.name}")
    if result.of is None and fold(line.name) == f"tong so {fold(result.unit)}":
        people = f"{fold(result.unit)} ".startswith(PEOPLE)
        number = _without_unit(result, shown)
        said = replace(number, text=f"{number.text}{phrase.NO_BREAK}{PERSON}") if people else shown
        return (f"{line.name} {printed('result.is')} ", said)
    return ()


def _without_unit(result: Quantity, shown: Datum) -> Datum:
    """The number alone, where the name says what is counted."""
    unit = result.unit_text.replace(" ", phrase.NO_BREAK)
    text = shown.text.replace(" ", phrase.NO_BREAK).removesuffix(f"{phrase.NO_BREAK}{unit}")
    return replace(shown, text=text)


def _with_verb(line: Line, result: Quantity, shown: Datum) -> Phrase:
    """Name, verb, value; of a change no verb: `giá trị sản xuất tăng 11,4%`."""
    words = [line.name]
    if line.indicator.prices:
        words.append(f"({line.indicator.prices})")
    if "ước" in result.hedges:
        words.append(printed("result.estimated"))
    if result.change not in CHANGES:
        words.append(_verb(line))
    return (f"{' '.join(words)} ", replace(shown, text=shown.text.removeprefix("ước ")))


_SAYS = re.compile(
    r"(?:(?:ước|đều|cơ bản|đã) )*(?:đạt|vượt|hoàn thành|chưa|không|được|xếp|ổn định|đang|bị)\b", re.IGNORECASE
)
"""What a result in words begins with that needs no verb before it."""


def _in_words(line: Line) -> Iterator[str]:
    """Verb and words of a result that is no number: `đạt mức xanh`, `vượt dự toán`."""
    words = line.indicator.in_words
    if words is not None:
        text = str(words).strip().rstrip(".")
        text = text if text[:2].isupper() else text[:1].lower() + text[1:]
        yield text if _SAYS.match(text) else f"{printed('result.reached')} {text}"


def _with_value_behind(result: Quantity, shown: Datum, noun: str) -> Phrase:
    """`3 nhà đại đoàn kết (210 triệu đồng)`: a second figure stands behind all of the noun."""
    if result.beside is None:
        return (shown, noun)
    value = f"({write_quantity(result.beside)})"
    return (replace(shown, text=shown.text.removesuffix(value).rstrip()), f"{noun} {value}")


def reached_verb(line: Line) -> str:
    """The verb of a result behind its name: `đạt`, `còn`, `xảy ra`."""
    return _verb(line)


def _verb(line: Line) -> str:
    """`còn` of what shall be low, unless it grew: `ở mức`."""
    if not line.lower_is_better:
        return printed("result.reached")
    if line.result is not None and line.result.unit in EVENTS and not fold(line.name).startswith(("so ", "tong ")):
        return printed("counting.event")
    grew = line.difference is not None and line.difference.nominal > 0
    return printed("result.at" if grew else "result.left")


def counted_name(line: Line) -> str:
    """`số hộ cận nghèo`: what a name that begins with its unit is called without its number."""
    counted = line.result is not None and counts_its_name(line, line.result)
    return f"{printed('result.number of')} {line.name}" if counted else line.name


def counting_verb(line: Line) -> str:
    """The verb before a count: `còn 18 hộ nghèo`, `xảy ra 03 vụ cháy`, `có 02 đảng viên bị kỷ luật`."""
    unit = line.result.unit if line.result is not None else ""
    if unit in EVENTS:
        return printed("counting.event")
    grew = line.difference is not None and line.difference.nominal > 0
    left = line.lower_is_better and unit in STOCKS and not grew
    return printed("counting.left" if left else "counting.other")


def counts_its_name(line: Line, quantity: Quantity) -> bool:
    """Whether the name begins with the counted noun: then the number stands before it, `30 tuyến đường mở rộng`."""
    return bool(quantity.unit) and f"{fold(line.name)} ".startswith(f"{fold(quantity.unit)} ")


def _done(line: Line, quantity: Quantity) -> tuple[str, str] | None:
    """What stands before and behind the number, where a name says what was done: `giúp 05 hội viên thoát nghèo`, `tặng
    250 suất quà`, `giúp nhau xóa 5 nhà tạm`, `hiến 1.250 m² đất`; None for other names, for money and for rates."""
    led = led_by_verb(line.name)
    measured = is_physical(quantity.unit) and quantity.unit not in OF_THINGS
    if led is None or not quantity.unit or measured or quantity.change in CHANGES or quantity.hedges:
        return None
    verb, rest = led
    found = re.search(rf"(?<!\w){re.escape(quantity.unit)}(?!\w)", rest, re.IGNORECASE)
    if found is not None:
        return f"{verb} {rest[: found.start()]}".rstrip(), rest[found.end() :]
    return None if rest.startswith("nhau ") else (verb, f" {rest}")
