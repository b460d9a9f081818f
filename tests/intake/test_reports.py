"""Last year's Word report, and an article, as inputs."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from click.testing import CliRunner, Result

from conftest import FICTIONAL
from reportgen.build import Outcome
from reportgen.checks import examine
from reportgen.cli.language import choose
from reportgen.cli.program import program
from reportgen.compare.printed import printed
from reportgen.model.reading import Input, read_input
from reportgen.papers import papers_for, render
from reportgen.problems import Failure
from reportgen.problems.catalog import has_errors

from .word_reports import report


def run(*arguments: str | Path) -> Result:
    choose("vi")
    command = ["import", *map(str, arguments)]
    return CliRunner().invoke(program, command, prog_name="reportgen", standalone_mode=False)


def imported(file: Path, target: Path, *more: str) -> Input:
    outcome = run(file, "-o", target, *more)
    assert outcome.return_value == 0, outcome.output
    given = read_input(target)
    assert given.conference is not None
    return given


@pytest.fixture
def foreign(tmp_path: Path) -> Path:
    file = tmp_path / "BAO-CAO-2024.docx"
    file.write_bytes(report())
    return file


def test_a_stranger_s_report_gives_letterhead_headings_and_certain_figures(foreign: Path, tmp_path: Path) -> None:
    conference = imported(foreign, tmp_path / "nam-2024.yaml").conference
    assert conference is not None
    head = conference.letterhead
    assert (conference.year.number, str(conference.unit.name), str(conference.unit.organ)) == (
        2024,
        "xã Tam Hợp",
        "UBND",
    )
    assert (str(head.number), str(head.signers[0].name)) == ("115/BC-UBND", "Nguyễn Văn Hùng")
    assert list(map(str, head.recipients)) == ["UBND tỉnh", "TT Đảng ủy, HĐND xã", "Lưu: VT"]
    assert [str(topic.title) for topic in conference.results] == ["Lĩnh vực kinh tế", "Lĩnh vực văn hóa - xã hội"]
    assert [str(topic.title) for topic in conference.results[0].topics] == [
        "Sản xuất nông nghiệp",
        "Thu, chi ngân sách",
    ]
    assert len(conference.shortcomings) == 2
    assert len(conference.causes.objective) == len(conference.causes.subjective) == len(conference.lessons) == 1
    assert [str(topic.title) for topic in conference.directions.tasks] == ["Về kinh tế", "Về văn hóa - xã hội"]
    assert [str(text) for text in conference.directions.proposals] == ["Đề nghị UBND tỉnh sớm cấp kinh phí."]
    results = {key: str(one.result.words) for key, one in conference.indicators.items() if one.result is not None}
    assert results == {
        "dien_tich_gieo_trong": "412,5 ha",
        "san_luong_luong_thuc": "2.512 tấn",
        "nang_suat_lua": "61,5 tạ/ha",
        "dan_gia_cam": "ước 45.200 con",
        "thu_ngan_sach": "ước 12,45 tỷ đồng",
        "ho_ngheo": "2,15%",
        "ho_gdvh": "1.245/1.302 hộ",
    }


def test_a_figure_of_half_a_year_is_none_of_the_year(foreign: Path, tmp_path: Path) -> None:
    conference = imported(foreign, tmp_path / "nam-2024.yaml").conference
    assert conference is not None
    assert not any("chi ngân sách" in str(one.name) for one in conference.indicators.values())


def test_next_year_s_input_has_targets_as_plans_results_as_last_year_and_prose_in_comments(
    foreign: Path, tmp_path: Path
) -> None:
    given = imported(foreign, tmp_path / "nam-2025.yaml", "--year", "2025")
    conference = given.conference
    assert conference is not None
    assert conference.year.number == 2025
    income = conference.indicators["thu_ngan_sach"]
    assert income.result is None
    assert [str(plan.value.words) for plan in income.plans if plan.value is not None] == ["13,5 tỷ đồng"]
    assert income.before is not None
    assert income.before.value is not None
    assert str(income.before.value.words) == "12,45 tỷ đồng"
    assert "# Chăn nuôi ổn định" in given.source.text.replace("# - ", "# ")
    assert not has_errors(examine(given).problems)


def test_a_year_that_is_neither_the_report_s_nor_the_next_is_told(foreign: Path, tmp_path: Path) -> None:
    outcome = run(foreign, "-o", tmp_path / "x.yaml", "--year", "2019")
    assert outcome.return_value == 1
    assert "N184" in outcome.output
    assert not (tmp_path / "x.yaml").exists()


def test_a_report_that_was_built_here_gives_back_its_texts(fictional: Outcome, tmp_path: Path) -> None:
    before, after = read_input(FICTIONAL), imported(fictional.folder / "bao-cao.docx", tmp_path / "lai.yaml")
    paper = papers_for(FICTIONAL.parent)["bao-cao"]
    first, second = render(before, paper), render(after, paper)
    assert not isinstance(first, Failure)
    assert not isinstance(second, Failure)
    wanted, found = printed(first.tree), {one.text for one in printed(second.tree)}
    prose = [one for one in wanted if one.sources and not one.row]
    missing = [one.text for one in prose if one.text not in found]
    # The table within a section is printed in the annex only.
    assert len(missing) <= 1, missing
    assert sum(one.text in found for one in wanted) > 0.9 * len(wanted)
    assert after.source.text.count("{{ ") >= 15


def test_a_table_s_file_is_still_a_table_s_file(tmp_path: Path) -> None:
    word = docx.Document()
    table = word.add_table(rows=0, cols=4)
    for row in (["TT", "Chỉ tiêu", "ĐVT", "Thực hiện năm 2024"], ["1", "Thu ngân sách", "tỷ đồng", "12,4"]):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    word.save(str(tmp_path / "bieu.docx"))
    conference = imported(tmp_path / "bieu.docx", tmp_path / "bieu.yaml").conference
    assert conference is not None
    assert list(conference.indicators) == ["thu_ngan_sach"]


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_an_article_gives_headline_day_guests_and_captions(fictional: Outcome, tmp_path: Path, ending: str) -> None:
    conference = imported(fictional.folder / f"tin-bai.{ending}", tmp_path / "bai.yaml").conference
    assert conference is not None
    press, event = conference.press, conference.event
    assert (conference.year.number, str(conference.unit.name)) == (2025, "phường Lạc Giang")
    assert str(press.headline).startswith("Phường Lạc Giang hoàn thành")
    assert event.days is not None
    assert event.days.first.isoformat() == "2025-12-26"
    assert [str(guest.name) for guest in event.guests] == [
        "Trần Quang Vinh",
        "Nguyễn Thị Thu Hằng",
        "Phạm Đức Thịnh",
        "Vũ Hải Yến",
    ]
    assert str(press.photos[0].caption) == "Quang cảnh hội nghị."
    assert len(press.photos) == 7


@pytest.mark.parametrize("content", [b"PK\x03\x04word/document", b"<html><body>" + b"<p>" * 3000])
def test_what_is_damaged_or_says_nothing_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / ("a.docx" if content.startswith(b"PK") else "a.html")
    file.write_bytes(content)
    outcome = run(file, "-o", tmp_path / "x.yaml")
    assert outcome.return_value == 1
    assert "N10" in outcome.output
    assert not (tmp_path / "x.yaml").exists()
