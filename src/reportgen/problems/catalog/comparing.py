"""Wording of C1xx: what an edited Word file says otherwise than its input, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

N, W, E = Severity.NOTICE, Severity.WARNING, Severity.ERROR
_SAID = "Đoạn {paragraph}{by}: “{before}” sửa thành “{after}”."
_SAID_EN = "Paragraph {paragraph}{by}: “{before}” became “{after}”."
_TYPED = "--write sửa mục “{path}” của tệp dữ liệu{also}.", "--write changes “{path}” in the input{also_en}."


def _words(severity: Severity, advice: str, advice_en: str) -> Entry:
    return Entry(severity, Wording(_SAID, advice), Wording(_SAID_EN, advice_en))


ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "C101": _words(N, *_TYPED),
        "C102": _words(
            W,
            "Chữ này do chương trình viết, tệp dữ liệu không có; giữ nguyên, hoặc sửa tay trên bản Word sau khi lập.",
            "The program writes these words, the input has none; leave them, or edit the Word file once it is built.",
        ),
        "C103": _words(
            W,
            "Chữ này do một chỉ tiêu nhắc bằng {{{{ … }}}} in ra; viết lại câu trong tệp dữ liệu, hoặc sửa “tên” hay "
            "“cách viết” của chỉ tiêu.",
            "A reference {{{{ … }}}} prints these words; rewrite it, or the indicator's “tên” or “cách viết”.",
        ),
        "C104": _words(
            W,
            "Chữ cũ có ở nhiều mục của tệp dữ liệu, không chắc là mục nào; sửa tay.",
            "Several texts of the input have the old words; change the right one by hand.",
        ),
        "C105": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: số liệu của “{figure}” sửa tay: “{before}” thành “{after}”. "
                "Số này in ở {papers}.",
                "Số mới đúng thì --write --figures sửa mục “{path}”; không thì giữ số của tệp dữ liệu.",
            ),
            Wording(
                "Paragraph {paragraph}{by}: a figure of “{figure}” was changed by hand: “{before}” became “{after}”. "
                "It is printed in {papers}.",
                "If the new one is right, --write --figures changes “{path}”; else the input's stands.",
            ),
        ),
        "C106": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: “{before}” sửa thành “{after}”, nhưng số này của “{figure}” do "
                "chương trình tính.",
                "Sửa số liệu gốc trong tệp dữ liệu; tỷ lệ, mức tăng giảm tự tính lại.",
            ),
            Wording(
                "Paragraph {paragraph}{by}: “{before}” became “{after}”, but the program computes this number of "
                "“{figure}”.",
                "Change the figures that it comes from; ratios and changes follow.",
            ),
        ),
        "C107": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: số liệu của “{figure}” sửa tay: “{before}” thành “{after}”. "
                "Số này in ở {papers}.",
                "Tệp dữ liệu viết số này theo cách khác; sửa tay ở dòng trên.",
            ),
            Wording(
                "Paragraph {paragraph}{by}: a figure of “{figure}” was changed by hand: “{before}” became “{after}”. "
                "It is printed in {papers}.",
                "The input has it in another form; change it by hand at the line above.",
            ),
        ),
        "C108": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: một đoạn tách làm {count}, từ chữ “{after}”.", "Tách tay trong tệp dữ liệu."
            ),
            Wording("Paragraph {paragraph}{by}: one was split into {count}, at “{after}”.", "Split it in the input."),
        ),
        "C109": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: {count} đoạn nhập làm một, từ chữ “{after}”.", "Nhập tay trong tệp dữ liệu."
            ),
            Wording("Paragraph {paragraph}{by}: {count} were merged, at “{after}”.", "Merge them in the input."),
        ),
        "C110": Entry(
            W,
            Wording("Đoạn {paragraph}{by}: “{before}” chuyển đến chỗ khác.", "Chuyển tay trong tệp dữ liệu."),
            Wording("Paragraph {paragraph}{by}: “{before}” was moved here.", "Move it in the input."),
        ),
        "C111": Entry(
            W,
            Wording("Đoạn “{before}” bị bỏ{by}.", "Bỏ tay trong tệp dữ liệu."),
            Wording("“{before}” was deleted{by}.", "Delete it in the input."),
        ),
        "C112": Entry(
            W,
            Wording("Đoạn {paragraph}{by}: thêm mới, dưới mục “{under}”: “{after}”.", "Viết thêm vào tệp dữ liệu."),
            Wording("Paragraph {paragraph}{by}: new, below “{under}”: “{after}”.", "Add it to the input."),
        ),
        "C113": Entry(
            N,
            Wording("Đoạn {paragraph}, nhận xét{by}: “{text}”."),
            Wording("Paragraph {paragraph}, comment{by}: “{text}”."),
        ),
        "C114": _words(
            W,
            "Sửa như vậy thì văn bản lập lại không in đúng chữ này, nên không sửa; viết lại câu bằng tay.",
            "With this change the input would not print these words, so it is not made; rewrite the sentence by hand.",
        ),
        "C115": Entry(
            N,
            Wording("Đoạn “{before}” bị bỏ{by}.", _TYPED[0]),
            Wording("“{before}” was deleted{by}.", _TYPED[1]),
        ),
        "C116": Entry(
            N,
            Wording("Đoạn {paragraph}{by}: thêm mới, dưới mục “{under}”: “{after}”.", _TYPED[0]),
            Wording("Paragraph {paragraph}{by}: new, below “{under}”: “{after}”.", _TYPED[1]),
        ),
        "C117": Entry(
            W,
            Wording(
                "Đoạn {paragraph}: số của “{figure}” ở đây còn cũ, văn bản lập lại in “{before}”, tệp này "
                "ghi “{after}”.",
                "Không cần sửa: bản lập lại đã theo số mới.",
            ),
            Wording(
                "Paragraph {paragraph}: the figure of “{figure}” is the old one here; built anew the paper has "
                "“{before}”, this file “{after}”.",
                "Nothing to do: the new paper follows the new figure.",
            ),
        ),
        "C118": Entry(
            N,
            Wording("Đoạn {paragraph}{by}: “{before}” chuyển đến chỗ này.", _TYPED[0]),
            Wording("Paragraph {paragraph}{by}: “{before}” was moved here.", _TYPED[1]),
        ),
        "C119": Entry(
            N,
            Wording(
                "Đoạn {paragraph}: bản lập lại in “{before}”, tệp này ghi “{after}”.",
                "Chữ này theo mục vừa sửa; xem lại, thường không cần sửa gì.",
            ),
            Wording(
                "Paragraph {paragraph}: built anew the paper has “{before}”, this file “{after}”.",
                "It follows what was just changed; look at it, mostly there is nothing to do.",
            ),
        ),
        "C120": Entry(
            E,
            Wording(
                "Không nhận ra tệp này là văn bản nào của tệp dữ liệu.",
                "Ghi thêm --paper và tên văn bản: {papers}.",
            ),
            Wording("This is none of the input's papers.", "Say which with --paper: {papers}."),
        ),
        "C122": Entry(
            E,
            Wording("Không so được tệp này: cần bản Word .docx.", "Mở trong Word và lưu lại dạng .docx."),
            Wording("This file cannot be compared: a .docx is needed.", "Save it as .docx."),
        ),
        "C124": Entry(
            N,
            Wording("Đoạn {paragraph}{by}: một đoạn tách làm {count}, từ chữ “{after}”.", _TYPED[0]),
            Wording("Paragraph {paragraph}{by}: one was split into {count}, at “{after}”.", _TYPED[1]),
        ),
        "C125": Entry(
            N,
            Wording("Đoạn {paragraph}{by}: {count} đoạn nhập làm một, từ chữ “{after}”.", _TYPED[0]),
            Wording("Paragraph {paragraph}{by}: {count} were merged, at “{after}”.", _TYPED[1]),
        ),
        "C126": Entry(
            W,
            Wording(
                "Đoạn {paragraph}{by}: số liệu của “{figure}” sửa tay: “{before}” thành “{after}”. "
                "Số này in ở {papers}.",
                "Nhận riêng số này thì tệp dữ liệu có lỗi nêu dưới đây, nên chưa sửa; sửa tay cùng các số liên quan.",
            ),
            Wording(
                "Paragraph {paragraph}{by}: a figure of “{figure}” was changed by hand: “{before}” became “{after}”. "
                "It is printed in {papers}.",
                "By itself it would make the errors told below, so it is left; change it by hand with the others.",
            ),
        ),
        "C127": Entry(
            E,
            Wording(
                "Tệp này gần như không có chữ nào của văn bản “{paper}”.",
                "Xem lại có đúng là bản sửa của văn bản ấy, lập từ tệp dữ liệu này không.",
            ),
            Wording(
                "This file has hardly a word of the paper “{paper}”.",
                "Is it that paper, edited, and built from this input?",
            ),
        ),
        "C123": Entry(
            E,
            Wording("Tệp này quá lớn hoặc quá phức tạp để so.", "Kiểm tra xem có đúng là bản sửa của báo cáo không."),
            Wording("This file is too large or too complex to be compared.", "Is it the edited report?"),
        ),
        "C121": Entry(
            E,
            Wording("Không có văn bản nào tên là “{paper}”.", "Chọn một trong: {papers}."),
            Wording("There is no paper “{paper}”.", "Choose one of: {papers}."),
        ),
    }
)
