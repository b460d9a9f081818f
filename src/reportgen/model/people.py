"""Persons with their offices, speeches, awards."""

from __future__ import annotations

from typing import Any, ClassVar

from reportgen.model.fields import Many, key
from reportgen.model.leaves import Figure, Prose, Words
from reportgen.model.section import Section, Table


class Person(Section):
    """A person with an office (đại biểu, người chủ trì). Short form: `họ tên, chức vụ`."""

    shorthand: ClassVar[str] = "họ tên"

    name: Words = key("họ tên", "Họ và tên, không kèm học hàm, học vị.")
    office: Words | None = key("chức vụ", "Chức vụ, đơn vị công tác.")
    role: Words | None = key("vai trò", "dự; dự và chỉ đạo; chủ trì; …")
    address: Words | None = key("danh xưng", "Thay cho cách xưng hô chung: đồng chí, ông, bà.")

    @classmethod
    def from_words(cls, words: Words) -> Table:
        """Name and office parted at the first comma."""
        table = super().from_words(words)
        name, comma, office = words.partition(",")
        entries: dict[Words, Any] = {Words("họ tên"): Words(name.strip(), words.node, words.key)}
        if comma and office.strip():
            entries[Words("chức vụ")] = Words(office.strip(), words.node, words.key)
        return Table(entries, table.place, words.key)


class Speech(Section):
    """What somebody said (phát biểu): in reported speech, with the requests as a list."""

    speaker: Person | None = key("người", "Người phát biểu: họ tên, chức vụ.")
    speakers: Words | None = key("thay mặt", "Khi chỉ biết chức danh: lãnh đạo Đảng ủy phường.")
    kind: Words | None = key("vai trò", "khai mạc, chỉ đạo, đáp từ, thảo luận.")
    content: Prose | None = key("nội dung", "Nội dung phát biểu, viết gián tiếp.")
    requests: Many[Prose] = key("yêu cầu", "Các yêu cầu, mỗi yêu cầu một mục.")
    quote: Words | None = key("trích lời", "Lời nói trực tiếp, in trong ngoặc kép.")


class Award(Section):
    """An award (khen thưởng): what, by whom, to how many, for what."""

    shorthand: ClassVar[str] = "nội dung"

    kind: Words | None = key("hình thức", "Giấy khen, Bằng khen, Huân chương, Huy hiệu Đảng…")
    giver: Words | None = key("của", "Người hoặc cơ quan tặng.")
    collectives: Figure | None = key("tập thể", "Số tập thể, ví dụ 06 tập thể.")
    persons: Figure | None = key("cá nhân", "Số cá nhân, ví dụ 15 cá nhân.")
    merit: Words | None = key("thành tích", "Vì thành tích gì.")
    content: Prose | None = key("nội dung", "Câu viết sẵn, khi không chia được thành các mục trên.")
    names: Many[Words] = key("danh sách", "Tên các tập thể, cá nhân.")
    on_behalf_of: Words | None = key("thừa ủy quyền", "Trao thay cho ai.")
    handed_by: Words | None = key("người trao", "Ai trao tại hội nghị.")


class Pledge(Section):
    """The emulation pledge (giao ước thi đua). Short form: the sentence on its signing."""

    shorthand: ClassVar[str] = "lễ ký"

    ceremony: Prose | None = key("lễ ký", "Câu nói về việc phát động, ký giao ước tại hội nghị.")
    content: Many[Prose] = key("nội dung", "Các nội dung giao ước.")
    signers: Many[Words] = key("các bên", "Các đơn vị ký giao ước.")
    witness: Words | None = key("chứng kiến", "Ai chứng kiến lễ ký.")
