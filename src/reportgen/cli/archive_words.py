"""What the commands of `reportgen archive` say, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

ARCHIVE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "archive": (
            "Lưu trữ văn bản của nhiều năm, tra cứu và chứng minh không có gì thay đổi.\n\nMỗi bộ văn bản thành một "
            "gói BagIt; không gói nào bị sửa hay ghi đè.",
            "Archive the papers of many years, find anything in them, prove that nothing has changed.\n\nEach set "
            "becomes a BagIt package; none is ever changed or written over.",
        ),
        "archive option": (
            "Thư mục của kho lưu trữ; mặc định kho-luu-tru.",
            "The archive's folder; kho-luu-tru.",
        ),
        "archive format": ("Dạng kết quả.", "Form of the output."),
        "identifier": ("MÃ", "ID"),
        "field value": ("TRƯỜNG=GIÁ_TRỊ", "FIELD=VALUE"),
        "archive add": (
            "Thêm các thư mục kết quả vào kho.\n\nMỗi thư mục phải đúng như reportgen build đã lập; tệp dữ liệu và ảnh "
            "được lưu kèm. Bộ đã có mà lập lại thì thành phiên bản mới, bản cũ giữ nguyên.",
            "Add output folders to the archive.\n\nEach must be as reportgen build made it; the input and its pictures "
            "are archived with it. A set that was built anew becomes a new version beside the old one.",
        ),
        "signed": (
            "Bản PDF đã ký số, đóng dấu do văn thư gửi lại; chương trình tự nhận ra là của văn bản nào. Viết được "
            "nhiều lần.",
            "A signed or sealed PDF that came back; its text says to which paper it belongs. May be repeated.",
        ),
        "differing": (
            "Vẫn nhận bản ký có lời văn, số liệu khác bản trong kho; chỗ khác được ghi lại và tra cứu được.",
            "Take a signed file too whose words or figures differ from the archived ones; what differs is recorded.",
        ),
        "source": (
            "Tệp dữ liệu, nếu không ở inputs/ hay cạnh thư mục kết quả.",
            "The input, if it is neither in inputs/ nor beside the output folder.",
        ),
        "set field": (
            "Trường của Phụ lục VI mà văn bản không tự biết, ví dụ FileNotation=01/2025. Viết được nhiều lần.",
            "A field of Annex VI that a paper does not know of itself, such as FileNotation=01/2025. May be repeated.",
        ),
        "bad field": (
            "“{text}” không dùng được cho --set. Viết TRƯỜNG=GIÁ_TRỊ với trường là một trong: {known}.",
            "“{text}” is nothing for --set. Write FIELD=VALUE with one of: {known}.",
        ),
        "nothing to add": (
            "Ghi thư mục kết quả cần lưu, hoặc --signed kèm tệp đã ký.",
            "Name an output folder, or a signed file with --signed.",
        ),
        "archived": ("{input}: đã lưu vào kho, mã {identifier}", "{input}: archived as {identifier}"),
        "archive list": ("Liệt kê các mục trong kho.", "List what the archive holds."),
        "archive show": (
            "Xem một mục: văn bản, các trường mô tả, các tệp.",
            "Show one addition: papers, descriptive fields, files.",
        ),
        "archive versions": (
            "Liệt kê mọi phiên bản của một mục, kèm các bản đã ký.",
            "List all versions of an addition, with what came back signed.",
        ),
        "archive extract": (
            "Chép các tệp của một mục ra ngoài, đối chiếu từng tệp với mã băm.",
            "Copy an addition's files out, each held against its digest.",
        ),
        "extract to": ("Thư mục để chép ra; mặc định là thư mục hiện tại.", "Where to copy; the current folder."),
        "by year": ("Chỉ năm này.", "This year only."),
        "by unit": ("Chỉ đơn vị có tên chứa chữ này.", "Units whose name contains this."),
        "by kind": ("Chỉ loại văn bản này: báo cáo, tin bài…", "Papers of this kind: báo cáo, tin bài…"),
        "by person": ("Chỉ văn bản có nhắc người này.", "Papers that name this person."),
        "by field": ("Chỉ văn bản có mục về lĩnh vực này.", "Papers with a section on this field."),
        "limit": ("Số kết quả nhiều nhất; mặc định 20.", "How many results at most; 20."),
        "archive search": (
            "Tìm trong mọi văn bản của kho.\n\nKhông phân biệt dấu, chữ hoa, chữ thường: “dat dai” tìm ra “đất đai”; "
            "chỗ đúng từng dấu đứng trước. Đặt trong dấu nháy kép những chữ phải đi liền nhau.",
            "Search all papers of the archive.\n\nDiacritics and case do not matter; exact matches come first. Put "
            "words that must stand side by side in double quotes.",
        ),
        "nothing to search": ("Ghi chữ cần tìm, hoặc một điều kiện như --year.", "Say what to search, or filter."),
        "hits": ("{total} văn bản, hiện {count}", "{total} papers, {count} shown"),
        "replaced": ("đã có bản mới hơn", "replaced by a later version"),
        "is signed": ("có bản đã ký", "came back signed"),
        "archive reindex": (
            "Lập lại chỉ mục từ các gói.\n\nChỉ mục hỏng, mất hay thiếu thì chạy lệnh này; các gói không bị đụng đến.",
            "Make the index anew from the bags.\n\nFor an index that is damaged, lost or behind; the bags are not "
            "touched.",
        ),
        "archive export": (
            "Xuất các trường mô tả của Phụ lục VI cho hệ thống khác.\n\ncsv, xml: mỗi văn bản một bản ghi, cho hệ "
            "thống quản lý hồ sơ. archivematica: tệp metadata.csv.",
            "Write the fields of Annex VI for other systems.\n\ncsv, xml: one record a paper, for the records system. "
            "archivematica: its metadata.csv.",
        ),
        "export to": ("Tệp để ghi; không có thì in ra màn hình.", "The file; without it, standard output."),
        "archive figure": (
            "Xem một chỉ tiêu qua mọi năm, mọi đơn vị đã lưu.\n\nChỗ nhảy gấp mười, gấp trăm lần và chỗ năm sau ghi "
            "khác năm trước được đánh dấu.",
            "See an indicator over all archived years and units.\n\nJumps of ten or a hundred times, and values that "
            "the next year's file gives otherwise, are marked.",
        ),
        "no figure": ("Trong kho không có chỉ tiêu nào tên là “{words}”.", "The archive has no indicator “{words}”."),
        "note other": (
            "(≠) {organ}, năm {year}: tệp năm đó ghi {written}; {identifier} ghi {later}.",
            "(≠) {organ}, {year}: that year's file says {written}; {identifier} says {later}.",
        ),
        "note revised": (
            "(*) {organ}, năm {year}: khi lưu mới {written}; {identifier} ghi {later}.",
            "(*) {organ}, {year}: archived as {written}; {identifier} says {later}.",
        ),
        "note jump": (
            "(!) {organ}, năm {year}: khác năm liền trước khoảng {power} lần; xem lại đơn vị tính.",
            "(!) {organ}, {year}: about {power} times away from the year before; look at its unit.",
        ),
        "note told": (
            "[…] {organ}: chưa lưu tệp của năm đó, số lấy từ mục “năm trước” hoặc “các năm” của tệp sau.",
            "[…] {organ}: that year's file is not archived; a later file told the value.",
        ),
        "against archive": (
            "Đối chiếu số liệu các năm trước với các tệp đã lưu trong kho này.",
            "Hold values of earlier years against the files in this archive.",
        ),
        "archive verify": (
            "Chứng minh kho còn nguyên: mọi gói đúng bản kê, không thừa, không thiếu tệp; sổ liền mạch; chỉ mục "
            "khớp.\n\n"
            "Có chỗ nào khác thì nêu ra và mã thoát là 1.",
            "Prove that the archive is whole: bags valid, no file too many or too few, the ledger unbroken, the index "
            "in agreement.\n\nWhat differs is listed, and the exit code is 1.",
        ),
        "deep": (
            "Mở cả văn bản: PDF còn đạt chuẩn, chữ và trường mô tả đúng của văn bản, lập lại từ tệp dữ liệu ra đúng "
            "từng byte.",
            "Open the papers too: PDFs conform, words and fields are theirs, and building again gives the same bytes.",
        ),
        "hash": ("MÃ_BĂM", "HASH"),
        "head option": (
            "Mã chốt sổ trên chứng nhận đã ký: phải có trong sổ.",
            "A certificate's hash: it must be in the ledger.",
        ),
        "intact": ("{folder}: {count} mục, mọi thứ đúng như khi lưu", "{folder}: {count} additions, all as archived"),
        "differs": ("{folder}: {count} mục, {summary}", "{folder}: {count} additions, {summary}"),
        "head": ("Mã chốt sổ: {head}", "Head of the ledger: {head}"),
        "archive seal": (
            "Lập giấy chứng nhận một trang (PDF/A) có mã chốt sổ, để ký và cất ở nơi khác.",
            "Make a one-page certificate (PDF/A) with the hash of the ledger's head, to sign and keep elsewhere.",
        ),
        "seal to": ("Tệp PDF để ghi; mặc định chung-nhan-<số mục>.pdf.", "The PDF; chung-nhan-<additions>.pdf."),
        "sealed": ("Đã lập {file}; ký rồi cất ở nơi khác kho", "{file}: sign it and keep it elsewhere"),
        "reindexed": ("Đã lập lại chỉ mục: {count} mục", "Index made anew: {count} additions"),
        "additions": ("{count} mục", "{count} additions"),
        "signed rendition": ("bản đã ký của “{title}”", "signed rendition of “{title}”"),
        "extracted": ("Đã chép {count} tệp vào {folder}", "{count} files copied to {folder}"),
        "label identifier": ("Mã", "Identifier"),
        "label unit": ("Đơn vị", "Unit"),
        "label year": ("Năm", "Year"),
        "label organ": ("Cơ quan ban hành", "Issuer"),
        "label number": ("Số, ký hiệu", "Number"),
        "label date": ("Ngày", "Date"),
        "label title": ("Tiêu đề", "Title"),
        "label replaces": ("Thay cho bản", "Replaces"),
        "label source": ("Tệp dữ liệu", "Input"),
        "label signed": ("Bản đã ký của", "Signed rendition of"),
    }
)
