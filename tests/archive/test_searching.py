"""Anything in all years is found, with or without diacritics; the index follows from the bags."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.conftest import archived, built, run, year_text
from reportgen.archive.description import DESCRIPTION
from reportgen.archive.index import Entry, last_indexed, opened, stored
from reportgen.archive.place import INDEX, LEDGER
from reportgen.archive.searching import MOST_WORDS, Found, Query, excerpt, expressions, letter_by_letter, search
from reportgen.archive.spreadsheet import MARK
from reportgen.vietnamese.letters import fold


def found(root: Path, words: str, **filters: object) -> list[str]:
    outcome = search(root, Query(words, **filters))  # type: ignore[arg-type]
    assert isinstance(outcome, Found), outcome
    assert outcome.total >= len(outcome.hits)
    return [f"{hit.year} {hit.key}" for hit in outcome.hits]


@pytest.mark.parametrize(
    "words",
    [
        "đất đai",
        "dat dai",
        "ĐẤT ĐAI",
        "đất dai",
        unicodedata.normalize("NFD", "đất đai"),
        '"đất đai"',
        "tiến đất đai",
        "xã Bình An đất",
    ],
)
def test_diacritics_case_and_composition_do_not_matter(four_years: Path, words: str) -> None:
    assert sorted(found(four_years, words)) == sorted(f"{year} {key}" for year in range(2022, 2026) for key in
                                                      ("bao-cao", "tin-bai"))  # fmt: skip


@pytest.mark.parametrize("words", ["đất đào", "dat dao", '"đai đất"', "không có chữ này"])
def test_other_words_find_nothing(four_years: Path, words: str) -> None:
    assert found(four_years, words) == []


def test_exact_words_come_first(archive: Path, tmp_path: Path) -> None:
    text = year_text(2025, "việc đặt dài ngày được rút ngắn").replace('số: "125"', 'số: "500"')
    archived(archive, built(tmp_path, text))
    first = [hit.snippet for hit in search(archive, Query("đặt dài")).hits]  # type: ignore[union-attr]
    assert "đặt dài" in first[0]
    assert any("đất đai" in snippet for snippet in first[2:])
    again = [hit.snippet for hit in search(archive, Query("đất đai")).hits]  # type: ignore[union-attr]
    assert "đặt dài" in again[-1]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        ({"year": 2023}, ["2023 bao-cao", "2023 tin-bai"]),
        ({"year": 2023, "kind": "báo cáo"}, ["2023 bao-cao"]),
        ({"year": 2024, "kind": "tin bai"}, ["2024 tin-bai"]),
        ({"year": 2024, "unit": "binh an", "person": "Nguyễn Văn An"}, ["2024 bao-cao"]),
        ({"year": 2024, "person": "tran thi binh"}, ["2024 tin-bai"]),
        ({"year": 2022, "field": "môi trường"}, ["2022 bao-cao", "2022 tin-bai"]),
        ({"unit": "Phường"}, []),
        ({"field": "quốc phòng"}, []),
        ({"year": 1990}, []),
    ],
)
def test_filters_narrow_the_search(four_years: Path, filters: dict[str, object], wanted: list[str]) -> None:
    assert sorted(found(four_years, "đất đai", **filters)) == wanted
    assert sorted(found(four_years, "", **filters)) == wanted


def test_the_place_is_marked_in_the_snippet(four_years: Path) -> None:
    done = run("archive", "search", "dat dai", "--year", "2024", "--kind", "báo cáo", "--archive", four_years)
    assert done.code == 0
    assert "công tác «đất đai» có tiến bộ" in done.out
    assert "1 văn bản, hiện 1" in done.out


def test_results_are_given_to_machines(four_years: Path) -> None:
    common = ("archive", "search", "dat dai", "--limit", "3", "--archive", four_years)
    records = json.loads(run(*common, "--format", "json").out)
    assert len(records) == 3
    for record in records:
        marked = [record["snippet"][start:end] for start, end in record["marks"]]
        assert marked == ["đất đai"]
        assert (four_years / record["identifier"] / record["file"]).is_file()
    rows = list(csv.DictReader(io.StringIO(run(*common, "--format", "csv").out.removeprefix(MARK))))
    assert [row["identifier"] for row in rows] == [record["identifier"] for record in records]


def test_nothing_to_search_is_wrong_usage(four_years: Path) -> None:
    assert run("archive", "search", "--archive", four_years).code == 2


def rows(root: Path) -> list[Entry | None]:
    """All rows of the index by addition."""
    with opened(root) as connection:
        return [stored(connection, number) for number in range(1, last_indexed(connection) + 1)]


def test_the_index_is_made_anew_from_the_bags(archive: Path) -> None:
    before = rows(archive)
    (archive / INDEX).unlink()
    assert "H125" in run("archive", "search", "dat dai", "--archive", archive).err
    assert run("archive", "reindex", "--archive", archive).code == 0
    assert rows(archive) == before
    assert len(before) == 4


@pytest.mark.parametrize("kept", [0, 100, 5000, 20_000])
def test_a_cut_index_is_told_and_mended(archive: Path, kept: int) -> None:
    os.truncate(archive / INDEX, kept)
    done = run("archive", "search", "dat dai", "--archive", archive)
    assert done.code == 1
    assert "H125" in done.err
    assert "reindex" in done.err
    assert run("archive", "list", "--archive", archive).code == 0
    assert run("archive", "reindex", "--archive", archive).code == 0
    assert len(found(archive, "dat dai")) == 8


def test_an_addition_stands_though_the_index_cannot_be_written(archive: Path, tmp_path: Path) -> None:
    (archive / INDEX).write_bytes(b"no database")
    folder = built(tmp_path, year_text(2024, "hồ sơ được giải quyết nhanh hơn"))
    done = run("archive", "add", folder, "--archive", archive)
    assert done.code == 0
    assert "H123" in done.err
    assert "124-bc-ubnd-2024-12-20-v2" in run("archive", "list", "--archive", archive).out
    run("archive", "reindex", "--archive", archive)
    assert "2024 bao-cao" in found(archive, "hồ sơ nhanh")


def test_a_search_says_that_the_index_is_behind(archive: Path) -> None:
    with opened(archive) as connection:
        connection.execute("DELETE FROM additions WHERE number = 4")
    done = run("archive", "search", "dat dai", "--archive", archive)
    assert "H128" in done.err


def test_an_archive_that_is_not_there_is_told(tmp_path: Path) -> None:
    for command in (["list"], ["search", "x"], ["verify"], ["reindex"], ["figure", "x"], ["export"], ["seal"]):
        done = run("archive", *command, "--archive", tmp_path / "nix")
        assert (done.code, "H124" in done.err) == (1, True), command
    assert not (tmp_path / "nix").exists()


# Properties


@given(st.text())
def test_folding_letter_by_letter_keeps_every_letter_in_its_place(text: str) -> None:
    assert len(letter_by_letter(text)) == len(text)


@given(st.text(alphabet="aăâbcdđeêgilmnoôơuưyáàảãạấẵợữỷ ĐẶƯ.,\n", max_size=60))
def test_folding_letter_by_letter_is_folding(text: str) -> None:
    assert letter_by_letter(text) == fold(text)


@given(st.text(max_size=80))
def test_no_words_break_the_search(words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (exact, folded)")
    for expression in expressions(words):
        connection.execute("SELECT rowid FROM words WHERE words MATCH ?", (expression,)).fetchall()
    connection.close()


@given(st.text(max_size=400), st.text(max_size=20))
def test_marks_lie_inside_the_snippet(text: str, words: str) -> None:
    snippet, marks = excerpt(text, words)
    assert all(0 <= start < end <= len(snippet) for start, end in marks)


def test_a_query_of_thousands_of_words_is_cut_to_its_first_different_ones() -> None:
    many = " ".join(f"từ{number}" for number in range(20_000))
    assert expressions(many) == expressions(" ".join(f"từ{number}" for number in range(MOST_WORDS)))
    assert expressions("thu " * 20_000) == expressions("thu")


def test_text_that_damage_turned_into_bytes_is_a_damaged_index(archive: Path) -> None:
    with closing(sqlite3.connect(archive / INDEX)) as connection, connection:
        connection.execute("update papers set text = x'00ff41'")
    for arguments in (("search", "dat dai"), ("verify",)):
        done = run("archive", *arguments, "--archive", archive)
        assert (done.code, "H125" in done.out + done.err) == (1, True)


@pytest.mark.parametrize("command", [("search", "dat dai"), ("figure", "thu"), ("verify",)])
def test_a_damaged_name_inside_the_index_is_a_damaged_index(archive: Path, command: tuple[str, ...]) -> None:
    index = archive / INDEX
    content = index.read_bytes().replace(b"indexpapers_of", b"index\xe2apers_of")
    index.write_bytes(content.replace(b"CREATE INDEX papers_of", b"CREATE INDEY papers_of"))
    done = run("archive", *command, "--archive", archive)
    assert (done.code, "H125" in done.out + done.err) == (1, True)


@pytest.mark.parametrize("command", [("search", "dat dai"), ("figure", "thu"), ("verify",)])
def test_a_view_in_the_place_of_a_table_is_a_damaged_index(archive: Path, command: tuple[str, ...]) -> None:
    endless = (
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT additions_of.* FROM additions_of, r"
    )
    with closing(sqlite3.connect(archive / INDEX)) as connection, connection:
        connection.execute("ALTER TABLE additions RENAME TO additions_of")
        connection.execute(f"CREATE VIEW additions AS {endless}")
    done = run("archive", *command, "--archive", archive)
    assert (done.code, "H125" in done.out + done.err) == (1, True)


def test_a_link_in_the_place_of_the_ledger_is_told(archive: Path) -> None:
    (archive / LEDGER).unlink()
    (archive / LEDGER).symlink_to("/etc/passwd")
    assert "H128" in (done := run("archive", "search", "dat dai", "--archive", archive)).out + done.err


def test_a_description_that_is_none_is_told(archive: Path) -> None:
    next(archive.rglob(DESCRIPTION)).write_text("null", "utf-8")
    assert "AttributeError" not in (done := run("archive", "list", "--archive", archive)).out + done.err
    assert run("archive", "verify", "--archive", archive).code == 1
