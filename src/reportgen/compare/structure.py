"""Where in the input a paragraph is added, deleted or moved: as an entry of a list, or as lines of a longer text.

In: a difference and the texts of the input. Out: an edit, or None where paragraphs are not to be had one by one: a
heading, a row of a table, what several texts make together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.compare.differences import Difference, Kind, joined
from reportgen.compare.edits import Edit, How
from reportgen.compare.printed import Printed
from reportgen.compare.wording import SOURCE_WORD, matched, words_of
from reportgen.source.origins import Origin, Origins

MARKER = re.compile(r"[ \t]*([-+*]|\d{1,3}[.)])[ \t]+")
PARAGRAPHS = frozenset({"p", "li", "dashes", "pluses", "numbers", "points", "basis"})
"""Roles of what is added or deleted one by one."""


@dataclass(frozen=True)
class Structure:
    """Finds the edits for one input and what it prints."""

    origins: Origins
    printed: Sequence[Printed]

    def edit(self, difference: Difference) -> Edit | None:
        """The edit for a paragraph that was added, deleted or moved."""
        if difference.kind is Kind.DELETED:
            return self._deleted(difference.printed[0])
        if difference.kind is Kind.ADDED:
            return self._added(difference.behind, difference.new) if difference.behind is not None else None
        finds = {Kind.MOVED: self._moved, Kind.SPLIT: self._parted, Kind.MERGED: self._joined}
        return finds[difference.kind](difference)

    def _source(self, passage: Printed) -> Origin | None:
        """The only text that a paragraph prints."""
        if passage.row or passage.note or passage.role not in PARAGRAPHS or len(passage.sources) != 1:
            return None
        found = self.origins.by_name.get(passage.sources[0])
        return found if found is not None and not found.is_key else None

    def _passages(self, origin: Origin) -> list[Printed]:
        return [one for one in self.printed if origin.name in one.sources and not one.note]

    def _is_entry(self, origin: Origin) -> bool:
        """Whether a text is an entry of a list that prints one paragraph."""
        return origin.name.rpartition("_")[2].isdigit() and len(self._passages(origin)) == 1

    def _deleted(self, passage: Printed) -> Edit | None:
        origin = self._source(passage)
        if origin is None:
            return None
        if self._is_entry(origin):
            return Edit(origin, 0, len(origin.scalar.text), "", How.ENTRY)
        block = self._block(origin, passage)
        return Edit(origin, *block, "", How.LINES) if block is not None else None

    def _added(self, behind: Printed, words: str) -> Edit | None:
        origin = self._source(behind)
        if origin is None:
            return None
        if self._is_entry(origin):
            return Edit(origin, len(origin.scalar.text), len(origin.scalar.text), words, How.ENTRY)
        block = self._block(origin, behind)
        if block is None:
            return None
        marker = MARKER.match(origin.scalar.text, block[0])
        lead = "\n" if marker is not None else "\n\n"
        return Edit(origin, block[1], block[1], f"{lead}{marker[0] if marker else ''}{words}", How.LINES)

    def _moved(self, difference: Difference) -> Edit | None:
        origin = self._source(difference.printed[0])
        if origin is None or not self._is_entry(origin):
            return None
        for neighbour, ahead in ((difference.behind, False), (difference.ahead, True)):
            target = self._source(neighbour) if neighbour is not None else None
            if target is not None and self._is_entry(target) and target is not origin:
                return Edit(origin, 0, len(origin.scalar.text), "", How.MOVE, target, ahead)
        return None

    def _parted(self, difference: Difference) -> Edit | None:
        """One paragraph that became two, its words as they were."""
        if len(difference.printed) != 1 or len(difference.edited) != 2 or not _same_words(difference):
            return None
        passage = difference.printed[0]
        origin = self._source(passage)
        between = self._between(origin, passage, len(words_of(difference.edited[0].text))) if origin else None
        if origin is None or between is None:
            return None
        if self._is_entry(origin):
            return Edit(origin, *between, "", How.PART)
        block = self._block(origin, passage)
        marker = MARKER.match(origin.scalar.text, block[0]) if block is not None else None
        return Edit(origin, *between, f"\n{marker[0].lstrip()}" if marker is not None else "\n\n", How.BREAK)

    def _joined(self, difference: Difference) -> Edit | None:
        """Two paragraphs that became one, their words as they were."""
        if len(difference.printed) != 2 or len(difference.edited) != 1 or not _same_words(difference):
            return None
        first, second = difference.printed
        origin, other = self._source(first), self._source(second)
        if origin is None or other is None:
            return None
        if origin is not other:
            entries = self._is_entry(origin) and self._is_entry(other)
            return Edit(origin, 0, len(origin.scalar.text), "", How.JOIN, other) if entries else None
        before, behind = self._block(origin, first), self._block(origin, second)
        if before is None or behind is None or before[1] >= behind[0]:
            return None
        marker = MARKER.match(origin.scalar.text, behind[0])
        return Edit(origin, before[1], marker.end() if marker is not None else behind[0], " ", How.BREAK)

    def _between(self, origin: Origin, passage: Printed, count: int) -> tuple[int, int] | None:
        """The letters of a text between so many words of a paragraph and the next."""
        words = words_of(origin.scalar.text, SOURCE_WORD)
        passages = self._passages(origin)
        at = next((number for number, one in enumerate(passages) if one is passage), None)
        if at is None or not 0 < count < len(words_of(passage.text)):
            return None
        place = sum(len(words_of(one.text)) for one in passages[:at]) + count
        of = matched([word for one in passages for word in words_of(one.text)], words)
        before, behind = of.get(place - 1), of.get(place)
        return (words[before].end, words[behind].start) if before is not None and behind == before + 1 else None

    def _block(self, origin: Origin, passage: Printed) -> tuple[int, int] | None:
        """The lines of a text that a paragraph is: those that share most words with it, and with no other more."""
        text = origin.scalar.text
        words, blocks = words_of(text, SOURCE_WORD), blocks_of(text)
        counts: dict[int, dict[int, int]] = {}
        shown = [(number, word) for number, one in enumerate(self._passages(origin)) for word in words_of(one.text)]
        for place, other in matched([word for _, word in shown], words).items():
            block = next((at for at, (start, end) in enumerate(blocks) if start <= words[other].start < end), None)
            if block is not None:
                of = counts.setdefault(block, {})
                of[shown[place][0]] = of.get(shown[place][0], 0) + 1
        wanted = next((number for number, one in enumerate(self._passages(origin)) if one is passage), None)
        best = [block for block, of in counts.items() if max(of, key=lambda number: of[number]) == wanted]
        return blocks[best[0]] if len(best) == 1 else None


def _same_words(difference: Difference) -> bool:
    """Whether the passages say what they said."""
    before, after = ([one.text for one in passages] for passages in (difference.printed, difference.edited))
    return [word.text for word in words_of(joined(before))] == [word.text for word in words_of(joined(after))]


def blocks_of(text: str) -> list[tuple[int, int]]:
    """The paragraphs and list entries of Markdown, each from its marker to the end of its last line."""
    blocks: list[tuple[int, int]] = []
    start: int | None = None
    end = at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if start is not None and (not bare or MARKER.match(line)):
            blocks.append((start, end))
            start = None
        if bare:
            start = at if start is None else start
            end = at + len(line.rstrip())
        at += len(line)
    return [*blocks, (start, end)] if start is not None else blocks
