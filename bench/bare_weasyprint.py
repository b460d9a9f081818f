"""What bare WeasyPrint takes for the same pages: HTML files to PDF, nothing else."""

import sys
from pathlib import Path

import weasyprint

for name in sys.argv[1:]:
    weasyprint.HTML(string=Path(name).read_text("utf-8")).write_pdf(
        Path(name).with_suffix(".pdf"), pdf_variant="pdf/a-2a"
    )
