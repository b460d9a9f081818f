"""The layout's forms of labels as Word's numbering part, so that a clerk's new paragraph numbers itself.

Headings share one multi-level list that their styles are tied to; `-` and `+` are lists of their own; each numbered
list of the text starts anew. Word's letters are the Latin ones: from the fifth on, a point's letter is set one by one
to keep the Vietnamese alphabet (a b c d đ e g …; Decree 30, Annex I, II.6đ).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

from reportgen.layout.standards import Standard, Style
from reportgen.tree.numbering import Form
from reportgen.vietnamese.letters import point_letter
from reportgen.writers.word.units import NAMESPACES, twips

HEADING_LIST = 1
LEVELS = 9
FORMATS = {"roman": "upperRoman", "decimal": "decimal", "letter": "lowerLetter", "none": "bullet"}
LAST_COMMON_LETTER = 4
"""`d`: up to here the Latin and the Vietnamese alphabet agree."""


def headings(standard: Standard) -> dict[str, Form]:
    """The numbered heading roles."""
    return {role: form for role, form in standard.numbering.items() if role in standard.styles and not is_list(role)}


def is_list(role: str) -> bool:
    """Whether the role numbers list items rather than headings."""
    return role in {"numbers", "points", "dashes", "pluses"}


def list_number(role: str, standard: Standard) -> int:
    """The number of the list that a role's style is tied to."""
    return HEADING_LIST + 1 + [name for name in standard.numbering if is_list(name)].index(role)


def numbered_style(role: str, standard: Standard) -> str:
    """The part of a style that ties it to its list, "" for a style without labels."""
    form = standard.numbering.get(role)
    if form is None:
        return ""
    if is_list(role):
        return f'<w:numPr><w:numId w:val="{list_number(role, standard)}"/></w:numPr>'
    return f'<w:numPr><w:ilvl w:val="{form.level}"/><w:numId w:val="{HEADING_LIST}"/></w:numPr>'


@dataclass
class Lists:
    """The lists that a text uses, collected while it is written."""

    standard: Standard
    restarted: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Number, the list it is a restart of, the first count, and a literal label instead of a count."""

    def _next(self) -> int:
        return HEADING_LIST + 1 + sum(map(is_list, self.standard.numbering)) + len(self.restarted)

    def restart(self, role: str, first: int) -> int:
        """A fresh list of that role that starts at `first`."""
        number = self._next()
        self.restarted.append((number, list_number(role, self.standard), first, ""))
        return number

    def letter(self, role: str, place: int) -> int:
        """A list of one item for a letter that Word would not reach by counting."""
        number = self._next()
        letter = point_letter(place)
        latin = letter.isascii() and len(letter) == 1
        base = list_number(role, self.standard) if is_list(role) else HEADING_LIST
        self.restarted.append((number, base, ord(letter) - ord("a") + 1 if latin else 1, "" if latin else letter))
        return number


def numbering_part(standard: Standard, lists: Lists) -> str:
    """The whole numbering part."""
    abstract = [_heading_list(standard), *(_plain_list(role, standard) for role in standard.numbering if is_list(role))]
    fixed = [_instance(HEADING_LIST, HEADING_LIST)]
    fixed += [
        _instance(list_number(role, standard), list_number(role, standard))
        for role in standard.numbering
        if is_list(role)
    ]
    restarted = [_restarted(entry, standard) for entry in lists.restarted]
    return "".join([f"<w:numbering {NAMESPACES}>", *abstract, *fixed, *restarted, "</w:numbering>"])


def _instance(number: int, abstract: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def _restarted(entry: tuple[int, int, int, str], standard: Standard) -> str:
    number, base, first, literal = entry
    role = next((role for role in standard.numbering if is_list(role) and list_number(role, standard) == base), "point")
    form = standard.numbering[role]
    level = 0 if is_list(role) else form.level
    if literal:
        body = _level(Level(level, "none", form.pattern.format(n=literal, up="")), standard.styles[role])
        return _instance(number, base, f'<w:lvlOverride w:ilvl="{level}">{body}</w:lvlOverride>')
    start = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{first}"/></w:lvlOverride>'
    return _instance(number, base, start)


def _heading_list(standard: Standard) -> str:
    by_level = {form.level: form for form in headings(standard).values()}
    levels = "".join(_heading_level(level, by_level.get(level), standard) for level in range(LEVELS))
    return _abstract(HEADING_LIST, "multilevel", levels)


def _heading_level(level: int, form: Form | None, standard: Standard) -> str:
    if form is None:
        return _level(Level(level, "none", ""), None)
    style = standard.styles[form.role]
    text = form.pattern.format(n=f"%{level + 1}", up=f"%{level}")
    return _level(Level(level, FORMATS[form.digits], text, style_id(style), form.own_line), style)


def _plain_list(role: str, standard: Standard) -> str:
    form, style = standard.numbering[role], standard.styles[role]
    level = Level(0, FORMATS[form.digits], form.pattern.format(n="%1", up=""), style_id(style))
    return _abstract(list_number(role, standard), "singleLevel", _level(level, style))


def _abstract(number: int, kind: str, levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its place, how it counts, its label (`%1.`), the style tied to it, "" for none."""

    place: int
    counts: str
    text: str
    tied: str = ""
    own_line: bool = False


def _level(level: Level, style: Style | None) -> str:
    indent = f'<w:ind w:left="{twips(style.left)}" w:firstLine="{twips(style.first)}"/>' if style else ""
    link = f'<w:pStyle w:val="{level.tied}"/>' if level.tied else ""
    behind = "nothing" if level.own_line else "space"
    return (
        f'<w:lvl w:ilvl="{level.place}"><w:start w:val="1"/><w:numFmt w:val="{level.counts}"/>{link}'
        f'<w:suff w:val="{behind}"/><w:lvlText w:val={quoteattr(level.text)}/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{indent}</w:pPr></w:lvl>"
    )


def style_id(style: Style) -> str:
    """The identifier of a style in the styles part: Word's own for its own styles, else the role."""
    return style.builtin.replace(" ", "") if style.builtin else style.role


def separate_letters(form: Form, place: int) -> bool:
    """Whether Word would count to another letter than the Vietnamese alphabet has at this place."""
    return form.digits == "letter" and place > LAST_COMMON_LETTER
