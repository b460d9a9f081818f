"""What differs between an edited file and its input, passage by passage.

In: what the input prints and what the file has. Out: the differences in the order of the file: words, figures, and
passages that were parted, merged, moved, deleted or added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from reportgen.compare.alignment import Group, aligned
from reportgen.compare.edited import Edited, Passage, Revision
from reportgen.compare.printed import Number, Printed
from reportgen.compare.wording import Hunk, Word, hunks, shown, slice_of, words_of


class Kind(Enum):
    """Kinds of differences."""

    WORDS = "words"
    FIGURE = "figure"
    SPLIT = "split"
    MERGED = "merged"
    MOVED = "moved"
    DELETED = "deleted"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference. `printed` are the passages of the input, `edited` those of the file that it is about.

    `before` and `after` are the words with what stands around them, `old` and `new` the words alone. `under` is the
    heading that an added passage stands below.
    """

    kind: Kind
    printed: tuple[Printed, ...] = ()
    edited: tuple[Passage, ...] = ()
    before: str = ""
    after: str = ""
    old: str = ""
    new: str = ""
    hunk: Hunk | None = None
    number: Number | None = None
    under: str = ""
    behind: Printed | None = None
    """What an added or moved passage stands behind."""
    ahead: Printed | None = None
    """What it stands before."""
    revisions: tuple[Revision, ...] = ()


def differences(before: Sequence[Printed], after: Edited) -> tuple[Difference, ...]:
    """All differences."""
    return tuple(_Comparison(before, after).all())


@dataclass(frozen=True)
class _Comparison:
    before: Sequence[Printed]
    after: Edited

    def all(self) -> Iterator[Difference]:
        """Group by group; what stands before an added passage is the last of the input's that was seen."""
        groups = aligned(self.before, self.after)
        behind: Printed | None = None
        for at, group in enumerate(groups):
            following = (self.before[one.printed[0]] for one in groups[at + 1 :] if one.printed and one.edited)
            yield from self._of(group, behind, next(following, None))
            if group.printed and group.edited:
                behind = self.before[group.printed[-1]]

    def _of(self, group: Group, behind: Printed | None, ahead: Printed | None) -> Iterator[Difference]:
        printed = tuple(self.before[number] for number in group.printed)
        edited = tuple(self.after.passages[place] for place in group.edited)
        revisions = tuple(dict.fromkeys(one for passage in edited for one in passage.revisions))
        if not printed:
            under = behind.under if behind is not None else ""
            words = edited[0].text
            yield Difference(
                Kind.ADDED,
                (),
                edited,
                after=words,
                new=words,
                under=under,
                behind=behind,
                ahead=ahead,
                revisions=revisions,
            )
            return
        if not edited:
            known = self.after.gone.get(printed[0].name, ())
            text = printed[0].text
            yield Difference(Kind.DELETED, printed, (), text, "", text, revisions=known)
            return
        if group.moved:
            yield Difference(
                Kind.MOVED,
                printed,
                edited,
                printed[0].text,
                edited[0].text,
                behind=behind,
                ahead=ahead,
                revisions=revisions,
            )
        if len(edited) > 1:
            yield Difference(Kind.SPLIT, printed, edited, printed[0].text, edited[1].text, revisions=revisions)
        if len(printed) > 1:
            yield Difference(Kind.MERGED, printed, edited, printed[0].text, printed[1].text, revisions=revisions)
        yield from self._words(printed, edited, revisions)

    def _words(
        self, printed: tuple[Printed, ...], edited: tuple[Passage, ...], revisions: tuple[Revision, ...]
    ) -> Iterator[Difference]:
        old, new = joined([one.text for one in printed]), joined([one.text for one in edited])
        if old == new:
            return
        old_words, new_words = words_of(old), words_of(new)
        numbers = numbers_of(printed)
        for hunk in hunks(old_words, new_words):
            number = _touched(hunk, old_words, numbers)
            yield Difference(
                Kind.FIGURE if number is not None else Kind.WORDS,
                printed,
                edited,
                shown(old, old_words, hunk.first, hunk.last),
                shown(new, new_words, hunk.new_first, hunk.new_last),
                slice_of(old, old_words, hunk.first, hunk.last),
                slice_of(new, new_words, hunk.new_first, hunk.new_last),
                hunk,
                number,
                revisions=revisions,
            )


def joined(texts: Sequence[str]) -> str:
    """Several passages as one text."""
    return " ".join(text for text in texts if text)


def numbers_of(printed: Sequence[Printed]) -> tuple[Number, ...]:
    """The figures of several passages as one text."""
    found: list[Number] = []
    at = 0
    for one in printed:
        found += [Number(at + each.start, at + each.end, each.figure, each.part) for each in one.numbers]
        at += len(one.text) + 1
    return tuple(found)


def _touched(hunk: Hunk, words: Sequence[Word], numbers: Sequence[Number]) -> Number | None:
    """The first figure that a stretch changes, or stands within."""
    if hunk.first < hunk.last:
        start, end = words[hunk.first].start, words[hunk.last - 1].end
        return next((one for one in numbers if one.start < end and start < one.end), None)
    if not 0 < hunk.first < len(words):
        return None
    left, right = words[hunk.first - 1].end, words[hunk.first].start
    return next((one for one in numbers if one.start < left and right < one.end), None)
