"""Which keys of an input outlast its year: `following` carries these over, in whatever form, and empties the others.

A key of the model that stands in neither list fails a test: whoever adds one decides here what becomes of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_KEPT: Mapping[str, str] = MappingProxyType(
    {
        "Conference": "năm, đơn vị, văn bản, văn bản khác, chỉ tiêu, kết quả, phương hướng, tin bài, chữ viết tắt",
        "Unit": "tên, cơ quan, cấp trên, tỉnh, hư cấu",
        "Letterhead": "thể thức, địa danh, cơ quan chủ quản, cơ quan ban hành, kính gửi, căn cứ, người ký, nơi nhận",
        "Signer": "họ tên, chức vụ, quyền hạn",
        "Indicator": "tên, kế hoạch, năm trước, gồm, tích của, nhóm, đơn vị tính, cách viết, thấp là tốt, giá, các năm",
        "Plan": "giá trị, giao bởi, điều chỉnh",
        "Before": "giá trị",
        "Topic": "mục, mục con, bảng chỉ tiêu, tên bảng",
        "Directions": "nhiệm vụ, giải pháp",
        "Press": "điểm nhấn, độ dài, bố cục, tác giả, nguồn, từ khóa, xưng hô, liên hệ, giới thiệu",
        "Contact": "họ tên, chức vụ, điện thoại, thư điện tử, địa chỉ, trang thông tin",
    }
)
_EMPTIED: Mapping[str, str] = MappingProxyType(
    {
        "Conference": "hội nghị, chủ đề năm, đặc điểm tình hình, đánh giá chung, hạn chế, nguyên nhân, bài học, "
        "giao ước thi đua, khen thưởng, chia tay, phụ lục, giấy mời, kế hoạch tổ chức, phôi giấy khen",
        "Letterhead": "độ khẩn, số, ngày, trích yếu, trình, dự thảo",
        "Indicator": "thực hiện, bằng lời, năm sau, tỷ lệ, thời điểm, xếp hạng, theo đơn vị, danh sách, ghi chú,"
        " bỏ qua",
        "Plan": "tỷ lệ, đánh giá",
        "Before": "tăng giảm",
        "Topic": "nội dung, tóm tắt",
        "Causes": "chung, khách quan, chủ quan",
        "Directions": "bối cảnh, mục tiêu, chỉ tiêu, kiến nghị",
        "Event": "tên, ngày, buổi, địa điểm, đơn vị tổ chức, chủ trì, đại biểu, thành phần, số người dự, ý kiến, "
        "phát biểu, nghị quyết, diễn biến, giờ, chương trình, thư ký, kết luận, kết thúc",
        "AgendaItem": "giờ, nội dung, người, lời dẫn",
        "Invitation": "kính mời, mỗi người một giấy, lưu ý",
        "AwardForm": "lề trên, lề trái",
        "Preparation": "mục đích, yêu cầu, phân công, kinh phí",
        "Task": "việc, người, xong trước",
        "Resolution": "tên, có mặt, tán thành, không tán thành, không biểu quyết",
        "Party": "tên, đại diện",
        "Person": "họ tên, chức vụ, vai trò, danh xưng",
        "Speech": "người, thay mặt, vai trò, nội dung, yêu cầu, trích lời",
        "Award": "hình thức, của, tập thể, cá nhân, thành tích, nội dung, danh sách, thừa ủy quyền, người trao",
        "Pledge": "lễ ký, nội dung, các bên, chứng kiến",
        "Annex": "tiêu đề, nội dung",
        "Press": "tiêu đề, sapo, địa chỉ trang, ảnh",
        "Photo": "tệp, chú thích, tác giả, mô tả, vị trí",
    }
)


def _names(table: Mapping[str, str]) -> frozenset[str]:
    return frozenset(f"{section}.{key}" for section, keys in table.items() for key in keys.split(", "))


KEPT = _names(_KEPT)
"""Section and key of what is carried over: `Unit.tên`."""
EMPTIED = _names(_EMPTIED)
"""Section and key of what is left to fill in, or left out."""
