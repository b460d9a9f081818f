"""Which inputs a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.problems import Failure, Place, Problem

INPUTS = Path("inputs")
ENDINGS = (".yaml", ".yml")


def chosen_inputs(given: Sequence[Path]) -> tuple[Path, ...] | Failure:
    """The named inputs, each once; without any, all in the folder `inputs`; a failure if there are none."""
    if given:
        return tuple(dict.fromkeys(given))
    found = tuple(sorted(file for file in INPUTS.glob("*") if file.suffix in ENDINGS)) if INPUTS.is_dir() else ()
    return found or Failure.of(Problem("B904", Place(INPUTS), {"folder": str(INPUTS)}))


def sharing_a_name(inputs: Sequence[Path]) -> tuple[Problem, ...]:
    """Inputs whose results would go to one folder, on a disk too that takes `A` and `a` for one name."""
    stems = [file.stem.casefold() for file in inputs]
    named = zip(inputs, stems, strict=True)
    return tuple(Problem("B903", Place(file), {"name": file.stem}) for file, stem in named if stems.count(stem) > 1)
