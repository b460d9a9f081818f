"""The command line: options in, results out, exit codes. Nothing here but words and wiring."""

from __future__ import annotations

import gc
from collections.abc import Sequence
from typing import NoReturn

COLLECT_AFTER = 100_000
"""New objects between two collections: the default 700 costs a short run a tenth of its time."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program with these arguments, the process's own without; ends the process with the exit code."""
    gc.set_threshold(COLLECT_AFTER)  # before anything is imported
    from reportgen.cli.running import run

    run(arguments)
