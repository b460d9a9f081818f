"""Makes a paper's tree, of an article as much as fits its length, and tells what that cost.

In: a conference and a paper. Out: the tree with the view that it was made with. Lists lose entries first, then
paragraphs their last sentences (`press.shortening`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from reportgen.figures.phrase import ABSENT
from reportgen.model import Conference
from reportgen.official.issuing import own_letterhead
from reportgen.papers.abbreviations import spelt_out
from reportgen.papers.finding import PRESS, STAGES, Paper
from reportgen.papers.last_reader import last_reading
from reportgen.papers.spoken import spoken
from reportgen.papers.templating import run
from reportgen.papers.view import View
from reportgen.press.lengths import LIMITS, article_words, length_of
from reportgen.press.shortening import Cut, shortened
from reportgen.problems import Failure, Place, Problem
from reportgen.tree import Element, in_parentheses, lines, parse
from reportgen.vietnamese.days import short_day


@dataclass(frozen=True, slots=True)
class Made:
    """What a template declared, the view that it was made with, and its tree. Of an article that did not fit its
    length, `cut` is what was left out of its prose, and `full` how many words it had; 0 for one that did."""

    declared: Mapping[str, Any]
    view: View
    tree: Element
    cut: Cut = field(default_factory=Cut)
    full: int = 0


_BLANK, _LINES_OF_A_RELEASE = "…", frozenset({"contact", "dateline"})
KEPT = 5
"""Lists lose their later entries down to so many; then sentences go, before more entries do."""


def fitted(conference: Conference, paper: Paper) -> Made | Failure:
    """The paper; of an article as much as fits its length. `MarkupError` if the template leaves the vocabulary.

    Where one entry less makes an article too short, its sentences are cut instead.
    """
    made = _made(conference, paper, LIMITS[0])
    least, most = _range(conference, paper)
    if isinstance(made, Failure) or not most or article_words(made.tree) <= most:
        return made
    full, low, high = article_words(made.tree), 1, len(LIMITS) - 1
    while low < high:
        middle = (low + high) // 2
        made = _made(conference, paper, LIMITS[middle], most if LIMITS[middle] <= KEPT else 0)
        if isinstance(made, Failure):
            return made
        fits = article_words(made.tree) <= most and not made.cut.paragraphs
        low, high = (low, middle) if fits else (middle + 1, high)
    made = _made(conference, paper, LIMITS[low], most)
    if isinstance(made, Made) and article_words(made.tree) < least:
        made = _made(conference, paper, LIMITS[low - 1], most)
    return made if isinstance(made, Failure) else replace(made, full=full)


def _made(conference: Conference, paper: Paper, room: int, most: int = 0) -> Made | Failure:
    """The paper with so much room in its lists; an article is cut to `most` words, 0 for no limit."""
    view = View(conference, paper, room)
    printed = run(paper, view.context())
    if isinstance(printed, Failure):
        return printed
    tree = parse(printed.text)
    if paper.spoken:
        return Made(printed.declared, view, spoken(in_parentheses(tree), conference.abbreviations))
    if paper.layout != PRESS:
        return Made(printed.declared, view, spelt_out(tree, conference.abbreviations, press=False))
    tree = in_parentheses(tree)
    spelt = spelt_out(tree, conference.abbreviations, press=True)
    if not most or article_words(spelt) <= most:
        return Made(printed.declared, view, spelt)
    # Cut before abbreviations are written out, for what explains one may be cut; so their words are set aside first.
    tree, cut = shortened(tree, most - article_words(spelt) + article_words(tree))
    return Made(printed.declared, view, spelt_out(tree, conference.abbreviations, press=True), cut)


def _range(conference: Conference, paper: Paper) -> tuple[int, int]:
    """The words that the paper should have, (0, 0) if any number will do."""
    asked = length_of(conference.press.length)
    if paper.words == (0, 0) and asked is not None:
        return asked.low, asked.high
    return paper.words or (0, 0)


_CUT = {"gone": ("mục", "câu", "đoạn"), "gone_en": ("entries", "sentences", "paragraphs")}
"""What an article loses to fit, in the languages of messages."""


def _counted(counts: Sequence[int], nouns: Sequence[str]) -> str:
    """`, 3 mục, 2 câu`: what went besides, without what is none."""
    return "".join(f", {count} {noun}" for count, noun in zip(counts, nouns, strict=True) if count)


def _length_told(conference: Conference, paper: Paper, made: Made) -> Iterator[Problem]:
    """T805: an article is longer than asked for, T806: it is shorter, T807: it was made to fit."""
    low, high = _range(conference, paper)
    count, cut, asked = article_words(made.tree), made.cut, conference.press.length
    values = {"paper": paper.name, "count": str(count), "low": str(low), "high": str(high), "full": str(made.full)}
    place = (asked.place() if asked else conference.unit.name.place()) or Place(paper.folder)
    if high and count > high:
        yield Problem("T805", place, values)
    elif paper.words == (0, 0) and asked and count < low:
        yield Problem("T806", place, values)
    elif made.full:
        counts = (cut.items, cut.sentences, cut.paragraphs)
        gone = {name: _counted(counts, nouns) for name, nouns in _CUT.items()}
        lost = {"lost": ", ".join(made.view.article.coverage.left_out) or ABSENT}
        yield Problem("T807", place, values | gone | lost)


def _blanks_told(conference: Conference, paper: Paper, tree: Element) -> Iterator[Problem]:
    """T808: lines at the head or foot of a release that still show dots."""
    blank = [
        line.text.partition(":")[0] for line in lines(tree) if line.style in _LINES_OF_A_RELEASE and _BLANK in line.text
    ]
    if blank:
        place = conference.unit.name.place() or Place(paper.folder)
        yield Problem("T808", place, {"paper": paper.name, "lines": ", ".join(blank)})


def _day_told(conference: Conference, paper: Paper) -> Iterator[Problem]:
    """T812: what is written before the conference is dated after it, or the other way round."""
    days, own = conference.event.days, own_letterhead(conference, paper.key)
    if days is None or own is None or own.date is None:
        return
    late = paper.stage == STAGES[0] and own.date.first > days.first
    if late or (paper.stage == STAGES[-1] and own.date.first < days.first):
        values = {"paper": paper.name, "text": short_day(own.date.first), "other": short_day(days.first)}
        how = {"how": "sau", "how_en": "after"} if late else {"how": "trước", "how_en": "before"}
        yield Problem("T812", own.date.words.place() or Place(paper.folder), values | how)


def remarks(conference: Conference, paper: Paper, made: Made) -> tuple[Problem, ...]:
    """What the paper's author should look at."""
    return (
        *_length_told(conference, paper, made),
        *_blanks_told(conference, paper, made.tree),
        *_day_told(conference, paper),
        *last_reading(made.tree, conference, paper.name),
    )
