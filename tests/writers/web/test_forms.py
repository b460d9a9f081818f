"""The article's forms for portals and newsrooms: valid by their own rules, with nothing that a portal throws away."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import nh3
import pytest
import tinyhtml5
from test_web import EXAMPLES, Page, article
from tinyhtml5.parser import HTMLParser as StrictParser

from conftest import EXAMPLE, FICTIONAL
from reportgen.layout.document import Document
from reportgen.tree import lines, squeezed
from reportgen.writers.web import write_copies, write_fields, write_fragment, write_markdown, write_ninjs, write_page
from reportgen.writers.web.portal import alias
from samples import SMALL, from_a_camera, rendered
from samples import article as with_photo

NINJS = json.loads((Path(__file__).parent / "ninjs-3.1-part.schema.json").read_text("utf-8"))
NUKEVIET = frozenset(
    re.findall(
        r"\w+",
        "embed, object, param, a, b, blockquote, br, caption, col, colgroup, div, em, h1, h2, h3, h4, h5, h6, hr, i, "
        "img, li, p, span, strong, s, sub, sup, table, tbody, td, th, tr, u, ul, ol, iframe, figure, figcaption, "
        "video, audio, source, track, code, pre",
    )
)
"""NV_ALLOWED_HTML_TAGS of NukeViet 4.5 as it is installed."""
ATTRIBUTES = {
    "img": {"src", "alt", "width", "height"},
    "a": {"href"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
BUSY = """<article><h1 class="headline">Tít &amp; bài</h1><p class="standfirst">Sapo.</p>
<h2 class="section">Kinh tế</h2><h3 class="clause">Thu</h3><h4 class="subclause">Chi</h4>
<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>
<tbody><tr><td colspan="2">x &lt; y</td></tr></tbody></table>
<ol class="numbers" start="3"><li>một<ul class="dashes"><li>hai</li></ul></li></ol>
<p>m<sup>2</sup> <u>gạch</u> <em>nghiêng</em> <data value="5" data-figure="a" data-part="giá trị">5 ha</data><br/>
<a href="https://a.vn/?b=1&amp;c=2">liên kết</a></p><section><p class="quote">“Lời”</p></section>
<p class="byline">Hồng Nhung</p><p class="source_line">Theo Báo Bình An</p></article>"""


@pytest.fixture
def photographed(tmp_path: Path) -> Document:
    """An article with two photographs and an address."""
    from_a_camera(tmp_path / "a.jpg")
    from_a_camera(tmp_path / "b.jpg", (300, 200))
    photos = "[{tệp: a.jpg, chú thích: 'Quang \"cảnh\".', mô tả: Hội trường <đông>.}, "
    photos += "{tệp: b.jpg, chú thích: Trao quà., mô tả: Hai người bắt tay., tác giả: Lê An}]"
    page = "địa chỉ trang: https://binhan.gov.vn/tin/tong-ket.html"
    return rendered(with_photo(tmp_path, photos, page))


@pytest.fixture
def busy() -> Document:
    """An article with every tag that the writers meet."""
    from reportgen.layout.document import Metadata
    from reportgen.layout.standards import choose
    from reportgen.layout.typeset import typeset
    from reportgen.tree import parse

    press = choose("báo chí", None)
    return Document("tin", typeset(parse(BUSY), press), press, Metadata("Tít & bài", author="A", organ="UBND xã B"))


@pytest.fixture(params=[*(path.stem for path in EXAMPLES), "photographed", "busy"])
def any_article(request: pytest.FixtureRequest) -> Document:
    """Each example's article and the two made up ones."""
    known = {path.stem: path for path in EXAMPLES}
    found: Document = (
        article(known[request.param]) if request.param in known else request.getfixturevalue(request.param)
    )
    return found


# The page


def errors(page: str) -> list[Any]:
    """What a strict HTML parser stumbles over."""
    parser = StrictParser()
    parser.parse(page)
    return list(parser.errors)


def test_the_page_is_valid_html(any_article: Document) -> None:
    page = write_page(any_article).decode()
    assert errors(page) == []
    assert errors(page.replace("</main>", "")) != []


def test_the_page_says_its_language_and_fits_a_telephone(any_article: Document) -> None:
    page = write_page(any_article).decode()
    assert '<html lang="vi">' in page
    assert 'name="viewport" content="width=device-width, initial-scale=1"' in page
    assert page.count("<h1") == page.count("<main>") == page.count("<article") == 1


def meta(page: str) -> dict[str, str]:
    from html import unescape

    return {name: unescape(content) for name, content in re.findall(r'<meta \w+="([^"]+)" content="([^"]*)">', page)}


def test_the_page_is_introduced_to_social_networks(photographed: Document) -> None:
    told = meta(write_page(photographed).decode())
    wanted = {
        "og:type": "article",
        "og:locale": "vi_VN",
        "og:url": "https://binhan.gov.vn/tin/tong-ket.html",
        "og:image": "https://binhan.gov.vn/tin/tin-bai-anh-1.jpg",
        "og:image:width": "1600",
        "og:image:height": "1066",
        "og:image:alt": "Hội trường <đông>.",
        "twitter:card": "summary_large_image",
        "twitter:image": "https://binhan.gov.vn/tin/tin-bai-anh-1.jpg",
    }
    assert {name: told.get(name) for name in wanted} == wanted
    assert told["og:title"] == told["twitter:title"] == photographed.metadata.title
    assert "og:url" not in meta(write_page(article(EXAMPLE)).decode())


NEWS_ARTICLE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["@context", "@type", "headline", "author", "publisher", "description"],
    "$defs": {
        "time": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00$"},
        "who": {
            "type": "object",
            "additionalProperties": False,
            "required": ["@type", "name"],
            "properties": {"@type": {"enum": ["Person", "Organization"]}, "name": {"type": "string", "minLength": 1}},
        },
        "image": {
            "type": "object",
            "additionalProperties": False,
            "required": ["@type", "url", "width", "height", "caption"],
            "properties": {
                "@type": {"const": "ImageObject"},
                "url": {"type": "string", "minLength": 1},
                "width": {"type": "integer", "minimum": 1},
                "height": {"type": "integer", "minimum": 1},
                "caption": {"type": "string"},
                "creditText": {"type": "string"},
            },
        },
    },
    "properties": {
        "@context": {"const": "https://schema.org"},
        "@type": {"const": "NewsArticle"},
        "headline": {"type": "string", "minLength": 1},
        "description": {"type": "string"},
        "inLanguage": {"const": "vi"},
        "datePublished": {"$ref": "#/$defs/time"},
        "dateModified": {"$ref": "#/$defs/time"},
        "author": {"$ref": "#/$defs/who"},
        "publisher": {"$ref": "#/$defs/who"},
        "keywords": {"type": "array", "items": {"type": "string"}},
        "wordCount": {"type": "integer", "minimum": 1},
        "isAccessibleForFree": {"type": "boolean"},
        "mainEntityOfPage": {"type": "string", "pattern": "^https?://"},
        "image": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/image"}},
    },
}
"""Schema.org's NewsArticle and ImageObject, as far as a page uses them; each property is one of those types'."""


def test_the_page_s_linked_data_is_a_news_article(photographed: Document) -> None:
    for document in (photographed, article(EXAMPLE), article(FICTIONAL)):
        (script,) = Page(write_page(document)).scripts
        jsonschema.validate(json.loads(script), NEWS_ARTICLE)
    (script,) = Page(write_page(photographed)).scripts
    assert [image["url"] for image in json.loads(script)["image"]] == [
        "https://binhan.gov.vn/tin/tin-bai-anh-1.jpg",
        "https://binhan.gov.vn/tin/tin-bai-anh-2.jpg",
    ]


@pytest.mark.parametrize(
    ("event", "told"), [("", 0), ("hội nghị: 14/12/2024\n", 1), ("văn bản: {ngày: 14/12/2024}\n", 1)]
)
def test_without_a_day_nothing_says_when_the_article_came_out(tmp_path: Path, event: str, told: int) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"{SMALL}{event}", "utf-8")
    document = rendered(file)
    page, fields, news = write_page(document).decode(), write_fields(document).decode(), write_ninjs(document).decode()
    assert [form.count(f"2024-12-{day}") for form in (page, news) for day in ("14", "31")] == [3 * told, 0, 2 * told, 0]
    assert fields.count('"publtime"') == fields.count('"14/12/2024"') == told


def test_pictures_come_in_the_sizes_of_screens(photographed: Document) -> None:
    page = write_page(photographed).decode()
    first, second = re.findall(r"<img[^>]*>", page)
    files = "tin-bai-anh-1-480.jpg 480w, tin-bai-anh-1-960.jpg 960w, tin-bai-anh-1.jpg 1600w"
    assert f'srcset="{files}"' in first
    assert "loading" not in first
    assert 'loading="lazy"' in second
    assert "srcset" not in second
    named = set(re.findall(r"tin-bai-anh-[\w-]+\.jpg", page))
    assert named <= write_copies(photographed).keys()


def test_every_form_names_pictures_that_lie_beside_it(photographed: Document) -> None:
    there = write_copies(photographed).keys()
    for write in (write_fragment, write_markdown, write_ninjs, write_fields):
        named = set(re.findall(r"tin-bai-anh-[\w-]+\.jpg", write(photographed).decode()))
        assert named
        assert named <= there


# The fragment


def test_a_portal_s_sanitizer_takes_nothing_away(any_article: Document) -> None:
    fragment = write_fragment(any_article).decode()
    kept = nh3.clean(fragment, tags=set(NUKEVIET), attributes=ATTRIBUTES, link_rel=None)
    assert normal(kept) == normal(fragment)


def normal(fragment: str) -> str:
    """The fragment as a browser understands it, written one way, attributes in order."""
    tree = tinyhtml5.parse(f"<!DOCTYPE html><title>x</title>{fragment}", namespace_html_elements=False)
    return "\n".join(_nodes(tree))


def _nodes(element: Any) -> Iterator[str]:
    yield f"{element.tag} {sorted(element.attrib.items())} {element.text!r} {element.tail!r}"
    for child in element:
        yield from _nodes(child)


def test_the_fragment_is_valid_and_has_no_look_of_its_own(any_article: Document) -> None:
    fragment = write_fragment(any_article).decode()
    assert errors(f"<!DOCTYPE html><title>x</title>{fragment}") == []
    assert not re.search(r"<[^>]+\s(class|style|id|data-\w+|on\w+)=|<(script|style|data|h1)\b", fragment)


def test_the_fragment_has_all_words_but_the_headline(any_article: Document) -> None:
    shown = Page(f"<main>{write_fragment(any_article).decode()}</main>".encode()).words
    wanted = [line.text for line in lines(any_article.tree) if line.style != "headline"]
    assert squeezed("".join(shown)) == squeezed("".join(wanted))


def test_tables_have_one_body_in_the_fragment(busy: Document) -> None:
    fragment = write_fragment(busy).decode()
    assert "<table><tbody><tr><th>A</th><th>B</th></tr><tr>" in fragment
    assert "thead" not in fragment


# ninjs


def test_ninjs_is_valid(any_article: Document) -> None:
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    validator = jsonschema.Draft202012Validator(NINJS, format_checker=checker)
    item = json.loads(write_ninjs(any_article))
    assert [error.message for error in validator.iter_errors(item)] == []
    assert list(validator.iter_errors({**item, "headline": "x"})) != []


OFFICIAL = os.environ.get("NINJS_SCHEMA", "")
"""The file of IPTC's own schema, `ninjs-schema_3.1.json`, which is not ours to copy: github.com/iptc/newsinjson."""


@pytest.mark.skipif(not OFFICIAL, reason="NINJS_SCHEMA does not name IPTC's schema")
def test_ninjs_is_valid_by_the_schema_of_the_iptc(any_article: Document) -> None:
    schema = json.loads(Path(OFFICIAL).read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    assert [error.message for error in validator.iter_errors(json.loads(write_ninjs(any_article)))] == []


def test_ninjs_holds_the_article_and_its_pictures(photographed: Document) -> None:
    item = json.loads(write_ninjs(photographed))
    assert item["uri"] == "https://binhan.gov.vn/tin/tong-ket.html"
    assert item["type"] == "composite"
    assert item["headlines"][0]["value"] == photographed.metadata.title
    first, second = item["associations"]
    assert {part["role"]: part["value"] for part in first["descriptions"]} == {
        "caption": 'Quang "cảnh".',
        "alt": "Hội trường <đông>.",
    }
    assert second["by"] == "Lê An"
    assert [rendition["href"] for rendition in second["renditions"]] == [
        "https://binhan.gov.vn/tin/tin-bai-anh-2-nho.jpg",
        "https://binhan.gov.vn/tin/tin-bai-anh-2.jpg",
    ]


def test_an_item_keeps_its_name_when_its_words_change(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    names = []
    for place in ("tổng kết", "tổng kết công tác"):
        file.write_text(f"năm: 2024\nđơn vị: xã Bình An\ntin bài: {{tiêu đề: Xã Bình An {place}}}\n", "utf-8")
        names.append(json.loads(write_ninjs(rendered(file)))["uri"])
    assert names[0] == names[1]
    assert names[0].startswith("urn:uuid:")


# A portal's fields


def test_a_portal_s_fields_are_named_as_nukeviet_names_them(photographed: Document) -> None:
    fields = json.loads(write_fields(photographed))
    columns = {"title", "alias", "hometext", "bodyhtml", "keywords", "author", "sourcetext", "homeimgfile"}
    assert columns | {"homeimgalt", "description"} <= fields.keys()
    assert fields["homeimgfile"] == "tin-bai-anh-1.jpg"
    assert fields["homeimgalt"] == 'Quang "cảnh".'
    assert [picture["author"] for picture in fields["images"]] == ["", "Lê An"]


def test_the_example_s_fields_are_ready_to_be_typed_in() -> None:
    fields = json.loads(write_fields(article(EXAMPLE)))
    assert fields["author"] == "Hồng Nhung"
    assert (fields["publtime"], fields["publ_date"]) == (1702486800, "14/12/2023")
    assert "Hồng Nhung" not in fields["bodyhtml"]
    assert fields["hometext"] not in fields["bodyhtml"]
    assert fields["keywords"].startswith("phường Trưng Vương, ")


def test_a_reprint_s_source_is_named_without_its_by_word(busy: Document) -> None:
    assert json.loads(write_fields(busy))["sourcetext"] == "Báo Bình An"


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Phường Trưng Vương tổng kết năm 2023", "phuong-trung-vuong-tong-ket-nam-2023"),
        ("Đảng ủy xã: “Đổi mới”, đạt 100,3% - vượt kế hoạch!", "dang-uy-xa-doi-moi-dat-100-3-vuot-ke-hoach"),
        ("…Ước đạt 41,795 tỷ đồng/năm (tăng 9,7%)…", "uoc-dat-41-795-ty-dong-nam-tang-9-7"),
        ("Ngõ 12 rộng 800m²", "ngo-12-rong-800m"),
        ("Ỷ Ỹ Ỵ ỗ ợ ữ ẵ ẫ ễ", "y-y-y-o-o-u-a-a-e"),
    ],
)
def test_the_alias_is_made_as_nukeviet_makes_it(title: str, wanted: str) -> None:
    assert alias(title) == wanted


def test_a_long_title_is_cut_where_the_portal_would_cut_it(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    long = " ".join(["hội nghị tổng kết"] * 30)
    file.write_text(f"năm: 2024\nđơn vị: xã Bình An\ntin bài: {{tiêu đề: {long}}}\n", "utf-8")
    fields = json.loads(write_fields(rendered(file)))
    assert 230 < len(fields["title"]) <= 250
    assert fields["title"].endswith(("nghị", "kết", "tổng", "hội"))
    assert len(fields["alias"]) <= 250


# A unit's own paper


def test_an_official_paper_may_have_the_web_s_forms_too(tmp_path: Path) -> None:
    from reportgen.build import Request, build

    own = tmp_path / "templates" / "thong-tin"
    own.mkdir(parents=True)
    (own / "paper.yaml").write_text("tên: X\ntrình bày: văn bản\nđịnh dạng: html, fragment.html, txt\n", "utf-8")
    (own / "paper.xml.j2").write_text(
        '<article lang="vi"><h1 class="type">THÔNG TIN</h1><p>Xã đạt chuẩn<note>Theo quyết định của tỉnh.</note>.</p>'
        '<figure><chart kind="bars" unit="hộ" alt="Hộ nghèo"><point label="Thôn Một" text="12 hộ" value="12" '
        'data-figure="ho" data-part="Thôn Một"/></chart><figcaption>Biểu đồ.</figcaption></figure></article>',
        "utf-8",
    )
    (tmp_path / "a.yaml").write_text("năm: 2024\nđơn vị: xã Bình An\n", "utf-8")
    outcome = build(Request(tmp_path / "a.yaml", tmp_path / "outputs", ("thong-tin",)))
    assert not outcome.failed, outcome.problems
    for form in ("html", "fragment.html", "txt"):
        written = (outcome.folder / f"thong-tin.{form}").read_text("utf-8")
        words = re.sub(r"<[^>]+>|\|", "", written)
        assert "Xã đạt chuẩn (theo quyết định của tỉnh)." in words
        assert "Thôn Một12 hộ" in words.replace("  ", "")
    assert errors((outcome.folder / "thong-tin.html").read_text("utf-8")) == []
