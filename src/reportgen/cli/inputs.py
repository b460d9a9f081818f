"""Which inputs a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.problems import Failure, Place, Problem

INPUTS = Path("inputs")
ENDINGS = (".yaml", ".yml")


def chosen_inputs(given: Sequence[Path]) -> tuple[Path, ...] | Failure:
    """The named inputs, each once, a folder for all in it; without any, those of the folder `inputs`; a failure if none
    are there."""
    found: list[Path] = []
    for place in given or (INPUTS,):
        within = _within(place) if place.is_dir() or not given else (place,)
        if not within:
            return Failure.of(Problem("B904", Place(place), {"folder": str(place)}))
        found += within
    return tuple(dict.fromkeys(found))


def _within(folder: Path) -> tuple[Path, ...]:
    """The inputs in a folder."""
    found = folder.glob("*") if folder.is_dir() else ()
    return tuple(sorted(file for file in found if file.suffix in ENDINGS and not file.name.startswith(".")))


def sharing_a_name(inputs: Sequence[Path]) -> tuple[Problem, ...]:
    """Inputs whose results would go to one folder, on a disk too that takes `A` and `a` for one name."""
    stems = [file.stem.casefold() for file in inputs]
    named = zip(inputs, stems, strict=True)
    return tuple(Problem("B903", Place(file), {"name": file.stem}) for file, stem in named if stems.count(stem) > 1)
