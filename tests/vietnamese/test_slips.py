"""What no official paper contains is found; right texts and true names of all regions are left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import EXAMPLE, FICTIONAL
from reportgen.model.leaves import Words
from reportgen.model.reading import read_input
from reportgen.model.section import leaves_of
from reportgen.vietnamese.slips import RULES, slips

FOUND = {
    "doubled": ["Họp tại tại Hội trường.", "Công tác dân vận công tác dân vận tốt.", "Dự có đồng chí ông Lê Văn An.",
                "Ủy ban nhân dân UBND xã báo cáo."],
    "open": ["Tiếp tục thực hiện...", "Phát huy kết quả…"],
    "marks": ["Hội nghị tổ chức thuong xuyên.", "Công tác ddaauf tư được quan tâm."],
    "bare": ["Cùng dự có hơn 80.", "Tổng số buổi họp là 45."],
    "pair": ["Các thôn (có thôn Đông đều đạt.", "Phong trào “Dân vận khéo được duy trì."],
    "stops": ["Các thôn,xóm đều đạt.", "Thu,, chi đúng.", "Có kết quả ( tốt ) trong năm."],
    "misspelt": ["Hoàn thành xuất xắc nhiệm vụ.", "Sử lý nghiêm vi phạm."],
    "together": ["Phong trào tốt Tiếp tục được duy trì.", "Đạt 95% Giúp hội viên thoát nghèo."],
}  # fmt: skip
NAMES = """
Nguyễn Thị Minh Khai, Trần Đại Nghĩa, Lê Thị Hồng Gấm, Phạm Văn Đồng, Hoàng Hoa Thám, Huỳnh Tấn Phát, Phan Đình Phùng,
Vũ Ngọc Phan, Võ Thị Sáu, Đặng Thùy Trâm, Bùi Thị Cúc, Đỗ Nhuận, Hồ Tùng Mậu, Ngô Gia Tự, Dương Văn Nội, Lý Thường Kiệt,
Y Bhăm Niê, H'Yim Kđoh, Y Moan Ênuôl, H'Hen Niê, Y Ngông Niê Kđăm, Ama Kông, H'Linh Mlô, Y Thông Byă, Ksor H'Bơ Khăp,
Ksor Phước, Siu Y Bơng, Rơ Châm Hyéo, Nay Der, Kpă Klơng, Rmah H'Blao, Rơ Lan Hlinh, Puih San, Đinh Núp, A Lăng Mai,
Zơ Râm Thị Tám, Bling Thị Mía, Hồ Vai, Kăn Lịch, K'Brơi, Ka Sô Liễng, Điểu Ong, Thị Khưi, Lâm Đạo, Bo Bo Thị Yến,
Thạch Sô Phát, Sơn Thị Ánh Hồng, Kim Sa Rây, Danh Út, Châu Sóc Phia, Néang Sâm Bo, Chau Kim Seng, Lý Rotha, Trà Đức,
Đàng Năng Thọ, Bá Văn Quyến, Thiên Sanh Thềm, Quảng Đại Cẩn, Inrasara, Lò Văn Ổn, Cầm Thị Chiêu, Quàng Văn Hặc, Tòng
Thị Phóng, Vàng A Páo, Giàng Seo Phử, Sùng A Lềnh, Thào Xuân Sùng, Mùa A Sơn, Lầu Bá Mái, Cứ Hòa Vần, Hầu A Lềnh, Lù Văn
Que, Chẩu Văn Lâm, Triệu Mùi Nái, Bàn Tài Đoàn, Tẩn A Sang, Phùng Chí Kiên, Nông Đức Mạnh, Hoàng Văn Thụ, Vi Văn Định,
xã Ea Kly, xã Cư M'gar, xã Krông Pắc, phường Buôn Hồ, xã Ia Grai, xã Chư Prông, xã Đắk Đoa, xã Kon Braih, xã Đăk Tô, xã
Lộc Ninh, xã Bù Gia Mập, xã Mỹ Xuyên, xã Trà Cú, xã Tri Tôn, phường Phan Rang, xã Mường Lay, xã Nậm Cắn, xã Lũng Cú, xã
Sà Dề Phìn, xã Tịnh Khê, phường Quán Toan, xã Ga Ri, xã A Vương, đặc khu Lý Sơn, phường Hồng Gai, xã Pờ Y, xã Bờ Y
"""
OFFICES = """
Bí thư Đảng ủy, Chủ tịch HĐND xã; Phó Bí thư Thường trực Đảng ủy; Ủy viên Ban Thường vụ Tỉnh ủy, Trưởng Ban Tổ chức;
Chánh
Văn phòng HĐND và UBND; Phó Trưởng Ban Chỉ đạo; Trưởng Công an phường; Chỉ huy trưởng Ban Chỉ huy Quân sự; Hiệu trưởng
Trường THCS Lê Lợi; Giám đốc Trung tâm Phục vụ hành chính công; Tổ trưởng Tổ Công tác; Chủ tịch Ủy ban MTTQ Việt Nam xã
"""


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_a_slip_is_found(kind: str, text: str) -> None:
    assert kind in {slip.kind for slip in slips(text)}


def test_every_rule_has_a_case() -> None:
    assert set(FOUND) == set(RULES)


@pytest.mark.parametrize("name", [" ".join(name.split()) for name in NAMES.split(",")])
def test_true_names_are_left_alone(name: str) -> None:
    assert list(slips(f"Dự hội nghị có đồng chí {name}, Bí thư Đảng ủy; lãnh đạo {name}.")) == []


@pytest.mark.parametrize("office", [" ".join(office.split()) for office in OFFICES.split(";")])
def test_true_offices_are_left_alone(office: str) -> None:
    assert list(slips(f"Đồng chí Lê Văn An, {office} chủ trì hội nghị.")) == []


@pytest.mark.parametrize("file", [EXAMPLE, FICTIONAL], ids=lambda file: file.stem)
def test_the_examples_have_none(file: Path) -> None:
    conference = read_input(file).conference
    assert conference is not None
    texts = [words for words in leaves_of(conference, Words) if "{{" not in words and "|" not in words]
    assert [(slip.kind, words[slip.start : slip.end]) for words in texts for slip in slips(words)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Thi hành kỷ luật 03 đảng viên (khiển trách 2, cảnh cáo 1).",
        "Gồm: 1) thôn Đông; 2) thôn Đoài.",
        "(gồm 1) a; 2) b)",
    ],
)
def test_numbers_before_a_bracket_are_labels_only_where_the_brackets_close(text: str) -> None:
    assert [slip for slip in slips(text) if slip.kind == "pair"] == []
