"""Which passage of an edited file is which of the input's: by the names that the paper gave them, else by their words.

In: what the input prints and what the file has. Out: groups: one of each; one printed and several in the file where it
was split; several and one where they were merged; one alone where it was deleted or is new.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from reportgen.compare.edited import Edited, Passage
from reportgen.compare.printed import Printed

ALIKE = 55
"""Of a hundred: two passages at the same place in the order are one that was edited if they are so alike."""
ALIKE_ANYWHERE = 75
"""The same of two at different places."""
MOST_LETTERS = 4_000
"""So many letters of a passage are held against others."""
MOST_PAIRS = 250_000
"""So many pairs of passages are held against one another; of more only equal ones are found."""


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that belong together, by their numbers in the two sequences, from 0."""

    printed: tuple[int, ...]
    edited: tuple[int, ...]
    moved: bool = False


def aligned(before: Sequence[Printed], after: Edited) -> tuple[Group, ...]:
    """The groups, in the order of the file; what was deleted where it stood."""
    pairs = _Pairs(before, after.passages)
    pairs.by_name(same_words=True)
    pairs.by_equal_words()
    pairs.by_name()
    pairs.by_rest()
    pairs.by_alike_words()
    groups = pairs.groups()
    return tuple(_in_order(_with_moves(groups)))


class _Pairs:
    """Pairs that are found step by step. `of`: number of a printed passage → numbers of the file's."""

    def __init__(self, before: Sequence[Printed], after: Sequence[Passage]) -> None:
        self.before = before
        self.after = after
        self.of: dict[int, list[int]] = {}
        self.taken: set[int] = set()

    def pair(self, one: int, other: int) -> None:
        self.of.setdefault(one, []).append(other)
        self.taken.add(other)

    def by_name(self, *, same_words: bool = False) -> None:
        """Names, and what a name reaches into where its paragraph was split. Where paragraphs were added or deleted the
        others have the names of their neighbours, so first those are paired that have the same words too."""
        numbers = {passage.name: number for number, passage in enumerate(self.before) if passage.name}
        paired = {place: set(found) for place, found in self._by_place().items()}
        for place, passage in enumerate(self.after):
            for name in passage.names:
                number = numbers.get(name)
                if number is None or number in self.of or self.before[number].row != passage.row:
                    continue
                if same_words and self.before[number].text != passage.text:
                    continue
                if place in paired and not same_words and self.before[number].text not in passage.text:
                    continue
                self.pair(number, place)
        if same_words:
            return
        for place, passage in enumerate(self.after):
            for name in passage.parts:
                number = numbers.get(name)
                if number is not None and place not in self.taken and number in self.of:
                    self.pair(number, place)

    def by_equal_words(self) -> None:
        """The same words, the first of each."""
        known: dict[tuple[bool, str], list[int]] = {}
        for place in self._free_after():
            known.setdefault((self.after[place].row, self.after[place].text), []).append(place)
        for number in self._free_before():
            places = known.get((self.before[number].row, self.before[number].text))
            if places:
                self.pair(number, places.pop(0))

    def by_rest(self) -> None:
        """What lost its name beside one that has it: the rest of a paragraph that was split, or the second of two that
        were merged."""
        for place in list(self._free_after()):
            number = next((one for one, places in self.of.items() if place - 1 in places), None)
            if number is None or self.after[place].row or self.before[number].row:
                continue
            parts = [self.after[one].text for one in self.of[number]]
            if _nearer(self.before[number].text, parts, self.after[place].text):
                self.pair(number, place)
        for number in list(self._free_before()):
            places = self.of.get(number - 1, [])
            if len(places) != 1 or self.before[number].row or self.after[places[0]].row:
                continue
            if _nearer(self.after[places[0]].text, [self.before[number - 1].text], self.before[number].text):
                self.pair(number, places[0])

    def by_alike_words(self) -> None:
        """Words that are alike: first between the same neighbours, then anywhere."""
        for nearby, least in ((True, ALIKE), (False, ALIKE_ANYWHERE)):
            free_after, free_before = list(self._free_after()), list(self._free_before())
            if len(free_after) * len(free_before) > MOST_PAIRS:
                return
            for number in free_before:
                low, high = self._between(number) if nearby else (0, len(self.after))
                choices = {
                    place: self.after[place].text[:MOST_LETTERS]
                    for place in free_after
                    if low <= place < high and place not in self.taken and self._same_kind(number, place)
                }
                words = self.before[number].text[:MOST_LETTERS]
                found = process.extractOne(words, choices, scorer=fuzz.ratio, score_cutoff=least)
                if found is not None:
                    self.pair(number, found[2])

    def _same_kind(self, number: int, place: int) -> bool:
        one, other = self.before[number], self.after[place]
        return one.row == other.row and one.note == other.note

    def _between(self, number: int) -> tuple[int, int]:
        low = next((max(self.of[one]) + 1 for one in range(number - 1, -1, -1) if one in self.of), 0)
        high = next(
            (min(self.of[one]) for one in range(number + 1, len(self.before)) if one in self.of), len(self.after)
        )
        return low, high

    def _free_after(self) -> Iterator[int]:
        return (place for place in range(len(self.after)) if place not in self.taken)

    def _free_before(self) -> Iterator[int]:
        return (number for number in range(len(self.before)) if number not in self.of)

    def _by_place(self) -> dict[int, list[int]]:
        by_place: dict[int, list[int]] = {}
        for number, places in self.of.items():
            for place in places:
                by_place.setdefault(place, []).append(number)
        return by_place

    def groups(self) -> list[Group]:
        """What belongs together, the deleted and the new by themselves."""
        by_place = self._by_place()
        made: list[Group] = []
        seen: set[int] = set()
        for number in sorted(self.of):
            if number in seen:
                continue
            numbers, spots = {number}, set(self.of[number])
            while more := {other for place in spots for other in by_place[place]} - numbers:
                numbers |= more
                spots |= {place for other in more for place in self.of[other]}
            seen |= numbers
            made.append(Group(tuple(sorted(numbers)), tuple(sorted(spots))))
        made += [Group((number,), ()) for number in self._free_before()]
        made += [Group((), (place,)) for place in self._free_after()]
        return made


NEARER = 8
"""Of a hundred: so much more alike a text is with what belongs to it."""


def _nearer(whole: str, parts: Sequence[str], rest: str) -> bool:
    """Whether the parts with the rest are more like the whole than without it."""
    known = " ".join(parts)[:MOST_LETTERS]
    bare, filled = (fuzz.ratio(whole[:MOST_LETTERS], one[:MOST_LETTERS]) for one in (known, f"{known} {rest}"))
    return filled > bare + NEARER


def _with_moves(groups: Sequence[Group]) -> list[Group]:
    """The groups, those marked that stand elsewhere than they did: all but a longest run in the old order."""
    both = sorted((group for group in groups if group.printed and group.edited), key=lambda group: group.printed)
    kept = _longest_rising([group.edited[0] for group in both])
    moved = {group.printed for place, group in enumerate(both) if place not in kept}
    return [Group(group.printed, group.edited, moved=bool(group.edited) and group.printed in moved) for group in groups]


def _longest_rising(values: Sequence[int]) -> frozenset[int]:
    """The places of a longest rising run."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[at], ends[at] = value, place
    run: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        run.add(last)
        last = before[last]
    return frozenset(run)


def _in_order(groups: Sequence[Group]) -> list[Group]:
    """By the place in the file; a deleted one behind what stood before it."""
    where: dict[int, int] = {}
    for group in groups:
        for number in group.printed:
            if group.edited and not group.moved:
                where[number] = group.edited[-1]

    def key(group: Group) -> tuple[int, int, int]:
        if group.edited:
            return group.edited[0], 0, 0
        number = group.printed[0]
        return next((where[one] for one in range(number, -1, -1) if one in where), -1), 1, number

    return sorted(groups, key=key)
