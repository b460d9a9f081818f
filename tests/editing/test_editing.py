"""An input changed in place: it says what it should, and all else stays as it was typed."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLE, FICTIONAL
from reportgen.editing import Add, Move, Operation, Remove, Rename, Set, Way, edited
from reportgen.editing.content import Content, content_of, same, tidy
from reportgen.editing.editing import brought_to
from reportgen.editing.operations import done
from reportgen.problems import Failure
from reportgen.source import Source, parse_source

FILE = Path("a.yaml")


def source(text: str) -> Source:
    return parse_source(FILE, text.encode())


def after(text: str, *operations: Operation) -> str:
    made = edited(source(text), operations)
    assert isinstance(made, Source), made
    return made.text


def said(given: Source) -> Content:
    assert given.root is not None
    return content_of(given.root)


HEAD = "# đầu tệp\nnăm: 2023   # năm nay\nđơn vị: phường A\n"


@pytest.mark.parametrize(
    ("operation", "text"),
    [
        (Set(("năm",), "2024"), HEAD.replace("2023", "2024")),
        (
            Set(("đơn vị", "cơ quan"), "UBND"),
            HEAD.replace("phường A", "\n  tên: phường A\n  cơ quan: UBND").replace(": \n", ":\n"),
        ),
        (Set(("văn bản", "số"), "15"), f"{HEAD}văn bản:\n  số: 15\n"),
        (Set(("hạn chế", 0), "Còn chậm: hai việc."), f'{HEAD}hạn chế:\n  - "Còn chậm: hai việc."\n'),
        (Add(("hạn chế",), 0, "Một."), f"{HEAD}hạn chế:\n  - Một.\n"),
        (Remove(("đơn vị",)), "# đầu tệp\nnăm: 2023   # năm nay\n"),
        (Move(("đơn vị",), 0), "# đầu tệp\nđơn vị: phường A\nnăm: 2023   # năm nay\n"),
        (Rename(("năm",), "năm tổng kết"), HEAD.replace("năm: ", "năm tổng kết: ")),
    ],
)
def test_an_operation_changes_its_own_place_and_no_other(operation: Operation, text: str) -> None:
    assert after(HEAD, operation) == text


INDICATORS = """chỉ tiêu:
  # Thu ngân sách
  thu: {tên: thu, thực hiện: "41,795 tỷ đồng", kế hoạch: [{giá trị: 40 tỷ đồng}]} # thuế

  chi:
    thực hiện: 12 tỷ đồng  # tạm tính
    kế hoạch: 11 tỷ đồng
"""


def test_what_stands_in_braces_stays_there() -> None:
    changed = after(INDICATORS, Set(("chỉ tiêu", "thu", "kế hoạch", 0, "giá trị"), "42,5 tỷ đồng"))
    assert '[{giá trị: "42,5 tỷ đồng"}]} # thuế' in changed
    assert changed.splitlines()[3:] == INDICATORS.splitlines()[3:]


def test_a_single_plan_stays_in_its_short_form() -> None:
    assert "    kế hoạch: 12 tỷ đồng\n" in after(INDICATORS, Set(("chỉ tiêu", "chi", "kế hoạch", 0), "12 tỷ đồng"))
    longer = after(INDICATORS, Set(("chỉ tiêu", "chi", "kế hoạch", 0, "giao bởi"), "tỉnh"))
    assert "    kế hoạch:\n      giá trị: 11 tỷ đồng\n      giao bởi: tỉnh\n" in longer
    second = after(INDICATORS, Add(("chỉ tiêu", "chi", "kế hoạch"), 1, {"giá trị": "13 tỷ đồng"}))
    assert "    kế hoạch:\n      - 11 tỷ đồng\n      - giá trị: 13 tỷ đồng\n" in second


def test_a_text_for_a_short_form_that_was_written_out_leaves_the_other_keys_alone() -> None:
    longer = after(HEAD, Set(("đơn vị", "cơ quan"), "UBND"))
    assert after(longer, Set(("đơn vị",), "phường B")) == longer.replace("phường A", "phường B")
    plan = INDICATORS.replace("kế hoạch: 11 tỷ đồng", "kế hoạch: {giao bởi: tỉnh, giá trị: 11 tỷ đồng}")
    changed = after(plan, Set(("chỉ tiêu", "chi", "kế hoạch", 0), "12 tỷ đồng"))
    assert "{giao bởi: tỉnh, giá trị: 12 tỷ đồng}" in changed


def test_a_row_that_moves_takes_its_comment_along() -> None:
    rows = "chỉ tiêu:\n  a: 1\n  # Hai\n  b: 2   # tạm\n  c: 3\n"
    assert after(rows, Move(("chỉ tiêu", "b"), 2)) == "chỉ tiêu:\n  a: 1\n  c: 3\n  # Hai\n  b: 2   # tạm\n"


def test_keys_are_found_as_they_are_spelt_in_the_file() -> None:
    assert after("nam: 2023\n", Set(("năm",), "2024")) == "nam: 2024\n"


def test_line_ends_and_the_byte_order_mark_stay() -> None:
    given = parse_source(FILE, b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode())
    made = edited(given, [Set(("năm",), "2024")])
    assert isinstance(made, Source)
    assert made.raw == b"\xef\xbb\xbf" + HEAD.replace("2023", "2024").replace("\n", "\r\n").encode()


@pytest.mark.parametrize("way", [("năm", "x", "y"), ("hạn chế", 3), ("đơn vị", 4)])
def test_a_place_that_is_not_there_is_told(way: Way) -> None:
    made = edited(source(HEAD), [Remove(way)])
    assert isinstance(made, Failure)
    assert [problem.code for problem in made.problems] == ["B941"]


def test_a_file_that_cannot_be_read_is_left_alone() -> None:
    assert isinstance(edited(source("a: [\n"), [Set(("năm",), "1")]), Failure)


# The same, over whole inputs

EXAMPLES = {file: parse_source(file, file.read_bytes()) for file in (EXAMPLE, FICTIONAL)}


def ways(content: Content, before: Way = ()) -> Iterator[Way]:
    entries: Iterator[tuple[str | int, Content]]
    if isinstance(content, str):
        return
    entries = iter(content.items()) if isinstance(content, dict) else iter(enumerate(content))
    for part, held in entries:
        yield (*before, part)
        yield from ways(held, (*before, part))


WAYS = {file: tuple(ways(said(given))) for file, given in EXAMPLES.items()}
TEXTS = st.one_of(
    st.sampled_from(
        [
            "",
            "2,5%\nhai dòng",
            "dòng\n",
            "#x",
            " \n",
            "- a",
            "a: b",
            '"q"',
            "{{ thu }}",
            "a\n\n b\n",
            "{a}",
            "dài " * 50,
        ]
    ),
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30),
)
CONTENTS = st.recursive(
    TEXTS,
    lambda held: st.one_of(
        st.lists(held, max_size=3),
        st.dictionaries(st.text("abc đ", min_size=1, max_size=4).map(str.strip).filter(bool), held, max_size=3),
    ),
    max_leaves=5,
)


@st.composite
def cases(draw: st.DrawFn) -> tuple[Path, Operation]:
    file = draw(st.sampled_from(list(EXAMPLES)))
    way = draw(st.sampled_from(WAYS[file]))
    number = draw(st.integers(0, 6))
    operation = draw(
        st.one_of(
            st.builds(Set, st.just(way), CONTENTS),
            st.builds(Set, st.just((*way[:-1], "khóa mới")), CONTENTS),
            st.builds(Add, st.just(way[:-1]), st.just(number), CONTENTS),
            st.just(Remove(way)),
            st.just(Move(way, number)),
            st.just(Rename(way, "tên khác")),
        )
    )
    return file, operation


@given(cases())
@settings(max_examples=150, deadline=None)
def test_the_file_then_says_what_the_operation_makes_of_its_content(case: tuple[Path, Operation]) -> None:
    before, operation = EXAMPLES[case[0]], case[1]
    try:
        wanted = tidy(done(said(before), operation))
    except LookupError:
        return
    if not isinstance(wanted, dict):
        return
    made = brought_to(before, wanted)
    assert isinstance(made, Source)
    assert same(said(made), said(source(made.text)))
    kept = [line for line in before.lines if line.lstrip().startswith("#")]
    assert not isinstance(operation, Move | Rename | Add) or set(kept) <= set(made.lines)


@given(cases())
@settings(max_examples=60, deadline=None)
def test_what_was_moved_back_is_the_same_letter_by_letter(case: tuple[Path, Operation]) -> None:
    before, operation = EXAMPLES[case[0]], case[1]
    if not isinstance(operation, Move):
        return
    holder: Any = said(before)
    for part in operation.way[:-1]:
        holder = holder[part]
    place = list(holder).index(operation.way[-1]) if isinstance(holder, dict) else int(operation.way[-1])
    there = brought_to(before, tidy(done(said(before), operation)))
    assert isinstance(there, Source)
    last = min(operation.number, len(holder) - 1)
    way = operation.way if isinstance(holder, dict) else (*operation.way[:-1], last)
    back = brought_to(there, tidy(done(said(there), Move(way, place))))
    assert isinstance(back, Source)
    changed = [line for line in difflib.ndiff(before.lines, back.lines) if line[0] in "+-"]
    assert all(line[2:].lstrip().startswith("#") or not line[2:].strip() for line in changed)
