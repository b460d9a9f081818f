"""A document to DOCX bytes. The only package that imports python-docx, and it only for the package around the parts.

`styles` and `numbering` write what the layout file says as Word parts, `body` writes the tree, `package` puts the parts
together, the same bytes for the same document.
"""

from reportgen.writers.word.package import write_docx

__all__ = ["write_docx"]
