"""Codes of figures that contradict one another (R4xx).

Blanks: `{typed}` as written, `{right}` as computed, `{line}` the line of the other figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.catalog.entry import Entry, Wording
from reportgen.problems import Severity

RATIOS = {
    "R401": Entry(
        Severity.ERROR,
        Wording(
            "Tỷ lệ ghi {typed}, nhưng {result} so với kế hoạch {base} (dòng {line}) là {right}.",
            "Kiểm tra cả ba số; nếu kết quả và kế hoạch đúng thì xóa dòng tỷ lệ, chương trình tự tính.",
        ),
        Wording(
            "The ratio is given as {typed}, but {result} against the plan of {base} (line {line}) is {right}.",
            "Check all three; if result and plan are right, drop the ratio: it is computed.",
        ),
        'thực hiện: 41,795 tỷ đồng\nkế hoạch: {giá trị: "41,67 tỷ đồng", tỷ lệ: "103,3%"}  →  tỷ lệ: "100,3%"',
    ),
    "R402": Entry(
        Severity.WARNING,
        Wording(
            "Tỷ lệ {typed} đã bị cắt bớt chữ số; {result} so với {base} (dòng {line}) làm tròn đúng là {right}.",
            "Ghi {right}, hoặc xóa dòng tỷ lệ để chương trình tự tính.",
        ),
        Wording(
            "The ratio {typed} was cut off; {result} of {base} (line {line}) rounds to {right}.",
            "Write {right}, or drop the ratio: it is computed.",
        ),
        "thực hiện: 2.570/2.683 hộ\ntỷ lệ: 95,7%  →  tỷ lệ: 95,8%",
    ),
    "R403": Entry(
        Severity.ERROR,
        Wording(
            "Tỷ lệ ghi {typed}, nhưng {result} trên {base} là {right}.",
            "Kiểm tra tử số, mẫu số và tỷ lệ; nếu hai số đếm đúng thì xóa dòng tỷ lệ, chương trình tự tính.",
        ),
        Wording(
            "The ratio is given as {typed}, but {result} of {base} is {right}.",
            "Check both counts and the ratio; if the counts are right, drop the ratio: it is computed.",
        ),
        "thực hiện: 2.570/2.683 hộ\ntỷ lệ: 96,46%  →  tỷ lệ: 95,79%",
    ),
    "R404": Entry(
        Severity.ERROR,
        Wording(
            "Không có tổng số nguyên nào để {count} bằng {typed} của tổng số đó.",
            "Kiểm tra số đếm và tỷ lệ; các giá trị gần nhất: {near}.",
        ),
        Wording(
            "{count} is {typed} of no whole number.",
            "Check the count and the ratio; nearest: {near}.",
        ),
        "thực hiện: 7 khu\ntỷ lệ: 72%  →  thực hiện: 7/10 khu",
    ),
    "R405": Entry(
        Severity.ERROR,
        Wording(
            "Mức tăng, giảm ghi “{typed}”, nhưng {now} so với {before} (dòng {line}) là {right}.",
            "Kiểm tra kết quả năm nay và năm trước; nếu hai số đúng thì xóa dòng tăng giảm, chương trình tự tính.",
        ),
        Wording(
            "The change is given as “{typed}”, but from {before} (line {line}) to {now} it is {right}.",
            "Check this year's and last year's value; if they are right, drop the change: it is computed.",
        ),
        "thực hiện: 110 hộ\nnăm trước: {giá trị: 100 hộ, tăng giảm: tăng 12%}  →  tăng giảm: tăng 10%",
    ),
    "R406": Entry(
        Severity.WARNING,
        Wording(
            "Mức “{typed}” đã bị cắt bớt chữ số; {now} so với {before} (dòng {line}) làm tròn đúng là {right}.",
            "Ghi {right}, hoặc xóa dòng tăng giảm để chương trình tự tính.",
        ),
        Wording(
            "“{typed}” was cut off; from {before} (line {line}) to {now} it rounds to {right}.",
            "Write {right}, or drop the change: it is computed.",
        ),
        "tăng giảm: tăng 9,7%  →  tăng giảm: tăng 9,8%",
    ),
    "R407": Entry(
        Severity.WARNING,
        Wording(
            "“{typed}” nghĩa là thêm chừng ấy lần giá trị cũ; {now} so với {before} (dòng {line}) là {right}.",
            "Muốn nói tỷ số thì viết “gấp … lần” hoặc “bằng … lần”, không viết “tăng … lần”.",
        ),
        Wording(
            "“{typed}” says that much more on top; from {before} (line {line}) to {now} it is {right}.",
            "For a ratio write “gấp … lần” or “bằng … lần”, not “tăng … lần”.",
        ),
        "tăng giảm: tăng 1,5 lần  →  tăng giảm: gấp 1,5 lần",
    ),
}

TOTALS = {
    "R410": Entry(
        Severity.ERROR,
        Wording(
            "Cộng các thành phần ({what}) được {sum}, không phải {typed} như đã ghi ({parts}; từ dòng {line}).",
            "Kiểm tra tổng và từng thành phần; nếu các số không cộng được với nhau thì bỏ mục “gồm”.",
        ),
        Wording(
            "The parts ({what}) add up to {sum}, not to the total {typed} ({parts}; from line {line}).",
            "Check the total and every part; if they are not to be added, drop “gồm”.",
        ),
        "dan_so: {thực hiện: 9.964 người, gồm: [nam, nữ]}\nnam: 4.900 người\nnữ: 5.064 người",
    ),
    "R411": Entry(
        Severity.WARNING,
        Wording(
            "Các thành phần cộng lại được {sum}, chỉ vì bị cắt bớt chữ số mà lệch {typed} ({parts}; từ dòng {line}).",
            "Làm tròn lại các thành phần cho khớp với tổng.",
        ),
        Wording(
            "The total {typed} fits only if the parts were cut off; they add up to {sum} ({parts}; from line {line}).",
            "Round the parts so that they reach the total.",
        ),
        "tổng: 10,4 tỷ đồng gồm 3,4 · 3,4 · 3,4 tỷ đồng",
    ),
    "R412": Entry(
        Severity.ERROR,
        Wording(
            "Cơ cấu cộng lại được {sum}, không phải 100% ({parts}; từ dòng {line}).",
            "Kiểm tra tỷ trọng của từng thành phần; cả cơ cấu phải đủ 100%.",
        ),
        Wording(
            "The structure adds up to {sum}, not to 100% ({parts}; from line {line}).",
            "Check each share; together they must reach 100%.",
        ),
        "co_cau: {gồm: [nông_nghiệp, công_nghiệp, dịch_vụ]}: 12% + 48% + 41%  →  12% + 48% + 40%",
    ),
    "R413": Entry(
        Severity.ERROR,
        Wording(
            "Số liệu theo đơn vị cộng lại bằng {sum}, không bằng kết quả đã ghi là {typed} ({parts}; từ dòng {line}).",
            "Kiểm tra từng đơn vị, nhất là xem có bị lệch dòng hay bỏ sót đơn vị nào không.",
        ),
        Wording(
            "The values by unit add up to {sum}, not to the result {typed} ({parts}; from line {line}).",
            "Check every unit; a row may have slipped, or a unit be missing.",
        ),
        "thực hiện: 30 hộ\ntheo đơn vị: {Khu 1: 10 hộ, Khu 2: 21 hộ}",
    ),
    "R414": Entry(
        Severity.ERROR,
        Wording(
            "Mức chung {typed} nằm ngoài các mức thành phần, từ {least} đến {most} (từ dòng {line}).",
            "Mức bình quân phải nằm giữa mức thấp nhất và mức cao nhất; kiểm tra lại cả hai.",
        ),
        Wording(
            "The overall {typed} lies outside its parts, {least} to {most} (from line {line}).",
            "A mean lies between the least and the greatest; check both.",
        ),
        "thực hiện: 61 tạ/ha\ntheo đơn vị: {Khu 1: 55 tạ/ha, Khu 2: 58 tạ/ha}",
    ),
}

SILENCING = {
    "R490": Entry(
        Severity.ERROR,
        Wording(
            "Không có mã kiểm tra nào là “{code}”.",
            "Mã gần nhất: {guess}. Mã có dạng R401; xem `reportgen explain`.",
        ),
        Wording("There is no check with the code “{code}”.", "Nearest: {guess}. Codes look like R401."),
        "bỏ qua: {R41: lý do}  →  bỏ qua: {R401: lý do}",
    ),
    "R491": Entry(
        Severity.NOTICE,
        Wording(
            "Mã {code} được bỏ qua ở đây, nhưng số liệu này không còn lỗi đó.",
            "Xóa dòng này khỏi “bỏ qua”.",
        ),
        Wording(
            "{code} is silenced here, but this figure no longer has that problem.", "Remove the line from “bỏ qua”."
        ),
        "bỏ qua: {R401: theo công bố của tỉnh}",
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(RATIOS | TOTALS | SILENCING)
