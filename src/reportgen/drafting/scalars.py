"""Texts as YAML scalars, plain where that is safe: whatever the text, reading gives it back."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

WIDTH = 110
"""Longer texts are folded over several lines, longer lists get a line an entry."""

# A letter or digit first, nothing that YAML takes for a sign inside: `: `, ` #`, a colon at the end.
_PLAIN = re.compile(r"(?:[^\W_]|[“≥≤])(?:[^\s:#]|:(?=[^\s:])|(?<=\S)#| (?=[^\s#]))*")
_REFERENCE = re.compile(r"\{\{[^{}]*\}\}")
_NO_BREAK = "\ue000"
_FLOW_SIGNS = re.compile(r"[,\[\]{}:]")
_ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ue000\ufeff]")
_UNSAFE = re.compile('["\\\\\\x00-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ue000\\ufeff]')


def scalar(text: str) -> str:
    """The text on one line, quoted where it has to be."""
    return text if _PLAIN.fullmatch(text) and not _UNSEEN.search(text) else quoted(text)


def in_flow(text: str) -> str:
    """The text within brackets or braces, quoted where it has to be."""
    return quoted(text) if _FLOW_SIGNS.search(text) else scalar(text)


def quoted(text: str) -> str:
    """The text between double quotes."""
    return f'"{_UNSAFE.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    return _ESCAPED.get(character) or (character if character == "\xa0" else f"\\u{ord(character):04x}")


def entry(indent: int, key: str, text: str = "", note: str = "") -> Iterator[str]:
    """The lines of a key with its text, nothing for an empty one, and a comment behind."""
    head = f"{' ' * indent}{scalar(key)}:"
    yield from _lines(head, indent, text, note)


def item(indent: int, text: str, note: str = "") -> Iterator[str]:
    """The lines of a list's entry."""
    yield from _lines(f"{' ' * indent}-", indent, text, note)


def names(indent: int, key: str, items: Iterable[str]) -> Iterator[str]:
    """A key with a list of short texts, on one line if they fit."""
    shown = list(map(in_flow, items))
    line = f"{' ' * indent}{scalar(key)}: [{', '.join(shown)}]"
    if len(line) <= WIDTH:
        yield line
        return
    yield f"{' ' * indent}{scalar(key)}:"
    yield from (f"{' ' * indent}  - {text}" for text in shown)


def as_item(lines: Iterable[str], at: int) -> Iterator[str]:
    """The lines of a mapping as an entry of a list: a dash at the column `at` of the first."""
    for place, line in enumerate(lines):
        yield f"{line[:at]}- {line[at + 2 :]}" if place == 0 else line


def _lines(head: str, indent: int, text: str, note: str) -> Iterator[str]:
    comment = f"   # {note}" if note else ""
    if not text:
        yield head + comment
    elif len(head) + len(text) > WIDTH and _foldable(text):
        yield f"{head} >-{comment}"
        yield from _wrapped(text, " " * (indent + 2))
    else:
        yield f"{head} {scalar(text)}{comment}"


def one_line(text: str) -> str:
    """The text as it can stand behind `#`: on one line, without what nobody sees."""
    return " ".join(_UNSEEN.sub("", " ".join(text.split())).split())


def comment(indent: int, text: str) -> Iterator[str]:
    """A comment on lines of its own, nothing for an empty one."""
    yield from _wrapped(one_line(text), f"{' ' * indent}# ")


def _wrapped(text: str, head: str) -> Iterator[str]:
    """Lines with the head before each; a reference is never parted."""
    kept = _REFERENCE.sub(lambda found: found.group().replace(" ", _NO_BREAK), text)
    for line in textwrap.wrap(kept, WIDTH - len(head), break_long_words=False, break_on_hyphens=False):
        yield head + line.replace(_NO_BREAK, " ")


def _foldable(text: str) -> bool:
    """Whether folding gives back the text: single blanks between words and no other white space."""
    return all(text.split(" ")) and not re.search(r"[^\S ]", text) and not _UNSEEN.search(text)
