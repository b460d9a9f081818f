"""A preview that runs while a test looks at it, and a real browser where there is one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest

from conftest import EXAMPLE
from reportgen.preview import Preview


@contextmanager
def running(file: Path, lang: str = "vi") -> Iterator[Preview]:
    """A preview that answers until the block ends."""
    preview = Preview(file, 0, lang)
    thread = Thread(target=preview.serve)
    thread.start()
    try:
        yield preview
    finally:
        preview.stop()
        thread.join()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A copy of the example that a test may change."""
    copy = tmp_path / "inputs" / EXAMPLE.name
    copy.parent.mkdir()
    shutil.copy(EXAMPLE, copy)
    return copy


@pytest.fixture
def preview(file: Path) -> Iterator[Preview]:
    """A preview of that copy."""
    with running(file) as found:
        yield found
