"""WeasyPrint is imported without running a compiler, and nothing is changed for who comes after."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def test_no_compiler_is_run_and_the_search_path_stays(tmp_path: Path) -> None:
    for name in ("gcc", "cc", "ld"):
        program = tmp_path / name
        program.write_text(f"#!/bin/sh\ntouch {tmp_path}/{name}-ran\nexit 1\n", "utf-8")
        program.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    script = f"import os, reportgen.writers.pdf.engine; assert os.environ['PATH'] == {path!r}"
    # The current folder has them too: an empty search path would mean it.
    command = [sys.executable, "-c", script]
    subprocess.run(command, check=True, cwd=tmp_path, env={**os.environ, "PATH": path})
    assert [file.name for file in tmp_path.glob("*-ran")] == []


def test_a_search_path_that_is_not_set_stays_so() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "PATH"}
    script = "import os, reportgen.writers.pdf.engine; assert 'PATH' not in os.environ"
    subprocess.run([sys.executable, "-c", script], check=True, env=environment)
