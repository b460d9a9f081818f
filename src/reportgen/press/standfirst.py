"""What a standfirst (sapo) says: the chosen or the clearest figures, each with one comparison where that is enough.

In: the ledger. Out: lines in their order, and phrases. A standfirst has 25 to 60 words (standards, section 6).
"""

from __future__ import annotations

from dataclasses import dataclass

from reportgen.figures.ledger import Ledger, Line
from reportgen.figures.parts import news
from reportgen.figures.phrase import Phrase
from reportgen.press.lengths import STANDFIRST, words_of
from reportgen.press.news import by_news
from reportgen.prose.references import Names, sentence

LEADING = 2
"""So many figures stand in a standfirst."""


@dataclass(frozen=True, slots=True)
class Standfirst:
    """The standfirst of one conference, as long as the input gives none of its own."""

    ledger: Ledger
    names: Names

    @property
    def highlighted(self) -> tuple[Line, ...]:
        """The indicators that the article leads with: those chosen in the input, else those with the clearest news."""
        chosen = self.ledger.conference.press.highlights
        if chosen:
            return tuple(self.ledger.lines[name] for name in chosen if name in self.ledger.lines)
        return by_news(self.ledger)[:LEADING]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Those of them that the standfirst says: as many as it has room for, one at least."""
        count = self._before
        led: list[Line] = []
        for line in self.highlighted:
            count += words_of(sentence(line, self.names))
            if led and count > STANDFIRST[1]:
                break
            led.append(line)
            if len(led) == LEADING or (count >= STANDFIRST[0] and self.ledger.conference.theme):
                break
        return tuple(led)

    def said(self, line: Line) -> Phrase:
        """One of its lines: with one comparison where that makes a standfirst long enough, else whole."""
        short = self._before + sum(words_of(news(line)) for line in self.lines) >= STANDFIRST[0]
        return (news(line) if short else ()) or sentence(line, self.names)

    @property
    def _before(self) -> int:
        """How many words stand before its figures."""
        unit, theme = self.ledger.conference.unit.name, self.ledger.conference.theme
        return words_of(f"Năm 2000, {unit} thực hiện chủ đề {theme}" if theme else f"Năm 2000, tại {unit},")
