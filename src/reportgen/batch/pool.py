"""Many inputs by processes of this machine.

No more inputs are handed out than there are processes, so that an interrupted run begins nothing more, and the death of
one process, for want of memory say, costs nothing but the input that it worked on, which is tried again.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Generator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace
from threading import Thread
from typing import TYPE_CHECKING, Any

from reportgen.batch.task import Done, Task, failed, run
from reportgen.files.system import MOST_WORKERS

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext

TRIES = 3
"""Processes that may die of an input before it is set aside."""
UNITS = 200
"""Inputs after which a process is replaced."""
FORKED = "forkserver"
LEFT_ALONE = 130
"""The exit code of a process whose parent has died."""


def in_processes(tasks: Sequence[Task], jobs: int) -> Generator[Done, None, None]:
    """What comes of each task, as it comes; at most `jobs` at once."""
    from pebble import ProcessPool  # brings multiprocessing along

    waiting = [(task, 1) for task in reversed(tasks)]
    running: dict[Future[Done], tuple[Task, int]] = {}
    workers = min(jobs, len(tasks), MOST_WORKERS)
    pool: Any = ProcessPool(workers, max_tasks=UNITS, initializer=_work_for_parent, context=_context())
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                task, tries = waiting.pop()
                running[pool.schedule(run, args=[task])] = task, tries
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task, tries = running.pop(future)
                done = _done(future, task, tries)
                if done is None:
                    waiting.append((task, tries + 1))
                else:
                    yield done
    finally:
        pool.close()  # after Ctrl-C what is being built is finished
        pool.join()


def _context() -> BaseContext:
    """How processes begin: as copies of one that has loaded the program and done nothing, for a copy of a process that
    has laid out pages hangs; on Windows anew."""
    from multiprocessing import get_all_start_methods, get_context

    if FORKED not in get_all_start_methods():
        return get_context("spawn")
    context = get_context(FORKED)
    context.set_forkserver_preload([run.__module__])
    return context


def _done(future: Future[Done], task: Task, tries: int) -> Done | None:
    """What came of a task; None where its process died and it may be tried again. A fault of the program is that
    input's problem, not the others'."""
    from pebble import ProcessExpired

    error = future.exception()
    if error is None:
        return replace(future.result(), tries=tries)
    if isinstance(error, ProcessExpired):
        return None if tries < TRIES else failed(task, "B918", _death(error), tries)
    return failed(task, "B913", f"{type(error).__name__}: {error}", tries)


def _death(error: BaseException) -> str:
    code = getattr(error, "exitcode", None) or 0
    return signal.Signals(-code).name if -code in signal.valid_signals() else f"exit {code}"


def _work_for_parent() -> None:
    """A worker ends when its parent has died, however it died; Ctrl-C is for the parent alone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(LEFT_ALONE)
