"""One input to one folder of papers with a manifest, as a whole or not at all."""

from reportgen.build.building import Outcome, Request, build

__all__ = ["Outcome", "Request", "build"]
