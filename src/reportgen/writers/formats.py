"""The forms that a paper can have: one table of what writes each, what proves it, and how it is handed over.

In: a document. Out: a file's bytes with what its proofs found. A new form is a writer and a line here. The writers are
imported when they are used, so that who only needs the names pays for none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reportgen.layout.document import Document
from reportgen.problems import Failure, Problem

if TYPE_CHECKING:
    from reportgen.writers.paging import Paged

PLAIN = "text/plain; charset=utf-8"
JSON = "application/json; charset=utf-8"


class Finished(NamedTuple):
    """A file's bytes, and what its proofs found; no bytes where the machine lacks what writing it needs."""

    content: bytes
    problems: tuple[Problem, ...] = ()
    engine: str = ""
    """The engine that laid its pages out, "" where it has none."""


@dataclass(frozen=True, slots=True)
class Format:
    """A form of a paper."""

    finish: Callable[[Paged, Path], Finished]
    """Writes a document and proves it; the path is where the file will stand, for messages."""
    media_type: str
    pictured: bool = False
    """Whether it names pictures: copies of them lie beside the file."""
    paged: bool = False
    """Whether it has pages: its table of contents has to be settled, and laying out takes time."""


def _docx(paged: Paged, file: Path) -> Finished:
    from reportgen.verify.proofs import prove_docx
    from reportgen.writers.word import write_docx

    document = paged.document
    content = write_docx(document)
    return Finished(content, prove_docx(content, document.tree, document.standard, file))


def _pdf(paged: Paged, file: Path) -> Finished:
    from reportgen.verify.proofs import prove_pdf
    from reportgen.writers.engines import laying_out

    document = paged.document
    made = laying_out(
        paged.engine,
        document.standard,
        file,
        lambda engine: (engine.write_pdf(document, paged.laid).content, engine.name),
    )
    if isinstance(made, Failure):
        return Finished(b"", made.problems)
    (content, engine), told = made
    return Finished(content, (*told, *prove_pdf(content, document.tree, document.standard, file)), engine)


def _pptx(paged: Paged, file: Path) -> Finished:
    from reportgen.verify.proofs import prove_pptx
    from reportgen.writers.slides import write_pptx

    content = write_pptx(paged.document)
    return Finished(content, prove_pptx(content, paged.document.tree, file))


def _web(write: str) -> Callable[[Paged, Path], Finished]:
    """What the web's writer of that name makes. It has the tree's words by construction."""

    def finish(paged: Paged, _: Path) -> Finished:
        from reportgen.writers import web

        content: bytes = getattr(web, write)(web.readable(paged.document))
        return Finished(content)

    return finish


FORMATS: Mapping[str, Format] = MappingProxyType(
    {
        "docx": Format(_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paged=True),
        "pptx": Format(_pptx, "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
        "pdf": Format(_pdf, "application/pdf", paged=True),
        "html": Format(_web("write_page"), "text/html; charset=utf-8", pictured=True),
        "fragment.html": Format(_web("write_fragment"), PLAIN, pictured=True),
        "txt": Format(_web("write_text"), PLAIN),
        "md": Format(_web("write_markdown"), PLAIN, pictured=True),
        "ninjs.json": Format(_web("write_ninjs"), JSON, pictured=True),
        "truong.json": Format(_web("write_fields"), JSON, pictured=True),
    }
)
"""What a file's name ends in → the form. A fragment is handed over as the text that is to be copied."""
PICTURE, PICTURE_TYPE = "jpg", "image/jpeg"
"""The ending and the media type of the pictures that lie beside a paper."""


def format_of(name: str) -> str:
    """What a paper's file name ends in: `fragment.html` of `tin-bai.fragment.html`; "" for none of ours."""
    return max((ending for ending in FORMATS if name.endswith(f".{ending}")), key=len, default="")


def with_pages(document: Document, file: Path, engine: str = "") -> Paged | Failure:
    """The document as forms with pages need it: with its table of contents where it turns out long.

    `engine` is the name of what lays its pages out, "" for the program's choice.
    """
    from reportgen.writers.engines import laying_out
    from reportgen.writers.paging import Paged, expected_length, settled

    expected = expected_length(document)
    if not expected:
        return Paged(document, engine=engine)
    made = laying_out(engine, document.standard, file, lambda chosen: settled(document, chosen, expected))
    if isinstance(made, Failure):
        return made
    paged, told = made
    return replace(paged, engine=engine, remarks=told)
