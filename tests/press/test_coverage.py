"""What an article tells at each room: the thresholds, and that shorter articles only lose things."""

from __future__ import annotations

from itertools import pairwise

import pytest

from conftest import FICTIONAL
from reportgen.figures.ledger import Ledger
from reportgen.model.reading import read_input
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.press.coverage import Coverage, Desk
from reportgen.press.lengths import LIMITS
from reportgen.press.standfirst import Standfirst
from reportgen.prose.mentions import conference_words
from reportgen.prose.references import Names

THRESHOLDS = {
    "chairs": 2,
    "resolutions": 2,
    "attending": 3,
    "farewell": 3,
    "opened": 5,
    "announced": 5,
    "pledge_content": 5,
}
"""What of the coverage is empty below so much room."""


def desk() -> Desk:
    given = read_input(FICTIONAL)
    assert given.conference is not None
    ledger = Ledger(given.conference)
    names = Names(ledger, conference_words(given.conference))
    return Desk(ledger, head_of(given.conference, REPORT, REPORT_KIND), Standfirst(ledger, names))


def covered(room: int) -> Coverage:
    return desk().coverage(room, targets=9)


@pytest.mark.parametrize(("thing", "least"), THRESHOLDS.items())
def test_each_thing_is_told_from_its_room_on(thing: str, least: int) -> None:
    assert getattr(covered(99), thing), "the example has it"
    assert [room for room in range(1, 13) if getattr(covered(room), thing)] == list(range(least, 13))


def test_the_assessment_shrinks_before_it_goes() -> None:
    whole = len(covered(99).results.assessment)
    assert whole >= 1
    assert [len(covered(room).results.assessment) for room in (3, 4, 5)] == [0, 1, 1]


def test_aims_give_way_to_targets_where_there_is_room_for_one_of_both() -> None:
    assert [len(desk().coverage(room, targets=9).aims) > 0 for room in (3, 4)] == [False, True]
    assert len(desk().coverage(3, targets=0).aims) == 1


def test_at_most_three_shortcomings_are_told() -> None:
    assert [len(covered(room).shortcomings) for room in (99, 3, 2, 1)] == [3, 3, 2, 1]


def test_what_is_left_out_is_named_and_nothing_else() -> None:
    assert covered(99).left_out == ()
    assert set(covered(1).left_out) >= {"thành phần dự", "phát biểu khai mạc", "nghị quyết", "chia tay"}


@pytest.mark.parametrize(("more", "less"), list(pairwise(LIMITS)))
def test_with_less_room_nothing_is_told_that_was_not_told_before(more: int, less: int) -> None:
    wide, narrow = covered(more), covered(less)
    for name in ("chairs", "shortcomings", "aims", "resolutions", "pledge_content", "opened"):
        assert set(map(str, getattr(narrow, name))) <= set(map(str, getattr(wide, name))), name
    assert set(wide.left_out) <= set(narrow.left_out)


def test_a_paper_without_a_part_does_not_miss_it() -> None:
    short = Desk(desk().ledger, desk().head, desk().standfirst, ("kết quả", "phát biểu"))
    assert short.coverage(1, 0).parts == ("kết quả", "phát biểu")
    assert "chia tay" not in short.coverage(1, 0).left_out
