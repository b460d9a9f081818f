"""Layout files: complete, within the legal ranges, and measured against the real font."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportgen.layout.standards import DEFAULT_STYLE, Standard, choose
from reportgen.layout.standards.metrics import NORMAL, width

STATE, PARTY, PRESS = choose("nhà nước", None), choose("đảng", None), choose("báo chí", None)
ALL = [STATE, PARTY, PRESS]


@pytest.mark.parametrize("standard", ALL, ids=lambda standard: standard.regime)
def test_every_size_lies_in_the_range_of_its_regime(standard: Standard) -> None:
    assert [style.role for style in standard.styles.values() if not style.low <= style.size <= style.high] == []


@pytest.mark.parametrize("standard", ALL, ids=lambda standard: standard.regime)
def test_every_style_has_a_name_of_its_own_and_a_source(standard: Standard) -> None:
    names = [style.name for style in standard.styles.values()]
    assert len(set(names)) == len(names)
    assert [style.role for style in standard.styles.values() if not style.source] == []


@pytest.mark.parametrize("standard", ALL, ids=lambda standard: standard.regime)
def test_every_tag_without_a_role_has_a_style(standard: Standard) -> None:
    official = {"h1"} if standard is PRESS else set()
    assert set(DEFAULT_STYLE.values()) - standard.styles.keys() <= {DEFAULT_STYLE[tag] for tag in official}


@pytest.mark.parametrize("standard", ALL, ids=lambda standard: standard.regime)
def test_columns_fill_the_text_width(standard: Standard) -> None:
    for columns in standard.columns.values():
        assert sum(columns.widths) == pytest.approx(standard.portrait.text_width)


def test_the_state_page_is_the_decree_s() -> None:
    """Decree 30/2020, Annex I, I.I: A4; top and bottom 20 to 25, left 30 to 35, right 15 to 20."""
    page = STATE.portrait
    assert (page.width, page.height, page.top, page.bottom, page.left, page.right) == (210, 297, 20, 20, 30, 15)
    wide = STATE.landscape
    assert (wide.width, wide.height, wide.top, wide.bottom, wide.left, wide.right) == (297, 210, 20, 20, 30, 15)


@pytest.mark.parametrize("day", [date(2023, 12, 14), date(2026, 12, 18)], ids=["36-HD/VPTW", "05-HD/VPTW"])
def test_the_party_page_is_the_guidance_s(day: date) -> None:
    """A4; top 20, bottom 20, left 30, right 15, the number 10 from the edge."""
    standard = choose("đảng", day)
    page = standard.portrait
    assert (page.width, page.height, page.top, page.bottom, page.left, page.right) == (210, 297, 20, 20, 30, 15)
    assert standard.number_from_edge == 10


DECREE = {
    "country": (13, True), "motto": (14, True), "parent": (13, False), "issuer": (13, True), "number": (13, False),
    "place_date": (14, False), "type": (14, True), "subject": (14, True), "body": (14, False), "basis": (14, False),
    "power": (14, True), "office": (14, True), "signer": (14, True), "recipients_head": (12, True),
    "recipient": (11, False),
}  # fmt: skip
"""Annex I, part II, and what we print within its ranges: size in pt, bold or not."""
GUIDANCE = {
    "party": (15, True), "parent": (14, False), "issuer": (14, True), "star": (14, False), "number": (14, False),
    "place_date": (14, False),
}  # fmt: skip


@pytest.mark.parametrize(
    ("standard", "wanted"), [(STATE, DECREE), (choose("đảng", date(2023, 12, 14)), GUIDANCE)], ids=["state", "party"]
)
def test_sizes_and_weights_are_those_of_the_rules(standard: Standard, wanted: dict[str, tuple[int, bool]]) -> None:
    """Literal numbers: writers and proofs read the same file, so a slip in it would pass all of them."""
    assert {role: (standard.styles[role].size, standard.styles[role].bold) for role in wanted} == wanted


def test_a_line_of_the_body_and_its_distances_are_those_of_the_decree() -> None:
    """Annex I, II.6e: first line 10 or 12,7 mm in, at least 6 pt between paragraphs, single to one and a half lines."""
    body = STATE.styles["body"]
    assert (body.first, body.before, body.after, body.line) == (12.7, 6, 0, 18)


@pytest.mark.parametrize("standard", [STATE, PARTY], ids=lambda standard: standard.regime)
@pytest.mark.parametrize(("role", "across"), [("express", 30), ("very_urgent", 40), ("urgent", 20)])
def test_marks_of_urgency_are_framed_in_the_decree_s_size(standard: Standard, role: str, across: float) -> None:
    style = standard.styles[role]
    assert standard.columns["letterhead"].widths[0] - style.left - style.right == across
    height = NORMAL * style.size + 2 * style.padding + 2 * style.border
    assert height * 25.4 / 72 == pytest.approx(8, abs=0.3)


@pytest.mark.parametrize("standard", [STATE, PARTY], ids=lambda standard: standard.regime)
def test_above_the_signer_s_name_is_room_for_a_signature_and_a_seal(standard: Standard) -> None:
    assert standard.signing is not None
    assert standard.styles["signer"].before * 25.4 / 72 == pytest.approx(standard.signing.space, abs=0.1)
    assert standard.signing.least <= standard.signing.space


def test_a_paper_older_than_every_layout_gets_the_oldest() -> None:
    assert choose("nhà nước", date(2015, 1, 1)) is STATE


def test_the_country_line_fits_its_column_on_one_line() -> None:
    line = width("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", STATE.styles["country"])
    assert line == pytest.approx(95.7, abs=0.1)  # measured with Tinos bold 13
    assert line < STATE.columns["letterhead"].widths[1]


TINOS = Path("/usr/share/fonts/truetype/croscore")


@pytest.mark.skipif(not TINOS.is_dir(), reason="Tinos is not where Debian puts it")
@pytest.mark.parametrize(
    ("file", "role"),
    [("Regular", "number"), ("Bold", "issuer"), ("Italic", "place_date"), ("BoldItalic", "recipients_head")],
)
def test_the_table_of_widths_is_the_font_s(file: str, role: str) -> None:
    from fontTools.ttLib import TTFont

    font = TTFont(TINOS / f"Tinos-{file}.ttf")
    letters, advances, units = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
    style = STATE.styles[role]
    text = "Trưng Vương, ngày 14 tháng 12 năm 2023 – Ủy ban nhân dân “Đất đai” 41,795%"
    wanted = sum(advances[letters[ord(letter)]][0] for letter in text) / units * style.size * 25.4 / 72
    assert width(text, style) == pytest.approx(wanted)


def test_the_hyphens_of_several_addressees_stand_under_the_colon() -> None:
    head, line = STATE.styles["to_head"], STATE.styles["to_line"]
    assert line.left == pytest.approx(head.left + width("Kính gửi", head), abs=0.1)
