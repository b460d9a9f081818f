"""What nothing has changed for is left alone: a whole folder, or single papers in it; and what it was made from is
noticed when it changes, whatever it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from reportgen.build import Outcome, Request, build, sources
from reportgen.build.digest import document_digest
from reportgen.build.manifest import MANIFEST
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from samples import SMALL

DESCRIBED = ", mô tả: Các đại biểu ngồi trong hội trường."
PHOTO = f"tin bài: {{ảnh: [{{tệp: anh.jpg, chú thích: Quang cảnh hội nghị.{DESCRIBED}}}]}}\n"


@pytest.fixture
def request_(tmp_path: Path) -> Request:
    """A small input with a photograph and a template of its own, built once."""
    (tmp_path / "a.yaml").write_text(SMALL + PHOTO, "utf-8")
    Image.new("RGB", (900, 600), "green").save(tmp_path / "anh.jpg")
    own = tmp_path / "templates" / "to-trinh-xa"
    own.mkdir(parents=True)
    (own / "paper.yaml").write_text("tên: Phiếu\ntrình bày: báo chí\nđịnh dạng: txt\n", "utf-8")
    (own / "paper.xml.j2").write_text('<article><h1 class="headline">{{ unit }}</h1><p>Phiếu.</p></article>', "utf-8")
    request = Request(tmp_path / "a.yaml", tmp_path / "outputs")
    assert not build(request).failed
    return request


def made(outcome: Outcome) -> set[str]:
    """The files that were made anew."""
    assert outcome.problems == ()
    return {file.name for file in outcome.files} - {file.name for file in outcome.kept} - {MANIFEST}


def stamps(folder: Path) -> dict[str, int]:
    return {file.name: file.stat().st_mtime_ns for file in folder.iterdir()}


def test_what_is_unchanged_is_left_alone(request_: Request) -> None:
    before = stamps(request_.folder)
    outcome = build(request_)
    assert outcome.unchanged
    assert {file.name for file in outcome.files} == before.keys()
    assert stamps(request_.folder) == before


def test_by_force_it_is_built_anew_with_the_same_bytes(request_: Request) -> None:
    before = {file.name: file.read_bytes() for file in request_.folder.iterdir()}
    outcome = build(replace(request_, force=True))
    assert made(outcome) == before.keys() - {MANIFEST}
    assert {file.name: file.read_bytes() for file in request_.folder.iterdir()} == before


def another_comment(folder: Path) -> None:
    with (folder / "a.yaml").open("a", encoding="utf-8") as file:
        file.write("# đã xem lại\n")


def another_picture(folder: Path) -> None:
    Image.new("RGB", (900, 600), "red").save(folder / "anh.jpg")


def another_template(folder: Path) -> None:
    file = folder / "templates" / "to-trinh-xa" / "paper.xml.j2"
    file.write_text(file.read_text("utf-8").replace("Phiếu.", "Phiếu báo."), "utf-8")


def an_article_s_line(folder: Path) -> None:
    file = folder / "a.yaml"
    file.write_text(file.read_text("utf-8").replace("Quang cảnh hội nghị", "Toàn cảnh hội nghị"), "utf-8")


@pytest.mark.parametrize(
    ("change", "anew", "same"),
    [
        (another_comment, set(), {"bao-cao.pdf", "tin-bai.pdf", "to-trinh-xa.txt"}),
        (another_picture, {"tin-bai.docx", "tin-bai.pdf"}, {"bao-cao.pdf", "to-trinh-xa.txt"}),
        (another_template, {"to-trinh-xa.txt"}, {"bao-cao.docx", "bao-cao.pdf", "tin-bai.pdf"}),
        (an_article_s_line, {"tin-bai.docx", "tin-bai.pdf"}, {"bao-cao.docx", "bao-cao.pdf", "to-trinh-xa.txt"}),
    ],
)
def test_a_change_makes_the_papers_anew_that_it_is_in(
    request_: Request, change: Callable[[Path], None], anew: set[str], same: set[str]
) -> None:
    change(request_.input.parent)
    outcome = build(request_)
    assert made(outcome) >= anew
    assert not made(outcome) & same
    # What was left alone is what a build from nothing makes.
    fresh = build(replace(request_, outputs=request_.input.parent / "moi"))
    assert {file.name: file.read_bytes() for file in fresh.folder.iterdir()} == {
        file.name: file.read_bytes() for file in request_.folder.iterdir()
    }
    assert build(request_).unchanged


def test_another_program_library_or_font_makes_everything_anew(
    request_: Request, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_pango", lambda: "1.0")
    sources.tools.cache_clear()
    try:
        assert made(build(request_)) >= {"bao-cao.pdf", "tin-bai.docx"}
    finally:
        sources.tools.cache_clear()


@pytest.mark.parametrize("change", [{"pdfa": "3a"}, {"engine": "typst"}])
def test_another_way_makes_everything_anew(request_: Request, change: dict[str, str]) -> None:
    assert made(build(replace(request_, **change))) >= {"bao-cao.pdf", "tin-bai.pdf"}  # type: ignore[arg-type]


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"x")])
def test_a_file_that_is_not_as_it_was_made_is_made_anew(request_: Request, spoil: Callable[[Path], None]) -> None:
    spoil(request_.folder / "tin-bai.pdf")
    assert made(build(request_)) == {"tin-bai.pdf"}
    assert build(request_).unchanged


def test_single_papers_of_a_changed_input_leave_the_rest_to_the_next_build(request_: Request) -> None:
    file = request_.input
    file.write_text(file.read_text("utf-8").replace("xã Bình An", "xã Bình Minh"), "utf-8")
    assert made(build(replace(request_, papers=("tin-bai",)))) >= {"tin-bai.pdf"}
    assert made(build(request_)) >= {"bao-cao.pdf"}


def test_an_error_is_told_again_and_again(request_: Request) -> None:
    file = request_.input
    right = file.read_text("utf-8")
    file.write_text(right.replace("120 ha", "152,%"), "utf-8")
    assert build(request_).failed
    assert build(request_).failed
    file.write_text(right, "utf-8")
    assert build(request_).unchanged


def test_warnings_of_what_is_unchanged_are_counted(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL + PHOTO.replace(DESCRIBED, ""), "utf-8")
    Image.new("RGB", (900, 600), "green").save(tmp_path / "anh.jpg")
    first = build(Request(file, tmp_path / "outputs"))
    again = build(Request(file, tmp_path / "outputs"))
    assert {problem.code for problem in first.problems} == {"A705"}
    assert (again.unchanged, again.unread) == (True, 1)


@pytest.mark.parametrize("said", [5, [], {"input": 1}, {"pictures": {"../../etc/passwd": "x"}}, {"pictures": [1]}])
def test_a_strange_record_of_sources_is_not_believed(request_: Request, said: object) -> None:
    file = request_.folder / MANIFEST
    record = json.loads(file.read_text("utf-8"))
    record["made_from"] = {**record["made_from"], **said} if isinstance(said, dict) else said
    file.write_text(json.dumps(record), "utf-8")
    assert not build(request_).failed
    assert build(request_).unchanged


def test_a_document_s_digest_tells_all_that_is_written(request_: Request) -> None:
    given = read_input(request_.input)
    document = render(given, papers_for(request_.input.parent)["tin-bai"])
    assert isinstance(document, Document)
    others = [
        replace(document, paper="khac"),
        replace(document, tree=document.tree.having(id="x")),
        replace(document, metadata=replace(document.metadata, keywords=("x",))),
        replace(document, pictures={}),
        replace(document, attachment=("a.yaml", b"x")),
        replace(document, standard=replace(document.standard, table_border=0.6)),
    ]
    again = render(read_input(request_.input), papers_for(request_.input.parent)["tin-bai"])
    assert isinstance(again, Document)
    assert document_digest(again) == document_digest(document)
    assert len({document_digest(one) for one in (document, *others)}) == len(others) + 1
