"""What `import` and `table` say, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

INTAKE_WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "import": (
            "Lấy số liệu từ bảng Excel, LibreOffice, CSV hoặc bảng trong tệp Word.\n\nTự tìm hàng đầu cột và nghĩa của "
            "từng cột. Số lấy như ô hiển thị; tỷ lệ trong bảng chỉ để đối chiếu, chỗ sai được chỉ ra theo ô. Chỗ không "
            "hiểu nằm thành lời ghi trong tệp dữ liệu, không bỏ sót ô nào.",
            "Take figures over from tables of Excel, LibreOffice, CSV or Word.\n\nFinds the head and what each column "
            "means. Numbers enter as their cells show them; ratios are only compared, and wrong ones told by their "
            "cell. What is not understood stands in comments; no cell is lost.",
        ),
        "table": (
            "Xuất các chỉ tiêu ra tệp Excel cho các phòng, ban điền số.\n\nMỗi nhóm một trang; ô cần điền nền vàng, "
            "các ô khác khóa lại; tỷ lệ là công thức. Điền xong, reportgen import đưa số về mà không phải hỏi gì.",
            "Write the indicators as a workbook for the departments to fill in.\n\nA sheet a group; cells to fill in "
            "are yellow, all others locked; ratios are formulas. reportgen import takes it back without questions.",
        ),
        "table output": ("Tệp Excel mới: bang.xlsx.", "The new workbook: bang.xlsx."),
        "table written": (
            "Đã viết {file}: {sheets} trang, {indicators} chỉ tiêu.",
            "Written {file}: {sheets} sheets, {indicators} indicators.",
        ),
        "table file": ("BẢNG", "TABLE"),
        "import output": ("Viết tệp dữ liệu mới vào đây.", "Write a new input here."),
        "import into": (
            "Đưa số liệu vào tệp dữ liệu này; lời văn, lời ghi, thứ tự giữ nguyên.",
            "Put the figures into this input; its prose, comments and order stay.",
        ),
        "import dry run": (
            "Chỉ cho xem sẽ viết gì, không ghi tệp nào.",
            "Only show what would be written.",
        ),
        "import take": (
            "Số khác nhau thì lấy số mới (new) hay giữ số cũ (old); không ghi thì hỏi.",
            "Where figures differ: take the new ones, keep the old; asks by default.",
        ),
        "import columns": (
            'Nghĩa của cột khi đoán sai: "F=thực hiện,G=kế hoạch:tỉnh".',
            'What columns mean where the guess is wrong: "F=thực hiện,G=kế hoạch:tỉnh".',
        ),
        "import year": ("Năm được tổng kết, khi bảng không ghi.", "Year under review, where the table does not tell."),
        "import target": (
            "Ghi nơi nhận số liệu: -o TỆP.yaml để viết tệp mới, hoặc --into TỆP.yaml để đưa vào tệp có sẵn.",
            "Say where the figures go: -o NEW.yaml for a new input, --into INPUT.yaml for one that exists.",
        ),
        "import one kind": (
            "Lấy bảng và lấy ảnh (thư mục) thì chạy hai lần riêng.",
            "Take tables and pictures (folders) in two runs.",
        ),
        "pictures proposed": (
            "{count} ảnh nằm sau dấu # ở mục ảnh của {file}; dùng ảnh nào thì bỏ dấu # và viết chú thích.",
            "{count} pictures stand behind # below ảnh in {file}; take the # away from those that you use.",
        ),
        "pictures known": ("{file}: các ảnh này đã có cả.", "{file}: all these pictures stand there already."),
        "import guess": (
            '{table}: hiểu các cột là --columns "{columns}"',
            '{table}: columns taken as --columns "{columns}"',
        ),
        "import summary": (
            "Đã lấy {indicators} chỉ tiêu, {figures} số; hỏi lại {asked} chỗ (xem cảnh báo ở trên); để lại {left} ô "
            "thành lời ghi; {dashes} ô ghi “-”, “…”, “x” coi là không có số.",
            "Taken: {indicators} indicators, {figures} figures; asked: {asked} (see the warnings above); left as "
            "comments: {left} cells; {dashes} cells with “-”, “…”, “x” hold no figure.",
        ),
        "import report": (
            "{file}: báo cáo năm {year} do chương trình lập; {texts} đoạn văn về đúng mục, {indicators} chỉ tiêu.",
            "{file}: a report of {year} that was built here; {texts} texts at their keys, {indicators} indicators.",
        ),
        "import other report": (
            "{file}: báo cáo năm {year}; lấy {texts} đoạn văn theo đề mục, {indicators} chỉ tiêu từ bảng và lời văn. "
            "Xem lại từng mục.",
            "{file}: a report of {year}; {texts} texts taken by their headings, {indicators} indicators from tables "
            "and sentences. Look at each key.",
        ),
        "import article": (
            "{file}: một bài; lấy tiêu đề, ngày, nơi họp, {guests} đại biểu, {photos} chú thích ảnh; {left} đoạn khác "
            "nằm trong lời ghi ở cuối tệp.",
            "{file}: an article; headline, day, place, {guests} guests, {photos} captions taken; {left} other "
            "paragraphs stand in comments at the end.",
        ),
        "import next": (
            "Tệp năm {year}: chỉ tiêu đề ra thành kế hoạch, kết quả thành năm trước, lời văn cũ nằm trong lời ghi để "
            "viết đè; {count} chỗ ghi “{mark}” cần xem lại.",
            "Input of {year}: targets became plans, results last year, old prose stands in comments to write over; "
            "{count} places marked “{mark}” need a look.",
        ),
        "import nothing": (
            "{file}: không có gì để sửa; {same} số đã có và đúng như trong bảng.",
            "{file}: nothing to change; {same} figures stand there as in the table.",
        ),
        "import done": (
            "{file}: thêm {added} chỉ tiêu, điền {filled} mục, sửa {changed} số; {same} số đã có và đúng như bảng.",
            "{file}: {added} indicators added, {filled} keys filled, {changed} figures changed; {same} as they were.",
        ),
        "import would": (
            "{file}: sẽ thêm {added} chỉ tiêu, điền {filled} mục, sửa {changed} số; {same} số đã có và đúng như bảng. "
            "Chưa ghi gì.",
            "{file}: {added} indicators to add, {filled} keys to fill, {changed} figures to change; {same} as is."
            " Nothing was written.",
        ),
        "import ask": (
            "{file}:{line}: {name}, {what}: tệp ghi “{old}”, bảng ghi “{new}” ({cell}). Lấy số của bảng? [c/K]",
            "{file}:{line}: {name}, {what}: the file says “{old}”, the table “{new}” ({cell}). Take the table's? [y/N]",
        ),
        "import ask again": (
            "Gõ c (có) để lấy số của bảng, k (không) hoặc Enter để giữ số của tệp.",
            "Type y to take the table's figure, n or Enter to keep the file's.",
        ),
        "bad columns": (
            "Không hiểu “{text}”. Viết như F=thực hiện, G=kế hoạch:tỉnh, H=năm trước, I=năm sau, J=đơn vị tính, "
            "K=ghi chú, L=bỏ.",
            "“{text}” is no column. Write F=thực hiện, G=kế hoạch:tỉnh, H=năm trước, I=năm sau, J=đơn vị tính, "
            "K=ghi chú, L=bỏ.",
        ),
    }
)
"""Key → the words in both languages."""
