"""Footnotes as Word has them: a part of their own, called by number, so that Word numbers and moves them itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportgen.layout.standards import FOOTNOTE, Standard
from reportgen.tree import Element
from reportgen.writers.word.numbering import style_id
from reportgen.writers.word.units import NAMESPACES

REFERENCE = "FootnoteReference"
"""The style of a note's number, in the text and at its words."""
SEPARATORS = {"separator": -1, "continuationSeparator": 0}
"""The lines above the notes, which Word keeps among them under these numbers."""
_LISTED = "".join(f'<w:footnote w:id="{number}"/>' for number in SEPARATORS.values())
SETTINGS = f"<w:footnotePr>{_LISTED}</w:footnotePr>"
"""What the settings of a paper with notes say of those lines."""
_RAISED = f'<w:rPr><w:rStyle w:val="{REFERENCE}"/></w:rPr>'


def reference(note: Element) -> str:
    """The run that calls a note."""
    return f'<w:r>{_RAISED}<w:footnoteReference w:id="{note.get("label")}"/></w:r>'


def part(notes: Sequence[Element], runs: Callable[[Element], str], standard: Standard) -> str:
    """The whole part. `runs` writes the words of a note."""
    style = style_id(standard.styles[FOOTNOTE])
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for kind, number in SEPARATORS.items()
    )
    written = "".join(
        f'<w:footnote w:id="{note.get("label")}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r>{_RAISED}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{runs(note)}</w:p>'
        "</w:footnote>"
        for note in notes
    )
    return f"<w:footnotes {NAMESPACES}>{lines}{written}</w:footnotes>"
