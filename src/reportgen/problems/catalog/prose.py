"""Codes of texts: references (P50x), numbers and words in prose (P51x to P54x), dates (D61x)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

REFERENCES = {
    "P501": Entry(
        Severity.ERROR,
        Wording(
            "“{text}” không phải là một tham chiếu hoàn chỉnh.",
            "Viết {{{{ tên_chỉ_tiêu }}}} hoặc {{{{ tên_chỉ_tiêu.giá trị }}}}, trên một dòng, đủ hai dấu ngoặc mỗi bên.",
        ),
        Wording(
            "“{text}” is no complete reference.",
            "Write {{{{ name }}}} or {{{{ name.part }}}} on one line, with two braces on each side.",
        ),
        "{{ thu_NSNN }  →  {{ thu_NSNN }}",
    ),
    "P502": Entry(
        Severity.ERROR,
        Wording("Không có chỉ tiêu nào tên là “{name}”.", "Tên là khóa ở mục “chỉ tiêu”; tên gần nhất: {guess}."),
        Wording("There is no indicator named “{name}”.", "Names are the keys below “chỉ tiêu”; nearest: {guess}."),
        "{{ thu_NSN }}  →  {{ thu_NSNN }}",
    ),
    "P503": Entry(
        Severity.ERROR,
        Wording("Chỉ tiêu không có phần nào tên là “{part}”.", "Có thể viết: {guess}."),
        Wording("An indicator has no part “{part}”.", "Possible: {guess}."),
        "{{ thu_NSNN.giá }}  →  {{ thu_NSNN.giá trị }}",
    ),
    "P504": Entry(
        Severity.ERROR,
        Wording(
            "Không có gì để in: chỉ tiêu “{name}” không có số liệu cho phần “{part}”.",
            "Bổ sung số liệu ở mục “chỉ tiêu”, hoặc bỏ tham chiếu này.",
        ),
        Wording(
            "Nothing to print: the indicator “{name}” declares nothing for “{part}”.",
            "Add the figure below “chỉ tiêu”, or drop the reference.",
        ),
        "{{ thu_NSNN.so năm trước }} khi chưa ghi “năm trước”",
    ),
    "P505": Entry(
        Severity.ERROR,
        Wording(
            "Các “cách viết” gọi nhau thành vòng: ở đây quay lại “{name}”.",
            "Bỏ tham chiếu này, hoặc gọi một phần, ví dụ {{{{ {name}.giá trị }}}}.",
        ),
        Wording(
            "Indicators' own words call each other in a circle: here back to “{name}”.",
            "Drop the reference, or name a part, such as {{{{ {name}.giá trị }}}}.",
        ),
        'thu: {cách viết: "… {{ chi }}"}\nchi: {cách viết: "… {{ thu }}"}',
    ),
    "P516": Entry(
        Severity.ERROR,
        Wording(
            "“Cách viết” của “{name}” gọi nhau quá {steps} bậc, hoặc in ra quá {letters} chữ cái.",
            "Gọi một phần thay cho cả chỉ tiêu, ví dụ {{{{ {name}.giá trị }}}}, hoặc viết ngắn lại.",
        ),
        Wording(
            "The own words of “{name}” call one another more than {steps} deep, or print more than {letters} letters.",
            "Name a part instead of the whole indicator, such as {{{{ {name}.giá trị }}}}, or write less.",
        ),
        'a: {cách viết: "{{ b }} {{ b }}"}\nb: {cách viết: "{{ c }} {{ c }}"}  … qua nhiều bậc',
    ),
    "P506": Entry(
        Severity.ERROR,
        Wording(
            "Mục “{key}” gọi chỉ tiêu “{name}”, nhưng không có chỉ tiêu nào tên như vậy.", "Tên gần nhất: {guess}."
        ),
        Wording("“{key}” names the indicator “{name}”, which does not exist.", "Nearest: {guess}."),
        "gồm: [nam, nu]  →  gồm: [nam, nữ]",
    ),
    "P507": Entry(
        Severity.ERROR,
        Wording(
            "Chỉ tiêu “{name}” lại là thành phần của chính nó.",
            "Bỏ tên này khỏi “gồm” hoặc “tích của”.",
        ),
        Wording("The indicator “{name}” is a part of itself.", "Remove the name from “gồm” or “tích của”."),
        "dan_so: {gồm: [nam, nữ, dan_so]}",
    ),
    "P508": Entry(
        Severity.ERROR,
        Wording(
            "Ở đây không dùng được tham chiếu; “{text}” sẽ bị in nguyên văn.",
            "Ghi thẳng nội dung; tham chiếu chỉ dùng trong các đoạn văn.",
        ),
        Wording(
            "References do not work here; “{text}” would be printed as it stands.",
            "Write the content itself; references belong into prose.",
        ),
        "ghi chú: tăng so với {{ năm trước }}  →  ghi chú: tăng so với năm 2022",
    ),
    "P509": Entry(
        Severity.ERROR,
        Wording(
            "Chú thích dài {length} ký tự, không đặt vừa chân trang (tối đa {most}).",
            "Rút gọn chú thích, hoặc đưa nội dung vào lời văn hay phụ lục.",
        ),
        Wording(
            "The footnote has {length} characters, too many for the foot of a page (at most {most}).",
            "Shorten it, or move it into the text or an annex.",
        ),
        "… đạt kế hoạch^[…] (chú thích hơn 1200 ký tự)",
    ),
}

NUMBERS = {
    "P514": Entry(
        Severity.WARNING,
        Wording(
            "Câu này dài {count} chữ, quá {most} chữ nên khó đọc.", "Tách thành hai, ba câu, hoặc thành danh sách."
        ),
        Wording("This sentence has {count} words, more than {most}.", "Make two of it, or a list."),
        "… (câu hơn 60 chữ)",
    ),
    "P515": Entry(
        Severity.ERROR,
        Wording("“{text}” không phải là giá trị dùng được ở đây.", "Ghi một trong: {known}."),
        Wording("An article knows no “{text}”.", "Write one of: {known}."),
        "tin bài: {độ dài: rất dài}",
    ),
    "P510": Entry(
        Severity.ERROR,
        Wording(
            "Lời văn ghi “{typed}”, nhưng số liệu của “{name}” là {right} (dòng {line}).",
            "Thay con số bằng tham chiếu {{{{ {figure} }}}}, hoặc sửa số liệu ở mục “chỉ tiêu”.",
        ),
        Wording(
            "The text says “{typed}”, but the figure of “{name}” is {right} (line {line}).",
            "Put a reference {{{{ {figure} }}}} in its place, or mend the figure.",
        ),
        "Tổng thu NSNN đạt 41,975 tỷ đồng  →  {{ thu_NSNN }}",
    ),
    "P511": Entry(
        Severity.WARNING,
        Wording(
            "Số “{typed}” gõ tay trong lời văn, không có số liệu nào ở mục “chỉ tiêu” ứng với nó.",
            "Khai số này ở mục “chỉ tiêu” rồi gọi bằng {{{{ tên }}}}, để chương trình đối chiếu được.",
        ),
        Wording(
            "“{typed}” is typed into the text, and no figure explains it.",
            "Declare it below “chỉ tiêu” and refer to it by {{{{ name }}}}.",
        ),
        "Trồng mới 1.250 cây xanh  →  {{ cay_xanh }}",
    ),
    "P517": Entry(
        Severity.WARNING,
        Wording(
            "{count} số gõ tay trong lời văn không có số liệu nào ứng với (trong ngoặc là số dòng): {numbers}.",
            "Số nào cần đối chiếu thì khai ở mục “chỉ tiêu” rồi gọi bằng {{{{ tên }}}}; các số khác xin đọc lại.",
        ),
        Wording(
            "{count} numbers are typed into the text, and no figure explains them (lines in brackets): {numbers}.",
            "Declare below “chỉ tiêu” those to be checked, and refer to them by {{{{ name }}}}; read the others again.",
        ),
        "Mở 12 buổi tập huấn cho 450 lượt người, trồng 35 ha …  →  {{ tap_huan }}, …",
    ),
    "P512": Entry(
        Severity.ERROR,
        Wording(
            "Lời văn ghi {count} là {typed}, nhưng tính ra là {right}.",
            "Sửa con số, hoặc khai ở mục “chỉ tiêu” để chương trình tự tính tỷ lệ.",
        ),
        Wording("The text says that {count} is {typed}, but it is {right}.", "Mend it, or declare it as a figure."),
        "2.570/2.683 hộ, đạt 96,46%  →  2.570/2.683 hộ, đạt 95,79%",
    ),
}

WORDS = {
    "P520": Entry(
        Severity.ERROR,
        Wording(
            "Lời văn ghi “{typed}”, nhưng “{name}” ({result} so với kế hoạch {base}, dòng {line}) là {right}.",
            "Sửa lời văn, hoặc dùng {{{{ {figure}.so kế hoạch }}}} để chương trình tự viết.",
        ),
        Wording(
            "The text says “{typed}”, but “{name}”, {result} against {base} (line {line}), is “{right}”.",
            "Mend the text, or let {{{{ {figure}.so kế hoạch }}}} say it.",
        ),
        "{{ thu.giá trị }}, vượt kế hoạch  →  {{ thu.giá trị }}, {{ thu.so kế hoạch }}",
    ),
    "P521": Entry(
        Severity.ERROR,
        Wording(
            "Lời văn ghi “{typed}”, nhưng “{name}” ({now} so với {before}, dòng {line}) là {right}.",
            "Sửa lời văn, hoặc dùng {{{{ {figure}.so năm trước }}}} để chương trình tự viết.",
        ),
        Wording(
            "The text says “{typed}”, but “{name}”, {now} after {before} (line {line}), is “{right}”.",
            "Mend the text, or let {{{{ {figure}.so năm trước }}}} say it.",
        ),
        "{{ ho_ngheo.giá trị }}, tăng so với năm trước  →  {{ ho_ngheo.giá trị }}, {{ ho_ngheo.so năm trước }}",
    ),
    "P522": Entry(
        Severity.WARNING,
        Wording(
            "“{typed}” nghĩa là thêm chừng ấy lần giá trị cũ (dòng {line}); theo số liệu phải viết “{right}”.",
            "Muốn nói tỷ số thì viết “gấp … lần”, không viết “tăng … lần”.",
        ),
        Wording(
            "“{typed}” says that much more on top of the old value (line {line}); the figures say “{right}”.",
            "For a ratio write “gấp … lần”, not “tăng … lần”.",
        ),
        "tăng 1,5 lần so với năm 2022  →  gấp 1,5 lần năm 2022",
    ),
    "P540": Entry(
        Severity.NOTICE,
        Wording(
            "Chữ viết tắt {name} chưa được viết đầy đủ lần nào.",
            "Viết đầy đủ ở lần đầu, kèm chữ tắt trong ngoặc, hoặc khai ở mục “chữ viết tắt”.",
        ),
        Wording("The abbreviation {name} is never spelt out.", "Spell it out once, or list it below “chữ viết tắt”."),
        "thu NSNN  →  thu ngân sách nhà nước (NSNN)",
    ),
}


PEOPLE = {
    "P523": Entry(
        Severity.WARNING,
        Wording(
            "“{typed}” nói là đạt, nhưng trong tệp có {count} chỉ tiêu không đạt, như “{name}” (dòng {line}).",
            "Sửa số chỉ tiêu đạt, hoặc xem lại kết quả và kế hoạch của chỉ tiêu ấy.",
        ),
        Wording(
            "“{typed}” are said to be reached, but {count} of the file were not, as “{name}” (line {line}).",
            "Mend the count, or look at that indicator's result and plan.",
        ),
        "15/15 chỉ tiêu đạt và vượt kế hoạch  →  14/15 chỉ tiêu đạt và vượt kế hoạch",
    ),
    "P530": Entry(
        Severity.WARNING,
        Wording("{name} được nêu tên mà không có chức vụ.", "Ghi thêm “chức vụ”: chức danh và đơn vị công tác."),
        Wording("{name} is named without an office.", "Add “chức vụ”: the office and the body."),
        "đại biểu:\n  - Nguyễn Văn A  →  - Nguyễn Văn A, Phó Bí thư Thành ủy",
    ),
    "P532": Entry(
        Severity.WARNING,
        Wording(
            "Đại biểu có vai trò “{text}” sẽ được ghi là “dự hội nghị”.",
            "Viết một trong các vai trò: {known}. Người phát biểu thì ghi ở mục “phát biểu”.",
        ),
        Wording(
            "A guest in the role “{text}” will be said to attend.",
            "Write one of: {known}. What a speaker said belongs below “phát biểu”.",
        ),
        "vai trò: theo dõi địa bàn  →  vai trò: dự",
    ),
    "P533": Entry(
        Severity.WARNING,
        Wording(
            "Bài xưng “ông, bà” mà {name} chưa có danh xưng, nên sẽ in trống tên.",
            "Thêm “danh xưng: ông” hoặc “danh xưng: bà” vào người này, ghi họ tên và chức vụ ở hai dòng riêng.",
        ),
        Wording(
            "The article says “ông” and “bà”, and {name} has neither, so the bare name is printed.",
            "Add “danh xưng: ông” or “danh xưng: bà” to this person.",
        ),
        "đại biểu:\n  - {họ tên: Nguyễn Văn A, chức vụ: Phó Bí thư Thành ủy, danh xưng: ông}",
    ),
    "P534": Entry(
        Severity.WARNING,
        Wording(
            "Khen thưởng “{text}” chưa ghi cho ai.",
            "Thêm “tập thể”, “cá nhân” hoặc “danh sách”; hay viết cả câu ở “nội dung”.",
        ),
        Wording("The award “{text}” goes to nobody.", "Add “tập thể”, “cá nhân” or “danh sách”, or a whole sentence."),
        "khen thưởng: {hình thức: Giấy khen, của: Chủ tịch UBND xã}   (thiếu “cá nhân”)",
    ),
    "P535": Entry(
        Severity.WARNING,
        Wording(
            "Bài phát biểu này chưa ghi ai nói, nên không có trong tin bài.",
            "Thêm “người: họ tên, chức vụ”, hoặc “thay mặt: lãnh đạo Đảng ủy xã”.",
        ),
        Wording("Nobody gives this speech, so the article leaves it out.", "Add “người” or “thay mặt”."),
        "phát biểu: {vai trò: chỉ đạo, yêu cầu: Làm tốt công tác thu ngân sách.}",
    ),
    "P531": Entry(
        Severity.ERROR,
        Wording("Không biết cơ quan “{name}”.", "Có thể viết: {names}."),
        Wording("The body “{name}” is not known.", "Possible: {names}."),
        "cơ quan: UBNND  →  cơ quan: UBND",
    ),
}

SPELLING = {
    "P550": Entry(
        Severity.WARNING,
        Wording("Thừa dấu cách trước dấu “{sign}”.", "Bỏ dấu cách này."),
        Wording("There is a space before “{sign}”.", "Take it away."),
        "hoàn thành nhiệm vụ ,  →  hoàn thành nhiệm vụ,",
    ),
    "P551": Entry(
        Severity.WARNING,
        Wording(
            "Chữ “{letter}” ({code}) không phải chữ Việt, chỉ trông giống.", "Gõ lại chữ này bằng bàn phím tiếng Việt."
        ),
        Wording("The letter “{letter}” ({code}) only looks like a Latin one.", "Type it anew."),
        "xã Вình An (chữ В của tiếng Nga)",
    ),
    "P552": Entry(
        Severity.NOTICE,
        Wording(
            "“nhân dân” chỉ Nhân dân nói chung thì viết hoa chữ đầu.",
            "Viết “Nhân dân” (Nghị định 30/2020/NĐ-CP, Phụ lục II).",
        ),
        Wording("“nhân dân” takes a capital where the people are meant.", "Write “Nhân dân”."),
        "đời sống nhân dân  →  đời sống Nhân dân",
    ),
}

ENTRIES: Mapping[str, Entry] = MappingProxyType(REFERENCES | NUMBERS | WORDS | PEOPLE | SPELLING)
