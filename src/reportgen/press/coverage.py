"""What an article tells, and what it leaves out, with so much room: every decision of an editor but the words.

In: the conference, the paper's parts and how many entries a list may have (`room`). Out: a `Coverage`, which a template
puts into words as it stands. Shorter articles lose whole things at the rooms of `FROM`, and entries of lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from reportgen.figures.ledger import Ledger, Line
from reportgen.model import Conference
from reportgen.model.content import Event, Topic
from reportgen.model.leaves import Prose, Words
from reportgen.model.people import Award, Person, Speech
from reportgen.model.press import BLOCKS, PHOTO_PLACES, Photo
from reportgen.official.letterhead import Head
from reportgen.press import persons
from reportgen.press.lengths import LIMITS
from reportgen.press.news import by_news
from reportgen.press.standfirst import Standfirst
from reportgen.vietnamese.letters import fold

STANDFIRST = "sapo"
"""The part of an article above its text, where a paper has one."""
PARTS = (STANDFIRST, *BLOCKS)
"""What a paper may be made of, in the usual order."""
ALL = LIMITS[0]
FROM: Mapping[str, int] = MappingProxyType(
    {
        "chủ trì": 2,
        "nghị quyết": 2,
        "mọi nhóm đại biểu": 3,
        "thành phần dự": 3,
        "lời phát biểu": 3,
        "chia tay": 3,
        "đánh giá chung": 4,
        "mục tiêu": 4,
        "ý kiến thảo luận": 4,
        "phát biểu khai mạc": 5,
        "mọi phát biểu": 5,
        "diễn biến khác": 5,
        "nội dung giao ước": 5,
        "mọi đánh giá chung": 6,
        "hai mục tiêu": 7,
        "trích lời": 8,
    }
)
"""A thing that an article tells → the least room with which it does; with less the thing goes as a whole."""
MOST_SHORTCOMINGS = 3
MORE_HIGHLIGHTS, FEW = 3, 2
"""Chosen results lose fewer entries than other lists, but where there is room for two."""
MOST_MISSED = 2
"""So many indicators that fell short are named; of more the count is told alone."""
FEWEST_JUDGED = 3
"""How many indicators were reached is told where at least so many can be judged."""
DISCUSSED_BEFORE = ("phương hướng", "phát biểu")
"""The discussion comes before what is said of next year and before the speeches."""
OPENING, DIRECTING = "khai mạc", "chỉ đạo"
WARDS = ("phường", "xã")
"""Levels whose name alone is enough from the second paragraph on."""


REPORTED = "báo cáo"
"""What says the results where no conference is told of."""


@dataclass(frozen=True, slots=True)
class Naming:
    """What an article calls the conference and those who hold it."""

    noun: str
    """`hội nghị`, `kỳ họp`; `báo cáo` where the input tells of no conference."""
    address: str
    """How people are addressed, "" where each has an address of their own."""
    host: str
    body: str
    area: str
    short: str
    """The body from the second paragraph on: `phường`, `Ủy ban MTTQ phường`."""
    doer: str
    """Whose results they are: those of a Party committee are the commune's."""
    around: str
    """The units around it: `thành phố Uông Bí, tỉnh Quảng Ninh`."""
    place_first: bool
    """Whether the hall stands before the host: not where it repeats the host's name."""


@dataclass(frozen=True, slots=True)
class Guests:
    """Guests of one role."""

    role: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A speech as the article tells it. `known`: the speaker was introduced with an office; `named`: the speech's own
    words name the speaker; `whole`: all requests are told."""

    speech: Speech
    kind: str
    known: bool
    named: bool
    content: Prose | None
    requests: tuple[Prose, ...]
    whole: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Given:
    """Awards of one giver; None for one that the input tells in its own words. `handed` are those with who handed them
    over."""

    giver: str | None
    awards: tuple[Award, ...]
    handed: tuple[Award, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The results: the assessment, how many indicators were reached, and either the chosen figures, the fields, or all
    figures. `fallen`: some chosen figure fell short of its plan."""

    assessment: tuple[Prose, ...]
    judged: int
    reached: int
    exceeded: int
    missed: tuple[Line, ...]
    missed_named: bool
    chosen: tuple[Line, ...]
    fallen: bool
    topics: tuple[Topic, ...]
    figures: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All that an article tells."""

    room: int
    parts: tuple[str, ...]
    naming: Naming
    led: bool
    """Whether the standfirst tells figures of its own."""
    leading: tuple[Line, ...]
    guests: tuple[Guests, ...]
    chairs: tuple[Person, ...]
    attending: str
    opened: tuple[Said, ...]
    results: Results
    shortcomings: tuple[Prose, ...]
    aims: tuple[Prose, ...]
    speeches: tuple[Said, ...]
    discussed_before: str
    """The part before which the discussion is told, "" where it is not."""
    announced: Prose | None
    resolutions: tuple[Words, ...]
    pledge_content: tuple[Prose, ...]
    awards: tuple[Given, ...]
    farewell: Prose | None
    photos: Mapping[str, tuple[Photo, ...]]
    """Place in the article → its photographs; "" for those that name no known one."""
    left_out: tuple[str, ...]
    """What the article had no room for."""


@dataclass(frozen=True, slots=True)
class Desk:
    """An article's editor: the conference, and the parts that the paper has."""

    ledger: Ledger
    head: Head
    standfirst: Standfirst
    parts: tuple[str, ...] = PARTS
    photos: int | None = None

    @property
    def conference(self) -> Conference:
        """What is told of."""
        return self.ledger.conference

    def coverage(self, room: int, targets: int) -> Coverage:
        """What the article tells with so much room. `targets` is how many of next year's targets there are."""
        event, pledge = self.conference.event, self.conference.pledge
        led = STANDFIRST in self.parts and not self.conference.press.standfirst
        leading = self.standfirst.lines if led else ()

        def told(thing: str) -> bool:
            return room >= FROM[thing]

        groups = persons.by_role(event)[: None if told("mọi nhóm đại biểu") else 1]
        attends = bool(persons.attending(event))
        return Coverage(
            room=room,
            parts=self._ordered(),
            naming=naming(self.conference, self.head),
            led=led,
            leading=leading,
            guests=tuple(
                Guests(role, tuple(people[:room]))
                for role, people in groups[: None if told("mọi nhóm đại biểu") else 1]
            ),
            chairs=event.chairs if told("chủ trì") else (),
            attending=persons.attending(event) if attends and told("thành phần dự") else "",
            opened=tuple(self._said(speech, room) for speech in self._opening() if told("phát biểu khai mạc")),
            results=self._results(room, leading),
            shortcomings=self.conference.shortcomings[: min(room, MOST_SHORTCOMINGS)],
            aims=self._aims(room, targets),
            speeches=tuple(self._said(speech, room) for speech in self._other_speeches(room)),
            discussed_before=self._discussed_before() if event.opinions and told("ý kiến thảo luận") else "",
            announced=event.announced if told("diễn biến khác") else None,
            resolutions=tuple(one.name for one in event.resolutions) if told("nghị quyết") else (),
            pledge_content=pledge.content if pledge is not None and told("nội dung giao ước") else (),
            awards=tuple(self._given(giver, awards, room) for giver, awards in by_giver(self.conference)[:room]),
            farewell=self.conference.farewell if told("chia tay") else None,
            photos=self._photos(),
            left_out=tuple(dict.fromkeys(self._left_out(room, targets))),
        )

    def _ordered(self) -> tuple[str, ...]:
        """The paper's parts in the order that the input asks for, those that it does not name behind them."""
        known = [part for part in self.parts if part != STANDFIRST]
        folded = {fold(name): name for name in known}
        asked = [folded[fold(name)] for name in self.conference.press.layout if fold(name) in folded]
        return tuple(dict.fromkeys([*asked, *known]))

    def _opening(self) -> tuple[Speech, ...]:
        return tuple(speech for speech in self.conference.event.speeches if kind_of(speech) == OPENING)

    def _other_speeches(self, room: int) -> tuple[Speech, ...]:
        """All but those that opened the conference; where there is little room, the directing ones alone."""
        speeches = [speech for speech in self.conference.event.speeches if kind_of(speech) != OPENING]
        directing = [speech for speech in self.conference.event.speeches if kind_of(speech) == DIRECTING]
        every = room >= FROM["mọi phát biểu"] or not directing
        return tuple(speech for speech in speeches if every or speech in directing)

    def _said(self, speech: Speech, room: int) -> Said:
        speaker = speech.speaker
        who = speaker is not None or speech.speakers is not None
        requests = speech.requests[:room] if who else ()
        return Said(
            speech=speech,
            kind=kind_of(speech),
            known=speaker is not None and persons.introduced(self.conference.event, speaker.name) is not None,
            named=bool(speech.content and speaker is not None and speaker.name in speech.content),
            content=speech.content if room >= FROM["lời phát biểu"] or not requests else None,
            requests=requests,
            whole=len(requests) == len(speech.requests),
            quote=str(speech.quote or "") if room >= FROM["trích lời"] else "",
        )

    def _results(self, room: int, leading: Sequence[Line]) -> Results:
        chosen = self._chosen(room, leading)
        judged, missed = self.ledger.judged, self.ledger.missed
        highlights = self.conference.press.highlights
        figures: tuple[Line, ...] = ()
        if not highlights and not self.conference.results and by_news(self.ledger):
            figures = tuple(line for line in self.ledger if line.result is not None)[:room]
        return Results(
            assessment=self._assessment(room),
            judged=len(judged) if len(judged) >= FEWEST_JUDGED else 0,
            reached=len(self.ledger.reached),
            exceeded=len(self.ledger.exceeded),
            missed=missed,
            missed_named=len(missed) <= MOST_MISSED,
            chosen=chosen,
            fallen=any(line in missed for line in chosen),
            topics=() if highlights else self.conference.results[:room],
            figures=figures,
        )

    def _assessment(self, room: int) -> tuple[Prose, ...]:
        if room < FROM["đánh giá chung"]:
            return ()
        every = not self.conference.press.highlights and room >= FROM["mọi đánh giá chung"]
        return self.conference.assessment[: None if every else 1]

    def _chosen(self, room: int, leading: Sequence[Line]) -> tuple[Line, ...]:
        """The highlights without those of the standfirst; what fell short of a plan last."""
        if not self.conference.press.highlights:
            return ()
        missed = self.ledger.missed
        lines = [line for line in self.standfirst.highlighted if line not in leading]
        return tuple(sorted(lines, key=lambda line: line in missed)[: room + MORE_HIGHLIGHTS if room > FEW else room])

    def _aims(self, room: int, targets: int) -> tuple[Prose, ...]:
        """The aims of next year; the targets say more where there is room for one of both."""
        if room < FROM["mục tiêu"] and min(room, targets):
            return ()
        return self.conference.directions.aims[: 2 if room >= FROM["hai mục tiêu"] else 1]

    def _discussed_before(self) -> str:
        return next((part for part in self._ordered() if part in DISCUSSED_BEFORE), "")

    def _given(self, giver: str | None, awards: Sequence[Award], room: int) -> Given:
        kept = tuple(awards if giver is None else awards[:room])
        return Given(giver, kept, tuple(award for award in kept if award.on_behalf_of or award.handed_by))

    def _photos(self) -> Mapping[str, tuple[Photo, ...]]:
        """The very first photograph shows the scene and stands at the opening, unless it names another place."""
        photos = self.conference.press.photos[: self.photos]
        known = {fold(name): name for name in PHOTO_PLACES}
        placed: dict[str, tuple[Photo, ...]] = dict.fromkeys((*PHOTO_PLACES, ""), ())
        for number, photo in enumerate(photos):
            place = known.get(fold(photo.after or ""), "" if number else PHOTO_PLACES[0])
            placed[place] += (photo,)
        return MappingProxyType(placed)

    def _left_out(self, room: int, targets: int) -> Iterator[str]:
        """The names of what the input has and the article does not tell, in the order of the article."""
        conference = self.conference
        event = conference.event
        short = [self._said(speech, room) for speech in self._other_speeches(room)]
        asked_only = any(said.speech.content and not said.content for said in short)
        pledged = conference.pledge is not None and conference.pledge.content
        within: dict[str, tuple[tuple[str, object], ...]] = {
            "kết quả": (("đánh giá chung", conference.assessment),),
            "phương hướng": (("mục tiêu", conference.directions.aims and not self._aims(room, targets)),),
            "diễn biến": (("diễn biến khác", event.announced), ("nghị quyết", event.resolutions)),
            "giao ước": (("nội dung giao ước", pledged),),
            "chia tay": (("chia tay", conference.farewell),),
        }
        yield from _without_room(room, ("thành phần dự", persons.attending(event)))
        yield from _without_room(room, ("phát biểu khai mạc", self._opening()))
        for part in self._ordered():
            if part == self._discussed_before():
                yield from _without_room(room, ("ý kiến thảo luận", event.opinions))
            if part == "phát biểu" and asked_only:
                yield "lời phát biểu, chỉ giữ yêu cầu"
            for thing in within.get(part, ()):
                yield from _without_room(room, thing)


def _without_room(room: int, thing: tuple[str, object]) -> Iterator[str]:
    """The name of a thing that is there and is not told."""
    name, there = thing
    if there and room < FROM[name]:
        yield name


def kind_of(speech: Speech) -> str:
    """What kind of speech it is, in small letters; "" where the input does not say."""
    return str(speech.kind or "").lower()


def naming(conference: Conference, head: Head) -> Naming:
    """What the article calls the conference and its host. A body that the input names is the host; else the unit is."""
    unit, event = conference.unit, conference.event
    name, comrade = str(unit.name), persons.COMRADE
    body = head.organ_name if unit.organ else name
    level = name.split(" ", maxsplit=1)[0]
    area = level if level.lower() in WARDS else name
    short = body if unit.organ and not body.startswith("UBND") else area
    host = ", ".join(map(str, event.hosts)) or body
    address = str(conference.press.address or comrade)
    place = str(event.place or "")
    return Naming(
        noun=persons.meeting(event) if event != Event() else REPORTED,
        address=comrade if address.lower() == comrade else "",
        host=host,
        body=body,
        area=area,
        short=short,
        doer=area if body.startswith("Đảng ủy") else short,
        around=", ".join(str(part) for part in (unit.above, unit.province) if part),
        place_first=bool(place and event.days) and host.split(" ")[0].lower() not in place.lower().split(" "),
    )


def by_giver(conference: Conference) -> list[tuple[str | None, list[Award]]]:
    """Awards of one giver together, where their first stands; one told in the input's own words under None."""
    groups: dict[str | int, list[Award]] = {}
    for number, award in enumerate(conference.awards):
        groups.setdefault(number if award.content else str(award.giver or ""), []).append(award)
    return [(giver if isinstance(giver, str) else None, awards) for giver, awards in groups.items()]
