"""Finds papers: folders that hold `paper.yaml` (what it is) and `paper.xml.j2` (its template).

In: the folder of an input. Out: the packaged papers, and those of a folder `templates` beside the input, which override
the packaged ones one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reportgen.files.names import real_path
from reportgen.files.packaged import packaged_templates
from reportgen.layout.standards import regimes
from reportgen.papers.needs import choices, is_key
from reportgen.press.coverage import PARTS
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.catalog import message
from reportgen.source import Scalar, read_source
from reportgen.vietnamese.letters import fold
from reportgen.writers.formats import FORMATS

DESCRIPTION, TEMPLATE = "paper.yaml", "paper.xml.j2"
TEMPLATE_ENDINGS = frozenset({".j2", ".yaml"})
"""Endings of the files that templates are made of."""
WHEN_ASKED = "khi gọi tên"
"""What `lập` may say of a paper that is not made unless `--only` names it."""
BY_HEAD = "người đứng đầu"
"""What `thẩm quyền` may say."""
OFFICIAL, PRESS = "văn bản", "báo chí"
"""What `trình bày` may say: an official paper in the layout of its body, an article; or another layout's regime."""
STAGES = ("trước hội nghị", "tại hội nghị", "sau hội nghị")
"""What `giai đoạn` may say."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that can be built. `key` is its folder's and its files' name; `layout` is `văn bản`,
    `báo chí` or another regime that there is a layout of (`đọc`)."""

    key: str
    name: str
    layout: str
    abbreviation: str
    folder: Path
    own: bool
    """Whether it is the unit's own rather than a packaged one."""
    formats: tuple[str, ...] = ("docx", "pdf")
    asked: bool = False
    """Whether it is made only when it is asked for by name."""
    words: tuple[int, int] | None = None
    """How many words it should have, of an article; (0, 0) if the input's `độ dài` says so."""
    parts: tuple[str, ...] = PARTS
    """What an article is made of, in the usual order (`phần`)."""
    photos: int | None = None
    """How many photographs an article shows (`ảnh: một`, `ảnh: không`); None for all."""
    needs: tuple[str, ...] = ()
    """Keys of the input without which it is not made (`cần`): see `needs`."""
    stage: str = ""
    """When it is written: one of `STAGES`, "" for any time."""
    recipients: tuple[str, ...] = ()
    """Who gets it where the input names nobody (`nơi nhận`, parted by semicolons)."""
    spoken: bool = False
    """Whether its numbers and abbreviations stand in words, to be read aloud (`đọc thành lời: có`)."""
    by_head: bool = False
    """Whether the head of a State body signs it in his own right (`thẩm quyền: người đứng đầu`)."""


def papers_for(input_folder: Path | None) -> dict[str, Paper]:
    """All papers by key: the packaged ones, overridden by those in `templates` beside the inputs."""
    return find_papers(input_folder)[0]


def find_papers(input_folder: Path | None) -> tuple[dict[str, Paper], tuple[Problem, ...]]:
    """The papers of `papers_for`, and what is wrong with descriptions that had to be left out."""
    found: dict[str, Paper] = {}
    wrong: list[Problem] = []
    for folder, own in _folders(input_folder):
        for description in sorted(folder.glob(f"*/{DESCRIPTION}")):
            paper = _described(description, own=own)
            if isinstance(paper, Failure):
                wrong += paper.problems
            else:
                found[paper.key] = paper
    if not found:
        wrong.append(Problem("M902", Place(packaged_templates()), {"folder": str(packaged_templates())}))
    return dict(sorted(found.items())), tuple(wrong)


def _folders(input_folder: Path | None) -> Iterator[tuple[Path, bool]]:
    yield packaged_templates(), False
    own = own_templates(input_folder) if input_folder is not None else None
    if own is not None:
        yield own, True


def own_templates(input_folder: Path) -> Path | None:
    """The unit's own folder of templates: beside the inputs, or above them."""
    for place in (input_folder, input_folder.parent):
        own = place / "templates"
        if own.is_dir() and real_path(own) != real_path(packaged_templates()):
            return own
    return None


def _described(description: Path, *, own: bool) -> Paper | Failure:
    source = read_source(description)
    entries = {key.text: value.text for key, value in source.root or () if isinstance(value, Scalar)}
    layout = entries.get("trình bày", OFFICIAL)
    formats = tuple(name.strip() for name in entries.get("định dạng", "docx, pdf").split(","))
    parts = tuple(part.strip() for part in entries["phần"].split(",")) if "phần" in entries else PARTS
    unknown = [f"“định dạng: {name}”" for name in formats if name not in FORMATS]
    unknown += [f"“phần: {part}”" for part in parts if part not in PARTS]
    needs = tuple(need.strip() for need in entries.get("cần", "").split(",") if need.strip())
    stage = entries.get("giai đoạn", "")
    unknown += [f"“cần: {need}”" for need in needs if not all(map(is_key, choices(need)))]
    unknown += [] if layout in {OFFICIAL, *regimes()} else [f"“trình bày: {layout}”"]
    unknown += [] if stage in {*STAGES, ""} else [f"“giai đoạn: {stage}”"]
    if source.root is None or unknown:
        place = source.problems[0].place if source.problems else Place(description)
        reason = message(source.problems[0]).rstrip(".") if source.problems else ", ".join(unknown)
        return Failure.of(Problem("T804", place, {"reason": reason}))
    key = description.parent.name
    recipients = tuple(line.strip() for line in entries.get("nơi nhận", "").split(";") if line.strip())
    by_head = fold(entries.get("thẩm quyền", "")) == fold(BY_HEAD)
    return Paper(
        key,
        entries.get("tên", key),
        layout,
        entries.get("ký hiệu", "BC"),
        description.parent,
        own,
        formats,
        asked=fold(entries.get("lập", "")) == fold(WHEN_ASKED),
        words=_words(entries.get("số chữ", "")),
        parts=parts,
        photos={"mot": 1, "khong": 0}.get(fold(entries.get("ảnh", ""))),
        needs=needs,
        stage=stage,
        recipients=recipients,
        by_head=by_head,
        spoken=fold(entries.get("đọc thành lời", "")) == "co",
    )


def _words(text: str) -> tuple[int, int] | None:
    """`150-300`; (0, 0) for another text, None without one."""
    range_of = re.fullmatch(r"([0-9]{1,5})\s*-\s*([0-9]{1,5})", text)
    return None if not text else (int(range_of[1]), int(range_of[2])) if range_of else (0, 0)
