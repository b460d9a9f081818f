"""Where each total came from, for machines: a JSON file beside the input."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from reportgen.province.aggregate import Aggregate, Indicator, Origin, Sum
from reportgen.quantity import write_number

COLUMNS = {"thực hiện": "result", "kế hoạch": "plan", "năm trước": "before", "năm sau": "after"}


def trace_text(made: Aggregate, beside: Path) -> str:
    """The file's text; paths are from the folder `beside`, with slashes."""
    whole = {
        "năm": made.year,
        "đơn vị": len(made.units),
        "chưa có": list(made.absent),
        "chỉ tiêu": {one.key: _indicator(one, made, beside) for one in made.indicators},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _indicator(one: Indicator, made: Aggregate, beside: Path) -> Mapping[str, Any]:
    sums = {key: getattr(one, name) for key, name in COLUMNS.items()}
    return {
        "tên": one.name,
        **{key: _sum(total, beside) for key, total in sums.items() if total is not None},
        **({"các năm": {year: _sum(total, beside) for year, total in one.history}} if one.history else {}),
        "theo đơn vị": [_origin(value, beside) for value in one.values],
        "chưa có": [*one.missing, *made.absent],
    }


def _sum(total: Sum, beside: Path) -> Mapping[str, Any]:
    reached = total.total.interval
    weight = {"quyền số": total.weight, "giá trị quyền số": _origins(total.weights, beside)} if total.weight else {}
    return {
        "giá trị": total.total.text,
        "cách tính": total.total.rule,
        "từ": _number(reached.low),
        "đến": _number(reached.high),
        "đơn vị đo": reached.unit,
        **weight,
        "lấy từ": _origins(total.origins, beside),
    }


def _number(value: Fraction) -> str:
    return write_number(value) if value.denominator == 1 else write_number(value, 6)


def _origins(origins: Sequence[Origin], beside: Path) -> list[Mapping[str, Any]]:
    return [_origin(one, beside) for one in origins]


def _origin(one: Origin, beside: Path) -> Mapping[str, Any]:
    place = one.place
    return {
        "đơn vị": one.unit,
        "giá trị": one.text,
        "tệp": _way(place.file, beside),
        "dòng": place.line,
        "cột": place.column,
    }


def _way(file: Path, beside: Path) -> str:
    """From the folder to the file; its whole path where there is no way, as between two drives."""
    try:
        return Path(os.path.relpath(file, beside)).as_posix()
    except ValueError:
        return file.as_posix()
