"""The input's JSON Schema (draft 2020-12), for editors: completion, hover texts and shapes, all in Vietnamese.

In: the model. Out: a schema that accepts whatever `bind` accepts in shape: the short forms, one entry where several may
stand, and keys with nothing behind them. Values are read by the program alone: a figure is any text or number here.
Only the canonical Vietnamese keys are known, so that an editor offers one name for one thing.

`python -m reportgen.drafting.schema` writes it to `schema/conference.schema.json` below the current folder.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reportgen.model import Conference
from reportgen.model.keys import Key, Shape, keys_of, sections
from reportgen.model.leaves import Days, Year
from reportgen.model.section import Section
from reportgen.names.organs import organs
from reportgen.problems.catalog import ENTRIES

FILE = Path("schema/conference.schema.json")
DIALECT = "https://json-schema.org/draft/2020-12/schema"
TITLE = "Tệp dữ liệu hội nghị tổng kết"
DESCRIPTION = "Mỗi số liệu viết một lần ở “chỉ tiêu”; trong lời văn gọi lại bằng {{ tên }}."

Schema = dict[str, Any]

TEXT = ("string", "number", "boolean")
"""What an editor may take an unquoted text for: `số: 15`, `tên: true`."""

YEARS: Schema = {"minimum": 1940, "maximum": 2999}
"""Years that an editor takes for numbers, to which the pattern of `Year` does not apply."""

SUGGESTED: Mapping[tuple[str, str], tuple[str, ...]] = MappingProxyType(
    {
        ("Unit", "cơ quan"): tuple(organ.names[0] for organ in organs()),
        ("Letterhead", "thể thức"): ("nhà nước", "đảng"),
        ("Event", "buổi"): ("sáng", "chiều", "tối"),
        ("Plan", "đánh giá"): ("đạt", "vượt", "không đạt"),
        ("Speech", "vai trò"): ("khai mạc", "chỉ đạo", "đáp từ", "thảo luận"),
        ("Photo", "vị trí"): ("mở đầu", "kết quả", "phát biểu", "giao ước", "khen thưởng", "chia tay"),
    }
)
"""Section and key → values that an editor offers; others are allowed."""

MISWRITTEN: Mapping[str, str] = MappingProxyType(
    {str(leaf.json_schema["pattern"]): ENTRIES[code].vi.hint for leaf, code in ((Days, "D602"), (Year, "D603"))}
)
"""Pattern of a leaf → what an editor says where a text does not fit it (`patternErrorMessage`, known to VS Code)."""


def conference_schema() -> Schema:
    """The whole schema: what pydantic says of the sections, with what their short forms and blanks add."""
    made = Conference.model_json_schema()
    head = {"$schema": DIALECT, "title": TITLE, "description": DESCRIPTION}
    below = {section.__name__: _section(section, made["$defs"][section.__name__]) for section in sections()[1:]}
    return head | _section(Conference, made) | {"$defs": dict(sorted(below.items()))}


def _section(section: type[Section], made: Schema) -> Schema:
    """A section's schema: its keys, and the scalar that its short form allows."""
    properties = {key.key: _key(key, section, made["properties"][key.key]) for key in keys_of(section)}
    shape: Schema = {"type": "object", "properties": properties}
    shape |= {part: made[part] for part in ("required", "additionalProperties") if part in made}
    shape |= _short_form(properties[section.shorthand]) if section.shorthand else {}
    return {"anyOf": [shape, _by_name(section.entry_names)]} if section.entry_names else shape


def _by_name(names: str) -> Schema:
    """A text behind what stands for a key: an item of the agenda behind its hours."""
    text = {"type": list(TEXT)}
    return {"type": "object", "patternProperties": {names: text}, "additionalProperties": False, "minProperties": 1}


def _short_form(shorthand: Schema) -> Schema:
    """What a section's scalar must look like: as behind the key that it stands for. The words of the type and of the
    pattern bind a scalar alone, those of the properties a mapping alone, so one schema holds both."""
    kinds = [kind for kind in shorthand.get("type", TEXT) if kind not in {"array", "null"}]
    told: Schema = {part: shorthand[part] for part in ("pattern", "patternErrorMessage") if part in shorthand}
    return {"type": ["object", *kinds], **told}


def _key(key: Key, section: type[Section], made: Schema) -> Schema:
    """What may stand behind a key, with the words that an editor shows."""
    shown: Schema = {"title": key.key[:1].upper() + key.key[1:], "description": made["description"]}
    if suggested := SUGGESTED.get((section.__name__, key.key)):
        shown["examples"] = list(suggested)
    return shown | _SHAPES[key.shape](made, blank=not key.required)


def _one(content: Schema, *, blank: bool) -> Schema:
    """A section or a leaf. `blank`: nothing at all may stand there too."""
    if "$ref" in content:
        reference = {"$ref": content["$ref"]}
        return {"anyOf": [reference, {"type": "null"}]} if blank else reference
    if "enum" in content:
        return {"enum": [*content["enum"], *([None] if blank else [])]}
    return _scalar(content, blank=blank)


def _scalar(content: Schema, *, blank: bool) -> Schema:
    pattern = content.get("pattern")
    if pattern is None:
        return {"type": _types(*TEXT, blank=blank)}
    kinds = [content["type"]] if isinstance(content["type"], str) else content["type"]
    bounds = YEARS if "integer" in kinds else {}
    told = {"pattern": pattern, "patternErrorMessage": MISWRITTEN[pattern]}
    return {"type": _types(*kinds, blank=blank), **told, **bounds}


def _maybe(made: Schema, *, blank: bool) -> Schema:
    """One, or nothing: the first of pydantic's two choices."""
    return _one(made["anyOf"][0], blank=blank)


def _many(made: Schema, *, blank: bool) -> Schema:
    """A list, or a single entry without the dash."""
    item = _one(made["items"], blank=False)
    if "$ref" not in item:
        return {"type": _types(*item["type"], "array", blank=blank), "items": item}
    choices = [item, {"type": "array", "items": item}, *([{"type": "null"}] if blank else [])]
    return {"anyOf": choices}


def _keyed(made: Schema, *, blank: bool) -> Schema:
    """One behind each name that the secretary chooses."""
    return {
        "type": _types("object", blank=blank),
        "additionalProperties": _one(made["additionalProperties"], blank=False),
    }


_SHAPES: Mapping[Shape, Callable[..., Schema]] = MappingProxyType(
    {Shape.ONE: _one, Shape.MAYBE: _maybe, Shape.MANY: _many, Shape.KEYED: _keyed}
)
"""How many may stand behind a key → what is made of pydantic's schema of it."""


def _types(*names: str, blank: bool) -> str | list[str]:
    kinds = [*names, *(["null"] if blank else [])]
    return kinds if len(kinds) > 1 else kinds[0]


@cache
def schema_text() -> str:
    """The schema as it stands in the file."""
    return json.dumps(conference_schema(), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write the file and say where it is."""
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(schema_text(), "utf-8")
    sys.stdout.write(f"{FILE}\n")


if __name__ == "__main__":
    main()
