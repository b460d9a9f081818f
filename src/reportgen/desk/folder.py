"""The folder that a desk serves: which inputs there are, where results and the archive lie. Names, never paths."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

from reportgen.archive.bag import BagError, manifest_entries
from reportgen.archive.place import bag_folder, bags
from reportgen.build.digest import sha256
from reportgen.build.manifest import MANIFEST, previous_outputs
from reportgen.desk.held import Held
from reportgen.drafting.files import ENDINGS, INPUTS
from reportgen.model.reading import bind
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.problems.catalog import has_errors

OUTPUTS, ARCHIVE = "outputs", "archive"
MOST_INPUTS = 200


@dataclass(slots=True)
class Folder:
    """A folder with inputs, or with a folder `inputs`. `only`: the one input that is served, of a preview."""

    place: Path
    only: str = ""
    _held: dict[str, Held] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @property
    def inputs(self) -> Path:
        """Where the inputs lie, and new ones go."""
        below = self.place / INPUTS
        return below if below.is_dir() and not self.only else self.place

    @property
    def outputs(self) -> Path:
        """Where the results go."""
        return self.place / OUTPUTS if not self.only else self.place

    @property
    def archive(self) -> Path:
        """The archive's folder."""
        return self.place / ARCHIVE

    def names(self) -> tuple[str, ...]:
        """The inputs' file names."""
        if self.only:
            return (self.only,)
        found = [
            file.name
            for file in self.inputs.iterdir()
            if file.suffix in ENDINGS and not file.name.startswith(".") and file.is_file()
        ]
        return tuple(sorted(found)[:MOST_INPUTS])

    def held(self, name: str) -> Held | None:
        """The input of that name; None if the folder has none."""
        if name not in self.names():
            return None
        with self._lock:
            if name not in self._held:
                self._held[name] = Held(self.inputs / name)
            return self._held[name]

    def opened(self) -> tuple[Held, ...]:
        """The inputs that somebody has opened."""
        with self._lock:
            return tuple(self._held.values())

    def rows(self) -> list[dict[str, object]]:
        """What the list of conferences tells of each."""
        archived = self._archived()
        return [self._row(name, held, archived) for name in self.names() if (held := self.held(name)) is not None]

    def _archived(self) -> frozenset[str]:
        """The digests of the manifests that the archive keeps."""
        found: set[str] = set()
        for identifier in bags(self.archive) if self.archive.is_dir() else ():
            try:
                entries = manifest_entries(bag_folder(self.archive, identifier), "manifest-sha256.txt")
            except BagError:
                continue  # `archive verify` tells of it
            found |= {digest for path, digest in entries.items() if path.endswith(f"/{MANIFEST}")}
        return frozenset(found)

    def _row(self, name: str, held: Held, archived: frozenset[str]) -> dict[str, object]:
        held.refresh()
        given = bind(held.source)
        conference = given.conference
        results = self.outputs / held.path.stem
        built = [str(entry["file"]) for entry in previous_outputs(results)] if (results / MANIFEST).is_file() else []
        digest = sha256(held.source.raw)
        current = bool(built) and all(
            entry.get("input_sha256", digest) == digest for entry in previous_outputs(results)
        )
        return {
            "name": name,
            "year": conference.year.number if conference is not None else None,
            "unit": head_of(conference, REPORT, REPORT_KIND).organ_name if conference is not None else "",
            "failed": has_errors(given.problems),
            "built": len(built),
            "current": current,
            "archived": current and sha256((results / MANIFEST).read_bytes()) in archived,
        }
