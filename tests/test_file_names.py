"""Names of inputs: results go into a folder of that name, so it must be one that stays where it belongs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.model.reading import read_input
from samples import SMALL

WRONG = [
    "...yaml",
    "..yaml",
    "con.yaml",
    "AUX.yaml",
    "a:b.yaml",
    "a?.yaml",
    "a .yaml",
    "a..yaml",
    "a\u202eb.yaml",
    "x" * 250,
]


@pytest.mark.parametrize("name", WRONG, ids=ascii)
def test_a_name_that_makes_no_folder_of_its_own_is_refused_and_touches_nothing(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    (tmp_path / "cua-toi.txt").write_text("của tôi", "utf-8")
    file = folder / name
    file.write_text(SMALL, "utf-8")
    assert [problem.code for problem in check(read_input(file))] == ["B905"]
    outcome = build(Request(file, tmp_path / "outputs", formats=("docx",)))
    assert [problem.code for problem in outcome.problems] == ["B905"]
    assert (tmp_path / "cua-toi.txt").read_text("utf-8") == "của tôi"
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["cua-toi.txt", "inputs"]


def test_a_name_that_is_no_text_is_refused(tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"a\xff.yaml")
    file.write_text(SMALL, "utf-8")
    assert [problem.code for problem in check(read_input(file))] == ["B905"]


@pytest.mark.parametrize("name", ["phường-bình-an-2025.yaml", "a b.yaml", "conf.yaml", "a.b.yaml", ".nháp.yaml"])
def test_names_that_people_give_are_taken(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text(SMALL, "utf-8")
    assert check(read_input(file)) == ()
