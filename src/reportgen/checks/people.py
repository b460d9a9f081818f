"""People without an office, and bodies that are not known."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger
from reportgen.names.organs import organ, organs
from reportgen.names.persons import ROLES
from reportgen.press.persons import COMRADE, address_of, is_group, known_role
from reportgen.problems import Problem
from reportgen.vietnamese.letters import fold


def without_office(ledger: Ledger) -> Iterator[Problem]:
    """P530: somebody is named without an office; who speaks may have been introduced before."""
    event = ledger.conference.event
    introduced = {str(person.name) for person in (*event.guests, *event.chairs) if person.office is not None}
    speakers = [speech.speaker for speech in event.speeches if speech.speaker is not None]
    told: set[str] = set()
    for person in (*event.guests, *event.chairs, *speakers):
        name = str(person.name)
        if person.office is None and name not in introduced | told and not is_group(person):
            told.add(name)
            yield Problem("P530", place_in(person.name), {"name": name})


def unaddressed(ledger: Ledger) -> Iterator[Problem]:
    """P533: nobody is `đồng chí` in this article, and this person is neither ông nor bà."""
    conference = ledger.conference
    asked, event = conference.press.address, conference.event
    if asked is None or fold(asked.strip()) == fold(COMRADE):
        return
    told: set[str] = set()
    speakers = [speech.speaker for speech in event.speeches if speech.speaker is not None]
    for person in (*event.guests, *event.chairs, *speakers):
        if not address_of(event, person) and str(person.name) not in told and not is_group(person):
            told.add(str(person.name))
            yield Problem("P533", place_in(person.name), {"name": str(person.name)})


def nobody(ledger: Ledger) -> Iterator[Problem]:
    """P534: an award to nobody. P535: a speech by nobody, which the article leaves out."""
    for award in ledger.conference.awards:
        told = award.kind or award.giver
        if not (award.content or award.collectives or award.persons or award.names) and told is not None:
            yield Problem("P534", place_in(told), {"text": str(told)})
    for speech in ledger.conference.event.speeches:
        said = next(iter(speech.requests), None) or speech.content
        if speech.speaker is None and speech.speakers is None and said is not None and speech.content is None:
            yield Problem("P535", place_in(said), {})


def roles(ledger: Ledger) -> Iterator[Problem]:
    """P532: a guest's role that begins no sentence: the article then says that the guest attends."""
    for guest in ledger.conference.event.guests:
        if guest.role is not None and known_role(guest) is None:
            yield Problem("P532", place_in(guest.role), {"text": str(guest.role), "known": "; ".join(ROLES)})


def unknown_body(ledger: Ledger) -> Iterator[Problem]:
    """P531: a kind of body (`cơ quan`) that no table knows."""
    kind = ledger.conference.unit.organ
    if kind is not None and organ(kind) is None:
        names = ", ".join(known.names[0] for known in organs())
        yield Problem("P531", place_in(kind), {"name": str(kind), "names": names})
