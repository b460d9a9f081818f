"""What the commands that a secretary runs all day must not pay for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import EXAMPLE

HEAVY = {"weasyprint", "docx", "jinja2", "markdown_it", "lxml", "pypdfium2", "PIL", "page", "pydantic"}
NOT_FOR_A_CHECK = {
    *(
        "asyncio",
        "email",
        "html",
        "http",
        "importlib.metadata",
        "importlib.resources",
        "secrets",
        "sqlite3",
        "tempfile",
    ),
    *("reportgen.archive", "reportgen.official.letterhead", "reportgen.layout.standards", "reportgen.tree"),
}
"""What a check can do without, though others of our modules bring it along: together that takes longer than a check."""


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["read", "41,795 tỷ đồng"],
        ["archive", "search", "đất đai"],
        ["archive", "verify"],
    ],
)
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    assert {name.partition(".")[0] for name in modules_of(arguments)} & HEAVY == set()


def test_a_check_imports_nothing_heavy_but_the_model_s_library() -> None:
    assert {name.partition(".")[0] for name in modules_of(["check", str(EXAMPLE)])} & HEAVY == {"pydantic"}


def test_a_check_imports_only_what_it_needs() -> None:
    loaded = modules_of(["check", str(EXAMPLE)])
    assert "reportgen.checks" in loaded
    assert (
        loaded - brought_by("from pydantic import BaseModel\nclass A(BaseModel): a: int\n")
    ) & NOT_FOR_A_CHECK == set()


def modules_of(arguments: list[str]) -> set[str]:
    """The modules that a command has loaded when it ends."""
    return brought_by(f"from reportgen.cli import main\ntry:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n")


def brought_by(script: str) -> set[str]:
    """The modules that a script has loaded when it ends."""
    listed = f"{script}import sys\nprint(*sys.modules, file=sys.stderr)"
    run = subprocess.run([sys.executable, "-c", listed], capture_output=True, text=True, check=True)
    return set(run.stderr.split())
