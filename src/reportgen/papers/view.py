"""What a template may ask for: the conference, and its prose and figures as markup.

Everything here returns markup that is safe to print, plain values, or parts of the model. Problems found while prose is
written are collected in `problems`; a paper with problems is not written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from markupsafe import Markup

from reportgen.figures.charts import charts
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import counted_name, counting_verb, part
from reportgen.figures.phrase import Datum, Phrase
from reportgen.figures.side_by_side import units_table, years_table
from reportgen.figures.table import IndicatorTable, indicator_table
from reportgen.model import Conference
from reportgen.model.content import Topic
from reportgen.model.leaves import Prose
from reportgen.model.people import Award
from reportgen.model.press import BLOCKS, PHOTO_PLACES, Photo
from reportgen.official.letterhead import Head, head_of
from reportgen.press import persons
from reportgen.press.headlines import headlines
from reportgen.press.lengths import LIMITS
from reportgen.press.news import by_news
from reportgen.press.standfirst import Standfirst
from reportgen.problems import Problem
from reportgen.prose.markdown import Written, phrase_markup, write_inline, write_prose
from reportgen.prose.mentions import conference_words, mentioned
from reportgen.prose.references import Names, sentence
from reportgen.vietnamese import days
from reportgen.vietnamese.letters import fold

MOST_TARGETS = 6
"""So many of next year's targets an article tells."""
_PARAGRAPH = re.compile(r"<p>(.*?)</p>(?!\s*<(?:ul|ol|table))", re.DOTALL)
_WORD_AT_END = re.compile(r"[\w%‰”)](?:</(?:data|strong|em)>)*$")
_STOP_BEFORE_NOTE = re.compile(r"\.(\^\[[^\[\]]*\])$")
"""The full stop of a sentence that ends in a footnote."""


class Chosen(NamedTuple):
    """The results that an article lists, and whether one of them fell short of its plan."""

    lines: tuple[Line, ...]
    fallen: bool


class NextTargets(NamedTuple):
    """Next year's targets that an article tells: as entries of a list, `one` within a sentence where it is a single
    figure ("" else); `whole` where none was left out."""

    entries: tuple[Markup, ...]
    one: Markup
    whole: bool


class View:
    """One conference as a template sees it. `kind` is the abbreviation of the paper's type (`BC`); `room` is how many
    entries of a list an article prints."""

    def __init__(self, conference: Conference, kind: str, room: int = LIMITS[0]) -> None:
        self.conference = conference
        self.ledger = Ledger(conference)
        self.room = room
        self.head: Head = head_of(conference, kind)
        self.names = Names(self.ledger, conference_words(conference))
        self.standfirst = Standfirst(self.ledger, self.names)
        self.problems: list[Problem] = []
        self.pictures: dict[str, Photo] = {}
        self.left_out: dict[str, None] = {}

    def context(self) -> Mapping[str, Any]:
        """The names that templates know."""
        return {**self._facts(), **self._writing(), **self._figures(), **self._article(), **self._people()}

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
            "room": self.room,
        }

    def _writing(self) -> Mapping[str, Any]:
        return {
            "prose": self.prose,
            "words": self.words,
            "say": self.say,
            "part_words": self.part,
            "target": self.target,
            "phrase": self.phrase,
            "listed": listed,
            "left": self.left,
            "full_day": days.full_day,
            "short_day": days.short_day,
            "press_days": days.press_days,
            "press_when": days.press_when,
            "two_digits": two_digits,
        }

    def _figures(self) -> Mapping[str, Any]:
        return {
            "ledger": self.ledger,
            "table": self.table,
            "years_table": lambda: years_table(self.ledger),
            "charts": lambda: charts(self.ledger),
            "units_table": lambda: units_table(self.ledger),
            "unmentioned": self.unmentioned,
            "with_target": self.with_target,
            "missed_names": lambda: [counted_name(line) for line in self.ledger.missed],
        }

    def _article(self) -> Mapping[str, Any]:
        return {
            "chosen_results": self.chosen_results,
            "next_targets": self.next_targets,
            "highlighted": lambda: self.standfirst.highlighted,
            "by_news": lambda: by_news(self.ledger),
            "headlines": lambda: [self.phrase(words) for words in headlines(self.ledger, self.head)],
            "lead": lambda: self.standfirst.lines,
            "led": self.led,
            "block_order": self.block_order,
            "brief": self.brief,
            "photos_at": self.photos_at,
            "picture": self.picture,
        }

    def _people(self) -> Mapping[str, Any]:
        event = self.conference.event
        return {
            "requests": self.requests,
            "awards_by_giver": self.awards_by_giver,
            "guests_by_role": lambda: persons.by_role(event),
            "is_guest": lambda person: persons.introduced(event, person.name) is not None,
            "guest_named": lambda name: persons.introduced(event, name),
            "address_of": lambda person: persons.address_of(event, person),
            "own_addresses": lambda people: any(persons.address_of(event, person) for person in people),
            "attending": lambda: persons.attending(event),
            "recipients": persons.recipients,
            "meeting": lambda: persons.meeting(event),
        }

    def left(self, name: str) -> Markup:
        """Notes that the paper had no room for this, and prints nothing."""
        self.left_out[name] = None
        return Markup("")

    def prose(self, text: Prose | None, level: int = 4) -> Markup:
        """Blocks of the user's Markdown."""
        if not text:
            return Markup("")
        return Markup(_PARAGRAPH.sub(_ended, str(self._taken(text, write_prose(text, self.names, level)))))

    def words(self, text: Prose | str | None) -> Markup:
        """The user's text within a paragraph, without a full stop at its end."""
        if not text:
            return Markup("")
        written = write_inline(_STOP_BEFORE_NOTE.sub(r"\1", str(text).strip()).removesuffix("."), self.names)
        return self._taken(text, written) if isinstance(text, Prose) else Markup(written.markup)

    def _taken(self, text: Prose, written: Written) -> Markup:
        found = (text.problem(flaw.code, flaw.start, flaw.end, **flaw.values) for flaw in written.flaws)
        self.problems += [problem for problem in found if problem is not None]
        return Markup(written.markup)

    def say(self, line: Line, *, capital: bool = False, within: bool = False) -> Markup:
        """An indicator's whole phrase; `within` a sentence or at its beginning a count has a verb: `còn 18 hộ`."""
        words = sentence(line, self.names)
        return self._with_verb(line, words, capital=capital) if within or capital else self.phrase(words)

    def _with_verb(self, line: Line, words: Phrase, *, capital: bool) -> Markup:
        counted = line.indicator.sentence is None and _begins_with_a_number(words)
        return self.phrase((f"{counting_verb(line)} ", *words) if counted else words, capital=capital)

    def part(self, line: Line, name: str, *, capital: bool = False) -> Markup:
        """A part of an indicator's phrase, "" if it was not declared."""
        return self.phrase(part(line, name) or (), capital=capital)

    def phrase(self, phrase: Phrase, *, capital: bool = False) -> Markup:
        """A phrase as markup."""
        return Markup(phrase_markup(phrase, capital=capital))

    def table(self, names: Sequence[str] = ()) -> IndicatorTable:
        """The table of the named indicators, of all without names."""
        chosen = [self.ledger.lines[name] for name in names if name in self.ledger.lines]
        return indicator_table(self.ledger, chosen or None)

    @cached_property
    def _mentioned(self) -> frozenset[str]:
        return mentioned(self.conference, self.ledger)

    def unmentioned(self) -> tuple[Line, ...]:
        """Indicators with a result that no prose speaks of and that are no part of another."""
        parts = {name for line in self.ledger for name in line.indicator.parts}
        return tuple(
            line
            for line in self.ledger
            if line.result is not None and line.key not in self._mentioned and line.key not in parts
        )

    def with_target(self) -> tuple[Line, ...]:
        """Indicators with a target for next year."""
        return tuple(line for line in self.ledger if part(line, "năm sau"))

    def chosen_results(self, led: bool) -> Chosen:
        """The highlights that the article lists: without those of the standfirst, if it `led` with some; what fell
        short of a plan last. The author chose them, so they lose fewer entries than other lists."""
        leading = self.standfirst.lines if led else ()
        missed = self.ledger.missed
        lines = [line for line in self.standfirst.highlighted if line not in leading]
        ordered = sorted(lines, key=lambda line: line in missed)[: self.room + 3 if self.room > 2 else self.room]
        return Chosen(tuple(ordered), any(line in missed for line in ordered))

    def next_targets(self) -> NextTargets:
        """Next year's targets for the article, figures before sentences, at most six."""
        figures, said = self.with_target(), self.conference.directions.targets
        entries = [self.target(line, capital=True) for line in figures] + [
            Markup(capital(self.words(text))) for text in said
        ]
        kept = entries[: min(self.room, MOST_TARGETS)]
        one = self.target(figures[0]) if figures and len(kept) == 1 else Markup("")
        return NextTargets(tuple(kept), one, len(kept) == len(entries))

    def requests(self) -> tuple[Prose, ...]:
        """What the guests asked for at the conference, in the order of the speeches."""
        return tuple(request for speech in self.conference.event.speeches for request in speech.requests)

    def led(self, line: Line, *, capital: bool = False) -> Markup:
        """An indicator as the standfirst says it."""
        return self._with_verb(line, self.standfirst.said(line), capital=capital)

    def block_order(self, known: Sequence[str] = BLOCKS) -> list[str]:
        """The blocks of an article in the order of the input, those that it does not name behind them."""
        folded = {fold(name): name for name in known}
        asked = [folded[fold(name)] for name in self.conference.press.layout if fold(name) in folded]
        return list(dict.fromkeys([*asked, *known]))

    def awards_by_giver(self) -> list[tuple[str | None, list[Award]]]:
        """Awards of one giver together, where their first stands; one told in the input's own words under None."""
        groups: dict[str | int, list[Award]] = {}
        for number, award in enumerate(self.conference.awards):
            groups.setdefault(number if award.content else str(award.giver or ""), []).append(award)
        return [(giver if isinstance(giver, str) else None, awards) for giver, awards in groups.items()]

    def brief(self, topic: Topic) -> Markup:
        """A field's results for the article: its short text, else its own text, else that of the first part of it."""
        if topic.brief or topic.content:
            return self.prose(topic.brief or topic.content, 2)
        return self.brief(topic.topics[0]) if topic.topics else Markup("")

    def target(self, line: Line, *, capital: bool = False) -> Markup:
        """An indicator's target for next year; within a sentence a count has a verb."""
        words = part(line, "chỉ tiêu năm sau") or ()
        counted = _begins_with_a_number(words) and not capital
        return self.phrase(("có ", *words) if counted else words, capital=capital)

    def photos_at(self, place: str) -> list[Photo]:
        """The photographs of a place in the article; "" gives those that name no known one, but for the very first
        photograph, which shows the scene and stands at the opening."""
        known = {fold(name): name for name in PHOTO_PLACES}
        photos = self.conference.press.photos
        places = [
            known.get(fold(photo.after or ""), "" if number else PHOTO_PLACES[0]) for number, photo in enumerate(photos)
        ]
        return [photo for photo, stands in zip(photos, places, strict=True) if stands == place]

    def picture(self, photo: Photo) -> str:
        """The name under which the writers find a photograph's picture."""
        assert photo.file is not None, "asked only for photographs with a file"
        name = f"anh-{len(self.pictures) + 1}.jpg"
        self.pictures[name] = photo
        return name

    @property
    def happened(self) -> date:
        """The day that an article reports on: the conference's last, else that of the paper."""
        days_of_event = self.conference.event.days
        return days_of_event.last if days_of_event else self.issued

    @property
    def issued(self) -> date:
        """The paper's day: of signing, of the conference, or the year's last; never the clock's."""
        days_of_event = self.conference.event.days
        return self.head.signed_on or (
            days_of_event.last if days_of_event else date(self.conference.year.number, 12, 31)
        )


def two_digits(number: int) -> str:
    """`06`: counts below ten in official papers."""
    return f"{number:02d}"


def _begins_with_a_number(words: Phrase) -> bool:
    return bool(words) and isinstance(words[0], Datum) and words[0].text[:1].isdigit()


def listed(texts: Sequence[str]) -> str:
    """`A và B`; `A, B và C`; parted by semicolons where some hold commas."""
    *before, last = texts or [""]
    between = "; " if any("," in text for text in texts) else ", "
    return f"{between.join(before)} và {last}" if before else str(last)


def _ended(paragraph: re.Match[str]) -> str:
    """A paragraph with the full stop that it lacks."""
    return f"<p>{paragraph[1]}{'.' if _WORD_AT_END.search(paragraph[1]) else ''}</p>"


def capital(words: str) -> str:
    """With a capital at the beginning; markup stays markup."""
    return type(words)(words[:1].upper() + words[1:])


def lower_first(words: str) -> str:
    """With a small letter at the beginning, but abbreviations (`MTTQ`) as they are."""
    return words if words[1:2].isupper() else type(words)(words[:1].lower() + words[1:])
