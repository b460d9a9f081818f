"""One conference as typed, frozen content.

Keys of the input are Vietnamese (pydantic aliases); attributes are English. Every leaf keeps the place it came from.
"""

import os

# pydantic would look for plugins in everything installed, at each start; none has a say in how an input is read.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from reportgen.model.conference import Conference

__all__ = ["Conference"]
