"""The author's prose and the indicators' phrases as markup. Flaws of the prose are collected as they are met."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from reportgen.figures.ledger import Line
from reportgen.figures.parts import part
from reportgen.figures.phrase import Datum, Phrase
from reportgen.figures.stated import counting_verb
from reportgen.model.leaves import Prose, Words
from reportgen.papers.plain import origin_of
from reportgen.press.shortly import gist, gists
from reportgen.problems import Problem
from reportgen.prose.beginnings import begun
from reportgen.prose.markdown import Written, phrase_markup, write_inline, write_prose
from reportgen.prose.references import Names, sentence
from reportgen.tree.origins import blocks_from, marked

_PARAGRAPH = re.compile(r"<p>(.*?)</p>(?!\s*<(?:ul|ol|table))", re.DOTALL)
_LIST = re.compile(r"<(ul|ol)\b[^>]*>(?:(?!<[uo]l\b).)*?</\1>", re.DOTALL)
"""A list without another one in it."""
_ITEM = re.compile(r"<li>(.*?)</li>", re.DOTALL)
_COMMA_AT_END = re.compile(r"\s*,(?:\s*[.,;])*\s*$")
_LOOSE_END = re.compile(r"\s*[,;](?:\s*[.,;])*\s*$")
"""Signs that end no sentence, and what was typed behind them: `,` `;.`"""
_SIGNS_AT_END = re.compile(r"\s*[,;][\s.,;]*$|\.$")
_WORD_AT_END = re.compile(r"[\w%‰”)](?:</(?:data|strong|em)>)*$")
_STOP_BEFORE_NOTE = re.compile(r"\.(\^\[[^\[\]]*\])$")
"""The full stop of a sentence that ends in a footnote."""


class Writing:
    """Writes prose and phrases. `names` are what references may name."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self.problems: list[Problem] = []

    def questions(self) -> Mapping[str, Callable[..., Any]]:
        """What templates may ask."""
        return {
            "prose": self.prose,
            "words": self.words,
            "say": self.say,
            "part_words": self.part,
            "target": self.target,
            "phrase": self.phrase,
            "listed": listed,
            "gist": self.gist,
            "gists": self.gists,
            "said": self.said,
        }

    def prose(self, text: Prose | None, level: int = 4, above: int = 0) -> Markup:
        """Blocks of the user's Markdown, its headings below so many that stand above."""
        if not text:
            return Markup("")
        markup = _PARAGRAPH.sub(_ended, str(self._taken(text, write_prose(text, self.names, level, above))))
        return Markup(blocks_from(_LIST.sub(_items_ended, markup), origin_of(text)))

    def words(self, text: Prose | str | None) -> Markup:
        """The user's text within a paragraph, without the full stop, comma or semicolon at its end."""
        if not text:
            return Markup("")
        if not isinstance(text, str):
            raise TypeError(f"words(…): no text but a {type(text).__name__}")
        bare = _SIGNS_AT_END.sub("", _STOP_BEFORE_NOTE.sub(r"\1", str(text).strip()))
        written = write_inline(bare, self.names)
        markup = self._taken(text, written) if isinstance(text, Prose) else Markup(written.markup)
        return marked(markup, origin_of(text)) if isinstance(text, Words) else markup

    def said(self, text: Prose | Markup | str | None) -> str:
        """The words of a text alone, its figures in them."""
        markup = str(self.prose(text) if isinstance(text, Prose) else escape(text or ""))
        return " ".join(Markup(markup.replace("</p>", "</p> ").replace("</li>", "</li> ")).striptags().split())

    def gist(self, text: Prose | Markup | str | None, most: int) -> tuple[str, ...]:
        """The sentences that a text begins with, in so many words together."""
        return gist(self.said(text), most)

    def gists(self, texts: Sequence[Prose], most: int) -> tuple[str, ...]:
        """The first sentence of each text, in so many words together."""
        return gists(map(self.said, texts), most)

    def _taken(self, text: Prose, written: Written) -> Markup:
        found = (text.problem(flaw.code, flaw.start, flaw.end, **flaw.values) for flaw in written.flaws)
        self.problems += [problem for problem in found if problem is not None]
        return Markup(written.markup)

    def say(self, line: Line, *, capital: bool = False, within: bool = False) -> Markup:
        """An indicator's whole phrase; `within` a sentence or at its beginning a count has a verb: `còn 18 hộ`."""
        words = sentence(line, self.names)
        return self.with_verb(line, words, capital=capital) if within or capital else self.phrase(words)

    def with_verb(self, line: Line, words: Phrase, *, capital: bool) -> Markup:
        """Words about an indicator; a count that they begin with gets its verb."""
        counted = line.indicator.sentence is None and _begins_with_a_number(words)
        return self.phrase((f"{counting_verb(line)} ", *words) if counted else words, capital=capital)

    def part(self, line: Line, name: str, *, capital: bool = False) -> Markup:
        """A part of an indicator's phrase, "" if it was not declared."""
        return self.phrase(part(line, name) or (), capital=capital)

    def target(self, line: Line, *, capital: bool = False) -> Markup:
        """An indicator's target for next year; within a sentence a count has a verb."""
        words = part(line, "chỉ tiêu năm sau") or ()
        counted = _begins_with_a_number(words) and not capital
        return self.phrase(("có ", *words) if counted else words, capital=capital)

    def phrase(self, phrase: Phrase, *, capital: bool = False) -> Markup:
        """A phrase as markup."""
        return Markup(phrase_markup(phrase, capital=capital))


def _begins_with_a_number(words: Phrase) -> bool:
    return bool(words) and isinstance(words[0], Datum) and words[0].text[:1].isdigit()


def listed(texts: Sequence[str]) -> str:
    """`A và B`; `A, B và C`; parted by semicolons where some hold commas."""
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("listed(…): not all are texts")
    *before, last = texts or [""]
    between = "; " if any("," in text for text in texts) else ", "
    return f"{between.join(before)} và {last}" if before else str(last)


def _ended(paragraph: re.Match[str]) -> str:
    """A paragraph with the full stop that it lacks."""
    words = _COMMA_AT_END.sub("", paragraph[1])
    return f"<p>{words}{'.' if _WORD_AT_END.search(words) else ''}</p>"


def _items_ended(found: re.Match[str]) -> str:
    """A list whose items end as in official papers: the last in a full stop, the others as those with an end do."""
    items = _ITEM.findall(found[0])
    between = "." if any(item.rstrip().endswith(".") for item in items[:-1]) else ";"
    numbers = iter(range(1, len(items) + 1))

    def ended(item: re.Match[str]) -> str:
        end = "." if next(numbers) == len(items) else between
        words = _LOOSE_END.sub("", item[1])
        return f"<li>{words}{end if _WORD_AT_END.search(words) else ''}</li>"

    return _ITEM.sub(ended, found[0])


def capital(words: str) -> str:
    """As the beginning of a sentence; markup stays markup."""
    return begun(words)


def without_stop(words: str) -> str:
    """Without the sign at its end, where the template writes its own."""
    return type(words)(words.rstrip().rstrip(".;,").rstrip())


def lower_first(words: str) -> str:
    """With a small letter at the beginning, but abbreviations (`MTTQ`) as they are."""
    return words if words[1:2].isupper() else type(words)(words[:1].lower() + words[1:])
