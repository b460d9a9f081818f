"""The words that papers print around figures: they stand in `printed.yaml`, for who knows Vietnamese and no Python."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

FILE = Path(__file__).with_name("printed.yaml")


@cache
def _words() -> Mapping[str, str]:
    """Path of a word, `plan.met`, → the word."""
    table = yaml.load(FILE.read_bytes(), Loader=yaml.CSafeLoader)
    found: dict[str, str] = {}
    for name, content in table.items():
        if isinstance(content, Mapping):
            found |= {f"{name}.{inner}": str(word) for inner, word in content.items()}
        else:
            found[name] = str(content)
    return MappingProxyType(found)


def printed(name: str, /, **blanks: object) -> str:
    """The word of that name, its blanks filled. KeyError for a name that the file lacks."""
    word = _words()[name]
    return word.format(**blanks) if blanks else word
