"""The editor's schema: it accepts what the program accepts in shape, and refuses what the program refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from conftest import ROOT
from reportgen.drafting.schema import FILE, SUGGESTED, conference_schema, main, schema_text
from reportgen.model.press import PHOTO_PLACES
from reportgen.model.reading import Input
from reportgen.names.organs import organ
from reportgen.source import Mapping, Node, Scalar, read_source

VALIDATOR = Draft202012Validator(conference_schema())
INPUTS = sorted((ROOT / "inputs").glob("*.yaml"))
HEAD = "năm: 2023\nđơn vị: phường A\n"


def as_text(scalar: Scalar) -> object:
    """The text itself: how the program reads."""
    return None if scalar.text == "" and not scalar.quoted else scalar.text


def as_core(scalar: Scalar) -> object:
    """The value by the core schema of YAML 1.2: how an editor reads."""
    if scalar.quoted:
        return scalar.text
    if scalar.text in {"", "~", "null"}:
        return None
    if scalar.text in {"true", "false"}:
        return scalar.text == "true"
    if re.fullmatch(r"[-+]?\d+", scalar.text):
        return int(scalar.text)
    return float(scalar.text) if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?", scalar.text) else scalar.text


def plain(node: Node | None, value: Callable[[Scalar], object]) -> Any:
    """Nodes as what a JSON Schema validates."""
    assert node is not None
    if isinstance(node, Scalar):
        return value(node)
    if isinstance(node, Mapping):
        return {key.text: plain(content, value) for key, content in node}
    return [plain(item, value) for item in node.items]


def accepted(given: Input) -> bool:
    """Whether an editor finds nothing wrong, however it reads the scalars."""
    verdicts = {VALIDATOR.is_valid(plain(given.source.root, value)) for value in (as_text, as_core)}
    assert len(verdicts) == 1
    return bool(verdicts.pop())


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(conference_schema())


def test_the_file_is_what_the_model_says() -> None:
    assert (ROOT / FILE).read_text("utf-8") == schema_text(), "run `make schema`"


def test_the_module_writes_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    main()
    assert json.loads((tmp_path / FILE).read_text("utf-8")) == conference_schema()


@pytest.mark.parametrize("file", INPUTS, ids=lambda file: file.stem)
@pytest.mark.parametrize("value", [as_text, as_core])
def test_every_example_fits(file: Path, value: Callable[[Scalar], object]) -> None:
    errors = list(VALIDATOR.iter_errors(plain(read_source(file).root, value)))
    assert [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in errors] == []


@pytest.mark.parametrize(
    "text",
    [
        "chỉ tiêu: {thu: 12 hộ}",
        "chỉ tiêu: {thu: 12}",
        "chỉ tiêu: {thu: {thực hiện: 12 hộ, kế hoạch: 10 hộ, năm trước: 9 hộ}}",
        "chỉ tiêu: {thu: {thực hiện: 12 hộ, kế hoạch: {giá trị: 10 hộ, giao bởi: tỉnh, điều chỉnh: có}}}",
        "chỉ tiêu: {thu: {thực hiện: 12 hộ, kế hoạch: [10 hộ, {giá trị: 11 hộ}], gồm: a, theo đơn vị: {Khu 1: 12 hộ}}}",
        "chỉ tiêu: {a: 1 hộ, thu: {thực hiện: 12 hộ, các năm: {2021: 9 hộ}, bỏ qua: {R430: đúng như vậy}}}",
        "hội nghị: 14/12/2023",
        "hội nghị: {ngày: 14-15/12/2023, đại biểu: Nguyễn Văn A, chủ trì: [{họ tên: B, chức vụ: C}]}",
        "văn bản: {số: 15, ngày: 14/12/2023, người ký: Nguyễn Văn A, nơi nhận: [a, b]}",
        "văn bản:\nhội nghị:\n  tên:\n  đại biểu:\nphương hướng:",
        "kết quả: Tốt",
        "kết quả: [Tốt, {mục: Thu, mục con: [{nội dung: x}], bảng chỉ tiêu: thu}]",
        "khen thưởng: [{hình thức: Giấy khen, tập thể: 6}, Một câu]",
        "nguyên nhân: Do thời tiết",
        "chữ viết tắt: {UBND: Ủy ban nhân dân}",
    ],
)
def test_what_the_program_reads_is_accepted(text: str, written: Callable[[str], Input]) -> None:
    given = written(HEAD + text)
    assert [problem.code for problem in given.problems] == []
    assert accepted(given)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("đơn vị: phường A", "K203"),
        ("năm: 23\nđơn vị: phường A", "D603"),
        ("năm: 2023\nđơn vị:", "K203"),
        ("năm: 2023\nđơn vị: {tỉnh: tỉnh B}", "K203"),
        (HEAD + "thời tiết: đẹp", "K208"),
        (HEAD + "chỉ tiêu: 12 hộ", "K207"),
        (HEAD + "chỉ tiêu:\n  thu:", "K207"),
        (HEAD + "chỉ tiêu: {thu: {thực hiện: [12 hộ]}}", "K206"),
        (HEAD + "chỉ tiêu: {thu: {kết quả: 12 hộ}}", "K208"),
        (HEAD + "chỉ tiêu: {thu: {thực hiện: 12 hộ, thấp là tốt: hơi hơi}}", "K205"),
        (HEAD + "hội nghị: [14/12/2023]", "K207"),
        (HEAD + "hội nghị: 14/12", "D602"),
        (HEAD + "hội nghị: {đại biểu: [{chức vụ: Bí thư}]}", "K203"),
        (HEAD + "hạn chế: {a: b}", "K206"),
        (HEAD + "phụ lục: Bảng", "K207"),
    ],
)
def test_what_the_program_refuses_is_refused(text: str, code: str, written: Callable[[str], Input]) -> None:
    given = written(text)
    assert code in [problem.code for problem in given.problems]
    assert not accepted(given)


def _schemas(schema: object) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from _schemas(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _schemas(part)


def test_an_editor_shows_vietnamese_alone() -> None:
    schemas = list(_schemas(conference_schema()))
    keys = [entry for schema in schemas for entry in schema.get("properties", {}).items()]
    assert len(keys) > 100
    for key, value in keys:
        assert value["title"].lower() == key.lower()
        assert value["description"]
    told = [schema.get(name) for schema in schemas for name in ("title", "description")]
    english = re.compile(r"\b(the|of|and|or|one|its|with|which|section)\b", re.IGNORECASE)
    assert [text for text in told if isinstance(text, str) and english.search(text)] == []
    assert not any("default" in schema for schema in schemas)


def test_what_an_editor_suggests_is_known_to_the_program() -> None:
    assert SUGGESTED["Photo", "vị trí"] == PHOTO_PLACES
    assert all(organ(name) is not None for name in SUGGESTED["Unit", "cơ quan"])


def test_the_line_for_editors_leads_from_the_inputs_to_the_schema() -> None:
    assert (ROOT / "inputs" / "../schema/conference.schema.json").resolve() == (ROOT / FILE).resolve()
