"""A document to PDF/A-2a and PDF/UA-1 bytes, through Typst. The only package that imports it."""

from reportgen.writers.typst.writer import Laid, Written, lay_out, write_pdf

__all__ = ["Laid", "Written", "lay_out", "write_pdf"]
