"""The report's DOCX from the input, as `build` writes it."""

import sys
from pathlib import Path

from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.writers.word import write_docx

document = render(read_input(Path(sys.argv[1])), papers_for(None)["bao-cao"])
assert isinstance(document, Document)
write_docx(document)
