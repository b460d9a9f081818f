"""The proofs of our own papers: same text, archive conformance, embedded fonts, the layout kept.

A paper whose text is another's is not measured: no paragraph of it could be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest
from pathlib import Path

from reportgen.layout.standards import Standard
from reportgen.problems import Place, Problem
from reportgen.tree import Element, lines, squeezed
from reportgen.verify.finding import as_problems
from reportgen.verify.leaves import leaves
from reportgen.verify.placed import letters_of, noted, paper, repeated_heads

UA = ("ua1", "PDF/UA-1")
SHOWN = 40
"""So many characters of a text show where two texts part."""
SHOWN_RULES = 5
DEEPEST = 100_000
THIRD = re.compile(rb"""pdfaid:part(=["']|>)3""")
"""How metadata say that a file is PDF/A-3: an attribute or an element (XMP, part 1, 7.4)."""


def prove_docx(content: bytes, tree: Element, standard: Standard, file: Path) -> tuple[Problem, ...]:
    """The DOCX opens, its text with Word's own labels is the tree's, and it keeps the layout."""
    from reportgen.verify import docx_layout
    from reportgen.verify.docx_parts import docx_parts
    from reportgen.verify.docx_text import charts, footnotes, paragraphs

    parts, wanted = docx_parts(content), leaves(tree, standard)
    found = paragraphs(parts)
    drawn = [tuple((point.get("label"), point.get("value")) for point in chart.elements) for chart in wanted.charts]
    noted = "".join(note.words for note in wanted.notes)
    wrong = (
        *_same(wanted.words, squeezed("".join(paragraph.words for paragraph in found)), file),
        *_same(noted, squeezed("".join(paragraph.words for paragraph in footnotes(parts))), file),
        *_same(repr(drawn), repr(charts(parts)), file),
    )
    if wrong:
        return wrong
    paper = docx_layout.word_paper(parts, found, wanted, standard)
    return as_problems(chain.from_iterable(rule(paper) for rule in docx_layout.RULES), file)


def prove_pptx(content: bytes, tree: Element, file: Path) -> tuple[Problem, ...]:
    """The slides open, and their words are the tree's, slide by slide."""
    from reportgen.verify.pptx_text import slides_of

    first = tree.holding(tuple(child for child in tree.elements if child.tag != "section"))
    wanted = [first, *(child for child in tree.elements if child.tag == "section")]
    found = slides_of(content)
    pairs = zip_longest((squeezed(_letters(part)) for part in wanted), map(squeezed, found), fillvalue="")
    return tuple(problem for one, other in pairs for problem in _same(one, other, file))


def _letters(part: Element) -> str:
    return "".join(line.full for line in lines(part))


def prove_pdf(content: bytes, tree: Element, standard: Standard, file: Path) -> tuple[Problem, ...]:
    """The PDF's text is the tree's, it conforms to both standards, its fonts are ours and embedded, and it keeps the
    layout."""
    from reportgen.verify import pdf_components, pdf_layout
    from reportgen.verify.pdf_page import fonts_of, pdf_pages

    pages, wanted = pdf_pages(content), leaves(tree, standard)
    letters = [letters_of(page, standard) for page in pages]
    lasts = [len(page) - notes for page, notes in zip(letters, noted(wanted, letters), strict=True)]
    bodies = [page[:last] for page, last in zip(letters, lasts, strict=True)]
    ends = list(zip(repeated_heads(wanted, bodies), lasts, strict=True))
    found = "".join(page[first:last] for page, (first, last) in zip(letters, ends, strict=True))
    notes = "".join(page[last:] for page, last in zip(letters, lasts, strict=True))
    wrong = (
        *_same(wanted.words, found, file),
        *_same("".join(note.words for note in wanted.notes), notes, file),
        *_same(_drawn(wanted.charts), squeezed("".join(text.words for page in pages for text in page.drawn)), file),
        *_conforms(content, file),
        *_fonts(fonts_of(pages), standard, file),
    )
    if wrong:
        return wrong
    measured = paper(pages, wanted, ends, standard)
    rules = (*pdf_layout.RULES, *pdf_components.RULES)
    return as_problems(chain.from_iterable(rule(measured) for rule in rules), file)


def _drawn(charts: Sequence[Element]) -> str:
    """The letters of charts: of each point its name, then its number."""
    points = (point for chart in charts for point in chart.elements)
    return squeezed("".join(f"{point.get('label')}{point.get('text')}" for point in points))


def _same(wanted: str, found: str, file: Path) -> tuple[Problem, ...]:
    if wanted == found:
        return ()
    at = next(
        (place for place, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other),
        min(len(wanted), len(found)),
    )
    values = {"wanted": wanted[max(0, at - 10) : at + SHOWN], "found": found[max(0, at - 10) : at + SHOWN]}
    return (Problem("B911", Place(file), values),)


def _conforms(content: bytes, file: Path) -> Iterator[Problem]:
    for profile, name in profiles(content):
        if broken := broken_rules(content, profile):
            rules = "; ".join(f"{rule}: {message}" for rule, message in broken[:SHOWN_RULES])
            yield Problem("B912", Place(file), {"standard": name, "rules": rules})


def profiles(content: bytes) -> tuple[tuple[str, str], tuple[str, str]]:
    """The standards that a PDF is held to: PDF/A-2a, or -3a where it says that it is one, and PDF/UA-1."""
    part = "3" if THIRD.search(content) else "2"
    return (f"{part}a", f"PDF/A-{part}a"), UA


def broken_rules(content: bytes, profile: str) -> tuple[tuple[str, str], ...]:
    """The rules of the profile that the PDF breaks, each with what the validator says of it."""
    import page

    # The validator's own bounds are for strangers' files; the structure tree of 500 pages is a chain of thousands.
    limits = page.SafetyLimits(max_reference_depth=DEEPEST)
    try:
        report = page.validate_pdf_bytes(content, profile=profile, limits=limits)
    except page.PageError as error:
        return ((type(error).__name__, str(error)),)
    return tuple((failure.rule_id, failure.message) for failure in report.failures)


def _fonts(fonts: dict[str, bool], standard: Standard, file: Path) -> tuple[Problem, ...]:
    families = [name.replace(" ", "") for name in standard.fonts_pdf]
    used = {next((family for family in families if name.replace("-", "").startswith(family)), "") for name in fonts}
    strange = [name for name in fonts if not any(name.replace("-", "").startswith(family) for family in families)]
    missing = [name for name, embedded in fonts.items() if not embedded]
    if strange or missing or len(used) > 1:
        values = {"fonts": ", ".join(sorted(fonts)), "families": ", ".join(standard.fonts_pdf)}
        return (Problem("M903", Place(file), values),)
    return ()
