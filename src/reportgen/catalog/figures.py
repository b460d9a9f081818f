from __future__ import annotations
from collections.abc import Mapping
from types import MappingProxyType
from reportgen.catalog.entry import Entry, Wording
from reportgen.problems import Severity
ENTRIES: Mapping[str, Entry] = MappingProxyType({})
