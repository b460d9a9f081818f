"""Inputs to papers: what is built, what is refused, and that the same input gives the same bytes."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import AS_PRINTED, EXAMPLE
from reportgen.build import Outcome, Request, build
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.problems import Failure
from reportgen.verify.proofs import prove_docx, prove_pdf
from samples import SMALL


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_example_makes_four_papers_and_a_manifest(example: Outcome) -> None:
    assert {problem.code for problem in example.problems} <= {"R450"}  # two budgets equal to the last digit
    papers = ["bao-cao.docx", "bao-cao.pdf", "manifest.json", "tin-bai.docx", "tin-bai.pdf"]
    assert [name for name in papers if name not in names(example.folder)] == []


def test_the_manifest_names_every_file_with_its_digest(example: Outcome) -> None:
    record = json.loads((example.folder / "manifest.json").read_text("utf-8"))
    assert record["input"]["sha256"] == hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()
    found = {entry["file"]: entry["sha256"] for entry in record["outputs"]}
    wanted = {name: hashlib.sha256((example.folder / name).read_bytes()).hexdigest() for name in names(example.folder)}
    del wanted["manifest.json"]
    assert found == wanted


def test_a_small_input_makes_a_report_and_an_article(tmp_path: Path) -> None:
    file = tmp_path / "binh-an.yaml"
    file.write_text(SMALL, "utf-8")
    outcome = build(Request(file, tmp_path / "outputs"))
    assert outcome.problems == ()
    assert sorted(file.name for file in outcome.files) == names(tmp_path / "outputs" / "binh-an")


def test_an_input_with_errors_builds_nothing_and_leaves_the_last_good_set(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    first = build(Request(file, tmp_path / "outputs"))
    before = {name: (first.folder / name).read_bytes() for name in names(first.folder)}
    file.write_text(SMALL.replace("120 ha", "152,%"), "utf-8")
    second = build(Request(file, tmp_path / "outputs"))
    assert second.failed
    assert second.files == ()
    assert {name: (first.folder / name).read_bytes() for name in names(first.folder)} == before


def test_only_one_paper_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    build(Request(file, tmp_path / "outputs"))
    folder = tmp_path / "outputs" / "a"
    report = (folder / "bao-cao.pdf").read_bytes()
    file.write_text(SMALL.replace("xã Bình An", "xã Bình Minh"), "utf-8")
    build(Request(file, tmp_path / "outputs", papers=("tin-bai",)))
    assert (folder / "bao-cao.pdf").read_bytes() == report
    record = json.loads((folder / "manifest.json").read_text("utf-8"))
    older = {entry["file"] for entry in record["outputs"] if entry["input_sha256"] != record["input"]["sha256"]}
    assert older == {"bao-cao.docx", "bao-cao.pdf"}


def test_an_unknown_paper_is_named_with_the_known_ones(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    outcome = build(Request(file, tmp_path / "outputs", papers=("diễn văn",)))
    assert [problem.code for problem in outcome.problems] == ["T803"]
    assert not outcome.folder.exists()


def test_a_folder_that_cannot_be_made_is_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    (tmp_path / "outputs").write_text("a file stands where the folder should be")
    outcome = build(Request(file, tmp_path / "outputs", papers=("tin-bai",), formats=("docx",)))
    assert [problem.code for problem in outcome.problems] == ["B901"]


def test_the_original_s_figures_are_refused(tmp_path: Path) -> None:
    outcome = build(Request(AS_PRINTED, tmp_path))
    assert outcome.failed
    assert not outcome.folder.exists()


def _digests(folder: Path, environment: dict[str, str], input_file: Path) -> dict[str, str]:
    """The digests of what a fresh process builds in that environment."""
    command = [sys.executable, "-m", "reportgen", "build", str(input_file), "-o", str(folder)]
    subprocess.run(command, check=True, env={**os.environ, **environment}, capture_output=True)
    built = folder / input_file.stem
    return {name: hashlib.sha256((built / name).read_bytes()).hexdigest() for name in names(built)}


def test_the_same_input_gives_the_same_bytes_elsewhere_and_later(tmp_path: Path, example: Outcome) -> None:
    elsewhere = tmp_path / "thư mục khác"
    elsewhere.mkdir()
    copy = elsewhere / EXAMPLE.name
    shutil.copy(EXAMPLE, copy)
    # A later clock comes by itself: the session's own build of the example was made some time ago.
    there = _digests(
        elsewhere,
        {"TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7", "HOME": str(tmp_path)},
        copy,
    )
    here = {name: hashlib.sha256((example.folder / name).read_bytes()).hexdigest() for name in names(example.folder)}
    assert there == here


def test_a_unit_s_own_template_overrides_the_packaged_one(tmp_path: Path) -> None:
    file = tmp_path / "inputs" / "a.yaml"
    own = tmp_path / "inputs" / "templates" / "tin-bai"
    own.mkdir(parents=True)
    file.write_text(SMALL, "utf-8")
    (own / "paper.yaml").write_text("tên: Tin của xã\ntrình bày: báo chí\n", "utf-8")
    (own / "paper.xml.j2").write_text(
        '<article><h1 class="headline">{{ unit|upper }}</h1><p>{{ say(ledger.lines["trồng rừng"]) }}</p></article>',
        "utf-8",
    )
    papers = papers_for(file.parent)
    assert (papers["tin-bai"].name, papers["tin-bai"].own, papers["bao-cao"].own) == ("Tin của xã", True, False)
    document = render(read_input(file), papers["tin-bai"])
    assert isinstance(document, Document)
    from reportgen.tree import text

    assert text(document.tree).startswith("XÃ BÌNH AN\ntrồng 120\u00a0ha rừng")


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("<article>{{ unit</article>", "T801"),
        ("<article>{{ ''.__class__.__mro__ }}</article>", "T801"),
        ("<article><p>{{ nothing }}</p></article>", "T801"),
        ("<article><marquee>x</marquee></article>", "T802"),
        ('<article><p class="comic">x</p></article>', "T802"),
    ],
)
def test_a_broken_template_is_a_problem_of_the_template(tmp_path: Path, template: str, code: str) -> None:
    own = tmp_path / "templates" / "rieng"
    own.mkdir(parents=True)
    (tmp_path / "a.yaml").write_text(SMALL, "utf-8")
    (own / "paper.yaml").write_text("tên: Riêng\ntrình bày: báo chí\n", "utf-8")
    (own / "paper.xml.j2").write_text(template, "utf-8")
    found = render(read_input(tmp_path / "a.yaml"), papers_for(tmp_path)["rieng"])
    assert isinstance(found, Failure)
    assert [(problem.code, problem.place.file.name) for problem in found.problems] == [(code, "paper.xml.j2")]


def test_a_paper_that_differs_from_its_tree_is_not_handed_over(example: Outcome) -> None:
    given = read_input(EXAMPLE)
    document = render(given, papers_for(None)["tin-bai"])
    other = render(given, papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    assert isinstance(other, Document)
    word = (example.folder / "tin-bai.docx").read_bytes()
    pdf = (example.folder / "tin-bai.pdf").read_bytes()
    assert prove_docx(word, document.tree, document.standard, Path("a")) == ()
    assert prove_pdf(pdf, document.tree, document.standard, Path("a")) == ()
    assert [problem.code for problem in prove_docx(word, other.tree, other.standard, Path("a"))] == ["B911"]
    assert [problem.code for problem in prove_pdf(pdf, other.tree, other.standard, Path("a"))] == ["B911"]


def test_text_and_figures_from_a_stranger_stay_text(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    hostile = "<script>alert(1)</script> {% raw %} & < > ]]> &amp; [x](http://a) ![x](file:///etc/passwd)"
    file.write_text(
        SMALL.replace("xã hoàn thành", hostile.replace("{%", "").replace("%}", "") + " xã hoàn thành"), "utf-8"
    )
    document = render(read_input(file), papers_for(None)["bao-cao"])
    assert isinstance(document, Document)
    from reportgen.tree import text

    assert "<script>alert(1)</script>" in text(document.tree)
    assert "file:///etc/passwd" in text(document.tree)


def test_a_pdf_can_carry_the_file_that_it_was_made_of(tmp_path: Path) -> None:
    import pypdf

    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    first = build(Request(file, tmp_path / "1", pdfa="3a"))
    second = build(Request(file, tmp_path / "2", pdfa="3a"))
    assert first.problems == ()
    paper = first.folder / "bao-cao.pdf"
    assert pypdf.PdfReader(paper).attachments["a.yaml"] == [file.read_bytes()]
    assert paper.read_bytes() == (second.folder / "bao-cao.pdf").read_bytes()
    assert "pdf/a-3a" in json.loads((first.folder / "manifest.json").read_text("utf-8"))["checks"]["proofs"]


def test_a_full_build_renews_the_papers_made_by_name_that_are_there(tmp_path: Path) -> None:
    file = tmp_path / "nho.yaml"
    file.write_text(SMALL, "utf-8")
    build(Request(file, tmp_path / "out", papers=("tin",), formats=("txt",)))
    older = (tmp_path / "out/nho/tin.txt").read_bytes()
    file.write_text(SMALL.replace("2024", "2026"), "utf-8")
    outcome = build(Request(file, tmp_path / "out", formats=("txt",)))
    assert not outcome.failed
    assert (tmp_path / "out/nho/tin.txt").read_bytes() != older
    assert not (tmp_path / "out/nho/thong-cao.txt").exists()
