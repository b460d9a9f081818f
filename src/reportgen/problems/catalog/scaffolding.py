"""Codes of writing inputs: a new one (B921, B922, B924), a mended one (B923)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "B921": Entry(
            Severity.ERROR,
            Wording(
                "Đã có tệp “{file}”, nên không viết gì vào đó.",
                "Mở tệp đó để làm tiếp; muốn tệp mới thì đổi tên tệp cũ, hoặc ghi thư mục khác sau lệnh.",
            ),
            Wording(
                "“{file}” exists already; nothing was written.",
                "Go on with that file; for a new one rename it, or name another folder.",
            ),
        ),
        "B922": Entry(
            Severity.ERROR,
            Wording("Không ghi được tệp “{file}”: {reason}.", "Kiểm tra quyền ghi, hoặc chọn thư mục khác."),
            Wording("“{file}” cannot be written: {reason}.", "Check its permissions, or choose another folder."),
        ),
        "B923": Entry(
            Severity.ERROR,
            Wording(
                "Sửa tự động sẽ làm đổi nghĩa chỗ này, nên tệp được giữ nguyên.",
                "Sửa tay theo các thông báo của reportgen check.",
            ),
            Wording(
                "Mending would change what this says; the file was left as it is.",
                "Mend it by hand, as reportgen check tells.",
            ),
        ),
        "B924": Entry(
            Severity.ERROR,
            Wording("Chỉ lập tệp năm sau từ tệp đọc được năm và đơn vị.", "Sửa các lỗi trên của tệp này rồi chạy lại."),
            Wording(
                "Next year's file needs an input whose year and unit can be read.", "Mend the errors above, then retry."
            ),
        ),
    }
)
