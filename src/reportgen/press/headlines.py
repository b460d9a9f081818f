"""Headlines for an article, proposed from the event and the figures. Their sentences stand in headlines.yaml.

In: the ledger. Out: phrases whose numbers keep their origin. A number is rounded only with the word that keeps it true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from importlib import resources

import yaml

from reportgen.figures.intervals import Standing
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.part import Part, Shows
from reportgen.figures.phrase import Datum, Phrase, rounded
from reportgen.model.content import Event
from reportgen.official.letterhead import Head
from reportgen.press.lengths import HEADLINE, words_of
from reportgen.press.news import by_news, is_small
from reportgen.prose.mentions import mentioned
from reportgen.quantity import Relation
from reportgen.vietnamese.letters import fold

FEWEST = 3
"""Fewer targets make no headline."""
_BLANK = re.compile(r"\{([^{}]+)\}")

Values = Mapping[str, str | Datum]


@cache
def patterns() -> Mapping[str, str]:
    """The sentences by name, with `{blanks}`."""
    text = resources.files(__package__).joinpath("headlines.yaml").read_bytes()
    known: dict[str, str] = yaml.load(text, Loader=yaml.CSafeLoader)
    return known


def headlines(ledger: Ledger, head: Head) -> tuple[Phrase, ...]:
    """Three proposals: event, targets reached, the clearest figure; those of 8 to 20 words come first."""
    year, unit = ledger.conference.year.number, ledger.conference.unit
    values: Values = {
        "cơ quan": _capital(head.organ_name if unit.organ else str(unit.name)),
        "đơn vị": _capital(str(unit.name)),
        "năm": str(year),
        "năm sau": str(year + 1),
        "số chỉ tiêu": str(len(ledger.judged)),
        "số đạt": str(len(ledger.reached)),
    }
    ahead = _looks_ahead(ledger)
    event, *spare = ("sự kiện", "đánh giá", "nhìn lại") if ahead else ("chỉ tổng kết", "chỉ đánh giá", "chỉ nhìn lại")
    if ledger.conference.event == Event():
        event = "báo cáo"
    proposals = [_filled(event, values), *_reached(ledger, values), *_figures(ledger, values)]
    fitting = [proposal for proposal in proposals if HEADLINE[0] <= words_of(proposal) <= HEADLINE[1]]
    return tuple([*fitting, *(_filled(name, values) for name in spare)][:3])


def _looks_ahead(ledger: Ledger) -> bool:
    """Whether the conference speaks of next year at all."""
    plan, event = ledger.conference.directions, ledger.conference.event
    said = plan.aims or plan.targets or plan.tasks or plan.solutions or plan.outlook
    asked = any(speech.requests for speech in event.speeches)
    named = str(ledger.conference.year.number + 1) in str(event.name or "")
    return bool(said) or asked or named or any(line.indicator.after for line in ledger) or _no_results(ledger)


def _no_results(ledger: Ledger) -> bool:
    """A file that is only begun says nothing of either year."""
    return not ledger.conference.results and not ledger.lines


def _filled(name: str, values: Values) -> Phrase:
    """The sentence of that name with its blanks filled; numbers of figures stay data."""
    # Texts stand at the even places, names of blanks at the odd ones.
    parts = _BLANK.split(patterns()[name])
    pieces = [values[part] if place % 2 else part for place, part in enumerate(parts)]
    return tuple(piece for piece in pieces if piece)


def _reached(ledger: Ledger, values: Values) -> Iterator[Phrase]:
    judged, reached = len(ledger.judged), len(ledger.reached)
    if judged >= FEWEST and len(ledger.exceeded) == judged:
        yield _filled("vượt tất cả", values)
    elif judged >= FEWEST and reached == judged:
        yield _filled("đạt tất cả", values)
    elif judged >= FEWEST and reached * 2 > judged:
        yield _filled("đạt phần lớn", values)


def _figures(ledger: Ledger, values: Values) -> Iterator[Phrase]:
    """A headline for each figure that is news and that the article tells, the clearest first. One that is better low
    makes none, nor one of a few things, whose percentages say little."""
    told = _told(ledger)
    for line in by_news(ledger):
        if line.lower_is_better or is_small(line) or line.key not in told:
            continue
        hedge = "ước " if line.result is not None and "ước" in line.result.hedges else ""
        of_line: Values = {**values, "chỉ tiêu": _counted(line), "ước": hedge}
        yield from list(_excess(line, of_line)) or _growth(line, of_line)


def _told(ledger: Ledger) -> frozenset[str]:
    """The figures that an article prints: the chosen ones, those that the prose calls, or all where there is none."""
    conference = ledger.conference
    if conference.press.highlights:
        return frozenset(map(str, conference.press.highlights))
    return mentioned(conference, ledger) if conference.results else frozenset(ledger.lines)


def _counted(line: Line) -> str:
    """`số cuộc giám sát`: the name of what is counted, where it begins with the counted unit."""
    unit = line.result.unit_text if line.result else ""
    return f"số {line.name}" if unit and fold(line.name).startswith(f"{fold(unit)} ") else line.name


def _excess(line: Line, values: Values) -> Iterator[Phrase]:
    """`vượt hơn 18% kế hoạch`, rounded to whole percents and said to be; of several plans the one passed least."""
    known = [held for held in line.held if held.ratio is not None and held.standing is not Standing.UNKNOWN]
    held = min(known, key=lambda one: one.ratio.nominal if one.ratio else 0, default=None)
    if held is not None and held.ratio is not None and held.standing is Standing.EXCEEDED:
        words = about(held.ratio.nominal - 100)
        shown = Datum(line.key, Part(Shows.AGAINST_PLAN), rounded(held.ratio.nominal), words)
        if words:
            yield _filled("vượt kế hoạch", {**values, "mức": shown, "kế hoạch": held.name})


def _growth(line: Line, values: Values) -> Iterator[Phrase]:
    """`tăng gần 13%`."""
    plain_value = line.result is not None and line.result.relation is Relation.EQUAL
    if line.growth is not None and line.growth.nominal > 0 and plain_value:
        words = about(line.growth.nominal)
        if words:
            shown = Datum(line.key, Part(Shows.AGAINST_BEFORE), rounded(line.growth.nominal), words)
            yield _filled("tăng", {**values, "mức": shown})


def about(percent: Fraction) -> str:
    """A percentage rounded to a whole one with the word that keeps it true: `hơn 18%`, `gần 13%`, `8%`; "" below 1."""
    if percent < 1:
        return ""
    down = int(percent)
    rest = percent - down
    if rest == 0:
        return f"{down}%"
    return f"gần {down + 1}%" if rest >= Fraction(3, 4) else f"hơn {down}%"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
