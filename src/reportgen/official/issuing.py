"""Who issues a paper, under which rules, on which day: worked out here for checks, papers and the archive alike.

A conference's papers share the body, the regime, the place and the signers (`văn bản`); each has a number, a day, a
subject and recipients of its own. Those of the report stand in `văn bản` too, those of the others in `văn bản khác`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportgen.model import Conference
from reportgen.model.leaves import Days, Prose, Words
from reportgen.model.letterhead import Letterhead, Signer
from reportgen.names.organs import PARTY, Organ, organ
from reportgen.vietnamese.letters import fold

REPORT, REPORT_KIND = "bao-cao", "BC"
"""The paper whose letterhead stands in `văn bản`, and the abbreviation of its type."""


@dataclass(frozen=True, slots=True)
class Issue:
    """What the input says of one paper's letterhead: the shared facts and the paper's own."""

    regime: Words | None
    place: Words | None
    parent: Words | None
    issuer: tuple[Words, ...]
    signers: tuple[Signer, ...]
    urgency: Words | None = None
    number: Words | None = None
    date: Days | None = None
    subject: Words | None = None
    submitted: Words | None = None
    addressees: tuple[Words, ...] = ()
    bases: tuple[Prose, ...] = ()
    recipients: tuple[Words, ...] = ()
    draft: Words | None = None


SHARED = ("regime", "place", "parent", "issuer", "signers")
OWN = ("urgency", "number", "date", "subject", "submitted", "addressees", "bases", "recipients", "draft")
assert {*SHARED, *OWN} == set(Issue.__dataclass_fields__)


def issue_of(conference: Conference, paper: str) -> Issue:
    """The letterhead of the paper of that key; of one that the input does not speak of, what all share."""
    main, own = conference.letterhead, own_letterhead(conference, paper)
    shared = {name: getattr(own, name, None) or getattr(main, name) for name in SHARED}
    return Issue(**shared, **({name: getattr(own, name) for name in OWN} if own is not None else {}))


def own_letterhead(conference: Conference, paper: str) -> Letterhead | None:
    """What the input says of this paper's letterhead; None if nothing."""
    if paper == REPORT:
        return conference.letterhead
    return next((own for name, own in conference.letterheads.items() if key_of(name) == paper), None)


def key_of(name: str) -> str:
    """The key of a paper by its name: `chương trình` is `chuong-trinh`."""
    return "-".join(fold(name).replace("_", " ").replace("-", " ").split())


def issues(conference: Conference) -> Iterator[Issue]:
    """The letterheads that the input speaks of, the report's first."""
    yield issue_of(conference, REPORT)
    for name in conference.letterheads:
        if key_of(name) != REPORT:
            yield issue_of(conference, key_of(name))


def body_of(conference: Conference) -> Organ:
    """The body that issues the papers; the People's Committee where the input names none, or one that is not known."""
    body = organ(conference.unit.organ) or organ(None)
    assert body is not None, "the table holds the default body"
    return body


def is_of_the_party(body: Organ, regime: str | None = None) -> bool:
    """Whether a paper follows the Party's rules: as the input says, else as its body does."""
    return fold(regime or body.regime) == fold(PARTY)


def day_of(conference: Conference, issue: Issue) -> date:
    """A paper's day: of signing; of a paper without one the conference's last, else the year's last. Never the
    clock's."""
    days = conference.event.days
    return issue.date.first if issue.date else days.last if days else date(conference.year.number, 12, 31)
