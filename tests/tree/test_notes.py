"""Footnotes: counted through the paper, at the foot of a page, in parentheses in an article."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from reportgen.layout.document import Document
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import in_parentheses, lines, notes, parse, text, without_notes
from reportgen.verify.pdf_page import pdf_pages
from reportgen.verify.proofs import prove_docx, prove_pdf
from reportgen.writers.pdf import stylesheet as css
from reportgen.writers.pdf import write_pdf
from reportgen.writers.word import write_docx

FILE = Path("a")
INPUT = """\
năm: 2025
đơn vị: xã Bình An
hội nghị: {ngày: 20/12/2025}
chỉ tiêu: {thu: {tên: thu ngân sách, thực hiện: 12 tỷ đồng}}
kết quả:
  - mục: Kinh tế
    nội dung: |
      # Thu, chi^[Chú thích ở tiêu đề.]

      {{ thu }}.^[Theo **Chi cục Thống kê**, {{ thu.kết quả }}.] Nông nghiệp ổn định^[Không kể rừng trồng.].

      - Trồng rừng^[Số của Hạt Kiểm lâm.]

      | Thôn | Hộ |
      |---|---|
      | Một^[Gồm cả xóm Đồi.] | 20 |
"""


def paper(folder: Path, key: str, input_text: str = INPUT) -> Document:
    file = folder / "chu-thich.yaml"
    file.write_text(input_text, "utf-8")
    document = render(read_input(file), papers_for(None)[key])
    assert isinstance(document, Document), document
    return document


def article(markup: str) -> str:
    return text(in_parentheses(parse(f"<article><p>{markup}</p></article>")))


def test_notes_count_through_the_paper_and_their_words_are_none_of_the_paragraph_s(tmp_path: Path) -> None:
    tree = paper(tmp_path, "bao-cao").tree
    assert [(note.get("label"), text(note)) for note in notes(tree)] == [
        ("1", "Chú thích ở tiêu đề."),
        ("2", "Theo Chi cục Thống kê, thu ngân sách đạt 12\u00a0tỷ\u00a0đồng."),
        ("3", "Không kể rừng trồng."),
        ("4", "Số của Hạt Kiểm lâm."),
        ("5", "Gồm cả xóm Đồi."),
    ]
    assert "Thu ngân sách đạt 12\u00a0tỷ\u00a0đồng.2 Nông nghiệp ổn định3." in [line.text for line in lines(tree)]


def test_word_and_pdf_have_the_same_notes_and_keep_every_rule(tmp_path: Path) -> None:
    made = paper(tmp_path, "bao-cao")
    assert prove_docx(write_docx(made), made.tree, made.standard, FILE) == ()
    assert prove_pdf(write_pdf(made).content, made.tree, made.standard, FILE) == ()


@pytest.mark.parametrize("length", [1, 18, 34])
@pytest.mark.parametrize("paragraphs", [3, 11, 14])
def test_notes_of_any_length_stand_at_the_foot_of_their_pages(tmp_path: Path, length: int, paragraphs: int) -> None:
    words = "Theo số liệu của cơ quan thống kê. " * length
    body = "\n\n".join(f"      {'Đời sống Nhân dân ổn định. ' * 12}^[{words.strip()}]" for _ in range(paragraphs))
    made = paper(tmp_path, "bao-cao", f"năm: 2025\nđơn vị: xã A\nkết quả:\n  - mục: Kinh tế\n    nội dung: |\n{body}\n")
    assert len(notes(made.tree)) == paragraphs
    assert prove_pdf(write_pdf(made).content, made.tree, made.standard, FILE) == ()


def test_what_a_note_says_otherwise_is_found(tmp_path: Path) -> None:
    made = paper(tmp_path, "bao-cao")
    other = paper(tmp_path, "bao-cao", INPUT.replace("Gồm cả xóm Đồi", "Gồm cả xóm Trại"))
    assert {p.code for p in prove_docx(write_docx(made), other.tree, other.standard, FILE)} == {"B911"}
    assert {p.code for p in prove_pdf(write_pdf(made).content, other.tree, other.standard, FILE)} == {"B911"}


def test_a_note_in_another_size_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, own = paper(tmp_path, "bao-cao"), css.stylesheet
    monkeypatch.setattr(
        "reportgen.writers.pdf.markup.stylesheet",
        lambda *given: own(*given) + ".footnote { font-size: 13pt !important }",
    )
    problems = prove_pdf(write_pdf(made).content, made.tree, made.standard, FILE)
    assert {(p.code, p.values["component_en"]) for p in problems} == {("V811", "footnote")}


def test_the_number_is_raised_in_the_text_and_at_the_note(tmp_path: Path) -> None:
    texts = pdf_pages(write_pdf(paper(tmp_path, "bao-cao")).content)[0].texts
    places = [place for place, found in enumerate(texts) if found.words.strip() == "2" and found.size < 10]
    assert len(places) == 2
    for place in places:
        beside = texts[place - 1] if place == places[0] else texts[place + 1]
        assert 1 < beside.baseline - texts[place].baseline < 3


def test_in_word_they_are_footnotes_that_word_numbers(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(write_docx(paper(tmp_path, "bao-cao")))) as package:
        document, part = (package.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
        settings, types = package.read("word/settings.xml").decode(), package.read("[Content_Types].xml").decode()
    assert document.count("<w:footnoteReference ") == part.count("<w:footnoteRef/>") == 5
    assert '<w:footnote w:id="-1"/>' in settings
    assert "/word/footnotes.xml" in types


def test_a_paper_without_notes_has_no_part_for_them(tmp_path: Path) -> None:
    plain = paper(tmp_path, "bao-cao", "năm: 2025\nđơn vị: xã A\n")
    with zipfile.ZipFile(io.BytesIO(write_docx(plain))) as package:
        assert "word/footnotes.xml" not in package.namelist()


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("Lúa đạt<note>Không kể lúa nương.</note>.", "Lúa đạt (không kể lúa nương)."),
        ("Lúa đạt.<note>Theo xã.</note> Ngô đạt.", "Lúa đạt (theo xã). Ngô đạt."),
        ("Rừng<note>Hạt Kiểm lâm báo.</note>", "Rừng (Hạt Kiểm lâm báo)"),
        ("Thu<note>UBND báo.</note>", "Thu (UBND báo)"),
        ("Thu <strong>đạt<note>Ước.</note></strong>", "Thu đạt (ước)"),
    ],
)
def test_in_an_article_a_note_stands_in_parentheses(markup: str, said: str) -> None:
    assert article(markup) == said


def test_an_article_has_no_notes(tmp_path: Path) -> None:
    tree = paper(tmp_path, "tin-bai").tree
    assert notes(tree) == ()
    assert "(không kể rừng trồng)" in text(tree)


def test_a_full_stop_before_a_note_is_not_doubled(tmp_path: Path) -> None:
    given = "năm: 2025\nđơn vị: xã A\nhạn chế:\n  - Thu chậm.^[Theo xã.]\n  - Chi chậm^[Theo xã.]\n"
    found = [line.text for line in lines(paper(tmp_path, "bao-cao", given).tree)]
    assert [line for line in found if "chậm" in line] == ["Thu chậm1.", "Chi chậm2."]


def test_a_note_in_a_note_stands_in_parentheses_and_an_empty_one_is_none(tmp_path: Path) -> None:
    given = "năm: 2025\nđơn vị: xã A\nđánh giá chung: 'Thu khá^[theo xã^[sơ bộ]], chi đủ^[].'\n"
    made = paper(tmp_path, "bao-cao", given)
    assert [text(note) for note in notes(made.tree)] == ["theo xã (sơ bộ)"]
    assert prove_pdf(write_pdf(made).content, made.tree, made.standard, FILE) == ()


def test_a_heading_s_note_is_not_in_the_table_of_contents() -> None:
    tree = typeset(parse('<article><h2 class="section">A<note>b</note></h2></article>'), choose("nhà nước", None))
    assert [text(without_notes(heading)) for heading in tree.elements] == ["A"]
