"""Codes of what is taken over from workbooks, tables and photographs (N1xx): `reportgen import`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "N101": Entry(
            E,
            Wording("Tệp “{file}” hỏng hoặc chưa tải xong.", "Lấy lại bản khác; hoặc mở bằng Excel rồi lưu lại."),
            Wording("“{file}” is damaged or cut off.", "Get another copy, or open it in Excel and save it anew."),
        ),
        "N102": Entry(
            E,
            Wording("Tệp “{file}” có cấu trúc nguy hiểm.", "Không mở tệp; hỏi lại người gửi."),
            Wording("“{file}” is built to do harm.", "Do not open it; ask who sent it."),
        ),
        "N103": Entry(
            E,
            Wording(
                "Tệp “{file}” quá lớn để là một bảng số liệu.",
                "Chép riêng phần bảng sang tệp mới; thường là do hàng trăm nghìn hàng trống có định dạng, hoặc ảnh.",
            ),
            Wording(
                "“{file}” is too large for a table of figures.",
                "Copy the table to a new file; often empty rows were formatted by the hundred thousand.",
            ),
        ),
        "N104": Entry(
            E,
            Wording("Tệp “{file}” có mật khẩu.", "Mở tệp, bỏ mật khẩu rồi lưu lại."),
            Wording("“{file}” has a password.", "Open it, take the password away and save it."),
        ),
        "N105": Entry(
            E,
            Wording(
                "“{file}” không phải là tệp bảng mà chương trình đọc được.",
                "Dùng .xlsx, .xls, .ods, .csv hoặc .docx có bảng; tệp khác thì mở ra rồi lưu thành .xlsx.",
            ),
            Wording(
                "“{file}” is no table that can be read.",
                "Use .xlsx, .xls, .ods, .csv or a .docx with tables; save anything else as .xlsx.",
            ),
        ),
        "N106": Entry(
            E,
            Wording(
                "Đọc tệp “{file}” tốn quá nhiều thời gian hoặc bộ nhớ nên đã dừng.",
                "Chép riêng phần bảng sang tệp mới rồi lấy lại.",
            ),
            Wording("“{file}” takes too much time or memory; reading was stopped.", "Copy the table to a new file."),
        ),
        "N107": Entry(
            E,
            Wording("Không đọc được tệp “{file}”: {reason}.", "Kiểm tra tên tệp và quyền đọc; đóng tệp nếu đang mở."),
            Wording("“{file}” cannot be read: {reason}.", "Check its name and permissions; close it if it is open."),
        ),
        "N108": Entry(
            E,
            Wording(
                "Không thấy bảng chỉ tiêu nào trong “{file}”.",
                "Bảng cần một hàng đầu cột có “Chỉ tiêu” (hoặc “Nội dung”) và ít nhất một cột số như “Thực hiện năm "
                '2025”, “Kế hoạch năm 2025”; hoặc chỉ ra các cột: --columns "B=chỉ tiêu,C=đơn vị tính,F=thực hiện".',
            ),
            Wording(
                "No table of indicators was found in “{file}”.",
                "A head needs “Chỉ tiêu” and a column of figures such as “Thực hiện năm 2025”; or name the columns: "
                '--columns "B=chỉ tiêu,C=đơn vị tính,F=thực hiện".',
            ),
        ),
        "N109": Entry(
            E,
            Wording("“{file}” không cho biết số liệu của năm nào.", "Ghi năm được tổng kết: --year 2025."),
            Wording("“{file}” does not tell the year of its figures.", "Give the year under review: --year 2025."),
        ),
        "N110": Entry(
            E,
            Wording(
                "Chữ trong “{file}” gõ theo bảng mã cũ hoặc sai bảng mã ({kind}).",
                "Chuyển sang Unicode (Unikey: Ctrl+Shift+F6, hoặc công cụ chuyển mã của Excel), lưu lại rồi lấy lại.",
            ),
            Wording(
                "The letters of “{file}” are in an old or a wrong encoding ({kind}).",
                "Convert them to Unicode (Unikey: Ctrl+Shift+F6), save, and try again.",
            ),
        ),
        "N121": Entry(
            W,
            Wording(
                "Ô {cell} báo lỗi {text}, không có số để lấy.",
                "Sửa công thức trong bảng rồi lấy lại, hoặc điền số vào tệp dữ liệu.",
            ),
            Wording("{cell} shows the error {text}; there is no figure.", "Mend its formula, or type the figure."),
        ),
        "N122": Entry(
            W,
            Wording(
                "Ô {cell} có công thức chưa được tính.",
                "Mở tệp bằng Excel, chờ tính xong, lưu lại rồi lấy lại.",
            ),
            Wording("{cell} has a formula that was never computed.", "Open the file in Excel, save it, and try again."),
        ),
        "N123": Entry(
            W,
            Wording(
                "Ô {cell} là một ngày ({text}), không phải số liệu.",
                "Excel hay đổi 1/3 hoặc 10-12 thành ngày: gõ lại có dấu ' đứng trước, hoặc điền vào tệp dữ liệu.",
            ),
            Wording(
                "{cell} holds a day ({text}), no figure.",
                "Excel turns 1/3 or 10-12 into a day: type it with a ' before it, or into the input.",
            ),
        ),
        "N124": Entry(
            W,
            Wording(
                "Ô {cell}: không hiểu “{text}” là số nào.",
                "Viết như 41,795; 2.570/2.683; ≥ 97; 10 - 11; hoặc điền vào tệp dữ liệu.",
            ),
            Wording(
                "{cell}: “{text}” is no figure.", "Write 41,795; 2.570/2.683; ≥ 97; 10 - 11; or type it in the input."
            ),
        ),
        "N125": Entry(
            N,
            Wording("Ô {cell} báo lỗi {text}; tỷ lệ này do chương trình tính.", ""),
            Wording("{cell} shows the error {text}; the program computes this ratio.", ""),
        ),
        "N126": Entry(
            W,
            Wording(
                "Ô {cell}: {text} là số lẻ, mà {unit} chỉ đếm được số nguyên.",
                "Nếu dấu phẩy tách hàng nghìn thì sửa trong tệp dữ liệu thành dấu chấm: 9.964.",
            ),
            Wording(
                "{cell}: {text} is no whole number, but {unit} is counted.",
                "If the comma parts thousands, write a dot in the input: 9.964.",
            ),
        ),
        "N131": Entry(
            W,
            Wording(
                "Ô {cell}: bảng ghi {text}, tính ra {right} ({reckoned}).",
                "Xem lại hai số đem so; tệp dữ liệu không lấy tỷ lệ này, chương trình tự tính.",
            ),
            Wording(
                "{cell}: the table says {text}, its operands give {right} ({reckoned}).",
                "Check both operands; the ratio is not taken, the program computes its own.",
            ),
        ),
        "N132": Entry(
            W,
            Wording(
                "Ô {cell}: {name} ghi {text}, các phần cộng lại là {reckoned}.",
                "Sửa tổng hoặc các phần trong bảng rồi lấy lại.",
            ),
            Wording("{cell}: {name} is {text}, its parts are {reckoned}.", "Mend the total or its parts."),
        ),
        "N151": Entry(
            W,
            Wording(
                "{key}, {what}: tệp ghi “{old}”, bảng ghi “{new}” ({cell}); giữ số của tệp.",
                "Muốn lấy số của bảng thì chạy lại với --take new; muốn giữ và không báo nữa thì --take old.",
            ),
            Wording(
                "{key}, {what}: the file says “{old}”, the table “{new}” ({cell}); the file's is kept.",
                "Run again with --take new to take the table's.",
            ),
        ),
        "N152": Entry(
            E,
            Wording(
                "Đưa số liệu vào sẽ làm đổi phần khác của “{file}”, nên tệp được giữ nguyên.",
                "Lấy ra tệp mới bằng -o, rồi chép mục chỉ tiêu sang.",
            ),
            Wording(
                "Putting the figures in would change other parts of “{file}”; it was left as it is.",
                "Write a new file with -o and copy its indicators.",
            ),
        ),
        "N153": Entry(
            N,
            Wording("{key}, {what}: thay “{old}” bằng “{new}” ({cell}).", ""),
            Wording("{key}, {what}: “{old}” is replaced by “{new}” ({cell}).", ""),
        ),
        "N161": Entry(
            E,
            Wording("“{file}” chưa có chỉ tiêu nào để xuất ra bảng.", "Khai các chỉ tiêu trước; chỉ cần tên và nhóm."),
            Wording("“{file}” has no indicators to write.", "Declare them first; names and groups are enough."),
        ),
        "N171": Entry(
            W,
            Wording("“{file}” không phải là ảnh đọc được nên bỏ qua.", "Mở thử bằng trình xem ảnh; hỏng thì chép lại."),
            Wording("“{file}” is no picture that can be read; it is left out.", "Open it in a viewer; copy it anew."),
        ),
        "N172": Entry(
            E,
            Wording(
                "Thư mục “{folder}” không có ảnh nào.", "Cần tệp .jpg, .png, .heic, .webp hoặc .tif nằm ngay trong đó."
            ),
            Wording("“{folder}” has no pictures.", "It needs .jpg, .png, .heic, .webp or .tif files."),
        ),
        "N173": Entry(
            E,
            Wording(
                "Thư mục ảnh “{folder}” nằm ngoài thư mục của tệp dữ liệu.",
                "Chép thư mục ảnh vào “{beside}” rồi chạy lại.",
            ),
            Wording("The pictures' folder “{folder}” lies outside the input's.", "Copy it into “{beside}”."),
        ),
        "N133": Entry(
            N,
            Wording("“{name}” đã có ở {first}; chỉ lấy thêm những số ở đó còn thiếu.", ""),
            Wording("“{name}” stands at {first} already; only what is missing there is taken.", ""),
        ),
        "N134": Entry(
            W,
            Wording(
                "“{name}”, {what}: ở đây ghi {new}, còn {first} ghi {old}; giữ số ghi trước.",
                "Hỏi lại hai nơi đã gửi, rồi sửa số trong tệp dữ liệu.",
            ),
            Wording(
                "“{name}”, {what}: {new} here, {old} at {first}; the first is kept.",
                "Ask both who sent them, then mend the input.",
            ),
        ),
        "N141": Entry(
            N,
            Wording("Trang tính “{sheet}” bị ẩn nên không lấy.", "Cần lấy thì bỏ ẩn trang tính rồi lấy lại."),
            Wording("The sheet “{sheet}” is hidden and was not taken.", "Show it and try again if it is needed."),
        ),
        "N142": Entry(
            N,
            Wording("Hàng {row} bị ẩn nên không lấy.", "Cần lấy thì bỏ ẩn (bỏ lọc) rồi lấy lại."),
            Wording("Row {row} is hidden and was not taken.", "Show it and try again if it is needed."),
        ),
        "N143": Entry(
            N,
            Wording("Cột {column} ({head}) bị ẩn nên không lấy.", "Cần lấy thì bỏ ẩn cột rồi lấy lại."),
            Wording("Column {column} ({head}) is hidden and was not taken.", "Show it and try again if it is needed."),
        ),
        "N181": Entry(
            Severity.ERROR,
            Wording(
                "Không biết báo cáo “{file}” là của năm nào: trích yếu không ghi năm, văn bản không có ngày.",
                "Ghi năm vào trích yếu của bản Word, ví dụ “Kết quả thực hiện nhiệm vụ năm 2024”, rồi chạy lại.",
            ),
            Wording(
                "Which year the report “{file}” is of is not told: neither its subject nor its date says so.",
                "Write the year into its subject, then run again.",
            ),
        ),
        "N182": Entry(
            Severity.ERROR,
            Wording(
                "Không đọc được tên đơn vị ở đầu báo cáo “{file}”.",
                "Xem lại tên cơ quan ban hành ở góc trên bên trái, ví dụ “ỦY BAN NHÂN DÂN” rồi “PHƯỜNG BÌNH AN”.",
            ),
            Wording(
                "The unit's name cannot be read at the head of the report “{file}”.",
                "Look at the issuer at the upper left, such as “ỦY BAN NHÂN DÂN” and “PHƯỜNG BÌNH AN”.",
            ),
        ),
        "N183": Entry(
            Severity.ERROR,
            Wording(
                "Không lập được tệp dữ liệu từ báo cáo “{file}”.",
                "Dùng reportgen init để tạo tệp mới, rồi lấy số liệu bằng reportgen import --into.",
            ),
            Wording(
                "No input can be made of the report “{file}”.",
                "Make one with reportgen init, then take figures over with reportgen import --into.",
            ),
        ),
        "N185": Entry(
            Severity.ERROR,
            Wording(
                "Không biết bài “{file}” viết về đơn vị nào, năm nào.",
                "Dùng reportgen init để tạo tệp mới, rồi chép lời văn vào mục “tin bài”.",
            ),
            Wording(
                "Which unit and year the article “{file}” is about is not told.",
                "Make an input with reportgen init and copy the words into “tin bài”.",
            ),
        ),
        "N184": Entry(
            Severity.ERROR,
            Wording(
                "Báo cáo “{file}” là của năm {year}; --year chỉ nhận {year} (tệp năm đó) hoặc {next} (tệp năm sau).",
                "Ghi --year {next} để lập tệp năm sau.",
            ),
            Wording(
                "The report “{file}” is of {year}; --year takes {year} (that year's input) or {next} (the next).",
                "Write --year {next} for next year's input.",
            ),
        ),
        "N144": Entry(
            N,
            Wording("Trang tính “{sheet}” không có bảng chỉ tiêu nên không lấy.", ""),
            Wording("The sheet “{sheet}” has no table of indicators and was not taken.", ""),
        ),
    }
)
