"""Where a new input goes, and its writing: the file itself and the editor's schema beside it, never over another."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from reportgen.drafting.schema import FILE, schema_text
from reportgen.files.replace import create_file
from reportgen.problems import Failure, Place, Problem
from reportgen.vietnamese.letters import fold

INPUTS = "inputs"
"""In a folder of this name the inputs have the schema beside the folder, elsewhere inside it."""

ENDINGS = (".yaml", ".yml")

_NAMELESS = "hoi-nghi"


@dataclass(frozen=True, slots=True)
class Target:
    """A new input's place: the file, the schema's file, and the way from the one to the other as the file says it."""

    file: Path
    schema: Path

    @property
    def way(self) -> str:
        """From the input to the schema, with slashes."""
        return Path(os.path.relpath(self.schema, self.file.parent)).as_posix()


@dataclass(frozen=True, slots=True)
class Created:
    """The files that were written, and whether a schema of another version was left as it is."""

    files: tuple[Path, ...]
    other_schema: bool = False


def target(folder: Path, unit: str, year: int) -> Target:
    """Where the input of a unit and a year goes: `phuong-binh-an-2025.yaml` in the folder, or the file named instead of
    one."""
    file = folder / f"{file_name(unit)}-{year}.yaml"
    if folder.suffix in ENDINGS:
        file, folder = folder, folder.parent
    named = folder if folder.name else folder.absolute()
    beside = named.parent if named.name == INPUTS else folder
    return Target(file, beside / FILE)


def file_name(unit: str) -> str:
    """The unit's name in plain letters joined by hyphens."""
    return "-".join(re.findall(r"[a-z0-9]+", fold(unit))) or _NAMELESS


def create(place: Target, text: str) -> Created | Failure:
    """Write the input, and the schema if there is none. A problem if the input exists or one cannot be written."""
    written: list[Path] = []
    for file, content in ((place.file, text), (place.schema, schema_text())):
        try:
            if _write(file, content):
                written.append(file)
            elif file == place.file:
                return Failure.of(Problem("B921", Place(file), {"file": str(file)}))
        except OSError as error:
            return Failure.of(Problem("B922", Place(file), {"file": str(file), "reason": error.strerror or str(error)}))
    try:
        other = place.schema not in written and place.schema.read_bytes() != schema_text().encode()
    except OSError as error:
        return Failure.of(
            Problem("B922", Place(place.schema), {"file": str(place.schema), "reason": error.strerror or str(error)})
        )
    return Created(tuple(written), other)


def _write(file: Path, content: str) -> bool:
    """Whether the file was written; it is not where something of its name exists."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return create_file(file, content.encode())
