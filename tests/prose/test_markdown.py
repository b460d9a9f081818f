"""Whatever blocks an author nests, every word of them stands in the paper, in order, in markup that papers allow."""

from __future__ import annotations

import re
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.ledger import Ledger
from reportgen.model import Conference
from reportgen.model.leaves import Prose
from reportgen.model.reading import bind
from reportgen.prose.markdown import write_prose
from reportgen.prose.references import Names
from reportgen.source import parse_source
from reportgen.tree import Element, in_parentheses, text
from reportgen.tree.markup import parse


def conference() -> Conference:
    found = bind(parse_source(Path("a.yaml"), "năm: 2024\nđơn vị: xã Bình An\n".encode())).conference
    assert found is not None
    return found


NAMES = Names(Ledger(conference()), {})


def tree_of(prose: str) -> Element:
    return parse(f"<article>{write_prose(Prose(prose), NAMES).markup}</article>")


def words_of(prose: str) -> list[str]:
    return re.findall(r"w\d+", prose.lower())


@st.composite
def blocks(draw: st.DrawFn, numbers: count[int], depth: int = 0) -> str:
    """Paragraphs, headings, tables and lists of them; each word stands once."""

    def words(least: int = 1) -> str:
        return " ".join(f"w{next(numbers)}" for _ in range(draw(st.integers(least, 3))))

    made = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(["paragraph", "heading", "table", "list", "note", "bold"]))
        if kind == "heading":
            made.append(f"{'#' * draw(st.integers(1, 6))} {words()}")
        elif kind == "table":
            columns = draw(st.integers(1, 3))
            rows = [[words() for _ in range(columns)] for _ in range(draw(st.integers(2, 3)))]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            made.append("\n".join([lines[0], "|---" * columns + "|", *lines[1:]]))
        elif kind == "list" and depth < 3:
            mark = draw(st.sampled_from(["- ", "+ ", "1. ", "7. "]))
            items = [draw(blocks(numbers, depth + 1)) for _ in range(draw(st.integers(1, 3)))]
            indented = (item.replace("\n", "\n" + " " * len(mark)) for item in items)
            made.append("\n".join(f"{mark}{item}" for item in indented))
        elif kind == "note":
            made.append(f"{words()}^[{words()}] {words()}")
        else:
            made.append(f"**{words()}** {words()}" if kind == "bold" else words())
    return "\n\n".join(made)


@st.composite
def documents(draw: st.DrawFn) -> str:
    return draw(blocks(count(1)))


@given(documents())
def test_every_word_of_nested_blocks_is_printed_once_and_in_order(prose: str) -> None:
    assert words_of(text(in_parentheses(tree_of(prose)))) == words_of(prose)


def test_a_note_s_mark_stands_at_its_word() -> None:
    assert write_prose(Prose("Quang ^[thêm] vinh."), NAMES).markup == "<p>Quang<note>thêm</note> vinh.</p>"


@pytest.mark.parametrize(
    ("prose", "shape"),
    [
        ("- a\n- b", ["ul a b"]),
        ("1. a\n2. b\n\n   c\n3. d", ["ol a b", "p c", "ol3 d"]),
        ("- a\n\n  | x |\n  |---|\n  | y |\n- b", ["ul a", "table x y", "ul b"]),
        ("1. # x\n   a\n2. b", ["h4 x", "p a", "ol2 b"]),
        ("- a\n  - b\n\n  c\n- d", ["ul a b", "p c", "ul d"]),
    ],
)
def test_a_list_ends_before_what_may_not_stand_in_it_and_goes_on_behind_it(prose: str, shape: list[str]) -> None:
    found = []
    for block in tree_of(prose).elements:
        found.append(" ".join((block.tag + block.get("start"), *re.findall(r"\w", text(block)))))
    assert found == shape


@pytest.mark.parametrize(
    ("above", "roles"), [(0, ["clause", "subclause"]), (1, ["subclause", "point"]), (2, ["point", "point"])]
)
def test_headings_take_the_roles_below_those_above_and_no_number_of_their_own(above: int, roles: list[str]) -> None:
    markup = write_prose(Prose("# A. Lúa\n\n## 1.2) Nước"), NAMES, 4, above).markup
    tree = parse(f"<article>{markup}</article>")
    assert [(block.role, text(block)) for block in tree.elements] == list(zip(roles, ["Lúa", "Nước"], strict=True))
