"""One input to one folder of papers with a manifest, as a whole or not at all; or, as `unit`, bytes to bytes."""

from reportgen.build.building import Outcome, Request, build
from reportgen.build.making import Wish

__all__ = ["Outcome", "Request", "Wish", "build"]
