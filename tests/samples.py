"""Small inputs that several tests build, and photographs to go with them."""

from __future__ import annotations

from pathlib import Path

from PIL import ExifTags, Image

from reportgen.layout.document import Document
from reportgen.model.reading import read_input
from reportgen.papers import papers_for, render

SMALL = """
năm: 2024
đơn vị: xã Bình An
chỉ tiêu:
  thu ngân sách: {thực hiện: "41,795 tỷ đồng", kế hoạch: "41,67 tỷ đồng", năm trước: "38,1 tỷ đồng"}
  hộ đạt gia đình văn hóa: 2.570/2.683 hộ
  trồng rừng: {thực hiện: 120 ha, kế hoạch: 130 ha}
đánh giá chung: Năm 2024, xã hoàn thành các nhiệm vụ được giao.
"""
PHOTO = "{tệp: a.jpg, chú thích: Quang cảnh hội nghị., mô tả: Hội trường kín người.}"
PLACE = "20°57'N"


def from_a_camera(file: Path, size: tuple[int, int] = (2400, 1600), turned: int = 1) -> None:
    """A photograph that says where and with which camera it was taken, red at its left edge."""
    image = Image.new("RGB", size, "white")
    image.paste("red", (0, 0, size[0] // 10, size[1]))
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = turned
    exif[ExifTags.Base.Make] = "Hãng máy"
    exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.BodySerialNumber] = "SN-0042"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[ExifTags.GPS.GPSLatitudeRef] = PLACE
    image.save(file, exif=exif, quality=95)


def article(folder: Path, photo: str = PHOTO, more: str = "tác giả: Hồng Nhung") -> Path:
    file = folder / "a.yaml"
    file.write_text(f"{SMALL}tin bài:\n  {more}\n  ảnh: {photo}\n", "utf-8")
    return file


def rendered(file: Path) -> Document:
    document = render(read_input(file), papers_for(None)["tin-bai"])
    assert isinstance(document, Document), document
    return document
