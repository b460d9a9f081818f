"""Sections as values, and what pydantic's engine makes of an input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from typing import Any

import pytest

from conftest import EXAMPLE
from reportgen.model import Conference
from reportgen.model.content import Event, Topic
from reportgen.model.keys import key_descriptions
from reportgen.model.leaves import FLAWED, Words
from reportgen.model.letterhead import Letterhead, Unit
from reportgen.model.press import Photo, Press
from reportgen.model.reading import CODES, Input, read_input
from reportgen.model.section import sections
from reportgen.model.validation import conference_schema

RAISED: Mapping[str, frozenset[str]] = {
    "typed-dict": frozenset({"dict_type", "missing"}),  # unknown keys are taken out before
    "tuple": frozenset({"tuple_type"}),
    "dict": frozenset({"dict_type"}),
    "function-plain": frozenset({"not_text", FLAWED}),
    "str": frozenset(),  # keys alone, which are texts
    "definition-ref": frozenset(),  # it would be "recursion_loop" at 255 levels; a source has 32 at most
    **dict.fromkeys(("definitions", "function-before", "function-after", "nullable"), frozenset()),
}
"""Kind of schema → the errors that the engine may raise for it."""

MISPLACED = ("chữ", "[chữ, chữ]", "[[chữ]]", "{a: chữ}", "[{a: chữ}]", "{a: {b: chữ}}", "{a: [chữ]}", '""', "{}", "[]")


def kinds(schema: Any) -> Iterator[str]:
    """The kinds of schema in a schema."""
    if isinstance(schema, Mapping):
        if isinstance(schema.get("type"), str):
            yield schema["type"]
        for name, part in schema.items():
            yield from kinds(part) if name != "function" else ()
    elif isinstance(schema, list):
        for part in schema:
            yield from kinds(part)


def test_every_error_that_the_engine_can_raise_has_a_code() -> None:
    found = set(kinds(conference_schema())) - {"typed-dict-field"}
    assert frozenset().union(*(RAISED[kind] for kind in found)) == CODES.keys() | {FLAWED}


@pytest.mark.parametrize("path", [path for path, _ in key_descriptions()], ids=" ".join)
def test_whatever_stands_behind_a_key_is_read_or_told(path: tuple[str, ...], written: Callable[[str], Input]) -> None:
    for value in MISPLACED:
        outermost, *inner = path
        content = reduce(lambda below, key: f"{{{key.strip('<>')}: {below}}}", reversed(inner), value)
        needed = {"năm": "2023", "đơn vị": "phường A"} | {outermost: content}
        given = written("\n".join(f"{key}: {content}" for key, content in needed.items()))
        assert given.conference is not None or given.problems


def test_a_section_cannot_be_changed() -> None:
    event = Event()
    with pytest.raises(AttributeError):
        event.name = Words("hội nghị")  # type: ignore[misc]
    assert event.name is None


def test_sections_that_say_the_same_are_equal() -> None:
    assert read_input(EXAMPLE).conference == read_input(EXAMPLE).conference
    assert Unit(name=Words("phường A")) != Unit(name=Words("phường B"))
    assert Event() != Letterhead()


def test_a_section_shows_its_attributes() -> None:
    assert repr(Unit(name=Words("phường A"))).startswith("Unit(name='phường A', organ=None, above=None")


def test_what_is_left_out_is_empty_as_its_annotation_says(written: Callable[[str], Input]) -> None:
    conference = written("năm: 2023\nđơn vị: phường A").conference
    assert conference is not None
    assert (conference.theme, conference.opening, conference.indicators) == (None, (), {})
    assert (conference.event, conference.press) == (Event(), Press())


def test_only_what_has_no_empty_value_is_required() -> None:
    required = {
        section: [field.name for field in section.fields() if field.required] for section in sections(Conference)
    }
    assert required[Conference] == ["year", "unit"]
    assert required[Photo] == ["caption"]
    assert required[Topic] == []


@pytest.mark.parametrize(("figure", "code"), [("5,0.%", "Q302"), ("44459 triệu đồng", "Q312")])
def test_a_flaw_of_a_short_form_is_told_even_where_it_is_the_only_one(
    figure: str, code: str, written: Callable[[str], Input]
) -> None:
    given = written(f"năm: 2023\nđơn vị: phường A\nchỉ tiêu: {{thu: {{thực hiện: 4 hộ, năm trước: '{figure}'}}}}")
    assert [problem.code for problem in given.problems] == [code]
