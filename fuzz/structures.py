"""`make fuzz`: inputs that are generated part by part, each read, checked, rendered, and now and then built whole.

Blocks within blocks, tables wide and tall, words of any length, letters of all of Unicode, pictures of every kind that
Pillow writes, and figures that are right as often as wrong. What is held to: nothing is raised; an input without errors
makes all its papers; every word of its prose stands in one of them or is told as left out.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import traceback
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import click
from PIL import Image
from pillow_heif import register_heif_opener

from reportgen.build import Request, build
from reportgen.checks import check
from reportgen.layout.document import Document
from reportgen.model.reading import Input, bind
from reportgen.papers import Paper, papers_for, ready, render
from reportgen.papers.left_out import texts_left_out
from reportgen.problems import Failure
from reportgen.problems.catalog import has_errors
from reportgen.source import parse_source

FOUND = Path("fuzz/found")
BUILT = 40
"""One case in so many is built whole, its PDF and DOCX proved."""
MACHINE = frozenset("MA")
"""Codes of what the machine lacks, and of pictures."""
_SYLLABLES = "an bình cường đông giang hà khánh lâm minh ngọc phúc quang sơn tân uyên vinh xuân yên ấm ơn ửng rẫy"
SYLLABLES = tuple(_SYLLABLES.split())
NOUNS = ("hộ", "tập thể", "đảng viên", "mô hình", "lượt người", "km", "ha", "tỷ đồng", "triệu đồng/người/năm", "%", "")
FIGURES, TEXTS = ("thực hiện", "kế hoạch", "năm trước", "năm sau"), ("nhóm", "ghi chú", "thời điểm")
PICTURES = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "HEIF", "PPM", "ICO", "TGA", "PCX", "JPEG2000")
MODES = ("RGB", "L", "1", "P", "RGBA", "LA", "CMYK", "I;16", "F", "HSV", "LAB", "YCbCr")


class Luck(random.Random):
    """Chance of one case: most are tame, so that they are accepted and printed; `wild` ones hold what papers cannot."""

    wild = False


def word(luck: Luck) -> str:
    """Mostly a syllable; now and then a long word, a number, a sign, a letter of any script."""
    kind = luck.random()
    if kind < 0.9 or not luck.wild:
        return luck.choice(SYLLABLES if kind < 0.98 else ("**đậm**", "*nghiêng*", "^[chú thích thêm]"))
    if kind < 0.93:
        return luck.choice(("a", "nghiêng", "-", "1.250", "12,5%", "x")) * luck.choice((1, 1, 2, 20, 70, 400))
    if kind < 0.96:
        return luck.choice(("{{ a }}", "{{ b.so kế hoạch }}", "**đậm**", "*nghiêng*", "^[chú thích]", "|", "#", "`x`"))
    letter = chr(luck.choice((luck.randrange(0x20, 0x250), luck.randrange(0x300, 0x3000), luck.randrange(0x110000))))
    return letter if unicodedata.category(letter) not in {"Cs", "Cc"} else "?"


def words(luck: Luck, most: int = 12) -> str:
    return " ".join(word(luck) for _ in range(luck.randint(1, most)))


def table(luck: Luck, _depth: int) -> str:
    columns, rows = luck.choice((1, 2, 3, 5, 9, 10)), luck.choice((1, 3, 40))
    if luck.wild:
        columns, rows = luck.choice((1, 2, 11, 25)), luck.choice((0, 1, 3))
    head = "| " + " | ".join(words(luck, 3) for _ in range(columns)) + " |"
    body = ["| " + " | ".join(words(luck, 2) for _ in range(columns)) + " |" for _ in range(rows)]
    return "\n".join([head, "|---" * columns + "|", *body])


def items(luck: Luck, depth: int) -> str:
    mark = luck.choice(("- ", "+ ", "1. ", "3. ") if not luck.wild else ("- ", "3) ", "a) ", "• "))
    inner = [blocks(luck, depth + 1) if depth < 4 else words(luck) for _ in range(luck.randint(1, 4))]
    return "\n".join(
        mark + text.replace("\n", "\n" + " " * (luck.choice((0, 2)) if luck.wild else len(mark))) for text in inner
    )


def paragraph(luck: Luck, _depth: int) -> str:
    return words(luck, luck.choice((3, 12, 12, 200))) + luck.choice((".", ".", ";", ":", ""))


def heading(luck: Luck, _depth: int) -> str:
    return f"{'#' * (luck.randint(1, 7) if luck.wild else 1)} {words(luck, 6)}"


BLOCKS: Sequence[Callable[[Luck, int], str]] = (paragraph, paragraph, paragraph, items, table, heading)


def blocks(luck: Luck, depth: int = 0) -> str:
    return ("\n" if luck.wild else "\n\n").join(luck.choice(BLOCKS)(luck, depth) for _ in range(luck.randint(1, 3)))


def quoted(text: str) -> str:
    """As a YAML scalar between quotes."""
    escaped = "".join(c if c.isprintable() and c not in '"\\' else f"\\U{ord(c):08x}" for c in text)
    return f'"{escaped}"'


def figure(luck: Luck, unit: str) -> str:
    """Whole and of one size in a tame case, so that nothing contradicts."""
    tame, odd = ("120", "131", "hơn 124"), ("1.250", "41,795", "0", "2.570/2.683", "10 - 15", "≥ 97", "tăng 8,5")
    return f"{luck.choice(odd if luck.wild else tame)} {luck.choice(NOUNS) if luck.wild else unit}".strip()


def source(luck: Luck, picture: str) -> str:
    """An input of random parts."""
    lines = [f"năm: {luck.randint(2019, 2027)}", "đơn vị: {tên: xã Bình An, tỉnh: tỉnh Minh Họa}"]
    if luck.random() < 0.6:
        lines.append(f"hội nghị: {luck.randint(1, 31)}/12/{luck.randint(2023, 2026)}")
    lines.append("chỉ tiêu:")
    for key in "abcdefgh"[: luck.randint(1, 8)]:
        lines.append(f"  {key}:")
        lines.append(f"    tên: {quoted(words(luck, 6))}")
        unit = luck.choice(NOUNS)
        lines += [f"    {name}: {quoted(figure(luck, unit))}" for name in FIGURES if luck.random() < 0.6]
        lines += [f"    {name}: {quoted(words(luck, 4))}" for name in TEXTS if luck.random() < 0.2]
        if luck.wild and luck.random() < 0.4:
            shares = (f"{quoted(words(luck, 2))}: {quoted(figure(luck, unit))}" for _ in range(luck.randint(1, 4)))
            lines.append(f"    theo đơn vị: {{{', '.join(shares)}}}")
    for name in ("đánh giá chung", "hạn chế", "bài học", *(("đặc điểm tình hình",) if luck.wild else ())):
        if luck.random() < 0.4:
            lines.append(f"{name}: {quoted(blocks(luck))}")
    lines.append("kết quả:")
    for _ in range(luck.randint(1, 3)):
        lines += [f"  - mục: {quoted(words(luck, 8))}", f"    nội dung: {quoted(blocks(luck))}"]
    if luck.random() < 0.4:
        lines.append(f"phương hướng: {{mục tiêu: {quoted(paragraph(luck, 0))}, nhiệm vụ: {quoted(blocks(luck))}}}")
    if luck.random() < 0.3:
        lines.append(f"phụ lục: {{tiêu đề: {quoted(words(luck, 5))}, nội dung: {quoted(table(luck, 0))}}}")
    if picture:
        lines += [
            "tin bài:",
            f"  ảnh: [{{tệp: {picture}, chú thích: {quoted(words(luck))}, mô tả: {quoted(words(luck))}}}]",
        ]
    return "\n".join(lines) + "\n"


def drawn(luck: Luck, folder: Path) -> str:
    """A picture of a random kind, "" where Pillow writes no such one."""
    kind, mode = luck.choice(PICTURES), luck.choice(MODES)
    name = f"anh-{luck.randrange(10)}.{kind.lower()}"
    size = (luck.choice((1, 3, 200, 2100)), luck.choice((1, 3, 200, 2100)))
    try:
        Image.new(mode, size).save(folder / name, kind)
        content = (folder / name).read_bytes()
    except (OSError, ValueError, KeyError):
        return ""
    if luck.random() < 0.2:
        (folder / name).write_bytes(content[: luck.randrange(len(content) + 1)])
    return name


class WrongError(Exception):
    """What a case did that it must not."""


def run(seed: str, papers: Sequence[Paper], folder: Path, *, whole: bool) -> Counter[str]:
    """What one case showed; any exception is a find."""
    luck = Luck(seed)
    luck.wild = luck.random() < 0.4
    picture = drawn(luck, folder) if luck.random() < 0.15 else ""
    path = folder / "a.yaml"
    path.write_text(source(luck, picture), "utf-8")
    given = bind(parse_source(path, path.read_bytes()))
    problems = check(given)
    counts = Counter(problem.code for problem in problems)
    if given.conference is None and not has_errors(problems):
        raise WrongError("nothing was read, and no error says why")
    if has_errors(problems):
        return counts
    counts["(accepted)"] += 1
    _all_printed(given, _documents(given, papers))
    if whole:
        outcome = build(Request(path, folder / "outputs"))
        if outcome.failed and {problem.code[0] for problem in outcome.problems if has_errors((problem,))} - MACHINE:
            raise WrongError(f"check has no error, but build: {[p for p in outcome.problems if has_errors((p,))]}")
        counts["(built)"] += 1
    return counts


def _documents(given: Input, papers: Sequence[Paper]) -> list[Document]:
    made = []
    assert given.conference is not None, "an accepted input has one"
    for paper in ready(given.conference, papers):
        document = render(given, paper)
        if isinstance(document, Failure):
            raise WrongError(f"{paper.key} cannot be rendered: {document}")
        made.append(document)
    return made


def _all_printed(given: Input, documents: Sequence[Document]) -> None:
    """What is not printed is told: the list of what is told is made without an exception."""
    assert given.conference is not None
    for words_left in texts_left_out(given.conference, documents).values():
        if not re.search(r"\w", words_left):
            raise WrongError("told as left out, without a word")


def main() -> None:
    """Run the cases; exit code 1 if any of them broke something."""
    options = _options()
    register_heif_opener()
    papers = tuple(papers_for(None).values())
    numbers = [options.only] if options.only is not None else range(options.cases)
    counts: Counter[str] = Counter()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            seed = f"{options.seed}/{number}"
            try:
                counts += run(seed, papers, Path(folder), whole=number % BUILT == 0 or options.only is not None)
            except Exception:
                failed += 1
                _keep(seed, Path(folder) / "a.yaml", traceback.format_exc())
    told = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    click.echo(f"{len(numbers)} generated inputs: {failed} broke something\n{told}")
    sys.exit(1 if failed else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--only", type=int, help="run the case of this number alone")
    return parser.parse_args()


def _keep(seed: str, source_file: Path, trace: str) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"structures-{seed.replace('/', '-')}.yaml"
    file.write_bytes(source_file.read_bytes())
    click.echo(f"seed {seed} -> {file}\n{trace}", err=True)


if __name__ == "__main__":
    main()
