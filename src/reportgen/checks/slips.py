"""What no official paper contains: the same rules that read a finished paper, on the input's own texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from reportgen.checks.material import Material
from reportgen.checks.telling import place_in
from reportgen.model.leaves import Prose, Words
from reportgen.model.section import leaves_of
from reportgen.names.indicators import is_bare_key
from reportgen.names.persons import is_name
from reportgen.problems import Problem
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.slips import slips

CODES: Mapping[str, str] = MappingProxyType(
    {
        "doubled": "P571",
        "open": "P572",
        "marks": "P573",
        "bare": "P574",
        "pair": "P575",
        "stops": "P576",
        "misspelt": "P577",
        "together": "P578",
    }
)
"""Kind of slip → its code."""


def bare_keys(material: Material) -> Iterator[Problem]:
    """P570: an indicator without a name, whose key has no accents and is not its unit: it would be printed so."""
    for line in material:
        result = line.indicator.result
        if line.indicator.name is None and result is not None and is_bare_key(line.name.replace(" ", "_")):
            key = result.words.key
            spot = key if key is not None and key == line.key else result.words
            yield Problem("P570", place_in(spot), {"name": line.key})


def typed(material: Material) -> Iterator[Problem]:
    """P571 to P578 in every text of the input; references, quotations and tables aside."""
    seen: set[tuple[int, int, str]] = set()
    for words, text in _texts(material):
        for slip in slips(text):
            if slip.kind == "open" and material.conference.letterhead.draft is not None:
                continue
            place = place_in(words, slip.start, slip.end)
            if (spot := (place.line, place.column, slip.kind)) not in seen:
                seen.add(spot)
                yield Problem(CODES[slip.kind], place, slip.values)


def _texts(material: Material) -> Iterator[tuple[Words, str]]:
    """Prose without what is not the author's own wording; persons, places, headings and the like whole."""
    for passage in material.passages:
        yield passage.words, passage.text
    conference, press = material.conference, material.conference.press
    for part in (conference.unit, conference.event, conference.letterhead, conference.awards, conference.results):
        yield from ((words, str(words)) for words in leaves_of(part, Words) if not isinstance(words, Prose))
    yield from ((words, str(words)) for words in (press.headline, *(photo.caption for photo in press.photos)) if words)


def names_in_two_spellings(material: Material) -> Iterator[Problem]:
    """P579: two names that differ in their marks or in one letter only: probably one person."""
    event, letterhead = material.conference.event, material.conference.letterhead
    speakers = (speech.speaker for speech in event.speeches)
    people = [person.name for person in (*event.guests, *event.chairs, *event.secretaries, *speakers) if person]
    people += [person.name for person in material.conference.invitation.invited]
    people += [signer.name for signer in letterhead.signers if signer.name is not None]
    first: dict[str, Words] = {}
    told: set[str] = set()
    for name in people:
        known = first.setdefault(fold(name), name)
        if known != name and str(name) not in told and is_name(name):
            told.add(str(name))
            yield Problem("P579", place_in(name), {"name": str(name), "other": str(known)})
