"""The words that papers print: all that the file has are used, and what is used is there."""

from __future__ import annotations

import ast
from string import Formatter

import pytest
import yaml

from conftest import ROOT
from reportgen.vietnamese.printed import FILE, printed

TABLE = yaml.safe_load(FILE.read_text("utf-8"))
NAMES = sorted(
    name if isinstance(content, str) else f"{name}.{inner}"
    for name, content in TABLE.items()
    for inner in ([""] if isinstance(content, str) else content)
)


def literals() -> set[str]:
    """Every text that stands in the rooms that print, pieces of f-strings among them."""
    files = [
        file
        for room in ("figures", "model", "papers", "press", "prose")
        for file in (ROOT / "src" / "reportgen" / room).glob("*.py")
    ]
    trees = (ast.parse(file.read_text("utf-8")) for file in files)
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("name", NAMES)
def test_every_word_of_the_file_is_printed_somewhere(name: str) -> None:
    group, _, last = name.rpartition(".")
    said = literals()
    assert name in said or (f"{group}." in said and last in said), FILE.name


@pytest.mark.parametrize("name", NAMES)
def test_a_word_fills_its_blanks(name: str) -> None:
    wanted = {blank: f"<{blank}>" for _, blank, _, _ in Formatter().parse(printed(name)) if blank}
    assert all(value in printed(name, **wanted) for value in wanted.values())


def test_a_name_that_the_file_lacks_is_a_fault_of_the_program() -> None:
    with pytest.raises(KeyError):
        printed("plan.nothing")
