"""YAML text to frozen nodes with positions (design rule 2: the scalar's own text is the truth).

In: a file or its bytes. Out: a `Source` with the nodes and every problem that the text alone shows. Nothing is raised,
whatever the bytes are. Types come from the model, later.
"""

from __future__ import annotations

from reportgen.source.nodes import Mapping, Mended, Node, Scalar, Sequence, Source, Span, scalars
from reportgen.source.reading import parse_source, read_source

__all__ = [
    "Mapping",
    "Mended",
    "Node",
    "Scalar",
    "Sequence",
    "Source",
    "Span",
    "parse_source",
    "read_source",
    "scalars",
]
