"""A comparison told: every difference as a problem at the line of the input that it comes from.

In: a comparison. Out: problems in the order of the file, each with what would contradict it; a difference without a
line of the input is told at the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from reportgen.compare.carrying import Carrier, Reason
from reportgen.compare.comparison import Comparison
from reportgen.compare.differences import Difference, Kind
from reportgen.compare.edited import Remark, Revision
from reportgen.compare.edits import Edit
from reportgen.problems import Place, Problem
from reportgen.vietnamese.letters import bare

LONGEST = 160
"""Letters of a text that a message repeats."""
OF_WORDS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.PROGRAM: "C102",
        Reason.REFERENCE: "C103",
        Reason.SEVERAL: "C104",
        Reason.PROOF: "C114",
        Reason.PARAGRAPHS: "C102",
    }
)
"""Why words are not carried → code."""
OF_FIGURES: Mapping[Reason, str] = MappingProxyType(
    {Reason.FIGURE: "C105", Reason.COMPUTED: "C106", Reason.OTHERWISE: "C107", Reason.PROOF: "C126"}
)
OF_KINDS: Mapping[Kind, str] = MappingProxyType(
    {Kind.SPLIT: "C108", Kind.MERGED: "C109", Kind.MOVED: "C110", Kind.DELETED: "C111", Kind.ADDED: "C112"}
)
CARRIED: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.WORDS: "C101",
        Kind.FIGURE: "C105",
        Kind.DELETED: "C115",
        Kind.ADDED: "C116",
        Kind.MOVED: "C118",
        Kind.SPLIT: "C124",
        Kind.MERGED: "C125",
    }
)


@dataclass(frozen=True, slots=True)
class Told:
    """A difference as it is told. `edit` is what is written for it; `against` is what would contradict it."""

    problem: Problem
    paragraph: int
    edit: Edit | None = None
    against: tuple[Problem, ...] = ()


def told(found: Comparison, file: Path) -> tuple[Told, ...]:
    """Everything, in the order of the file, comments last."""
    passages = found.passages[found.paper.name]
    carrier = Carrier(found.given, passages)
    differences = (_difference(one, fate, found, carrier, file) for one, fate in found.proposal.fates)
    return (*differences, *(_remark(remark, file) for remark in found.edited.remarks))


def still(found: Comparison, file: Path) -> tuple[Told, ...]:
    """What the file and the new input still say differently, once it is written, beside what was told before: figures
    and words that the file has in other places too, as they were."""
    before = {_key(one) for one, fate in found.proposal.fates if not isinstance(fate, Edit)}
    left = [one for one in found.proposal.remaining if _key(one) not in before]
    return tuple(_left(one, found, file) for one in left)


def _key(difference: Difference) -> tuple[object, ...]:
    return (difference.kind, *(passage.number for passage in difference.edited), difference.old, difference.new)


def _difference(one: Difference, fate: Edit | Reason, found: Comparison, carrier: Carrier, file: Path) -> Told:
    edit = fate if isinstance(fate, Edit) else None
    place = edit.place if edit is not None else carrier.nearest(one)
    paragraph = one.edited[0].number if one.edited else 0
    values = _values(one, found) | {"path": edit.origin.path if edit is not None else _path(one, carrier)}
    if edit is not None and (others := found.also_in(edit.origin.name)):
        values |= {"also": f"; mục này còn in ở {others}", "also_en": f"; {others} print it too"}
    against: tuple[Problem, ...] = ()
    if one.kind is Kind.FIGURE:
        proposed = carrier.edit(one)
        against = found.against.get(proposed, ()) if isinstance(proposed, Edit) else ()
    return Told(Problem(_code(one, fate), place or Place(file), values), paragraph, edit, against)


def _code(one: Difference, fate: Edit | Reason) -> str:
    if isinstance(fate, Edit):
        return CARRIED[one.kind]
    if one.kind is Kind.FIGURE:
        return OF_FIGURES[fate]
    return OF_WORDS[fate] if one.kind is Kind.WORDS else OF_KINDS[one.kind]


def _values(one: Difference, found: Comparison) -> dict[str, str]:
    count = max(len(one.edited), len(one.printed))
    values = {
        "paragraph": str(one.edited[0].number) if one.edited else "",
        "by": _by(one.revisions),
        "before": _cut(one.before),
        "after": _cut(one.after),
        "count": str(count),
        "under": one.under,
        "also": "",
        "also_en": "",
    }
    if one.number is not None:
        values["figure"] = _name(one.number.figure, found)
        values["papers"] = found.printed_in(one.number.figure, one.number.part)
    return values


def _name(figure: str, found: Comparison) -> str:
    conference = found.given.conference
    indicator = conference.indicators.get(figure) if conference is not None else None
    return str(indicator.name) if indicator is not None and indicator.name else figure


def _path(one: Difference, carrier: Carrier) -> str:
    edit = carrier.edit(one) if one.hunk is not None else None
    if isinstance(edit, Edit):
        return edit.origin.path
    names = (name for passage in one.printed for name in passage.sources)
    return next((carrier.origins.by_name[name].path for name in names if name in carrier.origins.by_name), "")


def _left(one: Difference, found: Comparison, file: Path) -> Told:
    paragraph = one.edited[0].number if one.edited else 0
    changed = [edit.origin.name for edit in found.proposal.edits]
    figures = [figure for passage in one.printed for figure in passage.figures]
    figure = next((name for name in figures if any(bare(name) in origin for origin in changed)), "")
    values = _values(one, found) | {"figure": _name(figure, found)}
    return Told(Problem("C117" if figure else "C119", Place(file), values), paragraph)


def _remark(remark: Remark, file: Path) -> Told:
    values = {
        "paragraph": str(remark.paragraph or ""),
        "by": _by((Revision(remark.author, remark.day),)),
        "text": _cut(remark.text),
    }
    return Told(Problem("C113", Place(file), values), remark.paragraph)


def _by(revisions: tuple[Revision, ...]) -> str:
    """` (Trần Văn Bình, 20/12/2025)`; "" where nobody is named."""
    named = ["; ".join(_signed(revisions))] if any(one.author for one in revisions) else []
    return f" ({named[0]})" if named else ""


def _signed(revisions: tuple[Revision, ...]) -> Iterator[str]:
    for one in revisions:
        if one.author:
            day = "/".join(reversed(one.day.split("-"))) if one.day else ""
            yield f"{one.author}, {day}" if day else one.author


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
