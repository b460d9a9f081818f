"""The documentation cannot rot: everything is in it, what it shows is run, what is generated is up to date."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click
import pytest

from conftest import ROOT, script
from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.cli import codes
from reportgen.cli.program import program
from reportgen.figures.parts import PART_NAMES
from reportgen.files import system
from reportgen.layout.document import Document
from reportgen.layout.standards import choose
from reportgen.model import Conference
from reportgen.model.keys import key_descriptions, keys_of
from reportgen.model.reading import Input, read_input
from reportgen.papers import papers_for, render
from reportgen.papers.view import View
from reportgen.problems import Problem
from reportgen.problems.catalog import ENTRIES
from reportgen.quantity import read_quantity
from reportgen.tree import text
from reportgen.writers.engines import VARIABLE
from reportgen.writers.typst.engine import FONTS
from reportgen.writers.typst.engine import VARIABLE as FONTS_VARIABLE

docs = script("scripts/docs.py")
MANUAL = docs.MANUAL.read_text("utf-8")
REFERENCE = docs.REFERENCE.read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
EXAMPLES = [block for block in docs.blocks(MANUAL) if block.language == "yaml"]
MARK = re.compile(r"# (?:lỗi|cảnh báo|lưu ý) ([A-Z]\d{3})$")


def commands(group: click.Group, above: str) -> Iterator[tuple[str, click.Command]]:
    """The group's commands by their whole names, and those of groups among them."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield f"{above} {name}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{above} {name}")


assert isinstance(program, click.Group)
COMMANDS = dict(commands(program, "reportgen"))


def line_of(block: Any) -> str:
    """A name for an example: the manual's line where it begins."""
    return f"line {MANUAL.count(chr(10), 0, block.start) + 1}"


def rows(table: str) -> list[list[str]]:
    """The cells of the manual's tables with that head, code marks left out."""
    found = re.findall(rf"^\| {re.escape(table)} \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", MANUAL, re.MULTILINE)
    return [[cell.strip(" `") for cell in row.strip("|").split(" | ")] for part in found for row in part.splitlines()]


# Everything is in it


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_explained(name: str) -> None:
    assert COMMANDS[name].help
    assert name in MANUAL
    assert f"### {name}\n" in REFERENCE


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    command = COMMANDS[name]
    for option in (parameter for parameter in command.params if isinstance(parameter, click.Option)):
        assert option.help
        assert all(name in REFERENCE for name in option.opts)
        assert any(name in MANUAL for name in option.opts), option.opts


def test_every_key_is_explained() -> None:
    for path, field in key_descriptions():
        assert field.description
        assert f"| {docs.key_path(path)} |" in REFERENCE, path
    assert [field.key for field in keys_of(Conference) if f"`{field.key}`" not in MANUAL] == []


def test_every_part_of_a_figure_is_shown() -> None:
    assert [name for name in PART_NAMES if not re.search(rf"`{{{{ \w+\.{name} }}}}` \| .+ \|", REFERENCE)] == []


def test_every_code_is_explained() -> None:
    assert [code for code in ENTRIES if f"#### {code} (" not in REFERENCE] == []
    assert set(re.findall(r"\b[A-Z]\d{3}\b", MANUAL)) <= ENTRIES.keys()


def test_every_paper_is_named() -> None:
    named = {
        key: f"`{key}.{paper.formats[-1] if len(paper.formats) == 1 else 'pdf'}`"
        for key, paper in papers_for(None).items()
    }
    assert [key for key, file in named.items() if f"`{key}`" not in REFERENCE or file not in MANUAL] == []


def test_every_exit_code_is_explained() -> None:
    known = {codes.GOOD, codes.ERRORS, codes.USAGE, codes.MACHINE, codes.SOME_FAILED, codes.INTERRUPTED}
    assert {int(number) for number, _ in rows("Mã thoát | Nghĩa")} == known


def test_every_name_that_templates_know_is_explained(written: Callable[[str], Input]) -> None:
    given = written(EXAMPLES[0].content)
    assert given.conference is not None
    told = "\n".join(names for names, _ in rows("Tên | Là gì"))
    known = View(given.conference, papers_for(None)["tin-bai"]).context()
    assert [name for name in known if not re.search(rf"\b{name}\b", told)] == []


# What it shows is so


def problems(block: Any, folder: Path) -> tuple[Problem, ...]:
    """What the program finds in an example, put in a file."""
    file = folder / "vi-du.yaml"
    file.write_text(docs.whole(block.content), "utf-8")
    return check(read_input(file))


@pytest.mark.parametrize("block", EXAMPLES, ids=line_of)
def test_every_example_has_the_problems_that_it_names_and_no_others(block: Any, tmp_path: Path) -> None:
    lines = docs.whole(block.content).splitlines()
    named = {(number, mark[1]) for number, line in enumerate(lines, 1) if (mark := MARK.search(line))}
    assert {(problem.place.line, problem.code) for problem in problems(block, tmp_path)} == named


def test_the_first_example_makes_all_papers(tmp_path: Path) -> None:
    file = tmp_path / "binh-an-2024.yaml"
    file.write_text(EXAMPLES[0].content, "utf-8")
    outcome = build(Request(file, tmp_path / "outputs"))
    assert outcome.problems == ()
    wanted = [
        f"{key}.{form}"
        for key, paper in papers_for(None).items()
        if not (paper.asked or paper.needs)
        for form in paper.formats
    ]
    assert [path.name for path in outcome.files] == sorted([*wanted, "manifest.json"])


def test_the_template_of_the_manual_makes_a_paper(tmp_path: Path) -> None:
    for block in docs.blocks(MANUAL):
        if block.name:
            (tmp_path / block.name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.name).write_text(block.content, "utf-8")
    paper = papers_for(tmp_path / "inputs")["thong-bao"]
    document = render(read_input(tmp_path / EXAMPLES[0].name), paper)
    assert paper.own
    assert isinstance(document, Document)
    assert "/TB-UBND" in text(document.tree)


@pytest.mark.parametrize("written_so", [cells[0] for cells in rows("Viết | Ý nghĩa")])
def test_every_notation_of_the_manual_is_read(written_so: str) -> None:
    reading = read_quantity(written_so)
    assert reading.quantity is not None
    assert reading.flaws == ()


@pytest.mark.parametrize(("wrong", "code", "right"), rows("Viết sai | Mã | Viết lại"))
def test_every_wrong_notation_has_the_code_that_the_manual_gives(wrong: str, code: str, right: str) -> None:
    assert code in [flaw.code for flaw in read_quantity(wrong).flaws]
    assert read_quantity(right).flaws == ()


# It is up to date and hangs together


def test_the_reference_is_up_to_date() -> None:
    assert docs.reference() == REFERENCE, "run `make docs`"
    assert REFERENCE.startswith(docs.GENERATED)


def test_what_the_manual_says_is_printed_is_printed() -> None:
    assert docs.renewed(MANUAL) == MANUAL, "run `make docs` and read what changed"


PAGES = {"README.md": README, "docs/so-tay.md": MANUAL, "docs/tra-cuu.md": REFERENCE}


def headings(page: str) -> set[str]:
    """The names by which a page's headings are linked to."""
    outside = re.sub(r"^```.*?^```$", "", page, flags=re.MULTILINE | re.DOTALL)
    return {docs.anchor(title) for title in re.findall(r"^#+ (.+)$", outside, re.MULTILINE)}


@pytest.mark.parametrize("name", PAGES)
def test_links_resolve(name: str) -> None:
    prose = re.sub(r"^```.*?^```$", "", PAGES[name], flags=re.MULTILINE | re.DOTALL)
    for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", prose)):
        path, _, heading = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), link
        if heading:
            assert heading in headings(target.read_text("utf-8")), link


@pytest.mark.parametrize("name", ["README.md", "docs/so-tay.md"])
def test_commands_that_are_named_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make ([a-z]+)", PAGES[name], re.MULTILINE)) <= targets
    called = re.findall(r"(?:^|`|\$ )(reportgen (?:archive )?[a-z]+)", PAGES[name], re.MULTILINE)
    assert set(called) <= COMMANDS.keys()


# Windows


def test_the_chapter_for_windows_names_what_the_program_really_has() -> None:
    """The extra that pip is asked for, the variables, the lock, the fonts, and the codes stand in the program too."""
    chapter = MANUAL.partition("\n## Trên máy Windows\n")[2].partition("\n## ")[0]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert set(re.findall(r'pip install "\.\[(\w+)\]"', chapter)) <= extras.keys()
    assert {name.partition(">")[0] for name in extras["typst"]} == {"typst", "pikepdf"}
    assert set(re.findall(r"REPORTGEN_\w+", chapter)) == {VARIABLE, FONTS_VARIABLE}
    assert f"`{system.LOCK}`" in chapter
    assert f"`{FONTS}`" in chapter
    assert ", ".join(choose("nhà nước", None).fonts_pdf) in chapter
    assert set(re.findall(r"\[([A-Z]\d{3})\]", chapter)) <= ENTRIES.keys()


def test_every_stand_in_for_what_windows_lacks_is_told() -> None:
    """What files.system lists has tests, and only there a module asks which system it is."""
    for file in (ROOT / "src").rglob("*.py"):
        if file.name != "system.py":
            text = file.read_text("utf-8")
            assert not re.search(r"^\s*(import|from) (fcntl|resource|msvcrt|pwd)\b", text, re.MULTILINE), file
            assert not re.search(r"os\.(O_NOFOLLOW|O_NONBLOCK|O_DIRECTORY|getuid|fork|pwrite)\b", text), file


# The map of the house


def test_the_map_names_every_room_on_its_floor() -> None:
    """The table of docs/kien-truc.md has the rooms, in the order of the import contract."""
    text = (ROOT / "docs" / "kien-truc.md").read_text("utf-8")
    mapped = re.findall(r"^\| \d+ \| `(\w+)` \|", text, re.MULTILINE)
    package = ROOT / "src" / "reportgen"
    assert sorted(mapped) == sorted(folder.name for folder in package.iterdir() if (folder / "__init__.py").exists())
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    floors = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    height = {name.strip(): len(floors) - at for at, names in enumerate(floors) for name in names.split("|")}
    assert [height[name] for name in mapped] == sorted(height[name] for name in mapped)


def test_what_the_map_points_at_is_there() -> None:
    text = (ROOT / "docs" / "kien-truc.md").read_text("utf-8")
    for path in re.findall(
        r"`((?:tests|templates|docs|model|drafting|writers|quantity|tree|problems)/[\w./-]*)`", text
    ):
        assert (ROOT / path).exists() or (ROOT / "src" / "reportgen" / path).exists(), path
