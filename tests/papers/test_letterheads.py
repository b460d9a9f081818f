"""A further paper has a letterhead of its own: a folder, and nothing in Python."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.problems import Failure
from reportgen.tree import lines

AGENDA = """{% import "chung/van-ban.xml.j2" as official %}
<article lang="vi">
{{ official.letterhead(head) }}
{{ official.title(head, "CHƯƠNG TRÌNH", head.subject or "Hội nghị tổng kết công tác năm %d" % year) }}
<p>Nội dung.</p>
{{ official.signature(head) }}
</article>"""
INPUT = """năm: 2025
đơn vị: xã Bình An
văn bản:
  số: 215/BC-UBND
  ngày: 19/12/2025
  người ký: {họ tên: Nguyễn Văn An}
  nơi nhận: [HĐND xã, "Lưu: VT"]
"""


def printed(folder: Path, more: str, paper: str = "chuong-trinh") -> dict[str, list[str]]:
    """Role → the texts that a paper prints in it."""
    own = folder / "templates" / "chuong-trinh"
    own.mkdir(parents=True)
    (own / "paper.yaml").write_text("tên: Chương trình\nký hiệu: CTr\n", "utf-8")
    (own / "paper.xml.j2").write_text(AGENDA, "utf-8")
    (folder / "a.yaml").write_text(INPUT + more, "utf-8")
    made = render(read_input(folder / "a.yaml"), papers_for(folder)[paper])
    if isinstance(made, Failure):
        return {"problems": [problem.code for problem in made.problems]}
    assert isinstance(made, Document)
    found: dict[str, list[str]] = {}
    for line in lines(made.tree):
        found.setdefault(line.style, []).append(line.text.replace("\u00a0", " "))
    return found


OWN = """văn bản khác:
  Chương trình: {số: "2", ngày: 15/12/2025, trích yếu: Hội nghị cuối năm, nơi nhận: [Đảng ủy xã, "Lưu: VT"]}
"""


def test_number_day_subject_and_recipients_are_the_paper_s_own_and_the_signer_is_shared(tmp_path: Path) -> None:
    agenda = printed(tmp_path, OWN)
    assert agenda["number"] == ["Số: 02/CTr-UBND"]
    assert agenda["place_date"] == ["Bình An, ngày 15 tháng 12 năm 2025"]
    assert agenda["subject"] == ["Hội nghị cuối năm"]
    assert agenda["recipient"] == ["- Đảng ủy xã;", "- Lưu: VT."]
    assert agenda["signer"] == ["Nguyễn Văn An"]


def test_the_report_keeps_its_own(tmp_path: Path) -> None:
    report = printed(tmp_path, OWN, "bao-cao")
    assert report["number"] == ["Số: 215/BC-UBND"]
    assert report["recipient"] == ["- HĐND xã;", "- Lưu: VT."]


def test_a_paper_that_the_input_does_not_speak_of_is_a_draft(tmp_path: Path) -> None:
    agenda = printed(tmp_path, "")
    assert agenda["number"] == ["Số: …/CTr-UBND"]
    assert agenda["place_date"] == ["Bình An, ngày … tháng … năm 2025"]


def test_a_signer_of_its_own_stands_before_the_shared_one(tmp_path: Path) -> None:
    agenda = printed(tmp_path, "văn bản khác: {chương trình: {người ký: {chức vụ: Phó Chủ tịch, họ tên: Lê Bình}}}\n")
    assert (agenda["office"], agenda["signer"]) == (["PHÓ CHỦ TỊCH"], ["Lê Bình"])


@pytest.mark.parametrize(("number", "told"), [("02/CTr-UBND", False), ("02/BC-UBND", True), ("2", False)])
def test_a_number_of_another_type_is_told(tmp_path: Path, number: str, told: bool) -> None:
    found = printed(tmp_path, f'văn bản khác: {{chương trình: {{số: "{number}"}}}}\n')
    assert ("problems" in found) is told
    assert found.get("problems", ["L704"]) == ["L704"]
