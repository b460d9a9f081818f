"""At a desk of several people: each deed is written down, and an input is only written by who holds it. At a desk of
one, both are left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from reportgen.desk.asking import operations, told
from reportgen.desk.audit import MOST_WAYS
from reportgen.desk.guard import Visitor
from reportgen.desk.office import Office
from reportgen.problems import Place, Problem

HELD_BY_ANOTHER = 423
UNWRITABLE = 503


@dataclass(frozen=True, slots=True)
class Custody:
    """`office`: whose desk it is; None for one person's."""

    office: Office | None
    lang: str

    def visitor(self, request: Request) -> Visitor:
        """Who asks."""
        found = request.scope.get("visitor")
        return found if isinstance(found, Visitor) else Visitor()

    def note(self, request: Request, what: str, file: str = "", at: Sequence[str] = ()) -> None:
        """Write a deed down before it is done. What cannot be written down is not done."""
        if self.office is None:
            return
        visitor = self.visitor(request)
        try:
            self.office.audit.write(what, visitor.name, visitor.address, file=file, at=at)
        except OSError as error:
            raise HTTPException(UNWRITABLE) from error

    def holder(self, request: Request, file: str) -> str:
        """Hold a file for who asks; the name of who has it instead, "" where it is held."""
        return "" if self.office is None else self.office.writers.take(file, self.visitor(request).name)

    def refusal(self, request: Request, file: str) -> Response | None:
        """The answer to who may not write a file; None for who may."""
        other = self.holder(request, file)
        if not other:
            return None
        return told([Problem("B950", Place(Path(file)), {"name": other})], self.lang, HELD_BY_ANOTHER)

    def release(self, request: Request, file: str) -> None:
        """Give a file back."""
        if self.office is not None:
            self.office.writers.release(self.visitor(request).name, file)

    def stays(self, request: Request) -> bool:
        """Whether who asked is still let in."""
        return self.office is None or self.office.knows(request) is not None


def changed(sent: dict[str, Any]) -> tuple[str, ...]:
    """The places that operations are about: keys alone, nothing of what is put there."""
    if "operations" not in sent:
        return ()
    return tuple("/".join(map(str, one.way)) for one in operations(sent["operations"])[:MOST_WAYS])
