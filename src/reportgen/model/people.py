"""Persons with their offices, speeches, awards."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field

from reportgen.model.leaves import Words
from reportgen.model.section import Section
from reportgen.model.shapes import AsFigure, AsProse, AsWords, Each, Maybe, Table


class Person(Section):
    """A person with an office (đại biểu, người chủ trì). Short form: `họ tên, chức vụ`."""

    shorthand: ClassVar[str] = "họ tên"

    name: AsWords = Field(validation_alias="họ tên", description="Họ và tên, không kèm học hàm, học vị.")
    office: Maybe[AsWords] = Field(None, validation_alias="chức vụ", description="Chức vụ, đơn vị công tác.")
    role: Maybe[AsWords] = Field(None, validation_alias="vai trò", description="dự; dự và chỉ đạo; chủ trì; …")
    address: Maybe[AsWords] = Field(
        None, validation_alias="danh xưng", description="Thay cho cách xưng hô chung: đồng chí, ông, bà."
    )

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

    speaker: Person | None = Field(None, validation_alias="người", description="Người phát biểu: họ tên, chức vụ.")
    speakers: Maybe[AsWords] = Field(
        None, validation_alias="thay mặt", description="Khi chỉ biết chức danh: lãnh đạo Đảng ủy phường."
    )
    kind: Maybe[AsWords] = Field(None, validation_alias="vai trò", description="khai mạc, chỉ đạo, đáp từ, thảo luận.")
    content: Maybe[AsProse] = Field(
        None, validation_alias="nội dung", description="Nội dung phát biểu, viết gián tiếp."
    )
    requests: Each[AsProse] = Field((), validation_alias="yêu cầu", description="Các yêu cầu, mỗi yêu cầu một mục.")
    quote: Maybe[AsWords] = Field(
        None, validation_alias="trích lời", description="Lời nói trực tiếp, in trong ngoặc kép."
    )


class Award(Section):
    """An award (khen thưởng): what, by whom, to how many, for what."""

    shorthand: ClassVar[str] = "nội dung"

    kind: Maybe[AsWords] = Field(
        None, validation_alias="hình thức", description="Giấy khen, Bằng khen, Huân chương, Huy hiệu Đảng…"
    )
    giver: Maybe[AsWords] = Field(None, validation_alias="của", description="Người hoặc cơ quan tặng.")
    collectives: Maybe[AsFigure] = Field(None, validation_alias="tập thể", description="Số tập thể, ví dụ 06 tập thể.")
    persons: Maybe[AsFigure] = Field(None, validation_alias="cá nhân", description="Số cá nhân, ví dụ 15 cá nhân.")
    merit: Maybe[AsWords] = Field(None, validation_alias="thành tích", description="Vì thành tích gì.")
    content: Maybe[AsProse] = Field(
        None, validation_alias="nội dung", description="Câu viết sẵn, khi không chia được thành các mục trên."
    )
    names: Each[AsWords] = Field((), validation_alias="danh sách", description="Tên các tập thể, cá nhân.")
    on_behalf_of: Maybe[AsWords] = Field(None, validation_alias="thừa ủy quyền", description="Trao thay cho ai.")
    handed_by: Maybe[AsWords] = Field(None, validation_alias="người trao", description="Ai trao tại hội nghị.")


class Pledge(Section):
    """The emulation pledge (giao ước thi đua). Short form: the sentence on its signing."""

    shorthand: ClassVar[str] = "lễ ký"

    ceremony: Maybe[AsProse] = Field(
        None, validation_alias="lễ ký", description="Câu nói về việc phát động, ký giao ước tại hội nghị."
    )
    content: Each[AsProse] = Field((), validation_alias="nội dung", description="Các nội dung giao ước.")
    signers: Each[AsWords] = Field((), validation_alias="các bên", description="Các đơn vị ký giao ước.")
    witness: Maybe[AsWords] = Field(None, validation_alias="chứng kiến", description="Ai chứng kiến lễ ký.")
