"""Codes of the archive: taking in (H10x, H11x), writing and reading it (H12x), proving it (H13x, H14x)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE

TAKING_IN = {
    "H101": Entry(
        E,
        Wording(
            "Thư mục “{folder}” không có tệp manifest.json đọc được, nên không phải là thư mục kết quả.",
            "Ghi thư mục mà reportgen build đã lập, ví dụ outputs/binh-an-2024.",
        ),
        Wording(
            "The folder “{folder}” has no readable manifest.json; it is no output folder.",
            "Name a folder that reportgen build made, such as outputs/binh-an-2024.",
        ),
    ),
    "H102": Entry(
        E,
        Wording(
            "Tệp “{file}” đã bị sửa sau khi lập: mã băm khác manifest.json.",
            "Lập lại văn bản rồi lưu. Bản đã ký số thì thêm bằng --signed.",
        ),
        Wording(
            "“{file}” was changed after it was built: its digest is not the manifest's.",
            "Build again, then add. A signed copy is added with --signed.",
        ),
    ),
    "H103": Entry(
        E,
        Wording("Thiếu tệp “{file}” có tên trong manifest.json, hoặc đó là liên kết.", "Lập lại văn bản rồi lưu."),
        Wording("“{file}” of the manifest is missing, or is a link.", "Build again, then add."),
    ),
    "H104": Entry(
        E,
        Wording(
            "Tên tệp “{name}” trong manifest.json không phải tên do chương trình đặt.",
            "Không lưu thư mục này; lập lại văn bản từ tệp dữ liệu.",
        ),
        Wording("“{name}” in the manifest is no name that the program gives.", "Build again from the input."),
    ),
    "H105": Entry(
        E,
        Wording(
            "Tệp “{file}” được lập từ một bản khác của “{input}”.",
            "Lập lại cả bộ: reportgen build, không kèm --only hay --format.",
        ),
        Wording("“{file}” was made of another state of “{input}”.", "Build the whole set again."),
    ),
    "H106": Entry(
        E,
        Wording(
            "Không tìm thấy tệp dữ liệu “{name}” đúng như khi lập văn bản.",
            "Ghi nơi để tệp bằng --input TỆP. Nếu tệp đã được sửa thì lập lại văn bản trước.",
        ),
        Wording(
            "The input “{name}” was not found as it was when the papers were built.",
            "Say where it is with --input FILE; if it was changed since, build again first.",
        ),
    ),
    "H107": Entry(
        E,
        Wording("Không đọc được tệp dữ liệu “{file}”.", "Kiểm tra bằng reportgen check, sửa rồi lập lại."),
        Wording("The input “{file}” cannot be read.", "Run reportgen check, mend it and build again."),
    ),
    "H108": Entry(
        E,
        Wording(
            "Không lưu được ảnh hoặc mẫu riêng “{file}” của tệp dữ liệu.",
            "Ảnh phải nằm trong thư mục của tệp dữ liệu, tên không có ký tự đặc biệt và không trùng nhau.",
        ),
        Wording(
            "The input's picture or template “{file}” cannot be archived.",
            "It must lie in the input's folder under a plain name of its own.",
        ),
    ),
    "H109": Entry(
        E,
        Wording(
            "Thư mục “{folder}” chưa có bản PDF nào.", "Lập lại có PDF (không kèm --format), vì bản lưu trữ là PDF/A."
        ),
        Wording("“{folder}” has no PDF.", "Build with PDF: that is what is archived."),
    ),
    "H110": Entry(
        E,
        Wording(
            "{paper}: trường {field} ({meaning}) cần {needed}, thấy {length} ký tự: “{value}”.",
            "Rút gọn nội dung đó trong tệp dữ liệu rồi lập lại, hoặc sửa giá trị ghi ở --set.",
        ),
        Wording(
            "{paper}: the field {field} does not fit ({length} characters): “{value}”.",
            "Shorten it in the input and build again, or mend what --set gives.",
        ),
    ),
    "H111": Entry(
        N,
        Wording("Bộ văn bản này đã có trong kho: {identifier}.", "Không phải làm gì; kho giữ nguyên."),
        Wording("This set is in the archive already: {identifier}.", "Nothing has to be done."),
    ),
    "H112": Entry(
        N,
        Wording(
            "Không lưu các tệp ngoài manifest.json: {files}.",
            "Bản ký số thì thêm bằng --signed; tệp khác lưu ở nơi khác.",
        ),
        Wording("Files that the manifest does not name were left: {files}.", "Add a signed copy with --signed."),
    ),
    "H114": Entry(
        E,
        Wording("“{file}” không phải tệp PDF đọc được.", "Kiểm tra lại tệp do văn thư gửi; chỉ nhận PDF."),
        Wording("“{file}” is no readable PDF.", "Check the file; only PDF is taken."),
    ),
    "H115": Entry(
        E,
        Wording(
            "“{file}” không có chữ (bản quét), nên không biết thuộc văn bản nào.",
            "Ký số trực tiếp lên bản PDF do chương trình lập, hoặc nhận dạng chữ (OCR) cho bản quét.",
        ),
        Wording(
            "“{file}” has no text (a scan): nobody can tell which paper it is.",
            "Sign the built PDF itself, or run OCR on the scan.",
        ),
    ),
    "H116": Entry(
        E,
        Wording(
            "Trong kho không có văn bản nào cùng nội dung với “{file}”; gần nhất giống {percent}%: {near}.",
            "Lưu bộ kết quả của văn bản đó trước, rồi thêm bản ký.",
        ),
        Wording(
            "No paper in the archive has the text of “{file}”; the nearest, {percent}% alike: {near}.",
            "Add that paper's output folder first.",
        ),
    ),
    "H117": Entry(
        E,
        Wording(
            "Bản ký “{file}” khác bản {paper} trong kho: thiếu {missing}; có thêm {instead}.",
            "Xem lại có đúng bản đã ký không. Văn bản sửa trước khi ký thì lập lại từ tệp dữ liệu đã sửa, hoặc thêm"
            " --differing để vẫn lưu; chỗ khác được ghi lại.",
        ),
        Wording(
            "The signed file “{file}” differs from {paper}: it lacks {missing}; it has {instead} besides.",
            "See whether it is the right file. If the paper was changed before it was signed, build it anew from the"
            " mended input, or add --differing to archive it all the same; what differs is recorded.",
        ),
        "41,795 tỷ đồng  →  41,759 tỷ đồng",
    ),
}

WORKING = {
    "H120": Entry(
        E,
        Wording(
            "Không ghi được vào kho lưu trữ “{folder}”: {reason}.",
            "Kiểm tra quyền ghi. Những gì đã lưu vẫn nguyên vẹn, tra cứu vẫn dùng được.",
        ),
        Wording(
            "The archive “{folder}” cannot be written: {reason}.",
            "Check its permissions. What is archived is untouched and can be searched.",
        ),
    ),
    "H121": Entry(
        E,
        Wording(
            "Ổ đĩa đã đầy nên chưa lưu vào kho “{folder}”.",
            "Giải phóng dung lượng rồi chạy lại; những gì đã lưu vẫn nguyên vẹn.",
        ),
        Wording(
            "The disk is full; nothing was added to “{folder}”.",
            "Free some space and run again; what is archived is untouched.",
        ),
    ),
    "H122": Entry(
        E,
        Wording(
            "“{path}” là liên kết ở chỗ phải là thư mục của kho.",
            "Bỏ liên kết đó, chép thư mục thật vào chỗ ấy; kho không ghi ra ngoài thư mục của mình.",
        ),
        Wording(
            "“{path}” is a link where the archive's own folder should be.",
            "Put the real folder there; the archive writes nothing outside its own.",
        ),
    ),
    "H123": Entry(
        W,
        Wording("Đã lưu vào kho nhưng chưa ghi được chỉ mục: {reason}.", "Chạy reportgen archive reindex."),
        Wording("Archived, but the index could not be written: {reason}.", "Run reportgen archive reindex."),
    ),
    "H124": Entry(
        E,
        Wording("Không có kho lưu trữ ở “{folder}”.", "Ghi thư mục của kho bằng --archive."),
        Wording("There is no archive at “{folder}”.", "Name its folder with --archive."),
    ),
    "H125": Entry(
        E,
        Wording(
            "Chỉ mục của kho chưa có hoặc bị hỏng ({reason}).",
            "Chạy reportgen archive reindex để lập lại từ các gói; kho chỉ đọc thì chép sang nơi ghi được rồi chạy.",
        ),
        Wording(
            "The archive's index is missing or damaged ({reason}).",
            "Run reportgen archive reindex; a read-only archive has to be copied first.",
        ),
    ),
    "H126": Entry(
        E,
        Wording(
            "Không có mục nào, hoặc có nhiều mục, mang mã “{identifier}”.",
            "Xem danh sách bằng reportgen archive list; gần giống nhất: {near}.",
        ),
        Wording("No single addition is called “{identifier}”.", "See reportgen archive list; the nearest: {near}."),
    ),
    "H127": Entry(
        E,
        Wording("Đã có thư mục “{folder}”, nên không chép gì vào đó.", "Chọn thư mục khác bằng -o."),
        Wording("“{folder}” exists already; nothing was copied.", "Choose another folder with -o."),
    ),
    "H128": Entry(
        W,
        Wording(
            "Chỉ mục thiếu hoặc thừa so với sổ của kho ({indexed} mục, sổ có {number}).",
            "Chạy reportgen archive reindex.",
        ),
        Wording(
            "The index does not follow the ledger ({indexed} additions, the ledger has {number}).",
            "Run reportgen archive reindex.",
        ),
    ),
    "H129": Entry(
        E,
        Wording(
            "Sổ của kho (so-cai.jsonl) bị đứt từ dòng {line}, nên không thêm gì vào kho.",
            "Lấy lại so-cai.jsonl từ bản sao lưu; mất hẳn thì xóa tệp đó rồi chạy reportgen archive reindex.",
        ),
        Wording(
            "The archive's ledger (so-cai.jsonl) is no chain from line {line} on; nothing is added.",
            "Restore it from a backup; if there is none, delete it and run reportgen archive reindex.",
        ),
    ),
}

PROVING = {
    "H130": Entry(
        E,
        Wording("Tệp “{file}” không còn đúng như khi lưu.", "Lấy lại gói này từ bản sao lưu."),
        Wording("“{file}” is not what was archived.", "Restore this bag from a backup."),
    ),
    "H131": Entry(
        E,
        Wording("Gói thiếu tệp “{file}”.", "Lấy lại gói này từ bản sao lưu."),
        Wording("The bag lacks “{file}”.", "Restore this bag from a backup."),
    ),
    "H132": Entry(
        E,
        Wording("Gói thừa tệp “{file}” không có trong bản kê.", "Chuyển tệp đó ra ngoài kho."),
        Wording("The bag has a file too many: “{file}”.", "Move it out of the archive."),
    ),
    "H133": Entry(
        E,
        Wording("Gói không đọc được theo chuẩn BagIt: {reason}.", "Lấy lại gói này từ bản sao lưu."),
        Wording("This is no BagIt package that can be read: {reason}.", "Restore it from a backup."),
    ),
    "H134": Entry(
        E,
        Wording(
            "Mất gói “{identifier}” (dòng {line} của sổ).", "Lấy lại gói này từ bản sao lưu; không xóa gói khỏi kho."
        ),
        Wording("The bag “{identifier}” (line {line} of the ledger) is gone.", "Restore it from a backup."),
    ),
    "H135": Entry(
        E,
        Wording(
            "Gói “{identifier}” đã bị thay: bản kê của nó không phải bản ghi ở dòng {line} của sổ.",
            "Lấy lại gói gốc từ bản sao lưu.",
        ),
        Wording(
            "The bag “{identifier}” was exchanged: line {line} of the ledger fixes another.", "Restore the right one."
        ),
    ),
    "H136": Entry(
        E,
        Wording(
            "Gói “{identifier}” tự ghi là nối tiếp một sổ khác với so-cai.jsonl (dòng {line}).",
            "Sổ đã bị viết lại: đối chiếu với chứng nhận đã ký và bản sao lưu.",
        ),
        Wording(
            "The bag “{identifier}” says that it follows another ledger than this (line {line}).",
            "The ledger was written anew: compare the signed certificate and a backup.",
        ),
    ),
    "H137": Entry(
        E,
        Wording(
            "Gói “{identifier}” không có trong sổ.",
            "Nếu sổ bị cắt, lấy lại so-cai.jsonl từ bản sao lưu; nếu gói do ai chép vào, chuyển ra ngoài kho.",
        ),
        Wording(
            "The bag “{identifier}” is not in the ledger.",
            "If the ledger was cut, restore it from a backup; if somebody put the bag there, move it out.",
        ),
    ),
    "H138": Entry(
        E,
        Wording("“{path}” không thuộc kho.", "Chuyển ra ngoài kho; kho chỉ chứa gói, sổ và chỉ mục."),
        Wording("“{path}” does not belong to the archive.", "Move it out."),
    ),
    "H139": Entry(
        E,
        Wording("Chỉ mục không khớp với gói “{identifier}”.", "Chạy reportgen archive reindex."),
        Wording("The index does not agree with the bag “{identifier}”.", "Run reportgen archive reindex."),
    ),
    "H140": Entry(
        E,
        Wording("PDF không đạt chuẩn {standard}: {rules}.", "Giữ nguyên gói; báo cho người phát triển kèm tệp này."),
        Wording("The PDF does not conform to {standard}: {rules}.", "Leave the bag; report it with this file."),
    ),
    "H141": Entry(
        E,
        Wording(
            "Lập lại từ tệp dữ liệu trong gói, cùng phiên bản, cho ra “{file}” khác bản đã lưu.",
            "Bản đã lưu vẫn là bản gốc. Kiểm tra phông chữ của máy; nếu vẫn khác, báo cho người phát triển.",
        ),
        Wording(
            "Built again from the bag's input with the same versions, “{file}” is another file.",
            "What is archived stays the original. Check the machine's fonts; else report it.",
        ),
    ),
    "H142": Entry(
        N,
        Wording(
            "Không thử lập lại được trên máy này: gói được lập với {versions}.",
            "Cài đúng các phiên bản đó rồi thử lại.",
        ),
        Wording("Cannot be built again here: made with {versions}.", "Install those versions to try."),
    ),
    "H143": Entry(
        E,
        Wording(
            "Mã {head} không có trong sổ của kho.",
            "Kiểm tra lại mã ghi trên chứng nhận; nếu đúng thì sổ đã bị viết lại.",
        ),
        Wording("The hash {head} is not in the ledger.", "Check it; if it is right, the ledger was written anew."),
    ),
    "H144": Entry(
        E,
        Wording(
            "Chữ lưu trong “{file}” không phải chữ của văn bản.",
            "Báo cho người phát triển; bản PDF, DOCX vẫn nguyên vẹn.",
        ),
        Wording("The words kept in “{file}” are not the paper's.", "Please report it; the papers are untouched."),
    ),
    "H145": Entry(
        N,
        Wording("Có một lần thêm bị ngắt giữa chừng (“{path}”).", "Lần thêm sau sẽ tự hoàn tất hoặc dọn đi."),
        Wording("An addition was interrupted (“{path}”).", "The next one finishes or removes it."),
    ),
    "H148": Entry(
        E,
        Wording("Phần tìm kiếm của chỉ mục không khớp với chữ của các văn bản.", "Chạy reportgen archive reindex."),
        Wording("The index's full text does not agree with the papers' words.", "Run reportgen archive reindex."),
    ),
    "H147": Entry(
        W,
        Wording(
            "Sổ của kho bị mất, đã lập lại từ các gói: {count} dòng, mã chốt sổ {head}.",
            "Đối chiếu mã đó với chứng nhận đã ký gần nhất, vì gói cuối bị mất thì các gói còn lại không cho biết.",
        ),
        Wording(
            "The ledger was lost and made anew from the bags: {count} lines, head {head}.",
            "Compare it with the last signed certificate: the bags cannot tell whether the last of them is missing.",
        ),
    ),
    "H146": Entry(
        E,
        Wording("Kho “{folder}” chưa có mục nào để chứng nhận.", "Thêm văn bản bằng reportgen archive add."),
        Wording("The archive “{folder}” is empty: there is nothing to certify.", "Add papers first."),
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(TAKING_IN | WORKING | PROVING)
