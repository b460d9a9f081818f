"""Sections as values, and what pydantic makes of an input."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce

import pytest
from pydantic import ValidationError

from conftest import EXAMPLE
from reportgen.model import Conference
from reportgen.model.content import Event, Topic
from reportgen.model.keys import key_descriptions, keys_of, sections
from reportgen.model.leaves import Line, Words
from reportgen.model.letterhead import Letterhead, Unit
from reportgen.model.press import Photo, Press
from reportgen.model.reading import Input, read_input
from reportgen.problems import Severity
from reportgen.problems.catalog import severity

PATHS = [path for path, _ in key_descriptions()]
MISPLACED = ("chữ", "[chữ, chữ]", "[[chữ]]", "{a: chữ}", "[{a: chữ}]", "{a: {b: chữ}}", "{a: [chữ]}", '""', "{}", "[]")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_whatever_stands_behind_a_key_is_read_or_told_with_its_place(
    path: tuple[str, ...], written: Callable[[str], Input]
) -> None:
    """Every error that pydantic can raise for an input has a code, and what is told points into the file."""
    for value in MISPLACED:
        outermost, *inner = path
        content = reduce(lambda below, key: f"{{{key.strip('<>')}: {below}}}", reversed(inner), value)
        needed = {"năm": "2023", "đơn vị": "phường A"} | {outermost: content}
        given = written("\n".join(f"{key}: {content}" for key, content in needed.items()))
        assert all(1 <= problem.place.line <= 3 for problem in given.problems)
        if given.conference is None:
            assert any(severity(problem.code) is Severity.ERROR for problem in given.problems), value


def test_a_section_cannot_be_changed() -> None:
    event = Event()
    with pytest.raises(ValidationError):
        event.name = Line("hội nghị")  # type: ignore[misc]
    assert event.name is None


def test_sections_that_say_the_same_are_equal() -> None:
    assert read_input(EXAMPLE).conference == read_input(EXAMPLE).conference
    assert Unit(name=Words("phường A")) != Unit(name=Words("phường B"))
    assert Event().model_dump() != Letterhead().model_dump()


def test_a_section_shows_its_attributes() -> None:
    assert repr(Unit(name=Words("phường A"))).startswith("Unit(name='phường A', organ=None, above=None")


def test_what_is_left_out_is_empty_as_its_annotation_says(written: Callable[[str], Input]) -> None:
    conference = written("năm: 2023\nđơn vị: phường A").conference
    assert conference is not None
    assert (conference.theme, conference.opening, conference.indicators) == (None, (), {})
    assert (conference.event, conference.press) == (Event(), Press())


def test_only_what_has_no_empty_value_is_required() -> None:
    required = {section: [key.name for key in keys_of(section) if key.required] for section in sections()}
    assert required[Conference] == ["year", "unit"]
    assert required[Photo] == ["caption"]
    assert required[Topic] == []


@pytest.mark.parametrize(("figure", "code"), [("5,0.%", "Q302"), ("44459 triệu đồng", "Q312")])
def test_a_flaw_of_a_short_form_is_told_even_where_it_is_the_only_one(
    figure: str, code: str, written: Callable[[str], Input]
) -> None:
    given = written(f"năm: 2023\nđơn vị: phường A\nchỉ tiêu: {{thu: {{thực hiện: 4 hộ, năm trước: '{figure}'}}}}")
    assert [problem.code for problem in given.problems] == [code]
