"""`reportgen archive`: a group of its own."""

from reportgen.cli.commands.archive.group import archive

__all__ = ["archive"]
