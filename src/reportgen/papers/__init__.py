"""Papers are folders with a template: found (`finding`), run (`templating`), fitted to their length (`fitting`), and
made typeset documents (`rendering`). A new paper is a new folder in `templates/` and no Python.
"""

from reportgen.papers.choosing import ready, unknown_letterheads
from reportgen.papers.finding import TEMPLATE_ENDINGS, Paper, find_papers, own_templates, papers_for
from reportgen.papers.left_out import left_out
from reportgen.papers.needs import lacking
from reportgen.papers.rendering import render, sheet

__all__ = [
    "TEMPLATE_ENDINGS",
    "Paper",
    "find_papers",
    "lacking",
    "left_out",
    "own_templates",
    "papers_for",
    "ready",
    "render",
    "sheet",
    "unknown_letterheads",
]
