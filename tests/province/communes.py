"""Files of communes, written by the tests; nothing in them is wrong unless a test says so."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FACTS: Mapping[str, tuple[str, str, str]] = {
    "thu": ("thu ngân sách nhà nước trên địa bàn", "12,5 tỷ đồng", "11,5 tỷ đồng"),
    "so_ho": ("tổng số hộ", "2.000 hộ", "1.980 hộ"),
    "dan_so": ("dân số", "8.000 người", "7.900 người"),
    "rung": ("diện tích rừng trồng mới", "45 ha", "40 ha"),
    "ho_ngheo": ("hộ nghèo", "100 hộ", "120 hộ"),
    "nha": ("nhà văn hóa thôn được xây dựng", "31 nhà", "30 nhà"),
}
"""Key → name, result, last year's."""


def commune(folder: Path, name: str, changed: Mapping[str, str] | None = None, more: str = "", **top: str) -> Path:
    """A commune's file. `changed`: key or `key.tên`, `key.năm trước` → text, "" for none; `more`: lines behind."""
    changed = changed or {}
    lines = [f"năm: {top.get('year', '2025')}", "đơn vị:", f"  tên: {name}", "  tỉnh: tỉnh Minh Họa", "  hư cấu: có"]
    lines += [f"văn bản: {{ngày: {top['day']}}}"] if "day" in top else []
    lines.append("chỉ tiêu:")
    for key, (called, result, before) in FACTS.items():
        if changed.get(key) == "":
            continue
        lines += [f"  {top.get('prefix', '')}{key}:", f"    tên: {changed.get(f'{key}.tên', called)}"]
        lines.append(f'    thực hiện: "{changed.get(key, result)}"')
        if last := changed.get(f"{key}.năm trước", before):
            lines.append(f'    năm trước: "{last}"')
    file = folder / f"{top.get('file', name.replace(' ', '-'))}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("\n".join(lines) + "\n" + more, "utf-8")
    return file
