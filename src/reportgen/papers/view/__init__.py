"""What a template is told: three views of one conference, its figures, its article and its people.

In: a conference, a paper and, of an article, how much room its lists have. Out: the names that templates know, each a
plain value or a question with a plain answer (`papers.plain`). A template changes nothing; flaws of the author's prose
are found as it is written, and a paper whose prose is flawed is not handed over.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from reportgen.figures.ledger import Ledger
from reportgen.model import Conference
from reportgen.model.press import Photo
from reportgen.official.issuing import REPORT
from reportgen.official.letterhead import Head, head_of
from reportgen.papers.finding import OFFICIAL, Paper
from reportgen.papers.plain import Showing
from reportgen.papers.view.article import ArticleView
from reportgen.papers.view.figures import FiguresView
from reportgen.papers.view.people import PeopleView
from reportgen.papers.view.writing import Writing
from reportgen.press.coverage import Coverage
from reportgen.press.lengths import LIMITS
from reportgen.problems import Problem
from reportgen.prose.mentions import conference_words
from reportgen.prose.references import Names
from reportgen.vietnamese import days


class View:
    """One conference as the template of a paper is told of it. `room` is how many entries of a list an article
    prints."""

    def __init__(self, conference: Conference, paper: Paper, room: int = LIMITS[0]) -> None:
        ledger = Ledger(conference)
        names = Names(ledger, conference_words(conference))
        self.conference = conference
        # An article speaks of the report's body and day; it has no letterhead.
        key = paper.key if paper.layout == OFFICIAL else REPORT
        self.head: Head = head_of(conference, key, paper.abbreviation, paper.recipients, by_head=paper.by_head)
        self.writing = Writing(names)
        self.figures = FiguresView(ledger, self.writing)
        self.article = ArticleView(ledger, self.head, self.writing, paper, room)
        self.people = PeopleView(conference)

    def context(self) -> Mapping[str, Any]:
        """The names that templates know."""
        showing = Showing()
        values = {**self._facts(), **self.figures.facts()}
        questions = {
            **_OF_DAYS,
            **self.writing.questions(),
            **self.figures.questions(),
            **self.article.questions(),
            **self.people.questions(),
        }
        plain = {name: showing.plain(value) for name, value in values.items()}
        plain["told"] = showing.later(Coverage, lambda: self.article.coverage)
        return plain | {name: showing.question(answer) for name, answer in questions.items()}

    def _facts(self) -> Mapping[str, Any]:
        year, unit = self.conference.year.number, self.conference.unit
        return {
            "c": self.conference,
            "head": self.head,
            "marks": self.head.standard.marks,
            "year": year,
            "next_year": year + 1,
            "unit": str(unit.name),
            "fictional": bool(unit.fictional and unit.fictional.on),
        }

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the prose that was written so far."""
        return tuple(self.writing.problems)

    @property
    def pictures(self) -> Mapping[str, Photo]:
        """The photographs with a file, by the name under which a template prints their picture."""
        return self.article.pictures

    @property
    def happened(self) -> date:
        """The day that an article reports on: the conference's last, else that of the paper."""
        return self.told_day or self.head.day

    @property
    def told_day(self) -> date | None:
        """The same where the input knows it."""
        days_of_event, dated = self.conference.event.days, self.conference.letterhead.date
        return days_of_event.last if days_of_event else dated.first if dated else None


def two_digits(number: int) -> str:
    """`06`: counts below ten in official papers."""
    return f"{number:02d}"


_OF_DAYS: Mapping[str, Callable[..., Any]] = {
    "full_day": days.full_day,
    "short_day": days.short_day,
    "press_days": days.press_days,
    "press_when": days.press_when,
    "weekday": days.weekday,
    "full_hour": days.full_hour,
    "short_hour": days.short_hour,
    "two_digits": two_digits,
}
