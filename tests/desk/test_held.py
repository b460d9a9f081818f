"""One input that is changed from several sides: nothing is overwritten, and everything can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.desk.held import Held
from reportgen.desk.history import MOST
from reportgen.desk.merging import merged
from reportgen.editing import Set

TEXT = "năm: 2023   # năm\nđơn vị: phường A\nchủ đề năm: Một\n"


@pytest.fixture
def held(tmp_path: Path) -> Held:
    file = tmp_path / "a.yaml"
    file.write_text(TEXT, "utf-8")
    return Held(file)


def test_a_change_is_in_the_file_at_once_and_can_be_undone_and_done_again(held: Held) -> None:
    assert held.operate(held.version, [Set(("năm",), "2024")]) is None
    changed = TEXT.replace("2023", "2024")
    assert held.path.read_text("utf-8") == changed
    held.undo()
    assert held.path.read_text("utf-8") == TEXT
    held.redo()
    assert held.path.read_text("utf-8") == changed


def test_two_windows_that_change_different_lines_both_have_their_way(held: Held) -> None:
    base = held.version
    assert held.operate(base, [Set(("năm",), "2024")]) is None
    assert held.operate(base, [Set(("chủ đề năm",), "Hai")]) is None
    assert held.path.read_text("utf-8") == TEXT.replace("2023", "2024").replace("Một", "Hai")


def test_two_windows_that_change_one_line_are_told(held: Held) -> None:
    base = held.version
    assert held.operate(base, [Set(("năm",), "2024")]) is None
    failure = held.operate(base, [Set(("năm",), "2025")])
    assert failure is not None
    assert [problem.code for problem in failure.problems] == ["B942"]
    assert "2024" in held.path.read_text("utf-8")


def test_a_change_on_the_disk_is_merged_and_never_overwritten(held: Held) -> None:
    base = held.version
    held.path.write_text(TEXT.replace("phường A", "phường B"), "utf-8")
    assert held.operate(base, [Set(("năm",), "2024")]) is None
    assert held.path.read_text("utf-8") == TEXT.replace("2023", "2024").replace("phường A", "phường B")


def test_a_state_that_nobody_knows_is_told(held: Held) -> None:
    failure = held.operate("0" * 16, [Set(("năm",), "2024")])
    assert failure is not None
    assert held.path.read_text("utf-8") == TEXT


def test_a_state_of_an_earlier_run_is_known_by_the_history(held: Held) -> None:
    base = held.version
    held.operate(base, [Set(("năm",), "2024")])
    again = Held(held.path)
    assert again.operate(base, [Set(("chủ đề năm",), "Hai")]) is None
    assert "Hai" in held.path.read_text("utf-8")


def test_the_last_states_are_kept_and_no_more(held: Held) -> None:
    for number in range(MOST + 10):
        held.operate(held.version, [Set(("chủ đề năm",), f"Lần {number}")])
    states = held.history.states()
    assert len(states) == MOST
    newest = held.history.content(states[0].number)
    assert newest is not None
    assert f"Lần {MOST + 9}".encode() in newest


def test_typing_in_one_field_is_one_state(held: Held) -> None:
    for text in ("H", "Ha", "Hai"):
        held.operate(held.version, [Set(("chủ đề năm",), text)], "chủ đề năm")
    assert len(held.history.states()) == 2
    held.undo()
    assert held.path.read_text("utf-8") == TEXT


LINES = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "d\n"]), max_size=6).map("".join)


@given(LINES, LINES)
def test_a_change_of_one_side_alone_is_taken_whole(base: str, other: str) -> None:
    assert merged(base, other, base) == other
    assert merged(base, base, other) == other
    assert merged(base, other, other) == other


@given(LINES, LINES, LINES)
def test_it_does_not_matter_which_side_is_which(base: str, one: str, other: str) -> None:
    assert merged(base, one, other) == merged(base, other, one)
