"""Texts made to harm, and texts damaged at random: nothing raises, every place lies in its text, no regex runs away."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pypdf
import pytest
import weasyprint
import yaml

from conftest import script
from reportgen.proofread.asked import Given
from reportgen.proofread.inspection import inspect, mark_of
from reportgen.proofread.proofreading import proofread
from reportgen.proofread.readers.html import read_html
from reportgen.proofread.readers.plain import read_plain

damage = script("fuzz/damage.py")
HERE = Path(__file__).parent
TEXTS = [case["text"] for case in yaml.safe_load((HERE / "cases.yaml").read_text("utf-8"))]
PIECES = (
    *(*damage.ODD, *damage.HUGE, "đạt ", "5%", "(", ")", ";", "gồm: ", "trong đó ", "kế hoạch ", "0%", "/0 hộ"),
    *(" + ", " = ", "so với năm 2023 (", "0 ha", "thứ Hai, ngày 00/00/2024", " (không đồng)", "năm 2024"),
    *("\n| a | 5 |\n", "<td>", "\n- "),
)
LONGEST = 5.0
"""Seconds that one damaged sentence may take on a busy machine; each takes some thousandths."""


def damaged(random: Random) -> str:
    """A sentence with pieces put in and letters taken out."""
    text: str = random.choice(TEXTS)
    for _ in range(random.choice((1, 2, 4, 8))):
        at = random.randrange(len(text) + 1)
        if random.random() < 0.6:
            text = text[:at] + random.choice(PIECES) + text[at:]
        else:
            text = text[:at] + text[at + random.randrange(30) :]
    return text


@pytest.mark.parametrize("seed", range(6))
def test_damaged_sentences_break_nothing(seed: int) -> None:
    random = Random(seed)
    for _ in range(60):
        text = damaged(random)
        start = time.process_time()
        for read in (read_plain(text), read_html(text)):
            for finding in proofread([read.text])[0]:
                mark = mark_of(Path("a"), read, finding)
                assert mark.quote
                assert 0 < mark.problem.place.column <= len(mark.context)
        assert time.process_time() - start < LONGEST, text


@pytest.mark.parametrize("piece", ["-", "(", "đạt ", "kế hoạch ", "5 + ", "trong đó ", "năm 2021 đạt ", "=", "đạt-"])
def test_long_runs_between_two_figures_are_read_in_one_pass(piece: str) -> None:
    start = time.process_time()
    proofread([read_plain(f"Có 14/15 thôn {piece * 1000} 95%, đạt 5% kế hoạch.").text])
    assert time.process_time() - start < LONGEST


def test_a_locked_pdf_is_told(tmp_path: Path) -> None:
    made = weasyprint.HTML(string="<p>Có 5 hộ</p>").write_pdf()
    assert isinstance(made, bytes)
    (tmp_path / "a.pdf").write_bytes(made)
    writer = pypdf.PdfWriter(clone_from=tmp_path / "a.pdf")
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    writer.write(tmp_path / "b.pdf")
    (found,) = inspect([Given(tmp_path / "b.pdf", (tmp_path / "b.pdf").read_bytes())])
    assert [problem.code for problem in found.problems] == ["V972"]
