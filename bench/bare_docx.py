"""The text of a Word file, cells and all, as python-docx reads it."""

import sys

import docx
from docx.oxml.ns import qn

body = docx.Document(sys.argv[1]).element.body
print(sum(len(leaf.text or "") for leaf in body.iter(qn("w:t"))))
