"""The manual's example table gives what the manual says."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT
from reportgen.intake.cells import Cell, Sheet
from reportgen.intake.columns import Means, read_column
from reportgen.intake.taking import Given, Taken, Wanted, take
from reportgen.intake.writing import new_input

MANUAL = (ROOT / "docs" / "so-tay.md").read_text("utf-8")
CHAPTER = MANUAL[MANUAL.index("## Lấy số liệu từ Excel và Word\n") : MANUAL.index("## Cách viết tệp\n")]


def test_the_example_table_gives_what_is_shown_below_it() -> None:
    table, shown = re.search(
        r"Ví dụ bảng này:\n\n(\|.*?\|)\n\n.*?```text\n(.*?)    …\n```", CHAPTER, re.DOTALL
    ).groups()  # type: ignore[union-attr]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines() if "---" not in line]
    cells = {(row, column): Cell(text) for row, line in enumerate(rows) for column, text in enumerate(line) if text}
    found = take([Given(Path("a.csv"), (Sheet("", cells),))], Wanted())
    assert isinstance(found, Taken)
    assert found.notes == ()
    assert shown in new_input(found, ["a.csv"], "s")


def test_every_meaning_of_a_column_is_named() -> None:
    listed = CHAPTER[CHAPTER.index("Các nghĩa:") : CHAPTER.index("### Đưa vào tệp đã có")]
    found = map(read_column, re.findall(r"`([^`]+)`", listed))
    named = {str(column.means) for column in found if column is not None}
    assert named == {str(one) for one in Means if one is not Means.KEY}
