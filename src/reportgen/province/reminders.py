"""A text that asks a unit for what it owes: a file, another file, or one that is mended, each error with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.drafting.files import file_name
from reportgen.files.names import LONGEST_NAME, portable
from reportgen.problems import Problem, Severity
from reportgen.problems.catalog import hint, message, severity
from reportgen.problems.show import harmless
from reportgen.province.arrivals import USABLE, Arrival, Arrivals, State

START, END = "don-doc-", ".txt"
MOST_TOLD = 50
"""So many errors stand in a letter; a file with more is best filled in anew."""

ASKED: Mapping[State, str] = MappingProxyType(
    {
        State.ABSENT: (
            "Đến nay chưa nhận được tệp số liệu tổng kết năm {year} của {unit}. Đề nghị {body} gửi tệp{due} để kịp "
            "tổng hợp báo cáo."
        ),
        State.UNREADABLE: (
            "Tệp “{file}” đã nhận được nhưng không đọc được. Đề nghị kiểm tra theo các lỗi dưới đây và gửi lại{due}."
        ),
        State.OLD: (
            "Tệp “{file}” của {unit} là số liệu của năm khác, trong khi kỳ này tổng hợp năm {year}. Đề nghị {body} gửi "
            "tệp số liệu năm {year}{due}."
        ),
        State.DOUBLE: (
            "{unit} đã gửi hai tệp cho cùng một kỳ, trong đó có “{file}”. Đề nghị {body} cho biết lấy số liệu ở tệp "
            "nào và gửi lại một tệp duy nhất{due}."
        ),
        State.ERRORS: (
            "Tệp “{file}” của {unit} đã nhận được nhưng còn {count} lỗi dưới đây nên chưa tổng hợp được. Đề nghị "
            "{body} sửa và gửi lại{due}."
        ),
    }
)
"""State → what is asked of a unit in it; the other states owe nothing."""
assert ASKED.keys() | USABLE == set(State), "a state that nobody is reminded of"


def reminders(found: Arrivals, due: str) -> Mapping[str, str]:
    """File name → text, one for each unit in arrears."""
    letters: dict[str, str] = {}
    asked: set[str] = set()
    for one in found.units:
        if one.state in ASKED and not (one.state is State.DOUBLE and one.unit in asked):
            asked.add(one.unit)
            letters[_name(one, letters)] = "\n".join(_letter(one, found.year, due)) + "\n"
    return MappingProxyType(letters)


def _name(one: Arrival, taken: Mapping[str, str]) -> str:
    """A name that every file system holds and no other letter has."""
    stem = f"{START}{file_name(one.unit)}"[: LONGEST_NAME - 16]
    number = 1
    name = f"{stem}{END}"
    while name in taken:
        number += 1
        name = f"{stem}-{number}{END}"
    assert portable(name), "made of plain letters"
    return name


def _letter(one: Arrival, year: int, due: str) -> Iterator[str]:
    body = one.body or one.unit
    errors = [problem for problem in one.problems if severity(problem.code) is Severity.ERROR]
    values = {
        "year": year,
        "unit": one.unit,
        "body": body,
        "file": one.file.name if one.file is not None else "",
        "count": len(errors),
        "due": f" trước ngày {due}" if due else "",
    }
    yield f"Kính gửi: {harmless(body)}"
    yield ""
    text = harmless(ASKED[one.state].format_map(values))
    yield text[:1].upper() + text[1:]
    told = errors if one.state in (State.ERRORS, State.UNREADABLE) else []
    if told:
        yield ""
        for number, problem in enumerate(told[:MOST_TOLD], 1):
            yield from _error(number, problem)
        if len(told) > MOST_TOLD:
            yield f"… và {len(told) - MOST_TOLD} lỗi khác; chạy reportgen check để xem đủ."
    yield ""
    yield "Trân trọng."


def _error(number: int, problem: Problem) -> Iterator[str]:
    place = problem.place
    where = f"Dòng {place.line}: " if place.line else ""
    yield f"{number}. {where}{harmless(message(problem))}"
    if advice := hint(problem):
        yield f"   Cách sửa: {harmless(advice)}"
