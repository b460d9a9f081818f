"""References: `{{ name.part }}` in every text, and names of indicators in lists (`gồm`, `tích của`, `điểm nhấn`, …).

What is found when a paper is rendered is found here first, without rendering: broken braces, unknown names and parts,
parts that were not declared, and indicators whose own words call each other round in a circle.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reportgen.checks.material import Material
from reportgen.checks.telling import place_in
from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import part
from reportgen.model.content import Topic
from reportgen.model.leaves import Prose, Words
from reportgen.model.section import leaves_of
from reportgen.problems import Flaw, Problem
from reportgen.prose.mentions import conference_words
from reportgen.prose.own_words import MOST_LETTERS, MOST_STEPS, Call
from reportgen.prose.references import Names, Reference, references, resolve
from reportgen.vietnamese.letters import closest

NONE = "không có"
"""What a hint says where no name is near."""


def in_prose(material: Material) -> Iterator[Problem]:
    """P501 to P504 in the prose, `cách viết` included."""
    names = Names(material, conference_words(material.conference))
    for passage in material.passages:
        if passage.section != "indicators":
            yield from _in_text(passage.words, names)
    for line in material:
        if line.indicator.sentence is not None:
            yield from _in_text(line.indicator.sentence, names.within(line))


def _in_text(text: Words, names: Names) -> Iterator[Problem]:
    for found in references(text):
        flaw = found if isinstance(found, Flaw) else _flaw(found, names)
        if flaw is not None:
            values = {name: NONE if value == "…" else value for name, value in flaw.values.items()}
            yield Problem(flaw.code, place_in(text, flaw.start, flaw.end), values)


def _flaw(reference: Reference, names: Names) -> Flaw | None:
    """What is wrong with a reference. An indicator's own words are not followed: they are checked where they stand."""
    own = names.own is not None and part(names.own, reference.name) is not None
    line = None if own or reference.part else names.line(reference.name)
    if line is not None and line.indicator.sentence is not None and reference.name not in names.words:
        return None
    outcome = resolve(reference, names)
    return outcome if isinstance(outcome, Flaw) else None


def outside_prose(ledger: Ledger) -> Iterator[Problem]:
    """P508: braces in a text that is printed as it stands."""
    for words in leaves_of(ledger.conference, Words):
        start = -1 if isinstance(words, Prose) else words.find("{{")
        if start >= 0:
            end = words.find("}}", start)
            yield Problem("P508", place_in(words, start, end + 2 if end > 0 else None), {"text": words[start:][:60]})


def in_lists(ledger: Ledger) -> Iterator[Problem]:
    """P506: a name in a list that no indicator has."""
    conference = ledger.conference
    for line in ledger:
        yield from _unknown(line.indicator.parts, "gồm", ledger)
        yield from _unknown(line.indicator.factors, "tích của", ledger)
    yield from _unknown(conference.press.highlights, "điểm nhấn", ledger)
    for topic in all_topics((*conference.results, *conference.directions.tasks, *conference.directions.solutions)):
        yield from _unknown(topic.table, "bảng chỉ tiêu", ledger)


def all_topics(topics: tuple[Topic, ...]) -> Iterator[Topic]:
    """The topics with those inside them."""
    for topic in topics:
        yield topic
        yield from all_topics(topic.topics)


def _unknown(names: tuple[Words, ...], key: str, ledger: Ledger) -> Iterator[Problem]:
    for name in names:
        if name not in ledger.lines:
            guess = closest(name, ledger.lines) or NONE
            yield Problem("P506", place_in(name), {"name": str(name), "key": key, "guess": guess})


def circles(ledger: Ledger) -> Iterator[Problem]:
    """P505: own words that come back to themselves. P507: an indicator that is a part or a factor of itself. P516: own
    words that call one another too deep, or print too much."""
    names = Names(ledger, conference_words(ledger.conference))
    circling = set()
    for place, key, target in _closing({key: _placed(ledger.lines[key], calls) for key, calls in names.calls.items()}):
        circling.add(key)
        yield Problem("P505", place, {"figure": key, "name": target})
    for key in names.too_far if not circling else ():
        text = ledger.lines[key].indicator.sentence
        assert text is not None, "only own words lead too far"
        yield Problem("P516", place_in(text), {"name": key, "letters": str(MOST_LETTERS), "steps": str(MOST_STEPS)})
    for place, key, target in _closing({line.key: _listed(line) for line in ledger}):
        yield Problem("P507", place, {"figure": key, "name": target})


def _placed(line: Line, calls: Sequence[Call]) -> list[tuple[str, Any]]:
    """The calls of an indicator's own words, each with its place in the file."""
    text = line.indicator.sentence
    assert text is not None, "only own words call"
    return [(call.key, place_in(text, call.start, call.end)) for call in calls]


def _listed(line: Line) -> list[tuple[str, Any]]:
    return [(str(name), place_in(name)) for name in (*line.indicator.parts, *line.indicator.factors)]


def _closing(graph: Mapping[str, list[tuple[str, Any]]]) -> Iterator[tuple[Any, str, str]]:
    """The edges that close a circle, each circle once: their place, where they start and where they lead.

    Depth first without recursion: a chain may be as long as the file.
    """
    finished: set[str] = set()
    for root in graph:
        path: dict[str, Iterator[tuple[str, Any]]] = {} if root in finished else {root: iter(graph[root])}
        while path:
            key = next(reversed(path))
            target, place = next(path[key], ("", None))
            if place is None:
                finished.add(key)
                del path[key]
            elif target in path:
                yield place, key, target
            elif target in graph and target not in finished:
                path[target] = iter(graph[target])
