"""Writes what the documentation takes from the program: `make docs`.

`docs/tra-cuu.md` is written as a whole: commands, keys, parts of figures, papers, bodies, tags and styles of templates,
messages. In `docs/so-tay.md` only what the program prints is written anew: the column “In ra” of tables whose first
column is “Viết”, from the figures of the YAML example above, and the output below `$ reportgen …` in console examples.
"""

from __future__ import annotations

import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import chdir
from dataclasses import dataclass
from html import unescape
from pathlib import Path

import click
from click.testing import CliRunner

from reportgen.cli import language
from reportgen.cli.lazy import LazyGroup
from reportgen.cli.program import program
from reportgen.figures.ledger import Ledger
from reportgen.figures.parts import PART_NAMES
from reportgen.figures.parts import part as part_of
from reportgen.figures.phrase import plain
from reportgen.layout.standards import choose
from reportgen.layout.typeset import CONTAINERS
from reportgen.model.keys import Key, Shape, key_descriptions
from reportgen.model.leaves import Days, Figure, Flag, Hours, Leaf, Line, Prose, Words, Year
from reportgen.model.reading import bind
from reportgen.model.section import Section
from reportgen.names.organs import organs
from reportgen.papers import papers_for
from reportgen.problems import Place, Problem, Severity
from reportgen.problems.catalog import ENTRIES, hint, message
from reportgen.prose.markdown import write_inline
from reportgen.prose.mentions import conference_words
from reportgen.prose.references import Names
from reportgen.source import parse_source
from reportgen.tree.vocabulary import TAGS, Content

DOCS = Path(__file__).resolve().parents[1] / "docs"
MANUAL, REFERENCE = DOCS / "so-tay.md", DOCS / "tra-cuu.md"
GENERATED = "<!-- Chương trình viết ra tệp này (make docs); đừng sửa tay. -->"
INTRODUCTION = "Cách làm từng việc: xem [sổ tay](so-tay.md). Trang này liệt kê đầy đủ để tra khi cần."

KINDS: dict[type[Leaf], str] = {
    Words: "chữ",
    Line: "chữ",
    Prose: "lời văn",
    Figure: "số liệu",
    Days: "ngày",
    Hours: "giờ",
    Year: "năm",
    Flag: "có hoặc không",
}
MANY = {Shape.MANY: "một hoặc nhiều: ", Shape.KEYED: "tên: "}
GRADES = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTICE: "lưu ý"}
FAMILIES = {
    "F1": "Tệp và cách viết YAML",
    "K2": "Các mục của tệp",
    "Q3": "Cách viết số liệu",
    "R4": "Số liệu đối chiếu với nhau",
    "P5": "Lời văn, tham chiếu, tên người",
    "D6": "Ngày tháng",
    "A7": "Ảnh và trang web",
    "T8": "Mẫu văn bản",
    "B9": "Ghi kết quả",
    "V8": "Trình bày của văn bản vừa lập, đo lại trên tệp",
    "V9": "Trình bày của tệp khác (reportgen verify)",
    "H1": "Kho lưu trữ (reportgen archive)",
    "M9": "Máy thiếu thành phần (mã thoát 3)",
    "N1": "Lấy số liệu từ bảng (reportgen import)",
    "G1": "Số liệu của nhiều đơn vị (reportgen aggregate, reportgen collect)",
    "L": "Phần đầu và phần cuối văn bản",
    "C1": "Bản Word sửa tay (reportgen compare)",
    "S1": "Số liệu của văn bản bất kỳ (reportgen proofread)",
}
"""First characters of a code → heading."""

CONTENTS = {
    Content.BLOCKS: "các thẻ khác",
    Content.INLINE: "chữ và thẻ trong dòng",
    Content.ITEM: "chữ, rồi danh sách con",
    Content.NOTHING: "không có gì",
}

SAMPLE = """\
năm: 2024
đơn vị: xã Bình An
chỉ tiêu:
  thu:
    tên: thu ngân sách nhà nước
    thực hiện: ước 41,795 tỷ đồng
    kế hoạch: {giá trị: "41,67 tỷ đồng", giao bởi: HĐND xã}
    năm trước: 38,1 tỷ đồng
    năm sau: từ 45 tỷ đồng trở lên
    xếp hạng: thứ 3/17 xã
    thời điểm: tính đến ngày 30/11/2024
    gồm: [thuế, phí]
    các năm: {2021: "30,2 tỷ đồng", 2022: "34,6 tỷ đồng"}
  thuế: 30,5 tỷ đồng
  phí: 11,295 tỷ đồng
  gia_dinh_van_hoa:
    tên: hộ đạt gia đình văn hóa
    thực hiện: 2.570/2.683 hộ
    theo đơn vị: {Thôn 1: 1.270 hộ, Thôn 2: 1.300 hộ}
    danh sách: [hộ ông A, hộ bà B]
"""
"""What the parts of figures are shown with."""


def main() -> None:
    """Write both files."""
    REFERENCE.write_text(reference(), "utf-8")
    MANUAL.write_text(renewed(MANUAL.read_text("utf-8")), "utf-8")
    print(f"{REFERENCE}\n{MANUAL}")


# The reference


def reference() -> str:
    """The whole of docs/tra-cuu.md."""
    chapters = {
        "Lệnh": _commands(),
        "Các mục của tệp dữ liệu": _keys(),
        "Các phần của một số liệu": _parts(),
        "Các văn bản": _papers(),
        "Cơ quan ra văn bản": _organs(),
        "Thẻ của mẫu": _tags(),
        "Kiểu của mẫu": _roles(),
        "Mã thông báo": _codes(),
    }
    contents = "\n".join(f"- [{title}](#{anchor(title)})" for title in chapters)
    body = "\n\n".join("\n".join([f"## {title}", "", *lines]) for title, lines in chapters.items())
    return f"{GENERATED}\n\n# Tra cứu\n\n{INTRODUCTION}\n\n{contents}\n\n{body}\n"


def anchor(title: str) -> str:
    """The name by which GitHub links to a heading."""
    return re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")


def _commands() -> Iterator[str]:
    language.choose("vi")
    assert isinstance(program, LazyGroup)
    above = _context(program, "reportgen", None)
    yield from _fenced(program.get_help(above))
    yield from _commands_of(program, above)


def _commands_of(group: LazyGroup, above: click.Context) -> Iterator[str]:
    """The help of a group's commands, those of groups among them behind their group."""
    for name in group.lazy_subcommands:
        command = group.get_command(above, name)
        assert command is not None
        context = _context(command, name, above)
        yield from ["", f"### {above.command_path} {name}", ""]
        yield from _fenced(command.get_help(context))
        if isinstance(command, LazyGroup):
            yield from _commands_of(command, context)


def _context(command: click.Command, name: str, above: click.Context | None) -> click.Context:
    """In which a command's help is written, 90 characters wide whatever the terminal."""
    helps = above.help_option_names if above else command.context_settings["help_option_names"]
    return command.context_class(command, above, name, terminal_width=90, max_content_width=90, help_option_names=helps)


def _fenced(text: str) -> Iterator[str]:
    yield from ("```text", *text.splitlines(), "```")


def _table(*rows: tuple[str, ...]) -> Iterator[str]:
    """Rows as a table; the first is the head."""
    for place, row in enumerate(rows):
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"
        if place == 0:
            yield f"|{'---|' * len(row)}"


def _keys() -> Iterator[str]:
    """One table a key of the outermost level; `→` leads to the keys inside."""
    yield "Mục bắt buộc ghi **bắt buộc**; mọi mục khác bỏ trống hoặc bỏ đi được."
    entries = list(key_descriptions())
    for outer in dict.fromkeys(path[0] for path, _ in entries):
        rows = [(key_path(path), _kind(field), _described(field)) for path, field in entries if path[0] == outer]
        yield from ["", f"### {outer}", ""]
        yield from _table(("Mục", "Nội dung", "Ý nghĩa"), *rows)


def key_path(path: tuple[str, ...]) -> str:
    """A key of the input as the reference writes it; what the secretary names herself stands in italics."""
    return " → ".join(f"`{name}`" if not name.startswith("<") else f"*{name.strip('<>')}*" for name in path)


def _described(field: Key) -> str:
    required = "**Bắt buộc.** " if field.required else ""
    return f"{required}{field.description}"


def _kind(field: Key) -> str:
    """What stands behind a key, as the secretary calls it."""
    if issubclass(field.kind, Section):
        short = f"; viết gọn: chỉ ghi `{field.kind.shorthand}`" if field.kind.shorthand else ""
        kind = f"các mục con{short}"
    else:
        kind = KINDS[field.kind]
    return f"{MANY.get(field.shape, '')}{kind}"


def _parts() -> Iterator[str]:
    yield "Viết `{{ tên }}` để in cả câu, `{{ tên.phần }}` để in một phần. Ví dụ in từ các số liệu sau:"
    yield ""
    yield from ("```yaml", *SAMPLE.splitlines(), "```", "")
    given = bind(parse_source(Path("vi-du.yaml"), SAMPLE.encode()))
    assert given.conference is not None
    ledger = Ledger(given.conference)
    rows = [("Viết", "In ra")]
    for part in ("", *PART_NAMES):
        line = next(line for line in ledger if part_of(line, part))
        rows.append((f"`{{{{ {line.key}{'.' if part else ''}{part} }}}}`", _spaced(plain(part_of(line, part) or ()))))
    yield from _table(*rows)
    yield ""
    yield "Ngoài chỉ tiêu, trong lời văn còn gọi được:"
    yield ""
    words = conference_words(given.conference)
    yield from _table(("Viết", "In ra"), *((f"`{{{{ {name} }}}}`", text) for name, text in words.items()))


def _papers() -> Iterator[str]:
    papers = papers_for(None).values()
    yield from _table(
        ("Mã (dùng với `--only`)", "Văn bản", "Trình bày"),
        *((f"`{paper.key}`", paper.name, paper.layout) for paper in papers),
    )


def _organs() -> Iterator[str]:
    yield "Ghi ở `đơn vị` → `cơ quan`; bỏ trống là UBND. Mọi dòng đều sửa được ở `văn bản`."
    yield ""
    rows = [
        (
            ", ".join(organ.names),
            organ.regime,
            organ.full.replace("{unit}", "…").replace("{organ}", f"{organ.starts} …").replace("… …", "…"),
            " / ".join((*organ.power, organ.office)),
        )
        for organ in organs()
    ]
    yield from _table(("Viết", "Thể thức", "Trong câu", "Ký"), *rows)


def _tags() -> Iterator[str]:
    yield "Mẫu chỉ được viết ra các thẻ này; thẻ ngoài cùng là `<article>`."
    yield ""
    rows = [(f"`<{name}>`", CONTENTS[tag.content], _coded(tag.attributes)) for name, tag in TAGS.items()]
    yield from _table(("Thẻ", "Chứa", "Thuộc tính ngoài `class`"), *rows)


def _coded(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


def _roles() -> Iterator[str]:
    yield "`class` của thẻ là một kiểu trong bảng của thể thức mà văn bản theo; tên kiểu trong Word ghi bên cạnh."
    yield f"Thẻ gom nhóm (`div`, `section`, `figure`) dùng: {_coded(CONTAINERS)}."
    for regime in ("nhà nước", "đảng", "báo chí"):
        standard = choose(regime, None)
        yield from ["", f"### {regime.capitalize()}: {standard.name}", ""]
        rows = [(f"`{role}`", style.name, f"{style.size:g}") for role, style in standard.styles.items()]
        yield from _table(("Kiểu", "Tên trong Word", "Cỡ chữ"), *rows)
        if standard.rules:
            yield from ["", f"Đường kẻ (`hr`): {_coded(frozenset(standard.rules))}."]


def _codes() -> Iterator[str]:
    yield "Lỗi thì không lập văn bản; cảnh báo và lưu ý thì vẫn lập. Dấu … là chỗ chương trình điền số liệu của tệp."
    for family, title in FAMILIES.items():
        yield from ["", f"### {family}…: {title}"]
        for code in sorted(code for code in ENTRIES if code.startswith(family)):
            yield from _code(code)


def _code(code: str) -> Iterator[str]:
    entry, problem = ENTRIES[code], Problem(code, Place(Path()))
    yield from ["", f"#### {code} ({GRADES[entry.severity]})", "", _verbatim(message(problem))]
    if advice := hint(problem):
        yield from ["", f"→ {_verbatim(advice)}"]
    if entry.example:
        yield ""
        yield from _fenced(entry.example)


def _verbatim(text: str) -> str:
    """Markdown that shows the text as it is: braces, bars and stars are no markup here."""
    return re.sub(r"(?<!`)([*_<|\\])", r"\\\1", text)


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


# The manual


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a Markdown text: its language, its name ("" if none), its content, and where that stands."""

    language: str
    name: str
    content: str
    start: int
    end: int


_BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PRINTED = re.compile(r"^\| Viết \| In ra \|\n\|[-|]+\|\n((?:\|.*\|\n)+)", re.MULTILINE)
HEAD = "năm: 2024\nđơn vị: xã Bình An\n"


def blocks(text: str) -> tuple[Block, ...]:
    """All fenced blocks, in order."""
    return tuple(
        Block(found[1], found[2] or "", found[3], found.start(3), found.end(3)) for found in _BLOCK.finditer(text)
    )


def whole(example: str) -> str:
    """A YAML example as a whole file: year and unit are put before those that lack them."""
    return example if re.search(r"^năm:", example, re.MULTILINE) else HEAD + example


def renewed(manual: str) -> str:
    """The manual with what the program prints today."""
    found = blocks(manual)
    pieces = [(block.start, block.end, _console(block, found)) for block in found if block.language == "console"]
    for table in _PRINTED.finditer(manual):
        sample = [block for block in found if block.language == "yaml" and block.end <= table.start()][-1]
        pieces.append((table.start(1), table.end(1), _printed_rows(table[1], sample.content)))
    for start, end, piece in sorted(pieces, reverse=True):
        manual = manual[:start] + piece + manual[end:]
    return manual


def _printed_rows(rows: str, sample: str) -> str:
    written = [row.strip("| ").split(" | ")[0].strip(" `|") for row in rows.splitlines()]
    return "".join(f"| `{text}` | {printed(text, sample)} |\n" for text in written)


def printed(text: str, sample: str) -> str:
    """What a paper prints for prose, with the figures of a YAML example."""
    given = bind(parse_source(Path("vi-du.yaml"), whole(sample).encode()))
    assert given.conference is not None, sample
    written = write_inline(text, Names(Ledger(given.conference), conference_words(given.conference)))
    assert not written.flaws, (text, written.flaws)
    return _spaced(unescape(re.sub(r"<[^>]+>", "", written.markup)))


def _console(block: Block, found: tuple[Block, ...]) -> str:
    """A console example run anew, beside the named files that stand above it."""
    files = {other.name: other.content for other in found if other.name and other.end <= block.start}
    commands = [line for line in block.content.splitlines() if line.startswith("$ reportgen ")]
    with tempfile.TemporaryDirectory() as folder, chdir(folder):
        for name, content in files.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_text(content, "utf-8")
        return "".join(f"{command}\n{_output(shlex.split(command)[2:])}" for command in commands)


def _output(arguments: list[str]) -> str:
    """What the command says, on both streams."""
    outcome = CliRunner().invoke(program, arguments, prog_name="reportgen", standalone_mode=False)
    if outcome.exception is not None:
        raise outcome.exception
    return outcome.output


if __name__ == "__main__":
    main()
