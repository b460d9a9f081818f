"""What all tests share: the examples, a built set of papers, and golden files that one switch rewrites."""

from __future__ import annotations

import importlib.util
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import settings

from reportgen.build import Outcome, Request, build
from reportgen.model.reading import Input, read_input

ROOT = Path(__file__).parents[1]
GOLDEN = Path(__file__).parent / "golden"
EXAMPLE = ROOT / "inputs" / "trung-vuong-2023.yaml"
AS_PRINTED = ROOT / "inputs" / "trung-vuong-2023-ban-in.yaml"
FICTIONAL = ROOT / "inputs" / "phuong-minh-hoa-2025.yaml"

settings.register_profile("ci", deadline=None)
settings.load_profile("ci")


def script(path: str) -> ModuleType:
    """A script of the project that is no part of the package (`scripts/docs.py`), as a module."""
    name = path.removesuffix(".py").replace("/", "_")
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Its dataclasses look their module up by name.
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def pytest_configure() -> None:
    # In the background of a shell a program hears no Ctrl+C, and what it starts does not either.
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with the golden file of that name; with --update-golden, writes it."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--update-golden"):
            file.write_text(text, "utf-8")
        assert file.exists(), f"no golden file {name}: run `make golden` and read what it writes"
        assert text == file.read_text("utf-8")

    return compare


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Input]:
    """An input from its text."""

    def read(text: str) -> Input:
        file = tmp_path / "thu.yaml"
        file.write_text(text, "utf-8")
        return read_input(file)

    return read


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The papers of the real conference."""
    return build(Request(EXAMPLE, tmp_path_factory.mktemp("outputs")))


@pytest.fixture(scope="session")
def fictional(tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    """The papers of the fictional unit, which exercises everything."""
    return build(Request(FICTIONAL, tmp_path_factory.mktemp("outputs")))
