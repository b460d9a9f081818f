"""`reportgen read`: how the program understands the quantities of a text."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import click

from reportgen.cli.codes import GOOD
from reportgen.problems import Flaw, Place, Problem
from reportgen.problems.catalog import hint, message, severity
from reportgen.problems.show import harmless
from reportgen.quantity import Quantity, as_json, find_quantities, write_number


def read_all(texts: Iterable[str], form: str, lang: str) -> int:
    """Read each text and show what was found."""
    for number, text in enumerate(texts, 1):
        found = find_quantities(text.rstrip("\r\n"))
        if form == "json":
            record = {
                "line": number,
                "text": found.text,
                "quantities": [as_json(quantity) for quantity in found.quantities],
                "problems": [_record(flaw, lang) for flaw in found.flaws],
            }
            click.echo(json.dumps(record, ensure_ascii=False))
            continue
        click.echo(harmless(found.text))
        for quantity in found.quantities:
            click.echo(f"  {harmless(_shown(quantity))}")
        for flaw in found.flaws:
            problem = _problem(flaw)
            click.echo(harmless(f"  {flaw.code}: {message(problem, lang)} {hint(problem, lang)}".rstrip()))
    return GOOD


def _problem(flaw: Flaw) -> Problem:

    return Problem(flaw.code, Place(Path()), flaw.values)


def _record(flaw: Flaw, lang: str) -> dict[str, object]:
    problem = _problem(flaw)
    return {
        "code": flaw.code,
        "severity": str(severity(flaw.code)),
        "start": flaw.start,
        "end": flaw.end,
        "message": message(problem, lang),
        "hint": hint(problem, lang),
    }


def _shown(quantity: Quantity) -> str:
    """`ước 41,795 tỷ đồng → 41.795.000.000 đồng`."""
    value = write_number(quantity.value)
    whole = f"/{write_number(quantity.of)}" if quantity.of is not None else ""
    upper = f" - {write_number(quantity.upper)}" if quantity.upper is not None else ""
    words = " ".join(word for word in (quantity.hedge, quantity.change.value) if word)
    return f"{quantity.text} → {value}{upper}{whole} {quantity.unit}".rstrip() + (f" ({words})" if words else "")
