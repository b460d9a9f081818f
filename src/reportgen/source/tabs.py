"""Lines indented with tabs: told all at once, and indented with blanks in a copy of the text where that is no guess."""

from __future__ import annotations

import re
from itertools import islice

from reportgen.problems import Problem
from reportgen.source.events import Stop
from reportgen.source.syntax import BLOCK_START, ENTRY
from reportgen.source.text import MOST_OF_A_KIND, Text

TABBED = re.compile(r"^ *\t[ \t]*(?=[^ \t\r\n])", re.MULTILINE)
OPENING = re.compile(r":[ \t]*(?:[|>][+-]?\d?[ \t]*)?(?:[ \t]#.*)?$")
"""A line that ends so has its content below."""


def explain_tabs(text: Text, stop: Stop) -> tuple[tuple[Problem, ...], str | None] | None:
    """What is wrong where the parser stopped at a tab, and the content mended, or None; None where it is no tab.

    The mended content keeps the lines, but not the columns of those that were mended.
    """
    tabs = _tabs(text, stop)
    if not tabs:
        return None
    told = (Problem("F140", text.place(_first_tab(text, found), found.end())) for found in tabs)
    return tuple(islice(told, MOST_OF_A_KIND)), _untabbed(text, tabs)


def _tabs(text: Text, stop: Stop) -> list[re.Match[str]]:
    """The indents of lines indented with tabs, if the parser stopped at one of them; at most one more than are told."""
    tabs = {text.position(found.start())[0]: found for found in TABBED.finditer(text.content)}
    here = {text.position(stop.at)[0], text.position(stop.since)[0]}
    if not here & tabs.keys():
        return []
    wrong = (found for line, found in tabs.items() if line in here or not _in_block(text, found))
    return list(islice(wrong, MOST_OF_A_KIND + 1))


def _first_tab(text: Text, tabbed: re.Match[str]) -> int:
    return text.content.index("\t", tabbed.start())


def _in_block(text: Text, tabbed: re.Match[str]) -> bool:
    """Whether the tab is part of a `|` or `>` text: spaces deeper than the line that opened it stand before it."""
    spaces = _first_tab(text, tabbed) - tabbed.start()
    for line in reversed(text.content[: tabbed.start()].splitlines()):
        indent = len(line) - len(line.lstrip(" "))
        if line.strip() and indent < spaces:
            return bool(BLOCK_START.search(line))
    return False


def _untabbed(text: Text, tabs: list[re.Match[str]]) -> str | None:
    """The content with these lines indented by blanks: like the line before each, or deeper if that opens something.

    In lines that follow one another, the same blanks and tabs mean the same indent. None where they are too many, or
    one of them opens something itself: a wrong guess would give its content to the line before.
    """
    if len(tabs) > MOST_OF_A_KIND or any(_opens(text, found) for found in tabs):
        return None
    pieces: list[str] = []
    done, indent = 0, ""
    known: dict[str, str] = {}
    for found in tabs:
        between = text.content[done : found.start()]
        _, elsewhere, before = between.rstrip().rpartition("\n")
        if elsewhere:
            known = {}
        else:
            before = indent + before
        deeper = _indent_below(before, item=text.content.startswith("-", found.end()))
        indent = known.setdefault(found.group(), deeper)
        pieces += between, indent
        done = found.end()
    return "".join((*pieces, text.content[done:]))


def _opens(text: Text, tabbed: re.Match[str]) -> bool:
    line, _ = text.position(tabbed.start())
    return bool(OPENING.search(text.lines[line - 1]))


def _indent_below(before: str, *, item: bool) -> str:
    """The blanks of a line below `before`: those of its key, or of its dash if the line is an `item` too."""
    entry = ENTRY.match(before)
    lead = before[: len(before) - len(before.lstrip(" "))] if item or entry is None else entry["lead"]
    return " " * (len(lead) + 2 * bool(OPENING.search(before)))
