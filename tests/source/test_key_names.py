"""A text is found again by the keys that lead to it, however the file is laid out."""

from __future__ import annotations

from pathlib import Path

from reportgen.source import parse_source
from reportgen.source.origins import origins

ONE = """\
năm: 2025
kết quả:
  - mục: Kinh tế   # chú thích
    nội dung: |
      Thu ngân sách.
chỉ tiêu: {thu_nsnn: 5 tỷ đồng}
"""
OTHER = """\
Năm: "2025"
KẾT QUẢ: [{nội dung: "Thu ngân sách.\\n", mục: 'Kinh tế'}]
chi tieu:
  thu_nsnn: 5 tỷ đồng
"""


def names(text: str) -> dict[str, str]:
    known = origins(parse_source(Path("a.yaml"), text.encode()).root).by_name
    return {name: origin.scalar.text for name, origin in known.items() if not origin.is_key}


def test_names_are_the_way_of_keys_and_do_not_depend_on_the_layout() -> None:
    assert names(ONE) == {
        "nam": "2025",
        "ketqua_1_muc": "Kinh tế",
        "ketqua_1_noidung": "Thu ngân sách.\n",
        "chitieu_thunsnn": "5 tỷ đồng",
    }
    assert names(OTHER) == names(ONE)


def test_a_text_is_found_by_its_place_and_tells_its_way_as_it_was_typed() -> None:
    known = origins(parse_source(Path("a.yaml"), ONE.encode()).root)
    assert known.name_at("3:10") == "ketqua_1_muc"
    assert known.by_name["ketqua_1_muc"].path == "kết quả → 1 → mục"
    assert known.name_at("99:1") == ""
    assert known.by_place["2:1"].is_key


def test_a_file_without_a_root_has_no_texts() -> None:
    assert origins(None).by_name == {}
