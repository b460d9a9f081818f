"""Headings that the secretary writes inside a text never skip a level: PDF/UA-1 refuses a paper where one does."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from reportgen.figures.ledger import Ledger
from reportgen.model.leaves import Prose
from reportgen.model.reading import Input
from reportgen.prose.markdown import write_prose
from reportgen.prose.references import Names


@pytest.mark.parametrize(
    ("signs", "levels"),
    [
        ("# ## ###", "456"),
        ("### ### #", "444"),
        ("# ###", "45"),
        ("## ### # ## ## #", "454554"),
        ("# ## ### ####", "4566"),
    ],
)
def test_the_first_heading_is_the_outermost_and_each_further_one_is_at_most_one_deeper(
    signs: str, levels: str, written: Callable[[str], Input]
) -> None:
    conference = written("năm: 2024\nđơn vị: xã Bình An").conference
    assert conference is not None
    text = "\n\n".join(f"{sign} Tiêu đề\n\nLời văn." for sign in signs.split())
    markup = write_prose(Prose(text), Names(Ledger(conference), {}), 4).markup
    assert "".join(re.findall(r"<h(\d)", markup)) == levels
