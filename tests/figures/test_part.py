"""What a number shows, as a paper's markup writes it and takes it back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.figures.part import SEVERAL, Part, Shows

KINDS = [shows for shows in Shows if shows is not Shows.ENTRY]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        (Part(Shows.RESULT), "giá trị"),
        (Part(Shows.PLAN, 1), "kế hoạch 1"),
        (Part(Shows.AGAINST_PLAN, 12), "so kế hoạch 12"),
        (Part(Shows.AGAINST_PLAN), "so kế hoạch"),
        (Part.target(1), "năm sau"),
        (Part.target(2), "năm sau 2"),
        (Part.entry("2021"), "2021"),
        (Part.entry("Khu phố 1"), "Khu phố 1"),
    ],
)
def test_a_part_and_its_words(part: Part, text: str) -> None:
    assert (str(part), Part.read(text)) == (text, part)


@given(st.sampled_from(KINDS), st.integers(1, 9999))
def test_reading_takes_back_what_is_written(shows: Shows, number: int) -> None:
    part = Part(shows, number) if shows in SEVERAL else Part(shows)
    assert Part.read(str(part)) == part


ASKED = st.one_of(st.text(max_size=20), st.builds("{} {}".format, st.sampled_from(KINDS), st.integers(0, 99999)))


@given(ASKED)
def test_whatever_a_page_asks_for_is_one_part(text: str) -> None:
    part = Part.read(text)
    assert Part.read(str(part)) == part
