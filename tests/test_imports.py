"""What the commands that a secretary runs all day must not pay for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from conftest import EXAMPLE

HEAVY = {"weasyprint", "docx", "jinja2", "markdown_it", "lxml", "pypdfium2", "PIL", "page"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["build", "--help"],
        ["check", str(EXAMPLE)],
        ["read", "41,795 tỷ đồng"],
        ["archive", "search", "đất đai"],
        ["archive", "verify"],
    ],
)
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    script = (
        "import sys\nfrom reportgen.cli import main\n"
        f"try:\n    main({arguments!r})\nexcept SystemExit:\n    pass\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert set(run.stderr.split()) & HEAVY == set()
