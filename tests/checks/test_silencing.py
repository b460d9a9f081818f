"""`bỏ qua`: what it silences, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from reportgen.checks import check, examine
from reportgen.model.reading import Input, bind
from reportgen.source import parse_source

CONTRADICTION = """
năm: 2023
đơn vị: phường Bình An
chỉ tiêu:
  ho:
    tên: hộ đạt danh hiệu gia đình văn hóa
    thực hiện: 2.570/2.683 hộ
    tỷ lệ: 96,46%
"""


def read(text: str) -> Input:
    return bind(parse_source(Path("phuong.yaml"), text.encode()))


def codes(text: str) -> list[str]:
    return [problem.code for problem in check(read(text))]


def test_a_silenced_code_is_not_told_and_its_reason_is_kept() -> None:
    text = CONTRADICTION + "    bỏ qua: {R403: tỷ lệ do thành phố công bố}\n"
    assert codes(text) == []
    assert examine(read(text)).silenced == (("R403", "ho", "tỷ lệ do thành phố công bố"),)


def test_it_is_silent_for_its_own_figure_only() -> None:
    text = CONTRADICTION + "  khac: {tên: hộ khác, thực hiện: 5 hộ, bỏ qua: {R403: vì thế}}\n"
    assert codes(text) == ["R403", "R491"]


def test_a_reason_is_needed() -> None:
    assert codes(CONTRADICTION + '    bỏ qua: {R403: ""}\n') == ["R403", "K204"]


def test_an_unknown_code_is_an_error() -> None:
    assert codes(CONTRADICTION + "    bỏ qua: {R430X: vì thế}\n") == ["R403", "R490"]


def test_a_broken_figure_does_not_hide_what_is_wrong_with_the_others() -> None:
    text = (
        CONTRADICTION
        + "  thu: {tên: tổng thu, thực hiện: 41.79 tỷ đồng}\nkết quả:\n  - nội dung: Có {{ thu.giá trị }}.\n"
    )
    assert codes(text) == ["R403", "Q303"]


def test_without_a_conference_the_problems_of_reading_are_all() -> None:
    given = read("đơn vị: phường Bình An\n")
    assert given.conference is None
    assert check(given) == given.problems
    assert examine(given).silenced == ()
