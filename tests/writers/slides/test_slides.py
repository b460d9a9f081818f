"""Slides: native titles, lists and charts, few words each, the speaker's notes, the same bytes for the same input."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pptx
import pytest

from conftest import FICTIONAL, ROOT
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.press.shortly import gist, gists
from reportgen.verify.proofs import prove_pptx
from reportgen.writers.slides import write_pptx

PARTY = ROOT / "inputs" / "dang-uy-xa-minh-hoa-2026.yaml"
FILE = Path("trinh-chieu.pptx")
MOST_WORDS, FEWEST, MOST = 40, 10, 18


def document(file: Path) -> Document:
    made = render(read_input(file), papers_for(None)["trinh-chieu"])
    assert isinstance(made, Document)
    return made


@pytest.mark.parametrize("file", [FICTIONAL, PARTY], ids=lambda file: file.stem)
def test_slides_are_few_and_say_little(file: Path) -> None:
    deck = pptx.Presentation(io.BytesIO(write_pptx(document(file))))
    assert FEWEST <= len(deck.slides) <= MOST
    for slide in deck.slides:
        said = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape != slide.shapes.title]
        assert len(" ".join(said).replace("- ", "").split()) <= MOST_WORDS, said


@pytest.mark.parametrize("file", [FICTIONAL, PARTY], ids=lambda file: file.stem)
def test_every_slide_has_a_title_and_nothing_leaves_it(file: Path) -> None:
    deck = pptx.Presentation(io.BytesIO(write_pptx(document(file))))
    for slide in deck.slides:
        assert slide.shapes.title is not None
        assert slide.shapes.title.text_frame.text
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_charts_are_native_described_and_show_the_numbers_as_they_are_printed() -> None:
    deck = pptx.Presentation(io.BytesIO(write_pptx(document(FICTIONAL))))
    frames = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(frames) == 2
    _, growth = frames
    plot = growth.chart.plots[0]
    assert list(plot.categories) == ["2021", "2022", "2023", "2024", "2025"]
    labels = [plot.series[0].points[at].data_label.text_frame.text for at in range(5)]
    assert labels == ["4.512,6", "5.023,8", "5.571,4", "6.165,3", "6.842,4"]
    assert "6.842,4" in growth._element.nvGraphicFramePr.cNvPr.get("descr")


def test_the_speaker_s_words_stand_in_the_notes_without_references() -> None:
    deck = pptx.Presentation(io.BytesIO(write_pptx(document(FICTIONAL))))
    notes = [slide.notes_slide.notes_text_frame.text for slide in deck.slides if slide.has_notes_slide]
    assert len(notes) > 5
    assert any("6.842,4 tỷ đồng" in words.replace("\u00a0", " ") for words in notes)
    assert not any(sign in words for words in notes for sign in ("{{", "<", "&"))


def test_the_unit_stands_on_the_master() -> None:
    deck = pptx.Presentation(io.BytesIO(write_pptx(document(FICTIONAL))))
    said = [shape.text_frame.text for shape in deck.slide_master.shapes if shape.has_text_frame]
    assert "Ủy ban nhân dân phường Lạc Giang" in said


def test_the_same_input_gives_the_same_bytes() -> None:
    assert write_pptx(document(PARTY)) == write_pptx(document(PARTY))


def test_a_word_that_differs_is_found() -> None:
    made = document(PARTY)
    content = write_pptx(made)
    assert prove_pptx(content, made.tree, FILE) == ()
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(changed, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace("Hạn chế".encode(), "Hạn hẹp".encode()))
    assert [problem.code for problem in prove_pptx(changed.getvalue(), made.tree, FILE)] == ["B911"] * 2


VALIDATOR = shutil.which("ooxml-validator") or shutil.which(
    "ooxml-validator", path=str(ROOT / ".venv/npm/node_modules/.bin")
)


@pytest.mark.skipif(VALIDATOR is None and "CI" not in os.environ, reason="no Open XML validator: run `make openxml`")
def test_it_is_valid_open_xml(tmp_path: Path) -> None:
    assert VALIDATOR is not None, "make openxml installs it"
    file = tmp_path / "trinh-chieu.pptx"
    file.write_bytes(write_pptx(document(FICTIONAL)))
    run = subprocess.run([VALIDATOR, str(file)], capture_output=True, text=True, check=False)
    assert json.loads(run.stdout)["errors"] == []


LONG = "Giữ vững an ninh, trật tự; phát triển kinh tế nhanh, bền vững; chăm lo đời sống Nhân dân. Câu thứ hai ngắn."


@pytest.mark.parametrize(
    ("most", "kept"),
    [
        (
            40,
            (
                "Giữ vững an ninh, trật tự; phát triển kinh tế nhanh, bền vững; chăm lo đời sống Nhân dân",
                "Câu thứ hai ngắn",
            ),
        ),
        (15, ("Giữ vững an ninh, trật tự; phát triển kinh tế nhanh, bền vững",)),
        (3, ("Giữ vững an ninh, trật tự",)),
    ],
)
def test_a_text_is_cut_between_sentences_and_at_semicolons(most: int, kept: tuple[str, ...]) -> None:
    assert gist(LONG, most) == kept


def test_of_several_texts_the_first_sentences_that_fit() -> None:
    assert gists(["Một hai ba. Bốn.", "Năm sáu bảy.", "Tám chín mười."], 6) == ("Một hai ba", "Năm sáu bảy")
