"""Edits at the desk without a pause: `bench/soak.py [MINUTES]`. Memory must not grow once all is warm."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

from reportgen.desk.folder import Folder
from reportgen.desk.service import Service
from reportgen.editing import Set

INPUT = Path(__file__).parents[1] / "inputs" / "phuong-minh-hoa-2025.yaml"
WARM, MOST_GROWTH = 60, 1.15
"""Edits until memory is looked at; how much more it may be in the end."""


def memory() -> float:
    """MiB that this process holds."""
    status = Path("/proc/self/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def main(minutes: float) -> int:
    """Edit until the time is over; 1 if memory grew."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(INPUT, folder)
        service = Service(Folder(Path(folder)))
        desk = service.desk(INPUT.name)
        assert desk is not None
        end, count, warm = time.monotonic() + minutes * 60, 0, 0.0
        while time.monotonic() < end or not warm:
            count += 1
            change = Set(("chủ đề năm",), f"Chủ đề lần {count}")
            assert desk.held.operate(desk.held.version, [change]) is None
            service.state(desk.held, frozenset({"dan_so"}))
            shelf = desk.shelf()
            assert shelf is not None
            assert shelf.file("bao-cao.html") is not None
            if count % 10 == 0:
                desk.held.undo()
            warm = memory() if count == WARM else warm
        now = memory()
    print(f"{count} edits in {minutes:g} minutes: {warm:.0f} MiB once warm, {now:.0f} MiB in the end")
    return int(now > warm * MOST_GROWTH)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 60))
