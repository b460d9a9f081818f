"""What differs between two texts, in as few stretches as a reader would mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportgen.compare.wording import hunks, slice_of, words_of

CASES = [
    ("thu ngân sách đạt", "thu ngân sách đạt", []),
    ("thu ngân sách đạt", "chi ngân sách đạt", [("thu", "chi")]),
    ("một hai ba", "bốn hai năm", [("một hai ba", "bốn hai năm")]),
    ("một hai ba bốn", "năm hai ba sáu", [("một", "năm"), ("bốn", "sáu")]),
    ("đạt 41,795 tỷ đồng", "đạt 41,8 tỷ đồng", [("41,795", "41,8")]),
    ("đạt kế hoạch.", "đạt, vượt kế hoạch.", [("", ", vượt")]),
]


@pytest.mark.parametrize(("before", "after", "wanted"), CASES)
def test_stretches_with_one_word_between_them_are_one(before: str, after: str, wanted: list[tuple[str, str]]) -> None:
    old, new = words_of(before), words_of(after)
    found = hunks(old, new)
    shown = [
        (slice_of(before, old, one.first, one.last), slice_of(after, new, one.new_first, one.new_last)) for one in found
    ]
    assert shown == wanted


SOME_WORDS = st.lists(st.sampled_from(["thu", "chi", "đạt", "5,5", ","]), max_size=12).map(" ".join)


@given(SOME_WORDS, SOME_WORDS)
def test_the_old_text_with_the_stretches_replaced_is_the_new_one(before: str, after: str) -> None:
    old, new = words_of(before), words_of(after)
    made: list[str] = []
    at = 0
    for one in hunks(old, new):
        made += [word.text for word in old[at : one.first]]
        made += [word.text for word in new[one.new_first : one.new_last]]
        at = one.last
    assert made + [word.text for word in old[at:]] == [word.text for word in new]
