"""The commands of `reportgen archive`: their arguments and options. What each does is imported when it runs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import click

from reportgen.archive.place import ARCHIVE
from reportgen.cli.groups import Commands, Makers
from reportgen.cli.words import say


def archive_group(lang: str) -> click.Group:
    """The group with its commands, their help in the language."""
    makers = {name: partial(_on_archive, make) for name, make in COMMANDS.items()}
    return Commands("archive", makers, lang, help=say("archive", lang))


def _on_archive(make: Callable[[str], click.Command], lang: str) -> click.Command:
    """A command with the option that says which archive it works on."""
    command = make(lang)
    command.params.append(
        click.Option(
            ["root", "--archive"],
            type=click.Path(path_type=Path),
            default=ARCHIVE,
            metavar=say("folder", lang),
            help=say("archive option", lang),
        )
    )
    return command


def _form(lang: str, *forms: str) -> click.Option:
    return click.Option(
        ["--format", "form"], type=click.Choice(forms), default=forms[0], help=say("archive format", lang)
    )


def _filters(lang: str, *names: str) -> list[click.Option]:
    known = {
        "year": ("--năm", "--year"),
        "unit": ("--đơn-vị", "--unit"),
        "kind": ("--loại", "--kind"),
        "person": ("--người", "--person"),
        "field": ("--lĩnh-vực", "--field"),
    }
    return [
        click.Option(
            [name, *known[name]],
            metavar=say("count" if name == "year" else "words", lang),
            default=None,
            type=int if name == "year" else str,
            help=say(f"by {name}", lang),
        )
        for name in names
    ]


def _identifier(lang: str) -> click.Argument:
    return click.Argument(["identifier"], metavar=say("identifier", lang))


def _file(name: str, lang: str, text: str) -> click.Option:
    return click.Option(["target", "-o", name], type=click.Path(path_type=Path), default=None, help=say(text, lang))


def _add(lang: str) -> click.Command:
    def run(folders: tuple[Path, ...], root: Path, **options: Any) -> int:
        from reportgen.cli.archiving import Given, add_all

        if not folders and not options["signed"]:
            raise click.UsageError(say("nothing to add", lang))
        return add_all(folders, root, Given(**options), lang)

    return click.Command(
        "add",
        callback=run,
        help=say("archive add", lang),
        params=[
            click.Argument(
                ["folders"], nargs=-1, type=click.Path(path_type=Path), metavar=f"[{say('folder', lang)}]..."
            ),
            click.Option(
                ["--signed"],
                multiple=True,
                type=click.Path(path_type=Path),
                metavar=say("input", lang),
                help=say("signed", lang),
            ),
            click.Option(
                ["source", "--input"],
                type=click.Path(path_type=Path),
                metavar=say("input", lang),
                help=say("source", lang),
            ),
            click.Option(
                ["fields", "--set"], multiple=True, metavar=say("field value", lang), help=say("set field", lang)
            ),
        ],
    )


def _list(lang: str) -> click.Command:
    def run(root: Path, form: str, year: int | None, unit: str | None) -> int:
        from reportgen.cli.archiving import list_all

        return list_all(root, (year, unit), form, lang)

    params: list[click.Parameter] = [*_filters(lang, "year", "unit"), _form(lang, "text", "json", "csv")]
    return click.Command("list", callback=run, help=say("archive list", lang), params=params)


def _show(lang: str) -> click.Command:
    def run(root: Path, identifier: str, form: str) -> int:
        from reportgen.cli.archiving import show_one

        return show_one(root, identifier, form, lang)

    params = [_identifier(lang), _form(lang, "text", "json")]
    return click.Command("show", callback=run, help=say("archive show", lang), params=params)


def _versions(lang: str) -> click.Command:
    def run(root: Path, identifier: str, form: str) -> int:
        from reportgen.cli.archiving import show_versions

        return show_versions(root, identifier, form, lang)

    params = [_identifier(lang), _form(lang, "text", "json", "csv")]
    return click.Command("versions", callback=run, help=say("archive versions", lang), params=params)


def _extract(lang: str) -> click.Command:
    def run(root: Path, identifier: str, target: Path | None) -> int:
        from reportgen.cli.archiving import extract_one

        return extract_one(root, identifier, target or Path(), lang)

    params = [_identifier(lang), _file("--outputs", lang, "extract to")]
    return click.Command("extract", callback=run, help=say("archive extract", lang), params=params)


def _search(lang: str) -> click.Command:
    def run(root: Path, words: tuple[str, ...], form: str, **filters: Any) -> int:
        from reportgen.cli.finding import search_all

        if not words and not any(value for name, value in filters.items() if name != "limit"):
            raise click.UsageError(say("nothing to search", lang))
        return search_all(root, " ".join(words), {name: value for name, value in filters.items() if value}, form, lang)

    params: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, metavar=f"[{say('words', lang)}]..."),
        *_filters(lang, "year", "unit", "kind", "person", "field"),
        click.Option(["--limit"], type=click.IntRange(min=1), metavar=say("count", lang), help=say("limit", lang)),
        _form(lang, "text", "json", "csv"),
    ]
    return click.Command("search", callback=run, help=say("archive search", lang), params=params)


def _export(lang: str) -> click.Command:
    def run(root: Path, form: str, target: Path | None) -> int:
        from reportgen.cli.archiving import export_all

        return export_all(root, form, target, lang)

    params = [_form(lang, "csv", "xml", "archivematica"), _file("--outputs", lang, "export to")]
    return click.Command("export", callback=run, help=say("archive export", lang), params=list(params))


def _figure(lang: str) -> click.Command:
    def run(root: Path, words: tuple[str, ...], unit: str | None, form: str) -> int:
        from reportgen.cli.comparing import figure_all

        return figure_all(root, " ".join(words), unit or "", form, lang)

    params: list[click.Parameter] = [
        click.Argument(["words"], nargs=-1, required=True, metavar=f"{say('words', lang)}..."),
        *_filters(lang, "unit"),
        _form(lang, "text", "csv", "json", "chart"),
    ]
    return click.Command("figure", callback=run, help=say("archive figure", lang), params=params)


def _verify(lang: str) -> click.Command:
    def run(root: Path, deep: bool, head: str, form: str) -> int:
        from reportgen.cli import proving

        return (proving.verify_deeply if deep else proving.verify_quickly)(root, head, form, lang)

    params: list[click.Parameter] = [
        click.Option(["--deep"], is_flag=True, help=say("deep", lang)),
        click.Option(["--head"], default="", metavar=say("hash", lang), help=say("head option", lang)),
        _form(lang, "text", "json"),
    ]
    return click.Command("verify", callback=run, help=say("archive verify", lang), params=params)


def _seal(lang: str) -> click.Command:
    def run(root: Path, target: Path | None) -> int:
        from reportgen.cli.proving import seal

        return seal(root, target, lang)

    params: list[click.Parameter] = [_file("--outputs", lang, "seal to")]
    return click.Command("seal", callback=run, help=say("archive seal", lang), params=params)


def _reindex(lang: str) -> click.Command:
    def run(root: Path) -> int:
        from reportgen.cli.proving import reindex_all

        return reindex_all(root, lang)

    return click.Command("reindex", callback=run, help=say("archive reindex", lang), params=[])


COMMANDS: Makers = MappingProxyType(
    {
        "add": _add,
        "list": _list,
        "show": _show,
        "versions": _versions,
        "extract": _extract,
        "search": _search,
        "figure": _figure,
        "export": _export,
        "verify": _verify,
        "seal": _seal,
        "reindex": _reindex,
    }
)
