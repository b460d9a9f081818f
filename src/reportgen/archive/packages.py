"""What a bag is made of, for each kind of addition."""

from __future__ import annotations

from pathlib import Path

from reportgen.archive.adding import Package, version_of
from reportgen.archive.description import Description
from reportgen.archive.intake import Delivery


def of_delivery(delivery: Delivery) -> Package:
    """A built set: the next version of its report."""

    def named(root: Path) -> Description:
        return version_of(root, delivery.described, delivery.name)

    return Package(delivery.files, delivery.tags, named)
