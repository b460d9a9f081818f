"""The same text through docxtpl: a template with one loop over styled paragraphs, what an office would make itself."""

import sys
from pathlib import Path

import docx
from docxtpl import DocxTemplate

from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render
from reportgen.tree import lines

template = Path(sys.argv[2]) / "docxtpl.docx"
if not template.exists():
    blank = docx.Document()
    blank.add_paragraph("{%p for line in lines %}")
    blank.add_paragraph("{{ line }}")
    blank.add_paragraph("{%p endfor %}")
    blank.save(str(template))
document = render(read_input(Path(sys.argv[1])), papers_for(None)["bao-cao"])
assert isinstance(document, Document)
paper = DocxTemplate(str(template))
paper.render({"lines": [line.full for line in lines(document.tree)]}, autoescape=True)
paper.save(str(Path(sys.argv[2]) / "docxtpl-out.docx"))
