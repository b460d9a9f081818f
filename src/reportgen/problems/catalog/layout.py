"""Codes of finished files measured again: our own papers (V8xx), any other file (V9xx).

The same rule has the same last two digits in both families. What is an error in our own paper, since the program made
it, is a warning in a stranger's, where a person chose it; rules of section 9 that are errors everywhere stay so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTICE


class Rule(NamedTuple):
    """A rule of both families: severities in our own paper and in another file, what is wrong, how a person mends it.

    None where the rule is not proved in that family.
    `vi` and `en` stand between the component and `cần … thấy …`, a colon where they are empty.
    """

    number: str
    own: Severity | None
    other: Severity | None
    vi: str
    en: str
    mend_vi: str
    mend_en: str


RULES = (
    Rule(
        "01",
        E,
        E,
        "",
        "",
        "Vào Layout → Size, chọn A4; bảng rộng thì đặt trang ngang cho riêng phần đó.",
        "Choose A4 in Layout → Size; set pages with wide tables to landscape as a section of their own.",
    ),
    Rule(
        "02",
        E,
        E,
        "",
        "",
        "Vào Layout → Margins → Custom Margins, đặt lại lề cho mọi phần của văn bản.",
        "Set the margins of all sections in Layout → Margins → Custom Margins.",
    ),
    Rule(
        "03",
        E,
        None,
        " vượt ra ngoài lề:",
        " stands beyond the margin:",
        "Kéo bảng hoặc khung về trong lề; chữ quá dài thì ngắt dòng.",
        "Move the table or frame inside; break long words.",
    ),
    Rule(
        "05",
        E,
        E,
        "",
        "",
        "Chọn toàn văn bản (Ctrl+A) rồi đặt phông Times New Roman.",
        "Select everything (Ctrl+A) and set Times New Roman.",
    ),
    Rule(
        "06",
        E,
        W,
        " ở trang đầu:",
        " on the first page:",
        "Đánh dấu Different First Page trong Header & Footer.",
        "Tick Different First Page in Header & Footer.",
    ),
    Rule(
        "07",
        E,
        W,
        "",
        "",
        "Vào Insert → Page Number → Top of Page, chọn kiểu giữa trang.",
        "Choose Insert → Page Number → Top of Page, centred.",
    ),
    Rule(
        "08",
        E,
        None,
        "",
        "",
        "Sửa trong Insert → Page Number → Format Page Numbers và Header from Top.",
        "Mend it in Insert → Page Number → Format Page Numbers and Header from Top.",
    ),
    Rule(
        "11",
        E,
        W,
        ", cỡ chữ:",
        ", type size:",
        "Chọn dòng đó rồi đặt lại cỡ chữ.",
        "Select it and set the size.",
    ),
    Rule(
        "12",
        E,
        W,
        ", nét chữ:",
        ", weight:",
        "Chọn dòng đó rồi bật hoặc tắt chữ đậm (Ctrl+B).",
        "Select it and switch bold (Ctrl+B).",
    ),
    Rule(
        "13",
        E,
        W,
        ", dáng chữ:",
        ", slant:",
        "Chọn dòng đó rồi bật hoặc tắt chữ nghiêng (Ctrl+I).",
        "Select it and switch italics (Ctrl+I).",
    ),
    Rule(
        "14",
        E,
        W,
        ", gạch chân:",
        ", underlining:",
        "Chọn dòng đó rồi bật hoặc tắt gạch chân (Ctrl+U).",
        "Select it and switch underlining (Ctrl+U).",
    ),
    Rule(
        "15",
        E,
        W,
        ", căn dòng:",
        ", alignment:",
        "Chọn dòng đó rồi căn lại (Ctrl+E giữa, Ctrl+J đều hai bên).",
        "Select it and align it (Ctrl+E centred, Ctrl+J justified).",
    ),
    Rule(
        "16",
        E,
        None,
        ", thụt dòng:",
        ", indent:",
        "Vào Paragraph → Indentation, đặt lại mức thụt đầu dòng.",
        "Set the indent in Paragraph → Indentation.",
    ),
    Rule(
        "17",
        E,
        None,
        ", độ cao dòng:",
        ", height of rows:",
        "Vào Paragraph → Line spacing, đặt lại giãn dòng.",
        "Set Paragraph → Line spacing.",
    ),
    Rule(
        "18",
        None,
        W,
        ", kiểu chữ hoa, thường:",
        ", capitals:",
        "Chọn dòng đó rồi đổi bằng Shift+F3.",
        "Select it and change it with Shift+F3.",
    ),
    Rule(
        "19",
        E,
        None,
        ", khoảng cách đoạn:",
        ", space between paragraphs:",
        "Vào Paragraph → Spacing, đặt lại Before, After.",
        "Set Before and After in Paragraph → Spacing.",
    ),
    Rule(
        "21",
        E,
        E,
        ", số dòng:",
        ", rows:",
        "Nới cột bên phải của phần đầu, hoặc dùng cỡ chữ nhỏ hơn trong mức cho phép.",
        "Widen the right column of the letterhead, or use the smaller size that the rules allow.",
    ),
    Rule(
        "22",
        E,
        None,
        ", so với số, ký hiệu:",
        ", against the number:",
        "Đặt số, ký hiệu và địa danh, thời gian vào cùng một hàng của bảng.",
        "Put number and date in one table row.",
    ),
    Rule(
        "23",
        E,
        W,
        ":",
        ":",
        "Kẻ một nét liền dưới dòng đó (Insert → Shapes → Line).",
        "Draw a solid line under it (Insert → Shapes → Line).",
    ),
    Rule(
        "24",
        E,
        None,
        ", độ dài:",
        ", length:",
        "Kéo lại độ dài của đường kẻ.",
        "Change the line's length.",
    ),
    Rule(
        "25",
        E,
        None,
        ", thứ tự:",
        ", order:",
        "Xếp lại các dòng của phần đầu văn bản.",
        "Put the letterhead's rows in order.",
    ),
    Rule(
        "26",
        E,
        None,
        ", độ rộng cột:",
        ", width of the column:",
        "Đặt lại độ rộng cột trong Table Properties.",
        "Set the column's width in Table Properties.",
    ),
    Rule(
        "31",
        W,
        None,
        " đứng một mình ở cuối trang, so với đoạn sau:",
        " alone at a page's foot, against what follows:",
        "Đánh dấu Keep with next ở đoạn đó.",
        "Tick Keep with next for it.",
    ),
    Rule(
        "32",
        W,
        None,
        ":",
        ":",
        "Thêm hoặc bớt vài chữ để hai dòng cuối của lời văn sang cùng trang với chữ ký.",
        "Add or drop some words so that the last two rows of the text come onto the page of the signature.",
    ),
    Rule(
        "33",
        W,
        None,
        ":",
        ":",
        "Bỏ Allow row to break across pages ở bảng chữ ký.",
        "Untick Allow row to break across pages in the signature table.",
    ),
    Rule(
        "34",
        E,
        W,
        ":",
        ":",
        "Đánh dấu Repeat as header row, bỏ Allow row to break across pages.",
        "Tick Repeat as header row, untick Allow row to break across pages.",
    ),
    Rule(
        "35",
        E,
        N,
        ":",
        ":",
        "Chọn toàn văn bản, đặt ngôn ngữ Vietnamese trong Review → Language.",
        "Select everything and set Vietnamese in Review → Language.",
    ),
    Rule(
        "36",
        E,
        None,
        ":",
        ":",
        "Chừa 25-30 mm giữa chức vụ và họ tên người ký, không đặt gì ở đó.",
        "Leave 25-30 mm between the office and the signer's name, with nothing in it.",
    ),
)
OURS_VI = "Lỗi của chương trình hoặc của mẫu riêng. Có mẫu riêng thì sửa mẫu; không thì hãy báo cho người phát triển."
OURS_EN = "A fault of the program or of your own template: mend the template, or report it."


def _entries(rules: tuple[Rule, ...]) -> Iterator[tuple[str, Entry]]:
    for rule in rules:
        vi = f"{{component}}{rule.vi or ':'} cần {{needed}}, thấy {{found}}{{where}}."
        en = f"{{component_en}}{rule.en or ':'} needed {{needed_en}}, found {{found_en}}{{where_en}}."
        own_vi, own_en = (rule.mend_vi, rule.mend_en) if rule.own is W else (OURS_VI, OURS_EN)
        if rule.own:
            yield f"V8{rule.number}", Entry(rule.own, Wording(vi, own_vi), Wording(en, own_en))
        if rule.other:
            yield f"V9{rule.number}", Entry(rule.other, Wording(vi, rule.mend_vi), Wording(en, rule.mend_en))


ENTRIES: Mapping[str, Entry] = MappingProxyType(dict(_entries(RULES)))
