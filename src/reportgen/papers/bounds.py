"""A stranger's template in bounds: so many seconds, so much memory, so many letters.

Time is held on every system: a watch raises `EndlessError` in the thread that runs the template. Memory is held where
the system limits the address space (Linux): what asks for more gets a MemoryError.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock, Timer, get_ident

from reportgen.files.system import little_memory

SECONDS = 10
"""The largest of the program's own templates takes a tenth of one."""
MEMORY = 1024**3
"""Bytes beyond what the program has already."""
MOST_PRINTED = 2_000_000
"""Letters; a report of a hundred pages has a fifth of them."""
STEPS = 1000
"""Of Python's, between any two of which an exception from outside arrives."""
_ALONE = Lock()
"""The bounds are the whole process's: one template at a time."""


class EndlessError(BaseException):
    """The template took too long. Raised from outside, so without words of its own, and no `Exception`: Jinja catches
    those in places and goes on."""

    def __str__(self) -> str:
        return f"> {SECONDS} s"


@contextmanager
def bounded() -> Iterator[None]:
    """Within, `EndlessError` after too long a time, MemoryError for too much memory."""
    with _ALONE, little_memory(MEMORY), _little_time():
        yield


def counted(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, OverflowError once they are too many letters."""
    letters = 0
    for piece in pieces:
        letters += len(piece)
        if letters > MOST_PRINTED:
            raise OverflowError(f"> {MOST_PRINTED}")
        yield piece


@contextmanager
def _little_time() -> Iterator[None]:
    raise_in = ctypes.pythonapi.PyThreadState_SetAsyncExc
    thread = ctypes.c_ulong(get_ident())
    running, ended, turn = [True], [False], Lock()

    def end() -> None:
        with turn:
            if running:
                ended[0] = True
                raise_in(thread, ctypes.py_object(EndlessError))

    watch = Timer(SECONDS, end)
    watch.daemon = True
    watch.start()
    try:
        yield
    finally:
        with turn:
            running.clear()
        watch.cancel()
        if ended[0]:
            # What was raised and has not come yet comes here. It is not taken back: CPython 3.11 never forgets that it
            # was told of an exception which is none, and a traced function (by coverage) then goes round for ever.
            with suppress(EndlessError):
                for _ in range(STEPS):
                    pass
