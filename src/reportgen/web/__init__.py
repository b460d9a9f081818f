"""A document for the web and for messages: a page on its own, plain text, Markdown. Text is the tree's, as
everywhere."""

from reportgen.web.markdown import write_markdown
from reportgen.web.page import write_page
from reportgen.web.text import write_text

__all__ = ["write_markdown", "write_page", "write_text"]
