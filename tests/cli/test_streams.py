"""Standard streams that are closed, full or no longer read end a run with a code, never with a fault."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reportgen.cli.codes import ERRORS, GOOD, MACHINE, USAGE

EXAMPLE = Path("inputs/trung-vuong-2023.yaml").absolute()
FULL = Path("/dev/full")


def run_in_shell(redirection: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "reportgen", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("redirection", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("check", str(EXAMPLE)), GOOD), (("check", "nix.yaml"), ERRORS), (("check", "--nix"), USAGE)],
)
def test_a_closed_stream_changes_nothing(redirection: str, arguments: tuple[str, ...], code: int) -> None:
    done = run_in_shell(redirection, *arguments)
    assert done.returncode == code
    assert "Traceback" not in done.stderr + done.stdout
    assert "ngoài dự kiến" not in done.stderr + done.stdout


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")
@pytest.mark.parametrize(
    "arguments",
    [("check", str(EXAMPLE)), ("check", str(EXAMPLE), "--format", "json"), ("--help",), ("explain", "R401")],
)
def test_a_full_output_is_told(arguments: tuple[str, ...]) -> None:
    done = run_in_shell(f">{FULL}", *arguments)
    assert done.returncode == MACHINE
    assert done.stderr.startswith("Không ghi được thông báo ra đầu ra chuẩn")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.skipif(not FULL.exists(), reason="no /dev/full")
def test_where_both_outputs_are_full_the_code_says_it() -> None:
    assert run_in_shell(f">{FULL} 2>{FULL}", "check", "--nix").returncode == MACHINE


def test_a_reader_who_has_seen_enough_hears_nothing() -> None:
    done = run_in_shell("| true", "check", str(EXAMPLE), "--format", "json")
    assert done.stderr == ""
