"""`reportgen desk`: a group whose first command needs no name."""

from reportgen.cli.commands.desk.group import desk

__all__ = ["desk"]
