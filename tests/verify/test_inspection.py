"""Any file: what breaks the rules is named, what cannot be read is a problem, nothing is a traceback."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import pypdf
import pytest
import yaml
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from reportgen.build import Outcome, Request, build
from reportgen.layout.standards import choose
from reportgen.problems import Severity
from reportgen.problems.catalog import severity
from reportgen.verify import guarded, inspection
from reportgen.verify.foreign_pages import ranges
from reportgen.verify.inspection import Inspection, inspect

STATE = "nhà nước"


def codes(found: Inspection) -> set[str]:
    return {problem.code for problem in found.problems}


# Our own papers


@pytest.fixture(scope="module")
def party(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    return build(Request(ROOT / "inputs" / "dang-uy-xa-minh-hoa-2026.yaml", tmp_path_factory.mktemp("outputs")))


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_our_own_reports_keep_every_rule(form: str, fictional: Outcome, party: Outcome) -> None:
    for outcome, regime in ((fictional, STATE), (party, "đảng")):
        found = inspect(outcome.folder / f"bao-cao.{form}")
        assert found.problems == ()
        assert (found.regime, found.origin) == (regime, "unchanged")


UNRULED = {"giao-uoc", "giay-khen", "phong", "chuong-trinh", "kich-ban", "phat-thanh", "bao-cao-tom-tat", "trinh-chieu"}
"""Papers of a kind that no regime rules: certificates, what is read aloud, an agenda that was not issued."""


def test_no_paper_of_the_kit_is_blamed(fictional: Outcome, party: Outcome) -> None:
    """Minutes bear no day at their head, a decision has a list behind it, an invitation several sheets."""
    for outcome in (fictional, party):
        for file in outcome.files:
            if file.suffix not in {".docx", ".pdf"}:
                continue
            unruled = file.stem in UNRULED or file.stem.startswith(("tin-bai", "dien-van"))
            # V943: the committee's minutes have no number yet.
            assert codes(inspect(file)) <= ({"V967"} if unruled else {"V943"}), file


def test_a_draft_without_number_is_told_and_no_error(example: Outcome) -> None:
    for form in ("docx", "pdf"):
        found = inspect(example.folder / f"bao-cao.{form}")
        assert "V943" in codes(found)
        assert all(severity(code) is not Severity.ERROR for code in codes(found))


def test_a_paper_without_regime_is_only_read(example: Outcome) -> None:
    found = inspect(example.folder / "tin-bai.pdf")
    assert (codes(found), found.regime) == ({"V967"}, "")


def test_a_changed_file_is_told_by_the_manifest_beside_it(fictional: Outcome, tmp_path: Path) -> None:
    for name in ("bao-cao.docx", "manifest.json"):
        (tmp_path / name).write_bytes((fictional.folder / name).read_bytes())
    assert inspect(tmp_path / "bao-cao.docx").origin == "unchanged"
    with zipfile.ZipFile(tmp_path / "bao-cao.docx", "a") as package:
        package.writestr("docProps/note.txt", "x")
    found = inspect(tmp_path / "bao-cao.docx")
    assert (codes(found), found.origin) == ({"V965"}, "changed")


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"outputs": 3}', '{"outputs": [{"file": 1}]}', "[" * 100_000])
def test_a_manifest_that_is_none_of_ours_says_nothing(content: str, fictional: Outcome, tmp_path: Path) -> None:
    (tmp_path / "bao-cao.docx").write_bytes((fictional.folder / "bao-cao.docx").read_bytes())
    (tmp_path / "manifest.json").write_text(content)
    assert inspect(tmp_path / "bao-cao.docx").origin == ""


# A stranger's paper, written in Word by hand

Lines = list[tuple[str, dict[str, Any]]]


class Letter:
    """A State report as a clerk writes it: a table for the letterhead, one for the signature, formatting by hand."""

    def __init__(self) -> None:
        self.left: Lines = [("ỦY BAN NHÂN DÂN", {"bold": True, "size": 13}), ("PHƯỜNG A", {"bold": True, "size": 13})]
        self.number: Lines = [("Số: 05/BC-UBND", {"size": 13})]
        self.right: Lines = [
            ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", {"bold": True, "size": 13}),
            ("Độc lập - Tự do - Hạnh phúc", {"bold": True, "size": 14}),
        ]
        self.date: Lines = [("Phường A, ngày 05 tháng 01 năm 2025", {"italic": True, "size": 14})]
        self.title: Lines = [("BÁO CÁO", {"bold": True}), ("Kết quả công tác năm 2024", {"bold": True})]
        self.body: Lines = [("Năm 2024, phường hoàn thành nhiệm vụ được giao, trong đó thu ngân sách đạt khá./.", {})]
        self.recipients: Lines = [
            ("Nơi nhận:", {"bold": True, "italic": True, "size": 12}),
            ("- UBND thành phố;", {"size": 11}),
            ("- Lưu: VT.", {"size": 11}),
        ]
        self.signature: Lines = [
            ("TM. ỦY BAN NHÂN DÂN", {"bold": True}),
            ("CHỦ TỊCH", {"bold": True}),
            ("Nguyễn Văn A", {"bold": True}),
        ]
        self.margins: dict[str, float] = {"top": 20, "bottom": 20, "left": 30, "right": 15}
        self.first_page_apart = True
        self.numbered = True

    def bytes(self) -> bytes:
        document = docx.Document()
        document.styles["Normal"].font.name = "Times New Roman"
        document.styles["Normal"].element.rPr.append(docx.oxml.parse_xml(LANGUAGE))
        self._section(document.sections[0])
        head = document.add_table(2, 2)
        for cell, lines in zip(
            [cell for row in head.rows for cell in row.cells],
            (self.left, self.right, self.number, self.date),
            strict=True,
        ):
            _fill(cell, lines)
        for words, look in self.title:
            _say(document.add_paragraph(), words, look)
        for words, look in self.body:
            _say(document.add_paragraph(), words, {"align": WD_ALIGN_PARAGRAPH.JUSTIFY, **look})
        foot = document.add_table(1, 2)
        for cell, lines in zip(foot.rows[0].cells, (self.recipients, self.signature), strict=True):
            _fill(cell, lines, WD_ALIGN_PARAGRAPH.LEFT if lines is self.recipients else WD_ALIGN_PARAGRAPH.CENTER)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()

    def _section(self, section: Any) -> None:
        section.page_width, section.page_height = Mm(210), Mm(297)
        for side, length in self.margins.items():
            setattr(section, f"{side}_margin", Mm(length))
        section.different_first_page_header_footer = self.first_page_apart
        if self.numbered:
            field = docx.oxml.parse_xml(f'<w:fldSimple xmlns:w="{WORD}" w:instr="PAGE"/>')
            section.header.paragraphs[0]._p.append(field)


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LANGUAGE = f'<w:lang xmlns:w="{WORD}" w:val="vi-VN"/>'


def _fill(cell: Any, lines: Lines, align: Any = WD_ALIGN_PARAGRAPH.CENTER) -> None:
    for number, (words, look) in enumerate(lines):
        _say(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), words, {"align": align, **look})


def _say(paragraph: Any, words: str, look: Mapping[str, Any]) -> None:
    paragraph.alignment = look.get("align", WD_ALIGN_PARAGRAPH.CENTER)
    run = paragraph.add_run(words)
    run.font.size = Pt(look.get("size", 14))
    run.font.name = look.get("font")
    run.bold, run.italic = look.get("bold", False), look.get("italic", False)


@pytest.fixture
def verified(tmp_path: Path) -> Callable[[Letter], Inspection]:
    def verify(letter: Letter) -> Inspection:
        file = tmp_path / "bao-cao.docx"
        file.write_bytes(letter.bytes())
        return inspect(file)

    return verify


def test_a_stranger_s_report_that_keeps_the_rules_has_no_problem(verified: Callable[[Letter], Inspection]) -> None:
    found = verified(Letter())
    assert found.problems == ()
    assert (found.regime, found.origin) == (STATE, "")


def put(name: str, place: int, words: str, **look: Any) -> Callable[[Letter], None]:
    """Writes one line anew; a look that is not given stays."""

    def change(letter: Letter) -> None:
        lines: Lines = getattr(letter, name)
        lines[place] = (words or lines[place][0], {**lines[place][1], **look})

    return change


def margin(side: str, length: float) -> Callable[[Letter], None]:
    return lambda letter: letter.margins.update({side: length})


def setting(name: str, value: bool) -> Callable[[Letter], None]:
    return lambda letter: setattr(letter, name, value)


def in_turn(*changes: Callable[[Letter], None]) -> Callable[[Letter], None]:
    def change(letter: Letter) -> None:
        for one in changes:
            one(letter)

    return change


AFTER = "A, ngày 05 tháng 8 năm 2025"
CHANGES: Mapping[str, tuple[Callable[[Letter], object], set[str]]] = {
    "left margin out of range": (margin("left", 25), {"V902"}),
    "left margin in range": (margin("left", 34), {"V904"}),
    "page number on page 1": (setting("first_page_apart", False), {"V906"}),
    "no page number": (setting("numbered", False), {"V907"}),
    "Quốc hiệu 15 pt": (put("right", 0, "", size=15), {"V911"}),
    "Quốc hiệu 12 pt is allowed": (put("right", 0, "", size=12), set()),
    "Tiêu ngữ not bold": (put("right", 1, "", bold=False), {"V912"}),
    "date upright": (put("date", 0, "", italic=False), {"V913"}),
    "title at the left": (put("title", 0, "", align=WD_ALIGN_PARAGRAPH.LEFT), {"V915"}),
    "text at the left": (put("body", 0, "", align=WD_ALIGN_PARAGRAPH.LEFT), {"V915"}),
    "text 12 pt": (put("body", 0, "", size=12), {"V911"}),
    "no colon behind Số": (put("number", 0, "Số 05/BC-UBND"), {"V942"}),
    "blank in the symbol": (put("number", 0, "Số: 05 / BC-UBND"), {"V942"}),
    "number below 10 without nought": (put("number", 0, "Số: 5/BC-UBND"), {"V942"}),
    "number not given": (put("number", 0, "Số: …/BC-UBND"), {"V943"}),
    "symbol of another type": (put("number", 0, "Số: 05/TTr-UBND"), {"V944"}),
    "day without nought": (put("date", 0, "Phường A, ngày 5 tháng 01 năm 2025"), {"V945"}),
    "month 3 with nought": (put("date", 0, "Phường A, ngày 05 tháng 03 năm 2025"), {"V945"}),
    "a day that does not exist": (put("date", 0, "Phường A, ngày 31 tháng 11 năm 2025"), {"V946"}),
    "KT. without a deputy": (put("signature", 0, "KT. CHỦ TỊCH"), {"V947"}),
    "honours before the name": (put("signature", 2, "ThS. Nguyễn Văn A"), {"V948"}),
    "no archive among the recipients": (put("recipients", 2, "- Như trên."), {"V950"}),
    "a recipient without semicolon": (put("recipients", 1, "- UBND thành phố"), {"V950"}),
    "no end mark": (put("body", 0, "Phường hoàn thành mọi nhiệm vụ được giao."), {"V952"}),
    "two blanks": (put("body", 0, "Phường  hoàn thành nhiệm vụ./."), {"V956"}),
    "a blank before a comma": (put("body", 0, "Thu ngân sách , chi ngân sách./."), {"V956"}),
    "a word twice": (put("body", 0, "Hội nghị họp tại tại Hội trường./."), {"V959"}),
    "a misspelling": (put("body", 0, "Công an phường đã sử lý 12 vụ./."), {"V959"}),
    "letters of combining marks": (put("body", 0, "Phươ\u0300ng hoàn thành nhiệm vụ./."), {"V956"}),
    "a district after 1/7/2025": (in_turn(put("left", 1, "HUYỆN A"), put("date", 0, AFTER)), {"V957"}),
    "a secret mark": (lambda letter: letter.left.append(("TUYỆT MẬT", {"size": 13, "bold": True})), {"V958"}),
    "Party signs in a State paper": (put("signature", 0, "T/M ỦY BAN NHÂN DÂN"), {"V941"}),
    "no subject": (lambda letter: letter.title.pop(), {"V951"}),
    "another font": (put("body", 0, "", font="Arial"), {"V905"}),
}


@pytest.mark.parametrize("case", CHANGES)
def test_what_breaks_a_rule_is_named(case: str, verified: Callable[[Letter], Inspection]) -> None:
    letter = Letter()
    change, wanted = CHANGES[case]
    change(letter)
    assert codes(verified(letter)) == wanted


def test_quoc_hieu_on_two_lines_is_named(verified: Callable[[Letter], Inspection]) -> None:
    letter = Letter()
    letter.right[:1] = [
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA", {"bold": True, "size": 13}),
        ("VIỆT NAM", {"bold": True, "size": 13}),
    ]
    assert codes(verified(letter)) == {"V921"}


def test_a_regime_that_is_asked_for_overrides_the_title(tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(Letter().bytes())
    found = inspect(file, "đảng")
    assert found.regime == "đảng"
    assert "V941" in codes(found)


def test_what_a_foreign_paper_gets_wrong_in_its_looks_is_a_warning() -> None:
    assert {severity(code) for code in ("V911", "V912", "V913", "V915", "V918")} == {Severity.WARNING}
    assert {severity(code) for code in ("V811", "V812", "V813", "V815")} == {Severity.ERROR}


def test_ranges_of_margins_are_those_of_the_layout_files() -> None:
    for file in (ROOT / "src" / "reportgen" / "standards").glob("*.yaml"):
        data = yaml.safe_load(file.read_text("utf-8"))
        standard = choose(data["regime"], data["since"])
        for side, text in data["page"]["ranges"].items():
            low, _, high = text.partition("-")
            assert ranges(standard, standard.portrait)[side] == (float(low), float(high))


# A stranger's PDF


def test_a_pdf_without_tags_and_archive_marks_is_noticed(fictional: Outcome, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    for page in pypdf.PdfReader(fictional.folder / "bao-cao.pdf").pages:
        writer.add_page(page)
    writer.write(tmp_path / "a.pdf")
    found = inspect(tmp_path / "a.pdf")
    assert codes(found) == {"V961", "V962"}


def test_a_pdf_with_a_password_is_said_to_be_locked(fictional: Outcome, tmp_path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=fictional.folder / "tin-bai.pdf")
    writer.encrypt("mật khẩu", algorithm="RC4-128")
    writer.write(tmp_path / "a.pdf")
    assert codes(inspect(tmp_path / "a.pdf")) == {"V972"}


def test_a_pdf_of_pictures_only_is_said_to_be_a_scan(tmp_path: Path) -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(595, 842)
    writer.write(tmp_path / "a.pdf")
    assert "V966" in codes(inspect(tmp_path / "a.pdf", STATE))


# Damaged and hostile files


def package(document: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return target.getvalue()


BODY = f'<w:document xmlns:w="{WORD}"><w:body>%s</w:body></w:document>'
DOCTYPE = '<!DOCTYPE a [<!ENTITY x "%s">]><a>&x;</a>'
FILES: Mapping[str, tuple[bytes, str]] = {
    "empty": (b"", "V974"),
    "text": ("Báo cáo".encode(), "V974"),
    "old .doc": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "V972"),
    "truncated zip": (b"PK\x03\x04" + bytes(40), "V971"),
    "zip without document": (package(b"").replace(b"word/document.xml", b"word/xocument.xml"), "V971"),
    "no XML": (package(b"<a>"), "V971"),
    "entities": (package(DOCTYPE.replace("%s", "aaaa").encode()), "V973"),
    "entities in UTF-16": (package(DOCTYPE.encode("utf-16")), "V973"),
    "entities in UTF-16 without mark": (package(DOCTYPE.encode("utf-16-le")), "V973"),
    "bomb": (package(b"<a>" + b" " * (100 << 20) + b"</a>"), "V973"),
    "nested deeply": (package((BODY % ("<w:sdt>" * 50_000 + "</w:sdt>" * 50_000)).encode()), "V975"),
    "PDF of nothing": (b"%PDF-1.7\n", "V971"),
    "PDF of rubbish": (b"%PDF-1.7\n" + bytes(range(256)) * 20, "V971"),
}


@pytest.mark.parametrize("case", FILES)
def test_a_file_that_cannot_be_read_is_a_problem(case: str, tmp_path: Path) -> None:
    content, code = FILES[case]
    file = tmp_path / "a"
    file.write_bytes(content)
    assert codes(inspect(file)) == {code}


def test_a_file_that_is_not_there_and_a_folder_are_problems(tmp_path: Path) -> None:
    assert codes(inspect(tmp_path / "không có.pdf")) == {"V976"}
    assert codes(inspect(tmp_path)) == {"V976"}


def forever() -> None:
    while True:
        pass


def all_memory() -> int:
    return len(bytearray(guarded.MEMORY))


@pytest.mark.parametrize("work", [forever, all_memory, sys.exit])
def test_work_that_comes_to_no_result_is_ended(work: Callable[[], object]) -> None:
    with pytest.raises(guarded.GuardedError):
        guarded.guarded(work, seconds=2)


NUMBERS = st.sampled_from(["", "-1", "0", "99999999999999999999", "ba", "1.5", "²", "\u0661"])


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_docx_with_strange_values_is_no_fault_of_ours(data: st.DataObject, example: Outcome) -> None:
    """Values of attributes changed at random: what they mean may be lost, the reading is not."""
    source = (example.folder / "tin-bai.docx").read_bytes()
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name in {"word/document.xml", "word/styles.xml", "word/numbering.xml"}:
                places = [match.span(1) for match in re.finditer(rb'w:\w+="([^"]*)"', content)]
                start, end = data.draw(st.sampled_from(places))
                content = content[:start] + data.draw(NUMBERS).encode() + content[end:]
            new.writestr(name, content)
    findings, _ = inspection.read_docx(target.getvalue(), STATE)
    assert all(finding.code.startswith("V9") for finding in findings)


@settings(max_examples=15, deadline=None)
@given(place=st.integers(0, 10**6), patch=st.binary(min_size=1, max_size=40))
def test_a_file_with_strange_bytes_is_read_or_a_problem(place: int, patch: bytes, example: Outcome) -> None:
    for name in ("tin-bai.docx", "tin-bai.pdf"):
        content = bytearray((example.folder / name).read_bytes())
        at = place % len(content)
        content[at : at + len(patch)] = patch
        file = example.folder.parent / f"changed-{name}"
        file.write_bytes(content)
        assert inspect(file).file == file


# The command


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportgen", "verify", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_exit_codes_are_those_of_the_other_commands(fictional: Outcome, tmp_path: Path) -> None:
    good, bad = str(fictional.folder / "bao-cao.pdf"), str(tmp_path / "không có.pdf")
    assert [run(good).returncode, run(bad).returncode, run(good, bad).returncode, run().returncode] == [0, 1, 4, 2]


def test_problems_as_json_say_code_and_message(tmp_path: Path) -> None:
    letter = Letter()
    letter.margins["left"] = 25
    (tmp_path / "a.docx").write_bytes(letter.bytes())
    (record,) = json.loads(run(str(tmp_path / "a.docx"), "--format", "json").stdout)
    assert (record["regime"], record["origin"]) == (STATE, "unknown")
    assert [(entry["code"], entry["severity"]) for entry in record["problems"]] == [("V902", "error")]


def test_a_damaged_file_shows_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(FILES["nested deeply"][0])
    result = run(str(tmp_path / "a.docx"))
    assert (result.returncode, result.stderr) == (1, "")


@pytest.mark.parametrize("place", ["/dev/zero", "pipe", "."])
def test_what_is_no_file_on_a_disk_is_told_at_once(tmp_path: Path, place: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    found = inspect(tmp_path / place)
    assert [problem.code for problem in found.problems] == ["V976"]


def test_a_pipe_beside_the_file_is_no_manifest(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "manifest.json")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    assert inspect(tmp_path / "a.pdf").origin == ""


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "Word/Document.xml"])
def test_a_docx_with_a_part_twice_is_refused_for_readers_would_not_agree(
    name: str, example: Outcome, tmp_path: Path
) -> None:
    file = tmp_path / "hai.docx"
    file.write_bytes((example.folder / "bao-cao.docx").read_bytes())
    with zipfile.ZipFile(file, "a") as package:
        package.writestr(name, package.read("word/document.xml").replace("năm".encode(), b"nam"))
    assert [problem.code for problem in inspect(file).problems if problem.code in {"V971", "V973"}] == ["V971"]
