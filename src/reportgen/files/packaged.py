"""Where the files that come along with the program lie.

In a wheel the papers' folder is `reportgen/templates`; in a checkout (and an editable install of it) it is `templates`
at the top of the repository.
"""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def packaged_templates() -> Path:
    """The folder with one folder a paper. It need not exist where an installation is broken; the caller says so."""
    installed = PACKAGE / "templates"
    return installed if installed.is_dir() else PACKAGE.parents[1] / "templates"
