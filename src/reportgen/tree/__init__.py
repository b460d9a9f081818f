"""One paper as a frozen tree of a small vocabulary: the only thing that the writers see.

`markup` reads a rendered template into a tree, `vocabulary` says what may stand where, `numbering` puts the labels of
headings, lists and footnotes on it, `notes` finds the footnotes, and `plain` gives a tree's text, the same for every
format.
"""

from reportgen.tree.binding import with_bound_spaces
from reportgen.tree.element import Element, Node, walk
from reportgen.tree.markup import MarkupError, parse
from reportgen.tree.notes import in_parentheses, notes, without_notes
from reportgen.tree.plain import Line, lines, squeezed, text

__all__ = [
    "Element",
    "Line",
    "MarkupError",
    "Node",
    "in_parentheses",
    "lines",
    "notes",
    "parse",
    "squeezed",
    "text",
    "walk",
    "with_bound_spaces",
    "without_notes",
]
