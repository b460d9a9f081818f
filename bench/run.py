"""`make bench`: what the program costs beside what a user would use instead, as ratios within one run.

Each pair of commands runs in turn, so that a change of the machine's speed hits both; the median of the pairs counts.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from inputs import large_input

if TYPE_CHECKING:
    from reportgen.preview.edition import Edition

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
EXAMPLE = ROOT / "inputs" / "trung-vuong-2023.yaml"
LONG = ROOT / "inputs" / "phuong-minh-hoa-2025.yaml"
AS_PRINTED = ROOT / "inputs" / "trung-vuong-2023-ban-in.yaml"
"""It has errors, so nothing is built of it."""
RUNS = 7
SIZES = (10, 50, 200, 500)
ADDED = 20
"""Additions to an archive that are timed together."""
KEYS = ("bao-cao", "tin-bai")
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

Command = Sequence[str]


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules stay compiled between runs, as on a user's machine."""


def seconds(command: Command) -> float:
    """Wall time of one run."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=ENVIRONMENT)
    return time.perf_counter() - start


def beside(name: str, ours: Command, theirs: Command, bound: float | None = None) -> None:
    """Print the ratio of two commands, run in turn."""
    seconds(ours), seconds(theirs)
    pairs = [(seconds(ours), seconds(theirs)) for _ in range(RUNS)]
    ratio = statistics.median(one / other for one, other in pairs)
    mine, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    limit = f"≤ {bound:.2g}" if bound else ""
    print(f"{name:62} {mine:7.3f} s {other:7.3f} s  {ratio:6.2f}  {limit}")


def python(*arguments: str) -> list[str]:
    """This interpreter with these arguments."""
    return [sys.executable, *arguments]


def reportgen(*arguments: str) -> list[str]:
    """The program with these arguments."""
    return python("-m", "reportgen", *arguments)


def compare(work: Path) -> None:
    """The table of ratios."""
    built = work / "built"
    subprocess.run(reportgen("build", str(EXAMPLE), "-o", str(built)), check=True, stdout=subprocess.DEVNULL)
    pages = [str(path) for path in dump_pages(work)]
    print(f"{'what':62} {'ours':>9} {'theirs':>9}  {'ratio':>6}  bound")
    beside(
        "check / import of PyYAML, click, and thirty small BaseModels",
        reportgen("check", str(EXAMPLE)),
        python(str(HERE / "thirty_models.py")),
        2.0,
    )
    beside(
        "build of four papers, proved / WeasyPrint on the same pages",
        reportgen("build", str(EXAMPLE), "-o", str(work / "b")),
        python(str(HERE / "bare_weasyprint.py"), *pages),
        1.6,
    )
    every = [str(file) for file in sorted(EXAMPLE.parent.glob("*.yaml")) if file != AS_PRINTED]
    for name, inputs, bound in (
        ("all", every, 1 / 3),
        (EXAMPLE.stem, [str(EXAMPLE)], None),
        (LONG.stem, [str(LONG)], None),
    ):
        beside(
            f"build --only tin-bai / full build, {name}",
            reportgen("build", *inputs, "-o", str(work / "c"), "--only", "tin-bai"),
            reportgen("build", *inputs, "-o", str(work / "b")),
            bound,
        )
    beside(
        "DOCX of the report / docxtpl on the same text",
        python(str(HERE / "our_word.py"), str(EXAMPLE)),
        python(str(HERE / "docxtpl_word.py"), str(EXAMPLE), str(work)),
    )
    office = shutil.which("soffice")
    if office:
        files = [str(path) for path in sorted((built / EXAMPLE.stem).glob("*.docx"))]
        beside(
            "build of four papers, proved / LibreOffice: two DOCX to PDF",
            reportgen("build", str(EXAMPLE), "-o", str(work / "b")),
            [office, "--headless", "--convert-to", "pdf", "--outdir", str(work / "office"), *files],
        )
    else:
        print("LibreOffice is not installed: not compared")


def proofs(work: Path) -> None:
    """What the proofs of the papers take of the command that builds them."""
    from reportgen.layout.document import Document
    from reportgen.model.reading import read_input
    from reportgen.papers import papers_for, render
    from reportgen.verify import prove_docx, prove_pdf
    from reportgen.writers.pdf import write_pdf
    from reportgen.writers.word import write_docx

    print(f"\n{'':24} {'proofs':>9} {'build':>9}  {'share':>6}  bound")
    for source in (EXAMPLE, LONG):
        made = [render(read_input(source), papers_for(None)[key]) for key in KEYS]
        papers = [(paper, write_docx(paper), write_pdf(paper).content) for paper in made if isinstance(paper, Document)]
        shares, times = [], []
        for _ in range(RUNS):
            whole = seconds(reportgen("build", str(source), "-o", str(work / "proofs")))
            start = time.perf_counter()
            for paper, word, pdf in papers:
                prove_docx(word, paper.tree, paper.standard, source)
                prove_pdf(pdf, paper.tree, paper.standard, source)
            proved = time.perf_counter() - start
            shares.append(proved / whole)
            times.append((proved, whole))
        mine, other = (statistics.median(column) for column in zip(*times, strict=True))
        print(f"{source.stem:>24} {mine:7.3f} s {other:7.3f} s  {statistics.median(shares):6.2f}  ≤ 0.15")


def loaded(work: Path) -> None:
    """What remains once the program and its libraries are loaded, as in a preview or for the next of several inputs."""
    from reportgen.build import Request, build
    from reportgen.preview.edition import read_edition

    print(f"\n{'in a loaded program':>24} {'only tin-bai':>13} {'full build':>11} {'ratio':>7} {'save to page':>13}")
    for source in (EXAMPLE, LONG):
        article, whole = Request(source, work / "c", ("tin-bai",)), Request(source, work / "b")
        one, other = (_median(lambda request=request: build(request)) for request in (article, whole))
        edition = read_edition(source)

        def shown(source: Path = source, edition: Edition = edition) -> None:
            shelf = read_edition(source, edition).shelf
            assert shelf is not None
            assert shelf.file("tin-bai.html")

        print(f"{source.stem:>24} {one:11.3f} s {other:9.3f} s {one / other:7.2f} {_median(shown):11.3f} s")


def _median(work: Callable[[], object]) -> float:
    """Seconds of some work, the first time left out."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def dump_pages(work: Path) -> list[Path]:
    """The pages of the example's papers as HTML, for WeasyPrint alone."""
    from reportgen.layout.document import Document
    from reportgen.model.reading import read_input
    from reportgen.papers import papers_for, render
    from reportgen.writers.pdf.markup import page

    given = read_input(EXAMPLE)
    files = []
    for key, paper in papers_for(None).items():
        document = render(given, paper)
        assert isinstance(document, Document)
        file = work / f"{key}.html"
        file.write_text(page(document), "utf-8")
        files.append(file)
    return files


def measured(command: Command) -> tuple[float, float]:
    """Wall time in s and peak memory in MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def growth(work: Path) -> None:
    """Time and memory of a build by the report's length."""
    print(f"\n{'report':>12} {'build':>9} {'per page':>10} {'peak':>10}")
    for size in SIZES:
        file = work / f"dai-{size}.yaml"
        file.write_text(large_input(size), "utf-8")
        command = reportgen("build", str(file), "-o", str(work / "large"), "--only", "bao-cao")
        wall, memory = measured(command)
        pages = page_count(work / "large" / file.stem / "bao-cao.pdf")
        print(f"{pages:6d} pages {wall:7.2f} s {wall / pages * 1000:7.1f} ms {memory:6.0f} MiB")


def page_count(file: Path) -> int:
    """Pages of a PDF."""
    import pypdfium2

    with pypdfium2.PdfDocument(file) as document:
        return len(document)


def many_indicators(work: Path) -> None:
    """`check` by the number of indicators, right ones and ones with a wrong ratio each."""
    print(f"\n{'indicators':>12} {'check':>9} {'all wrong':>11} {'problems/s':>11}")
    for count in (250, 500, 1000, 2000):
        times = []
        for wrong in (False, True):
            file = work / f"nhieu-{count}.yaml"
            file.write_text(large_input(1, indicators=count, wrong=wrong), "utf-8")
            command = reportgen("check", str(file), "--format", "json")
            times.append(statistics.median(_checked(command) for _ in range(3)))
        print(f"{count:12d} {times[0]:7.2f} s {times[1]:9.2f} s {count / times[1]:11.0f}")


def _checked(command: Command) -> float:
    """Wall time of a check that may find errors."""
    start = time.perf_counter()
    assert subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode in {0, 1}
    return time.perf_counter() - start


def archive_additions(work: Path) -> None:
    """Additions a second: from an output folder to bag, ledger and index, all on the disk."""
    from archives import bags

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
    from archives import large_index, sentences

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
    from archives import bags

    root = work / "kho-verify"
    bags(root, built_example(work), range(150), 2_000_000)
    files = [str(file) for file in sorted(root.rglob("*")) if file.is_file()]
    size = sum(Path(file).stat().st_size for file in files) / 1e6
    print(f"\n{'what':62} {'ours':>9} {'theirs':>9}  {'ratio':>6}  bound")
    ours, theirs = reportgen("archive", "verify", "--archive", str(root)), ["sha256sum", *files]
    beside(f"archive verify / sha256sum, {size:.0f} MB in {len(files)} files", ours, theirs, 1.5)
    for name, command in (("archive verify", ours), ("sha256sum", theirs)):
        print(f"{name:>20} {size / statistics.median(seconds(command) for _ in range(3)):8.0f} MB/s")


PARTS: Sequence[Callable[[Path], None]] = (
    compare,
    loaded,
    growth,
    many_indicators,
    archive_additions,
    archive_search,
    archive_proofs,
)


def main() -> None:
    """All tables."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    with tempfile.TemporaryDirectory() as work:
        for part in PARTS:
            part(Path(work))


if __name__ == "__main__":
    main()
