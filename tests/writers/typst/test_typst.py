"""Pages through Typst: every text is data, both standards hold, the structure is the paper's own."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import page
import pikepdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import EXAMPLE, FICTIONAL
from reportgen.build import Outcome, Request, build
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import Element, parse, squeezed
from reportgen.verify.pdf_page import pdf_pages
from reportgen.verify.proofs import prove_pdf
from reportgen.writers.missing import LettersError
from reportgen.writers.typst import write_pdf
from reportgen.writers.typst.literal import literal
from reportgen.writers.typst.markup import source

STATE = choose("nhà nước", None)
HOSTILE = (
    '#panic("x")',
    '"); panic("x"); ("',
    '\\"); panic("x") //',
    "\\u{41}",
    '#import "@preview/cetz:0.3.0"',
    '#read("/etc/passwd")',
    "= Mục *đậm* _nghiêng_ `mã` $x^2$ <nhãn> @nhãn // chú /* thích */",
    "- mục + mục / từ: nghĩa",
    "~ -- --- ... 'a' \"b\"",
    "[#]{}()",
    "http://a.vn/#đoạn",
)


def document(markup: str, record: dict[str, str] | None = None) -> Document:
    tree = typeset(parse(f'<article lang="vi">{markup}</article>'), STATE)
    return Document("thu", tree, STATE, Metadata("Báo cáo thử", record=record or {}))


def written(markup: str) -> bytes:
    return write_pdf(document(markup)).content


def conforms(content: bytes, part: str = "2a") -> list[str]:
    reports = [page.validate_pdf_bytes(content, profile=profile) for profile in (part, "ua1")]
    return [failure.message for report in reports for failure in report.failures]


def shown(content: bytes) -> str:
    return squeezed("".join(text.words for sheet in pdf_pages(content) for text in sheet.texts))


def kinds(content: bytes) -> list[Any]:
    """The structure tree as nested lists: a type, then what is below it."""

    def below(element: Any) -> list[Any]:
        kids = element.get("/K")
        inside = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
        return [
            str(element.S)[1:],
            *(below(kid) for kid in inside if isinstance(kid, pikepdf.Dictionary) and "/S" in kid),
        ]

    with pikepdf.open(io.BytesIO(content)) as pdf:
        top = pdf.Root.StructTreeRoot.K
        return below(top[0] if isinstance(top, pikepdf.Array) else top)


@given(st.text())
@settings(max_examples=200)
def test_a_literal_gives_the_text_again(words: str) -> None:
    whole = words.encode("utf-8", "replace").decode()
    told = json.loads(typst.eval(b"", f"({literal(words)}.codepoints(), {literal(words)}.len())"))
    assert "".join(told[0]) == "".join(letter if not "\ud800" <= letter <= "\udfff" else "\ufffd" for letter in words)
    assert whole is not None


TEXT = st.text(st.sampled_from("#\"\\[]{}()$*_`<>@=-+/~:;.,'&%!? aănđ1\u00a0\u200b\u2028"), min_size=1, max_size=30)


@given(TEXT, TEXT)
@settings(max_examples=60)
def test_no_text_changes_the_structure_or_runs_as_code(one: str, other: str) -> None:
    plain, strange = (
        Element(
            "article",
            "",
            (("lang", "vi"),),
            (
                Element("h1", "type", (), (first,)),
                Element("p", "", (), (f"x{first}x", Element("strong", "", (), (f"x{second}x",)))),
                Element("ul", "dashes", (), (Element("li", "", (), (f"x{second}x",)),)),
            ),
        )
        for first, second in (("a", "b"), (f"x{one}x", other))
    )
    files = [
        write_pdf(Document("thu", typeset(tree, STATE), STATE, Metadata(title, subject=title, keywords=(title,))))
        for tree, title in ((plain, "a"), (strange, f"{one}x"))
    ]
    assert kinds(files[0].content) == kinds(files[1].content)
    wanted = squeezed(f"x{one}xxx{one}xxx{other}x-x{other}x")
    unseen = str.maketrans("", "", "\u200b\ufffe\u2028")
    assert shown(files[1].content).translate(unseen) == wanted.translate(unseen)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_code_of_typst_is_printed_as_it_is_typed(hostile: str) -> None:
    tree = Element("article", "", (("lang", "vi"),), (Element("p", "", (), (hostile,)),))
    facts = Metadata(hostile, subject=hostile, author=hostile, keywords=(hostile,), record={"TypeName": hostile})
    content = write_pdf(Document("thu", typeset(tree, STATE), STATE, facts)).content
    assert shown(content) == squeezed(hostile)
    assert conforms(content) == []
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo["/Title"]) == hostile


def test_addresses_and_descriptions_are_data_too() -> None:
    hostile = '"); panic("x"); ("'
    link = Element("a", "", (("href", f"https://a.vn/{hostile}"),), ("liên kết",))
    point = Element("point", "", (("label", hostile), ("text", hostile), ("value", "1")))
    chart = Element("chart", "", (("kind", "bars"), ("unit", ""), ("alt", hostile)), (point,))
    tree = Element(
        "article", "", (("lang", "vi"),), (Element("p", "", (), (link,)), Element("figure", "", (), (chart,)))
    )
    content = write_pdf(Document("thu", typeset(tree, STATE), STATE, Metadata("a"))).content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        notes = [note for sheet in pdf.pages for note in sheet.obj.Annots]
        assert str(notes[0].A.URI) == f"https://a.vn/{hostile}"
    assert squeezed("".join(text.words for text in pdf_pages(content)[0].drawn)) == squeezed(hostile * 2)


TABLE = """<table><thead>
<tr><th scope="col" rowspan="2">STT</th><th scope="col" colspan="2">So sánh</th>
<th scope="col" rowspan="2">Ghi chú</th></tr>
<tr><th scope="col">Năm</th><th scope="col">KH</th></tr></thead>
<tbody><tr><td class="cell_head">I</td><td class="cell_group" colspan="3">Nhóm</td></tr>
<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></tbody></table>"""
LIST = '<ul class="dashes"><li>một<ul class="pluses"><li>hai</li></ul></li><li>ba</li></ul>'


@pytest.mark.parametrize(
    "markup",
    [
        "<p>một</p>",
        TABLE,
        LIST,
        '<h1 class="type">BÁO CÁO</h1><h2 class="part">A</h2><h3 class="section">B</h3>',
        f'<h1 class="type">A</h1><section class="annex_wide"><h2 class="annex_word">Phụ lục</h2>{TABLE}</section>',
        "<p>x<sup>2</sup> <strong>đậm</strong> <em>nghiêng</em> <u>gạch</u><br/>dòng</p>",
        "<p>một<note>chú thích</note> hai<note>chú thích nữa</note></p>",
        '<p><a href="https://a.vn">nơi</a></p>',
        '<p>một</p><p class="urgent">KHẨN</p><p>hai</p>',
    ],
)
def test_every_part_of_the_vocabulary_conforms_and_is_proved(markup: str) -> None:
    paper = document(markup)
    content = write_pdf(paper).content
    assert conforms(content) == []
    assert prove_pdf(content, paper.tree, paper.standard, Path("a.pdf")) == ()


def test_lists_are_lists_and_their_inner_lists_stand_in_the_item() -> None:
    words = ["LI", ["LBody"]]
    assert kinds(written(LIST)) == [
        "Document",
        ["Art", ["L", ["LI", ["LBody", ["P"], ["L", words]]], words]],
    ]


def test_a_table_has_head_and_body_and_its_cells_say_how_far_they_span() -> None:
    content = written(TABLE)
    art = kinds(content)[1]
    assert art == [
        "Art",
        [
            "Table",
            ["THead", ["TR", ["TH"], ["TH"], ["TH"]], ["TR", ["TH"], ["TH"]]],
            ["TBody", ["TR", ["TD"], ["TD"]], ["TR", ["TD"], ["TD"], ["TD"], ["TD"]]],
        ],
    ]
    with pikepdf.open(io.BytesIO(content)) as pdf:
        first, second, _ = pdf.Root.StructTreeRoot.K[0].K[0].K[0].K[0].K[0].K
        assert int(first.A[0].RowSpan) == 2
        assert first.A[0].Scope == pikepdf.Name.Column
        assert second.A[0].ColSpan == 2


def test_cells_that_span_rows_are_drawn_where_the_tree_has_them_and_stand_in_the_middle() -> None:
    sheet = pdf_pages(written(TABLE))[0]
    assert shown(written(TABLE)).startswith("STTSosánhGhichúNămKH")
    places = {text.words.strip(): text.baseline for text in sheet.texts}
    assert places["STT"] == pytest.approx((places["So sánh"] + places["Năm"]) / 2, abs=0.1)


def test_a_row_higher_than_a_page_is_parted() -> None:
    paper = write_pdf(document(f"<table><tbody><tr><td>{'dài ' * 3000}</td><td>1</td></tr></tbody></table>"))
    assert paper.pages > 1
    assert shown(paper.content).count("dài") == 3000
    lowest = max(text.baseline for sheet in pdf_pages(paper.content) for text in sheet.texts)
    assert lowest < STATE.portrait.height - STATE.portrait.bottom


def test_a_group_s_row_never_ends_a_page() -> None:
    """A row that belongs to the next one stays with it, wherever the page ends."""
    group = '<tr><td class="cell_head">I</td><td class="cell_group">Nhóm</td></tr>'
    for before in range(44, 52):
        rows = "".join(f"<tr><td>{number}</td><td>dòng</td></tr>" for number in range(before))
        rest = "<tr><td>cuối</td><td>dòng</td></tr>" * 4
        content = written(f"<table><tbody>{rows}{group}{rest}</tbody></table>")
        for sheet in pdf_pages(content):
            words = [text.words.strip() for text in sheet.texts]
            assert words[-1] != "Nhóm", before


def test_no_stream_ends_as_an_archive_s_reader_would_misread_it() -> None:
    for letters in range(60):
        content = written(f"<p>{'đ' * letters} dài ngắn {letters}</p>{TABLE if letters % 3 else ''}")
        assert b"\r\nendstream" not in content
        assert not any("/Length" in message for message in conforms(content))


def test_the_same_paper_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    first = written(TABLE)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.chdir(tmp_path)
    assert written(TABLE) == first


def test_a_letter_that_the_font_lacks_is_told() -> None:
    with pytest.raises(LettersError, match="could not be displayed"):
        written("<p>汉字</p>")


@pytest.mark.parametrize(
    "markup",
    [
        "<p><br/></p>",
        "<p></p>",
        "<p>\u200b</p>",
        "<p>\ufe0f\u00ad</p>",
        "<p><strong></strong></p>",
        '<p><a href="https://a.vn"></a></p>',
        '<ul class="dashes"><li></li></ul>',
        '<h2 class="annex_word"></h2>',
        '<h2 class="part"></h2>',
        "<table><tbody><tr><td></td><td>x</td></tr><tr><td>x</td></tr></tbody></table>",
        '<table><tbody><tr><td rowspan="9">1</td><td colspan="5">2</td></tr><tr><td>3</td></tr></tbody></table>',
    ],
)
def test_what_shows_nothing_leaves_the_structure_whole(markup: str) -> None:
    """Rows of a table that lack cells break a rule of archives in any engine; nothing else may be broken."""
    content = written(f'<h1 class="type">A</h1>{markup}<p>cuối</p>')
    assert shown(content).endswith("cuối")
    assert [message for message in conforms(content) if "Table" not in message] == []


def test_what_no_source_names_is_not_read() -> None:
    """Only the paper's own pictures are there, under names that no text of the paper chooses."""
    picture = Element("img", "", (("src", "/etc/passwd"), ("alt", "x"), ("width", "10")))
    tree = typeset(Element("article", "", (), (Element("figure", "", (), (picture,)),)), STATE)
    with pytest.raises(ValueError, match="not among the paper's pictures"):
        source(Document("thu", tree, STATE, Metadata("Thử")))


@pytest.fixture(scope="module")
def by_typst(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return build(Request(FICTIONAL, tmp_path_factory.mktemp("outputs"), engine="typst"))


def test_the_manifest_names_the_engine_and_its_version(by_typst: Outcome) -> None:
    assert not by_typst.failed, by_typst.problems
    record = json.loads((by_typst.folder / "manifest.json").read_bytes())
    engines = {entry["file"]: entry.get("engine") for entry in record["outputs"]}
    assert engines["bao-cao.pdf"] == "typst"
    assert engines["tin-bai.html"] is None
    versions = next(entry["engine_versions"] for entry in record["outputs"] if entry["file"] == "bao-cao.pdf")
    assert versions == {"typst": typst_version(), "pikepdf": pikepdf.__version__}


def typst_version() -> str:
    from importlib import metadata

    return metadata.version("typst")


def test_the_contents_lead_to_their_headings(by_typst: Outcome) -> None:
    with pikepdf.open(by_typst.folder / "bao-cao.pdf") as pdf:
        links = [note for note in pdf.pages[0].obj.Annots if note.Subtype == pikepdf.Name.Link]
        assert str(links[0].Contents).startswith("Phần I")
        assert all(link.Dest[0].objgen in {sheet.obj.objgen for sheet in pdf.pages} for link in links)
        assert len(links) > 10
    contents = next(kind for kind in kinds((by_typst.folder / "bao-cao.pdf").read_bytes())[1] if kind[0] == "TOC")
    assert contents[:3] == ["TOC", ["Caption"], ["TOCI", ["P", ["Link"]], ["P"]]]
    assert len(contents) > 10


def test_the_record_of_annex_vi_stands_in_its_metadata_once(by_typst: Outcome) -> None:
    with pikepdf.open(by_typst.folder / "bao-cao.pdf") as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
        titles = [str(item.title) for item in pdf.open_outline().root]
    assert "<vn:CodeNumber>387</vn:CodeNumber>" in packet
    assert f"<vn:PageAmount>{len(pdf_pages((by_typst.folder / 'bao-cao.pdf').read_bytes()))}</vn:PageAmount>" in packet
    assert packet.count("<dc:language>") == packet.count("pdfaExtension:schemas><rdf:Bag>") == 1
    assert titles[0] == "BÁO CÁO"


def test_with_its_source_it_is_pdf_a_3a(tmp_path: Path) -> None:
    outcome = build(Request(EXAMPLE, tmp_path, ("bao-cao",), ("pdf",), "3a", "typst"))
    assert not outcome.failed, outcome.problems
    with pikepdf.open(outcome.folder / "bao-cao.pdf") as pdf:
        assert pdf.attachments[EXAMPLE.name].get_file().read_bytes() == EXAMPLE.read_bytes()
        assert pdf.Root.AF[0].AFRelationship == pikepdf.Name.Source


def test_photographs_and_their_descriptions(tmp_path: Path) -> None:
    from samples import article, from_a_camera, rendered

    from_a_camera(tmp_path / "a.jpg")
    paper = rendered(article(tmp_path))
    content = write_pdf(paper).content
    assert prove_pdf(content, paper.tree, paper.standard, Path("a.pdf")) == ()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        figures = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert [str(figure.Alt) for figure in figures] == ["Hội trường kín người."]


def test_every_paper_of_an_example_has_a_render() -> None:
    """What the papers need of the machine is one of the fonts; the compiler's own are never taken."""
    paper = render(read_input(EXAMPLE), papers_for(None)["bao-cao"])
    assert isinstance(paper, Document)
    with pikepdf.open(io.BytesIO(write_pdf(paper).content)) as pdf:
        fonts = {
            str(item.BaseFont) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/BaseFont" in item
        }
    assert {name.partition("+")[2].partition("-")[0] for name in fonts} == {"Tinos"}
