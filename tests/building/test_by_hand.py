"""A Word file that somebody edited is not overwritten without a word."""

from __future__ import annotations

from pathlib import Path

from reportgen.build import Request, build

TEXT = "năm: 2025\nđơn vị: xã A\nkết quả: Xã hoàn thành nhiệm vụ.\n"


def request(folder: Path) -> Request:
    source = folder / "xa.yaml"
    source.write_text(TEXT, "utf-8")
    return Request(source, folder / "out", papers=("bao-cao",), formats=("docx",))


def codes(folder: Path) -> list[str]:
    return [problem.code for problem in build(request(folder)).problems if problem.code == "B916"]


def test_an_edited_word_file_is_kept_beside_the_new_one_and_told(tmp_path: Path) -> None:
    assert codes(tmp_path) == []
    paper = tmp_path / "out" / "xa" / "bao-cao.docx"
    built = paper.read_bytes()
    for number, edition in enumerate((b"first", b"second")):
        paper.write_bytes(edition)
        assert codes(tmp_path) == ["B916"]
        kept = paper.with_name("bao-cao.sua-tay.docx" if number == 0 else "bao-cao.sua-tay-1.docx")
        assert kept.read_bytes() == edition
        assert paper.read_bytes() == built


def test_an_untouched_word_file_is_replaced_silently(tmp_path: Path) -> None:
    assert codes(tmp_path) == codes(tmp_path) == []
    assert not list((tmp_path / "out" / "xa").glob("*sua-tay*"))
