"""What a template is told of the article: what it covers with so much room, its headline, its photographs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import part
from reportgen.model.content import Topic
from reportgen.model.press import Photo
from reportgen.official.letterhead import Head
from reportgen.papers.finding import Paper
from reportgen.papers.view.writing import Writing, capital
from reportgen.press.coverage import Coverage, Desk
from reportgen.press.headlines import headlines
from reportgen.press.standfirst import Standfirst

_FIRST = re.compile(r"(<p\b[^>]*>)(.*?)</p>", re.DOTALL)
MOST_TARGETS = 6
"""So many of next year's targets an article tells."""


@dataclass(frozen=True, slots=True)
class NextTargets:
    """Next year's targets that an article tells: as entries of a list, `one` within a sentence where it is a single
    figure ("" else); `whole` where none was left out."""

    entries: tuple[Markup, ...]
    one: Markup
    whole: bool


class ArticleView:
    """The article on one conference."""

    def __init__(self, ledger: Ledger, head: Head, writing: Writing, paper: Paper, room: int) -> None:
        self.ledger = ledger
        self.head = head
        self.writing = writing
        self.standfirst = Standfirst(ledger, writing.names)
        self.room = room
        self.desk = Desk(ledger, head, self.standfirst, paper.parts, paper.photos)
        photos = ledger.conference.press.photos
        self.pictures: Mapping[str, Photo] = {
            f"anh-{number}.jpg": photo for number, photo in enumerate((one for one in photos if one.file), 1)
        }

    @cached_property
    def coverage(self) -> Coverage:
        """What the article tells. Templates know it as `told`."""
        return self.desk.coverage(self.room, len(self._target_lines) + len(self._told_targets))

    def questions(self) -> Mapping[str, Callable[..., Any]]:
        """What templates may ask."""
        return {
            "next_targets": self.next_targets,
            "headlines": lambda: [self.writing.phrase(words) for words in headlines(self.ledger, self.head)],
            "led": self.led,
            "brief": self.brief,
            "first_paragraph": first_paragraph,
            "picture": self.picture,
        }

    @property
    def _target_lines(self) -> tuple[Line, ...]:
        return tuple(line for line in self.ledger if part(line, "năm sau"))

    @property
    def _told_targets(self) -> tuple[Any, ...]:
        return self.ledger.conference.directions.targets

    def next_targets(self) -> NextTargets:
        """Next year's targets for the article, figures before sentences, at most six."""
        figures = self._target_lines
        entries = [self.writing.target(line, capital=True) for line in figures] + [
            Markup(capital(self.writing.words(text))) for text in self._told_targets
        ]
        kept = entries[: min(self.room, MOST_TARGETS)]
        one = self.writing.target(figures[0]) if figures and len(kept) == 1 else Markup("")
        return NextTargets(tuple(kept), one, len(kept) == len(entries))

    def led(self, line: Line, *, capital: bool = False) -> Markup:
        """An indicator as the standfirst says it."""
        return self.writing.with_verb(line, self.standfirst.said(line), capital=capital)

    def brief(self, topic: Topic) -> Markup:
        """A field's results for the article: its short text, else its own text, else that of the first part of it."""
        if topic.brief or topic.content:
            return self.writing.prose(topic.brief or topic.content, 2)
        return self.brief(topic.topics[0]) if topic.topics else Markup("")

    def picture(self, photo: Photo) -> str:
        """The name under which the writers find a photograph's picture. ValueError for what is no photograph with a
        file."""
        name = next((name for name, known in self.pictures.items() if known is photo), None)
        if name is None:
            raise ValueError("picture(…): not a photograph with a file")
        return name


def first_paragraph(markup: Markup) -> Markup:
    """The first paragraph of prose, without the sentence that leads to a list behind it; where nothing else stands in
    it, or something else comes first, all of the prose."""
    found = _FIRST.match(markup)
    if found is None:
        return markup
    words = found[2]
    if words.endswith(":"):
        words = words[: words.rfind(". ") + 1]
    return Markup(f"{found[1]}{words}</p>") if words else markup
