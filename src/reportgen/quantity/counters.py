"""What is counted in such reports: the nouns that make a bare number in prose a count.

A whole field of the input may count anything; in running text only these nouns are taken as the unit. Longer phrases
win over shorter ones.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from reportgen.quantity.tokens import fold

_PEOPLE = """
người, lượt người, đầu người, nhân khẩu, khẩu, dân, người dân, công dân, cử tri, hộ, hộ dân, hộ nghèo, hộ cận nghèo,
hộ gia đình, gia đình, đảng viên, quần chúng, đoàn viên, hội viên, thanh niên, phụ nữ, trẻ, trẻ em, cháu, học sinh,
sinh viên, giáo viên, cán bộ, công chức, viên chức, lao động, đại biểu, đồng chí, cá nhân, đối tượng, thành viên, bệnh
nhân, khách, lượt khách, du khách, khách du lịch, nam, nữ, cựu chiến binh, nông dân, chiến sĩ, dân quân, người có
công, cụ, thôn đội, hộ kinh doanh, hộ sản xuất, phạm nhân, em, vận động viên, nghệ nhân, bác sĩ, tân binh, công nhân,
ủy viên, dân tộc, học viên, cặp, cặp vợ chồng, thí sinh, cộng tác viên, tình nguyện viên, hòa giải viên
"""

_GROUPS = """
tập thể, tổ chức, đơn vị, doanh nghiệp, công ty, hợp tác xã, htx, tổ hợp tác, tht, chi bộ, chi hội, chi đoàn, đảng bộ,
tổ, đội, nhóm, câu lạc bộ, clb, ban, ngành, trường, trường học, lớp, cơ sở, trạm, khu, khu phố, khu dân cư, thôn, xóm,
ấp, bản, làng, phường, xã, thị trấn, huyện, tỉnh, quận, thành phố, tổ dân phố, cơ quan, trang trại, gia trại, chợ,
đoàn, hội, quỹ, điểm trường, đặc khu, tổ liên gia
"""

_EVENTS = """
lượt, lượt hộ, lần, cuộc, buổi, hội nghị, kỳ họp, phiên, phiên họp, lớp học, đợt, vụ, vụ việc, vụ án, trường hợp, ca,
chuyến, cuộc họp, cuộc kiểm tra, buổi tuyên truyền, ý kiến, lượt ý kiến, kiến nghị, đơn, đơn thư, hồ sơ, thủ tục, văn
bản, nghị quyết, chỉ thị, quyết định, kế hoạch, báo cáo, tin, bài, tin bài, lượt xem, giải, giải thưởng, giải pháp,
nhiệm vụ, chỉ tiêu, tiêu chí, nội dung, sáng kiến, chương trình, dự án, đề án, hoạt động, phong trào, công trình, hạng
mục, gói thầu, chuyên đề, vòng, trận, tiết mục, môn, lượt tin, thông báo, tờ trình, công văn, nhóm tiêu chí, mũi,
liều, tai nạn, vi phạm, bằng khen, giấy khen, huy hiệu, danh hiệu, lượt cán bộ, giấy chứng nhận, đoàn kiểm tra,
ca mắc, ca bệnh, ca nhiễm, ca tử vong
"""

_THINGS = """
tuyến, tuyến phố, tuyến đường, tuyến ngõ, đường, ngõ, ngách, nhà, căn, căn nhà, căn hộ, ngôi nhà, mô hình, cái, chiếc,
con, cây, con lợn, con gà, gia súc, gia cầm, con gia súc, con gia cầm, suất, suất quà, phần quà, suất học bổng, xe,
thẻ, thẻ bhyt, giường, giường bệnh, máy, bộ, quyển, cuốn, tờ, tờ rơi, ảnh, thửa, thửa đất, lô, ô, phòng, phòng học,
cột, bóng, bóng đèn, camera, mắt camera, khẩu hiệu, pano, băng rôn, phiếu, sản phẩm, sản phẩm ocop, sổ, sổ tiết kiệm,
đơn vị máu, bao, thùng, chai, cổng, cầu, cống, hố ga, bài viết, đầu sách, tài khoản, di tích, lễ hội, sổ đỏ, hạng,
bậc, tủ sách, bể, mẫu, ngày công, công lao động, bàn, điểm cầu, vị trí, hộp, gốc, khối nhà, lồng, ao, chậu, áo, bữa,
suất ăn, thuê bao
"""

ALIASES: Mapping[str, str] = MappingProxyType(
    {"htx": "hợp tác xã", "tht": "tổ hợp tác", "clb": "câu lạc bộ", "vụ việc": "vụ"}
)
"""Another spelling of a counter → the one that stands for both."""

_PERSONS = """
người, đảng viên, đoàn viên, hội viên, đại biểu, cá nhân, đồng chí, lao động, học sinh, cán bộ, nhân khẩu, khẩu, dân,
trẻ em, trẻ, cháu, thanh niên, phụ nữ, đối tượng, thành viên, nam, nữ, học viên, công dân, công chức, viên chức
"""
PERSONS: tuple[str, ...] = tuple(" ".join(item.split()) for item in _PERSONS.split(","))
"""Nouns that all count persons: parts in one of them add up with parts in another."""

GROUPS: frozenset[str] = frozenset(fold(" ".join(item.split())) for item in _GROUPS.split(","))
"""Folded nouns of bodies and places: behind a number of order they begin the next name (`cấp 3 huyện`)."""

COUNTERS: Mapping[str, str] = MappingProxyType(
    {
        fold(noun): noun
        for table in (_PEOPLE, _GROUPS, _EVENTS, _THINGS)
        for noun in (" ".join(item.split()) for item in table.split(","))
    }
)
"""Folded noun → the noun."""

WHOLE: frozenset[str] = frozenset(
    fold(noun)
    for noun in (
        "người", "hộ", "hộ dân", "hộ nghèo", "hộ cận nghèo", "đảng viên", "hội viên", "đoàn viên", "tập thể", "cá nhân",
        "đại biểu", "học sinh", "giáo viên", "cán bộ", "trường hợp", "đồng chí", "chi bộ", "cháu", "trẻ em", "hồ sơ",
        "doanh nghiệp", "công dân", "phụ nữ", "cuộc", "buổi", "lượt người", "đơn vị", "vụ", "khu", "khu phố", "tổ chức",
    )
)  # fmt: skip
"""Folded nouns of which nobody has a half: a fraction of them is a slip of the pen."""


def head(noun: str) -> str:
    """The longest known counter that a counted noun starts with, else the noun: `hộ đạt gia đình văn hóa` → `hộ`."""
    words = fold(noun).split()
    for stop in range(min(len(words), 4), 0, -1):
        known = COUNTERS.get(" ".join(words[:stop]))
        if known is not None:
            return ALIASES.get(known, known)
    return " ".join(words)


_SAID_ALONE = """
mô hình, cuộc, buổi, lượt, vụ, tập thể, chi hội, chi bộ, chi đoàn, tổ hợp tác, hợp tác xã, doanh nghiệp, ý kiến,
đơn thư, trường hợp, sản phẩm ocop
"""
_NOUNS = sorted(
    (
        fold(noun).split()
        for table in (_PEOPLE, _SAID_ALONE)
        for noun in (" ".join(item.split()) for item in table.split(","))
    ),
    key=len,
    reverse=True,
)


_HOW_MANY = re.compile(r"^\s*(?:tổng số|tổng cộng|số lượng|số)\s+", re.IGNORECASE)


def counted(name: str) -> str:
    """The noun that a name begins with and counts, as typed: `hội viên` of `hội viên mới`, of `tổng số hội viên`; "" if
    none."""
    words = _HOW_MANY.sub("", name).split()
    folded = [fold(word) for word in words]
    found = next((noun for noun in _NOUNS if folded[: len(noun)] == noun), [])
    return " ".join(words[: len(found)]).lower()


def same_thing(first: str, second: str) -> bool:
    """Whether two nouns count one kind of thing: the same, one a narrower kind (`hộ nghèo`, `hộ`), or both persons."""
    one, other = head(first), head(second)
    narrower = one.startswith(f"{other} ") or other.startswith(f"{one} ")
    return one == other or narrower or (_is_person(one) and _is_person(other))


def _is_person(noun: str) -> bool:
    folded = fold(noun)
    return any(folded == fold(person) or folded.startswith(f"{fold(person)} ") for person in PERSONS)


def shared(nouns: Sequence[str]) -> str:
    """The counter that several narrower nouns begin with: `hộ` of `hộ nghèo`, `hộ cận nghèo`; "" if none."""
    first = {fold(noun).split()[0] for noun in nouns if noun}
    return COUNTERS.get(first.pop(), "") if len(first) == 1 else ""
