"""Contents written as YAML that was not there before. Lines have no ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportgen.drafting.scalars import as_item, entry, in_flow, item, quoted, scalar
from reportgen.editing.content import Content

STEP = 2
MOST_IN_BRACES = 90
"""Characters up to which a list of short texts stands within brackets."""
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000\ufeff\u2028\u2029\ud800-\udfff\ufffe\uffff]")


def key_lines(indent: int, key: str, content: Content, note: str = "") -> Iterator[str]:
    """A key with its content; `note` is a comment behind the key, with its sign."""
    head = f"{' ' * indent}{key_text(key)}:"
    if not content:
        yield head + note
    elif isinstance(content, str):
        yield from text_lines(head, indent, content, note)
    elif isinstance(content, list) and (inline := _in_brackets(content)) and len(head) + len(inline) < MOST_IN_BRACES:
        yield f"{head} {inline}{note}"
    else:
        yield head + note
        yield from lines_of(indent + STEP, content)


def lines_of(indent: int, content: Content) -> Iterator[str]:
    """A list or a mapping that is not empty, in lines of its own."""
    if isinstance(content, dict):
        for key, held in content.items():
            yield from key_lines(indent, key, held)
    else:
        for held in content:
            yield from item_lines(indent, held)


def item_lines(indent: int, content: Content) -> Iterator[str]:
    """An entry of a list."""
    if isinstance(content, str) or not content:
        yield from text_lines(f"{' ' * indent}-", indent, content if isinstance(content, str) else "")
    else:
        yield from as_item(lines_of(indent + STEP, content), indent)


def text_lines(head: str, indent: int, text: str, note: str = "") -> Iterator[str]:
    """A text behind a key or a dash: on one line, folded, or as a block where it has lines of its own."""
    if "\n" in text and (sign := block_sign(text)):
        yield f"{head} {sign}{note}"
        for line in text.rstrip("\n").split("\n"):
            yield f"{' ' * (indent + STEP)}{line}" if line else ""
        yield from [""] * (len(text) - len(text.rstrip("\n")) - 1)
        return
    if "\n" in text:
        yield f"{head} {quoted(text)}{note}"
        return
    key = head.lstrip()
    made = list(item(indent, text)) if key.endswith("-") else list(entry(indent, "x", text))
    first = made[0][len(f"{' ' * indent}-") :] if key.endswith("-") else made[0][len(f"{' ' * indent}x:") :]
    yield head + first + note
    yield from made[1:]


def block_sign(text: str) -> str:
    """How a block begins that says the text; "" where none can."""
    body = text.rstrip("\n")
    first = next((line for line in body.split("\n") if line.strip()), "")
    risky = body.startswith(("\n", " ", "\t")) or first.startswith((" ", "\t"))
    blank = any(line and not line.strip() for line in body.split("\n"))
    if not body.strip() or risky or blank or _UNSEEN.search(text) or "\r" in text or "\x85" in text:
        return ""
    ends = len(text) - len(body)
    return "|-" if not ends else "|" if ends == 1 else "|+"


def flow(content: Content) -> str:
    """A content within braces or brackets."""
    if isinstance(content, str):
        return in_flow(content) if content else '""'
    if isinstance(content, list):
        return f"[{', '.join(map(flow, content))}]"
    return "{" + ", ".join(f"{in_flow(key)}: {flow(held)}" for key, held in content.items()) + "}"


def key_text(key: str) -> str:
    """A key as it is written."""
    return scalar(key) if key else '""'


def _in_brackets(content: list[Content]) -> str:
    plain = all(isinstance(held, str) and re.fullmatch(r"\w{1,40}", held) for held in content)
    return flow(content) if plain else ""
