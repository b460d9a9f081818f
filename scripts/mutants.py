"""Mutation testing: small changes to the code that some test should notice. `make mutants` tries all of them, which
takes hours; with a number, a random sample of so many, the same on every machine for the same code.

mutmut does the work in `mutants/`; what survived can be looked at with `mutmut show NAME`.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

FOLDER = Path("mutants")
MUTMUT = str(Path(sys.executable).parent / "mutmut")
KILLED, SURVIVED, UNTESTED = frozenset({1, 3, -24, 24, 36, 152, 255, -9, -11}), 0, 33
"""mutmut's exit codes: a test failed or ran out of time; all passed; no test comes there."""


def main() -> None:
    """Run and count."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 0
    if count:
        # Mutants are named by making them: a run of one that there is not makes all and tries none.
        subprocess.run(
            [MUTMUT, "run", "reportgen.none"], check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        names = random.Random(count).sample(sorted(found()), count)
        subprocess.run([MUTMUT, "run", *names], check=False)
    else:
        names = []
        subprocess.run([MUTMUT, "run"], check=False)
    report({name: code for name, code in found().items() if code is not None and (not names or name in set(names))})


def found() -> dict[str, int | None]:
    """Every mutant with the exit code of its tests; None while it was not tried."""
    return {
        name: code
        for file in FOLDER.rglob("*.meta")
        for name, code in json.loads(file.read_text("utf-8"))["exit_code_by_key"].items()
    }


def report(tried: dict[str, int]) -> None:
    """Counts by room, and the survivors."""
    rooms = Counter(name.split(".")[1] for name in tried)
    alive = sorted(name for name, code in tried.items() if code in {SURVIVED, UNTESTED})
    lost = Counter(name.split(".")[1] for name in alive)
    print("\n".join(alive))
    for room, count in sorted(rooms.items()):
        print(f"{room:10} {count:6} mutants, {lost[room]:5} survive ({lost[room] / count:.1%})")
    print(f"{'all':10} {len(tried):6} mutants, {len(alive):5} survive ({len(alive) / max(1, len(tried)):.1%})")


if __name__ == "__main__":
    main()
