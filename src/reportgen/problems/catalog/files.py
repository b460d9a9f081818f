"""Wording of F1xx: the file itself, its YAML, and what YAML quietly makes of a form."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

UNREADABLE = {
    "F101": Entry(
        Severity.ERROR,
        Wording("Không tìm thấy tệp này.", "Kiểm tra lại tên tệp và thư mục; tệp dữ liệu thường nằm trong inputs/."),
        Wording("There is no such file.", "Check the file's name and folder; inputs usually lie in inputs/."),
        "reportgen check inputs/phuong-2023.yml → reportgen check inputs/phuong-2023.yaml",
    ),
    "F102": Entry(
        Severity.ERROR,
        Wording("Đây là một thư mục, không phải tệp dữ liệu.", "Ghi rõ tên tệp trong thư mục đó."),
        Wording("This is a folder, not an input file.", "Name a file inside it."),
        "reportgen check inputs/2023 → reportgen check inputs/2023/phuong.yaml",
    ),
    "F103": Entry(
        Severity.ERROR,
        Wording("Không có quyền đọc tệp này.", "Cấp quyền đọc tệp cho người đang chạy chương trình."),
        Wording("You may not read this file.", "Give yourself permission to read it."),
        "chmod u+r inputs/phuong-2023.yaml",
    ),
    "F104": Entry(
        Severity.ERROR,
        Wording("Không đọc được tệp này ({reason}).", "Kiểm tra ổ đĩa hoặc kết nối, rồi thử lại."),
        Wording("The file cannot be read ({reason}).", "Check the disk or the connection and try again."),
    ),
    "F105": Entry(
        Severity.ERROR,
        Wording(
            "Tệp lớn hơn {limit} MiB nên không phải là tệp dữ liệu hội nghị.",
            "Kiểm tra xem có chọn nhầm tệp không; ảnh để thành tệp riêng, không chép vào đây.",
        ),
        Wording(
            "The file is larger than {limit} MiB and can be no conference's input.",
            "Check that it is the right file; pictures stay in files of their own.",
        ),
    ),
    "F106": Entry(
        Severity.ERROR,
        Wording("Tệp chưa có nội dung.", "Bắt đầu bằng một dòng `năm: 2023`."),
        Wording("The file is empty.", "Begin with a line such as `năm: 2023`."),
        "năm: 2023",
    ),
    "F107": Entry(
        Severity.ERROR,
        Wording(
            "Tệp không ở bảng mã UTF-8: byte {byte} ở vị trí này không hợp lệ.",
            "Mở tệp và lưu lại với bảng mã (Encoding) UTF-8; văn bản gõ bằng TCVN3 (ABC) hoặc VNI phải chuyển sang "
            "Unicode trước.",
        ),
        Wording(
            "The file is not UTF-8: byte {byte} is invalid here.",
            "Save it again as UTF-8; text in TCVN3 (ABC) or VNI has to be converted to Unicode first.",
        ),
    ),
    "F108": Entry(
        Severity.ERROR,
        Wording(
            "Tệp ở bảng mã {encoding}, không phải UTF-8.",
            "Lưu lại tệp với bảng mã (Encoding) UTF-8. Trong Notepad: Save as, Encoding: UTF-8.",
        ),
        Wording(
            "The file is in {encoding}, not in UTF-8.", "Save it again as UTF-8. In Notepad: Save as, Encoding: UTF-8."
        ),
    ),
    "F109": Entry(
        Severity.ERROR,
        Wording(
            "Có ký tự điều khiển không nhìn thấy được ({character}).",
            "Xóa ký tự này; nó thường theo vào khi sao chép từ phần mềm khác.",
        ),
        Wording(
            "There is an invisible control character ({character}).",
            "Delete it; such characters come along when text is pasted from other programs.",
        ),
    ),
    "F110": Entry(
        Severity.NOTICE,
        Wording(
            "Chữ có dấu trong tệp ở dạng tổ hợp (dấu tách rời chữ); chương trình đã tự chuyển về dạng dựng sẵn.",
            "Không bắt buộc phải sửa. Muốn tìm kiếm trong tệp cho đúng, đặt bộ gõ ở chế độ Unicode dựng sẵn.",
        ),
        Wording(
            "Letters and their marks are stored apart (NFD); they were composed on reading.",
            "Nothing has to be done. To search the file reliably, set the input method to composed Unicode.",
        ),
    ),
    "F111": Entry(
        Severity.ERROR,
        Wording(
            "Có hơn 30 dấu chồng lên một chữ; chương trình không đọc tiếp tệp.",
            "Xóa các dấu thừa; không chữ viết nào cần nhiều dấu như vậy, thường do tệp bị hỏng.",
        ),
        Wording(
            "More than 30 marks are stacked on one letter; the file is not read any further.",
            "Delete the surplus marks; no script needs as many, mostly the file is damaged.",
        ),
    ),
}

STRUCTURE = {
    "F120": Entry(
        Severity.ERROR,
        Wording(
            "Một tệp chỉ chứa dữ liệu của một hội nghị; từ dòng này bắt đầu một phần dữ liệu khác.",
            "Bỏ dòng `---` hoặc `...` này, hoặc chuyển phần sau sang tệp riêng.",
        ),
        Wording(
            "A file holds one conference; here another document begins.",
            "Remove this `---` or `...` line, or move what follows to a file of its own.",
        ),
        "năm: 2023\n---\nđơn vị: … → năm: 2023\nđơn vị: …",
    ),
    "F121": Entry(
        Severity.ERROR,
        Wording(
            "Tệp phải gồm các mục dạng `tên mục: nội dung`, nhưng phần này không có tên mục.",
            "Bắt đầu tệp bằng tên mục ở sát lề trái, ví dụ `năm: 2023`.",
        ),
        Wording(
            "The file must consist of `key: value` entries; this has no key.",
            "Begin the file with a key at the left margin, such as `năm: 2023`.",
        ),
        "- 2023 → năm: 2023",
    ),
    "F122": Entry(
        Severity.ERROR,
        Wording(
            "Tên mục phải là chữ, không thể là một danh sách hay một nhóm mục.",
            "Nếu đây là nội dung, đặt cả nội dung trong dấu nháy kép.",
        ),
        Wording("A key must be a text, not a list or a mapping.", "If this is a value, put it in quotes."),
        'tên: [a]: b → tên: "[a]: b"',
    ),
    "F123": Entry(
        Severity.ERROR,
        Wording(
            "Mục “{key}” đã có ở dòng {line}; mỗi mục chỉ được ghi một lần.",
            "Gộp hai mục làm một, hoặc sửa tên một trong hai mục.",
        ),
        Wording("“{key}” stands already in line {line}; each key is given once.", "Join the two, or rename one."),
        "năm: 2023\nnăm: 2024 → năm: 2023",
    ),
    "F124": Entry(
        Severity.ERROR,
        Wording(
            "Dấu & ở đầu nội dung là ký hiệu riêng của YAML, chương trình không dùng.",
            "Nếu là nội dung, đặt trong dấu nháy kép; nếu là nhãn (“&{name}”), bỏ nhãn đi.",
        ),
        Wording(
            "A value that begins with & is a YAML anchor; these are not used here.",
            "If it is text, put it in quotes; if it is a label (“&{name}”), remove it.",
        ),
        'tên: &A → tên: "&A"',
    ),
    "F125": Entry(
        Severity.ERROR,
        Wording(
            "Dấu * ở đầu nội dung là ký hiệu riêng của YAML, chương trình không dùng.",
            "Nếu là nội dung, đặt trong dấu nháy kép; nếu muốn dùng lại phần khác (“*{name}”), ghi lại phần đó.",
        ),
        Wording(
            "A value that begins with * is a YAML alias; these are not used here.",
            "If it is text, put it in quotes; if it should repeat “{name}”, write that out again.",
        ),
        'ghi chú: *chưa quyết toán* → ghi chú: "*chưa quyết toán*"',
    ),
    "F126": Entry(
        Severity.ERROR,
        Wording(
            "Dấu ! ở đầu nội dung là ký hiệu riêng của YAML, chương trình không dùng.",
            "Nếu là nội dung, đặt trong dấu nháy kép; nếu là thẻ kiểu dữ liệu (“{name}”), bỏ đi.",
        ),
        Wording(
            "A value that begins with ! is a YAML tag; these are not used here.",
            "If it is text, put it in quotes; if it is a tag (“{name}”), remove it.",
        ),
        "số: !!str 215 → số: 215",
    ),
    "F127": Entry(
        Severity.ERROR,
        Wording("Các mục lồng nhau quá {limit} cấp.", "Kiểm tra các dấu ngoặc và cách thụt lề ở trước chỗ này."),
        Wording(
            "Entries are nested more than {limit} levels deep.", "Check brackets and indentation before this place."
        ),
    ),
    "F128": Entry(
        Severity.ERROR,
        Wording(
            "Tệp có hơn {limit} mục nên không phải là tệp dữ liệu hội nghị.", "Kiểm tra xem có chọn nhầm tệp không."
        ),
        Wording(
            "The file has more than {limit} entries and can be no conference's input.",
            "Check that it is the right file.",
        ),
    ),
}

SYNTAX = {
    "F140": Entry(
        Severity.ERROR,
        Wording(
            "Dòng này thụt lề bằng phím Tab.",
            "Xóa Tab, gõ dấu cách cho thẳng hàng với dòng cùng cấp ở trên; YAML chỉ chấp nhận dấu cách ở đầu dòng.",
        ),
        Wording(
            "This line is indented with a tab.",
            "Delete the tab and type spaces until the line stands below its neighbours; YAML allows only spaces here.",
        ),
        "đơn vị:\n⇥tên: phường A → đơn vị:\n  tên: phường A",
    ),
    "F141": Entry(
        Severity.ERROR,
        Wording(
            "Dòng “{written}” thiếu dấu hai chấm sau tên mục.",
            "Ghi `tên mục: nội dung`. Nếu dòng này nối tiếp nội dung ở trên, thụt lề sâu hơn tên mục đó.",
        ),
        Wording(
            "The line “{written}” has no colon after a key.",
            "Write `key: value`. If the line continues the text above, indent it deeper than that text's key.",
        ),
        "năm 2023 → năm: 2023",
    ),
    "F142": Entry(
        Severity.ERROR,
        Wording("Thiếu dấu cách sau dấu hai chấm.", "Thêm một dấu cách: `tên mục: nội dung`."),
        Wording("The space after the colon is missing.", "Add a space: `key: value`."),
        "năm:2023 → năm: 2023",
    ),
    "F143": Entry(
        Severity.ERROR,
        Wording(
            "Dòng này thụt lề không khớp với các dòng cùng cấp.",
            "Các mục cùng cấp phải thẳng hàng; mục con lùi vào hai dấu cách so với mục cha; mục cha có mục con thì "
            "không ghi gì sau dấu hai chấm.",
        ),
        Wording(
            "This line is not aligned with the lines of its level.",
            "Entries of one level stand in one column; children two spaces deeper, and their parent has nothing behind "
            "its colon.",
        ),
        "đơn vị:\n  tên: A\n   tỉnh: B → đơn vị:\n  tên: A\n  tỉnh: B",
    ),
    "F144": Entry(
        Severity.ERROR,
        Wording(
            "Dấu nháy mở ở đây không có dấu nháy đóng.",
            "Thêm dấu nháy cùng loại vào cuối nội dung, hoặc bỏ dấu nháy này.",
        ),
        Wording("The quote opened here is not closed.", "Close it at the end of the text, or remove it."),
        'tên: "phường A → tên: "phường A"',
    ),
    "F145": Entry(
        Severity.ERROR,
        Wording(
            "Dấu ngoặc {character} mở ở đây không có dấu đóng.",
            "Thêm dấu ngoặc đóng; nếu ngoặc là một phần của nội dung, đặt cả nội dung trong dấu nháy kép.",
        ),
        Wording(
            "The bracket {character} opened here is not closed.",
            "Close it; if it is part of the text, put the whole text in quotes.",
        ),
        "gồm: [nam, nữ → gồm: [nam, nữ]",
    ),
    "F146": Entry(
        Severity.ERROR,
        Wording(
            "Nội dung có dấu hai chấm và dấu cách ở giữa nên bị hiểu thành tên mục.",
            "Đặt cả nội dung trong dấu nháy kép. Trong ngoặc nhọn, cũng có thể do thiếu dấu phẩy trước mục này.",
        ),
        Wording(
            "The value contains a colon and a space, which YAML reads as a key.",
            "Put the whole value in quotes. Inside braces, a comma before this entry may be missing.",
        ),
        'tên: Kết quả: tốt → tên: "Kết quả: tốt"',
    ),
    "F147": Entry(
        Severity.ERROR,
        Wording(
            "Nội dung bắt đầu bằng dấu {character}, là ký hiệu riêng của YAML.", "Đặt cả nội dung trong dấu nháy kép."
        ),
        Wording("The value begins with {character}, which means something to YAML.", "Put the whole value in quotes."),
        'năm sau: >= 45 tỷ đồng → năm sau: ">= 45 tỷ đồng"',
    ),
    "F148": Entry(
        Severity.ERROR,
        Wording(
            "Nội dung bắt đầu bằng {written} nhưng không đặt trong dấu nháy.",
            "Đặt cả nội dung trong dấu nháy kép, hoặc ghi `|` sau dấu hai chấm rồi viết nội dung từ dòng dưới.",
        ),
        Wording(
            "The value begins with {written} outside quotes.",
            "Put the whole value in quotes, or write `|` behind the colon and the text from the next line on.",
        ),
        'nội dung: {{ thu_NSNN }}; chi … → nội dung: "{{ thu_NSNN }}; chi …"',
    ),
    "F149": Entry(
        Severity.ERROR,
        Wording(
            "“{written}” đứng trong ngoặc nên bị tách làm hai ở dấu phẩy thập phân.",
            'Đặt số liệu trong dấu nháy kép: "{written}". Nếu đây là hai số khác nhau, thêm dấu cách sau dấu phẩy.',
        ),
        Wording(
            "“{written}” stands inside brackets, so its decimal comma splits it in two.",
            'Put it in quotes: "{written}". If these are two numbers, put a space after the comma.',
        ),
        '{thực hiện: 41,795 tỷ đồng} → {thực hiện: "41,795 tỷ đồng"}',
    ),
    "F150": Entry(
        Severity.ERROR,
        Wording(
            "Sau dấu nháy đóng còn nội dung: “{written}”.",
            "Đặt dấu nháy bao cả nội dung; bên trong dùng dấu nháy khác loại hoặc “ ”.",
        ),
        Wording(
            "There is text behind the closing quote: “{written}”.",
            "Let the quotes enclose the whole value; inside, use quotes of the other kind or “ ”.",
        ),
        """tên: "Ngày hội" Đại đoàn kết → tên: '"Ngày hội" Đại đoàn kết'""",
    ),
    "F151": Entry(
        Severity.ERROR,
        Wording(
            "Trong dấu nháy kép, “{written}” là ký hiệu không có nghĩa.",
            "Dùng dấu nháy đơn thay cho dấu nháy kép, hoặc ghi hai dấu \\\\.",
        ),
        Wording(
            "Inside double quotes, “{written}” has no meaning.", "Use single quotes, or write the backslash twice."
        ),
        "tệp: \"ảnh\\hội nghị.jpg\" → tệp: 'ảnh\\hội nghị.jpg'",
    ),
    "F152": Entry(
        Severity.ERROR,
        Wording("Thừa dấu ngoặc đóng {character}.", "Bỏ dấu này, hoặc đặt cả nội dung trong dấu nháy kép."),
        Wording("There is a closing {character} too many.", "Remove it, or put the whole value in quotes."),
        "gồm: [nam, nữ]] → gồm: [nam, nữ]",
    ),
    "F153": Entry(
        Severity.ERROR,
        Wording("Thiếu dấu cách sau dấu gạch đầu dòng.", "Thêm một dấu cách: `- nội dung`."),
        Wording("The space after the dash is missing.", "Add a space: `- text`."),
        "-nam → - nam",
    ),
    "F154": Entry(
        Severity.ERROR,
        Wording(
            "Trong ngoặc nhọn, dấu phẩy ngăn cách các mục nên “{written}” bị hiểu thành một mục không có nội dung.",
            "Nếu đây là phần tiếp của nội dung trước dấu phẩy, đặt cả nội dung đó trong dấu nháy kép.",
        ),
        Wording(
            "Inside braces a comma separates entries, so “{written}” is read as a key without value.",
            "If it continues the text before the comma, put that whole text in quotes.",
        ),
        '{chức vụ: Phó Bí thư, Chủ tịch} → {chức vụ: "Phó Bí thư, Chủ tịch"}',
    ),
    "F155": Entry(
        Severity.ERROR,
        Wording("Thiếu dấu phẩy trước mục này trong ngoặc.", "Thêm dấu phẩy vào cuối mục đứng trước."),
        Wording("A comma is missing before this entry inside brackets.", "Add a comma behind the entry before it."),
        "[nam\n nữ: 2] → [nam,\n nữ: 2]",
    ),
    "F161": Entry(
        Severity.WARNING,
        Wording(
            "Từ dấu # trở đi (“{text}”) là lời ghi chú, không được in.",
            "Nếu đó là nội dung thì đặt cả nội dung trong dấu nháy kép; nếu là ghi chú thì viết cách dấu #: # ghi chú.",
        ),
        Wording(
            "From # on (“{text}”) it is a comment and is not printed.",
            "Quote the whole text if it is to be printed; leave a blank behind # if it is a comment.",
        ),
        "đánh giá chung: Xã xếp thứ #1 của tỉnh.",
    ),
    "F160": Entry(
        Severity.ERROR,
        Wording(
            "Không hiểu được cách viết ở chỗ này.",
            "Kiểm tra dấu hai chấm, dấu nháy, dấu ngoặc và cách thụt lề ở dòng này và dòng trên.",
        ),
        Wording(
            "This cannot be understood as YAML.",
            "Check colons, quotes, brackets and indentation in this line and the one before.",
        ),
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(UNREADABLE | STRUCTURE | SYNTAX)
