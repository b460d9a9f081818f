"""`make fuzz`: the example inputs damaged in many ways, each read, checked, mended, and now and then rendered.

Whatever the damage, nothing may be raised, every problem has its place inside the file, and no case takes long. Each
case has a seed of its own, made of `--seed` and its number: `--only NUMBER` runs one again. Inputs that break the
program are kept in a folder beside the seed that made them.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import click

from reportgen.checks import check
from reportgen.drafting.following import following_year
from reportgen.drafting.repair import Repaired, repair
from reportgen.model.reading import Input, bind
from reportgen.papers import Paper, papers_for, ready, render
from reportgen.problems import Failure, Problem
from reportgen.problems.catalog import has_errors, hint, message
from reportgen.problems.show import Style, as_text
from reportgen.source import parse_source

ROOT = Path(__file__).resolve().parents[1]
FOUND = Path("fuzz/found")
LONGEST = 3.0
"""Seconds that one case may take. The largest example takes 0.1 s to check, a paper's text 0.1 s more."""

RENDERED = 4
"""One case in so many is rendered, where its problems allow a build."""

HOW_MANY = (1, 1, 1, 2, 4)
"""Damages of a case."""

ODD = (
    "\u0301", "\u0300\u0301\u0302", "\u200b", "\u202e", "\u2028", "\x85", "\ufeff", "\x00", "\x07", "\x1b[31m",
    "\ud7ff", "𝟘", "٣", "½", "Ⅷ", "ﬁ", "İ", "ß", "\u1fef", "\u037e", "<\u0338", "😀", "\u00a0", "\u3000", "\t", "\r",
    "\\", "Ω", "  ", " ,", " / ", "tỉ",
)  # fmt: skip
HUGE = (
    "9" * 40, "9" * 5000, "1e999999999", "-" * 300, "0." + "0" * 400 + "1", "1" + ".000" * 200, "1/" * 300 + "1",
    "0/0 hộ", "1/0", "9" * 32 + " tỷ đồng", "31/12/9999", "00/00/0000", "tăng " * 200 + "5%", "0%", "1.000.000 ha",
    "5 / 7 hộ", "0 hộ", "gấp 0 lần", "giảm 100%", "100 - 1%", "0 - 0%", "thứ 0/0", "1‰", "0,000 tỷ đồng", "14/12",
)  # fmt: skip
HOSTILE = (
    "{{", "}}", "{{ }}", "{{ a.b.c }}", "{{ năm }}", "{{ x" + ".y" * 200 + " }}", "{{{{ a }}}}", "{% raise %}",
    "{{ năm", "{{ " + "a" * 300 + " }}", "{{ giá trị }}", "&a", "*a", "!!python/object:os.system x", "<<: *a",
    "<script>", "]]>", "&amp;", "| a | b |\n|--|--|\n| 1 |", "[" * 40, "{" * 40, "- " * 60, "? a\n: b", "--- a", "...",
    "%YAML 9", "# x", ": ", "'", '"', "`", "\\N", "|9", ">-", "gồm: [", "bỏ qua: {R401: }", "năm: 0", "\n" * 50,
    " " * 200, "../" * 30, "a" * 20000, "{UNIT}", "{ABOVE}", "%s", "{0}", "{unit!r:>99999999}",
)  # fmt: skip
"""Pieces of text that are put where they do not belong."""

Damage = Callable[[bytes, random.Random], bytes]


def _flipped(raw: bytes, luck: random.Random) -> bytes:
    """Some bits of some bytes."""
    changed = bytearray(raw)
    for _ in range(luck.randint(1, 5)):
        if changed:
            changed[luck.randrange(len(changed))] ^= 1 << luck.randrange(8)
    return bytes(changed)


def _truncated(raw: bytes, luck: random.Random) -> bytes:
    start = luck.randrange(len(raw) + 1) if luck.random() < 0.2 else 0
    return raw[start : luck.randrange(start, len(raw) + 1)]


def _in_lines(work: Callable[[list[str], random.Random], None]) -> Damage:
    """A damage of the list of lines."""

    def damage(raw: bytes, luck: random.Random) -> bytes:
        lines = raw.decode("utf-8", "surrogateescape").split("\n")
        work(lines, luck)
        return "\n".join(lines).encode("utf-8", "surrogateescape")

    return damage


def _deleted(lines: list[str], luck: random.Random) -> None:
    start = luck.randrange(len(lines))
    del lines[start : start + luck.choice((1, 1, 1, 2, 5, 30))]


def _doubled(lines: list[str], luck: random.Random) -> None:
    start = luck.randrange(len(lines))
    part = lines[start : start + luck.choice((1, 1, 2, 5, 30))]
    at = luck.choice((start, luck.randrange(len(lines))))
    lines[at:at] = part * luck.choice((1, 1, 1, 3))


def _exchanged(lines: list[str], luck: random.Random) -> None:
    one, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indented(lines: list[str], luck: random.Random) -> None:
    place = luck.randrange(len(lines))
    width = luck.choice((-4, -2, -1, 1, 2, 3, 8))
    for number in range(place, min(len(lines), place + luck.choice((1, 1, 3)))):
        line = lines[number]
        lines[number] = luck.choice((" ", " ", "\t")) * width + line if width > 0 else line[min(-width, len(line)) :]


def _reordered(lines: list[str], luck: random.Random) -> None:
    """The words of a line, or those of two lines exchanged."""
    place, other = luck.randrange(len(lines)), luck.randrange(len(lines))
    words, others = lines[place].split(" "), lines[other].split(" ")
    mine, theirs = luck.randrange(len(words)), luck.randrange(len(others))
    if place == other:
        words[mine], words[theirs] = words[theirs], words[mine]
    else:
        words[mine], others[theirs] = others[theirs], words[mine]
        lines[other] = " ".join(others)
    lines[place] = " ".join(words)


def _inserted(pieces: Sequence[str]) -> Callable[[list[str], random.Random], None]:
    def insert(lines: list[str], luck: random.Random) -> None:
        for _ in range(luck.choice((1, 1, 3))):
            place = luck.randrange(len(lines))
            line = lines[place]
            at = luck.randrange(len(line) + 1)
            lines[place] = line[:at] + luck.choice(pieces) + line[at + luck.choice((0, 0, 1, 5)) :]

    return insert


def _revalued(pieces: Sequence[str]) -> Callable[[list[str], random.Random], None]:
    """Another value behind a key: what the model sees, more often than what is put anywhere."""

    def put(lines: list[str], luck: random.Random) -> None:
        keyed = [place for place, line in enumerate(lines) if ": " in line and not line.lstrip().startswith("#")]
        if keyed:
            place = luck.choice(keyed)
            piece = luck.choice(pieces)
            value = luck.choice((piece, f'"{piece}"', f"'{piece}'", f"[{piece}]", f"{{a: {piece}}}"))
            lines[place] = f"{lines[place].partition(': ')[0]}: {value}"

    return put


def _rekeyed(lines: list[str], luck: random.Random) -> None:
    """A key with another one's value, or with none."""
    keyed = [place for place, line in enumerate(lines) if ": " in line]
    if keyed:
        one, other = luck.choice(keyed), luck.choice(keyed)
        key, value = lines[one].partition(": ")[0], lines[other].partition(": ")[2]
        lines[one] = f"{key}: {luck.choice((value, value, '', f'[{value}]'))}"


def _renumbered(lines: list[str], luck: random.Random) -> None:
    """Digits of a line exchanged, repeated or taken away."""
    numbered = [place for place, line in enumerate(lines) if any(letter.isdigit() for letter in line)]
    if numbered:
        place = luck.choice(numbered)
        lines[place] = "".join(
            luck.choice((letter, letter, str(luck.randrange(10)), "", letter * 3, ",", ".", "/", "-", " "))
            if letter.isdigit()
            else letter
            for letter in lines[place]
        )


def _ended(raw: bytes, luck: random.Random) -> bytes:
    """Other line ends."""
    return raw.replace(b"\n", luck.choice((b"\r\n", b"\r", b"\n\n", b" \n")))


def _recoded(raw: bytes, luck: random.Random) -> bytes:
    text = raw.decode("utf-8", "replace")
    return text.encode(luck.choice(("utf-16", "utf-8-sig", "cp1258", "utf-32", "utf-7")), "replace")


DAMAGES = MappingProxyType(
    {
        "bits": _flipped,
        "truncated": _truncated,
        "deleted": _in_lines(_deleted),
        "doubled": _in_lines(_doubled),
        "exchanged": _in_lines(_exchanged),
        "indented": _in_lines(_indented),
        "reordered": _in_lines(_reordered),
        "odd": _in_lines(_inserted(ODD)),
        "huge": _in_lines(_inserted(HUGE)),
        "hostile": _in_lines(_inserted(HOSTILE)),
        "odd value": _in_lines(_revalued(ODD)),
        "huge value": _in_lines(_revalued(HUGE)),
        "hostile value": _in_lines(_revalued(HOSTILE)),
        "rekeyed": _in_lines(_rekeyed),
        "renumbered": _in_lines(_renumbered),
        "ended": _ended,
        "recoded": _recoded,
    }
)
"""Name → damage. Most leave a file that is still read, so that the checks are reached."""

RARE = frozenset({"recoded", "bits", "truncated", "ended"})
"""Damages after which little is read."""


@dataclass(frozen=True, slots=True)
class Case:
    """One damaged input."""

    number: int
    seed: str
    name: str
    damages: tuple[str, ...]
    content: bytes


def cases(inputs: Sequence[Path], seed: int, numbers: Sequence[int]) -> Iterator[Case]:
    """The cases of these numbers; the same seed gives the same cases."""
    contents = [file.read_bytes() for file in inputs]
    common = [name for name in DAMAGES if name not in RARE]
    for number in numbers:
        luck = random.Random(f"{seed}/{number}")
        place = luck.randrange(len(inputs))
        kinds = [
            luck.choice(tuple(DAMAGES)) if luck.random() < 0.2 else luck.choice(common)
            for _ in range(luck.choice(HOW_MANY))
        ]
        content = contents[place]
        for kind in kinds:
            content = DAMAGES[kind](content, luck)
        yield Case(number, f"{seed}/{number}", inputs[place].name, tuple(kinds), content)


class WrongError(Exception):
    """What a case did that it must not."""


def run(case: Case, papers: Sequence[Paper], folder: Path) -> Counter[str]:
    """What one case showed: the codes of its problems, and what else was done with it. Any exception is a find."""
    path = folder / case.name
    given = bind(parse_source(path, case.content))
    problems = check(given)
    _placed(problems, given)
    _told(problems, given)
    counts = Counter(problem.code for problem in problems)
    mended = repair(path, case.content)
    if isinstance(mended, Repaired):
        counts["(mended)"] += bool(mended.changes)
        again = repair(path, mended.content)
        if not isinstance(again, Repaired) or again.changes:
            raise WrongError(f"mended twice: {again}")
    elif any(problem.code == "B923" for problem in mended.problems):
        counts["(left alone)"] += 1
    if case.number % RENDERED == 0:
        counts += _rendered(given, problems, papers)
    return counts


def _placed(problems: Sequence[Problem], given: Input) -> None:
    lines = given.source.lines
    for problem in problems:
        place = problem.place
        whole = place.line == 0 and given.source.root is None and not given.source.text
        inside = 1 <= place.line <= max(1, len(lines)) and place.column >= 1
        if not whole and not (inside and place.column <= len(lines[place.line - 1] if lines else "") + 1):
            raise WrongError(f"{problem.code} has no place in the file: {place}")
        if place.width < 1:
            raise WrongError(f"{problem.code} has no width")
    if given.conference is None and not has_errors(tuple(problems)):
        raise WrongError("nothing was read, and no error says why")


def _told(problems: Sequence[Problem], given: Input) -> None:
    for problem in problems:
        for lang in ("vi", "en"):
            if not message(problem, lang) or message(problem, lang) == "…":
                raise WrongError(f"{problem.code} says nothing")
            hint(problem, lang)
    as_text(problems, {given.path: given.source.lines}, Style())


def _rendered(given: Input, problems: tuple[Problem, ...], papers: Sequence[Paper]) -> Counter[str]:
    """The papers that it has the facts for, if the input may be built; and next year's input."""
    if given.conference is None:
        return Counter()
    following = parse_source(given.path, following_year(given.conference, given.problems, "x").encode())
    if has_errors(following.problems):
        raise WrongError(f"next year's file cannot be read: {following.problems}")
    if has_errors(problems):
        return Counter({"(followed)": 1})
    for paper in ready(given.conference, papers):
        document = render(given, paper)
        if isinstance(document, Failure) and any(problem.code[0] != "A" for problem in document.problems):
            raise WrongError(f"{paper.key} cannot be rendered: {document}")
    return Counter({"(followed)": 1, "(rendered)": 1})


def main() -> None:
    """Run the cases; exit code 1 if any of them broke something."""
    options = _options()
    inputs = sorted((ROOT / "inputs").glob("*.yaml"))
    papers = tuple(papers_for(None).values())
    numbers = [options.only] if options.only is not None else range(options.cases)
    click.echo(f"seed {options.seed}, {len(numbers)} cases from {len(inputs)} inputs")
    counts: Counter[str] = Counter()
    failed = 0
    start = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        for case in cases(inputs, options.seed, numbers):
            try:
                before = time.process_time()
                counts += run(case, papers, Path(folder))
                if (taken := time.process_time() - before) > LONGEST:
                    raise WrongError(f"took {taken:.1f} s")
            except Exception:
                failed += 1
                _keep(case, traceback.format_exc())
    seconds = time.process_time() - start
    told = ", ".join(f"{code} {count}" for code, count in sorted(counts.items()))
    click.echo(f"{len(numbers)} cases in {seconds:.0f} s: {failed} broke something\n{told}")
    sys.exit(1 if failed else 0)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--only", type=int, help="run the case of this number alone")
    return parser.parse_args()


def _keep(case: Case, trace: str) -> None:
    FOUND.mkdir(parents=True, exist_ok=True)
    file = FOUND / f"{case.seed.replace('/', '-')}.yaml"
    file.write_bytes(case.content)
    click.echo(f"seed {case.seed} ({case.name}: {', '.join(case.damages)}) -> {file}\n{trace}", err=True)


if __name__ == "__main__":
    main()
