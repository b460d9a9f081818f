"""A report as an input of its own year: what was found in it put together, and read back before it is handed on.

In: a report's file and the sheets of its tables. Out: the text of the input, with what could not be taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from reportgen.drafting.fresh import Answers, fill
from reportgen.drafting.scalars import comment, one_line
from reportgen.intake.cells import Sheet
from reportgen.intake.entries import Entry, entry_lines
from reportgen.intake.notes import Note
from reportgen.intake.reports.by_unit import by_unit
from reportgen.intake.reports.calling import called, estimated
from reportgen.intake.reports.drafting import Draft, draft_lines
from reportgen.intake.reports.heads import letterhead
from reportgen.intake.reports.named import TABLE, draft_of
from reportgen.intake.reports.outline import PLAN, outline
from reportgen.intake.reports.reading import ReportFile
from reportgen.intake.reports.told import told
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.model import Conference
from reportgen.model.keys import keys_of
from reportgen.model.reading import Input, bind
from reportgen.problems import Failure, Place, Problem
from reportgen.proofread.days import year_of
from reportgen.proofread.sentences import lowered
from reportgen.source import parse_source
from reportgen.vietnamese.letters import fold

CLOSED_BY_MONTH = 3
"""Until the end of this month a report still closes the year before."""
INDICATORS = "chỉ tiêu"
FIRST = ("năm", "đơn vị", "văn bản", "chủ đề năm")
"""Keys that stand before the indicators."""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A report as an input of its year. `exact`: its paragraphs had the names that the program gave them."""

    given: Input
    text: str
    year: int
    notes: tuple[Note, ...]
    indicators: int
    texts: int
    exact: bool


def drafted(file: Path, found: ReportFile, sheets: Sequence[Sheet], schema: str) -> Drafted | Failure:
    """The report as an input; a problem where it cannot be told which year or unit it is of."""
    year = _year(found)
    head = letterhead(found)
    if year is None or not head["đơn vị"]["tên"]:
        return Failure.of(Problem("N181" if year is None else "N182", Place(file), {"file": file.name}))
    named = draft_of(found.passages)
    body = named if named is not None else outline(found.rows)
    taken = _tables(file, sheets, year)
    entries = by_unit(sheets, _once(taken.entries if taken is not None else ()))
    if named is None:
        entries = told(_sentences(body), year, entries)
    entries = estimated(entries, list(_strings(body)))
    body = _with_keys(body, {fold(entry.name): entry.key for entry in entries})
    outer = {"năm": str(year), **head}
    first = _bound(file, _text(_merged(outer, body), entries, (file.name, schema, year)))
    if first.conference is not None:
        body = called(body, first.conference)
    text = _text(_merged(outer, body), entries, (file.name, schema, year))
    given = _bound(file, text)
    if given.conference is None:
        return Failure.of(Problem("N183", Place(file), {"file": file.name}))
    notes = taken.notes if taken is not None else ()
    return Drafted(given, text, year, notes, len(entries), _count(body), named is not None)


def _with_keys(value: Any, keys: Mapping[str, str]) -> Any:
    """A draft in which tables within the text name indicators by their keys."""
    if isinstance(value, dict):
        return {
            key: [keys[fold(name)] for name in inner if fold(name) in keys] if key == TABLE else _with_keys(inner, keys)
            for key, inner in value.items()
        }
    return [_with_keys(inner, keys) for inner in value] if isinstance(value, list) else value


def _bound(file: Path, text: str) -> Input:
    return bind(parse_source(file.with_suffix(".yaml"), text.encode()))


def _year(found: ReportFile) -> int | None:
    """The year under review: of the subject, of the title's words, else that of the day."""
    said = " ".join((*found.roles.get("subject", ()), *(row.words for row in found.rows[:3])))
    year = year_of(lowered(said))
    if year is not None or found.day is None:
        return year
    return found.day.year - (found.day.month <= CLOSED_BY_MONTH)


def _tables(file: Path, sheets: Sequence[Sheet], year: int) -> Taken | None:
    """What the tables say, the largest first; None where none holds indicators."""
    ordered = sorted(sheets, key=lambda sheet: -len(sheet.cells))
    taken = take([Given(file, tuple(ordered))], Wanted(year))
    if isinstance(taken, Failure):
        return None
    return replace(taken, notes=tuple(note for note in taken.notes if note.problem.code not in UNSAID))


UNSAID = frozenset({"N144"})
"""Notes that say nothing of a report: its letterhead and signatures are tables without figures."""


def _once(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Each indicator once, with what later tables add to it."""
    known: dict[str, Entry] = {}
    for entry in (one for one in entries if one.figures):
        name = fold(entry.name.partition(" (")[0])
        if name not in known:
            known[name] = entry
            continue
        first = known[name]
        known[name] = replace(
            first,
            breakdown=first.breakdown or entry.breakdown,
            history=first.history or entry.history,
            before=first.before or entry.before,
            after=first.after or entry.after,
        )
    keys = {entry.key for entry in known.values()}
    return tuple(
        entry if all(part in keys for part in entry.parts) else replace(entry, parts=()) for entry in known.values()
    )


def _sentences(body: Draft) -> list[tuple[str, bool]]:
    """The texts of a draft with whether they are of next year's part."""
    return [(text, ahead) for key, value in body.items() for ahead in (key == PLAN,) for text in _strings(value)]


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield from (line.removeprefix("- ") for line in value.splitlines() if line.strip() and line[0] != "|")
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    else:
        for inner in value or ():
            yield from _strings(inner)


def _merged(head: Draft, body: Mapping[str, Any]) -> Draft:
    """The draft of the letterhead with the body's; of both the body's texts, which have their own words."""
    merged = dict(head)
    for key, value in body.items():
        known = merged.get(key)
        merged[key] = {**known, **value} if isinstance(known, dict) and isinstance(value, dict) else value
    return merged


def _count(body: Draft) -> int:
    return sum(1 for value in body.values() for _ in _strings(value))


def _text(draft: Draft, entries: Sequence[Entry], known: tuple[str, str, int]) -> str:
    name, schema, year = known
    unit = str(draft["đơn vị"]["tên"])
    lines = [fill("đầu", Answers(year, unit), schema).rstrip("\n")]
    lines += ["#", *comment(0, f"Lập từ {one_line(name)}. Xem lại từng mục; xem xong thì xóa dòng này.")]
    for key in FIRST:
        lines += draft_lines({key: draft[key]} if key in draft else {})
    if entries:
        lines += ["", f"{INDICATORS}:", *(line for entry in entries for line in entry_lines(entry))]
    for key in (one.key for one in keys_of(Conference) if one.key not in FIRST):
        part = list(draft_lines({key: draft[key]})) if key in draft else []
        lines += ["", *part] if part else []
    return "\n".join(lines) + "\n"


def article_text(draft: Draft, left: Sequence[str], name: str, schema: str) -> str:
    """The input of an article's draft, the paragraphs that it does not hold in comments."""
    text = _text(draft, (), (name, schema, int(draft["năm"])))
    if not left:
        return text
    lines = [line for words in left for line in comment(0, words)]
    return text + "\n".join(["", "# Các đoạn khác của bài, chưa đưa vào mục nào:", *lines]) + "\n"
