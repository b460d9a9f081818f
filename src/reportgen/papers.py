"""Papers are folders: each holds `paper.yaml` (what it is) and `paper.xml.j2` (its template). Finds and renders them.

In: an input and a paper. Out: a typeset `Document`, or problems at the template's place. Templates are the only thing
that Jinja runs; the user's text reaches them as data, already markup or escaped. A folder `templates` beside an input
overrides the packaged papers one by one; its templates run in a sandbox.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportgen import __version__
from reportgen.bind import Input
from reportgen.catalog import message
from reportgen.contents import with_contents, without_contents
from reportgen.document import Document, Metadata, Picture
from reportgen.letterhead import record
from reportgen.model import Conference
from reportgen.organs import STATE
from reportgen.persons import without_subject
from reportgen.pictures import read_picture
from reportgen.places import packaged_templates
from reportgen.press import LIMITS, Cut, article_words, length_of, shortened, spelt_out
from reportgen.problems import Place, Problem
from reportgen.source import Scalar, read_source
from reportgen.standards import Standard, choose
from reportgen.tree import Element, MarkupError, in_parentheses, lines, parse, walk
from reportgen.typeset import fitting, typeset, with_pictures
from reportgen.vietnamese import fold, roman
from reportgen.view import View, capital, lower_first

if TYPE_CHECKING:
    from jinja2 import Environment

DESCRIPTION, TEMPLATE = "paper.yaml", "paper.xml.j2"
TEMPLATE_ENDINGS = frozenset({".j2", ".yaml"})
"""Endings of the files that templates are made of."""
FORMATS = ("docx", "pdf", "html", "fragment.html", "txt", "md", "ninjs.json", "truong.json")
"""The forms that a paper can have, by what its file's name ends in."""
WHEN_ASKED = "khi gọi tên"
"""What `lập` may say of a paper that is not made unless `--only` names it."""
OFFICIAL, PRESS = "văn bản", "báo chí"
"""What `trình bày` may say."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper that can be built. `key` is its folder's and its files' name; `layout` is `văn bản` or `báo chí`."""

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
            if isinstance(paper, Problem):
                wrong.append(paper)
            else:
                found[paper.key] = paper
    if not found:
        wrong.append(Problem("M902", Place(packaged_templates()), {"folder": str(packaged_templates())}))
    return dict(sorted(found.items())), tuple(wrong)


def _folders(input_folder: Path | None) -> Iterator[tuple[Path, bool]]:
    yield packaged_templates(), False
    if input_folder is not None:
        for place in (input_folder, input_folder.parent):
            own = place / "templates"
            if own.is_dir() and own.resolve() != packaged_templates().resolve():
                yield own, True
                return


def _described(description: Path, *, own: bool) -> Paper | Problem:
    source = read_source(description)
    entries = {key.text: value.text for key, value in source.root or () if isinstance(value, Scalar)}
    layout = entries.get("trình bày", OFFICIAL)
    formats = tuple(name.strip() for name in entries.get("định dạng", "docx, pdf").split(","))
    unknown = [f"“định dạng: {name}”" for name in formats if name not in FORMATS]
    unknown += [] if layout in {OFFICIAL, PRESS} else [f"“trình bày: {layout}”"]
    if source.root is None or unknown:
        place = source.problems[0].place if source.problems else Place(description)
        reason = message(source.problems[0]).rstrip(".") if source.problems else ", ".join(unknown)
        return Problem("T804", place, {"reason": reason})
    key = description.parent.name
    name, kind = entries.get("tên", key), entries.get("ký hiệu", "BC")
    asked, length = fold(entries.get("lập", "")) == fold(WHEN_ASKED), _words(entries.get("số chữ", ""))
    return Paper(key, name, layout, kind, description.parent, own, formats, asked, length)


def _words(text: str) -> tuple[int, int] | None:
    """`150-300`; (0, 0) for another text, None without one."""
    low, _, high = text.partition("-")
    return None if not text else (int(low), int(high)) if low.isdigit() and high.isdigit() else (0, 0)


def render(given: Input, paper: Paper) -> Document | tuple[Problem, ...]:
    """The paper for this input."""
    assert given.conference is not None, "an input with errors is not rendered"
    try:
        made = _fitted(given.conference, paper)
        if isinstance(made, Problem):
            return (made,)
        view = made.view
        _refuse_unknown_pictures(made.tree, view)
        standard = fitting(made.tree, _standard(paper, view))
        tree = typeset(made.tree, standard)
    except MarkupError as error:
        return (Problem("T802", Place(paper.folder / TEMPLATE), {"reason": str(error)}),)
    pictures, unreadable = _pictures(view, given.path.parent)
    if view.problems or unreadable:
        return (*view.problems, *unreadable)
    tree = with_pictures(tree, pictures, standard)
    short, metadata = without_contents(tree), _metadata(made.module, tree, view, paper)
    remarks = (*_length_told(given.conference, paper, made), *_blanks_told(given.conference, paper, made.tree))
    return Document(paper.key, short, standard, metadata, pictures, outlined=with_contents(tree), remarks=remarks)


@dataclass(frozen=True, slots=True)
class Made:
    """A template's module, the view that it was made with, and its tree. Of an article that did not fit its length,
    `cut` is what was left out of its prose, and `full` how many words it had; 0 for one that did."""

    module: Any
    view: View
    tree: Element
    cut: Cut = field(default_factory=Cut)
    full: int = 0


BLANK, LINES_OF_A_RELEASE = "…", frozenset({"contact", "dateline"})
KEPT = 5
"""Lists lose their later entries down to so many; then sentences go, before more entries do."""


def _fitted(conference: Conference, paper: Paper) -> Made | Problem:
    """The paper; of an article as much as fits its length. `MarkupError` if the template leaves the vocabulary.

    Where one entry less makes an article too short, its sentences are cut instead.
    """
    made = _made(conference, paper, LIMITS[0])
    least, most = _range(conference, paper)
    if isinstance(made, Problem) or not most or article_words(made.tree) <= most:
        return made
    full, low, high = article_words(made.tree), 1, len(LIMITS) - 1
    while low < high:
        middle = (low + high) // 2
        made = _made(conference, paper, LIMITS[middle], most if LIMITS[middle] <= KEPT else 0)
        if isinstance(made, Problem):
            return made
        fits = article_words(made.tree) <= most and not made.cut.paragraphs
        low, high = (low, middle) if fits else (middle + 1, high)
    made = _made(conference, paper, LIMITS[low], most)
    if isinstance(made, Made) and article_words(made.tree) < least:
        made = _made(conference, paper, LIMITS[low - 1], most)
    return made if isinstance(made, Problem) else replace(made, full=full)


def _made(conference: Conference, paper: Paper, room: int, most: int = 0) -> Made | Problem:
    """The paper with so much room in its lists; an article is cut to `most` words, 0 for no limit."""
    view = View(conference, paper.abbreviation, room)
    module = _rendered(paper, view)
    if isinstance(module, Problem):
        return module
    tree = parse(str(module))
    if paper.layout != PRESS:
        return Made(module, view, tree)
    tree = in_parentheses(tree)
    spelt = spelt_out(tree, conference.abbreviations)
    if not most or article_words(spelt) <= most:
        return Made(module, view, spelt)
    # Cut before abbreviations are written out, for what explains one may be cut; so their words are set aside first.
    tree, cut = shortened(tree, most - article_words(spelt) + article_words(tree))
    return Made(module, view, spelt_out(tree, conference.abbreviations), cut)


def _range(conference: Conference, paper: Paper) -> tuple[int, int]:
    """The words that the paper should have, (0, 0) if any number will do."""
    asked = length_of(conference.press.length)
    if paper.words == (0, 0) and asked is not None:
        return asked.low, asked.high
    return paper.words or (0, 0)


def _length_told(conference: Conference, paper: Paper, made: Made) -> Iterator[Problem]:
    """T805: an article is longer than asked for, T806: it is shorter, T807: it was made to fit.

    Short forms are extracts by nature: of those only what is too long is told.
    """
    low, high = _range(conference, paper)
    count, cut, asked = article_words(made.tree), made.cut, conference.press.length
    values = {"paper": paper.name, "count": str(count), "low": str(low), "high": str(high), "full": str(made.full)}
    place = (asked.place() if asked else conference.unit.name.place()) or Place(paper.folder)
    if high and count > high:
        yield Problem("T805", place, values)
    elif paper.words == (0, 0) and asked and count < low:
        yield Problem("T806", place, values)
    elif paper.words == (0, 0) and made.full:
        lost = {"sentences": str(cut.sentences), "paragraphs": str(cut.paragraphs)}
        yield Problem("T807", place, values | lost)


def _blanks_told(conference: Conference, paper: Paper, tree: Element) -> Iterator[Problem]:
    """T808: lines at the head or foot of a release that still show dots."""
    blank = [
        line.text.partition(":")[0] for line in lines(tree) if line.style in LINES_OF_A_RELEASE and BLANK in line.text
    ]
    if blank:
        place = conference.unit.name.place() or Place(paper.folder)
        yield Problem("T808", place, {"paper": paper.name, "lines": ", ".join(blank)})


def sheet(template: str, names: Mapping[str, Any], metadata: Metadata) -> Document:
    """A sheet that belongs to no conference, from a packaged template, in the State's layout."""
    tree = parse(_environment(str(packaged_templates())).get_template(template).render(names))
    standard = choose(STATE, metadata.issued)
    return Document(Path(template).name.partition(".")[0], typeset(tree, standard), standard, metadata)


FAULTS = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError, RecursionError, OSError)
"""What a unit's own template can raise by calling what it may call in a wrong way."""


def _rendered(paper: Paper, view: View) -> Any:
    """The template's module, its text and what it declared; a `Problem` at the template where it fails."""
    from jinja2 import TemplateError

    file = paper.folder / TEMPLATE
    try:
        template = _environment(str(paper.folder.parent)).get_template(f"{paper.key}/{TEMPLATE}")
        return template.make_module(dict(view.context()))
    except TemplateError as error:
        return Problem("T801", Place(file, getattr(error, "lineno", None) or 0), {"reason": str(error)})
    except FAULTS as error:
        if not paper.own:
            raise
        return Problem("T801", Place(file), {"reason": f"{type(error).__name__}: {error}"})


def _refuse_unknown_pictures(tree: Element, view: View) -> None:
    for element in walk(tree):
        if element.tag == "img" and element.get("src") not in view.pictures:
            raise MarkupError(f'<img src="{element.get("src")}">: not given by picture(…)')


def _pictures(view: View, folder: Path) -> tuple[dict[str, Picture], list[Problem]]:
    """The pictures that the template asked for, by the name that it was given."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    for name, photo in view.pictures.items():
        assert photo.file is not None, "only photographs with a file are asked for"
        picture = read_picture(photo.file, folder)
        if isinstance(picture, Problem):
            problems.append(picture)
        else:
            credit = photo.credit or view.conference.press.author or ""
            pictures[name] = replace(picture, caption=str(photo.caption), credit=str(credit))
    return pictures, problems


def _standard(paper: Paper, view: View) -> Standard:
    return choose(PRESS, None) if paper.layout == PRESS else view.head.standard


def _metadata(module: Any, tree: Element, view: View, paper: Paper) -> Metadata:
    """What the template declared with `{% set title = … %}` and the like."""
    keywords = getattr(module, "keywords", ())
    kind, subject = str(getattr(module, "kind", "")), str(getattr(module, "subject", ""))
    return Metadata(
        title=str(getattr(module, "title", tree.tag)),
        kind=kind,
        subject=subject,
        author=str(getattr(module, "author", view.head.organ_full)),
        organ=view.head.organ_full,
        identifier=str(getattr(module, "identifier", "")),
        keywords=tuple(str(word) for word in keywords) if isinstance(keywords, list | tuple) else (),
        issued=view.happened if paper.layout == PRESS else view.issued,
        address=str(view.conference.press.page or ""),
        record=record(view.head, kind, subject) if paper.layout == OFFICIAL else {},
    )


@lru_cache(maxsize=8)
def _environment(folder: str) -> Environment:
    """Templates of one folder, with the packaged ones behind them for shared macros."""
    from jinja2 import ChoiceLoader, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined
    from jinja2.bccache import Bucket
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Cache(FileSystemBytecodeCache):
        """Compiled templates in the user's own folder; a cache that cannot be written is none."""

        def dump_bytecode(self, bucket: Bucket) -> None:
            with contextlib.suppress(OSError):
                super().dump_bytecode(bucket)

    loaders = [FileSystemLoader(folder), FileSystemLoader(str(packaged_templates()))]
    environment = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=Cache(str(cache)) if (cache := _cache_folder()) else None,
    )
    environment.filters["roman"] = roman
    environment.filters["capital"] = capital
    environment.filters["lower_first"] = lower_first
    environment.filters["without_subject"] = without_subject
    return environment


def _cache_folder() -> Path | None:
    """A folder that only this user can write, for compiled templates; None where there can be none."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path("~/.cache").expanduser())
    folder = base / f"reportgen-{__version__}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        mine = folder.stat().st_uid == os.getuid() and not folder.stat().st_mode & 0o022
    except (OSError, RuntimeError):
        return None
    return folder if mine else None
