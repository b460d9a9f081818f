"""What a proofreading is asked for: which files, what copies of them, against which figures."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportgen.problems import Problem
from reportgen.quantity.value import Quantity


@dataclass(frozen=True, slots=True)
class Declared:
    """A figure that is known from elsewhere: its name, its year, and `code` for a text that says otherwise.

    `unit` is the body that it is of; a text that does not name the body is not held against it. "" for any text.
    """

    name: str
    year: int
    quantity: Quantity
    code: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """A file's bytes under its name, or why there are none."""

    file: Path
    content: bytes = b""
    failure: Problem | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for: copies with comments in this language ("" for none), and to hold the texts against `known`."""

    comments: str = ""
    known: tuple[Declared, ...] = ()


NOTHING_MORE = Asked()
"""To proofread, and nothing else."""
