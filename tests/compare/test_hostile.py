"""Word files damaged at random or made to harm: a reason or a comparison, never an exception, never without end."""

from __future__ import annotations

import io
import time
import zipfile
from random import Random

import pytest

from reportgen.compare.differences import differences
from reportgen.compare.edited import MOST_PASSAGES, Edited, _read
from reportgen.intake.reports.article import WORD, article_draft, pieces_of
from reportgen.intake.reports.heads import letterhead
from reportgen.intake.reports.named import draft_of
from reportgen.intake.reports.outline import outline
from reportgen.intake.reports.reading import ReportFile, report_of

from .conftest import Desk

MAIN = "word/document.xml"
LONGEST = 20.0
"""Seconds that one damaged file may take on a busy machine; each takes a fraction of one."""
PIECES = (
    '<w:bookmarkStart w:id="1" w:name="_rg_ketqua_1_noidung"/>',
    '<w:bookmarkStart w:name="_rg_ketqua_99999999999_muccon_muccon_1"/>',
    '<w:bookmarkStart w:id="2" w:name="_rg_"/>',
    '<w:bookmarkEnd w:id="10001"/>',
    "<w:p/>",
    '<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="" w:date="x"/></w:rPr></w:pPr></w:p>',
    '<w:del w:author="A"><w:r><w:delText>x</w:delText></w:r></w:del>',
    "<w:moveFrom><w:r><w:t>x | y</w:t></w:r></w:moveFrom>",
    "<w:tbl/>",
    "<w:tbl><w:tr/></w:tbl>",
    '<w:commentReference w:id="0"/>',
    "<w:r><w:t>{{ thu }} ^[x] **</w:t></w:r>",
    "<w:r><w:t>\ue010x\ue011\ue000</w:t></w:r>",
)


def changed(content: bytes, xml: str) -> bytes:
    """The file with another document part."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, xml.encode() if name == MAIN else old.read(name))
    return target.getvalue()


def document(content: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(content)).read(MAIN).decode()


def damaged(xml: str, random: Random) -> str:
    """The part with elements put in, taken out and said twice, mostly well-formed still."""
    ends = [at + len(mark) for mark in ("</w:p>", "</w:r>", "</w:tc>") for at in _places(xml, mark)]
    for _ in range(random.choice((1, 3, 12))):
        at = random.choice(ends)
        if random.random() < 0.7:
            xml = xml[:at] + random.choice(PIECES) + xml[at:]
        else:
            start = xml.find("<w:p>", at)
            end = xml.find("</w:p>", start) + 6
            xml = xml[:start] + xml[end:] if 0 < start < end else xml
        ends = [place for place in ends if place < min(at, len(xml))] or [at]
    return xml


def _places(xml: str, mark: str) -> list[int]:
    found = []
    at = xml.find(mark)
    while at >= 0:
        found.append(at)
        at = xml.find(mark, at + 1)
    return found


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_file_is_compared_or_refused(desk: Desk, seed: int) -> None:
    content = changed(desk.content, damaged(document(desk.content), Random(seed)))
    start = time.process_time()
    found = _read(content)
    if isinstance(found, Edited):
        differences(desk.before, found)
        draft_of(found.passages)
    report = report_of(content)
    if isinstance(report, ReportFile):
        letterhead(report)
        outline(report.rows)
    pieces = pieces_of(content, WORD)
    if not isinstance(pieces, str):
        article_draft(pieces)
    assert time.process_time() - start < LONGEST


def test_a_file_of_too_many_paragraphs_is_refused(desk: Desk) -> None:
    body = "<w:p><w:r><w:t>x</w:t></w:r></w:p>" * (MOST_PASSAGES + 1)
    xml = document(desk.content)
    at = xml.index("<w:p>")
    assert _read(changed(desk.content, xml[:at] + body + xml[at:])) == "large"


def test_a_paragraph_without_end_is_one_change(desk: Desk) -> None:
    xml = document(desk.content)
    at = xml.index("Giữ vững đoàn kết")
    content = changed(desk.content, xml[:at] + "vốn đất " * 200_000 + xml[at:])
    start = time.process_time()
    found = _read(content)
    assert isinstance(found, Edited)
    assert 1 <= len(differences(desk.before, found)) <= 3
    assert time.process_time() - start < LONGEST


def test_entities_and_external_parts_are_refused(desk: Desk) -> None:
    xml = document(desk.content)
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>'
    place = xml.index("<w:document")
    assert _read(changed(desk.content, xml[:place] + head + xml[place:])) == "hostile"
