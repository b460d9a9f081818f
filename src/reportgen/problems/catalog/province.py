"""Codes of what many units sent (G1xx): `reportgen aggregate` and `reportgen collect`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W = Severity.ERROR, Severity.WARNING

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "G101": Entry(
            W,
            Wording(
                "Không đọc được tệp “{file}” nên không tổng hợp.", "Đề nghị đơn vị gửi lại, hoặc sửa các lỗi kê dưới."
            ),
            Wording(
                "“{file}” cannot be read and is left out.", "Ask the unit for it again, or mend what is told below."
            ),
        ),
        "G102": Entry(
            W,
            Wording(
                "Tệp của {unit} có {count} lỗi nên không tổng hợp.",
                "Đề nghị đơn vị sửa; các lỗi kê dưới, hoặc xem bằng reportgen check.",
            ),
            Wording("The file of {unit} has {count} errors and is left out.", "Have them mended; they are told below."),
        ),
        "G103": Entry(
            W,
            Wording(
                "Tệp của {unit} là của năm {year}, không phải năm {wanted}, nên không tổng hợp.",
                "Đề nghị đơn vị gửi tệp năm {wanted}; muốn tổng hợp năm khác thì dùng --year.",
            ),
            Wording(
                "The file of {unit} is of {year}, not of {wanted}, and is left out.",
                "Ask for the file of {wanted}; --year chooses another year.",
            ),
        ),
        "G104": Entry(
            W,
            Wording(
                "Tệp của {unit} ghi năm {year} nhưng còn ngày của năm cũ: {day}.",
                "Hỏi lại đơn vị: có thể tệp năm trước mới sửa mỗi năm.",
            ),
            Wording(
                "The file of {unit} says {year} but still has a day of an earlier year: {day}.",
                "Ask the unit: perhaps only the year of last year's file was changed.",
            ),
        ),
        "G105": Entry(
            W,
            Wording(
                "Cả {count} kết quả của {unit} đều đúng bằng năm trước.",
                "Hỏi lại đơn vị: có thể số liệu năm nay chưa được điền.",
            ),
            Wording("All {count} results of {unit} equal last year's.", "Ask the unit whether this year's are in."),
        ),
        "G106": Entry(
            W,
            Wording(
                "{unit} là cấp trên của các đơn vị khác nên không cộng vào.",
                "Chuyển tệp ra khỏi thư mục; để đối chiếu số đã công bố thì dùng --published.",
            ),
            Wording(
                "{unit} stands above the other units and is not added.",
                "Move it out of the folder; to hold units against it, use --published.",
            ),
        ),
        "G111": Entry(
            E,
            Wording(
                "{unit} có hai tệp: tệp này và {other}. Chưa tổng hợp, vì không biết lấy tệp nào.",
                "Giữ lại một tệp, chuyển tệp kia ra ngoài thư mục.",
            ),
            Wording(
                "{unit} has two files: this and {other}. Nothing is added up: which one counts?",
                "Keep one and move the other out of the folder.",
            ),
        ),
        "G112": Entry(
            W,
            Wording(
                "{unit} có cả {count} kết quả giống hệt {other} ({file}).",
                "Hỏi lại hai đơn vị: có thể một tệp chép từ tệp kia mà chưa sửa số.",
            ),
            Wording(
                "All {count} results of {unit} are those of {other} ({file}).", "One may be a copy of the other; ask."
            ),
        ),
        "G121": Entry(
            E,
            Wording("Câu trả lời “{text}” không phải là có hay không.", "Ghi có, không, hoặc để trống."),
            Wording("The answer “{text}” is neither có nor không.", "Write có (yes), không (no), or leave it empty."),
        ),
        "G122": Entry(
            E,
            Wording(
                "Không hiểu mục “{key}” của tệp ghép.",
                "Mỗi câu hỏi ở “ghép” có tên, có phải là, trả lời; “bình quân theo” ghi tỷ lệ: quyền số.",
            ),
            Wording(
                "“{key}” of the file of answers is not understood.",
                "Each entry of “ghép” has tên, có phải là, trả lời; “bình quân theo” has a rate: its weight.",
            ),
        ),
        "G123": Entry(
            W,
            Wording(
                "Còn {count} cặp tên chỉ tiêu gần giống nhau chưa biết có phải là một; chưa cộng chung.",
                "Mở {file}, ghi có hoặc không sau “trả lời”, rồi chạy lại.",
            ),
            Wording(
                "{count} pairs of similar names wait for an answer; they are not added together yet.",
                "Open {file}, write có (yes) or không (no) behind “trả lời”, and run again.",
            ),
        ),
        "G131": Entry(
            W,
            Wording(
                "{unit}: {figure} {typed}, chênh khoảng {power} lần so với năm trước ({base}).",
                "Kiểm tra dấu phẩy, số 0 và đơn vị tính (triệu hay tỷ); số đã được cộng như đơn vị gửi.",
            ),
            Wording(
                "{unit}: {figure} {typed} is about {power} times off last year's {base}.",
                "Look at the comma, the zeros and the unit of measure; the figure was added as it was sent.",
            ),
        ),
        "G132": Entry(
            W,
            Wording(
                "{unit}: {figure} {typed}, chênh khoảng {power} lần so với mức thường thấy ở đơn vị cỡ này.",
                "Kiểm tra dấu phẩy, số 0 và đơn vị tính (triệu hay tỷ); số đã được cộng như đơn vị gửi.",
            ),
            Wording(
                "{unit}: {figure} {typed} is about {power} times off what a unit of this size has.",
                "Look at the comma, the zeros and the unit of measure; the figure was added as it was sent.",
            ),
        ),
        "G141": Entry(
            W,
            Wording(
                "{unit}: {figure} {typed}, nhưng cấp trên đã công bố {published} ({where}).",
                "Thống nhất lại với đơn vị trước khi công bố số mới.",
            ),
            Wording(
                "{unit}: {figure} {typed}, but {published} was published for it ({where}).",
                "Settle it with the unit before another figure is published.",
            ),
        ),
        "G151": Entry(
            W,
            Wording(
                "Tổng số chưa có {count} đơn vị: {units}.",
                "Bản tổng hợp ghi rõ đơn vị thiếu; nhận được tệp thì chạy lại.",
            ),
            Wording("The totals lack {count} units: {units}.", "The input names them; run again once they have sent."),
        ),
        "G152": Entry(
            W,
            Wording(
                "“{figure}”: các đơn vị dùng những đơn vị đo không đổi được cho nhau nên không cộng.",
                "Thống nhất đơn vị đo với các đơn vị; bảng chỉ kê số của từng đơn vị.",
            ),
            Wording(
                "“{figure}”: the units of measure cannot be converted into one another; nothing is added.",
                "Settle the unit of measure; the table only lists the values.",
            ),
        ),
        "G153": Entry(
            E,
            Wording("Không có tệp nào dùng được để tổng hợp.", "Xem các lỗi kê trên; cần ít nhất một tệp không lỗi."),
            Wording("There is no usable file to add up.", "See what is told above; one good file is needed at least."),
        ),
        "G154": Entry(
            E,
            Wording(
                "Không đọc được danh sách đơn vị “{file}”.",
                "Dùng tệp .yaml hoặc .csv, mỗi dòng một đơn vị: xã Tam Hợp.",
            ),
            Wording(
                "The list of units “{file}” cannot be read.", "Use .yaml or .csv with one unit a line: xã Tam Hợp."
            ),
        ),
        "G161": Entry(
            W,
            Wording(
                "{unit} không có trong danh sách đơn vị phải gửi.",
                "Kiểm tra tên đơn vị trong tệp, hoặc bổ sung danh sách.",
            ),
            Wording(
                "{unit} is not on the list of expected units.", "Look at its name in the file, or add it to the list."
            ),
        ),
        "G162": Entry(
            E,
            Wording("Không thấy thư mục “{folder}”.", "Ghi thư mục chứa các tệp mà đơn vị đã gửi."),
            Wording("There is no folder “{folder}”.", "Name the folder of the files that the units have sent."),
        ),
    }
)
