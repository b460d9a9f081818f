"""What an input says and no paper of its set prints, told once the set is made: nothing is lost without a word.

In: the conference and its papers. Out: T810, with the line of each text of which words are missing. An article of a
given length leaves out much; what it leaves out is often printed by no other paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from reportgen.layout.document import Document
from reportgen.model import Conference
from reportgen.model.leaves import Words
from reportgen.model.section import leaves_of
from reportgen.official.issuing import key_of
from reportgen.problems import Place, Problem
from reportgen.tree import Element, in_parentheses, text, walk
from reportgen.vietnamese.letters import fold

STEERING = frozenset(
    {
        "vai trò", "vị trí", "độ dài", "bố cục", "xưng hô", "buổi", "gồm", "tích của", "bảng chỉ tiêu", "điểm nhấn",
        "nhóm", "đánh giá", "tệp", "địa chỉ trang", "từ khóa", "bỏ qua", "thấp là tốt", "giao bởi",
    }
)  # fmt: skip
"""Keys whose words say how a paper is made, or name what it prints elsewhere."""
_REFERENCE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_WORD = re.compile(r"(?<!\w)[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])+(?!\w)")
"""Words in capitals are abbreviations, which papers may write out: they are not looked for."""
MOST_SHOWN = 8
"""Lines that are named; of more, how many there are."""
QUOTED = 6
"""Words that show which text is meant."""


def left_out(conference: Conference, papers: Iterable[Document]) -> Iterator[Problem]:
    """T810 at the first text that is not printed whole, with all the others."""
    lost = texts_left_out(conference, papers)
    if lost:
        shown = [f"{place.line} (“{words}”)" for place, words in [*lost.items()][:MOST_SHOWN]]
        more = ["…"] if len(lost) > MOST_SHOWN else []
        yield Problem("T810", next(iter(lost)), {"count": str(len(lost)), "lines": ", ".join([*shown, *more])})


def texts_left_out(conference: Conference, papers: Iterable[Document]) -> Mapping[Place, str]:
    """The places of the texts that are not printed whole, in order, one a line, with words from the first missing."""
    made = tuple(papers)
    printed = {word for paper in made for words in _said(paper.tree) for word in _WORD.findall(fold(words))}
    lost: dict[int, tuple[Place, str]] = {}
    for words in _texts(conference, frozenset(paper.paper for paper in made)):
        place = words.place()
        if place is None or words.key in STEERING:
            continue
        said = _WORD.findall(_REFERENCE.sub(" ", words))
        missing = next((word for word in said if not word.isupper() and fold(word) not in printed), None)
        if missing is not None:
            lost.setdefault(place.line, (place, _around(words, missing)))
    return dict(sorted(lost.values()))


def _said(tree: Element) -> Iterator[str]:
    """What a paper says, to who sees it and to who does not."""
    yield text(in_parentheses(tree))
    yield from (element.get("alt") for element in walk(tree))


def _texts(conference: Conference, made: frozenset[str]) -> Iterator[Words]:
    """All texts but abbreviations, indicators with nothing to print yet, letterheads of papers that are not made."""
    for name, part in vars(conference).items():
        if name == "letterheads":
            yield from leaves_of(tuple(own for called, own in part.items() if key_of(called) in made), Words)
        elif name == "indicators":
            said = [one for one in conference.indicators.values() if one.result or one.in_words]
            yield from leaves_of(tuple(said), Words)
        elif name != "abbreviations":
            yield from leaves_of(part, Words)


def _around(words: str, missing: str) -> str:
    """Some words of the text from the missing one on."""
    rest = words[words.find(missing) :].split()
    return " ".join(rest[:QUOTED]) + ("…" if len(rest) > QUOTED else "")
