"""The small file of what a person has to say (`ghép.yaml`): which names are one indicator, what a rate is averaged by.

It is read before the units are matched and written anew afterwards: answers stay, new questions come behind them, each
with the places that it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportgen.drafting.scalars import comment, entry, one_line, scalar
from reportgen.problems import Place, Problem
from reportgen.province.likeness import gist
from reportgen.province.matching import Answers, Question
from reportgen.source import Mapping as MappingNode
from reportgen.source import Node, Scalar, read_source
from reportgen.source import Sequence as SequenceNode
from reportgen.vietnamese.letters import fold

NAME = "ghép.yaml"
PAIRS, WEIGHTS = "ghép", "bình quân theo"
ONE, OTHER, ANSWER = "tên", "có phải là", "trả lời"
YES, NO = "có", "không"
_SAID = {"co": True, "khong": False, "yes": True, "no": False}
MOST_PLACES = 3
HEAD = (
    "Chỗ chương trình chưa chắc khi tổng hợp; trả lời rồi chạy lại reportgen aggregate. Tệp này được giữ lại: câu đã "
    "trả lời không bị hỏi nữa."
)
ON_WEIGHTS = (
    "Tỷ lệ, mức bình quân không cộng được. Ghi tên chỉ tiêu làm quyền số (tỷ lệ hộ nghèo: số hộ) thì chương trình tính "
    "bình quân gia quyền; để trống thì chỉ xếp hạng."
)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names and what a person says of them: None for nothing yet."""

    name: str
    known: str
    answer: bool | None


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said. `weights`: name of a rate → name of what it is averaged by, "" for nothing yet."""

    pairs: tuple[Pair, ...] = ()
    weights: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def answers(self) -> Answers:
        """Gist and gist → whether they are one."""
        return {(gist(one.name), gist(one.known)): one.answer for one in self.pairs if one.answer is not None}


def read_said(file: Path) -> Said:
    """What stands in the file; nothing where there is none."""
    if not file.exists():
        return Said()
    source = read_source(file)
    if source.root is None:
        return Said(problems=source.problems)
    problems: list[Problem] = list(source.problems)
    pairs: list[Pair] = []
    weights: dict[str, str] = {}
    for key, value in source.root:
        kind = fold(key.text)
        if kind == fold(PAIRS) and isinstance(value, SequenceNode):
            pairs += [pair for item in value.items if (pair := _pair(item, problems)) is not None]
        elif kind == fold(WEIGHTS) and isinstance(value, MappingNode):
            weights.update({rate.text: by.text.strip() for rate, by in value if isinstance(by, Scalar)})
        elif not (isinstance(value, Scalar) and not value.text):
            problems.append(Problem("G122", key.place, {"key": key.text}))
    return Said(tuple(pairs), weights, tuple(problems))


def _pair(item: Node, problems: list[Problem]) -> Pair | None:
    if not isinstance(item, MappingNode):
        problems.append(Problem("G122", item.place, {"key": PAIRS}))
        return None
    held = {fold(key.text): value for key, value in item if isinstance(value, Scalar)}
    one, other, said = (held.get(fold(key)) for key in (ONE, OTHER, ANSWER))
    if one is None or other is None or not one.text or not other.text:
        problems.append(Problem("G122", item.place, {"key": PAIRS}))
        return None
    word = fold(said.text.strip()) if said is not None else ""
    if said is not None and word and word not in _SAID:
        problems.append(Problem("G121", said.place, {"text": said.text}))
    return Pair(one.text, other.text, _SAID.get(word))


@dataclass(frozen=True, slots=True)
class Asked:
    """What is written: a pair or a rate with the places that it is about."""

    questions: Sequence[tuple[Question, Sequence[str]]]
    rates: Sequence[str]


def said_text(said: Said, asked: Asked) -> str:
    """The file anew."""
    return "\n".join(_lines(said, asked)) + "\n"


def _lines(said: Said, asked: Asked) -> Iterator[str]:
    yield from comment(0, HEAD)
    yield ""
    yield from comment(0, f"Hai tên có phải là một chỉ tiêu không? Ghi {YES} hoặc {NO} sau “{ANSWER}”.")
    yield f"{PAIRS}:"
    told: set[tuple[str, str]] = set()
    for pair in said.pairs:
        told.add((gist(pair.name), gist(pair.known)))
        yield from _pair_lines(pair, ())
    for question, places in asked.questions:
        if (gist(question.name), gist(question.known)) not in told:
            yield from _pair_lines(Pair(question.name, question.known, None), places)
    yield ""
    yield from comment(0, ON_WEIGHTS)
    yield f"{WEIGHTS}:"
    for rate, by in said.weights.items():
        yield from entry(2, rate, by)
    for rate in asked.rates:
        if gist(rate) not in {gist(known) for known in said.weights}:
            yield f"  {scalar(rate)}:"


def _pair_lines(pair: Pair, places: Sequence[str]) -> Iterator[str]:
    answer = {True: YES, False: NO, None: ""}[pair.answer]
    yield f"  - {ONE}: {scalar(pair.name)}"
    yield f"    {OTHER}: {scalar(pair.known)}"
    yield f"    {ANSWER}: {answer}".rstrip()
    if places:
        more = f" và {len(places) - MOST_PLACES} chỗ khác" if len(places) > MOST_PLACES else ""
        yield from comment(4, one_line("; ".join(places[:MOST_PLACES])) + more)


def waiting(said: Said, file: Path, asked: Asked) -> Iterator[Problem]:
    """G123: what waits for an answer."""
    open_pairs = {(gist(pair.name), gist(pair.known)) for pair in said.pairs if pair.answer is None}
    open_pairs |= {(gist(question.name), gist(question.known)) for question, _ in asked.questions}
    if open_pairs:
        yield Problem("G123", Place(file), {"count": str(len(open_pairs)), "file": file.name})
