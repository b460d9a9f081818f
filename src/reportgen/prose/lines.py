"""Lines typed below one another: sentences of their own, or one text that was wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

_ENDED = re.compile(
    r"[.,;:!?…/|)\-–+]$|(?:^| )(?:và|của|các|cho|với|là|tại|do|đến|từ|trong|hoặc|được|bằng)$", re.IGNORECASE
)
_MARKED = re.compile(r"\s*(?:[-+*|#•–]|\d{1,3}[.)]\s|[a-zđ]\)\s)|^$")


def lines_apart(text: str) -> str:
    """The text with a blank line between two lines that were typed as two: the second begins with a capital, the first
    has no end, and its next word would still have fitted on it."""
    lines = text.split("\n")
    if len(lines) < 2:
        return text
    width = max(map(len, lines))
    result = [lines[0]]
    for before, line in pairwise(lines):
        if _are_two(before.rstrip(), line, width):
            result.append("")
        result.append(line)
    return "\n".join(result)


def _are_two(before: str, line: str, width: int) -> bool:
    if not before.strip() or _MARKED.match(before) or _MARKED.match(line) or not line.lstrip()[:1].isupper():
        return False
    word = line.split(maxsplit=1)[0]
    return not _ENDED.search(before) and len(before) + 1 + len(word) <= width
