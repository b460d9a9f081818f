"""Every paper knows where its words come from, and nobody but Word is told."""

from __future__ import annotations

import re
import zipfile

import pytest

from conftest import FICTIONAL
from reportgen.build import Outcome
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, ready, render
from reportgen.problems import Failure
from reportgen.source.origins import origins
from reportgen.tree import text, walk
from reportgen.tree.origins import PREFIX, origins_of, sources_of
from reportgen.tree.vocabulary import LEAVES, SOURCE

GIVEN = read_input(FICTIONAL)
assert GIVEN.conference is not None
PAPERS = [paper.key for paper in ready(GIVEN.conference, papers_for(FICTIONAL.parent).values())]


@pytest.mark.parametrize("key", PAPERS)
def test_every_source_of_a_paragraph_is_a_text_of_the_input_and_names_are_its_own(key: str) -> None:
    document = render(GIVEN, papers_for(FICTIONAL.parent)[key])
    assert not isinstance(document, Failure)
    known = origins(GIVEN.source.root).by_name
    leaves = [leaf for leaf in walk(document.tree) if leaf.tag in LEAVES]
    assert {name for leaf in leaves for name in sources_of(leaf)} <= known.keys()
    names = origins_of(document.tree)
    assert len(set(names.values())) == len(names)
    assert not any("\ue010" in text(leaf) or "\ue011" in text(leaf) for leaf in leaves)


def test_each_entry_of_prose_in_the_report_leads_to_its_text() -> None:
    document = render(GIVEN, papers_for(FICTIONAL.parent)["bao-cao"])
    assert not isinstance(document, Failure)
    found = {name for leaf in walk(document.tree) for name in sources_of(leaf)}
    typed = {
        name
        for name, origin in origins(GIVEN.source.root).by_name.items()
        if re.match(r"(?:hanche|baihoc|danhgiachung|ketqua|nguyennhan|phuonghuong)_", name)
        and not origin.is_key
        and not re.search(r"_(?:bangchitieu_\d+|tomtat)$", name)
    }
    assert typed <= found


def test_a_built_word_file_tells_keys_and_no_words_of_the_input_s_comments(fictional: Outcome) -> None:
    with zipfile.ZipFile(fictional.folder / "bao-cao.docx") as archive:
        parts = {
            name: archive.read(name).decode(errors="ignore") for name in archive.namelist() if name.endswith("xml")
        }
    marks = re.findall(r'w:name="(_rg_[^"]*)"', parts["word/document.xml"])
    assert len(marks) == len(set(marks)) > 200
    assert all(re.fullmatch(r"_rg_[a-z0-9_]{1,36}", mark) for mark in marks)
    assert not any(SOURCE in part for part in parts.values())
    assert PREFIX in parts["word/document.xml"]


@pytest.mark.parametrize("name", ["tin-bai.html", "tin-bai.fragment.html", "tin-bai.md", "tin-bai.txt"])
def test_what_is_published_tells_nothing_of_it(fictional: Outcome, name: str) -> None:
    page = (fictional.folder / name).read_text("utf-8")
    assert SOURCE not in page
    assert PREFIX not in page
    assert "\ue010" not in page
