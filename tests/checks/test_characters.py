"""Letters that the papers can print."""

from __future__ import annotations

import pytest

from reportgen.checks.characters import _USUAL
from reportgen.vietnamese.letters import held


def test_what_is_looked_at_in_one_step_is_held() -> None:
    usual = [chr(code) for code in range(0x20, 0x2200) if _USUAL.fullmatch(chr(code))]
    assert len(usual) > 250
    assert [letter for letter in usual if not held(letter) and not letter.isspace() and letter != "\u00ad"] == []


@pytest.mark.parametrize("letter", ["\ue000", "\u200b", "漢", "\U0001f600", "\u034f", "ក"])
def test_what_no_font_holds_is_not(letter: str) -> None:
    assert not held(letter)
