"""What makes news of a conference: which figures lead, and how a headline says them.

In: the ledger. Out: lines in the order of their news, headlines as phrases whose numbers keep their origin. Conventions
of local portals (standards, section 6).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from reportgen.compare import Standing
from reportgen.ledger import Held, Ledger, Line
from reportgen.letterhead import Head
from reportgen.phrase import Datum, Phrase, rounded
from reportgen.press.lengths import HEADLINE, words_of
from reportgen.quantity import Relation
from reportgen.vietnamese import fold

WEIGHTS = (
    (re.compile(r"\blan dau\b|\bdau tien\b"), 2),
    (re.compile(r"thu nhap|ho ngheo|can ngheo|nuoc sach|viec lam|bao hiem y te|truong .*chuan|duong|ngo\b"), 1),
    (re.compile(r"nha van hoa|gia dinh van hoa|thu ngan sach|\bthu nsnn"), 1),
)
"""What makes news by itself, in names of indicators without diacritics: what happens for the first time, what residents
feel, and the revenue that every ward is asked for."""
MOST = Fraction(50)
"""Growth and excess count up to so many percent: more is as a rule a small base."""


def by_news(ledger: Ledger) -> tuple[Line, ...]:
    """The indicators with a result that does not fall short of its plan, those with the clearest news first."""
    known = [line for line in ledger if line.result is not None and line.key not in ledger.part_keys]
    good = [line for line in known if line.standing is not Standing.BELOW] or known
    return tuple(sorted(good, key=_news, reverse=True))


def _news(line: Line) -> Fraction:
    """How much of a news a line is: passed its plan, grew the right way, for the first time, felt by residents."""
    name = fold(f"{line.name} {line.indicator.sentence or ''} {line.indicator.note or ''}")
    excess = next(filter(None, map(_over, line.held)), Fraction(0))
    growth = line.growth.nominal if line.growth else Fraction(0)
    if line.lower_is_better:
        excess, growth = -excess, -growth
    score = min(max(excess, Fraction(0)), MOST) / 25 + min(max(growth, Fraction(0)), MOST) / 25
    return score + sum(weight for pattern, weight in WEIGHTS if pattern.search(name))


def _over(held: Held) -> Fraction | None:
    """By how many percent a result passes a plan; what the input states where it gives no plan's value."""
    if held.ratio is not None:
        return held.ratio.nominal - 100
    return Fraction(held.typed.value) - 100 if held.typed is not None and held.typed.unit == "%" else None


def _counted(line: Line) -> str:
    """`số cuộc giám sát`: the name of what is counted, where it begins with the counted unit."""
    unit = line.result.unit_text if line.result else ""
    return f"số {line.name}" if unit and fold(line.name).startswith(f"{fold(unit)} ") else line.name


def headlines(ledger: Ledger, head: Head) -> tuple[Phrase, ...]:
    """Three proposals: the event, how many targets were reached, the clearest figure. All of 8 to 20 words."""
    year, unit = ledger.conference.year.number, ledger.conference.unit
    body = _capital(head.organ_name if unit.organ else str(unit.name))
    event: Phrase = (f"{body} tổng kết công tác năm {year}, triển khai nhiệm vụ năm {year + 1}",)
    proposals = [event, *_reached(ledger, year), *_figures(ledger, year)]
    spare: list[Phrase] = [
        (f"{body} đánh giá kết quả năm {year}, bàn nhiệm vụ trọng tâm năm {year + 1}",),
        (f"{body} nhìn lại một năm thực hiện nhiệm vụ, xác định phương hướng năm {year + 1}",),
    ]
    fitting = [proposal for proposal in proposals if HEADLINE[0] <= words_of(proposal) <= HEADLINE[1]]
    return tuple([*fitting, *spare][:3])


def _reached(ledger: Ledger, year: int) -> Iterator[Phrase]:
    judged, reached = len(ledger.judged), len(ledger.reached)
    unit = _capital(str(ledger.conference.unit.name))
    if judged > 2 and reached == judged:
        yield (f"{unit} hoàn thành cả {judged} chỉ tiêu kế hoạch giao năm {year}",)
    elif judged > 2 and reached * 2 > judged:
        yield (f"{unit} đạt và vượt {reached}/{judged} chỉ tiêu kế hoạch giao năm {year}",)


def _figures(ledger: Ledger, year: int) -> Iterator[Phrase]:
    """A headline for each figure that is news, the clearest first."""
    unit = _capital(str(ledger.conference.unit.name))
    for line in by_news(ledger):
        said = _excess(line) or _growth(line)
        if said:
            yield (f"{unit}: {_counted(line)} năm {year} ", *said)


def _excess(line: Line) -> Phrase:
    """`vượt hơn 18% kế hoạch`, rounded to whole percents and said to be."""
    held = next((held for held in line.held if held.ratio is not None), None)
    if held is None or held.ratio is None or held.standing is not Standing.EXCEEDED or line.lower_is_better:
        return ()
    words = about(held.ratio.nominal - 100)
    shown = Datum(line.key, "so kế hoạch", rounded(held.ratio.nominal), words)
    return (f"{_estimated(line)}vượt ", shown, f" {held.name}") if words else ()


def _growth(line: Line) -> Phrase:
    """`tăng gần 13%` for what is better when it grows."""
    plain_value = line.result is not None and line.result.relation is Relation.EQUAL
    if line.growth is None or line.growth.nominal <= 0 or line.lower_is_better or not plain_value:
        return ()
    words = about(line.growth.nominal)
    return (
        (f"{_estimated(line)}tăng ", Datum(line.key, "so năm trước", rounded(line.growth.nominal), words))
        if words
        else ()
    )


def _estimated(line: Line) -> str:
    """`ước` before what is not final yet."""
    return "ước " if line.result is not None and "ước" in line.result.hedges else ""


def about(percent: Fraction) -> str:
    """A percentage rounded to a whole one with the word that keeps it true: `hơn 18%`, `gần 13%`, `8%`; "" below 1."""
    if percent < 1:
        return ""
    down = int(percent)
    rest = percent - down
    if rest == 0:
        return f"{down}%"
    return f"gần {down + 1}%" if rest >= Fraction(3, 4) else f"hơn {down}%"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
