"""The flaws of written quantities: Q301–Q319, Q323 of the numeral and what stands around it, Q320–Q322 of units."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "Q301": Entry(
            Severity.ERROR,
            Wording(
                "“{text}” không có chữ số nào.",
                "Ghi bằng chữ số kèm đơn vị; kết quả không đo bằng số (mức xanh, vượt dự toán) thì ghi ở `bằng lời`.",
            ),
            Wording(
                "“{text}” has no digits.",
                "Write the value in digits with its unit; a result that is no number goes to `bằng lời`.",
            ),
            "nhiều hộ → 12 hộ",
        ),
        "Q302": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” có dấu phẩy thập phân nhưng thiếu chữ số phía sau.",
                "Viết {likely} nếu đúng ý, hoặc điền đủ phần thập phân.",
            ),
            Wording(
                "“{text}” has a decimal comma with nothing behind it.",
                "Write {likely} if that is meant, or add the digits.",
            ),
            "152,% → 152%",
        ),
        "Q303": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” dùng dấu chấm ở chỗ của dấu phẩy thập phân.",
                "Viết {likely}: phần thập phân đứng sau dấu phẩy, dấu chấm chỉ dùng để tách hàng nghìn.",
            ),
            Wording(
                "“{text}” has a dot where the decimal comma belongs.", "Write {likely}: the dot only groups thousands."
            ),
            "91.77% → 91,77%",
        ),
        "Q304": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” viết theo lối tiếng Anh.",
                "Viết {likely}: dấu chấm tách hàng nghìn, dấu phẩy trước phần thập phân.",
            ),
            Wording(
                "“{text}” is written in English notation.",
                "Write {likely}: dots group thousands, a comma opens the decimals.",
            ),
            "28,936.5 → 28.936,5",
        ),
        "Q305": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” có dấu cách giữa các chữ số, có lẽ mất dấu phẩy thập phân.", "Viết {likely} nếu đúng ý."
            ),
            Wording(
                "“{text}” has a space among its digits; a decimal comma seems lost.", "Write {likely} if that is meant."
            ),
            "0 68% → 0,68%",
        ),
        "Q306": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” có các nhóm chữ số không đúng quy cách.",
                "Tách hàng nghìn thành từng nhóm ba chữ số; có lẽ là “{likely}”.",
            ),
            Wording("“{text}” has digits grouped wrongly.", "Group thousands by three digits; probably “{likely}”."),
            "12.34.567 → 1.234.567",
        ),
        "Q323": Entry(
            Severity.ERROR,
            Wording(
                "Số “{text}” có dấu chấm, dấu phẩy đặt lẫn lộn nên không đọc được.",
                "Viết lại: dấu chấm tách hàng nghìn, chỉ một dấu phẩy trước phần thập phân.",
            ),
            Wording(
                "“{text}” mixes dots and commas so that it cannot be read.",
                "Dots part thousands, one comma stands before the decimals.",
            ),
            "1.2,3,4 → 12,34",
        ),
        "Q307": Entry(
            Severity.ERROR,
            Wording("Số “{text}” tách hàng nghìn bằng dấu phẩy theo lối tiếng Anh.", "Viết {likely}."),
            Wording("“{text}” groups thousands with commas, as in English.", "Write {likely}."),
            "12,345,678 đồng → 12.345.678 đồng",
        ),
        "Q308": Entry(
            Severity.ERROR,
            Wording(
                "“{text}” vừa có từ chỉ mức tăng, giảm vừa có dấu âm.",
                "Bỏ dấu âm: viết “{likely}” nếu đúng ý; chiều tăng, giảm đã nói bằng lời.",
            ),
            Wording(
                "“{text}” has both a word of change and a minus sign.", "Drop the minus: “{likely}”, if that is meant."
            ),
            "giảm -1,3 ha → giảm 1,3 ha",
        ),
        "Q309": Entry(
            Severity.ERROR,
            Wording("Số “{text}” tách hàng nghìn bằng dấu cách.", "Viết {likely}."),
            Wording("“{text}” groups thousands with spaces.", "Write {likely}."),
            "28 936 triệu đồng → 28.936 triệu đồng",
        ),
        "Q310": Entry(
            Severity.ERROR,
            Wording(
                "Số dài quá 32 ký tự, không phải là một số liệu.", "Kiểm tra lại, có thể hai số bị dính liền nhau."
            ),
            Wording(
                "A numeral of more than 32 characters is no figure.", "Check it; two numbers may have run together."
            ),
            "",
        ),
        "Q311": Entry(
            Severity.WARNING,
            Wording(
                "“{text}” có thể hiểu theo hai cách: {number} (dấu chấm tách hàng nghìn) hoặc {other} "
                "(phần thập phân).",
                "Đang hiểu là {number}, hàng nghìn; nếu là số thập phân thì viết {likely}.",
            ),
            Wording(
                "“{text}” can be read in two ways: {number} with thousands, or {other} with decimals.",
                "Read as {number}, thousands; if decimals are meant, write {likely}.",
            ),
            "41.795 tỷ đồng → 41,795 tỷ đồng",
        ),
        "Q312": Entry(
            Severity.NOTICE,
            Wording("Số {text} chưa tách hàng nghìn.", "Nên viết {likely}."),
            Wording("{text} has no dot for the thousands.", "Better write {likely}."),
            "1250 hộ → 1.250 hộ",
        ),
        "Q313": Entry(
            Severity.ERROR,
            Wording("Khoảng “{text}” có số đầu lớn hơn số cuối.", "Viết số nhỏ trước, số lớn sau."),
            Wording("The range “{text}” begins above its end.", "Write the lower end first."),
            "15 - 10% → 10 - 15%",
        ),
        "Q314": Entry(
            Severity.ERROR,
            Wording(
                "Không hiểu phần “{rest}” trong số liệu.",
                "Mỗi ô chỉ ghi một số liệu: từ chỉ mức độ (ước, trên, gần …), con số, đơn vị.",
            ),
            Wording(
                "Cannot read “{rest}” in this figure.",
                "One figure a field: a hedge (ước, trên, gần …), the number, its unit.",
            ),
            "10 hộ, 20 người → 10 hộ",
        ),
        "Q315": Entry(
            Severity.ERROR,
            Wording(
                "“{text}” là số đếm, thứ hạng hoặc khoảng nên không thể âm.",
                "Viết {likely} nếu đúng ý; nói “giảm” bằng lời.",
            ),
            Wording(
                "“{text}” is a count, a rank or a range and cannot be negative.",
                "Write {likely} if meant; say “giảm” in words.",
            ),
            "-5 hộ → giảm 5 hộ",
        ),
        "Q316": Entry(
            Severity.ERROR,
            Wording(
                "Các phần của số tiền “{text}” không khớp thứ bậc tỷ, triệu, nghìn.",
                "Viết phần lớn trước, mỗi phần sau là số nguyên nhỏ hơn 1.000, ví dụ 682 tỷ 068 triệu đồng.",
            ),
            Wording(
                "The parts of the amount “{text}” are not in the order tỷ, triệu, nghìn.",
                "Greater parts first; each later part is whole and below 1.000, as in 682 tỷ 068 triệu đồng.",
            ),
            "68 triệu 682 tỷ đồng → 682 tỷ 068 triệu đồng",
        ),
        "Q317": Entry(
            Severity.ERROR,
            Wording("“{text}” có nhiều hơn một số liệu.", "Tách mỗi số liệu thành một dòng riêng."),
            Wording("“{text}” holds more than one figure.", "Give each figure a line of its own."),
            "10 hộ và 20 người → 10 hộ",
        ),
        "Q318": Entry(
            Severity.ERROR,
            Wording(
                "“{text}” là ngày tháng, giờ hoặc số hiệu, không phải số liệu.",
                "Ghi con số kèm đơn vị, ví dụ 2.570 hộ.",
            ),
            Wording(
                "“{text}” is a date, an hour or a reference, not a figure.",
                "Write a number with its unit, such as 2.570 hộ.",
            ),
            "14/12/2023 → 2.570 hộ",
        ),
        "Q319": Entry(
            Severity.WARNING,
            Wording(
                "“{text}”: số {unit} phải là số nguyên.",
                "Kiểm tra dấu chấm, dấu phẩy; nếu là hàng nghìn thì dùng dấu chấm.",
            ),
            Wording("“{text}”: a number of {unit} is whole.", "Check dots and commas; thousands take a dot."),
            "2,570 hộ → 2.570 hộ",
        ),
        "Q320": Entry(
            Severity.ERROR,
            Wording("“{text}” so với tổng số bằng không.", "Kiểm tra lại tổng số sau dấu gạch chéo."),
            Wording("“{text}” is out of a total of zero.", "Check the total behind the slash."),
            "5/0 hộ → 5/10 hộ",
        ),
        "Q321": Entry(
            Severity.ERROR,
            Wording("“{text}” có hai đơn vị liền nhau: {first} và {second}.", "Giữ lại một đơn vị."),
            Wording("“{text}” has two units in a row: {first} and {second}.", "Keep one of them."),
            "7,2 ha m² → 7,2 ha",
        ),
        "Q322": Entry(
            Severity.ERROR,
            Wording("Hai vế của “{text}” khác đơn vị: {first} và {second}.", "Viết hai vế cùng một đơn vị."),
            Wording("The two sides of “{text}” differ in unit: {first} and {second}.", "Write both sides in one unit."),
            "673 ha/550 tấn → 673/550 ha",
        ),
    }
)
"""Code → what it means. Blanks: `{text}` as written, `{likely}` the probable reading, and those of the code itself."""
