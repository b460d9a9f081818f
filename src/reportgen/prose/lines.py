"""Lines typed below one another: sentences of their own, or one text that was wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

_ENDED = re.compile(
    r"[.,;:!?…/|)\-–+]$|(?:^| )(?:và|của|các|cho|với|là|tại|do|đến|từ|trong|hoặc|được|bằng)$", re.IGNORECASE
)
_MARKED = re.compile(r"\s*(?:[-+*|#•–]|\d{1,3}[.)]\s|[a-zđ]\)\s)|^$")


NARROWEST = 60
"""Nobody wraps a text at fewer letters; references count here with the few of their marks."""
REFERENCE_END = "\ue001"
"""What stands in the place of a reference ends with this; a line that ends so and goes on small is one of a list."""


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
        elif (
            before.rstrip().endswith(REFERENCE_END)
            and line[:1].islower()
            and _would_fit(before.rstrip(), line, max(width, NARROWEST))
        ):
            result[-1] = f"{before.rstrip()};"
        result.append(line)
    return "\n".join(result)


def _are_two(before: str, line: str, width: int) -> bool:
    if not before.strip() or _MARKED.match(before) or _MARKED.match(line) or not line.lstrip()[:1].isupper():
        return False
    return not _ENDED.search(before) and _would_fit(before, line, width)


def _would_fit(before: str, line: str, width: int) -> bool:
    """Whether the next line's first word had room on this one."""
    return len(before) + 1 + len(line.split(maxsplit=1)[0]) <= width
