"""Where in the input a paragraph is added, deleted or moved: as an entry of a list, or as lines of a longer text.

In: a difference and the texts of the input. Out: an edit, or None where paragraphs are not to be had one by one: a
heading, a row of a table, what several texts make together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportgen.compare.differences import Difference, Kind
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
        if difference.kind is Kind.ADDED and difference.behind is not None:
            return self._added(difference.behind, difference.new)
        return self._moved(difference) if difference.kind is Kind.MOVED else None

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
