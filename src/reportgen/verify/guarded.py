"""Work on a stranger's file, done where it can do no harm: in a process of its own, with bounded time and memory.

PDFium and zlib are written in C: a file made to harm may end them, keep them busy for ever or take all memory. Then
that process ends and this one goes on. It is started afresh, not forked: the validator of archives has threads, and a
copy of a process that has used them would wait for them for ever.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TypeVar

from reportgen.files.system import bounded

STDERR = 2
SECONDS = 60
MEMORY = 2 * 1024**3
"""Bytes of address space: 500 pages take 0.4 GB."""
COLLECT_AFTER = 100_000
"""New objects between two collections of a process that soon ends."""
ENDING = 1.0
"""Seconds that a process has to end after its answer."""
Result = TypeVar("Result")


class GuardedError(RuntimeError):
    """The work took too long, or its process ended without an answer."""


def guarded(work: Callable[[], Result], seconds: int = SECONDS) -> Result:
    """The result of the work, a function that another process finds by its name; `GuardedError` if it has none."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(work, theirs, seconds), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds + 1):
            raise GuardedError("time")
        result: Result = ours.recv()
        process.join(ENDING)  # who has answered ends by itself, and what was opened is closed
    except EOFError as error:
        raise GuardedError("ended") from error
    finally:
        process.kill()
        process.join()
        ours.close()
    return result


def _run(work: Callable[[], Result], answer: Connection, seconds: int) -> None:
    if "REPORTGEN_DEBUG" not in os.environ:
        # PDFium's complaints, and the trace of a fault of ours, are nothing that the user could mend.
        os.dup2(os.open(os.devnull, os.O_WRONLY), STDERR)
    bounded(seconds, MEMORY)
    gc.set_threshold(COLLECT_AFTER)
    answer.send(work())
    answer.close()
