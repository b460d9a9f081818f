"""The command line: options in, results out, exit codes. Nothing here but words and wiring."""

from reportgen.cli.commands import main

__all__ = ["main"]
