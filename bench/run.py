"""`make bench`: what the program costs beside what a user would use instead, as ratios within one run.

The two sides of a row do the same work and run in turn, so that a change of the machine's speed hits both. A row shows
the median of both and of their ratio, and the range of the ratio. One whose bound is missed runs again; missed twice,
the whole ends with 1.
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

from archive_rows import archive_additions, archive_proofs, archive_search
from inputs import commune_input, large_input
from measuring import (
    EXAMPLE,
    HERE,
    KEYS,
    RUNS,
    VERDICT,
    Command,
    bare_sheet,
    beside,
    measured,
    median,
    page_count,
    python,
    reportgen,
    seconds,
    show,
)

ROOT = Path(__file__).parents[1]
LONG = ROOT / "inputs" / "phuong-minh-hoa-2025.yaml"
AS_PRINTED = ROOT / "inputs" / "trung-vuong-2023-ban-in.yaml"
"""It has errors, so nothing is built of it."""
SIZES = (10, 50, 200, 500)


COMMUNES = 170
"""As many as a large province has."""

BOTH = ("--only", "bao-cao", "--only", "tin-bai", "--force")
"""The two papers that every input makes, anew: what a row compares is the same whatever else an input has the facts
for, and whatever was built before."""

REPORT = ("--only", "bao-cao", "--force")


def compare(work: Path) -> None:
    """The table of ratios."""
    print(f"{'what':66} {'ours':>9} {'theirs':>9} {'ratio':>6} {'range':>11}  bound")
    beside(
        "check / import of PyYAML, click, and thirty small BaseModels",
        reportgen("check", str(EXAMPLE)),
        python(str(HERE / "thirty_models.py")),
        2.0,
    )
    for source, name, bounds in ((EXAMPLE, "short", {"typst": 0.5, "weasyprint": 1.1}), (LONG, "long", {})):
        pages = [str(path) for path in dump_pages(source, work)]
        for engine in ("typst", "weasyprint"):
            beside(
                f"{name} build, proved, {engine} / bare WeasyPrint on the same pages",
                reportgen("build", str(source), *BOTH, "-o", str(work / engine), "--engine", engine),
                python(str(HERE / "bare_weasyprint.py"), *pages),
                bounds.get(engine),
            )
    office(work)
    words(work)
    articles(work)
    kit(work)


def office(work: Path) -> None:
    """The build beside LibreOffice, which makes PDF of the same DOCX."""
    program = shutil.which("soffice")
    if not program:
        print("LibreOffice is not installed: not compared")
        return
    for source, name, bound in ((EXAMPLE, "short", None), (LONG, "long", 0.9)):
        folder = work / "typst" / source.stem
        subprocess.run(
            reportgen("build", str(source), *BOTH, "-o", str(folder.parent)), check=True, capture_output=True
        )
        files = [str(path) for path in sorted(folder.glob("*.docx"))]
        beside(
            f"{name} build, proved, typst / LibreOffice: its two DOCX to PDF",
            reportgen("build", str(source), *BOTH, "-o", str(work / "b"), "--engine", "typst"),
            [program, "--headless", "--convert-to", "pdf", "--outdir", str(work / "office"), *files],
            bound,
        )


def words(work: Path) -> None:
    """The report's DOCX alone, beside docxtpl with the same text."""
    for source, name in ((EXAMPLE, "short"), (LONG, "long")):
        beside(
            f"{name} report, DOCX alone, proved, typst / docxtpl on the same text",
            reportgen(
                *("build", str(source), "-o", str(work / "docx"), "--only", "bao-cao", "--format", "docx", "--force"),
                *("--engine", "typst"),
            ),
            python(str(HERE / "docxtpl_word.py"), str(source), str(work)),
            1.5,
        )


def articles(work: Path) -> None:
    """The press article alone beside all papers."""
    every = [str(file) for file in sorted(EXAMPLE.parent.glob("*.yaml")) if file != AS_PRINTED]
    for name, inputs in (("all", every), (EXAMPLE.stem, [str(EXAMPLE)]), (LONG.stem, [str(LONG)])):
        beside(
            f"build --only tin-bai / full build, {name}",
            reportgen("build", *inputs, "-o", str(work / "c"), "--only", "tin-bai", "--force"),
            reportgen("build", *inputs, *BOTH, "-o", str(work / "b")),
        )


def kit(work: Path) -> None:
    """All papers of one conference in one build beside the sum of what each takes alone, in a loaded program."""
    from reportgen.build import Request, build
    from reportgen.model.reading import read_input
    from reportgen.papers import papers_for, ready

    conference = read_input(LONG).conference
    assert conference is not None
    keys = [paper.key for paper in ready(conference, papers_for(None).values()) if not paper.asked]

    def took(*papers: str) -> float:
        start = time.perf_counter()
        assert not build(Request(LONG, work / "kit", papers, engine="typst", force=True)).failed
        return time.perf_counter() - start

    def ratio() -> float:
        took()
        pairs = [(took(), sum(map(took, keys))) for _ in range(3)]
        return show(f"the whole kit, {len(keys)} papers / the sum of each alone", pairs, 1.4)

    VERDICT.hold("kit", ratio, 1.4)


def proofs(work: Path) -> None:
    """What the proofs of the papers take of the command that builds them."""
    from reportgen.layout.document import Document
    from reportgen.model.reading import read_input
    from reportgen.papers import papers_for, render
    from reportgen.verify.proofs import prove_docx, prove_pdf
    from reportgen.writers.typst import write_pdf
    from reportgen.writers.word import write_docx

    print(f"\n{'proofs / build':66} {'proofs':>9} {'build':>9} {'share':>6} {'range':>11}")
    for source in (EXAMPLE, LONG):
        made = [render(read_input(source), papers_for(None)[key]) for key in KEYS]
        papers = [(paper, write_docx(paper), write_pdf(paper).content) for paper in made if isinstance(paper, Document)]
        pairs = []
        for _ in range(RUNS):
            whole = seconds(reportgen("build", str(source), *BOTH, "-o", str(work / "proofs"), "--engine", "typst"))
            start = time.perf_counter()
            for paper, word, pdf in papers:
                prove_docx(word, paper.tree, paper.standard, source)
                prove_pdf(pdf, paper.tree, paper.standard, source)
            pairs.append((time.perf_counter() - start, whole))
        show(source.stem, pairs, None)


def loaded(work: Path) -> None:
    """What remains once the program and its libraries are loaded: the office's page after a keystroke."""
    from reportgen.desk.held import Held
    from reportgen.desk.paper import Desk

    print(f"\n{'in a loaded program: a keystroke until the page is there':66} {'median':>9}  bound")
    for source, name, bounds in ((EXAMPLE, "short", (0.15, None)), (LONG, "long", (0.5, None))):
        for form, bound in zip(("bao-cao.pdf", "tin-bai.html"), bounds, strict=True):
            words, place = source.read_text("utf-8"), work / source.name
            for picture in source.parent.glob("*.jpg"):
                shutil.copy(picture, work)
            count = iter(range(1000))
            place.write_text(words, "utf-8")
            desk = Desk(Held(place))

            def keystroke(words: str = words, desk: Desk = desk, form: str = form, count=count) -> None:
                assert desk.held.replace(desk.held.version, f"{words}\n# {next(count)}\n") is None
                shelf = desk.shelf()
                assert shelf is not None
                assert shelf.file(form)

            def measure(name: str = name, form: str = form, bound: float | None = bound) -> float:
                took = median(keystroke)
                print(f"{f'{name}, {form}':66} {took:7.3f} s  {f'≤ {bound} s' if bound else ''}", flush=True)
                return took

            VERDICT.hold(f"{name}, {form}", measure, bound)
    at_the_desk(work)


BLINK, AT_ONCE = 0.1, 0.3
"""Seconds: from a key to the computed cell of 500 indicators; from a change to the paper's text."""


def at_the_desk(work: Path) -> None:
    """What the desk does for a key in its sheet, and until the paper's text is there."""
    from reportgen.desk.held import Held
    from reportgen.desk.paper import Desk
    from reportgen.desk.sheet import computed
    from reportgen.editing import Set
    from reportgen.layout.document import Document
    from reportgen.writers.web import readable, write_traced

    row = {"tên": "chỉ tiêu", "thực hiện": "12 hộ", "kế hoạch": "10 hộ"}
    place = work / "desk.yaml"
    place.write_text(EXAMPLE.read_text("utf-8"), "utf-8")
    desk, count = Desk(Held(place)), iter(range(1000))

    def key() -> None:
        assert computed({"ct": {**row, "thực hiện": f"{next(count)} hộ"}}, "2024", "vi")

    def page() -> None:
        change = Set(("chủ đề năm",), f"Năm thứ {next(count)}")
        assert desk.held.operate(desk.held.version, [change]) is None
        shelf = desk.shelf()
        assert shelf is not None
        document = shelf.document("bao-cao")
        assert isinstance(document, Document)
        write_traced(readable(document), "paper.css")

    for name, work_of, bound in (("desk, a key's cells", key, BLINK), ("desk, the paper's text", page, AT_ONCE)):

        def measure(name: str = name, work_of: Callable[[], None] = work_of, bound: float = bound) -> float:
            took = median(work_of)
            print(f"{name:66} {took:7.3f} s  ≤ {bound} s", flush=True)
            return took

        VERDICT.hold(name, measure, bound)


def dump_pages(source: Path, work: Path) -> list[Path]:
    """The pages of the papers that a build makes as HTML, for WeasyPrint alone."""
    from reportgen.layout.document import Document
    from reportgen.model.reading import read_input
    from reportgen.papers import papers_for, render
    from reportgen.writers.formats import with_pages
    from reportgen.writers.paging import Paged
    from reportgen.writers.pdf.markup import page

    given = read_input(source)
    files = []
    for key in KEYS:
        document = render(given, papers_for(None)[key])
        assert isinstance(document, Document)
        paged = with_pages(document, source)
        assert isinstance(paged, Paged)
        file = work / f"{source.stem}-{key}.html"
        file.write_text(page(paged.document), "utf-8")
        files.append(file)
    return files


MOST_SECONDS, MOST_MEMORY, MOST_GROWTH = 3.0, 250.0, 1.25
"""Of 450 pages with Typst; how much more a page of 450 may take than one of 50."""


def growth(work: Path) -> None:
    """Time and memory of a build by the report's length."""
    for engine in ("typst", "weasyprint"):
        print(f"\n{engine:>12} {'build':>9} {'per page':>10} {'peak':>10}   bound")
        each: dict[int, float] = {}
        for size in SIZES:
            file = work / f"dai-{size}.yaml"
            file.write_text(large_input(size), "utf-8")
            command = reportgen("build", str(file), "-o", str(work / "large"), *REPORT, "--engine", engine)

            def measure(
                command: Command = command,
                file: Path = file,
                size: int = size,
                engine: str = engine,
                each: dict[int, float] = each,
            ) -> float:
                wall, memory = measured(command)
                pages = page_count(work / "large" / file.stem / "bao-cao.pdf")
                each[size] = wall / pages
                last = size == SIZES[-1] and engine == "typst"
                bound = f"≤ {MOST_SECONDS} s, {MOST_MEMORY} MiB" if last else ""
                row = f"{pages:6d} pages {wall:7.2f} s {wall / pages * 1000:7.1f} ms {memory:6.0f} MiB"
                print(f"{row}   {bound}", flush=True)
                return max(wall / MOST_SECONDS, memory / MOST_MEMORY)

            VERDICT.hold(f"450 pages, {engine}", measure, 1.0 if engine == "typst" and size == SIZES[-1] else None)
        more = each[SIZES[-1]] / each[SIZES[1]]
        print(f"{'a page more':>12} {more:7.2f} times one of {SIZES[1]}, bound {MOST_GROWTH}")
        if more > MOST_GROWTH:
            VERDICT.missed.append(f"growth, {engine}")


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


def proofreading(work: Path) -> None:
    """`proofread` of a Word file beside reading its text with python-docx; the rest is what the proof costs."""
    from texts import write_report

    print(f"\n{'Word file':>14} {'proofread':>10} {'bare':>8} {'beyond':>9}   bound: 2.0 s beyond for 50 pages")
    for pages in (10, 50, 200):
        file = work / f"van-ban-{pages}.docx"
        write_report(file, pages)
        bare = python(str(HERE / "bare_docx.py"), str(file))
        ours, theirs = (
            statistics.median(seconds(command) for _ in range(3))
            for command in (reportgen("proofread", str(file)), bare)
        )
        print(f"{pages:8d} pages {ours:8.2f} s {theirs:6.2f} s {ours - theirs:7.2f} s")


def tables_in(work: Path) -> None:
    """`import` of a workbook beside opening it with openpyxl and going through its cells; the bound is in seconds."""
    from tables import write_table

    print(f"\n{'workbook':>14} {'import':>10} {'bare':>8} {'beyond':>9}   bound: 1.5 s for 2,000 rows")
    for rows in (100, 500, 2000):
        file = work / f"bang-{rows}.xlsx"
        write_table(file, rows)
        runs = [
            (seconds(reportgen("import", str(file), "-o", str(work / f"{rows}-{run}.yaml"))), seconds(bare_sheet(file)))
            for run in range(3)
        ]
        ours, theirs = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{rows:9d} rows {ours:8.2f} s {theirs:6.2f} s {ours - theirs:7.2f} s")


def province(work: Path) -> None:
    """The files of a province's communes added up, beside a check of them."""
    print(f"\n{'the communes of a province':66} {'added up':>9} {'checked':>9} {'ratio':>6} {'range':>11}  bound")
    folder = work / "xa"
    folder.mkdir()
    files = [folder / f"xa-{number:03}.yaml" for number in range(COMMUNES)]
    for number, file in enumerate(files):
        file.write_text(commune_input(number), "utf-8")
    beside(
        f"{COMMUNES} communes of 40 indicators / check of the same files",
        reportgen("aggregate", str(folder), "-o", str(work / "tinh.yaml"), "--force"),
        reportgen("check", *map(str, files)),
        2.0,
    )


PARTS: Sequence[Callable[[Path], None]] = (
    compare,
    proofs,
    loaded,
    growth,
    many_indicators,
    archive_additions,
    archive_search,
    archive_proofs,
    proofreading,
    tables_in,
    province,
)


def main() -> None:
    """All tables, or those that are named; ends with 1 if a bound was missed twice."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as work:
        for part in PARTS:
            if not wanted or part.__name__ in wanted:
                part(Path(work))
    if VERDICT.missed:
        print("\nmissed twice: " + "; ".join(VERDICT.missed))
        sys.exit(1)


if __name__ == "__main__":
    main()
