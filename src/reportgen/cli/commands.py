"""The commands: their arguments and options. What each does stands in a module of its own, imported when it runs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Any, NoReturn

import click

from reportgen import __version__
from reportgen.cli.codes import ERRORS, GOOD, INTERRUPTED, USAGE
from reportgen.cli.groups import Commands, Makers, dressed
from reportgen.cli.help import usage_message
from reportgen.cli.words import language, say

INPUTS, OUTPUTS = Path("inputs"), Path("outputs")


def run(arguments: Sequence[str] | None) -> NoReturn:
    """Run the program with these arguments, the process's own without; ends the process with the exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = language(given)
    sys.excepthook = _unexpected(lang)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = app(lang).main(given, prog_name="reportgen", standalone_mode=False)
    except click.UsageError as error:
        click.echo(usage_message(error, lang), err=True)
        sys.exit(USAGE)
    except click.Abort:
        sys.exit(INTERRUPTED)
    gc.freeze()  # the process ends: looking for garbage once more would cost a tenth of a build
    sys.exit(code or GOOD)


def _unexpected(lang: str) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """What a fault of the program shows: a sentence, and the traceback to those who ask for it."""

    def show(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if os.environ.get("REPORTGEN_DEBUG"):
            sys.__excepthook__(kind, error, trace)
        click.echo(say("crash", lang, reason=f"{kind.__name__}: {error}"), err=True)

    return show


def app(lang: str) -> Commands:
    """All commands with their help in the language."""
    settings = {"help_option_names": ["--help", "-h"]}
    group = Commands("reportgen", COMMANDS, lang, help=say("main", lang), context_settings=settings)
    dressed(group, lang).params.append(
        click.Option(
            ["--version"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_show_version,
            help=say("version", lang),
        )
    )
    return group


def _show_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"reportgen {__version__}")
        context.exit()


def _inputs(lang: str) -> click.Argument:
    return click.Argument(["inputs"], nargs=-1, type=click.Path(path_type=Path), metavar=f"[{say('input', lang)}]...")


def _form(lang: str) -> click.Option:
    return click.Option(
        ["--format", "form"], type=click.Choice(["text", "json"]), default="text", help=say("format", lang)
    )


def _build(lang: str) -> click.Command:
    def run(inputs: tuple[Path, ...], jobs: int | None, **options: Any) -> int:
        from reportgen.cli.building import build_all

        formats = _formats(options["formats"], lang)
        return build_all(inputs, (options["outputs"], options["only"], formats, options["pdfa"]), jobs, lang)

    return click.Command(
        "build",
        callback=run,
        help=say("build", lang),
        params=[
            _inputs(lang),
            click.Option(
                ["-o", "--outputs"], type=click.Path(path_type=Path), default=OUTPUTS, help=say("outputs", lang)
            ),
            click.Option(["--only"], multiple=True, metavar=say("paper", lang), help=say("only", lang)),
            click.Option(["--format", "formats"], metavar=say("names", lang), default="", help=say("formats", lang)),
            click.Option(["--pdfa"], type=click.Choice(["2a", "3a"]), default="2a", help=say("pdfa", lang)),
            click.Option(["--jobs"], metavar=say("count", lang), type=click.IntRange(min=1), help=say("jobs", lang)),
        ],
    )


def _formats(text: str, lang: str) -> tuple[str, ...]:
    from reportgen.writers.formats import FORMATS

    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            raise click.UsageError(say("bad format", lang, name=name, known=", ".join(FORMATS)))
    return names


def _preview(lang: str) -> click.Command:
    def run(file: Path, port: int) -> int:
        from reportgen.cli.previewing import preview

        return preview(file, port, lang)

    file = click.Argument(["file"], metavar=say("input", lang), type=click.Path(path_type=Path))
    port = click.Option(
        ["--port"], type=click.IntRange(0, 65535), default=0, metavar=say("count", lang), help=say("port", lang)
    )
    return click.Command("preview", callback=run, help=say("preview", lang), params=[file, port])


def _check(lang: str) -> click.Command:
    def run(inputs: tuple[Path, ...], form: str, archive: Path | None) -> int:
        from reportgen.cli.checking import check_all, found_in, found_with

        return check_all(inputs, found_with(archive) if archive else found_in, form, lang)

    archive = click.Option(
        ["--archive"],
        type=click.Path(path_type=Path),
        default=None,
        metavar=say("folder", lang),
        help=say("against archive", lang),
    )
    return click.Command("check", callback=run, help=say("check", lang), params=[_inputs(lang), archive, _form(lang)])


def _verify(lang: str) -> click.Command:
    def run(files: tuple[Path, ...], form: str, regime: str) -> int:
        from reportgen.cli.verifying import verify_all

        return verify_all(files, form, regime or "", lang)

    files = click.Argument(
        ["files"], nargs=-1, required=True, metavar=f"{say('input', lang)}...", type=click.Path(path_type=Path)
    )
    regime = click.Option(
        ["--regime"], type=click.Choice(["nhà nước", "đảng"]), default=None, help=say("regime option", lang)
    )
    return click.Command("verify", callback=run, help=say("verify", lang), params=[files, _form(lang), regime])


def _headlines(lang: str) -> click.Command:
    def run(file: Path) -> int:
        from reportgen.cli.proposing import propose

        return propose(file, lang)

    file = click.Argument(["file"], metavar=say("input", lang), type=click.Path(path_type=Path))
    return click.Command("headlines", callback=run, help=say("headlines", lang), params=[file])


def _papers(lang: str) -> click.Command:
    def run(folder: Path) -> int:
        from reportgen.papers import find_papers
        from reportgen.problems.show import Style, as_text, harmless

        papers, wrong = find_papers(folder)
        for paper in papers.values():
            own = f"  ({say('own', lang, folder=paper.folder)})" if paper.own else ""
            click.echo(harmless(f"{paper.key:12} {paper.name}: {', '.join(paper.formats)}{own}"))
        if wrong:
            click.echo(as_text(wrong, {}, Style(lang)), err=True)
        return ERRORS if wrong else GOOD

    folder = click.Argument(
        ["folder"], metavar=f"[{say('folder', lang)}]", required=False, default=INPUTS, type=click.Path(path_type=Path)
    )
    return click.Command("papers", callback=run, help=say("papers", lang), params=[folder])


def _read(lang: str) -> click.Command:
    def run(texts: tuple[str, ...], form: str) -> int:
        from reportgen.cli.reading import read_all

        if texts != ("-",):
            return read_all(texts, form, lang)
        with click.open_file("-", encoding="utf-8", errors="replace") as lines:
            return read_all(lines, form, lang)

    texts = click.Argument(["texts"], nargs=-1, required=True, metavar=f"[{say('text', lang)}|-]...")
    return click.Command("read", callback=run, help=say("read", lang), params=[texts, _form(lang)])


def _explain(lang: str) -> click.Command:
    def run(name: str) -> int:
        from reportgen.cli.explaining import explain

        return explain(name, lang)

    name = click.Argument(["name"], metavar=say("what", lang))
    return click.Command("explain", callback=run, help=say("explain", lang), params=[name])


def _init(lang: str) -> click.Command:
    def run(folder: Path | None, source: Path | None, **given: Any) -> int:
        from reportgen.cli.scaffolding import Given, begin, follow

        answers = Given(**{name: value for name, value in given.items() if value is not None})
        return follow(source, folder, answers, lang) if source else begin(folder, answers, lang)

    questions = {
        "year": ("--năm", "--year"),
        "unit": ("--đơn-vị", "--unit"),
        "organ": ("--cơ-quan", "--organ"),
        "above": ("--cấp-trên", "--above"),
        "province": ("--tỉnh", "--province"),
        "date": ("--ngày", "--date"),
    }
    options = [
        click.Option([name, *names], metavar=say("words", lang), help=say(f"init {name}", lang))
        for name, names in questions.items()
    ]
    source = click.Option(
        ["source", "--từ", "--from"],
        type=click.Path(path_type=Path),
        metavar=say("input", lang),
        help=say("init from", lang),
    )
    defaults = click.Option(["defaults", "--mặc-định", "--defaults"], is_flag=True, help=say("init defaults", lang))
    folder = click.Argument(
        ["folder"], metavar=f"[{say('folder', lang)}]", required=False, type=click.Path(path_type=Path)
    )
    return click.Command("init", callback=run, help=say("init", lang), params=[folder, source, *options, defaults])


def _fmt(lang: str) -> click.Command:
    def run(inputs: tuple[Path, ...], check: bool) -> int:
        from reportgen.cli.repairing import repair_all

        return repair_all(inputs, lang, only_told=check)

    inputs = click.Argument(
        ["inputs"], nargs=-1, required=True, type=click.Path(path_type=Path), metavar=f"{say('input', lang)}..."
    )
    check = click.Option(["--check"], is_flag=True, help=say("fmt check", lang))
    return click.Command("fmt", callback=run, help=say("fmt", lang), params=[inputs, check])


def _archive(lang: str) -> click.Command:
    from reportgen.cli.archive_commands import archive_group

    return archive_group(lang)


COMMANDS: Makers = MappingProxyType(
    {
        "init": _init,
        "check": _check,
        "verify": _verify,
        "fmt": _fmt,
        "build": _build,
        "preview": _preview,
        "headlines": _headlines,
        "papers": _papers,
        "read": _read,
        "explain": _explain,
        "archive": _archive,
    }
)
