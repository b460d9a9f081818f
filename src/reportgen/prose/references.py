"""`{{ name }}` and `{{ name.part }}` in prose: found, checked and resolved to phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import PART_NAMES, part
from reportgen.figures.phrase import Datum, Phrase
from reportgen.figures.stated import reached_verb
from reportgen.model.leaves import Prose
from reportgen.names.indicators import led_by_verb, readable
from reportgen.problems import Flaw
from reportgen.prose.own_words import Call, Calls, own_parts, reaches
from reportgen.vietnamese.letters import closest, fold
from reportgen.vietnamese.printed import printed

_REFERENCE = re.compile(r"\{\{([^{}\n]{0,200})\}\}")
_BROKEN = re.compile(r"\{\{|\}\}|\{%|%\}")


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in a text: offsets of the whole `{{ … }}`, the indicator's name and the part, "" for the phrase."""

    start: int
    end: int
    name: str
    part: str


@dataclass(frozen=True)
class Names:
    """What references in a text may name: the indicators, a few words of the conference, and, in an indicator's own
    sentence, that indicator's parts."""

    ledger: Ledger
    words: Mapping[str, str]
    own: Line | None = None
    whole: Names | None = None
    """Those of the whole conference, where these are an indicator's."""

    def within(self, line: Line) -> Names:
        """The names in an indicator's own sentence."""
        return Names(self.ledger, self.words, line, self.whole or self)

    def line(self, name: str) -> Line | None:
        """The indicator of that name, accents and case aside; None if there is none, or several."""
        return self.ledger.lines.get(name) or (self.whole or self)._by_folded_name.get(_folded(name))

    @cached_property
    def _by_folded_name(self) -> Mapping[str, Line | None]:
        found: dict[str, Line | None] = {}
        for line in self.ledger:
            key = _folded(line.key)
            found[key] = None if key in found else line
        return found

    @cached_property
    def calls(self) -> Calls:
        """Whose own words print whom."""
        return {
            line.key: tuple(self._called(line, line.indicator.sentence))
            for line in self.ledger
            if line.indicator.sentence is not None
        }

    def _called(self, line: Line, text: Prose) -> Iterator[Call]:
        for found in references(text):
            if isinstance(found, Reference) and not found.part and not own_parts(line, found.name):
                target = self.line(found.name)
                if target is not None:
                    yield Call(target.key, found.start, found.end)

    @cached_property
    def too_far(self) -> frozenset[str]:
        """The indicators whose own words print more than a paper can use; they are said in the program's words."""
        return frozenset(key for key, reach in reaches(self.ledger, self.calls).items() if reach.too_far)

    def speaks(self, line: Line) -> bool:
        """Whether an indicator is said in its own words."""
        return line.indicator.sentence is not None and line.key not in (self.whole or self).too_far


def _folded(name: str) -> str:
    return fold(name).replace("_", " ")


def references(text: str) -> Iterator[Reference | Flaw]:
    """All references of a text, and braces that are none."""
    at = 0
    for found in _REFERENCE.finditer(text):
        yield from _stray(text, at, found.start())
        name, _, part = found.group(1).strip().partition(".")
        if name.strip():
            yield Reference(found.start(), found.end(), name.strip(), part.strip())
        else:
            yield Flaw("P501", found.start(), found.end(), {"text": found.group()})
        at = found.end()
    yield from _stray(text, at, len(text))


def _stray(text: str, start: int, end: int) -> Iterator[Flaw]:
    for found in _BROKEN.finditer(text, start, end):
        yield Flaw("P501", found.start(), found.end(), {"text": found.group()})


def resolve(reference: Reference, names: Names) -> Phrase | Flaw:
    """The phrase that a reference stands for, or what is wrong with it."""
    own = part(names.own, reference.name) if names.own is not None and not reference.part else None
    if names.own is not None and own is not None:
        return own or _nothing(reference, names.own, reference.name)
    if not reference.part and reference.name in names.words:
        return (names.words[reference.name],)
    line = names.line(reference.name)
    if line is None:
        return _unknown(reference, names)
    phrase = _said(line, reference.part, names)
    if phrase is None:
        values = {"part": reference.part, "guess": closest(reference.part, PART_NAMES) or ", ".join(PART_NAMES)}
        return Flaw("P503", reference.start, reference.end, values)
    return phrase or _nothing(reference, line, reference.part)


def said_once(phrase: Phrase, before: str, reference: Reference, names: Names) -> Phrase:
    """The phrase without the indicator's name where the text before it has just said it, in full or in short, with its
    verb or without: `Tỷ lệ hộ nghèo {{ Hộ nghèo }}`, `Thu ngân sách: {{ Thu NSNN }}`, `hội viên nghèo còn {{ … }}`."""
    line = names.line(reference.name)
    if line is None or reference.part or not phrase:
        return phrase
    said, wanted = _words(_CLAUSE.split(readable(before, ()))[-1]), _words(line.name)
    verb = said[-1:] if said[-1:] and said[-1] in VERBS and wanted[-1:] != said[-1:] else []
    named = said[: len(said) - len(verb)]
    told = named[-len(wanted) :] == wanted or (len(named) >= LEAST_SAID and wanted[: len(named)] == named)
    if told:
        return _without_name(phrase, line, verb=not verb)
    shorter = _without_verb(phrase, line, said)
    return shorter if shorter != phrase else _from_where_it_was_said(phrase, line, said) or phrase


def _from_where_it_was_said(phrase: Phrase, line: Line, said: list[str]) -> Phrase:
    """The name from where the text has left it, then the number: `vận động hiến đất {{ Hiến đất làm đường }}` goes on
    with `làm đường được 1.250 m²`; empty where the text has said none of it."""
    own, wanted = line.name.split(), _words(line.name)
    common = next((k for k in range(len(wanted) - 1, LEAST_SAID - 1, -1) if said[-k:] == wanted[:k]), 0)
    if not common or len(own) != len(wanted):
        return ()
    return (f"{' '.join(own[common:])} ", *_without_name(phrase, line, verb=True))


def in_mid_sentence(before: str, reference: Reference, names: Names) -> str:
    """The text before a reference, the name in its last clause as it is read there: `…, Chi hội vững mạnh {{ … }}`."""
    line, found = names.line(reference.name), _LAST_CLAUSE.search(before)
    if line is None or found is None or _words(found[1]) != _words(line.name):
        return before
    return before[: found.start(1)] + readable(found[1], ()) + before[found.end(1) :]


_LAST_CLAUSE = re.compile(r"[,;]\s+([^,;.!?\n]+?)\s*$")
VERBS = frozenset({"dat", "con", "la", "co", "duoc", "gom"})
"""Folded verbs between a name and its number."""


def _without_name(phrase: Phrase, line: Line, *, verb: bool) -> Phrase:
    """The phrase from its verb on: `đạt 86,5 tỷ đồng`; of a count with the verb that it lacks: `còn 32 hộ`; of what was
    done `được 5 nhà`. Where the text has the verb too, from the number on."""
    first, *rest = phrase
    if isinstance(first, str) and first.startswith(f"{line.name} "):
        own = first[len(line.name) + 1 :]
        return (own, *rest) if verb else tuple(rest)
    if isinstance(first, str) and rest and isinstance(rest[0], Datum) and led_by_verb(line.name) is not None:
        # The number stands within the name: what the name goes on with behind it has been said.
        behind = str(rest[1]) if len(rest) > 1 and isinstance(rest[1], str) else ""
        named = _WITHIN_NAME.match(behind)
        tail = behind[named.end() :] if named is not None else behind
        number = (rest[0], tail, *rest[2:]) if tail else (rest[0], *rest[2:])
        return (f"{printed('result.through')} ", *number) if verb else number
    noun = line.name[len(line.result.unit) :] if line.result is not None else ""
    if rest and isinstance(rest[0], str) and noun and rest[0].startswith(noun):
        number = (first, rest[0][len(noun) :], *rest[1:])
        return (f"{reached_verb(line)} ", *number) if verb else number
    return phrase


_WITHIN_NAME = re.compile(r"[^,(;]*?(?=\s*[,(;]|$)")


def _without_verb(phrase: Phrase, line: Line, said: list[str]) -> Phrase:
    """The phrase without its name's verb, where the text has just said it: `cấp được {{ Cấp thẻ }}`."""
    led = led_by_verb(line.name)
    verb = _words(led[0]) if led is not None else []
    before = said[:-1] if said[-1:] == ["duoc"] else said
    if led is None or before[-len(verb) :] != verb or not isinstance(phrase[0], str):
        return phrase
    return (phrase[0].removeprefix(f"{led[0]} "), *phrase[1:])


LEAST_SAID = 2
"""So many words of a name at its beginning count as the name."""
_CLAUSE = re.compile(r"[.;,!?]\s")


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(text))


def _said(line: Line, name: str, names: Names) -> Phrase | None:
    """A part of a line; the whole phrase in the indicator's own words where the input gives them."""
    if name or not names.speaks(line):
        return part(line, name)
    return sentence(line, names)


def sentence(line: Line, names: Names) -> Phrase:
    """The indicator's own sentence (`cách viết`) with its references resolved; those that are flawed print nothing."""
    text: Prose | None = line.indicator.sentence
    if text is None or not names.speaks(line):
        return part(line, "") or ()
    pieces: list[str | Datum] = []
    at = 0
    for found in references(text):
        if isinstance(found, Reference):
            phrase = resolve(found, names.within(line))
            pieces += [text[at : found.start], *(() if isinstance(phrase, Flaw) else phrase)]
            at = found.end
    pieces.append(" ".join(text[at:].split("\n")))
    return tuple(piece for piece in pieces if piece != "")


def _unknown(reference: Reference, names: Names) -> Flaw:
    guess = closest(reference.name, chain(names.words, names.ledger.lines))
    return Flaw("P502", reference.start, reference.end, {"name": reference.name, "guess": guess or "…"})


def _nothing(reference: Reference, line: Line, part: str) -> Flaw:
    return Flaw("P504", reference.start, reference.end, {"name": line.name, "part": part or "kết quả"})
