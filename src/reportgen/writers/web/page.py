"""The article as a web page on its own: semantic, good on a telephone, and telling machines what it is.

Figures are `<data>` elements with their exact value and the indicator that they come from. Pictures lie beside the
page.
"""

from __future__ import annotations

from html import escape

from reportgen.layout.document import Document
from reportgen.writers.web.described import linked_data, tags
from reportgen.writers.web.markup import TRACED, body

_STYLE = """
:root { color-scheme: light dark; background: light-dark(#fff, #121212); color: light-dark(#111, #eee) }
body { max-width: 40rem; margin: 0 auto; padding: 1rem; font: 1.0625rem/1.6 "Times New Roman", Tinos, serif;
  overflow-wrap: break-word }
h1 { font-size: 1.6rem; line-height: 1.25 }
h2 { font-size: 1.25rem } h3, h4, h5, h6 { font-size: 1.0625rem }
img { max-width: 100%; height: auto } figure { margin: 1rem 0 }
.standfirst { font-weight: bold } .quote { font-style: italic; margin-inline: 1rem }
.caption, figcaption, .fiction { font-style: italic; font-size: .95rem }
.byline { text-align: right; font-weight: bold } .source_line { text-align: right }
ul { padding-inline-start: 1.5rem; list-style: "- " } ul ul { list-style: "+ " } ol.points { list-style: lower-alpha }
.wide { overflow-x: auto } table { border-collapse: collapse } th, td { border: 1px solid; padding: .2rem .5rem }
"""


def write_page(document: Document) -> bytes:
    """The whole page, UTF-8."""
    head = [
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(document.metadata.title)}</title>",
        *tags(document),
        f'<script type="application/ld+json">{linked_data(document)}</script>',
        f"<style>{_STYLE}</style>",
    ]
    page = ["<!DOCTYPE html>", '<html lang="vi">', "<head>", *head, "</head>", "<body>"]
    return "\n".join([*page, f"<main>{body(document)}</main>", "</body>", "</html>", ""]).encode()


def write_traced(document: Document, style: str) -> bytes:
    """The paper's text alone as a page in the style of a sheet of that address; figures and paragraphs lead back to
    what was typed."""
    sheet = f'<link rel="stylesheet" href="{style}">'
    head = f'<head><meta charset="utf-8"><title>{escape(document.metadata.title)}</title>{sheet}</head>'
    text = f"<body><main>{body(document, TRACED)}</main></body>"
    return f'<!DOCTYPE html>\n<html lang="vi">\n{head}\n{text}\n</html>\n'.encode()
