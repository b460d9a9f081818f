"""A report as wards write it in Word: no styles, numbers typed before headings, figures in sentences and a table."""

from __future__ import annotations

import io

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH

BODY = [
    ("Thực hiện Nghị quyết của HĐND xã về nhiệm vụ năm 2024, UBND xã báo cáo kết quả như sau:", False),
    ("PHẦN THỨ NHẤT", True),
    ("KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2024", True),
    ("I. LĨNH VỰC KINH TẾ", True),
    ("1. Sản xuất nông nghiệp", True),
    ("Tổng diện tích gieo trồng đạt 412,5 ha, bằng 101,2% kế hoạch; năng suất lúa bình quân đạt 61,5 tạ/ha.", False),
    ("- Chăn nuôi ổn định, không có dịch bệnh lớn.", False),
    ("- Tổng đàn gia cầm ước đạt 45.200 con.", False),
    ("2. Thu, chi ngân sách", True),
    ("Thu ngân sách trên địa bàn ước đạt 12,45 tỷ đồng, bằng 108% dự toán huyện giao (11,53 tỷ đồng).", False),
    ("Sáu tháng đầu năm chi ngân sách đạt 5,2 tỷ đồng.", False),
    ("II. LĨNH VỰC VĂN HÓA - XÃ HỘI", True),
    ("Tỷ lệ hộ nghèo còn 2,15%. Toàn xã có 1.245/1.302 hộ đạt danh hiệu gia đình văn hóa.", False),
    ("III. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN", True),
    ("1. Tồn tại, hạn chế", True),
    ("- Giải ngân vốn đầu tư còn chậm.", False),
    ("- Vệ sinh môi trường ở một số thôn chưa bảo đảm.", False),
    ("2. Nguyên nhân", True),
    ("a) Nguyên nhân khách quan", True),
    ("- Thời tiết diễn biến bất thường.", False),
    ("b) Nguyên nhân chủ quan", True),
    ("- Một số cán bộ chưa chủ động.", False),
    ("IV. BÀI HỌC KINH NGHIỆM", True),
    ("- Phải bám sát cơ sở.", False),
    ("PHẦN THỨ HAI", True),
    ("PHƯƠNG HƯỚNG, NHIỆM VỤ NĂM 2025", True),
    ("I. MỤC TIÊU", True),
    ("Tiếp tục phát triển kinh tế bền vững.", False),
    ("II. CHỈ TIÊU CHỦ YẾU", True),
    ("- Thu ngân sách trên địa bàn đạt 13,5 tỷ đồng.", False),
    ("- Tỷ lệ hộ nghèo còn dưới 1,8%.", False),
    ("III. NHIỆM VỤ TRỌNG TÂM", True),
    ("1. Về kinh tế", True),
    ("Đẩy mạnh chuyển đổi cơ cấu cây trồng.", False),
    ("2. Về văn hóa - xã hội", True),
    ("Nâng cao chất lượng phong trào văn hóa.", False),
    ("IV. GIẢI PHÁP", True),
    ("- Tăng cường kiểm tra, giám sát.", False),
    ("V. ĐỀ XUẤT, KIẾN NGHỊ", True),
    ("- Đề nghị UBND tỉnh sớm cấp kinh phí.", False),
    ("Trên đây là báo cáo kết quả thực hiện nhiệm vụ năm 2024 của UBND xã Tam Hợp./.", False),
]
TABLE = [
    ["TT", "Chỉ tiêu", "ĐVT", "Kế hoạch năm 2024", "Thực hiện năm 2024", "So sánh TH/KH (%)"],
    ["1", "Tổng diện tích gieo trồng", "ha", "407,6", "412,5", "101,2"],
    ["2", "Sản lượng lương thực", "tấn", "2.450", "2.512", "102,5"],
]


def report() -> bytes:
    """The report of a commune."""
    word = docx.Document()
    _head(word)
    for words in ("BÁO CÁO", "Kết quả thực hiện nhiệm vụ năm 2024, phương hướng, nhiệm vụ năm 2025"):
        paragraph = word.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(words).bold = True
    for words, bold in BODY:
        word.add_paragraph().add_run(words).bold = bold
    _foot(word)
    table = word.add_table(rows=0, cols=len(TABLE[0]))
    for row in TABLE:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def _head(word: Document) -> None:
    table = word.add_table(rows=2, cols=2)
    left, right = table.rows[0].cells
    left.paragraphs[0].add_run("ỦY BAN NHÂN DÂN").bold = True
    left.add_paragraph().add_run("XÃ TAM HỢP").bold = True
    right.paragraphs[0].add_run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM").bold = True
    right.add_paragraph().add_run("Độc lập - Tự do - Hạnh phúc").bold = True
    table.rows[1].cells[0].text = "Số: 115/BC-UBND"
    table.rows[1].cells[1].text = "Tam Hợp, ngày 18 tháng 12 năm 2024"


def _foot(word: Document) -> None:
    table = word.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    left.text = "Nơi nhận:"
    for words in ("- UBND tỉnh;", "- TT Đảng ủy, HĐND xã;", "- Lưu: VT."):
        left.add_paragraph(words)
    right.paragraphs[0].add_run("TM. ỦY BAN NHÂN DÂN").bold = True
    right.add_paragraph().add_run("KT. CHỦ TỊCH").bold = True
    right.add_paragraph().add_run("PHÓ CHỦ TỊCH").bold = True
    right.add_paragraph().add_run("Nguyễn Văn Hùng").bold = True
