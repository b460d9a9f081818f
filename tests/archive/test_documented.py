"""The archive can be read without this program: its layout and its index are in the manual, as they are."""

from __future__ import annotations

import hashlib
import json
import re
import sqlite3
import subprocess
from pathlib import Path

from conftest import ROOT
from reportgen.archive.annex import GIVEN
from reportgen.archive.bag import read_info
from reportgen.archive.contents import BEFORE, HISTORY, PLAN, RESULT
from reportgen.archive.place import INDEX, LEDGER, UNFINISHED, bag_folder, bags

MANUAL = (ROOT / "docs" / "so-tay.md").read_text("utf-8")


def section(title: str) -> str:
    """A section of the manual."""
    found = re.search(rf"^### {title}\n(.*?)(?=^##)", MANUAL, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_every_table_and_column_of_the_index_is_explained(four_years: Path) -> None:
    told = section("Chỉ mục của kho")
    connection = sqlite3.connect(four_years / INDEX)
    tables = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("words_")
    ]
    columns = {table: [row[1] for row in connection.execute(f"PRAGMA table_info({table})")] for table in tables}
    connection.close()
    rows: dict[str, str] = {}
    table = ""
    for line in re.findall(r"^\|.*\|$", told, re.MULTILINE):
        first, second, _ = (cell.strip() for cell in line.strip("|").split("|", 2))
        table = first.strip("`") or table
        rows[table] = rows.get(table, "") + second
    assert {table: re.findall(r"`(\w+)`", rows[table]) for table in tables} == columns
    assert all(f"`{part}`" in told for part in (RESULT, BEFORE, PLAN, HISTORY))


def test_the_example_in_sql_finds_what_the_program_finds(four_years: Path) -> None:
    statement = re.search(r"```sql\n(.*?)```", section("Chỉ mục của kho"), re.DOTALL)
    assert statement is not None
    connection = sqlite3.connect(four_years / INDEX)
    assert len(connection.execute(statement[1]).fetchall()) == 8
    connection.close()


def test_every_file_and_label_of_a_bag_is_explained(four_years: Path) -> None:
    told = section("Cấu trúc kho")
    for identifier in bags(four_years):
        folder = bag_folder(four_years, identifier)
        assert [file.name for file in folder.iterdir() if f" {file.name}" not in told] == []
        labels = {label for label, _ in read_info(folder)} - {
            "Source-Organization",
            "External-Identifier",
            "External-Description",
            "Bagging-Date",
            "Bag-Software-Agent",
            "Payload-Oxum",
        }
        assert [label for label in labels if f"`{label}`" not in told] == []
    assert all(name in told for name in (LEDGER, INDEX, UNFINISHED, "Replaces", "Signed-Rendition-Of"))
    assert [name for name in GIVEN if f"`{name}`" not in MANUAL] == []


def test_the_ledger_is_what_the_manual_says(four_years: Path) -> None:
    previous = "0" * 64
    for number, line in enumerate((four_years / LEDGER).read_bytes().splitlines(), 1):
        record = json.loads(line)
        assert list(record) == ["number", "identifier", "sha256", "sha512", "previous"]
        assert (record["number"], record["previous"]) == (number, previous)
        for name in ("sha256", "sha512"):
            file = four_years / record["identifier"] / f"tagmanifest-{name}.txt"
            assert hashlib.new(name, file.read_bytes()).hexdigest() == record[name]
        previous = hashlib.sha256(line).hexdigest()


def test_plain_tools_prove_a_bag(four_years: Path) -> None:
    for identifier in bags(four_years):
        for name in ("sha256", "sha512"):
            for manifest in (f"manifest-{name}.txt", f"tagmanifest-{name}.txt"):
                subprocess.run(
                    [f"{name}sum", "--quiet", "-c", manifest], cwd=bag_folder(four_years, identifier), check=True
                )
