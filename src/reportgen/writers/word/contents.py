"""The table of contents as Word has it: a field over paragraphs of its own styles, each a link to a bookmark.

The page numbers in it are those of the PDF; Word counts its own when the field is updated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from xml.sax.saxutils import escape

from reportgen.layout.contents import entry_target
from reportgen.layout.standards import Standard
from reportgen.layout.typeset import style_of
from reportgen.tree import Element, text
from reportgen.writers.word.numbering import style_id

INSTRUCTION = r' TOC \o "1-2" \h \z \u '
"""Headings of the two outermost levels, as links, without numbers on a screen that shows no pages."""
_GALLERY = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'


def bookmarked(name: str, runs: str) -> str:
    """A heading's runs within the bookmark that the table points at; as they are without a name."""
    if not name:
        return runs
    return bookmark(_bookmark(name), int(name.rpartition("-")[2]), runs)


FIRST_ORIGIN = 10_000
"""The number of the first bookmark that tells where a paragraph comes from; the headings' are smaller."""


def bookmark(name: str, number: int, runs: str) -> str:
    """Runs within a bookmark of that name. Word hides one that begins with `_`."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'


def table_of_contents(
    contents: Element, paragraph: Callable[[Element], Iterator[str]], standard: Standard
) -> Iterator[str]:
    """The title and the entries. `paragraph` writes an ordinary paragraph."""
    title, *entries = contents.elements
    yield f"<w:sdt><w:sdtPr>{_GALLERY}</w:sdtPr><w:sdtContent>"
    yield from paragraph(title)
    for place, entry in enumerate(entries):
        style = style_id(style_of(entry, standard))
        begin = _field_begins(INSTRUCTION) if place == 0 else ""
        end = FIELD_ENDS if place == len(entries) - 1 else ""
        yield f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{begin}{_entry(entry)}{end}</w:p>'
    yield "</w:sdtContent></w:sdt>"


FIELD_ENDS = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _field_begins(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _entry(entry: Element) -> str:
    words, number = (escape(text(child)) for child in entry.elements)
    name = _bookmark(entry_target(entry))
    page = f"{_field_begins(f' PAGEREF {name} ' + chr(92) + 'h ')}<w:r><w:t>{number}</w:t></w:r>{FIELD_ENDS}"
    return (
        f'<w:hyperlink w:anchor="{name}" w:history="1"><w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )


def _bookmark(name: str) -> str:
    """Word's own kind of name for what its table points at."""
    return f"_Toc{int(name.rpartition('-')[2]):08d}"
