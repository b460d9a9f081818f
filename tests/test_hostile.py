"""Inputs, folders and templates that are odd on purpose: each ends in a problem with its place, none in a fault."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import find_papers, papers_for, render
from reportgen.papers.bounds import SECONDS
from reportgen.problems import Failure
from samples import SMALL


def own_template(folder: Path, template: str | bytes, description: str = "tên: Riêng\ntrình bày: báo chí\n") -> Path:
    """An input whose unit has a paper of its own."""
    own = folder / "templates" / "rieng"
    own.mkdir(parents=True)
    (own / "paper.yaml").write_text(description, "utf-8")
    (own / "paper.xml.j2").write_bytes(template if isinstance(template, bytes) else template.encode())
    (folder / "a.yaml").write_text(SMALL, "utf-8")
    return folder / "a.yaml"


def rendered(file: Path) -> list[str]:
    found = render(read_input(file), papers_for(file.parent)["rieng"])
    return [] if isinstance(found, Document) else [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    ("inside", "code"),
    [
        ("{{ 1/0 }}", "T801"),
        ("{{ table(1, 2, 3) }}", "T801"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "T801"),
        ("{{ range(10**7)|list }}", "T801"),
        ("{{ picture(5) }}", "T801"),
        ('<table widths="a b"><tbody><tr><td>x</td></tr></tbody></table>', "T802"),
        ('<table widths="1 2 3"><tbody><tr><td>x</td></tr></tbody></table>', "T802"),
        ('<table><tbody><tr><td colspan="x">x</td></tr></tbody></table>', "T802"),
        ("<table></table>", "T802"),
        ("<hr/>", "T802"),
        ("<ul><li>x</li></ul>", "T802"),
        ('<ul class="headline"><li>x</li></ul>', "T802"),
        ('<div class="letterhead"><div class="row"><div class="side"><p>x</p></div></div></div>', "T802"),
        ('<figure><img src="nix.jpg" alt="x"/></figure>', "T802"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "T802"),
        ("<section>" * 3000 + "</section>" * 3000, "T802"),
    ],
)
def test_a_unit_s_own_template_fails_at_its_place(tmp_path: Path, inside: str, code: str) -> None:
    assert rendered(own_template(tmp_path, f"<article>{inside}</article>")) == [code]


@pytest.mark.parametrize(
    "inside",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99) %}<p>nhiều chữ</p>{% endfor %}{% endfor %}",
        "{% set n = namespace(x='x') %}{% for a in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}{{ n.x }}",
        "{% set n = namespace(x=[1]) %}{% for a in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}{{ n.x }}",
        "{{ '%2000000000d' % 1 }}",
        "{{ 'x'|center(2000000000) }}",
        "{% macro m(a) %}{% for b in range(9) %}{{ m(a + 1) if a < 30 }}{% endfor %}{% endmacro %}{{ m(0) }}",
    ],
)
def test_a_template_without_end_is_told(tmp_path: Path, inside: str) -> None:
    start = time.monotonic()
    assert rendered(own_template(tmp_path, f"<article>{inside}</article>")) == ["T801"]
    assert time.monotonic() - start < 3 * SECONDS


TWICE = (
    "{% set n = namespace(x=(1,), y=(1,)) %}{% for a in range(60) %}"
    "{% set n.x = (n.x, n.x) %}{% set n.y = (n.y, n.y) %}{% endfor %}"
)
"""What holds itself twice, sixty deep: a single comparison of it takes longer than the world has stood."""


@pytest.mark.parametrize(
    "inside",
    [
        TWICE + "{{ n.x == n.x[0] }}",
        TWICE + "{{ n.y in [n.x] }}",
        TWICE + "{{ {n.x: 1} }}",
        TWICE + "{{ {}.get(n.x) }}",
        TWICE + "{{ {}[n.x] }}",
        TWICE + "{{ dict([(n.x, 1)]) }}",
        TWICE + "{{ [n.x, n.x]|sort }}",
        TWICE + "{{ [n.x]|select('eq', n.y)|list }}",
        TWICE + "{% for a in [n.x, n.y] %}{{ loop.changed(a) }}{% endfor %}",
        TWICE + "{{ {1: n.x}.items() == {1: n.y}.items() }}",
        TWICE + "{{ n.x }}",
        TWICE + "{{ n }}",
        TWICE + "{{ n.x ~ 'a' }}",
        TWICE + "{{ '%s' % n.x }}",
        TWICE + "{{ [n.x]|map('default', '')|join }}",
        TWICE + "{{ n.x|upper }}",
        TWICE + "{{ n.x() }}",
        TWICE + "{% include [n.x] %}",
        TWICE + "{% set title = n.x %}",
        TWICE + "{% set keywords = n.x %}",
        "{% set n = namespace(x=3) %}{% for a in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
        "{{ 1.5|round(999999999, 'ceil') }}",
        "{{ ([[]] * 1000000)|sum(start=[1] * 1000000) }}",
        "{{ ('a' * 1000000 ~ 'b') in ['a' * 1000000 ~ 'c'] * 1000000 }}",
        "{{ ('x'|center(90000000))|wordwrap(1)|length }}" * 99,
    ],
)
def test_no_single_step_of_a_template_is_endless(tmp_path: Path, inside: str) -> None:
    start = time.monotonic()
    assert rendered(own_template(tmp_path, f"<article>{inside}</article>")) == ["T801"]
    assert time.monotonic() - start < SECONDS


@pytest.mark.parametrize(
    "inside",
    [
        "{% for a in [1] %}" * 25 + "{% endfor %}" * 25,
        "{% if 1 %}" * 120 + "{% endif %}" * 120,
        "{% set x = 1e999 %}",
        "{{ table(__debug__=1) }}",
        "{{ 'xxxxxxxxxxxx'|truncate(1) }}",
        '<p>{{ "\\ud800" }}</p>',
        "{% set title = c %}",
        "{% set title = say %}",
        "{% set keywords = [c] %}",
        "{% set title = '\\x01' %}",
        "{{ listed([c.unit]) }}",
        "{{ words(c.unit) }}",
    ],
)
def test_what_only_python_refuses_is_told_too(tmp_path: Path, inside: str) -> None:
    assert rendered(own_template(tmp_path, f"<article>{inside}</article>")) == ["T801"]


def test_a_template_s_fault_is_told_in_short(tmp_path: Path) -> None:
    file = own_template(tmp_path, "{{ {}['y' * 1000000] }}")
    found = render(read_input(file), papers_for(tmp_path)["rieng"])
    assert isinstance(found, Failure)
    assert len(found.problems[0].values["reason"]) < 1000


def test_a_template_that_is_no_text_fails_at_its_place(tmp_path: Path) -> None:
    assert rendered(own_template(tmp_path, b"<article>\xff\xfe</article>")) == ["T801"]


def test_keywords_of_another_kind_are_none(tmp_path: Path) -> None:
    file = own_template(tmp_path, "{% set keywords = 5 %}<article><p>x</p></article>")
    document = render(read_input(file), papers_for(tmp_path)["rieng"])
    assert isinstance(document, Document)
    assert document.metadata.keywords == ()


@pytest.mark.parametrize("description", ["trình bày: báo tường", "định dạng: exe", "[", "- a"])
def test_a_description_that_cannot_be_used_is_told(tmp_path: Path, description: str) -> None:
    own_template(tmp_path, "<article/>", description)
    papers, wrong = find_papers(tmp_path)
    assert "rieng" not in papers
    assert [problem.code for problem in wrong] == ["T804"]


@pytest.mark.parametrize("number", ['"²"', '"' + "9" * 5000 + '"', '"١٢"'])
def test_an_odd_number_of_the_paper_is_no_fault(tmp_path: Path, number: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(f"{SMALL}văn bản: {{số: {number}}}\n", "utf-8")
    assert "L703" in [problem.code for problem in check(read_input(file))]
    assert build(Request(file, tmp_path / "outputs")).failed


@pytest.mark.parametrize("name", ['"a\\0b"', "vong.png", "x" * 300 + ".png"])
def test_a_picture_s_odd_name_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "vong.png").symlink_to("vong.png")
    file = tmp_path / "a.yaml"
    file.write_text(f'{SMALL}tin bài: {{ảnh: {{tệp: {name}, chú thích: "X.", mô tả: Hội trường.}}}}\n', "utf-8")
    outcome = build(Request(file, tmp_path / "outputs"))
    assert {problem.code for problem in outcome.problems} & {"A701", "F109"}


def test_a_control_character_made_by_an_escape_is_told(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text('năm: 2024\nđơn vị: {tên: "xã Bình An\\x01"}\n', "utf-8")
    assert [(p.code, p.place.line, p.place.column) for p in check(read_input(file))] == [("F109", 2, 15)]


@pytest.mark.parametrize("number", ["9" * 28, "1234567890" * 3, "12345678901234567890,1234567890", "1" + "0" * 31])
@pytest.mark.parametrize("unit", ["hộ", "tỷ đồng", "%", "người/km²", ""])
def test_a_number_of_any_length_is_printed_or_told(tmp_path: Path, number: str, unit: str) -> None:
    file = tmp_path / "a.yaml"
    figure = f'{{thực hiện: "{number} {unit}", kế hoạch: "7 {unit}", năm trước: "{number} {unit}"}}'
    conference = SMALL.replace("chỉ tiêu:", f"chỉ tiêu:\n  x: {figure}")
    file.write_text(f"{conference}kết quả: '{{{{ x }}}}; {number} {unit}.'\n", "utf-8")
    outcome = build(Request(file, tmp_path / "outputs", (), ("txt",)))
    assert not outcome.failed or {problem.code[0] for problem in outcome.problems} <= set("FKQRPDL")


def test_a_pipe_is_no_input(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.yaml")
    assert [problem.code for problem in read_input(tmp_path / "a.yaml").problems] == ["F104"]


def test_a_file_in_the_place_of_the_results_is_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "a").write_text("mine")
    outcome = build(Request(file, tmp_path / "outputs", ("tin-bai",), ("txt",)))
    assert [problem.code for problem in outcome.problems] == ["B901"]
    assert (tmp_path / "outputs" / "a").read_text() == "mine"


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    (tmp_path / "outputs").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "outputs" / "a").symlink_to(tmp_path / "elsewhere")
    build(Request(file, tmp_path / "outputs", ("tin-bai",), ("txt",)))
    assert (tmp_path / "outputs" / "a").is_symlink()
    assert (tmp_path / "elsewhere" / "tin-bai.txt").exists()


@pytest.mark.parametrize("link", ["outputs", "outputs/a"])
def test_a_link_to_itself_in_the_place_of_the_results_is_told(tmp_path: Path, link: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    (tmp_path / link).parent.mkdir(exist_ok=True)
    (tmp_path / link).symlink_to((tmp_path / link).name)
    outcome = build(Request(file, tmp_path / "outputs", ("tin-bai",), ("txt",)))
    assert [problem.code for problem in outcome.problems] == ["B901"]


@pytest.mark.parametrize("manifest", ["[" * 100_000, '{"outputs": [{"file": "../x"}]}', '{"outputs": 5}', "\x00"])
def test_a_strange_manifest_is_not_believed(tmp_path: Path, manifest: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(SMALL, "utf-8")
    (tmp_path / "outputs" / "a").mkdir(parents=True)
    (tmp_path / "outputs" / "x").write_text("mine")
    (tmp_path / "outputs" / "a" / "manifest.json").write_text(manifest)
    assert not build(Request(file, tmp_path / "outputs", (), ())).failed
    assert (tmp_path / "outputs" / "x").read_text() == "mine"


def test_a_file_name_that_is_no_text_is_told(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff.yaml"
    run = subprocess.run([sys.executable, "-m", "reportgen", "check", name], capture_output=True, check=False)
    assert run.returncode == 1
    assert b"F101" in run.stdout
    assert b"Traceback" not in run.stderr


def test_a_paper_s_name_cannot_command_the_terminal(tmp_path: Path) -> None:
    own_template(tmp_path, "<article/>", 'tên: "X\\e[31m"\ntrình bày: báo chí\n')
    run = subprocess.run([sys.executable, "-m", "reportgen", "papers", str(tmp_path)], capture_output=True, check=False)
    assert b"\x1b" not in run.stdout + run.stderr


def test_problems_are_values(tmp_path: Path) -> None:
    found = render(read_input(own_template(tmp_path, "<article><b/></article>")), papers_for(tmp_path)["rieng"])
    assert isinstance(found, Failure)
    assert [problem.place.file.name for problem in found.problems] == ["paper.xml.j2"]
