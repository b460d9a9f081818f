"""Sentences as papers write them: what is wrong in each is named by its kind, what is right is left alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from reportgen.problems import Severity
from reportgen.problems.catalog import severity
from reportgen.proofread.finding import CODES, Kind
from reportgen.proofread.proofreading import proofread
from reportgen.proofread.text import Paragraph, Text

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = [
    case for name in ("given.yaml", "cases.yaml") for case in yaml.safe_load((HERE / name).read_text("utf-8"))
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_is_wrong_is_named_by_its_kind_and_what_is_right_is_left_alone(case: dict[str, Any]) -> None:
    (found,) = proofread([Text((Paragraph(case["text"], 1),))])
    told = [one for one in found if severity(one.problem_code) is not Severity.NOTICE or one.kind is Kind.WORDING]
    assert sorted(str(one.kind) for one in told) == sorted(case.get("wrong", []))


def test_the_cases_are_many_and_half_of_them_are_right() -> None:
    assert len(CASES) - len(yaml.safe_load((HERE / "given.yaml").read_text("utf-8"))) >= 150
    assert sum("wrong" not in case for case in CASES) * 2 >= len(CASES)


def test_every_kind_has_a_case() -> None:
    met = Counter(kind for case in CASES for kind in case.get("wrong", []))
    assert {str(kind) for kind in Kind} - met.keys() == set()
    assert CODES.keys() == set(Kind)


def test_a_finding_quotes_its_figure_and_tells_the_computation() -> None:
    text = "Thu ngân sách đạt 6 tỷ 240 triệu/8 tỷ 500 triệu đồng, bằng 75,4% kế hoạch."
    ((found,),) = proofread([Text((Paragraph(text, 1),))])
    assert found.span.quote == "75,4%"
    assert found.values["reckoning"] == "6 tỷ 240 triệu/8 tỷ 500 triệu đồng = 73,4%"


def test_digits_that_changed_places_are_told_as_the_likely_slip() -> None:
    text = "Có 1.542/1.611 hộ đạt danh hiệu gia đình văn hóa, chiếm 97,5%."
    ((found,),) = proofread([Text((Paragraph(text, 1),))])
    assert "đổi chỗ" in found.values["slip"]
