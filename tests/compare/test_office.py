"""LibreOffice keeps the names of paragraphs, whatever is done to them there."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.compare.differences import Kind, differences
from reportgen.compare.edited import edited

from .conftest import Desk
from .office import OFFICE, edited_in_office, merged, moved, parted, reworded

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


def test_saved_in_libreoffice_it_says_what_it_said(desk: Desk, tmp_path: Path) -> None:
    content = edited_in_office(desk.content, "", tmp_path)
    names = {name for passage in edited(content).passages for name in passage.names}
    assert names == {one.name for one in desk.before if one.name}
    assert differences(desk.before, edited(content)) == ()


def test_paragraphs_parted_merged_moved_and_reworded_there_are_known(desk: Desk, tmp_path: Path) -> None:
    edits = (
        parted("Trong điều kiện đó")
        + parted("kết cấu hạ tầng được đầu tư")
        + merged("Bám sát nghị quyết của Đảng ủy")
        + reworded("Giữ vững đoàn kết nội bộ", "Luôn giữ vững đoàn kết nội bộ")
        + moved("Coi dữ liệu số là công cụ", "Mọi chủ trương liên quan")
    )
    content = edited_in_office(desk.content, edits, tmp_path)
    found = [(one.kind, one.printed[0].name) for one in differences(desk.before, edited(content))]
    assert found == [
        (Kind.SPLIT, "_rg_dacdiemtinhhinh_1_p2"),
        (Kind.MERGED, "_rg_danhgiachung_1"),
        (Kind.WORDS, "_rg_baihoc_1"),
        (Kind.MOVED, "_rg_baihoc_2"),
    ]
    proposal = desk.prover(content).proposal(desk.before, figures=False)
    # A paragraph does not begin with a small letter in a paper that is built.
    assert {one.kind for one in proposal.remaining} == {Kind.SPLIT}
