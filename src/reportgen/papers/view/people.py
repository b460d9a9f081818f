"""What a template is told of the people: who they are, how they are addressed, who got an award."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reportgen.model import Conference
from reportgen.model.leaves import Prose
from reportgen.press import persons


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
        }

    def requests(self) -> tuple[Prose, ...]:
        """What the guests asked for at the conference, in the order of the speeches."""
        return tuple(request for speech in self.conference.event.speeches for request in speech.requests)
