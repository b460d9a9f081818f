"""The text of any report by its headings: results by field, shortcomings, causes, lessons, and next year's directions.

In: the rows of a report. Out: a draft. A heading is known by its number (`I.`, `1.`, `a)`), by bold letters, by being
short and without a stop; what it is about is read from its words. Every paragraph goes somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from reportgen.intake.reports.drafting import Draft, paragraphs
from reportgen.intake.reports.heads import is_head
from reportgen.intake.reports.reading import Row
from reportgen.vietnamese.letters import fold

LONGEST_HEADING = 150
PLAIN_HEADING = 90
"""A heading that is not bold is no longer than that."""
_PART = re.compile(r"^phần\s+(?:thứ\s+)?\w+\s*[:.\-–]?\s*", re.IGNORECASE)
_ROMAN = re.compile(r"^[IVX]{1,5}\s*[.\-–/)]\s*(?=\S)")
_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\s*[.)\-–]?\s+(?=\S)")
_LETTER = re.compile(r"^[a-zđ]\)\s+(?=\S)")
_ENTRY = re.compile(r"^[-–+•*]\s*(?=\S)")
_STOPPED = re.compile(r"[.;:,…]$")
_CLOSING = re.compile(r"^trên đây là ", re.IGNORECASE)
PLAN = "phương hướng"
RESULTS = "kết quả"


@dataclass(slots=True)
class Node:
    """A heading with the texts right below it and the headings that it stands above. `level` 0 is outermost."""

    level: int
    title: str
    texts: list[tuple[str, bool]] = field(default_factory=list)
    children: list[Node] = field(default_factory=list)

    @property
    def entries(self) -> list[str]:
        """The texts one by one."""
        return [text for text, _ in self.texts]

    @property
    def all_entries(self) -> list[str]:
        """The texts of the heading and of all below it, one by one."""
        return [*self.entries, *(text for child in self.children for text in child.all_entries)]


def outline(rows: Sequence[Row]) -> Draft:
    """The draft of a report's text."""
    root = tree_of(rows)
    made = _Drafting()
    made.root(root)
    return made.draft


def tree_of(rows: Sequence[Row]) -> Node:
    """The headings with their texts."""
    root = Node(-1, "")
    stack = [root]
    for words, bold in _joined(rows):
        if is_head(words) or _CLOSING.match(words):
            continue
        found = _heading(words, bold=bold)
        if found is None:
            is_entry = _ENTRY.match(words) is not None
            stack[-1].texts.append((_ENTRY.sub("", words), is_entry))
            continue
        level, title = found
        while stack[-1].level >= level:
            stack.pop()
        node = Node(level, title)
        stack[-1].children.append(node)
        stack.append(node)
    return root


def _joined(rows: Sequence[Row]) -> Iterator[tuple[str, bool]]:
    """Paragraphs of rows that were broken by hand, a part's number with its title."""
    words, bold = "", False
    for row in rows:
        if row.begins and words and not _PART.fullmatch(f"{words} "):
            yield words, bold
            words = ""
        words, bold = (f"{words} {row.words}", bold and row.bold) if words else (row.words, row.bold)
    if words:
        yield words, bold


def _heading(words: str, *, bold: bool) -> tuple[int, str] | None:
    """The level and the title; None for running text."""
    if len(words) > LONGEST_HEADING or _ENTRY.match(words):
        return None
    for pattern, level in ((_PART, 0), (_ROMAN, 1)):
        found = pattern.match(words)
        if found is not None and (bold or words.isupper() or len(words) < PLAIN_HEADING):
            return level, _title(words[found.end() :])
    number, letter = _NUMBER.match(words), _LETTER.match(words)
    short = bold or (len(words) < PLAIN_HEADING and not _STOPPED.search(words))
    if number is not None and short:
        return 2 + number[1].count("."), _title(words[number.end() :])
    if letter is not None and short:
        return 5, _title(words[letter.end() :])
    if bold and not _STOPPED.search(words):
        return (1 if words.isupper() else 6), _title(words)
    return None


def _title(words: str) -> str:
    """A heading as it is read: capitals throughout become small letters, the stop at its end goes."""
    bare = words.strip().rstrip(".:;").strip()
    if bare.isupper() and len(bare) > 5:
        bare = bare[:1] + bare[1:].lower()
    return bare


def _is(pattern: str) -> Callable[[str], bool]:
    compiled = re.compile(pattern)
    return lambda title: compiled.search(title) is not None


OF_RESULTS: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "bài học": _is(r"bai hoc"),
        "nguyên nhân": _is(r"^nguyen nhan"),
        "hạn chế": _is(r"^(?:mot so |nhung )?(?:ton tai|han che|khuyet diem|kho khan, (?:ton tai|han che|vuong mac))"),
        "đánh giá chung": _is(r"^danh gia (?:chung|tong quat)"),
        "đặc điểm tình hình": _is(r"^(?:dac diem|khai quat|boi canh|tinh hinh chung)"),
    }
)
"""Key → whether a folded heading among the results is about it."""
OF_THE_PLAN: Mapping[str, Callable[[str], bool]] = MappingProxyType(
    {
        "bối cảnh": _is(r"^(?:du bao|boi canh|thuan loi|nhan dinh)"),
        "mục tiêu": _is(r"^(?:muc tieu|phuong huong chung|phuong huong)"),
        "chỉ tiêu": _is(r"^(?:cac |mot so )?chi tieu"),
        "giải pháp": _is(r"giai phap"),
        "kiến nghị": _is(r"kien nghi|de xuat"),
        "nhiệm vụ": _is(r"nhiem vu"),
    }
)
"""The same of next year's part."""
_IS_PLAN = re.compile(
    r"phuong huong|nhiem vu (?:trong tam )?(?:nam|cong tac nam)|ke hoach (?:cong tac )?nam|muc tieu, nhiem vu"
)
_IS_RESULT = re.compile(r"ket qua|tinh hinh (?:thuc hien|kinh te)|danh gia")
_IS_PROPOSAL = re.compile(r"^(?:de xuat|kien nghi)")


class _Drafting:
    """Goes through the headings once."""

    def __init__(self) -> None:
        self.draft: Draft = {}

    def root(self, root: Node) -> None:
        """The outermost headings: a part on results, a part on next year; what stands before them opens the report."""
        before = [text for text in root.entries if not text.rstrip().endswith(":")]
        self._add("đặc điểm tình hình", [paragraphs([(text, False) for text in before])] if before else [])
        for node in root.children:
            self._outer(node, ahead=False)

    def _outer(self, node: Node, *, ahead: bool) -> None:
        title = fold(node.title)
        if _IS_PROPOSAL.match(title):
            self._plan("kiến nghị", node.all_entries)
        elif ahead or (_IS_PLAN.search(title) and not _IS_RESULT.match(title)):
            self._plan_part(node)
        elif node.level == 0 or (node.level == 1 and _IS_RESULT.match(title) and node.children):
            self._add("đánh giá chung", node.entries)
            for child in node.children:
                self._result(child)
        else:
            self._result(node)

    def _result(self, node: Node) -> None:
        title = fold(node.title)
        key = next((name for name, is_about in OF_RESULTS.items() if is_about(title)), "")
        if _IS_PLAN.search(title) and node.level <= 1 and not _IS_RESULT.match(title):
            self._plan_part(node)
        elif key == "nguyên nhân":
            self._causes(node)
        elif key == "hạn chế":
            self._shortcomings(node)
        elif key:
            self._add(key, node.all_entries)
        elif _IS_RESULT.match(title) and node.level <= 1 and node.children:
            self._add("đánh giá chung", node.entries)
            for child in node.children:
                self._result(child)
        else:
            self.draft.setdefault(RESULTS, []).append(_topic(node))

    def _shortcomings(self, node: Node) -> None:
        self._add("hạn chế", node.entries)
        for child in node.children:
            if OF_RESULTS["nguyên nhân"](fold(child.title)):
                self._causes(child)
            else:
                self._add("hạn chế", child.all_entries)

    def _causes(self, node: Node) -> None:
        causes = self.draft.setdefault("nguyên nhân", {})
        causes.setdefault("chung", []).extend(node.entries)
        for child in node.children:
            kinds = (("khách quan", "khach quan"), ("chủ quan", "chu quan"))
            key = next((name for name, folded in kinds if folded in fold(child.title)), "chung")
            causes.setdefault(key, []).extend(child.all_entries)

    def _plan_part(self, node: Node) -> None:
        self._plan("mục tiêu", node.entries)
        for child in node.children:
            title = fold(child.title)
            key = next((name for name, is_about in OF_THE_PLAN.items() if is_about(title)), "")
            if key in {"nhiệm vụ", "giải pháp"} or not key:
                topics = [_topic(one) for one in child.children] or [{"nội dung": text} for text in child.entries]
                if key and child.children:
                    topics = [*({"nội dung": text} for text in child.entries), *topics]
                self._plan(key or "nhiệm vụ", topics if key else [_topic(child)])
            elif key == "bối cảnh":
                plan = self.draft.setdefault(PLAN, {})
                plan[key] = paragraphs([(text, False) for text in child.all_entries])
            else:
                self._plan(key, child.all_entries)

    def _add(self, key: str, texts: Sequence[object]) -> None:
        if texts:
            self.draft.setdefault(key, []).extend(texts)

    def _plan(self, key: str, texts: Sequence[object]) -> None:
        if texts:
            self.draft.setdefault(PLAN, {}).setdefault(key, []).extend(texts)


def _topic(node: Node) -> Draft:
    return {
        "mục": node.title,
        "nội dung": paragraphs(node.texts),
        "mục con": [_topic(child) for child in node.children],
    }
