"""`fmt` writes what was understood where it belongs; the model reads the same before and after, and twice is once."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportgen.drafting.repair import Repaired, repair
from reportgen.model.reading import bind
from reportgen.source import parse_source

HEAD = "năm: 2025\nđơn vị: xã A\n"
FILE = Path("a.yaml")
HURRIED = sorted((Path(__file__).parents[1] / "hurried").glob("*.yaml"))
WRITTEN = {
    "đơn vị: UBND xã Tam Hợp, tỉnh Minh Họa": "đơn vị: {tên: xã Tam Hợp, cơ quan: UBND, tỉnh: tỉnh Minh Họa}",
    "hội nghị: {chủ trì: đ/c Lê Văn An - Chủ tịch UBND xã}": 'hội nghị: {chủ trì: "Lê Văn An, Chủ tịch UBND xã"}',
    "hội nghị:\n  ngày: Sáng 20/12/2025  # thứ Bảy\n  địa điểm: tại Hội trường": (
        "hội nghị:\n  ngày: Sáng 20/12/2025  # thứ Bảy\n  buổi: sáng\n  địa điểm: Hội trường"
    ),
    "chỉ tiêu:\n  lúa: 5.200 tấn/KH 5.000 tấn": (
        "chỉ tiêu:\n  lúa: {thực hiện: 5.200 tấn, kế hoạch: {giá trị: 5.000 tấn}}"
    ),
    "chỉ tiêu:\n  tai nạn: {thực hiện: 3 vụ giảm 2 vụ, năm trước: 5 vụ}": (
        "chỉ tiêu:\n  tai nạn: {thực hiện: 3 vụ, năm trước: {giá trị: 5 vụ, tăng giảm: giảm 2 vụ}}"
    ),
    "kết quả:\n- mục: I. Kinh tế\n  nội dung: Tốt.": "kết quả:\n- mục: Kinh tế\n  nội dung: Tốt.",
}


@pytest.mark.parametrize(("typed", "written"), WRITTEN.items(), ids=list(WRITTEN))
def test_what_was_understood_is_written_where_it_belongs(typed: str, written: str) -> None:
    head = "năm: 2025\n" if typed.startswith("đơn vị") else HEAD
    outcome = repair(FILE, f"{head}{typed}\n".encode())
    assert isinstance(outcome, Repaired)
    assert outcome.content.decode() == f"{head}{written}\n"


@pytest.mark.parametrize("file", HURRIED, ids=lambda file: file.stem)
def test_the_model_reads_the_same_and_twice_is_once(file: Path) -> None:
    once = repair(file, file.read_bytes())
    if not isinstance(once, Repaired):
        return
    before, after = bind(parse_source(file, file.read_bytes())), bind(parse_source(file, once.content))
    assert after.conference == before.conference
    assert repair(file, once.content) == Repaired(once.content)
