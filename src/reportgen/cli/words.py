"""What the command line says, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.cli.archive_words import ARCHIVE_WORDS
from reportgen.cli.desk_words import DESK_WORDS
from reportgen.cli.intake_words import INTAKE_WORDS
from reportgen.cli.language import LANGUAGES, chosen
from reportgen.cli.province_words import PROVINCE_WORDS
from reportgen.problems.show import harmless

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        **ARCHIVE_WORDS,
        **INTAKE_WORDS,
        **PROVINCE_WORDS,
        **DESK_WORDS,
        "main": (
            "Lập báo cáo tổng kết và tin bài từ một tệp dữ liệu.\n\nMỗi số liệu viết một lần; chương trình kiểm tra, "
            "tính tỷ lệ và xuất DOCX, PDF đúng thể thức.",
            "Year-end reports and press articles from one input file.\n\nEach figure is typed once; the program "
            "checks it, computes the ratios and writes DOCX and PDF in the official layout.",
        ),
        "lang": ("Ngôn ngữ của thông báo: vi hoặc en.", "Language of the messages: vi or en."),
        "version": ("Hiện phiên bản rồi thoát.", "Show the version and exit."),
        "options": ("TÙY CHỌN", "OPTIONS"),
        "subcommands": ("LỆNH [THAM SỐ]...", "COMMAND [ARGS]..."),
        "build": (
            "Lập các văn bản.\n\nKhông ghi tệp nào thì lập mọi tệp .yaml trong thư mục inputs/. Kết quả nằm trong "
            "outputs/<tên tệp>/. Tệp có lỗi thì không lập, bộ kết quả cũ vẫn giữ nguyên.",
            "Build the papers.\n\nWithout an input all .yaml files in inputs/ are built. Results are in outputs/"
            "<input's name>/. An input with errors builds nothing and leaves the last results as they were.",
        ),
        "check": (
            "Kiểm tra tệp dữ liệu, chỉ ra mọi lỗi kèm dòng, cột và cách sửa.",
            "Check inputs: all problems at once, with line, column and mend.",
        ),
        "verify": (
            "Đo lại tệp PDF hoặc DOCX bất kỳ, chỉ ra chỗ sai thể thức.\n\nTệp do chương trình lập hay nơi khác gửi "
            "đều được. Với mỗi quy định: cần gì, thấy gì, sửa thế nào.",
            "Measure any PDF or DOCX and say where it breaks the rules.\n\nOurs or a stranger's. For each rule: what "
            "is needed, what is found, how to mend it.",
        ),
        "proofread": (
            "Soát số liệu trong một văn bản bất kỳ: DOCX, PDF, HTML, Markdown hoặc văn bản thuần.\n\nKhông cần tệp dữ "
            "liệu. Tỷ lệ, mức tăng giảm, tổng, tích, cơ cấu, ngày thứ trong văn bản được tính lại; chỗ nào không thể "
            "đúng thì nêu ra kèm phép tính. Nhiều tệp của một hội nghị được đối chiếu với nhau. Dấu - đọc từ đầu vào "
            "chuẩn.",
            "Proofread the figures of any text: DOCX, PDF, HTML, Markdown or plain text.\n\nNeeds no input file. "
            "Ratios, changes, totals, products, structures and weekdays are recomputed; what cannot be right is told "
            "with its computation. Several files of one conference are held against one another. - is standard input.",
        ),
        "proofread beside": (
            "Ghi bản có nhận xét bên cạnh: bao-cao.soat.docx.",
            "Write a copy with comments beside each file: bao-cao.soat.docx.",
        ),
        "proofread comments": (
            "Ghi bản có nhận xét của một tệp vào đây.",
            "Write the copy with comments of one file here.",
        ),
        "proofread page": (
            "Ghi một trang HTML kê mọi chỗ tìm thấy, kèm đoạn văn.",
            "Write an HTML page that lists all findings with their paragraphs.",
        ),
        "proofread against": (
            "Đối chiếu cả với số liệu của tệp dữ liệu này.",
            "Hold the texts against the figures of this input, too.",
        ),
        "proofread archive": (
            "Đối chiếu cả với số liệu các năm trước của đơn vị trong kho này.",
            "Hold the texts against earlier years of the unit in this archive, too.",
        ),
        "proofread one copy": (
            "--comments chỉ dùng cho một tệp và không đi cùng -o; nhiều tệp thì dùng -o.",
            "--comments is for one file and not with -o; for several files use -o.",
        ),
        "compare": (
            "So bản Word đã sửa tay với tệp dữ liệu đã lập ra nó.\n\nNêu từng chỗ sửa lời văn kèm dòng của tệp dữ "
            "liệu, số liệu sửa tay kèm những gì sẽ không khớp, đoạn thêm, bỏ, chuyển, nhận xét của người sửa, chỗ sai "
            "thể thức. Thay đổi được theo dõi coi như đã chấp nhận. Với --write, lời văn đã sửa được đưa về tệp dữ "
            "liệu sau khi thử lập lại; mã thoát là 1 khi hai bên còn khác nhau.",
            "Compare a Word file edited by hand with the input that it was built from.\n\nTells each change of words "
            "with its line of the input, figures changed by hand with what contradicts them, paragraphs added, deleted "
            "and moved, comments, and where the layout is broken. Tracked changes count as accepted. With --write the "
            "words go back into the input once a build has proved them; exit code 1 while the two differ.",
        ),
        "compare write": ("Đưa lời văn đã sửa về tệp dữ liệu.", "Carry the changed words back into the input."),
        "compare figures": ("Đưa về cả số liệu sửa tay.", "Carry figures as well."),
        "compare paper": (
            "Tên văn bản, nếu chương trình không tự nhận ra: bao-cao.",
            "The paper, where it is not recognised: bao-cao.",
        ),
        "edited": ("BẢN_SỬA.docx", "EDITED.docx"),
        "compare same": ("{file}: đúng như {input} in ra", "{file}: says what {input} prints"),
        "compare found": (
            "{file}: {count} chỗ khác {input}; --write đưa về được {carried} chỗ",
            "{file}: {count} differences from {input}; --write carries {carried}",
        ),
        "compare written": ("{input}: đã sửa {carried} chỗ", "{input}: {carried} places changed"),
        "compare left": (
            "{file}: còn {count} chỗ khác bản lập lại, nêu ở trên",
            "{file}: {count} differences from a new build stay, as told above",
        ),
        "compare proved": (
            "{file}: bản lập lại từ {input} có đúng lời văn này",
            "{file}: a new build from {input} has exactly these words",
        ),
        "compare against": ("Nếu nhận số mới thì không khớp:", "With the new figure these do not agree:"),
        "compare layout": ("Thể thức của bản sửa:", "Layout of the edited file:"),
        "commented": ("Đã viết {file}", "Written: {file}"),
        "proofread title": ("Soát số liệu", "Figures proofread"),
        "proofread nothing": ("Không thấy chỗ nào không khớp.", "Nothing was found."),
        "line": ("dòng", "line"),
        "page": ("trang", "page"),
        "paragraph": ("đoạn", "paragraph"),
        "cell": ("ô", "cell"),
        "regime option": (
            "Thể thức để kiểm tra; mặc định theo Quốc hiệu hoặc tiêu đề Đảng trong tệp.",
            "The regime to hold the file to; the one that its title shows by default.",
        ),
        "file unchanged": ("{input}: đúng như khi lập", "{input}: as it was built"),
        "file changed": ("{input}: đã bị sửa sau khi lập", "{input}: changed since it was built"),
        "regime": ("{input}: thể thức {regime}", "{input}: regime {regime}"),
        "preview": (
            "Xem trước các văn bản trong trình duyệt.\n\nIn ra một địa chỉ chỉ mở được trên máy này. Mỗi lần lưu tệp "
            "dữ liệu, trang tự hiện bản mới; lỗi hiện thành danh sách, bấm vào để tới chỗ sai; bấm vào một số để tới "
            "chỗ số ấy được gõ. Không ghi tệp nào. Nhấn Ctrl-C để dừng.",
            "Preview the papers in a browser.\n\nPrints an address that opens on this machine only. Each time the "
            "input is saved the page shows the new papers; errors are a list that leads to their places; a click on a "
            "figure leads to where it was typed. Writes no file. Ctrl-C ends it.",
        ),
        "input or folder": ("TỆP | THƯ_MỤC", "FILE | FOLDER"),
        "port": ("Cổng; không ghi thì lấy một cổng còn trống.", "The port; any that is free by default."),
        "previewing": (
            "{input}: xem trước tại {address} (nhấn Ctrl-C để dừng)",
            "{input}: preview at {address} (Ctrl-C ends it)",
        ),
        "preview ended": ("Đã dừng.", "It has ended."),
        "headlines": (
            "Gợi ý ba tít cho tin bài, từ tên hội nghị và số liệu.",
            "Propose three headlines for the article, from the event and the figures.",
        ),
        "papers": (
            "Liệt kê các văn bản lập được và các định dạng của từng văn bản.\n\nCho tên một tệp dữ liệu thì nói văn "
            "bản nào lập được từ tệp ấy, văn bản nào còn thiếu mục gì.",
            "List the papers that can be built, each with its formats.\n\nFor an input, which papers it has the facts "
            "for, and what the others lack.",
        ),
        "read": (
            "Cho biết chương trình hiểu số liệu trong một đoạn văn thế nào.\n\nDấu - đọc từ đầu vào chuẩn, "
            "mỗi dòng một đoạn.",
            "Show how the program understands the figures of a text.\n\nWith -, each line of standard input is one "
            "text.",
        ),
        "init": (
            "Tạo tệp dữ liệu mới, có lời giải thích từng mục.\n\nHỏi vài câu rồi viết tệp vào thư mục inputs/ (hoặc "
            "THƯ_MỤC), tên tệp theo đơn vị và năm. Với --from thì lập tệp năm sau từ tệp năm nay: chỉ tiêu năm sau "
            "thành kế hoạch, kết quả thành năm trước, lời văn để trống. Tệp đã có thì không bao giờ bị ghi đè.",
            "Start a new input, each key explained.\n\nAsks a few questions and writes the file into inputs/ (or "
            "FOLDER), named after unit and year. With --from, next year's input from this year's: targets become "
            "plans, results become last year, prose is emptied. An existing file is never written over.",
        ),
        "init from": ("Lập tệp năm sau từ tệp này.", "Make next year's input from this one."),
        "init year": ("Năm được tổng kết.", "Year under review."),
        "init unit": ("Đơn vị: “phường Bình An”.", "Unit: “phường Bình An”."),
        "init organ": (
            "Cơ quan ra báo cáo: UBND (mặc định), Đảng ủy, HĐND, MTTQ…",
            "Body that reports: UBND (default), Đảng ủy, HĐND, MTTQ…",
        ),
        "init above": ("Đơn vị cấp trên trực tiếp, nếu khác tỉnh.", "The unit directly above, if not the province."),
        "init province": ("Tỉnh, thành phố: “tỉnh Quảng Ninh”.", "Province: “tỉnh Quảng Ninh”."),
        "init date": ("Ngày hội nghị: 14/12/2025.", "Day of the conference: 14/12/2025."),
        "init defaults": ("Không hỏi gì.", "Ask nothing."),
        "asking": (
            "Trả lời từng câu rồi nhấn Enter; chưa biết thì chỉ nhấn Enter, điền vào tệp sau.",
            "Answer and press Enter; what you do not know yet, leave empty.",
        ),
        "ask year": ("Năm được tổng kết", "Year under review"),
        "ask unit": ("Đơn vị, ví dụ phường Bình An", "Unit, such as phường Bình An"),
        "ask organ": ("Cơ quan ra báo cáo", "Body that reports"),
        "ask province": ("Tỉnh, thành phố", "Province"),
        "ask date": ("Ngày hội nghị, dạng ngày/tháng/năm", "Day of the conference, as day/month/year"),
        "bad year": (
            "“{text}” không phải là một năm; viết bốn chữ số, ví dụ 2025.",
            "“{text}” is no year of four digits.",
        ),
        "bad organ": (
            "Không có cơ quan nào tên là “{text}”. Viết một trong: {known}.",
            "There is no body “{text}”. Known: {known}.",
        ),
        "bad date": (
            "Không đọc được ngày “{text}”; viết ngày/tháng/năm, ví dụ 14/12/2025.",
            "“{text}” is no date; write day/month/year, such as 14/12/2025.",
        ),
        "from alone": (
            "--from lấy năm, đơn vị từ tệp cũ, nên không đi cùng các câu trả lời khác.",
            "--from takes year and unit from the old input; give no other answers.",
        ),
        "defaults used": (
            "Không có câu trả lời nào nên dùng giá trị đặt tạm: năm {year}, {unit} (hư cấu). Sửa trong tệp, hoặc chạy "
            "lại với --năm, --đơn-vị (--year, --unit).",
            "No answers, so these stand in for them: year {year}, {unit} (fictional). Change them in the file, or run "
            "again with --year, --unit.",
        ),
        "written": ("Đã viết {file}", "Written: {file}"),
        "other schema": (
            "{file} đã có, khác với bản của chương trình này nên được giữ nguyên; muốn gợi ý đúng thì xóa rồi chạy lại "
            "lệnh.",
            "{file} exists and differs from this program's; it was left. Delete it and run again for the right one.",
        ),
        "to review": ("Có {count} chỗ ghi “{mark}” cần xem lại.", "{count} places marked “{mark}” need a look."),
        "next steps": (
            "Mở tệp, điền vào, rồi kiểm tra: reportgen check {file}",
            "Fill it in, then run: reportgen check {file}",
        ),
        "fmt": (
            "Sửa những chỗ chắc chắn trong tệp dữ liệu.\n\nChữ tổ hợp thành dựng sẵn, dấu cách thừa, dấu cách trước "
            "dấu câu, dấu cách quanh dấu / của số đếm, tỉ thành tỷ trong số liệu, ngày thiếu năm. Lời ghi chú và mọi "
            "chỗ khác giữ nguyên; mỗi chỗ sửa được nêu ra.",
            "Mend what is safe in inputs.\n\nComposed letters, needless blanks, blanks before punctuation and around "
            "the slash of counts, tỉ to tỷ in figures, dates without a year. Comments and all else stay; each change "
            "is told.",
        ),
        "fmt check": (
            "Chỉ nêu những chỗ sẽ sửa, không ghi; có chỗ nào thì mã thoát là 1.",
            "Only tell what would change; exit code 1 if anything would.",
        ),
        "mended": ("{input}: đã sửa {count} chỗ", "{input}: {count} places mended"),
        "to mend": ("{input}: {count} chỗ sẽ được sửa", "{input}: {count} places to mend"),
        "nothing to mend": ("{input}: không có gì phải sửa", "{input}: nothing to mend"),
        "mend canonical": ("viết theo mẫu chung", "written in its usual form"),
        "mend composed": ("chữ tổ hợp thành dựng sẵn", "letters composed"),
        "mend blanks": ("bỏ dấu cách thừa", "needless blanks"),
        "mend before": ("bỏ dấu cách trước dấu câu", "blank before punctuation"),
        "mend slash": ("bỏ dấu cách quanh dấu /", "blanks around the slash"),
        "mend spelling": ("tỉ thành tỷ", "tỉ to tỷ"),
        "mend year": ("thêm năm", "year added"),
        "mend trailing": ("bỏ dấu cách cuối dòng", "blanks at the end of the line"),
        "words": ("CHỮ", "TEXT"),
        "explain": (
            "Giải thích một mã thông báo hoặc một mục của tệp dữ liệu.",
            "Explain a problem's code or a key of the input.",
        ),
        "input": ("TỆP", "INPUT"),
        "folder": ("THƯ_MỤC", "FOLDER"),
        "paper": ("VĂN_BẢN", "PAPER"),
        "names": ("TÊN,…", "NAMES"),
        "count": ("SỐ", "COUNT"),
        "text": ("ĐOẠN", "TEXT"),
        "what": ("MÃ", "CODE"),
        "outputs": ("Thư mục chứa kết quả.", "Folder for the results."),
        "only": ("Chỉ lập văn bản này; viết được nhiều lần.", "Build this paper only; may be repeated."),
        "formats": (
            "Các định dạng, cách nhau bằng dấu phẩy: docx,pdf,html,fragment.html,txt,md,ninjs.json,truong.json; bỏ "
            "trống thì đủ các dạng của từng văn bản.",
            "Formats, parted by commas: docx,pdf,html,fragment.html,txt,md,ninjs.json,truong.json; without it all that "
            "each paper has.",
        ),
        "pdfa": (
            "Chuẩn lưu trữ của PDF: 2a, hoặc 3a để nhúng tệp dữ liệu vào PDF.",
            "Archive standard of the PDF: 2a, or 3a to embed the input in the PDF.",
        ),
        "engine": (
            "Chương trình dàn trang và làm PDF: weasyprint, hay typst (nhanh hơn, không cần thư viện hệ thống).",
            "What lays out pages and makes the PDF: weasyprint, or typst (faster, needs no system library).",
        ),
        "jobs": (
            "Số tệp lập cùng lúc; mặc định theo số nhân của máy.",
            "How many inputs are built at once; the machine's cores.",
        ),
        "format": ("Dạng kết quả: text hoặc json.", "Form of the output: text or json."),
        "built": ("{input}: đã lập {count} tệp trong {folder}", "{input}: {count} files in {folder}"),
        "built some": (
            "{input}: đã lập {made} tệp trong {folder}, giữ nguyên {kept} tệp không có gì thay đổi",
            "{input}: {made} files in {folder}; {kept} unchanged",
        ),
        "unchanged": (
            "{input}: không có gì thay đổi, giữ nguyên {count} tệp trong {folder}",
            "{input}: nothing has changed; {count} files left as they are in {folder}",
        ),
        "unread": (
            "{input}: lần kiểm tra trước có {count} cảnh báo; xem lại bằng lệnh reportgen check {input}",
            "{input}: {count} warnings when it was last checked; see reportgen check {input}",
        ),
        "address": ("ĐỊA_CHỈ", "ADDRESS"),
        "cluster": (
            "Lập bằng một cụm máy Dask: địa chỉ bộ điều phối (tcp://10.0.0.5:8786), hoặc local: ngay trên máy này.",
            "Build on a Dask cluster: its scheduler's address (tcp://10.0.0.5:8786), or local to start one here.",
        ),
        "report file": ("TỆP", "FILE"),
        "report": (
            "Ghi thời gian, bộ nhớ và lỗi của từng tệp đầu vào ra tệp .json hoặc .html.",
            "Write time, memory and problems of each input to a .json or .html file.",
        ),
        "bad report": (
            "Tệp báo cáo phải có đuôi .json hoặc .html, không phải “{name}”.",
            "The report's name must end in .json or .html: “{name}”.",
        ),
        "batch title": ("Kết quả lập văn bản", "What was built"),
        "batch summary": (
            "Trong {seconds} giây: {built} tệp đã lập, {unchanged} tệp không thay đổi, {failed} tệp không lập được",
            "{built} built, {unchanged} unchanged, {failed} failed; in {seconds} seconds",
        ),
        "batch columns": (
            "Tệp đầu vào|Kết quả|Số tệp|Thời gian|Bộ nhớ|Lỗi, cảnh báo",
            "Input|Outcome|Files|Time|Memory|Problems",
        ),
        "batch failed": ("Không lập được", "Failed"),
        "batch built": ("Đã lập", "Built"),
        "batch unchanged": ("Không thay đổi", "Unchanged"),
        "batch progress": ("Đang lập", "Building"),
        "batch rate": ("{count} tệp/giờ", "{count}/h"),
        "batch failures": ("{count} tệp không lập được", "{count} failed"),
        "force": (
            "Lập lại cả những văn bản không có gì thay đổi.",
            "Build anew what has not changed, too.",
        ),
        "not built": ("{input}: không lập được ({summary})", "{input}: not built ({summary})"),
        "making": ("{input}: đang lập {file}", "{input}: making {file}"),
        "no problems": ("{input}: không có lỗi", "{input}: no problems"),
        "found": ("{input}: {summary}", "{input}: {summary}"),
        "bad format": (
            "Định dạng “{name}” không có. Các định dạng: {known}.",
            "There is no format “{name}”. Formats: {known}.",
        ),
        "any time": ("Lúc nào cũng lập:", "At any time:"),
        "made": ("{paper}: lập", "{paper}: made"),
        "made when asked": ("{paper}: lập khi gọi tên (--only {name})", "{paper}: made by name (--only {name})"),
        "lacks": ("{paper}: chưa lập, còn thiếu {lacks}", "{paper}: not made, lacks {lacks}"),
        "own": ("mẫu riêng: {folder}", "own template: {folder}"),
        "no code": (
            "Không có mã hay mục nào tên là “{name}”. Mã có dạng R401; xem danh sách trong sổ tay.",
            "There is no code or key “{name}”. Codes look like R401; the manual lists them.",
        ),
        "example": ("Ví dụ", "Example"),
        "no output": (
            "Không ghi được thông báo ra đầu ra chuẩn ({reason}); kiểm tra dung lượng ổ đĩa hoặc nơi nhận.",
            "Standard output cannot be written ({reason}); check the disk or where it leads.",
        ),
        "crash": (
            "Chương trình gặp lỗi ngoài dự kiến ({reason}). Đây không phải lỗi của tệp dữ liệu; hãy báo cho người phát "
            "triển.",
            "The program failed unexpectedly ({reason}). This is not your input's fault; please report it.",
        ),
    }
)


def say(key: str, lang: str, **values: object) -> str:
    """A text in the language, its blanks filled."""
    shown = {name: value if isinstance(value, int) else harmless(str(value)) for name, value in values.items()}
    return WORDS[key][LANGUAGES.index(lang)].format(**shown)


def told(key: str, **values: object) -> str:
    """A text in the language of this run."""
    return say(key, chosen(), **values)
