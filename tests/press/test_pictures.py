"""Pictures: what is refused, what a paper and a web page get of them, and that nothing of the camera comes along."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageCms
from pillow_heif import register_heif_opener

from reportgen.build import Outcome, Request, build
from reportgen.checks import check
from reportgen.layout.document import Picture
from reportgen.layout.standards import choose
from reportgen.layout.typeset import print_width
from reportgen.model.leaves import Words
from reportgen.model.reading import Input
from reportgen.press.pictures import read_picture
from reportgen.problems import Failure
from reportgen.writers.web import write_copies
from reportgen.writers.web.copies import copies_of, thumbnail_of
from reportgen.writers.web.labels import labelled
from samples import PHOTO, PLACE, SMALL, article, from_a_camera, rendered

PRESS = choose("báo chí", None)


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    """The colour at a place of a picture that has three of them."""
    colour = image.getpixel((x, y))
    assert isinstance(colour, tuple)
    return colour


def is_red(colour: tuple[int, ...]) -> bool:
    return colour[0] > 200 and colour[1] < 60


def read(folder: Path, name: str) -> Picture | Failure:
    return read_picture(Words(name), folder)


def test_a_telephone_s_picture_is_read_without_what_the_camera_says(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (60, 40))
    register_heif_opener()
    with Image.open(tmp_path / "a.jpg") as image:
        image.save(tmp_path / "a.heic", "HEIF", exif=image.getexif())
    found = read(tmp_path, "a.heic")
    assert isinstance(found, Picture)
    assert (found.width, found.height, found.media_type) == (60, 40, "image/jpeg")
    with Image.open(io.BytesIO(found.content)) as plain:
        assert is_red(pixel(plain, 1, 20)) and not plain.getexif()


# What is refused


def refused(folder: Path, name: str) -> str:
    found = read(folder, name)
    assert isinstance(found, Failure)
    return found.problems[0].code


def test_what_is_no_picture_is_refused_whoever_read_pictures_before(tmp_path: Path) -> None:
    import weasyprint.images  # noqa: F401  # it makes Pillow take files that were cut off

    (tmp_path / "thu.jpg").write_text("không phải ảnh", "utf-8")
    whole = io.BytesIO()
    Image.effect_noise((200, 200), 50).save(whole, "JPEG")
    (tmp_path / "cut.jpg").write_bytes(whole.getvalue()[: len(whole.getvalue()) // 2])
    assert [refused(tmp_path, name) for name in ("khong-co.jpg", "thu.jpg", "cut.jpg")] == ["A701", "A703", "A703"]


def test_a_picture_of_more_than_a_hundred_megapixels_is_refused_unread(tmp_path: Path) -> None:
    Image.new("1", (12_000, 9_000)).save(tmp_path / "a.png")
    assert refused(tmp_path, "a.png") == "A704"


def test_a_picture_of_one_endless_column_is_refused_unread(tmp_path: Path) -> None:
    Image.new("1", (1, 70_000)).save(tmp_path / "a.png")
    assert refused(tmp_path, "a.png") == "A703"


def test_a_picture_outside_the_input_s_folder_is_refused(tmp_path: Path) -> None:
    inside = tmp_path / "inputs"
    inside.mkdir()
    Image.new("RGB", (4, 4)).save(tmp_path / "a.png")
    (inside / "link.png").symlink_to(tmp_path / "a.png")
    assert [refused(inside, name) for name in ("../a.png", "link.png", str(tmp_path / "a.png"))] == ["A702"] * 3


def test_a_picture_is_there_and_described_in_other_words_than_its_caption(
    written: Callable[[str], Input], tmp_path: Path
) -> None:
    def codes(photo: str) -> list[str]:
        return [problem.code for problem in check(written(f"{SMALL}tin bài: {{ảnh: {photo}}}\n"))]

    assert codes(PHOTO) == ["A701"]
    from_a_camera(tmp_path / "a.jpg", (60, 40))
    assert codes(PHOTO) == []
    assert codes("{tệp: a.jpg, chú thích: Quang cảnh.}") == ["A705"]
    assert codes("{tệp: a.jpg, chú thích: Quang cảnh., mô tả: quang cảnh}") == ["A706"]
    assert codes("{chú thích: Quang cảnh.}") == []
    (tmp_path / "b.jpg").write_text("<svg/>", "utf-8")
    assert codes(PHOTO.replace("a.jpg", "b.jpg")) == ["A703"]
    for name in ("a:1.jpg", "aux.jpg"):
        from_a_camera(tmp_path / name, (60, 40))
        assert codes(PHOTO.replace("a.jpg", f"'{name}'")) == ["A707"]


def test_an_article_shows_so_many_photographs_and_the_first_beyond_is_told(written: Callable[[str], Input]) -> None:
    def codes(count: int) -> list[str]:
        photos = "".join(f"    - {{chú thích: Quang cảnh số {number}.}}\n" for number in range(1, count + 1))
        return [problem.code for problem in check(written(f"{SMALL}tin bài:\n  ảnh:\n{photos}"))]

    assert codes(50) == []
    assert codes(51) == codes(60) == ["A708"]


def test_the_page_s_address_is_a_whole_one(written: Callable[[str], Input]) -> None:
    def codes(page: str) -> list[str]:
        return [problem.code for problem in check(written(f'{SMALL}tin bài: {{địa chỉ trang: "{page}"}}\n'))]

    assert codes("https://binhan.gov.vn/tin-tuc/tong-ket.html") == []
    for wrong in ("binhan.gov.vn", "javascript:alert(1)", "https://binhan.gov.vn/a b", 'https://a.vn/\\"onload=x'):
        assert codes(wrong) == ["A710"], wrong


# What is made of it


def test_a_turned_photograph_stands_upright(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", turned=6)
    picture = read(tmp_path, "a.jpg")
    assert isinstance(picture, Picture)
    assert (picture.width, picture.height) == (1333, 2000)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert is_red(pixel(image, picture.width // 2, 20))


def test_nothing_of_the_camera_is_in_any_file(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg")
    original = (tmp_path / "a.jpg").read_bytes()
    assert b"SN-0042" in original
    document = rendered(article(tmp_path))
    for content in (document.pictures["anh-1.jpg"].content, *write_copies(document).values()):
        assert not {word for word in (b"SN-0042", "Hãng".encode(), PLACE.encode(), b"Exif") if word in content}


def test_transparent_pixels_become_white(tmp_path: Path) -> None:
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(tmp_path / "a.png")
    picture = read(tmp_path, "a.png")
    assert isinstance(picture, Picture)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert min(pixel(image, 20, 20)) > 250


OTHER_COLOURS = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()


@pytest.mark.parametrize("profile", [OTHER_COLOURS, b"broken"], ids=["of other colours", "broken"])
def test_a_profile_of_no_use_is_left_out(tmp_path: Path, profile: bytes) -> None:
    Image.new("RGB", (40, 40), "blue").save(tmp_path / "a.jpg", icc_profile=profile)
    picture = read(tmp_path, "a.jpg")
    assert isinstance(picture, Picture)
    with Image.open(io.BytesIO(picture.content)) as image:
        assert pixel(image, 20, 20)[2] > 240
        assert "icc_profile" not in image.info


def test_a_picture_that_changed_is_read_anew(tmp_path: Path) -> None:
    for size in ((40, 30), (60, 30)):
        Image.new("RGB", size).save(tmp_path / "a.png")
        picture = read(tmp_path, "a.png")
        assert isinstance(picture, Picture)
        assert (picture.width, picture.height) == size


# Copies for the web


def test_copies_are_made_for_screens_and_none_is_larger_than_its_picture(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (1200, 900))
    document = rendered(article(tmp_path))
    copies = copies_of(document, "anh-1.jpg")
    assert [(copy.name, copy.width, copy.height) for copy in copies] == [
        ("tin-bai-anh-1-480.jpg", 480, 360),
        ("tin-bai-anh-1-960.jpg", 960, 720),
        ("tin-bai-anh-1.jpg", 1200, 900),
    ]
    small = thumbnail_of(document, "anh-1.jpg")
    written = write_copies(document)
    assert written.keys() == {copy.name for copy in (*copies, small)}
    for copy in (*copies, small):
        with Image.open(io.BytesIO(written[copy.name])) as image:
            assert image.size == (copy.width, copy.height)
    assert small.width == 320


def test_a_tiny_picture_has_one_copy_in_its_own_size(tmp_path: Path) -> None:
    Image.new("RGB", (40, 3)).save(tmp_path / "a.jpg")
    document = rendered(article(tmp_path))
    assert [copy.width for copy in copies_of(document, "anh-1.jpg")] == [40]
    assert thumbnail_of(document, "anh-1.jpg").width == 40


def iim(content: bytes) -> dict[tuple[int, int], str]:
    """The records of a JPEG's IPTC-IIM as another program reads them."""
    from PIL import IptcImagePlugin

    with Image.open(io.BytesIO(content)) as image:
        records = IptcImagePlugin.getiptcinfo(image) or {}
    return {key: value.decode() for key, value in records.items() if isinstance(value, bytes) and key != (2, 0)}


def xmp(content: bytes) -> dict[str, str]:
    """The properties of a JPEG's XMP packet by their last name."""
    from lxml import etree

    with Image.open(io.BytesIO(content)) as image:
        packet = etree.fromstring(image.info["xmp"])
    described = packet.find(".//{http://www.w3.org/1999/02/22-rdf-syntax-ns#}Description")
    assert described is not None
    return {etree.QName(part).localname: "".join(part.itertext()) for part in described}


def test_every_copy_says_its_caption_and_credit(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg")
    photo = PHOTO.replace("}", ", tác giả: Lê Văn Ảnh}")
    for content in write_copies(rendered(article(tmp_path, photo))).values():
        said = iim(content)
        assert said[(2, 120)] == "Quang cảnh hội nghị."
        assert (said[(2, 80)], said[(2, 110)], said[(1, 90)]) == ("Lê Văn Ảnh", "Lê Văn Ảnh", "\x1b%G")
        assert xmp(content) == {
            "description": "Quang cảnh hội nghị.",
            "creator": "Lê Văn Ảnh",
            "Credit": "Lê Văn Ảnh",
        }


def test_the_author_of_the_article_took_what_nobody_else_is_named_for(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (400, 300))
    assert rendered(article(tmp_path)).pictures["anh-1.jpg"].credit == "Hồng Nhung"
    document = rendered(article(tmp_path, more="tiêu đề: Tổng kết năm 2024"))
    assert document.pictures["anh-1.jpg"].credit == ""
    assert iim(write_copies(document)["tin-bai-anh-1.jpg"])[(2, 110)] == "Ủy ban nhân dân xã Bình An"


def test_a_long_or_odd_caption_keeps_the_file_a_picture() -> None:
    plain = io.BytesIO()
    Image.new("RGB", (8, 8)).save(plain, "JPEG")
    words = "<&>ảnh " * 4000
    content = labelled(plain.getvalue(), words, words, words)
    assert words.startswith(iim(content)[(2, 120)])
    assert len(iim(content)[(2, 80)].encode()) <= 32
    assert xmp(content)["Credit"] == words[:2000]
    with Image.open(io.BytesIO(content)) as image:
        image.load()


# Print


@pytest.mark.parametrize(
    ("size", "width"),
    [((2000, 1333), 160), ((300, 200), 300 / 150 * 25.4), ((1333, 2000), 257 * 0.45 * 1333 / 2000), ((3, 2000), 0.17)],
)
def test_a_picture_is_printed_as_wide_as_the_text_its_pixels_and_the_page_allow(
    size: tuple[int, int], width: float
) -> None:
    assert print_width(Picture(b"", "image/jpeg", *size), PRESS.portrait) == pytest.approx(width, abs=0.01)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """An article with a large, a small and a high picture, as DOCX and PDF."""
    folder = tmp_path_factory.mktemp("printed")
    sizes = {"lon": (2000, 1200), "nho": (300, 200), "cao": (900, 2000)}
    for name, size in sizes.items():
        Image.effect_noise(size, 60).save(folder / f"{name}.png")
    photos = [f"{{tệp: {name}.png, chú thích: Ảnh {name}., mô tả: Nhiễu hạt.}}" for name in sizes]
    outcome = build(Request(article(folder, f"[{', '.join(photos)}]"), folder / "outputs", ("tin-bai",)))
    assert not outcome.failed, outcome.problems
    return outcome


def test_pictures_have_the_same_size_in_docx_and_pdf(printed: Outcome) -> None:
    import docx
    import pypdfium2
    from pypdfium2 import raw

    with (printed.folder / "tin-bai.docx").open("rb") as handle:
        word = [round(shape.width.mm, 1) for shape in docx.Document(handle).inline_shapes]
    assert word == [160.0, 50.8, 52.0]
    with pypdfium2.PdfDocument(printed.folder / "tin-bai.pdf") as document:
        boxes = [thing.get_bounds() for page in document for thing in page.get_objects((raw.FPDF_PAGEOBJ_IMAGE,))]
        pdf = [round((right - left) / 72 * 25.4, 1) for left, _, right, _ in boxes]
    assert pdf == pytest.approx(word, abs=0.3)


def test_the_manifest_names_every_picture(printed: Outcome) -> None:
    from reportgen.build.manifest import previous_outputs

    recorded = {str(entry["file"]) for entry in previous_outputs(printed.folder)}
    there = {file.name for file in printed.folder.iterdir()} - {"manifest.json"}
    assert recorded == there
    assert "tin-bai-anh-1-nho.jpg" in there


def test_pictures_of_an_older_article_are_dropped(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (400, 300))
    forms = ("docx", "html")
    first = build(Request(article(tmp_path), tmp_path / "outputs", formats=forms))
    assert (first.folder / "tin-bai-anh-1.jpg").exists()
    (tmp_path / "a.yaml").write_text(SMALL, "utf-8")
    build(Request(tmp_path / "a.yaml", tmp_path / "outputs"))
    assert not [file.name for file in first.folder.iterdir() if file.suffix == ".jpg"]


def test_a_file_with_damaged_camera_data_is_a_picture_or_refused(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (64, 48), turned=6)
    whole = (tmp_path / "a.jpg").read_bytes()
    for place in range(20, min(len(whole), 220)):
        for value in (0, 2, 8, 255):
            damaged = whole[:place] + bytes([value]) + whole[place + 1 :]
            (tmp_path / f"{place}-{value}.jpg").write_bytes(damaged)
            found = read(tmp_path, f"{place}-{value}.jpg")
            assert isinstance(found, Picture) or found.problems[0].code in {"A703", "A704"}


def test_a_picture_of_too_many_pixels_is_told_before_it_fills_the_memory(tmp_path: Path) -> None:
    Image.new("1", (10_000, 6_000)).save(tmp_path / "a.png")
    found = read_picture(Words("a.png"), tmp_path)
    assert isinstance(found, Failure)
    assert [(problem.code, problem.values["limit"]) for problem in found.problems] == [("A704", "50")]


def test_a_telephone_s_picture_of_many_pixels_is_made_smaller_while_it_is_read(tmp_path: Path) -> None:
    Image.new("RGB", (9_300, 7_000), "red").save(tmp_path / "a.jpg")
    found = read_picture(Words("a.jpg"), tmp_path)
    assert isinstance(found, Picture)
    assert max(found.width, found.height) <= 2000
