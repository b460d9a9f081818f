"""Which engine lays pages out, and what is said where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reportgen.layout.standards import choose
from reportgen.problems import Failure
from reportgen.writers import engines
from reportgen.writers.engines import ENGINES, engine_for, laying_out, quickest
from reportgen.writers.missing import LettersError

FILE = Path("a.pdf")
STATE = choose("nhà nước", None)


def codes(made: object) -> list[str]:
    assert isinstance(made, Failure), made
    return [problem.code for problem in made.problems]


@pytest.fixture(autouse=True)
def nothing_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTGEN_ENGINE", raising=False)


def test_weasyprint_writes_what_is_handed_over_unless_another_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    assert engine_for("", FILE) == (ENGINES["weasyprint"], ())
    assert engine_for("typst", FILE) == (ENGINES["typst"], ())
    monkeypatch.setenv("REPORTGEN_ENGINE", "typst")
    assert engine_for("", FILE) == (ENGINES["typst"], ())
    assert engine_for("weasyprint", FILE) == (ENGINES["weasyprint"], ())


def test_what_is_looked_at_while_it_is_written_comes_from_the_quicker_one(monkeypatch: pytest.MonkeyPatch) -> None:
    assert quickest() == "typst"
    assert quickest("weasyprint") == "weasyprint"
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    assert quickest() == "weasyprint"


def test_an_engine_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "find_spec", lambda _: None)
    assert codes(engine_for("typst", FILE)) == ["M905"]
    assert codes(engine_for("latex", FILE)) == ["M907"]


@pytest.mark.parametrize("name", ENGINES)
def test_a_machine_without_the_papers_fonts_is_told(name: str) -> None:
    strange = replace(STATE, fonts_pdf=("Không Có Phông Này",))
    assert codes(laying_out(name, strange, FILE, lambda engine: engine.name)) == ["M904"]


def test_letters_that_the_font_lacks_are_told() -> None:
    def work(_: engines.Engine) -> str:
        raise LettersError("汉")

    assert codes(laying_out("typst", STATE, FILE, work)) == ["M903"]
