"""Everything of a paper that Typst reads as data: texts, names, lengths. The only place where they become markup.

A text is a string literal of Typst's code mode, in which nothing is markup, no character begins code, and only `\\` and
`"` mean more than themselves (Typst's reference, “Scripting”, “Strings”). Letters that print nothing are written by
their number, so that a paper's source can be read.
"""

from __future__ import annotations

import re

_ESCAPED = re.compile(r'[\\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]')
_NAMED = {"\\": "\\\\", '"': '\\"'}
REPLACEMENT = "\ufffd"
"""Stands for half a surrogate pair, which is no character."""


def literal(words: str) -> str:
    """The text as a string literal, which gives the same text again."""
    return f'"{_ESCAPED.sub(_escape, words)}"'


def _escape(found: re.Match[str]) -> str:
    letter = found.group()
    if "\ud800" <= letter <= "\udfff":
        return REPLACEMENT
    return _NAMED.get(letter) or f"\\u{{{ord(letter):x}}}"


def pt(length: float) -> str:
    """A length in points; Typst knows no exponents in lengths."""
    return f"{_number(length)}pt"


def mm(length: float) -> str:
    """A length in millimetres."""
    return f"{_number(length)}mm"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
