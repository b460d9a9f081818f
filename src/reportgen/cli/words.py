"""What the command line says, in Vietnamese and English.

Help texts are chosen before click is set up, so the language is read from the arguments themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

LANGUAGES = ("vi", "en")

WORDS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "main": (
            "Lập báo cáo tổng kết và tin bài từ một tệp dữ liệu.\n\nMỗi số liệu viết một lần; chương trình kiểm tra, "
            "tính tỷ lệ và xuất DOCX, PDF đúng thể thức.",
            "Year-end reports and press articles from one input file.\n\nEach figure is typed once; the program "
            "checks it, computes the ratios and writes DOCX and PDF in the official layout.",
        ),
        "lang": ("Ngôn ngữ của thông báo: vi hoặc en.", "Language of the messages: vi or en."),
        "version": ("Hiện phiên bản rồi thoát.", "Show the version and exit."),
        "help": ("Hiện hướng dẫn này rồi thoát.", "Show this message and exit."),
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
        "papers": ("Liệt kê các văn bản lập được.", "List the papers that can be built."),
        "read": (
            "Cho biết chương trình hiểu số liệu trong một đoạn văn thế nào.\n\nDấu - đọc từ đầu vào chuẩn, "
            "mỗi dòng một đoạn.",
            "Show how the program understands the figures of a text.\n\nWith -, each line of standard input is one "
            "text.",
        ),
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
        "formats": ("Các định dạng, cách nhau bằng dấu phẩy: docx,pdf.", "Formats, parted by commas: docx,pdf."),
        "jobs": (
            "Số tệp lập cùng lúc; mặc định theo số nhân của máy.",
            "How many inputs are built at once; the machine's cores.",
        ),
        "format": ("Dạng kết quả: text hoặc json.", "Form of the output: text or json."),
        "built": ("{input}: đã lập {count} tệp trong {folder}", "{input}: {count} files in {folder}"),
        "not built": ("{input}: không lập được ({summary})", "{input}: not built ({summary})"),
        "making": ("{input}: đang lập {file}", "{input}: making {file}"),
        "no problems": ("{input}: không có lỗi", "{input}: no problems"),
        "found": ("{input}: {summary}", "{input}: {summary}"),
        "bad format": (
            "Định dạng “{name}” không có. Các định dạng: {known}.",
            "There is no format “{name}”. Formats: {known}.",
        ),
        "own": ("mẫu riêng: {folder}", "own template: {folder}"),
        "no code": (
            "Không có mã hay mục nào tên là “{name}”. Mã có dạng R401; xem danh sách trong sổ tay.",
            "There is no code or key “{name}”. Codes look like R401; the manual lists them.",
        ),
        "example": ("Ví dụ", "Example"),
        "crash": (
            "Chương trình gặp lỗi ngoài dự kiến ({reason}). Đây không phải lỗi của tệp dữ liệu; hãy báo cho người phát "
            "triển.",
            "The program failed unexpectedly ({reason}). This is not your input's fault; please report it.",
        ),
    }
)


def say(key: str, lang: str, **values: object) -> str:
    """A text in the language, its blanks filled."""
    return WORDS[key][LANGUAGES.index(lang)].format(**values)


def language(arguments: Sequence[str]) -> str:
    """The language that the arguments ask for, Vietnamese without."""
    for place, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        if argument == "--lang" and place + 1 < len(arguments):
            wanted = arguments[place + 1]
        if wanted in LANGUAGES:
            return wanted
    return LANGUAGES[0]
