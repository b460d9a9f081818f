"""One conference as typed, frozen content.

Keys of the input are Vietnamese; attributes are English. Every leaf keeps the place it came from.
"""

from reportgen.model.conference import Conference

__all__ = ["Conference"]
