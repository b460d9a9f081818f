"""The program's exit codes."""

from __future__ import annotations

from collections.abc import Sequence

GOOD, ERRORS, USAGE, MACHINE, SOME_FAILED = range(5)
"""0 good, warnings allowed · 1 the input has errors · 2 wrong usage · 3 the machine lacks something · 4 some of several
inputs failed."""
INTERRUPTED = 130


def exit_code(failed: Sequence[bool], *, machine: bool = False) -> int:
    """The code for inputs of which some failed. `machine`: for something that the machine lacks."""
    if machine:
        return MACHINE
    if not any(failed):
        return GOOD
    return ERRORS if all(failed) else SOME_FAILED
