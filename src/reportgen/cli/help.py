"""click's own words in Vietnamese: headings of the help, and what is wrong with a call."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import click

_HEADINGS = {"Options": "Tùy chọn", "Commands": "Lệnh", "Arguments": "Tham số"}
_HELP_OPTION = ("Show this message and exit.", "Hiện hướng dẫn này rồi thoát.")


class VietnameseFormatter(click.HelpFormatter):
    """The help page with Vietnamese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The first line."""
        shown = args.replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH [THAM SỐ]...")
        super().write_usage(prog, shown, "Cách dùng: " if prefix is None else prefix)

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A part of the page under its heading."""
        with super().section(_HEADINGS.get(name, name)):
            yield

    def write_dl(self, rows: object, col_max: int = 30, col_spacing: int = 2) -> None:
        """The list of options; click writes that of --help itself."""
        shown = [(name, text.replace(*_HELP_OPTION)) for name, text in rows]  # type: ignore[attr-defined]
        super().write_dl(shown, col_max, col_spacing)


def _missing(error: click.MissingParameter) -> str:
    name = error.param.make_metavar(error.ctx) if error.param and error.ctx else ""
    return f"Thiếu tham số {name.removesuffix('...')}."


def _bad(error: click.BadParameter) -> str:
    name = error.param.opts[0] if error.param else ""
    choices = getattr(error.param.type if error.param else None, "choices", ())
    known = f" Chọn một trong: {', '.join(map(str, choices))}." if choices else ""
    return f"Giá trị của {name} không hợp lệ.{known}"


_EXTRA = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)
"""What click says of arguments that no command takes; it has no class for it."""
_USAGE: Mapping[type[click.UsageError], Callable[..., str]] = {
    click.NoSuchOption: lambda error: f"Không có tùy chọn {error.option_name}.",
    click.MissingParameter: _missing,
    click.BadParameter: _bad,
    click.BadOptionUsage: lambda error: f"Tùy chọn {error.option_name} cần một giá trị.",
    click.BadArgumentUsage: lambda _: "Tham số không đúng.",
}
"""Kind of wrong usage → what to say; the first that fits."""


def usage_message(error: click.UsageError, lang: str) -> str:
    """What is wrong with the call, and where help is."""
    command = error.ctx.command_path if error.ctx else "reportgen"
    if lang == "en":
        return f"{error.format_message()}\nSee: {command} --help"
    words = next((word(error) for kind, word in _USAGE.items() if isinstance(error, kind)), _other(error))
    return f"Lỗi cách dùng: {words}\nXem hướng dẫn: {command} --help"


def _other(error: click.UsageError) -> str:
    """A usage error that click has no class for: an unknown command, or one of ours, which speaks for itself."""
    if isinstance(error.ctx and error.ctx.command, click.Group) and error.ctx:
        known = ", ".join(error.ctx.command.list_commands(error.ctx))  # type: ignore[attr-defined]
        return f"Không có lệnh này. Các lệnh: {known}."
    extra = _EXTRA.match(error.format_message())
    return f"Thừa tham số: {extra[1]}." if extra else error.format_message()
