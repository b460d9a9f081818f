"""Nothing that an author writes is lost without a word: it is printed in a paper of the set, or told as left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import PIL.Image
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import samples
from conftest import ROOT
from reportgen.build import Request, build
from reportgen.layout.document import Document
from reportgen.model.reading import Input, bind
from reportgen.papers import papers_for, render
from reportgen.papers.left_out import texts_left_out
from reportgen.source import parse_source
from reportgen.tree import in_parentheses, text

EXAMPLES = sorted(path for path in (ROOT / "inputs").glob("*.yaml") if not path.stem.endswith("ban-in"))
STEERED = {"vai trò", "vị trí", "độ dài", "bố cục", "nhóm", "gồm", "chữ viết tắt", "từ khóa", "xưng hô", "điểm nhấn"}
SYLLABLES = ("loan", "quế", "thiện", "khuê", "bách", "ngân", "thạch", "vĩnh", "đoan", "tuệ")


def sentences(node: yaml.Node, key: str = "") -> Iterator[yaml.ScalarNode]:
    """The one-line plain texts of several words that no key steers by."""
    if isinstance(node, yaml.ScalarNode):
        one_line = node.start_mark.line == node.end_mark.line and node.style is None
        if one_line and key not in STEERED and len(node.value.split()) > 3 and not re.search(r"\d", node.value):
            yield node
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if key not in STEERED:
                yield from sentences(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from sentences(value, key)


def documents(given_: Input) -> list[Document]:
    made = [render(given_, paper) for paper in papers_for(None).values()]
    return [document for document in made if isinstance(document, Document)]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**6))
def test_words_put_anywhere_are_printed_or_told(path: Path, seed: int) -> None:
    source, random = path.read_text("utf-8"), Random(seed)
    root = yaml.compose(source)
    assert root is not None
    nodes = list(sentences(root))
    put: dict[str, int] = {}
    for node in sorted(random.sample(nodes, min(12, len(nodes))), key=lambda node: -node.end_mark.index):
        word = "".join(random.choice(SYLLABLES) for _ in range(3)) + "x"
        at = node.end_mark.index - node.value.endswith(".")
        source = f"{source[:at]} {word}{source[at:]}"
        put[word] = node.start_mark.line + 1
    given_ = bind(parse_source(path, source.encode()))
    assert given_.conference is not None, given_.problems
    papers = documents(given_)
    printed = " ".join(text(in_parentheses(paper.tree)) for paper in papers).lower()
    told = {place.line for place in texts_left_out(given_.conference, papers)}
    unread = {problem.place.line for problem in given_.problems}
    assert {word for word, line in put.items() if word not in printed and line not in told | unread} == set()


SMALL = """
năm: 2025
đơn vị: xã Bình An
chỉ tiêu:
  ocop: {{tên: sản phẩm được công nhận, thực hiện: 2 sản phẩm, danh sách: [Rau sạch, Mật ong]{more}}}
kết quả:
  - mục: Kinh tế
    nội dung: Kinh tế ổn định.
"""


@pytest.mark.parametrize(("more", "told"), [("", []), (", ghi chú: chưa kể hàng thủ công", [("T810", 5)])])
def test_a_list_is_printed_behind_its_number_and_a_note_without_a_table_is_told(
    tmp_path: Path, more: str, told: list[tuple[str, int]]
) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL.format(more=more), "utf-8")
    outcome = build(Request(file, tmp_path / "outputs", (), ("txt", "docx")))
    assert [(problem.code, problem.place.line) for problem in outcome.problems] == told


def test_the_printed_list(written: Callable[[str], Input]) -> None:
    report = next(paper for paper in documents(written(SMALL.format(more=""))) if paper.paper == "bao-cao")
    assert "Có 2 sản phẩm được công nhận: Rau sạch, Mật ong." in text(report.tree).replace("\u00a0", " ")


def test_what_a_picture_shows_is_told_to_who_cannot_see_it(tmp_path: Path) -> None:
    photo = "{tệp: anh.jpg, chú thích: Quang cảnh hội nghị., mô tả: Các vị khách ngồi trong hội trường.}"
    PIL.Image.new("RGB", (90, 60), "green").save(tmp_path / "anh.jpg")
    bound = bind(parse_source(tmp_path / "a.yaml", f"{samples.SMALL}tin bài: {{ảnh: [{photo}]}}\n".encode()))
    assert bound.conference is not None
    assert not texts_left_out(bound.conference, documents(bound))
