"""Markdown with references to markup.

Allowed: paragraphs, lists (`-`, `+`, `1.`), headings, tables, `**bold**`, `*italic*`, footnotes (`^[words]`). HTML,
links and pictures stay text. References become `<data>` elements after Markdown has run, so a figure can never be read
as Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any

from reportgen.figures.phrase import Datum, Phrase
from reportgen.names.lists import unnumbered
from reportgen.problems import Flaw
from reportgen.prose.beginnings import begun
from reportgen.prose.lines import lines_apart
from reportgen.prose.references import Names, Reference, in_mid_sentence, references, resolve, said_once

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARK = re.compile("\ue000(\\d+)\ue001")
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|[-+]\s+)$")
_APART = re.compile(r"(?<=[\w)”»%\ue001])[ \t]+(?=\^\[|[,.;:!?](?:[\s*_]|$))", re.MULTILINE)
"""Blanks before a stop; before a footnote's mark, which stands at its word and on its line."""
_HEADING = re.compile(r"^((?:\s*(?:[-+*]|\d{1,9}[.)]))* {0,3}#{1,6}[ \t]+)(\S.*)$", re.MULTILINE)
_NUMERIC = re.compile(r"[-+]?[\d.,]+\s*[%‰]?(/[\d.,]+)?|-")
REACH = 300
"""So many letters before a reference are looked at."""
HEADINGS = ("clause", "subclause", "point")
"""Roles of headings inside prose, from the outermost."""


@dataclass(frozen=True, slots=True)
class Written:
    """Markup, and the references in it that could not be resolved (offsets in the prose)."""

    markup: str
    flaws: tuple[Flaw, ...] = ()


def write_prose(text: str, names: Names, level: int = 4, above: int = 0) -> Written:
    """Blocks of markup. `level` is the level of the outermost heading inside (4: `h4`); `above` so many of the roles of
    `HEADINGS` are taken by the headings that the text stands below."""
    marked, phrases, flaws = _marked(text, names)
    notes: dict[str, Any] = {}
    tokens = _parser().parse(marked, notes)
    markup = "".join(_Blocks(level, notes, above).write(tokens))
    return Written(_filled(markup, phrases), flaws)


def write_inline(text: str, names: Names) -> Written:
    """One paragraph's inside: emphasis and references, no blocks."""
    marked, phrases, flaws = _marked(" ".join(text.split()), names)
    notes: dict[str, Any] = {}
    tokens = _parser().parseInline(marked, notes)
    return Written(_filled("".join(_inline(tokens[0].children or [], notes)), phrases), flaws)


def phrase_markup(phrase: Phrase, *, capital: bool = False) -> str:
    """A phrase as markup, each datum with its origin. At the beginning of a sentence (`capital`) it gets a capital, and
    a number the word that no sentence begins without: `Có 28 đảng viên mới được kết nạp`."""
    pieces = []
    for place, piece in enumerate(phrase):
        words = piece if isinstance(piece, str) else piece.text
        first = capital and place == 0
        lead = "Có " if first and isinstance(piece, Datum) and words[:1].isdigit() else ""
        shown = escape(words[:1].upper() + words[1:] if first else words, quote=False)
        pieces.append(lead + (_datum(piece, shown) if isinstance(piece, Datum) else shown))
    return "".join(pieces)


def _datum(datum: Datum, shown: str) -> str:
    origin = f'data-figure="{escape(datum.figure)}" data-part="{escape(str(datum.part))}"'
    return f'<data value="{datum.value}" {origin}>{shown}</data>'


def _marked(text: str, names: Names) -> tuple[str, list[tuple[Phrase, bool]], tuple[Flaw, ...]]:
    """The text with a private mark for each reference; the phrases with whether they begin a sentence; the flaws."""
    pieces: list[str] = []
    phrases: list[tuple[Phrase, bool]] = []
    flaws: list[Flaw] = []
    at = 0
    for found in references(text):
        if isinstance(found, Flaw):
            flaws.append(found)
            continue
        phrase = resolve(found, names)
        if isinstance(phrase, Flaw):
            flaws.append(phrase)
            continue
        pieces.append(in_mid_sentence(text[at : found.start], found, names))
        line = text[max(0, found.start - REACH) : found.start].rpartition("\n")[2]
        phrase = said_once(phrase, line, found, names)
        capital = bool(_SENTENCE_START.search(line.rstrip("*_")))
        pieces.append(f"\ue000{len(phrases)}\ue001")
        phrases.append((phrase, capital and not _is_continuation(text, found)))
        at = found.end
    pieces.append(text[at:])
    written = _APART.sub("", lines_apart("".join(pieces)))
    return _HEADING.sub(lambda found: found[1] + unnumbered(found[2]).text, written), phrases, tuple(flaws)


def _is_continuation(text: str, reference: Reference) -> bool:
    """Whether the line before runs on into this one, or a colon stands before: then no capital."""
    line_start = text.rfind("\n", 0, reference.start) + 1
    if text[line_start : reference.start].strip("*_ "):
        return text[: reference.start].rstrip().endswith(":")
    previous = text[:line_start].rstrip("\n").rpartition("\n")[2].strip()
    return (
        bool(previous) and line_start > 0 and text[line_start - 2 : line_start] != "\n\n" and previous[-1] not in ".!?"
    )


def _filled(markup: str, phrases: Sequence[tuple[Phrase, bool]]) -> str:
    return _MARK.sub(
        lambda mark: phrase_markup(phrases[int(mark.group(1))][0], capital=phrases[int(mark.group(1))][1]), markup
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin

    parser = MarkdownIt("zero", {"html": False}).use(footnote_plugin, move_to_end=False)
    parser.disable(["footnote_def", "footnote_ref"])
    return parser.enable(["list", "table", "heading", "emphasis", "newline", "escape"])


_TAGS = {"strong": "strong", "em": "em"}


def _inline(tokens: Sequence[Token], notes: Mapping[str, Any]) -> Iterator[str]:
    """Markup of inline tokens; `notes` is what the parser keeps of footnotes.

    A note in a note stands in parentheses.
    """
    for token in tokens:
        if token.type == "text":
            yield escape(token.content, quote=False)
        elif token.type == "footnote_ref":
            words = "".join(_inline(notes["footnotes"]["list"][token.meta["id"]]["tokens"], notes))
            yield f"<note>{words.replace('<note>', ' (').replace('</note>', ')')}</note>" if words.strip() else ""
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "<br/>"
        elif token.tag in _TAGS:
            yield f"<{'/' if token.nesting < 0 else ''}{_TAGS[token.tag]}>"
        else:
            yield escape(token.content, quote=False)


@dataclass(slots=True)
class _List:
    """A list that is being written, and what of it stands in the markup by now."""

    tag: str
    role: str
    start: int
    items: int = 0
    is_open: bool = False
    in_item: bool = False
    told: bool = False
    """Whether the item has a paragraph or a list already: what follows it stands by itself."""
    left: bool = False
    """Whether the item was ended by what may not stand in one; what follows in it stands behind the list."""


class _Blocks:
    """Writes block tokens. The stacks of open lists and headings and the table being collected are its state."""

    def __init__(self, level: int, notes: Mapping[str, Any], above: int) -> None:
        self.level = level
        self.above = above
        self.notes = notes
        self.lists: list[_List] = []
        self.rows: list[list[tuple[str, str, str]]] = []
        self.head = 0
        self.headings: list[int] = []
        self.runs_on = False
        """Whether the block before ended in a colon."""

    def write(self, tokens: Sequence[Token]) -> Iterator[str]:
        for place, token in enumerate(tokens):
            if token.type == "inline":
                yield from self._leaf(tokens, place)
            elif token.type.endswith("list_open"):
                self._begin_list(token)
            elif token.type.endswith("list_close"):
                yield from self._end_list()
            elif token.type == "list_item_open":
                item = self.lists[-1]
                item.items += 1
                item.told = item.left = False
            elif token.type == "list_item_close":
                yield from self._end_item(self.lists[-1])
            elif token.type == "tr_open":
                self.rows.append([])
            elif token.type == "thead_close":
                self.head = len(self.rows)
            elif token.type == "table_close":
                yield from self._leave_lists()
                yield from self._table()

    def _begin_list(self, token: Token) -> None:
        outer = self.lists[-1].role if self.lists else ""
        numbered = token.tag == "ol"
        role = "numbers" if numbered else "pluses" if token.markup == "+" or outer == "dashes" else "dashes"
        self.lists.append(_List(token.tag, role, int(token.attrs.get("start", 1))))

    def _end_list(self) -> Iterator[str]:
        ended = self.lists.pop()
        if ended.is_open:
            yield f"</{ended.tag}>"
        if self.lists:
            self.lists[-1].told = True

    def _end_item(self, item: _List) -> Iterator[str]:
        if item.in_item:
            item.in_item = False
            yield "</li>"

    def _leave_lists(self) -> Iterator[str]:
        """Ends the lists around a table or a heading, which stand in none; they go on behind it."""
        for one in reversed(self.lists):
            yield from self._end_item(one)
            if one.is_open:
                yield f"</{one.tag}>"
            one.is_open, one.left = False, True

    def _into_item(self) -> Iterator[str]:
        """Begins the lists and items that the text stands in, and have not begun."""
        for one in self.lists:
            if one.left:
                continue
            if not one.is_open:
                number = one.start + one.items - 1
                start = f' start="{number}"' if one.tag == "ol" and number != 1 else ""
                yield f'<{one.tag} class="{one.role}"{start}>'
            if not one.in_item:
                yield "<li>"
            one.is_open = one.in_item = True

    def _in_item(self, content: str) -> Iterator[str]:
        """The first paragraph of an item; a further one stands behind the list."""
        item = self.lists[-1]
        if item.told:
            yield from self._leave_lists()
        if item.left:
            yield f"<p>{content}</p>"
            return
        yield from self._into_item()
        yield content
        item.told = True

    def _leaf(self, tokens: Sequence[Token], place: int) -> Iterator[str]:
        opener = tokens[place - 1]
        content = "".join(_inline(tokens[place].children or [], self.notes))
        if opener.type in {"th_open", "td_open"}:
            align = str(opener.attrs.get("style", "")).removeprefix("text-align:")
            self.rows[-1].append((opener.tag, align, content))
        elif opener.type == "heading_open":
            yield from self._leave_lists()
            depth = self._depth(int(opener.tag[1]))
            tag = f"h{min(self.level + depth, 6)}"
            role = HEADINGS[min(self.above + depth, len(HEADINGS) - 1)]
            yield f'<{tag} class="{role}">{content}</{tag}>'
        elif self.lists:
            yield from self._in_item(content)
            self.runs_on = False
        else:
            following = tokens[place + 2].type if place + 2 < len(tokens) else ""
            titled = following == "table_open" and content.lower().startswith("bảng")
            content = content if self.runs_on else begun(content)
            yield f'<p class="table_title">{content}</p>' if titled else f"<p>{content}</p>"
            self.runs_on = content.endswith(":")

    def _depth(self, signs: int) -> int:
        """How deep a heading with so many `#` stands: the first is outermost, and none skips a level (PDF/UA-1)."""
        while self.headings and self.headings[-1] >= signs:
            self.headings.pop()
        self.headings.append(signs)
        return min(len(self.headings), len(HEADINGS)) - 1

    def _table(self) -> Iterator[str]:
        head, body = self.rows[: self.head], self.rows[self.head :]
        yield "<table><thead>"
        for row in head:
            yield _head_row(row)
        yield "</thead><tbody>"
        roles = [
            _column_role([row[column] for row in body if column < len(row)])
            for column in range(len(head[0]) if head else 0)
        ]
        for row in body:
            cells = (f'<td class="{role}">{content}</td>' for role, (_, _, content) in zip(roles, row, strict=False))
            yield f"<tr>{''.join(cells)}</tr>"
        yield "</tbody></table>"
        self.rows, self.head = [], 0


def _head_row(row: Sequence[tuple[str, str, str]]) -> str:
    cells = "".join(f'<th scope="col">{content}</th>' for _, _, content in row)
    return f"<tr>{cells}</tr>"


_ALIGNED = {"left": "cell", "center": "cell_center", "right": "cell_right"}


def _column_role(cells: Sequence[tuple[str, str, str]]) -> str:
    """The style of a column: as the table's author aligned it, else numbers to the right."""
    align = next((align for _, align, _ in cells if align), "")
    if align:
        return _ALIGNED[align]
    numeric = all(_NUMERIC.fullmatch(content.strip()) or _MARK.fullmatch(content.strip()) for _, _, content in cells)
    return "cell_right" if numeric and cells else "cell"
