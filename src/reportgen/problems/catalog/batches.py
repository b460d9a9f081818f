"""Codes of many inputs built at once (B918-B920), and of the cluster that does it (M908-M910)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportgen.problems import Severity
from reportgen.problems.catalog.entry import Entry, Wording

ENTRIES: Mapping[str, Entry] = MappingProxyType(
    {
        "B918": Entry(
            Severity.ERROR,
            Wording(
                "Tiến trình lập văn bản này {tries} lần liền bị dừng giữa chừng ({reason}); tệp được để riêng, "
                "các tệp khác vẫn lập.",
                "Thường do máy hết bộ nhớ: lập riêng tệp này với --jobs 1, hoặc dùng ảnh nhỏ hơn.",
            ),
            Wording(
                "The process that built this was stopped {tries} times ({reason}); it is set aside, "
                "the others are built.",
                "Usually the machine's memory is too small: build it alone with --jobs 1, or use smaller pictures.",
            ),
        ),
        "B919": Entry(
            Severity.ERROR,
            Wording(
                "Không đọc được “{input}” hoặc không ghi được vào “{outputs}”: {reason}.",
                "Kiểm tra địa chỉ, quyền và kết nối; s3:// cần gói s3fs, sftp:// cần gói paramiko.",
            ),
            Wording(
                "“{input}” cannot be read, or “{outputs}” not written: {reason}.",
                "Check address, permissions and connection; s3:// needs the package s3fs, sftp:// paramiko.",
            ),
            "reportgen build s3://tinh-a/inputs/xa-b.yaml -o s3://tinh-a/outputs",
        ),
        "B920": Entry(
            Severity.ERROR,
            Wording(
                "Mất liên lạc với cụm máy trước khi lập xong tệp này.",
                "Chạy lại đúng lệnh ấy: những tệp đã lập xong được giữ nguyên, chỉ lập tiếp những tệp còn lại.",
            ),
            Wording(
                "The connection to the cluster was lost before this was built.",
                "Run the same command again: what is finished is left alone, and the rest is built.",
            ),
        ),
        "M908": Entry(
            Severity.ERROR,
            Wording(
                "Không làm việc được với cụm máy “{address}”: {reason}.",
                "Kiểm tra địa chỉ của bộ điều phối (dask scheduler) và các máy con (dask worker); “--cluster "
                "local” dùng máy này.",
            ),
            Wording(
                "The cluster “{address}” cannot be worked with: {reason}.",
                "Check the address of the scheduler (dask scheduler) and its workers (dask worker); “--cluster local” "
                "takes this machine.",
            ),
        ),
        "M909": Entry(
            Severity.ERROR,
            Wording(
                "Chưa cài thư viện để dùng cụm máy: {reason}.",
                "Cài bằng lệnh: pip install reportgen[cluster]; hoặc bỏ lựa chọn “--cluster”.",
            ),
            Wording(
                "What a cluster needs is not installed: {reason}.",
                "Run: pip install reportgen[cluster]; or leave “--cluster” out.",
            ),
        ),
        "M910": Entry(
            Severity.WARNING,
            Wording(
                "Máy con {workers} có chương trình, thư viện hoặc phông chữ khác máy này, nên văn bản lập ở đó có thể "
                "không giống đến từng byte.",
                "Cài cùng phiên bản và cùng phông chữ trên mọi máy rồi lập lại.",
            ),
            Wording(
                "The workers {workers} have another program, other libraries or fonts than this machine: their "
                "papers may not have the same bytes.",
                "Install the same versions and fonts everywhere, and build again.",
            ),
        ),
    }
)
