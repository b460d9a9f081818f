"""What a template is told of the people: who they are, how they are addressed, who got an award."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.model import Conference
from reportgen.model.leaves import Prose
from reportgen.model.people import Award
from reportgen.official.issuing import Issue, issue_of, key_of
from reportgen.official.letterhead import number_of
from reportgen.press import agenda, persons, posts


class PeopleView:
    """The people of one conference."""

    def __init__(self, conference: Conference) -> None:
        self.conference = conference

    def questions(self) -> Mapping[str, Callable[..., Any]]:
        """What templates may ask."""
        event = self.conference.event
        return {
            "requests": self.requests,
            "guest_named": lambda name: persons.introduced(event, name),
            "address_of": lambda person: persons.address_of(event, person),
            "own_addresses": lambda people: any(persons.address_of(event, person) for person in people),
            "recipients": persons.recipients,
            "counted_recipients": persons.counted_recipients,
            "is_group": persons.is_group,
            "letterhead_of": self.letterhead_of,
            "own_awards": self.own_awards,
            "awards_from_above": self.awards_from_above,
            "honoured": persons.honoured,
            "kinds_of": agenda.kinds_of,
            "doer": lambda item: agenda.doer(event, item),
            "speaker_of": lambda kind: agenda.speaker_of(event, kind),
            "vote": persons.vote,
            "number_of": lambda issue, kind: number_of(self.conference, issue, kind),
            "hashtags": lambda: posts.hashtags(self.conference),
        }

    def own_awards(self) -> tuple[Award, ...]:
        """The awards that the unit's own body or its head gives."""
        return tuple(award for award in self.conference.awards if persons.is_own_award(self.conference, award))

    def awards_from_above(self) -> tuple[Award, ...]:
        """The awards that a body above the unit gives."""
        return tuple(award for award in self.conference.awards if persons.is_from_above(award))

    def letterhead_of(self, name: str) -> Issue:
        """Number, day, signers of another paper of the conference."""
        return issue_of(self.conference, key_of(name))

    def requests(self) -> tuple[Prose, ...]:
        """What the guests asked for at the conference, in the order of the speeches."""
        return tuple(request for speech in self.conference.event.speeches for request in speech.requests)
