"""Time grows as the input does: a letter of a boundless text costs no more than one of a short text."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportgen.checks import check
from reportgen.drafting.repair import repair
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.proofread.proofreading import proofread
from reportgen.proofread.readers.html import read_html
from reportgen.proofread.readers.plain import read_plain

HEAD = "năm: 2024\nđơn vị: xã Bình An\n"
STEEPEST = 1.2
"""The greatest exponent: a sort is allowed, the square is not."""
MEASUREMENTS = 3
SLACK = 0.05
"""Seconds that a busy machine may add."""


def seconds(work: Callable[[Path], object], file: Path, text: str) -> float:
    """The processor's time for a text, the collector of garbage aside."""
    file.write_text(text, "utf-8")
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(file)
        return time.process_time() - start
    finally:
        gc.enable()


def checked(file: Path) -> None:
    check(read_input(file))


def mended(file: Path) -> None:
    repair(file, file.read_bytes())


def article(file: Path) -> None:
    render(read_input(file), papers_for(file.parent)["tin-bai"])


def proofed(file: Path) -> None:
    proofread([read_plain(file.read_text("utf-8")).text])


def web_page(file: Path) -> None:
    proofread([read_html(file.read_text("utf-8")).text])


def repeated(piece: str) -> Callable[[int], str]:
    return lambda size: piece * size


def prose(piece: str) -> Callable[[int], str]:
    return lambda size: f"{HEAD}kết quả: |\n  {piece * size}\n"


def short_article(piece: str) -> Callable[[int], str]:
    return lambda size: f"{HEAD}tin bài: {{độ dài: ngắn}}\nkết quả: |\n  {piece * size}\n"


def referring(piece: str) -> Callable[[int], str]:
    return lambda size: f"{HEAD}chỉ tiêu: {{a: {{tên: thu, thực hiện: 5 hộ}}}}\nkết quả: |\n  {piece * size}\n"


def declared(size: int) -> str:
    return "".join(f"  c{number}: {{tên: c{number}, thực hiện: 5 hộ}}\n" for number in range(size))


def unknown_parts(size: int) -> str:
    names = ", ".join(f"khong{number}" for number in range(size))
    return f"{HEAD}chỉ tiêu:\n{declared(size)}  t: {{tên: t, thực hiện: 5 hộ, gồm: [{names}]}}\n"


def misspelt(size: int) -> str:
    lines = "".join(f"  Có {{{{ khong{number} }}}}.\n" for number in range(size))
    return f"{HEAD}chỉ tiêu:\n{declared(size)}kết quả: |\n{lines}"


def marks_by_escapes(size: int) -> str:
    marks = r"\u0323\u0301" * size
    return f'{HEAD}kết quả: "a{marks}"\n'


CASES: dict[str, tuple[Callable[[Path], None], Callable[[int], str], int]] = {
    "blanks at the end of a comment": (mended, lambda size: f"{HEAD}# x{' ' * size}y\n", 20_000),
    "blanks inside a text": (mended, lambda size: f"{HEAD}kết quả: Xã{' ' * size}tốt.\n", 10_000),
    "tabs inside a text": (mended, prose(" \t"), 5_000),
    "blanks before commas": (mended, prose("a  b , "), 1_000),
    "unknown parts": (checked, unknown_parts, 1_000),
    "misspelt references": (checked, misspelt, 1_000),
    "references on a line": (checked, referring("Có {{ a }}, "), 1_000),
    "sentences with references": (checked, referring("Có {{ a }}. "), 1_000),
    "numbers in one sentence": (checked, prose("đạt 5% "), 500),
    "commas in a number": (checked, lambda size: f"{HEAD}chỉ tiêu: {{a: {{thực hiện: 5{',5' * size} hộ}}}}\n", 8_000),
    "stops between digits": (checked, prose("1."), 5_000),
    "stops and commas between digits": (checked, prose("1.,"), 5_000),
    "commas in a list": (checked, lambda size: f"{HEAD}kết quả: [5{',5' * size}]\n", 8_000),
    "marks on every letter": (checked, prose("a\u0301\u0323 "), 3_000),
    "marks on one letter": (checked, prose("\u0301\u0323"), 5_000),
    "marks by escapes": (checked, marks_by_escapes, 3_000),
    "one word": (article, short_article("a"), 20_000),
    "one word of stops": (article, short_article("."), 20_000),
    "one paragraph": (article, short_article("Xã tốt, có 5 hộ khá. "), 500),
    "sentences without a figure": (article, short_article("Xã tốt. (Xem thêm “báo cáo”.) "), 500),
    "many paragraphs": (article, short_article("Xã tốt, có 5 hộ khá.\n\n  "), 250),
    "brackets": (article, short_article("["), 5_000),
    "figures to proofread": (proofed, repeated("kế hoạch 5 ha, đạt 5% so với năm 2023 (5 ha); "), 200),
    "parts to proofread": (proofed, repeated("trong đó 5 ha "), 500),
    "parts of a unit to proofread": (proofed, repeated("Toàn xã có 5 thôn. 4/5 thôn đạt. "), 500),
    "rows to proofread": (proofed, repeated("|5|6|7|\n"), 1_000),
    "digits in words to proofread": (proofed, repeated("5 (mười mười "), 1_000),
    "links to proofread": (proofed, repeated("[a]("), 5_000),
    "comments of a page": (web_page, repeated("<!--"), 5_000),
    "tables of a page": (web_page, repeated("<table><tr><td>1"), 500),
    "emphasis": (article, short_article("*a **b "), 500),
}


@pytest.mark.growth
@pytest.mark.parametrize("case", CASES)
def test_time_grows_as_the_input_does(tmp_path: Path, case: str) -> None:
    work, written, size = CASES[case]
    file = tmp_path / "a.yaml"
    seconds(work, file, written(size))  # what is read once is read here
    measured = []
    for _ in range(MEASUREMENTS):
        one, two, four = (seconds(work, file, written(size * times)) for times in (1, 2, 4))
        if four <= SLACK + one * 4**STEEPEST and two <= SLACK + one * 2**STEEPEST:
            return
        measured.append(math.log(four / one, 4))
    pytest.fail(f"{case}: exponents {measured}")
