"""Where in the input a difference is to be typed.

In: a difference, what the input prints and its texts. Out: an edit of one text of the input, or why there is none: the
words come from a reference, from the program, from several texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from reportgen.compare.differences import Difference, Kind, joined
from reportgen.compare.edits import Edit
from reportgen.compare.printed import Number, Printed
from reportgen.compare.structure import Structure
from reportgen.compare.wording import SOURCE_WORD, Hunk, Word, matched, slice_of, words_of
from reportgen.figures.part import Part, Shows
from reportgen.figures.typed import typed
from reportgen.model.reading import Input
from reportgen.problems import Place
from reportgen.source.origins import Origin, Origins, origins

TYPED = frozenset(
    {Shows.RESULT, Shows.NUMBER, Shows.WHOLE, Shows.PLAN, Shows.BEFORE, Shows.TARGET, Shows.RANK, Shows.ENTRY}
)
"""What of an indicator is typed; all else is computed."""
REFERENCE = "{{"
LETTERHEAD = "vanban_"
"""How the names of the letterhead's texts begin (văn bản)."""
HEAD_ROLES = frozenset(
    {"parent", "issuer", "number", "place_date", "subject", "to", "to_line", "recipient", "power", "office", "signer"}
)
"""Roles of what stands in a letterhead or at the signatures."""


class Reason(Enum):
    """Why a difference has no place in the input."""

    REFERENCE = "reference"
    """The words are those of a reference."""
    PROGRAM = "program"
    """The words are the program's own."""
    SEVERAL = "several"
    """The same words stand in several texts."""
    COMPUTED = "computed"
    """The number is computed from others."""
    OTHERWISE = "otherwise"
    """The figure is typed in another form than it is printed in."""
    PARAGRAPHS = "paragraphs"
    """Paragraphs were parted, merged, moved, added or deleted."""
    FIGURE = "figure"
    """A figure, and nobody asked for figures."""
    PROOF = "proof"
    """What the input would print then is not what the file says."""


@dataclass(frozen=True)
class Carrier:
    """Finds the places for one input and what it prints."""

    given: Input
    printed: Sequence[Printed]

    @cached_property
    def origins(self) -> Origins:
        """The texts of the input."""
        return origins(self.given.source.root)

    @cached_property
    def _readings(self) -> dict[tuple[str, bool], _Reading]:
        return {}

    @cached_property
    def _structure(self) -> Structure:
        return Structure(self.origins, self.printed)

    def edit(self, difference: Difference) -> Edit | Reason:
        """The edit for a difference."""
        if difference.hunk is None:
            return self._structure.edit(difference) or Reason.PARAGRAPHS
        if difference.kind is Kind.FIGURE and difference.number is not None:
            return self._figure(difference, difference.number)
        return self._words(difference)

    def nearest(self, difference: Difference) -> Place | None:
        """The line of the input that a difference is about, exact where its words stand there."""
        if difference.number is not None and self.given.conference is not None:
            figure = typed(self.given.conference, difference.number.figure, difference.number.part)
            return figure.words.place() if figure is not None else None
        found = self._words(difference) if difference.hunk is not None else Reason.PARAGRAPHS
        if isinstance(found, Edit):
            return found.place
        shown = difference.printed or ((difference.behind,) if difference.behind is not None else ())
        names = (name for one in shown for name in one.sources)
        known = (self.origins.by_name[name] for name in names if name in self.origins.by_name)
        origin = next(known, None)
        if origin is not None:
            return origin.scalar.place
        return self._figures_place(shown)

    def _figures_place(self, shown: Sequence[Printed]) -> Place | None:
        conference = self.given.conference
        figures = (figure for one in shown for figure in one.figures)
        found = (typed(conference, figure, Shows.RESULT.value) for figure in figures if conference is not None)
        return next((figure.words.place() for figure in found if figure is not None), None)

    def _figure(self, difference: Difference, number: Number) -> Edit | Reason:
        assert self.given.conference is not None, "an input that prints something"
        if Part.read(number.part).shows not in TYPED:
            return Reason.COMPUTED
        figure = typed(self.given.conference, number.figure, number.part)
        node = figure.words.node if figure is not None else None
        if node is None or not difference.old or not difference.new:
            return Reason.OTHERWISE
        origin = self.origins.by_place.get(f"{node.place.line}:{node.place.column}")
        at = _only(node.text, [word.text for word in words_of(difference.old)])
        if origin is None or at is None:
            return Reason.OTHERWISE
        return Edit(origin, at[0], at[1], difference.new)

    def _words(self, difference: Difference) -> Edit | Reason:
        hunk = difference.hunk
        assert hunk is not None, "a difference in words"
        names = dict.fromkeys(name for one in difference.printed for name in one.sources)
        reasons: list[Reason] = []
        for name in names:
            found = self._in_source(name, difference, hunk)
            if isinstance(found, Edit):
                return found
            reasons.append(found)
        if reasons:
            return Reason.REFERENCE if Reason.REFERENCE in reasons else reasons[0]
        return self._somewhere(difference, hunk)

    def _in_source(self, name: str, difference: Difference, hunk: Hunk) -> Edit | Reason:
        origin = self.origins.by_name.get(name)
        if origin is None:
            return Reason.PROGRAM
        of_notes = difference.printed[0].note
        known = (name, of_notes)
        if known not in self._readings:
            self._readings[known] = _Reading(origin, _printing(name, self.printed, notes=of_notes))
        return self._readings[known].edit(difference, hunk)

    def _somewhere(self, difference: Difference, hunk: Hunk) -> Edit | Reason:
        """Words that are printed without a mark of where they come from, such as those of the letterhead: the one text
        of the input that has them, of several the one of the letterhead. The more words around them it shares the
        better."""
        known = [origin for origin in self.origins.by_name.values() if not origin.is_key]
        head = any(one.role in HEAD_ROLES for one in difference.printed)
        reason = Reason.PROGRAM
        for old, new, spare in _in_context(difference, hunk):
            if len(old) < LEAST_WORDS and not head:
                continue
            found = [
                Edit(origin, at[0], at[1], new)
                for origin in known
                if (at := _only(origin.scalar.text, old, spare)) is not None
            ]
            official = [edit for edit in found if edit.origin.name.startswith(LETTERHEAD)] if head else []
            if len(official) == 1 or len(found) == 1:
                return official[0] if len(official) == 1 else found[0]
            reason = Reason.SEVERAL if found and head else reason
        return reason


CONTEXTS = ((2, 2), (2, 0), (0, 2), (1, 0), (0, 1), (0, 0))
"""So many words before and behind a stretch are looked for with it."""
LEAST_WORDS = 3
"""Of running text so many words, with those around them, are a text's own."""
_PIECE = re.compile(r"\w+|\W")


def _in_context(difference: Difference, hunk: Hunk) -> Iterator[tuple[list[str], str, tuple[int, int]]]:
    """The old words with some around them, the new words, and how many of the former are only around; in the end the
    part of a single word that differs: `387` of `387/BC-UBND`."""
    words = [word.text for word in words_of(joined([one.text for one in difference.printed]))]
    for before, behind in CONTEXTS:
        low, high = max(0, hunk.first - before), min(len(words), hunk.last + behind)
        spare = hunk.first - low, high - hunk.last
        if sum(spare) == before + behind and high > low and not (hunk.first == hunk.last and before and behind):
            new = difference.new
            if hunk.first == hunk.last:
                new = f" {new}" if before else f"{new} "
            yield words[low:high], new, spare
    was, now = _PIECE.findall(difference.old), _PIECE.findall(difference.new)
    ahead = next((at for at, pair in enumerate(zip(was, now, strict=False)) if pair[0] != pair[1]), 0)
    after = next((at for at, pair in enumerate(zip(was[::-1], now[::-1], strict=False)) if pair[0] != pair[1]), 0)
    core = was[ahead : len(was) - after]
    if core and len(core) < len(was):
        yield core, "".join(now[ahead : len(now) - after]), (0, 0)


def _printing(name: str, printed: Sequence[Printed], *, notes: bool) -> tuple[Printed, ...]:
    """The passages that a text prints, or the footnotes."""
    return tuple(one for one in printed if name in one.sources and one.note is notes)


def _only(text: str, wanted: Sequence[str], spare: tuple[int, int] = (0, 0)) -> tuple[int, int] | None:
    """Where words stand in a text that has them once, case aside; without those that are only around them."""
    words, parts = words_of(text), [word.lower() for word in wanted]
    lowered = [word.text.lower() for word in words]
    starts = [at for at in range(len(words) - len(parts) + 1) if lowered[at : at + len(parts)] == parts]
    if len(starts) != 1 or not parts:
        return None
    first, last = starts[0] + spare[0], starts[0] + len(parts) - spare[1]
    if first < last:
        return words[first].start, words[last - 1].end
    return (words[first - 1].end,) * 2 if spare[0] else (words[first].start,) * 2


class _Reading:
    """A text of the input beside all that it prints: which word is which."""

    def __init__(self, origin: Origin, printed: Sequence[Printed]) -> None:
        self.origin = origin
        self.text = origin.scalar.text
        self.words = words_of(self.text, SOURCE_WORD)
        self.first: dict[int, int] = {}
        everything: list[Word] = []
        for one in printed:
            self.first[id(one)] = len(everything)
            everything += words_of(one.text)
        self.of = matched(everything, self.words)

    def edit(self, difference: Difference, hunk: Hunk) -> Edit | Reason:
        """The edit of this text for a stretch that differs."""
        numbers = self._numbers(difference.printed)
        old = [numbers.get(place) for place in range(hunk.first, hunk.last)]
        after = joined([one.text for one in difference.edited])
        words = words_of(after)
        if not old:
            return self._added(numbers, hunk, after, words)
        mapped = [place for place in old if place is not None]
        if len(mapped) < len(old) or mapped != list(range(mapped[0], mapped[0] + len(mapped))):
            return Reason.REFERENCE if self._has_reference(numbers, hunk) else Reason.PROGRAM
        start, end = self.words[mapped[0]].start, self.words[mapped[-1]].end
        return Edit(self.origin, start, end, slice_of(after, words, hunk.new_first, hunk.new_last))

    def _numbers(self, printed: Sequence[Printed]) -> Mapping[int, int]:
        """The word of the passages → the word of this text."""
        found: dict[int, int] = {}
        at = 0
        for one in printed:
            count = len(words_of(one.text))
            if id(one) in self.first:
                known = ((at + step, self.of.get(self.first[id(one)] + step)) for step in range(count))
                found |= {place: other for place, other in known if other is not None}
            at += count
        return found

    def _added(self, numbers: Mapping[int, int], hunk: Hunk, after: str, words: Sequence[Word]) -> Edit | Reason:
        """Words between two others: behind the one before them, else before the one behind."""
        before, behind = numbers.get(hunk.first - 1), numbers.get(hunk.first)
        if before is not None:
            at = self.words[before].end
            begin = words[hunk.new_first - 1].end if hunk.new_first else 0
            return Edit(self.origin, at, at, after[begin : words[hunk.new_last - 1].end])
        if behind is not None:
            at = self.words[behind].start
            end = words[hunk.new_last].start if hunk.new_last < len(words) else len(after)
            return Edit(self.origin, at, at, after[words[hunk.new_first].start : end])
        return Reason.REFERENCE if self._has_reference(numbers, hunk) else Reason.PROGRAM

    def _has_reference(self, numbers: Mapping[int, int], hunk: Hunk) -> bool:
        """Whether a reference stands between the words around a stretch."""
        low = max((numbers[place] for place in numbers if place < hunk.first), default=-1)
        high = min((numbers[place] for place in numbers if place >= hunk.last), default=len(self.words))
        return any(word.text.startswith(REFERENCE) for word in self.words[max(low, 0) : high + 1])


def carried(
    carrier: Carrier, found: Sequence[Difference], *, figures: bool
) -> Iterator[tuple[Difference, Edit | Reason]]:
    """Each difference with its edit, or why it has none."""
    for difference in found:
        edit = carrier.edit(difference)
        if difference.kind is Kind.FIGURE and isinstance(edit, Edit) and not figures:
            yield difference, Reason.FIGURE
        else:
            yield difference, edit
