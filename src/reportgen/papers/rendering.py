"""A paper for an input: fitted, typeset, with its pictures and what its files say of themselves.

In: an input and a paper. Out: a typeset `Document`, or problems at the template's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportgen.layout.contents import with_contents, without_contents
from reportgen.layout.document import Document, Metadata, Picture
from reportgen.layout.standards import Standard, choose
from reportgen.layout.typeset import fitting, typeset, with_pictures
from reportgen.model import Conference
from reportgen.model.leaves import Figure
from reportgen.model.reading import Input
from reportgen.names.organs import STATE
from reportgen.official.issuing import REPORT, issue_of
from reportgen.official.letterhead import record
from reportgen.papers.finding import OFFICIAL, PRESS, TEMPLATE, Paper
from reportgen.papers.fitting import fitted, remarks
from reportgen.papers.needs import lacking
from reportgen.papers.templating import packaged
from reportgen.papers.view import View
from reportgen.press.pictures import read_picture
from reportgen.problems import Failure, Place, Problem
from reportgen.source.origins import origins
from reportgen.tree import Element, MarkupError, parse, walk
from reportgen.tree.origins import named

AWARD = "giấy khen"
"""The regime of the layout whose margins the input may set, to fit a printed form."""
_TYPE = re.compile(r"^\d+[/-]([^\W\d_]+)")
"""The abbreviation of the type in a number: `02/CTr-UBND`, `15-BC/ĐU`."""


def render(given: Input, paper: Paper) -> Document | Failure:
    """The paper for this input."""
    assert given.conference is not None, "an input with errors is not rendered"
    if lacks := lacking(given.conference, paper.key, paper.needs):
        values = {"paper": paper.name, "key": paper.key, "lacks": "; ".join(lacks)}
        return Failure.of(Problem("T811", Place(given.path), values))
    if wrong := tuple(_of_another_type(given.conference, paper)):
        return Failure(wrong)
    try:
        made = fitted(given.conference, paper)
        if isinstance(made, Failure):
            return made
        view = made.view
        _refuse_unknown_pictures(made.tree, view)
        standard = fitting(made.tree, _standard(paper, view))
        tree = typeset(made.tree, standard)
    except MarkupError as error:
        return Failure.of(Problem("T802", Place(paper.folder / TEMPLATE), {"reason": str(error)}))
    pictures, unreadable = _pictures(tree, view, given.path.parent)
    if view.problems or unreadable:
        return Failure((*view.problems, *unreadable))
    tree = named(with_pictures(tree, pictures, standard), origins(given.source.root).name_at)
    short, metadata = without_contents(tree), _metadata(made.declared, tree, view, paper)
    told = remarks(given.conference, paper, made)
    return Document(paper.key, short, standard, metadata, pictures, outlined=with_contents(tree), remarks=told)


def _of_another_type(conference: Conference, paper: Paper) -> Iterator[Problem]:
    """L704: the number that a paper was given bears the abbreviation of another type. The report's is held against its
    own when the input is checked."""
    number = issue_of(conference, paper.key).number
    typed = _TYPE.search(number or "")
    if paper.layout == OFFICIAL and paper.key != REPORT and number and typed and typed[1] != paper.abbreviation:
        place = number.place() or Place(paper.folder)
        yield Problem("L704", place, {"text": str(number), "kind": typed[1], "wanted": paper.abbreviation})


def sheet(template: str, names: Mapping[str, Any], metadata: Metadata) -> Document:
    """A sheet that belongs to no conference, from a packaged template, in the State's layout."""
    tree = parse(packaged(template, names))
    standard = choose(STATE, metadata.issued)
    return Document(Path(template).name.partition(".")[0], typeset(tree, standard), standard, metadata)


def _refuse_unknown_pictures(tree: Element, view: View) -> None:
    for element in walk(tree):
        if element.tag == "img" and element.get("src") not in view.pictures:
            raise MarkupError(f'<img src="{element.get("src")}">: not given by picture(…)')


def _pictures(tree: Element, view: View, folder: Path) -> tuple[dict[str, Picture], list[Problem]]:
    """The pictures that the tree prints, by the name that they have in it."""
    pictures: dict[str, Picture] = {}
    problems: list[Problem] = []
    printed = {element.get("src") for element in walk(tree) if element.tag == "img"}
    for name, photo in view.pictures.items():
        if name not in printed:
            continue
        assert photo.file is not None, "only photographs with a file have a name"
        picture = read_picture(photo.file, folder)
        if isinstance(picture, Failure):
            problems += picture.problems
        else:
            credit = photo.credit or view.conference.press.author or ""
            pictures[name] = replace(picture, caption=str(photo.caption), credit=str(credit))
    return pictures, problems


def _standard(paper: Paper, view: View) -> Standard:
    standard = view.head.standard if paper.layout == OFFICIAL else choose(paper.layout, None)
    form = view.conference.award_form
    if paper.layout != AWARD or (form.top is None and form.left is None):
        return standard
    top = _millimetres(form.top) or standard.portrait.top
    left = _millimetres(form.left) or standard.portrait.left
    return replace(standard, portrait=replace(standard.portrait, top=top, left=left, right=left))


def _millimetres(figure: Figure | None) -> float | None:
    return float(figure.quantity.value) if figure is not None else None


def _metadata(declared: Mapping[str, Any], tree: Element, view: View, paper: Paper) -> Metadata:
    """What the template declared with `{% set title = … %}` and the like."""
    keywords = declared.get("keywords", ())
    kind, subject = str(declared.get("kind", "")), str(declared.get("subject", ""))
    return Metadata(
        title=str(declared.get("title", tree.tag)),
        kind=kind,
        subject=subject,
        author=str(declared.get("author", view.head.organ_full)),
        organ=view.head.organ_full,
        identifier=str(declared.get("identifier", "")),
        keywords=tuple(str(word) for word in keywords) if isinstance(keywords, list | tuple) else (),
        issued=view.happened if paper.layout == PRESS else view.head.day,
        published=view.told_day if paper.layout == PRESS else None,
        address=str(view.conference.press.page or ""),
        record=record(view.head, kind, subject) if paper.layout == OFFICIAL else {},
    )
