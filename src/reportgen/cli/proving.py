"""`reportgen archive reindex` and `verify`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from reportgen.archive.holdings import holdings
from reportgen.archive.proving import Proved, verify
from reportgen.cli.codes import ERRORS, GOOD
from reportgen.cli.printing import refuse, tell
from reportgen.cli.words import say
from reportgen.files.replace import create_file
from reportgen.problems import Failure, Place, Problem
from reportgen.problems.show import Style, as_records, as_text, summary


def reindex_all(root: Path, lang: str) -> int:
    """Make the index anew; the exit code."""
    from reportgen.archive.upkeep import index_anew
    from reportgen.problems.catalog import has_errors

    made = index_anew(root)
    if isinstance(made, Failure):
        return refuse(made, "text", lang)
    count, wrong = made
    tell(wrong, lang)
    click.echo(say("reindexed", lang, count=count))
    return ERRORS if has_errors(wrong) else GOOD


def verify_quickly(root: Path, head: str, form: str, lang: str) -> int:
    """Prove ledger, bags and index; the exit code."""
    from reportgen.archive.quick import QUICK

    return _report(verify(root, QUICK, head), root, form, lang)


def verify_deeply(root: Path, head: str, form: str, lang: str) -> int:
    """Prove the papers themselves as well; the exit code."""
    from reportgen.archive.deep import DEEP

    return _report(verify(root, DEEP, head), root, form, lang)


def _report(proved: Proved | Failure, root: Path, form: str, lang: str) -> int:
    if isinstance(proved, Failure):
        return refuse(proved, form, lang)
    if form == "json":
        record = {"additions": proved.additions, "head": proved.head, "problems": as_records(proved.problems, lang)}
        click.echo(json.dumps(record, ensure_ascii=False, indent=2))
    else:
        if proved.problems:
            click.echo(as_text(proved.problems, {}, Style.on(sys.stdout, lang)))
        count = summary(proved.problems, lang)
        click.echo(say("differs" if count else "intact", lang, folder=root, count=proved.additions, summary=count))
        click.echo(say("head", lang, head=proved.head))
    return ERRORS if proved.differs else GOOD


def seal(root: Path, target: Path | None, lang: str) -> int:
    """Write the certificate; the exit code. A file that says something else is never written over."""
    from reportgen.archive.sealing import certificate

    links = holdings(root)
    if isinstance(links, Failure):
        return refuse(links, "text", lang)
    file = target or Path(f"chung-nhan-{len(links)}.pdf")
    content = certificate(root, links, file)
    if isinstance(content, Failure):
        return refuse(content, "text", lang)
    try:
        if not create_file(file, content) and not (file.is_file() and file.read_bytes() == content):
            return refuse(Failure.of(Problem("B921", Place(file), {"file": str(file)})), "text", lang)
    except OSError as error:
        values = {"file": str(file), "reason": error.strerror or str(error)}
        return refuse(Failure.of(Problem("B922", Place(file), values)), "text", lang)
    click.echo(say("sealed", lang, file=file))
    return GOOD
