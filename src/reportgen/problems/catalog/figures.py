"""Codes of figures that contradict one another (R4xx).

Blanks: `{typed}` as written, `{right}` as computed, `{line}` the line of the other figure.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

RATIOS = {
    "R401": Entry(
        Severity.ERROR,
        Wording(
            "Tỷ lệ ghi {typed}, nhưng {result} so với {what} {base} (dòng {line}) là {right}.",
            "Kiểm tra cả ba số; nếu {result} và {base} đúng thì xóa dòng tỷ lệ, chương trình tự tính.",
        ),
        Wording(
            "The ratio is given as {typed}, but {result} against {base} ({what}, line {line}) is {right}.",
            "Check all three; if {result} and {base} are right, drop the ratio: it is computed.",
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
    "R408": Entry(
        Severity.WARNING,
        Wording(
            "“{typed}” ghi thêm số 0 ở cuối; {operands} (dòng {line}) là {right}.",
            "Ghi {right}, hoặc bỏ số 0 thừa: các tỷ lệ cùng cột đều ghi thêm như vậy.",
        ),
        Wording(
            "“{typed}” has a zero added at its end; {operands} (line {line}) is {right}.",
            "Write {right}, or drop the zero: all ratios of the column have one added.",
        ),
        "tỷ lệ: 126,60%  →  tỷ lệ: 126,6%",
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
            "Các thành phần ({parts}; từ dòng {line}) cộng lại được {sum}, lệch {typed}; có lẽ đã bị cắt bớt chữ số.",
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

PRODUCTS = {
    "R415": Entry(
        Severity.ERROR,
        Wording(
            "{factors} (từ dòng {line}) bằng {right}, không phải {typed}.",
            "Kiểm tra các thừa số và kết quả, nhất là đơn vị: tạ/ha hay tấn/ha, nghìn đồng hay triệu đồng.",
        ),
        Wording(
            "{factors} (from line {line}) is {right}, not {typed}.",
            "Check the factors and the result, above all their units.",
        ),
        "sản_lượng: {thực hiện: 3.300 tấn, tích của: [diện_tích, năng_suất]}\ndiện_tích: 550 ha\nnăng_suất: 70 tạ/ha",
    ),
    "R416": Entry(
        Severity.WARNING,
        Wording(
            "{typed} đã bị cắt bớt chữ số: {factors} (từ dòng {line}) làm tròn đúng là {right}.",
            "Ghi {right}.",
        ),
        Wording("{typed} was cut off: {factors} (from line {line}) rounds to {right}.", "Write {right}."),
        "sản_lượng: 3.852 tấn  →  3.853 tấn",
    ),
    "R417": Entry(
        Severity.WARNING,
        Wording(
            "Đơn vị không khớp: {factors} (từ dòng {line}) cho ra {unit}, còn kết quả {typed} tính bằng {own}.",
            "Kiểm tra đơn vị của từng thừa số, hoặc bỏ mục “tích của”.",
        ),
        Wording(
            "The units do not fit: {factors} (from line {line}) gives {unit}, the result {typed} is in {own}.",
            "Check the unit of each factor, or drop “tích của”.",
        ),
        "tien: {thực hiện: 60 triệu đồng, tích của: [diện_tích, năng_suất]}",
    ),
    "R420": Entry(
        Severity.ERROR,
        Wording(
            "Ghi “{typed}”, nhưng {result} so với {base} (dòng {line}) là {right}.",
            "Kiểm tra kết quả và kế hoạch; nếu hai số đúng thì xóa mục “đánh giá”, chương trình tự viết.",
        ),
        Wording(
            "It says “{typed}”, but {result} against {base} (line {line}) is “{right}”.",
            "Check result and plan; if they are right, drop “đánh giá”: the word is computed.",
        ),
        "thực hiện: 96%\nkế hoạch: {giá trị: ≥ 97%, đánh giá: vượt}  →  đánh giá: không đạt",
    ),
}

JUMPS = {
    "R430": Entry(
        Severity.WARNING,
        Wording(
            "{typed} chênh khoảng {power} lần so với {what} {base} (dòng {line}).",
            "Kiểm tra đơn vị và dấu phẩy thập phân; nếu đúng thì ghi lý do ở “bỏ qua”.",
        ),
        Wording(
            "{typed} is about {power} times off {base} ({what}, line {line}).",
            "Check unit and decimal comma; if it is right, say why in “bỏ qua”.",
        ),
        "thực hiện: 71,37 tấn/ha\nnăm trước: 70,8 tạ/ha  →  thực hiện: 71,37 tạ/ha",
    ),
    "R431": Entry(
        Severity.WARNING,
        Wording(
            "Số {typed} của “{name}” chênh khoảng {power} lần so với các số cùng dãy, như {base} (dòng {line}).",
            "Kiểm tra đơn vị và dấu phẩy thập phân; nếu đúng thì ghi lý do ở “bỏ qua”.",
        ),
        Wording(
            "{typed} of “{name}” is about {power} times off its neighbours, such as {base} (line {line}).",
            "Check unit and decimal comma; if it is right, say why in “bỏ qua”.",
        ),
        "theo đơn vị: {Khu 1: 52 ha, Khu 2: 48 ha, Khu 3: 530 ha, Khu 4: 55 ha}",
    ),
}

UNITS = {
    "R440": Entry(
        Severity.WARNING,
        Wording(
            "Số liệu {typed} không có đơn vị.", "Ghi đơn vị sau con số (hộ, ha, triệu đồng, %) hoặc ở “đơn vị tính”."
        ),
        Wording("{typed} has no unit.", "Write the unit behind the number, or in “đơn vị tính”."),
        "thực hiện: 241,9  →  thực hiện: 241,9 tấn",
    ),
    "R441": Entry(
        Severity.ERROR,
        Wording(
            "Số {typed} ({what}) không có đơn vị, trong khi kết quả tính bằng {unit} (dòng {line}).",
            "Ghi rõ: {typed} {unit}; số tiền không có đơn vị được hiểu là đồng.",
        ),
        Wording(
            "{typed} ({what}) has no unit, while the result is in {unit} (line {line}).",
            "Write {typed} {unit}; money without a unit is read as đồng.",
        ),
        "thực hiện: 41,795 tỷ đồng\nnăm trước: 38,1  →  năm trước: 38,1 tỷ đồng",
    ),
    "R442": Entry(
        Severity.WARNING,
        Wording(
            "Một chỉ tiêu có nhiều đơn vị khác nhau: {units}.",
            "Giữ một đơn vị, bỏ đơn vị trong tên chỉ tiêu; chương trình in đơn vị ở cột riêng.",
        ),
        Wording("One indicator has several units: {units}.", "Keep one, and leave units out of the name."),
        "tên: thu nhập bình quân (nghìn đồng)\nthực hiện: 85 triệu đồng",
    ),
    "R443": Entry(
        Severity.WARNING,
        Wording(
            "Đơn vị của {typed} ({what}) không so được với đơn vị của kết quả là {unit} (dòng {line}).",
            "Viết cả hai theo cùng một đơn vị.",
        ),
        Wording(
            "The unit of {typed} ({what}) cannot be compared with the result's, {unit} (line {line}).",
            "Write both in the same unit.",
        ),
        "thực hiện: 550 ha\nkế hoạch: 540 tấn  →  kế hoạch: 540 ha",
    ),
    "R445": Entry(
        Severity.WARNING,
        Wording(
            "Kế hoạch {typed} là mức tăng, giảm, nhưng không tính được mức thực tế để so.",
            "Thêm “năm trước” bằng số khác 0, cùng đơn vị; hoặc ghi “đánh giá” của kế hoạch này: đạt, vượt, không đạt.",
        ),
        Wording(
            "The plan {typed} is a change, and the actual change cannot be reckoned.",
            "Add “năm trước” in the same unit, not zero; or give the plan's “đánh giá”.",
        ),
        "ho_ngheo: {thực hiện: 2,1%, kế hoạch: giảm 0,5%}  →  thêm năm trước: 2,9%",
    ),
    "R444": Entry(
        Severity.WARNING,
        Wording(
            "Thành phần {typed} không cùng loại đơn vị với “{total}” là {unit} (dòng {line}).",
            "Viết thành phần theo đơn vị cộng được với tổng, hoặc bỏ khỏi “gồm”.",
        ),
        Wording(
            "The part {typed} does not add up to “{total}” in {unit} (line {line}).",
            "Give the part in a unit of the total, or take it out of “gồm”.",
        ),
        "tong_diện_tích: {thực hiện: 550 ha, gồm: [lua]}\nlua: 300 tấn  →  lua: 300 ha",
    ),
}


TABLES = {
    "R460": Entry(
        Severity.ERROR,
        Wording(
            "Cột “{name}” cộng lại bằng {sum}, không bằng {typed} ở dòng tổng.",
            "Kiểm tra từng dòng, nhất là xem có bị lệch dòng không.",
        ),
        Wording("The column “{name}” adds up to {sum}, not to {typed}.", "Check the rows; one may have slipped."),
        "| Khu 1 | 10 |\n| Khu 2 | 12 |\n| Tổng cộng | 21 |  →  | Tổng cộng | 22 |",
    ),
    "R461": Entry(
        Severity.ERROR,
        Wording(
            "Dòng “{name}” cộng lại bằng {sum}, không bằng {typed} ở cột tổng.",
            "Kiểm tra từng ô của dòng này.",
        ),
        Wording("The row “{name}” adds up to {sum}, not to {typed}.", "Check each cell of this row."),
        "| Đơn vị | Nam | Nữ | Cộng |\n| Khu 1 | 10 | 12 | 21 |  →  | Khu 1 | 10 | 12 | 22 |",
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

ENTRIES: Mapping[str, Entry] = MappingProxyType(RATIOS | TOTALS | PRODUCTS | JUMPS | UNITS | TABLES | SILENCING)
