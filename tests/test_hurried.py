"""Files typed in a hurry: what is understood is printed as a clerk writes it, what is not is told with its line.

Beside each file of tests/hurried stands what a paper must hold (`in:`), must not hold (`không:`), and what `check` must
tell (`báo:` code and line).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.model.reading import read_input

FOLDER = Path(__file__).parent / "hurried"
FILES = sorted(FOLDER.glob("*.yaml"))


def expected(file: Path, kind: str) -> list[str]:
    lines = file.with_suffix(".expect").read_text("utf-8").splitlines()
    return [line.removeprefix(f"{kind}: ") for line in lines if line.startswith(f"{kind}: ")]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_slip_goes_to_the_paper_unnoticed(file: Path, tmp_path: Path) -> None:
    told = [f"{problem.code} {problem.place.line}" for problem in check(read_input(file))]
    for wanted in expected(file, "báo"):
        assert any(one.startswith(wanted) for one in told), (wanted, told)
    if not expected(file, "in") + expected(file, "không"):
        return
    outcome = build(Request(file, tmp_path, papers=("bao-cao", "tin-bai"), formats=("docx", "txt")))
    assert outcome.files, outcome.problems
    text = printed(tmp_path / file.stem)
    for words in expected(file, "in"):
        assert words in text, f"{words!r} not in {text}"
    for words in expected(file, "không"):
        assert words not in text, f"{words!r} in {text}"


def printed(folder: Path) -> str:
    """What the report and the article say, blanks alike."""
    import docx

    document = docx.Document(str(folder / "bao-cao.docx"))
    cells = [paragraph.text for table in document.tables for cell in table._cells for paragraph in cell.paragraphs]
    report = [paragraph.text for paragraph in document.paragraphs] + cells
    article = (folder / "tin-bai.txt").read_text("utf-8")
    return " ".join("\n".join([*report, article]).split(" ")).replace("\u00a0", " ").replace("\n", " ")


def test_there_are_twenty_files_of_all_kinds_of_offices() -> None:
    assert len(FILES) >= 20
    assert all(file.with_suffix(".expect").exists() for file in FILES)
