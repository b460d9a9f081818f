"""What comes back signed, and what goes out: copies, fields for other systems, the certificate."""

from __future__ import annotations

import codecs
import csv
import io
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import bagit
import pypdf
import pypdfium2
import pytest
from PIL import Image
from pypdf.annotations import FreeText

from archive.conftest import archived, built, run, snapshot, year_text
from reportgen.archive.annex import FIELDS, SEPARATOR
from reportgen.archive.bag import read_info
from reportgen.archive.chain import Link, head_of, read_chain
from reportgen.archive.description import read_description
from reportgen.archive.export import as_table
from reportgen.archive.holdings import described, holdings
from reportgen.archive.place import bag_folder
from reportgen.archive.proving import Proved, verify
from reportgen.archive.quick import QUICK
from reportgen.archive.sealing import MOST_YEARS, certificate
from reportgen.archive.spreadsheet import MARK, as_csv
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import hint
from reportgen.verify.proofs import broken_rules
from reportgen.writers.xmp import RECORD

BAG = "2024/xa-binh-an/124-bc-ubnd-2024-12-20-v1"


def signed(source: Path, target: Path) -> Path:
    """The PDF with what a signing program adds: an update behind its end, with a mark on the first page."""
    writer = pypdf.PdfWriter(str(source), incremental=True)
    writer.add_annotation(0, FreeText(text="Ky boi: UBND xa Binh An", rect=(50, 50, 250, 150)))
    writer.write(str(target))
    assert target.read_bytes().startswith(source.read_bytes())
    return target


def stamped(source: Path, target: Path) -> Path:
    """The PDF written anew with a stamp's words in its last page."""
    writer = pypdf.PdfWriter(clone_from=str(source))
    page = writer.pages[-1]
    stamp = pypdf.PdfWriter()
    stamp.add_blank_page(page.mediabox.width, page.mediabox.height)
    content = pypdf.generic.DecodedStreamObject()
    content.set_data(b"BT /F1 12 Tf 300 200 Td (Ky boi: Uy ban nhan dan 24.12.2024 10:00:00 +07:00) Tj ET")
    font = pypdf.generic.DictionaryObject(
        {
            pypdf.generic.NameObject("/Type"): pypdf.generic.NameObject("/Font"),
            pypdf.generic.NameObject("/Subtype"): pypdf.generic.NameObject("/Type1"),
            pypdf.generic.NameObject("/BaseFont"): pypdf.generic.NameObject("/Helvetica"),
        }
    )
    fonts = pypdf.generic.DictionaryObject({pypdf.generic.NameObject("/F1"): font})
    stamp.pages[0][pypdf.generic.NameObject("/Resources")] = pypdf.generic.DictionaryObject(
        {pypdf.generic.NameObject("/Font"): fonts}
    )
    stamp.pages[0][pypdf.generic.NameObject("/Contents")] = content
    page.merge_page(stamp.pages[0])
    writer.write(str(target))
    return target


@pytest.mark.parametrize("key", ["bao-cao", "tin-bai"])
@pytest.mark.parametrize("sign", [signed, stamped])
def test_a_signed_pdf_is_kept_byte_for_byte_with_its_paper(
    archive: Path, sets: dict[int, Path], tmp_path: Path, key: str, sign: object
) -> None:
    file = sign(sets[2024] / f"{key}.pdf", tmp_path / "gui-lai.pdf")  # type: ignore[operator]
    before = snapshot(archive)
    done = run("archive", "add", "--signed", file, "--archive", archive)
    assert (done.code, done.err) == (0, "")
    folder = bag_folder(archive, f"{BAG}-{key}-ky-1")
    assert (folder / "data" / "van-ban" / f"{key}-da-ky.pdf").read_bytes() == file.read_bytes()
    assert bagit.Bag(str(folder)).validate() is True
    assert dict(read_info(folder))["Signed-Rendition-Of"] == f"{BAG} {key}"
    assert read_description(folder).signed == (BAG, key)
    after = snapshot(archive)
    assert {name for name in before if after[name] != before[name]} == {"so-cai.jsonl", "chi-muc.sqlite"}
    assert "bản đã ký" in run("archive", "versions", BAG, "--archive", archive).out
    found = run("archive", "search", "dat dai", "--year", "2024", "--kind", key, "--archive", archive).out
    assert "có bản đã ký" in found
    proved = verify(archive, QUICK)
    assert isinstance(proved, Proved)
    assert proved.problems == ()


def test_a_signed_pdf_belongs_to_the_version_that_it_was_made_of(archive: Path, tmp_path: Path) -> None:
    folder = built(tmp_path, year_text(2024, "công tác đất đai có tiến bộ rõ"))
    second = archived(archive, folder)
    first = bag_folder(archive, BAG) / "data" / "van-ban" / "bao-cao.pdf"
    run("archive", "add", "--signed", signed(first, tmp_path / "a.pdf"), "--archive", archive)
    run("archive", "add", "--signed", signed(folder / "bao-cao.pdf", tmp_path / "b.pdf"), "--archive", archive)
    names = [link.identifier for link in read_chain(archive)][-2:]
    assert names == [f"{BAG}-bao-cao-ky-1", f"{second}-bao-cao-ky-1"]


def test_signed_papers_and_sets_are_taken_in_one_call(sets: dict[int, Path], tmp_path: Path) -> None:
    file = signed(sets[2024] / "bao-cao.pdf", tmp_path / "a.pdf")
    done = run("archive", "add", sets[2024], "--signed", file, "--archive", tmp_path / "kho")
    assert done.code == 0
    assert [link.identifier for link in read_chain(tmp_path / "kho")] == [BAG, f"{BAG}-bao-cao-ky-1"]


def test_what_belongs_to_no_archived_paper_is_refused(archive: Path, tmp_path: Path) -> None:
    other = built(tmp_path, year_text(2025, "giảm nghèo bền vững").replace("xã Bình An", "phường Lạc Giang"))
    Image.new("RGB", (800, 1100), "white").save(tmp_path / "quet.pdf")
    (tmp_path / "hong.pdf").write_bytes(b"%PDF-1.7\nnothing else")
    (tmp_path / "chu.txt").write_text("x")
    before = snapshot(archive)
    for file, code in (
        (other / "tin-bai.pdf", "H116"),
        (tmp_path / "quet.pdf", "H115"),
        (tmp_path / "hong.pdf", "H114"),
        (tmp_path / "chu.txt", "H114"),
        (tmp_path / "nix.pdf", "H114"),
        (tmp_path, "H114"),
    ):
        done = run("archive", "add", "--signed", file, "--archive", archive)
        assert (done.code, code in done.err) == (1, True), file
        assert hint(Problem(code, Place(file)))
    assert snapshot(archive) == before


def test_a_signed_pdf_with_another_figure_is_refused_unless_asked_for_and_then_found(
    archive: Path, tmp_path: Path
) -> None:
    other = built(
        tmp_path, year_text(2024, "công tác đất đai có tiến bộ rõ rệt").replace("tiến bộ rõ rệt", "tiến triển")
    )
    before = snapshot(archive)
    add = ("archive", "add", "--signed", signed(other / "bao-cao.pdf", tmp_path / "a.pdf"), "--archive", archive)
    done = run(*add)
    assert (done.code, "H117" in done.err, "“bộ”" in done.err, "“triển”" in done.err) == (1, True, True, True)
    assert snapshot(archive) == before
    assert run(*add, "--differing").code == 0
    found = run("archive", "search", "tiến triển", "--archive", archive)
    assert f"{BAG}-bao-cao-ky-1" in found.out
    proved = verify(archive, QUICK)
    assert isinstance(proved, Proved)
    assert proved.problems == ()


# Out


def test_extracted_files_are_what_was_archived(four_years: Path, tmp_path: Path) -> None:
    done = run("archive", "extract", BAG, "-o", tmp_path, "--archive", four_years)
    assert done.code == 0
    assert snapshot(tmp_path / BAG.rpartition("/")[2]) == snapshot(bag_folder(four_years, BAG) / "data")
    again = run("archive", "extract", BAG, "-o", tmp_path, "--archive", four_years)
    assert (again.code, "H127" in again.err) == (1, True)


def test_an_unknown_identifier_is_told_with_the_nearest(four_years: Path, tmp_path: Path) -> None:
    for wanted in ("124-bc-ubnd-2024-12-20-v2", "../../etc", "/etc", ""):
        for command in ("show", "versions", "extract"):
            done = run("archive", command, wanted, "--archive", four_years)
            assert (done.code, "H126" in done.err) == (1, True)
    assert "124-bc-ubnd-2024-12-20-v1" in run(
        "archive", "show", "124-bc-ubnd-2024-12-20-v2", "--archive", four_years
    ).err  # fmt: skip
    assert list(tmp_path.iterdir()) == []


def test_show_and_list_tell_what_is_there(four_years: Path) -> None:
    shown = run("archive", "show", "124-bc-ubnd-2024-12-20-v1", "--archive", four_years).out
    for words in ("124/BC-UBND", "Nguyễn Văn An", "Số của văn bản (CodeNumber): 124", "van-ban/bao-cao.pdf"):
        assert words in shown
    listed = run("archive", "list", "--format", "csv", "--archive", four_years).out
    rows = list(csv.DictReader(io.StringIO(listed.removeprefix(MARK))))
    assert [row["year"] for row in rows] == ["2022", "2023", "2024", "2025"]
    assert run("archive", "list", "--year", "2023", "--unit", "binh an", "--archive", four_years).out.count("\n") == 2
    assert "0 mục" in run("archive", "list", "--unit", "phường", "--archive", four_years).out


def test_fields_go_out_as_a_table(four_years: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("archive", "export", "--archive", four_years).out.removeprefix(MARK))))
    assert len(rows) == 8
    row = next(row for row in rows if (row["identifier"], row["paper"]) == (BAG, "bao-cao"))
    assert list(row)[-len(FIELDS) :] == list(FIELDS)
    paper = next(paper for paper in read_description(bag_folder(four_years, BAG)).papers if paper.key == "bao-cao")
    assert {name: row[name] for name in paper.fields} == dict(paper.fields)
    assert all((four_years / file).is_file() for file in row["files"].split(SEPARATOR))


def test_fields_go_out_as_xml(four_years: Path, tmp_path: Path) -> None:
    file = tmp_path / "truong.xml"
    assert run("archive", "export", "--format", "xml", "-o", file, "--archive", four_years).code == 0
    documents = ET.parse(file).getroot().findall(f"{{{RECORD}}}document")
    assert len(documents) == 8
    report = next(one for one in documents if (one.get("identifier"), one.get("paper")) == (BAG, "bao-cao"))
    assert report.findtext(f"{{{RECORD}}}CodeNumber") == "124"
    assert [one.text for one in report.findall(f"{{{RECORD}}}To/{{{RECORD}}}OrganName")] == ["HĐND xã"]


def test_archivematica_gets_a_line_a_file(four_years: Path) -> None:
    text = run("archive", "export", "--format", "archivematica", "--archive", four_years).out
    rows = list(csv.DictReader(io.StringIO(text)))
    assert next(csv.reader(io.StringIO(text)))[:3] == ["filename", "dc.title", "dc.identifier"]
    assert all(row["filename"].startswith("objects/") for row in rows)
    assert all((four_years / row["filename"].removeprefix("objects/")).is_file() for row in rows)
    assert len({row["filename"] for row in rows}) == len(rows)
    report = next(row for row in rows if row["filename"] == f"objects/{BAG}/data/van-ban/bao-cao.pdf")
    assert (report["dc.identifier"], report["dc.type"], report["dc.format"]) == ("124/BC-UBND", "Báo cáo", "pdf")


def test_the_certificate_is_one_page_of_pdf_a_with_hashes_and_count(four_years: Path, tmp_path: Path) -> None:
    file = tmp_path / "chung-nhan.pdf"
    assert run("archive", "seal", "-o", file, "--archive", four_years).code == 0
    content = file.read_bytes()
    assert broken_rules(content, "2a") == broken_rules(content, "ua1") == ()
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    letters = "".join(text.split())
    assert read_chain(four_years)[-1].digest in letters
    assert "4 mục" in " ".join(text.split())
    assert run("archive", "seal", "-o", file, "--archive", four_years).code == 0  # the same again
    assert file.read_bytes() == content


def test_a_certificate_is_never_written_over_another(archive: Path, tmp_path: Path) -> None:
    file = tmp_path / "chung-nhan.pdf"
    file.write_text("mine")
    done = run("archive", "seal", "-o", file, "--archive", archive)
    assert (done.code, "B921" in done.err, file.read_text()) == (1, True, "mine")


def test_an_archive_of_many_years_still_has_a_certificate_of_one_page(archive: Path) -> None:
    links: list[Link] = []
    for number, year in enumerate(range(1990, 2020), 1):
        identifier = f"{year}/xa-binh-an/1-bc-ubnd-{year}-12-20-v1"
        shutil.copytree(bag_folder(archive, BAG), bag_folder(archive, identifier))
        links.append(Link(number, identifier, "0" * 64, "0" * 128, head_of(links)))
    content = certificate(archive, links, Path("a.pdf"))
    assert isinstance(content, bytes)
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1
        text = document[0].get_textpage().get_text_range()
    assert "2019" in text
    assert f"≤ {2019 - MOST_YEARS}" in text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_a_table_for_spreadsheets_has_its_mark_and_reckons_nothing(sign: str) -> None:
    table = as_csv(["a", "b"], [[f"{sign}cmd|' /C calc'!A0", None], ["Bình An", 5]])
    assert table.encode().startswith(codecs.BOM_UTF8)
    rows = list(csv.reader(io.StringIO(table.removeprefix(MARK), newline="")))
    assert rows == [["a", "b"], [f"'{sign}cmd|' /C calc'!A0", ""], ["Bình An", "5"]]


def test_exported_fields_reckon_nothing(four_years: Path) -> None:
    links = holdings(four_years)
    assert not isinstance(links, Failure)
    entry = next(iter(described(four_years, links)))
    paper = replace(entry.papers[0], title="=1+1", fields={"Subject": "@SUM(A1)"})
    table = as_table([replace(entry, papers=(paper,))]).decode()
    assert "'=1+1" in table
    assert "'@SUM(A1)" in table
