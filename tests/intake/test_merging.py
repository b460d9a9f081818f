"""Taken figures put into an input that exists: what is written stays as it is, and a second time changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.intake.cells import Cell, Sheet
from reportgen.intake.merging import Choice, Difference, Merged, merge
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.model.reading import bind
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source

HEAD = "TT;Chỉ tiêu;ĐVT;TH năm 2024;KH 2025 tỉnh giao;KH 2025 HĐND xã;TH năm 2025;KH năm 2026;Ghi chú"
TABLE = f"{HEAD}\n1;Thu ngân sách;Tỷ đồng;38,1;40;41,67;41,795;45;Số sơ bộ"
TOP = "năm: 2025\nđơn vị: xã Bình An\n"


def taken(table: str) -> Taken:
    rows = [line.split(";") for line in table.splitlines()]
    cells = {(row, column): Cell(text) for row, line in enumerate(rows) for column, text in enumerate(line) if text}
    found = take([Given(Path("bang.csv"), (Sheet("Biểu", cells),))], Wanted(2025))
    assert isinstance(found, Taken)
    return found


def merged(text: str, table: str = TABLE, choice: Choice = Choice.NEW) -> Merged:
    """The result, which is proved: it can be read, and a second time nothing changes."""
    found = taken(table)
    done = merge(parse_source(Path("a.yaml"), text.encode()), found, lambda _: choice)
    again = bind(parse_source(Path("a.yaml"), done.text.encode()))
    assert again.conference is not None
    assert not has_errors(again.problems), again.problems
    if choice is Choice.NEW:
        second = merge(again.source, found, lambda difference: pytest.fail(str(difference)))
        assert second.text == done.text
    return done


FULL = """\
    kế hoạch:
      - giao bởi: tỉnh
        giá trị: 40 tỷ đồng
      - giao bởi: HĐND xã
        giá trị: 41,67 tỷ đồng
    năm trước: 38,1 tỷ đồng
    năm sau: 45 tỷ đồng
    ghi chú: Số sơ bộ
"""


def cases() -> dict[str, tuple[str, str]]:
    """Name → the input below its first lines, before and after."""
    _, *pieces = Path(__file__).with_name("merging.txt").read_text("utf-8").split("=== ")
    found = (piece.partition("\n") for piece in pieces)
    return {name: (text.partition("--- sau\n")[0], text.partition("--- sau\n")[2]) for name, _, text in found}


CASES = cases()


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_what_the_file_lacks_is_woven_in_as_it_is_written_there(before: str, after: str) -> None:
    done = merged(TOP + before)
    assert done.text == TOP + after
    assert done.changed == 0


def test_line_ends_and_everything_else_stay() -> None:
    text = (TOP + "# đầu\nchỉ tiêu:\n  thu:\n    tên: thu ngân sách\nkết quả: |\n  A  \n\n  B\n").replace("\n", "\r\n")
    done = merged(text)
    kept = [line for line in done.text.split("\r\n") if line in text.split("\r\n")]
    assert kept == text.split("\r\n")
    assert "\n" not in done.text.replace("\r\n", "")


DIFFERENT = TOP + "chỉ tiêu:\n  thu:\n    tên: thu ngân sách\n    thực hiện: 41,8 tỷ đồng   # quý IV\n" + FULL


def test_differing_figures_are_asked_for() -> None:
    asked: list[Difference] = []
    source = parse_source(Path("a.yaml"), DIFFERENT.encode())

    def answer(difference: Difference) -> Choice:
        asked.append(difference)
        return Choice.OLD

    done = merge(source, taken(TABLE), answer)
    assert [(one.what, one.old, one.new, one.cell, one.standing.place.line) for one in asked] == [
        ("thực hiện", "41,8 tỷ đồng", "41,795 tỷ đồng", "Biểu!G2", 6)
    ]
    assert done.text == DIFFERENT


def test_the_new_figure_takes_the_old_one_s_place_alone() -> None:
    done = merged(DIFFERENT)
    assert done.text == DIFFERENT.replace("41,8 tỷ đồng", "41,795 tỷ đồng")
    assert (done.changed, done.same, done.filled, done.added) == (1, 4, 0, 0)


def test_new_indicators_follow_their_group() -> None:
    text = TOP + (
        "chỉ tiêu:\n  thu:\n    tên: thu ngân sách\n    nhóm: Kinh tế\n"
        "  dan_so:\n    nhóm: Xã hội\n    thực hiện: 5 người\n"
    )
    table = f"{HEAD}\nI;Kinh tế\n1;Chi ngân sách;Tỷ đồng;;;;39"
    lines = merged(text, table).text.splitlines()
    assert lines[lines.index("    nhóm: Kinh tế") + 1] == "  chi_ngan_sach:"


def test_parts_are_called_by_the_keys_of_the_file() -> None:
    text = TOP + "chỉ tiêu:\n  nam_gioi:\n    tên: nam\n    thực hiện: 1.810 người\n"
    table = f"{HEAD}\n1;Dân số;Người;;;;3.641\n;- Nam;Người;;;;1.810\n;- Nữ;Người;;;;1.831"
    assert "    gồm: [nam_gioi, nu]\n" in merged(text, table).text


def test_two_rows_of_one_name_are_two_indicators() -> None:
    text = TOP + "chỉ tiêu:\n  thu:\n    tên: thu ngân sách\n    thực hiện: 5 tỷ đồng\n"
    table = f"{HEAD}\n1;Thu ngân sách;Tỷ đồng;;;;5\n2;Thu ngân sách;Tỷ đồng;;;;7"
    done = merged(text, table)
    assert (done.added, done.same) == (1, 1)
    assert "  thu_ngan_sach_2:\n    tên: thu ngân sách\n    thực hiện: 7 tỷ đồng\n" in done.text
