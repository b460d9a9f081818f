"""A document for the web, for newsrooms and for messages. Text is the tree's, as everywhere.

A page on its own, a fragment for a portal's editor, a portal's fields, IPTC ninjs, plain text, Markdown; and the
copies of the pictures that lie beside them.
"""

from reportgen.writers.web.copies import copy_names, write_copies
from reportgen.writers.web.fragment import write_fragment
from reportgen.writers.web.markdown import write_markdown
from reportgen.writers.web.ninjs import write_ninjs
from reportgen.writers.web.page import write_page, write_traced
from reportgen.writers.web.portal import write_fields
from reportgen.writers.web.readable import readable
from reportgen.writers.web.text import write_text

__all__ = [
    "copy_names",
    "readable",
    "write_copies",
    "write_fields",
    "write_fragment",
    "write_markdown",
    "write_ninjs",
    "write_page",
    "write_text",
    "write_traced",
]
