"""A folder of photographs as proposals for an article's pictures, in the order in which they were taken."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image
from pillow_heif import register_heif_opener

from reportgen.cli.language import choose
from reportgen.cli.program import program
from reportgen.model.reading import read_input

register_heif_opener()
TAKEN = 36867
INPUT = """\
năm: 2025
đơn vị: xã Bình An
tin bài:
  ảnh:
    - chú thích: Quang cảnh hội nghị.   # sáng
kết quả: Đạt.
"""


def picture(file: Path, taken: str = "") -> None:
    exif = Image.Exif()
    if taken:
        exif.get_ifd(0x8769)[TAKEN] = taken
    Image.new("RGB", (8, 6), "white").save(file, exif=exif)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "anh").mkdir()
    picture(tmp_path / "anh" / "b.jpg", "2025:12:26 08:12:33")
    picture(tmp_path / "anh" / "a.heic", "2025:12:26 09:30:00")
    picture(tmp_path / "anh" / "c.png")
    (tmp_path / "anh" / "ghi-chu.txt").write_text("không phải ảnh", "utf-8")
    return tmp_path


def run(*arguments: object) -> tuple[int, str]:
    choose("vi")
    result = CliRunner().invoke(program, ["import", *map(str, arguments)], standalone_mode=False)
    assert result.exception is None, result.exception
    return result.return_value or 0, result.output


def test_they_are_proposed_in_order_of_time_below_those_that_there_are(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(INPUT, "utf-8")
    assert run(folder / "anh", "--into", file)[0] == 0
    added = """\
    # Ảnh trong thư mục anh, theo giờ chụp. Dùng ảnh nào thì bỏ dấu # ở ba dòng của
    # ảnh ấy, viết chú thích và mô tả; ảnh không dùng thì xóa.
    # - tệp: anh/b.jpg   # 08:12 ngày 26/12/2025
    #   chú thích:
    #   mô tả:
    # - tệp: anh/a.heic   # 09:30 ngày 26/12/2025
    #   chú thích:
    #   mô tả:
    # - tệp: anh/c.png   # không rõ giờ chụp
    #   chú thích:
    #   mô tả:
"""
    assert file.read_text("utf-8") == INPUT.replace("kết quả:", f"{added}kết quả:")
    before = file.read_bytes()
    run(folder / "anh", "--into", file)
    assert file.read_bytes() == before


def test_without_its_comment_signs_a_proposal_is_an_entry(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(INPUT, "utf-8")
    run(folder / "anh", "--into", file)
    lines = file.read_text("utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if "anh/b.jpg" in line)
    lines[first : first + 3] = [line.replace("# ", "", 1) for line in lines[first : first + 3]]
    lines[first + 1] += " Khai mạc."
    file.write_text("\n".join(lines) + "\n", "utf-8")
    conference = read_input(file).conference
    assert conference is not None
    assert [(photo.file, photo.caption) for photo in conference.press.photos][1:] == [("anh/b.jpg", "Khai mạc.")]


@pytest.mark.parametrize(
    "press", ["", "tin bài: {tiêu đề: Hội nghị}\n", "tin bài:\n  tiêu đề: Hội nghị\n", "tin bài:\n"]
)
def test_an_input_without_pictures_gets_a_place_for_them(press: str, folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(f"năm: 2025\nđơn vị: xã Bình An\n{press}", "utf-8")
    assert run(folder / "anh", "--into", file)[0] == 0
    text = file.read_text("utf-8")
    assert text.index("anh/b.jpg") < text.index("anh/a.heic") < text.index("anh/c.png")
    assert [problem.code for problem in read_input(file).problems] == []


def test_a_new_input_has_the_proposals_too(folder: Path) -> None:
    assert run(folder / "anh", "-o", folder / "moi.yaml")[0] == 0
    text = (folder / "moi.yaml").read_text("utf-8")
    assert "năm: 2025\n" in text
    assert "    # - tệp: anh/a.heic   # 09:30 ngày 26/12/2025\n" in text


def test_a_folder_elsewhere_or_without_pictures_is_told(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    file = folder / "a.yaml"
    file.write_text(INPUT, "utf-8")
    other = tmp_path_factory.mktemp("khac")
    code, output = run(other, "--into", file)
    assert (code, "N173" in output) == (1, True)
    (folder / "trong").mkdir()
    code, output = run(folder / "trong", "--into", file)
    assert (code, "N172" in output) == (1, True)
    assert file.read_text("utf-8") == INPUT


def test_what_is_no_picture_is_told_and_left_out(folder: Path) -> None:
    (folder / "anh" / "hong.jpg").write_bytes(b"\xff\xd8 cut off")
    code, output = run(folder / "anh", "-o", folder / "moi.yaml")
    assert (code, "N171" in output) == (0, True)
