"""The proofs themselves: same text, archive conformance, embedded fonts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportgen.problems import Place, Problem
from reportgen.standards import Standard
from reportgen.tree import Element, lines, squeezed, walk

PROFILES = (("2a", "PDF/A-2a"), ("ua1", "PDF/UA-1"))
SHOWN = 40
"""So many characters of a text show where two texts part."""
SHOWN_RULES = 5
DEEPEST = 100_000


def prove_docx(content: bytes, tree: Element, file: Path) -> tuple[Problem, ...]:
    """The DOCX opens, and its text with Word's own labels is the tree's."""
    from reportgen.verify.docx_text import docx_paragraphs

    wanted = squeezed("".join(line.full for line in lines(tree)))
    found = squeezed("".join(docx_paragraphs(content)))
    return _same(wanted, found, file)


def prove_pdf(content: bytes, tree: Element, standard: Standard, file: Path) -> tuple[Problem, ...]:
    """The PDF's text is the tree's, it conforms to both standards, and its fonts are ours and embedded."""
    from reportgen.verify.pdf_text import pdf_pages

    pages = pdf_pages(content, standard.portrait.top * 72 / 25.4 - 1)
    heads = [squeezed("".join(line.full for line in lines(head))) for head in walk(tree) if head.tag == "thead"]
    wanted = squeezed("".join(line.full for line in lines(tree)))
    found = _without_repeated_heads(wanted, [squeezed(page.text) for page in pages], heads)
    fonts = {name: embedded for page in pages for name, embedded in page.fonts.items()}
    return (*_same(wanted, found, file), *_conforms(content, file), *_fonts(fonts, standard, file))


def _without_repeated_heads(wanted: str, pages: Sequence[str], heads: Sequence[str]) -> str:
    """The pages' text in one, without the header rows that a table repeats at the top of a page."""
    whole = ""
    for page in pages:
        repeated = (
            head for head in heads if page.startswith(head) and not wanted.startswith(page[: len(head) + 1], len(whole))
        )
        whole += page.removeprefix(next(repeated, ""))
    return whole


def _same(wanted: str, found: str, file: Path) -> tuple[Problem, ...]:
    if wanted == found:
        return ()
    at = next(
        (place for place, (one, other) in enumerate(zip(wanted, found, strict=False)) if one != other),
        min(len(wanted), len(found)),
    )
    values = {"wanted": wanted[max(0, at - 10) : at + SHOWN], "found": found[max(0, at - 10) : at + SHOWN]}
    return (Problem("B911", Place(file), values),)


def _conforms(content: bytes, file: Path) -> tuple[Problem, ...]:
    import page

    # The validator's own bounds are for strangers' files; the structure tree of 500 pages is a chain of thousands.
    limits = page.SafetyLimits(max_reference_depth=DEEPEST)
    problems = []
    for profile, name in PROFILES:
        try:
            report = page.validate_pdf_bytes(content, profile=profile, limits=limits)
        except page.PageError as error:
            problems.append(Problem("B912", Place(file), {"standard": name, "rules": str(error)}))
            continue
        if not report.is_compliant:
            rules = "; ".join(f"{failure.rule_id}: {failure.message}" for failure in report.failures[:SHOWN_RULES])
            problems.append(Problem("B912", Place(file), {"standard": name, "rules": rules}))
    return tuple(problems)


def _fonts(fonts: dict[str, bool], standard: Standard, file: Path) -> tuple[Problem, ...]:
    families = [name.replace(" ", "") for name in standard.fonts_pdf]
    used = {next((family for family in families if name.replace("-", "").startswith(family)), "") for name in fonts}
    strange = [name for name in fonts if not any(name.replace("-", "").startswith(family) for family in families)]
    missing = [name for name, embedded in fonts.items() if not embedded]
    if strange or missing or len(used) > 1:
        values = {"fonts": ", ".join(sorted(fonts)), "families": ", ".join(standard.fonts_pdf)}
        return (Problem("M903", Place(file), values),)
    return ()
