"""What a template can reach: plain values and questions, and of each only what is listed. No object of the program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from jinja2 import TemplateError
from markupsafe import Markup

from conftest import EXAMPLE, FICTIONAL
from reportgen.files.packaged import packaged_templates
from reportgen.model.reading import read_input
from reportgen.papers import papers_for
from reportgen.papers.plain import Facts, Question, Text, names_of
from reportgen.papers.sandbox import environment
from reportgen.papers.view import View
from samples import SMALL, article, from_a_camera

REACHED = {str, Markup, Text, int, float, bool, date, tuple, dict, type(None), Facts, Question}
"""The types of all that a template can reach. A further one is an object of the program that has slipped through."""


def context(file: Path, paper: str) -> dict[str, object]:
    given = read_input(file)
    assert given.conference is not None
    return dict(View(given.conference, papers_for(None)[paper]).context())


def reached(value: object, seen: set[int]) -> Iterator[object]:
    """The value and all below it that a template may ask for."""
    if id(value) in seen:
        return
    seen.add(id(value))
    yield value
    below: list[object] = [getattr(value, name) for name in names_of(value) if isinstance(value, Facts | date)]
    if isinstance(value, tuple | Facts):
        below += value
    elif isinstance(value, dict):
        below += [*value.keys(), *value.values()]
    for inner in below:
        yield from reached(inner, seen)


@pytest.mark.parametrize("paper", ["bao-cao", "tin-bai", "tin", "thong-cao"])
@pytest.mark.parametrize("file", [EXAMPLE, FICTIONAL], ids=lambda file: file.stem)
def test_everything_that_a_template_is_told_is_plain(file: Path, paper: str) -> None:
    seen: set[int] = set()
    values = [value for value in context(file, paper).values() for value in reached(value, seen)]
    assert {type(value) for value in values} <= REACHED
    assert len(values) > 100


ASKED = {
    "say": "ledger.lines['{key}']",
    "part_words": "ledger.lines['{key}'], 'giá trị'",
    "target": "ledger.lines['{key}']",
    "led": "ledger.lines['{key}']",
    "table": "['{key}']",
    "phrase": "table().rows[0].cells[1]",
    "prose": "c.assessment[0]",
    "words": "c.assessment[0]",
    "brief": "c.results[0]",
    "listed": "c.letterhead.recipients",
    "picture": "c.press.photos[0]",
    "address_of": "c.event.guests[0]",
    "guest_named": "c.event.guests[0].name",
    "own_addresses": "c.event.guests",
    "recipients": "c.awards[0]",
    "own_awards": "",
    "honoured": "c.awards",
    "counted_recipients": "c.awards[0]",
    "is_group": "c.event.guests[0]",
    "doer": "c.event.agenda[0]",
    "kinds_of": "c.event.agenda[0]",
    "speaker_of": "'opening'",
    "vote": "c.event.resolutions[0]",
    "letterhead_of": "'giấy mời'",
    "number_of": "letterhead_of('giấy mời'), 'GM'",
    "said": "c.assessment[0]",
    "gist": "c.assessment[0], 40",
    "gists": "c.assessment, 40",
    "first_paragraph": "prose(c.assessment[0])",
    "weekday": "c.event.days.first",
    "full_hour": "450",
    "short_hour": "450",
    "two_digits": "6",
    "full_day": "c.event.days.first",
    "short_day": "c.event.days.first",
    "press_days": "c.event.days.first, c.event.days.last",
    "press_when": "c.event.days.first, c.event.days.last",
}
"""Question → what it is asked with; the others are asked with nothing."""


def test_every_answer_is_plain(tmp_path: Path) -> None:
    from_a_camera(tmp_path / "a.jpg", (300, 200))
    file = article(tmp_path)
    text = file.read_text("utf-8")
    more = (
        'hội nghị: {ngày: 20/12/2024, đại biểu: ["Lê An, Bí thư"], chương trình: [7h30: Khai mạc], nghị quyết: A}\n'
        "khen thưởng: [{hình thức: Giấy khen}]\n"
    )
    file.write_text(f'{text}{more}kết quả: [Tốt.]\nvăn bản: {{nơi nhận: [A, "Lưu: VT"]}}\n', "utf-8")
    known = context(file, "tin-bai")
    sandbox = environment([str(tmp_path)], cached=False)
    questions = [name for name, value in known.items() if isinstance(value, Question)]
    for name in questions:
        asked = ASKED.get(name, "").format(key="thu ngân sách")
        answers: list[object] = []
        spy = dict(known, keep=Question(answers.append, lambda value: value))
        expression = sandbox.compile_expression(f"{name}({asked})")
        answers.append(expression(**spy))
        assert {type(value) for answer in answers for value in reached(answer, set())} <= REACHED, name


ESCAPES = [
    "c.unit.name.place().file",
    "c.unit.name.node",
    "c.unit.name._origin",
    "c.unit._origin",
    "c.unit['_origin']",
    "(c.unit|attr('_origin'))",
    "c.unit|attr('__class__')",
    "c.__class__.__mro__",
    "say.__call__.__globals__",
    "say._answer",
    "say|attr('_answer')",
    "''.__class__.__base__.__subclasses__()",
    "''.join.__self__",
    "'{0.__class__}'.format(c)",
    "'{0._origin}'.format(c.unit.name)",
    "'{a._origin}'.format_map({'a': c.unit})",
    "c.unit.name.encode()",
    "(c.results|map(attribute='_origin')|first).title",
    "(c.results|groupby('_origin')|first)[0].title",
    "(c.results|sum(attribute='_origin'))",
    "self.__init__.__globals__",
    "self._TemplateReference__context",
    "cycler.__init__.__globals__",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "dict.__base__",
    "range.__class__",
    "head.standard",
    "ledger.conference",
    "ledger.lines['thu ngân sách'].ledger",
    "ledger.lines['thu ngân sách'].indicator",
    "ledger.lines.update({})",
    "ledger.lines.__class__",
    "c.event.days.first.__class__",
    "c.event.days.first.replace(year=1)",
    "c",
    "say",
    "c.unit",
    "(c.unit|string)",
    "('%s' % c.unit)",
    "(c.unit ~ '')",
    "'x' * 10**10",
    "['x'] * 10000000",
    "2 ** 9999999",
    "lipsum()",
    "lipsum.__globals__",
    "cycler('a').next.__globals__",
    "caller",
    "loop",
    "url_for",
    "get_flashed_messages",
]


@pytest.mark.parametrize("expression", ESCAPES)
def test_no_template_leaves_the_sandbox(tmp_path: Path, expression: str) -> None:
    (tmp_path / "a.yaml").write_text(f"{SMALL}hội nghị: {{ngày: 20/12/2024}}\nkết quả: [Tốt.]\n", "utf-8")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "x.j2").write_text("{{ " + expression + " }}", "utf-8")
    sandbox = environment([str(tmp_path / "t")], cached=False)
    try:
        said = sandbox.get_template("x.j2").render(context(tmp_path / "a.yaml", "tin-bai"))
    except (TemplateError, TypeError, AttributeError, ArithmeticError, ValueError):
        return
    pytest.fail(f"it printed {said}")


def test_a_template_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALL, "utf-8")
    known = context(tmp_path / "a.yaml", "tin-bai")
    unit = known["c"].unit  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        unit.name = "khác"
    for statement in ("{% set c.unit.name = 1 %}", "{% do ledger.lines.clear() %}", "{{ told.parts.append(1) }}"):
        with pytest.raises((TemplateError, AttributeError)):
            environment([str(tmp_path)], cached=False).from_string(statement).render(known)


def test_a_link_out_of_the_templates_folder_is_no_template(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("bí mật", "utf-8")
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "x.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(TemplateError):
        environment([str(tmp_path / "t")], cached=False).get_template("x.j2")


def test_no_line_of_a_template_is_longer_than_a_reader_takes_in() -> None:
    files = sorted(packaged_templates().rglob("*.j2"))
    long = [
        f"{file.name}:{number}"
        for file in files
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if len(line) > 140
    ]
    assert len(files) > 5
    assert long == []
