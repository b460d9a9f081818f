"""A paper for an input: fitted, typeset, with its pictures and what its files say of themselves.

In: an input and a paper. Out: a typeset `Document`, or problems at the template's place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from reportgen.layout.contents import with_contents, without_contents
from reportgen.layout.document import Document, Metadata, Picture
from reportgen.layout.standards import Standard, choose
from reportgen.layout.typeset import fitting, typeset, with_pictures
from reportgen.model.reading import Input
from reportgen.official.letterhead import record
from reportgen.official.organs import STATE
from reportgen.papers.finding import OFFICIAL, PRESS, TEMPLATE, Paper
from reportgen.papers.fitting import fitted, remarks
from reportgen.papers.pictures import read_picture
from reportgen.papers.templating import packaged
from reportgen.papers.view import View
from reportgen.problems import Failure, Place, Problem
from reportgen.tree import Element, MarkupError, parse, walk


def render(given: Input, paper: Paper) -> Document | Failure:
    """The paper for this input."""
    assert given.conference is not None, "an input with errors is not rendered"
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
    pictures, unreadable = _pictures(view, given.path.parent)
    if view.problems or unreadable:
        return Failure((*view.problems, *unreadable))
    tree = with_pictures(tree, pictures, standard)
    short, metadata = without_contents(tree), _metadata(made.module, tree, view, paper)
    told = remarks(given.conference, paper, made)
    return Document(paper.key, short, standard, metadata, pictures, outlined=with_contents(tree), remarks=told)


def sheet(template: str, names: Mapping[str, Any], metadata: Metadata) -> Document:
    """A sheet that belongs to no conference, from a packaged template, in the State's layout."""
    tree = parse(packaged(template, names))
    standard = choose(STATE, metadata.issued)
    return Document(Path(template).name.partition(".")[0], typeset(tree, standard), standard, metadata)


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
        if isinstance(picture, Failure):
            problems += picture.problems
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
