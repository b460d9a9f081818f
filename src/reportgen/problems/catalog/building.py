"""Codes of pictures and pages (A7xx), papers and templates (T8xx), building (B9xx), and of what the machine lacks
(M9xx, exit code 3)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "T801": Entry(
            Severity.ERROR,
            Wording("Mẫu văn bản có lỗi: {reason}.", "Sửa mẫu, hoặc xóa thư mục mẫu riêng để dùng lại mẫu có sẵn."),
            Wording(
                "The template is broken: {reason}.", "Mend it, or delete your own templates to use the packaged ones."
            ),
        ),
        "T802": Entry(
            Severity.ERROR,
            Wording(
                "Mẫu văn bản viết ra thành phần không dùng được: {reason}.",
                "Chỉ dùng các thẻ và kiểu trong sổ tay, mục “Mẫu riêng”.",
            ),
            Wording(
                "The template writes what no paper can hold: {reason}.", "Use only the tags and styles of the manual."
            ),
        ),
        "T803": Entry(
            Severity.ERROR,
            Wording("Không có văn bản nào tên là “{paper}”.", "Các văn bản lập được: {papers}."),
            Wording("There is no paper “{paper}”.", "Papers that can be built: {papers}."),
        ),
        "T804": Entry(
            Severity.ERROR,
            Wording(
                "Tệp mô tả mẫu không đọc được: {reason}.",
                "Viết dạng “tên: …”, “trình bày: văn bản” hoặc “trình bày: báo chí”.",
            ),
            Wording(
                "The template's description cannot be read: {reason}.",
                "Write “tên: …”, “trình bày: văn bản” or “báo chí”.",
            ),
        ),
        "T805": Entry(
            Severity.WARNING,
            Wording(
                "{paper} dài {count} chữ, quá {high} chữ.",
                "Đã bỏ mọi câu bỏ được; hãy rút ngắn sapo và những câu mở đầu.",
            ),
            Wording(
                "{paper} has {count} words, more than {high}.",
                "Every sentence that can go is gone; shorten the standfirst and what the article opens with.",
            ),
            "tin bài: {độ dài: ngắn}",
        ),
        "T806": Entry(
            Severity.NOTICE,
            Wording(
                "{paper} dài {count} chữ, chưa đến {low} chữ.",
                "Có thể ghi thêm kết quả, phát biểu, khen thưởng; đủ ý rồi thì không cần sửa.",
            ),
            Wording(
                "{paper} has {count} words, fewer than {low}.",
                "Add results, speeches or awards; if nothing is missing, leave it.",
            ),
            "tin bài: {độ dài: dài}",
        ),
        "T807": Entry(
            Severity.NOTICE,
            Wording(
                "{paper} được rút từ {full} còn {count} chữ cho vừa {high} chữ: bỏ bớt trong các danh sách{gone}. "
                "Phần không in: {lost}.",
                "Đọc lại bài; điều cần giữ thì viết ngắn hơn, đưa lên trước, hoặc chọn “độ dài” lớn hơn.",
            ),
            Wording(
                "{paper} was cut from {full} to {count} words, to fit {high}: entries of lists{gone_en} went. "
                "Parts left out: {lost}.",
                "Read it again; say what must stay in fewer words or earlier, or choose a longer “độ dài”.",
            ),
            "tin bài: {độ dài: ngắn}",
        ),
        "T808": Entry(
            Severity.WARNING,
            Wording(
                "{paper} còn để trống (dấu …): {lines}.",
                "Ghi “liên hệ” ở mục “tin bài”, “ngày” ở mục “hội nghị”, rồi lập lại trước khi gửi đi.",
            ),
            Wording(
                "{paper} has blanks (…): {lines}.",
                "Give “liên hệ” below “tin bài” and “ngày” below “hội nghị”, and build again before it is sent.",
            ),
            "tin bài: {liên hệ: {họ tên: Lê Văn An}}   (thiếu “điện thoại”)",
        ),
        "T811": Entry(
            Severity.ERROR,
            Wording(
                "Chưa lập được {paper}: tệp chưa có {lacks}.",
                "Điền các mục đó rồi lập lại; xem `reportgen papers TỆP` để biết mỗi văn bản cần gì.",
            ),
            Wording(
                "{paper} cannot be made yet: the file lacks {lacks}.",
                "Fill those keys in and build again; `reportgen papers FILE` shows what each paper needs.",
            ),
            "reportgen build --only chuong-trinh   (tệp không có “chương trình”)",
        ),
        "A701": Entry(
            Severity.ERROR,
            Wording(
                "Không tìm thấy tệp ảnh “{file}”.",
                "Đặt ảnh vào thư mục của tệp đầu vào và viết đúng tên, kể cả đuôi .jpg, .png.",
            ),
            Wording("There is no picture “{file}”.", "Put it into the input's folder and spell its name in full."),
            "tệp: anh/quang-canh.jpg",
        ),
        "A702": Entry(
            Severity.ERROR,
            Wording("Ảnh “{file}” nằm ngoài thư mục của tệp đầu vào.", "Chép ảnh vào thư mục đó rồi ghi lại tên tệp."),
            Wording("The picture “{file}” lies outside the input's folder.", "Copy it into that folder."),
            "tệp: ../anh.jpg  →  tệp: anh.jpg",
        ),
        "A703": Entry(
            Severity.ERROR,
            Wording(
                "Tệp “{file}” không phải là ảnh đọc được.",
                "Dùng ảnh JPEG, PNG hoặc HEIC; mở thử bằng trình xem ảnh để kiểm tra.",
            ),
            Wording("“{file}” is not a picture that can be read.", "Use JPEG, PNG or HEIC."),
        ),
        "A704": Entry(
            Severity.ERROR,
            Wording("Ảnh “{file}” quá lớn ({pixels} triệu điểm ảnh, tối đa {limit}).", "Thu nhỏ ảnh rồi thử lại."),
            Wording("The picture “{file}” is too large ({pixels} megapixels, at most {limit}).", "Make it smaller."),
        ),
        "A705": Entry(
            Severity.WARNING,
            Wording(
                "Ảnh “{file}” chưa có mô tả cho người không nhìn được.",
                "Thêm dòng `mô tả:` nói trong ảnh có gì, khác với chú thích.",
            ),
            Wording(
                "The picture “{file}” has no description for who cannot see it.",
                "Add `mô tả:` and say what the picture shows, other than its caption.",
            ),
            "mô tả: Các đại biểu ngồi kín hội trường, trên sân khấu là bàn chủ tọa.",
        ),
        "A706": Entry(
            Severity.WARNING,
            Wording(
                "Mô tả ảnh lặp lại nguyên văn chú thích, nên người dùng trình đọc màn hình nghe hai lần một câu.",
                "Viết lại mô tả: trong ảnh thấy những ai, ở đâu, đang làm gì.",
            ),
            Wording(
                "The picture's description repeats its caption, so a screen reader says it twice.",
                "Say what is to be seen: who, where, doing what.",
            ),
            "mô tả: Các đại biểu ngồi kín hội trường, trên sân khấu là bàn chủ tọa.",
        ),
        "A707": Entry(
            Severity.WARNING,
            Wording(
                "Tên tệp ảnh “{file}” có dấu mà Windows và kho lưu trữ không nhận.",
                'Đổi tên tệp: bỏ các dấu \\ : * ? " < > | và dấu cách ở hai đầu, rồi sửa tên ở đây.',
            ),
            Wording(
                "The name “{file}” holds what neither Windows nor the archive takes.",
                'Rename the file without \\ : * ? " < > | and blanks at its ends, and mend the name here.',
            ),
            "tệp: anh/quang-canh 14:30.jpg  →  tệp: anh/quang-canh-14-30.jpg",
        ),
        "A708": Entry(
            Severity.ERROR,
            Wording("Tin bài có {count} ảnh, quá {most}.", "Chọn những ảnh tiêu biểu, bỏ bớt các ảnh còn lại."),
            Wording(
                "The article has {count} pictures, more than {most}.", "Choose the telling ones, leave out the rest."
            ),
        ),
        "A710": Entry(
            Severity.ERROR,
            Wording(
                "“{text}” không phải là địa chỉ của một trang web.",
                "Chép cả địa chỉ, bắt đầu bằng https://; chưa biết thì bỏ dòng này.",
            ),
            Wording(
                "“{text}” is no address of a web page.",
                "Copy the whole address, from https:// on; leave the line out while it is unknown.",
            ),
            "địa chỉ trang: binhan.gov.vn → địa chỉ trang: https://binhan.gov.vn/tin-bai.html",
        ),
        "B901": Entry(
            Severity.ERROR,
            Wording(
                "Không ghi được vào thư mục kết quả “{folder}”: {reason}.",
                "Kiểm tra quyền ghi, hoặc chọn thư mục khác bằng -o.",
            ),
            Wording(
                "The output folder “{folder}” cannot be written: {reason}.",
                "Check its permissions, or choose another with -o.",
            ),
        ),
        "B902": Entry(
            Severity.ERROR,
            Wording(
                "Ổ đĩa đã đầy nên không ghi được kết quả vào “{folder}”.",
                "Giải phóng dung lượng rồi chạy lại; bộ kết quả cũ vẫn còn nguyên.",
            ),
            Wording(
                "The disk is full; nothing was written to “{folder}”.",
                "Free some space and run again; the last results are untouched.",
            ),
        ),
        "B903": Entry(
            Severity.ERROR,
            Wording(
                "Hai tệp đầu vào cùng tên “{name}” sẽ ghi vào một thư mục kết quả.",
                "Đổi tên một tệp, hoặc lập từng tệp với -o khác nhau.",
            ),
            Wording(
                "Two inputs named “{name}” would share one output folder.",
                "Rename one, or build them apart with different -o.",
            ),
        ),
        "B905": Entry(
            Severity.ERROR,
            Wording(
                "Tên tệp “{name}” không dùng được: kết quả nằm trong thư mục mang tên tệp, có máy không nhận tên ấy.",
                "Đặt tên bằng chữ, số và dấu gạch nối, ví dụ phuong-binh-an-2025.yaml.",
            ),
            Wording(
                "The file name “{name}” cannot be used: results go into a folder of that name, which not every machine "
                "takes.",
                "Name it with letters, digits and hyphens, such as phuong-binh-an-2025.yaml.",
            ),
            "inputs/...yaml  →  inputs/phuong-binh-an-2025.yaml",
        ),
        "B904": Entry(
            Severity.ERROR,
            Wording(
                "Không tìm thấy tệp đầu vào nào trong thư mục “{folder}”.",
                "Đặt tệp .yaml vào đó, hoặc ghi tên tệp sau lệnh.",
            ),
            Wording("There are no inputs in “{folder}”.", "Put a .yaml file there, or name one on the command line."),
        ),
        "B911": Entry(
            Severity.ERROR,
            Wording(
                "Nội dung tệp không khớp với văn bản: cần “{wanted}”, thấy “{found}”.",
                "Đây là lỗi của chương trình; kết quả không được ghi. Hãy báo cho người phát triển kèm tệp đầu vào.",
            ),
            Wording(
                "The file's text is not the paper's: wanted “{wanted}”, found “{found}”.",
                "A fault of the program; please report it.",
            ),
        ),
        "B912": Entry(
            Severity.ERROR,
            Wording(
                "Tệp không đạt chuẩn {standard}: {rules}.",
                "Đây là lỗi của chương trình hoặc của mẫu riêng; kết quả không được ghi. Hãy báo cho người phát triển.",
            ),
            Wording(
                "The file does not conform to {standard}: {rules}.",
                "A fault of the program or of your own template; please report it.",
            ),
        ),
        "B916": Entry(
            Severity.WARNING,
            Wording(
                "Bản Word cũ đã được sửa tay; bản sửa tay được giữ lại thành {file}.",
                "Chép những chỗ đã sửa vào tệp dữ liệu, để lần sau khỏi mất.",
            ),
            Wording("The old Word file was edited by hand; it is kept as {file}.", "Put the changes into the input."),
            "outputs/xa-a-2025/bao-cao.sua-tay.docx",
        ),
        "B913": Entry(
            Severity.ERROR,
            Wording(
                "Chương trình gặp lỗi khi lập văn bản này: {reason}.",
                "Kết quả không được ghi. Hãy báo cho người phát triển kèm tệp đầu vào.",
            ),
            Wording(
                "The program failed on this paper: {reason}.", "Nothing was written. Please report it with the input."
            ),
        ),
        "B931": Entry(
            Severity.ERROR,
            Wording(
                "Không mở được cổng {port} cho trình duyệt: {reason}.",
                "Chọn cổng khác, hoặc bỏ --port để chương trình tự chọn.",
            ),
            Wording("Port {port} cannot be opened for the browser: {reason}.", "Choose another, or leave --port out."),
        ),
        "B940": Entry(
            Severity.ERROR,
            Wording(
                "Không ghi được thay đổi này vào tệp mà vẫn giữ nguyên phần còn lại.",
                "Sửa chỗ ấy ngay trong tệp; nếu tệp đang có lỗi cú pháp thì chữa lỗi ấy trước.",
            ),
            Wording(
                "This change cannot be made in the file without changing something else.",
                "Make it in the file itself; where its syntax is broken, mend that first.",
            ),
        ),
        "B941": Entry(
            Severity.ERROR,
            Wording("Chỗ cần sửa không còn trong tệp: tệp đã được đổi ở nơi khác.", "Xem lại bản mới rồi sửa lần nữa."),
            Wording("The place is no longer in the file: it was changed elsewhere.", "Look at it and change it again."),
        ),
        "B942": Entry(
            Severity.ERROR,
            Wording(
                "Chỗ này vừa được sửa ở cửa sổ khác hoặc ở ngay tệp.",
                "Xem lại bản mới; nếu vẫn cần thì sửa lần nữa: phần đã gõ được hiện để chép.",
            ),
            Wording(
                "The same place was just changed in another window or in the file itself.",
                "Look at the new state and change it again if need be: what was typed is shown to be copied.",
            ),
        ),
        "B943": Entry(
            Severity.ERROR,
            Wording("{file} không phải ảnh JPEG, PNG, HEIC hoặc WebP.", "Lưu ảnh ở một trong các dạng ấy rồi thả lại."),
            Wording("{file} is no JPEG, PNG, HEIC or WebP picture.", "Save it as one of these and drop it again."),
        ),
        "M901": Entry(
            Severity.ERROR,
            Wording(
                "Máy thiếu thư viện để làm PDF: {reason}.",
                "Cài bằng lệnh: pip install reportgen[typst]; hoặc: sudo apt-get install libpango-1.0-0 "
                "libpangoft2-1.0-0 libharfbuzz-subset0",
            ),
            Wording(
                "The machine lacks a library for PDF: {reason}.",
                "Run: pip install reportgen[typst]; or: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
                "libharfbuzz-subset0",
            ),
        ),
        "M902": Entry(
            Severity.ERROR,
            Wording("Thiếu thư mục mẫu đi kèm chương trình ({folder}).", "Cài lại chương trình."),
            Wording("The program's templates are missing ({folder}).", "Install the program anew."),
        ),
        "M903": Entry(
            Severity.ERROR,
            Wording(
                "Máy thiếu phông chữ có đủ chữ Việt: PDF dùng {fonts}, cần {families}.",
                "Cài bằng lệnh: sudo apt-get install fonts-croscore",
            ),
            Wording(
                "The machine lacks a font with all Vietnamese letters: the PDF uses {fonts}, needed {families}.",
                "Run: sudo apt-get install fonts-croscore",
            ),
        ),
        "M904": Entry(
            Severity.ERROR,
            Wording(
                "Máy chưa cài phông chữ nào trong số: {families}.",
                "Cài bằng lệnh: sudo apt-get install fonts-croscore",
            ),
            Wording("None of these fonts is installed: {families}.", "Run: sudo apt-get install fonts-croscore"),
        ),
        "M905": Entry(
            Severity.ERROR,
            Wording(
                "Chưa cài Typst để dàn trang: {reason}.",
                "Cài bằng lệnh: pip install reportgen[typst]; hoặc bỏ lựa chọn “--engine typst”.",
            ),
            Wording(
                "Typst, which was asked to lay out the pages, is not installed: {reason}.",
                "Run: pip install reportgen[typst]; or leave “--engine typst” out.",
            ),
        ),
        "M906": Entry(
            Severity.NOTICE,
            Wording(
                "Máy không có Pango ({reason}), nên PDF do Typst làm; mọi kiểm tra vẫn như thường lệ.",
                "Không cần làm gì. Chọn hẳn Typst bằng “--engine typst” thì lời nhắc này không hiện nữa.",
            ),
            Wording(
                "The machine has no Pango ({reason}), so Typst made the PDF; all proofs are the usual ones.",
                "Nothing needs to be done. With “--engine typst” this is not told again.",
            ),
        ),
        "M907": Entry(
            Severity.ERROR,
            Wording("Không có chương trình dàn trang nào tên là “{name}”.", "Viết một trong các tên: {known}."),
            Wording("Nothing that lays out pages is called “{name}”.", "Write one of these names: {known}."),
        ),
    }
)
