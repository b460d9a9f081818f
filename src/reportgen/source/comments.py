"""What a `#` cuts off: a plain text whose rest is taken for a comment, though it was meant to be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportgen.problems import Place, Problem
from reportgen.source.nodes import Mapping, scalars

_CUT = re.compile(r"\s+#(?=[^\W_])")


def cut_by_a_sign(root: Mapping, lines: Sequence[str]) -> Iterator[Problem]:
    """F161: words, a blank, and a `#` that touches a letter or digit: `xếp thứ #1 của tỉnh`."""
    for scalar in scalars(root):
        last = scalar.spans[-1] if scalar.spans else None
        if last is None or scalar.quoted or not scalar.text.strip():
            continue
        end = last.column - 1 + last.width
        found = _CUT.match(lines[last.line - 1], end)
        if found is not None:
            rest = lines[last.line - 1][end:].strip()
            yield Problem("F161", Place(scalar.place.file, last.line, end + 1, len(rest) + 1), {"text": rest})
