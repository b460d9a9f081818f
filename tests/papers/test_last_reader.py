"""The last reader finds what joining made of an input, leads to its line, and finds nothing in the examples."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.layout.document import Document
from reportgen.model.reading import Input, read_input
from reportgen.papers import papers_for, render
from reportgen.papers.last_reader import last_reading
from reportgen.tree import parse

PAPERS = ["bao-cao", "tin-bai", "tin", "thong-cao"]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("file", [EXAMPLE, FICTIONAL], ids=lambda file: file.stem)
def test_the_examples_papers_have_no_slip(file: Path, paper: str) -> None:
    document = render(read_input(file), papers_for(None)[paper])
    assert isinstance(document, Document)
    assert [problem for problem in document.remarks if problem.code == "T809"] == []


@pytest.mark.parametrize(
    "text",
    ["Dự hội nghị có đồng chí đồng chí Lê Văn An.", "Họp tại tại Hội trường lớn.", "Cùng dự có hơn 80.",
     "Phong trào tốt Tiếp tục phát triển rộng khắp."],
)  # fmt: skip
def test_what_joining_made_is_told_at_a_line_of_the_input(text: str, written: Callable[[str], Input]) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nhội nghị:\n  địa điểm: Hội trường lớn\nđánh giá chung: Phong trào tốt.\n")
    assert given.conference is not None
    (found,) = last_reading(parse(f"<article><p>{text}</p></article>"), given.conference, "Báo cáo")
    assert found.code == "T809"
    assert 1 <= found.place.line <= 5


def test_what_stands_in_the_input_itself_is_left_to_the_check(written: Callable[[str], Input]) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nđánh giá chung: Họp tại tại Hội trường.\n")
    assert given.conference is not None
    tree = parse("<article><p>Họp tại tại Hội trường.</p></article>")
    assert list(last_reading(tree, given.conference, "Báo cáo")) == []
