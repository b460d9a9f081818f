"""What an archive costs: additions a second, the answer to a search, its proof beside sha256sum."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import time
from pathlib import Path

from archives import bags, large_index, sentences
from measuring import EXAMPLE, KEYS, RUNS, beside, reportgen, seconds

ADDED = 20
"""Additions to an archive that are timed together."""
SEARCHED = (
    "dat dai",
    "đất đai",
    '"ngân sách nhà nước"',
    "phường",
    "uy ban nhan dan",
    "hộ nghèo giảm",
    "khong co chu nao",
)
"""Rare and common words, with and without diacritics, side by side and apart, and such as no paper has."""


def archive_additions(work: Path) -> None:
    """Additions a second: from an output folder to bag, ledger and index, all on the disk."""
    built, root = built_example(work), work / "kho-add"
    print(f"\n{'archive has':>12} {'additions':>12}")
    before = 0
    for size in (0, 100, 500):
        bags(root, built, range(before, size), 1000)
        start = time.perf_counter()
        bags(root, built, range(size, size + ADDED), 1000)
        print(f"{size:12d} {ADDED / (time.perf_counter() - start):10.1f}/s")
        before = size + ADDED


def built_example(work: Path) -> Path:
    """The output folder of the example."""
    subprocess.run(reportgen("build", str(EXAMPLE), "-o", str(work / "built")), check=True, capture_output=True)
    shutil.copy(EXAMPLE, work / "built")
    return work / "built" / EXAMPLE.stem


def archive_search(work: Path) -> None:
    """Search by the number of archived papers: the answer alone, and the whole command."""
    from reportgen.archive.renditions import text_of

    built = built_example(work)
    known = sentences([text_of(key, {f"{key}.docx": (built / f"{key}.docx").read_bytes()}) for key in KEYS])
    print(f"\n{'papers':>12} {'median':>10} {'slowest':>10} {'command':>10}   bound: 50 ms an answer")
    for papers in (100, 1000, 10_000):
        root = work / f"kho-{papers}"
        large_index(root, papers, known)
        times = [_answer(root, words) for words in SEARCHED]
        command = reportgen("archive", "search", SEARCHED[0], "--archive", str(root))
        whole = statistics.median(seconds(command) for _ in range(RUNS))
        print(f"{papers:12d} {ms(statistics.median(times))} {ms(max(times))} {ms(whole)}")


def _answer(root: Path, words: str) -> float:
    """The median time of a search, the index opened anew each time."""
    from reportgen.archive.searching import Query, search

    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        search(root, Query(words))
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def ms(duration: float) -> str:
    """Seconds in milliseconds, aligned."""
    return f"{duration * 1000:7.1f} ms"


def archive_proofs(work: Path) -> None:
    """`archive verify` beside sha256sum on the same files: sets with a photograph of 2 MB each."""
    root = work / "kho-verify"
    bags(root, built_example(work), range(150), 2_000_000)
    files = [str(file) for file in sorted(root.rglob("*")) if file.is_file()]
    size = sum(Path(file).stat().st_size for file in files) / 1e6
    print(f"\n{'what':66} {'ours':>9} {'theirs':>9} {'ratio':>6} {'range':>11}  bound")
    ours, theirs = reportgen("archive", "verify", "--archive", str(root)), ["sha256sum", *files]
    beside(f"archive verify / sha256sum, {size:.0f} MB in {len(files)} files", ours, theirs, 1.5)
    for name, command in (("archive verify", ours), ("sha256sum", theirs)):
        print(f"{name:>20} {size / statistics.median(seconds(command) for _ in range(3)):8.0f} MB/s")
