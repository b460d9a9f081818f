"""Persons with their offices, speeches, awards."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar, TypeAlias

from pydantic import BeforeValidator, Field

from reportgen.model.leaves import Words
from reportgen.model.section import Named, Section, Under, named_entries
from reportgen.model.shapes import AsFigure, AsProse, AsWords, Listed, Maybe, Numbered, Row, Table, as_items
from reportgen.names.persons import in_full, is_name, is_office, read_person
from reportgen.names.pieces import Piece, parted, whole
from reportgen.vietnamese.letters import fold


class Person(Named):
    """A person with an office (đại biểu, người chủ trì). Short form: name, office, role in any order."""

    name: AsWords = Field(validation_alias="họ tên", description="Họ và tên, không kèm học hàm, học vị.")
    office: Maybe[AsWords] = Field(None, validation_alias="chức vụ", description="Chức vụ, đơn vị công tác.")
    role: Maybe[AsWords] = Field(None, validation_alias="vai trò", description="dự; dự và chỉ đạo; chủ trì; …")
    address: Maybe[AsWords] = Field(
        None, validation_alias="danh xưng", description="Thay cho cách xưng hô chung: đồng chí, ông, bà."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Address, office and role out of the name, each in its place."""
        if name := table.words("họ tên"):
            read = read_person(name)
            parts = {"chức vụ": read.office, "vai trò": read.role, "danh xưng": read.address}
            table = table.with_entry("họ tên", name.piece(read.name or whole(name))).having(
                {key: part and name.piece(part) for key, part in parts.items()}
            )
        if office := table.words("chức vụ"):
            table = table.with_entry("chức vụ", office.reworded(in_full(office)))
        return table


_NEXT = re.compile(r"\s*,\s*(?=(?:đ/c|đồng chí|ông|bà)[\s:.])", re.IGNORECASE)
"""The comma between a person and the next one, who is addressed again."""


def _apart(entry: Any) -> list[Any]:
    """Each of several persons in one text: `đ/c Lê Thị Mai (PGĐ Sở Nội vụ), đ/c K'Brơi - Bí thư`."""
    return [entry.piece(one) for one in parted(whole(entry), _NEXT)] if isinstance(entry, Words) else [entry]


def as_people(value: Any) -> Any:
    """Persons in a list or in one text; a name and its office in two entries of the list are one person."""
    own_keys = isinstance(value, Row) and any(
        isinstance(entry, Table) and any(Person.canonical(key) for key in entry) for entry in value
    )
    row = value if own_keys else as_items(value)
    if not isinstance(row, Row):
        return row
    people: list[Any] = []
    for entry in (one for several in row for one in _apart(several)):
        before = people[-1] if people else None
        if isinstance(entry, Words) and isinstance(before, Words) and is_office(entry) and is_name(before):
            place = before.place()
            assert place is not None, "read from a file"
            people[-1] = Table({Words("họ tên"): before, Words("chức vụ"): entry}, place, row.key)
        else:
            people.append(entry)
    return Row(people, row.place, row.key)


Invited: TypeAlias = Annotated[tuple[Person, ...], BeforeValidator(as_items)]
"""Persons and groups, one an entry: an office that follows a name is somebody else's."""
People: TypeAlias = Annotated[tuple[Person, ...], BeforeValidator(as_people)]
"""One person or several."""


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
    requests: Numbered[AsProse] = Field((), validation_alias="yêu cầu", description="Các yêu cầu, mỗi yêu cầu một mục.")
    quote: Maybe[AsWords] = Field(
        None, validation_alias="trích lời", description="Lời nói trực tiếp, in trong ngoặc kép."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Who is told by office alone speaks for others (`thay mặt`)."""
        who = table.words("người")
        if who is None or "thay mặt" in table:
            return table
        read = read_person(who)
        if not read.group or read.name is None:
            return table
        return table.without("người").having({"thay mặt": who.piece(read.name)})


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
    names: Listed[AsWords] = Field((), validation_alias="danh sách", description="Tên các tập thể, cá nhân.")
    on_behalf_of: Maybe[AsWords] = Field(None, validation_alias="thừa ủy quyền", description="Trao thay cho ai.")
    handed_by: Maybe[AsWords] = Field(None, validation_alias="người trao", description="Ai trao tại hội nghị.")

    @classmethod
    def understood(cls, table: Table) -> Table:
        """A line that is no sentence, in its parts; counts with their nouns; `khen thưởng` names no kind of award."""
        line = table.words("nội dung")
        said = _AWARDED.fullmatch(line) if line is not None and len(table) == 1 else None
        if line is not None and said is not None and (said["collectives"] or said["persons"]):
            found = {key: line.piece(Piece(said[of], *said.span(of))) for key, of in _PARTS.items() if said[of]}
            table = table.without("nội dung").having(found)
        for key in ("tập thể", "cá nhân"):
            count = table.words(key)
            if count is not None and count.strip().isdecimal():
                table = table.with_entry(key, count.reworded(f"{count.strip()} {key}"))
        kind = table.words("hình thức")
        return table.without("hình thức") if kind is not None and fold(kind.strip()) == "khen thuong" else table


_PARTS = {"hình thức": "kind", "của": "giver", "tập thể": "collectives", "cá nhân": "persons"}
_AWARDED = re.compile(
    r"(?:tặng |khen thưởng:? )?(?P<kind>(?:giấy|bằng) khen)?(?: của (?P<giver>[^\d:]+?))?\s*(?:cho|:|-|–)?\s*"
    r"(?P<collectives>\d{1,3} tập thể)?\s*(?:,|và|\+)?\s*(?P<persons>\d{1,3} cá nhân)?[\s.;]*",
    re.IGNORECASE,
)
"""An award in a line that is no sentence: `Giấy khen của Chủ tịch UBND xã cho 3 tập thể và 6 cá nhân`."""


class AwardForm(Section):
    """The printed form of an award (phôi giấy khen): where its wording begins."""

    top: Maybe[AsFigure] = Field(None, validation_alias="lề trên", description="Từ mép trên đến dòng đầu: 52 mm.")
    left: Maybe[AsFigure] = Field(None, validation_alias="lề trái", description="Từ hai mép bên đến chữ: 40 mm.")


class Party(Section):
    """Who signs the pledge (bên ký giao ước). Short form: the unit's name."""

    shorthand: ClassVar[str] = "tên"

    name: AsWords = Field(validation_alias="tên", description="Đơn vị ký giao ước: Khối trường học.")
    signer: Person | None = Field(
        None, validation_alias="đại diện", description="Người ký thay mặt đơn vị: họ tên, chức vụ."
    )

    @classmethod
    def understood(cls, table: Table) -> Table:
        """Who signs, typed behind the unit: `thôn 1 - Trần Văn Nam, Trưởng thôn`."""
        name = table.words("tên")
        found = _SIGNED_BY.fullmatch(name) if name is not None else None
        if name is None or found is None or "đại diện" in table or read_person(found[2]).group:
            return table
        unit, signer = (Piece(found[at], *found.span(at)) for at in (1, 2))
        return table.with_entry("tên", name.piece(unit)).having({"đại diện": name.piece(signer)})


_SIGNED_BY = re.compile(r"(.+?)\s+[-–]\s+(.+)")


def _parties(value: Any) -> Any:
    return named_entries(as_items(value), Party, Under("tên", "đại diện", "đại diện"))


Parties: TypeAlias = Annotated[tuple[Party, ...], BeforeValidator(_parties)]
"""Units in a list or in one text, each perhaps before who signs for it: `{Khu phố 1: Trần Văn A, Trưởng khu phố}`."""


class Pledge(Section):
    """The emulation pledge (giao ước thi đua). Short form: the sentence on its signing."""

    shorthand: ClassVar[str] = "lễ ký"

    ceremony: Maybe[AsProse] = Field(
        None, validation_alias="lễ ký", description="Câu nói về việc phát động, ký giao ước tại hội nghị."
    )
    content: Numbered[AsProse] = Field((), validation_alias="nội dung", description="Các nội dung giao ước.")
    parties: Parties = Field((), validation_alias="các bên", description="Các đơn vị ký giao ước, có thể kèm người ký.")
    witness: Maybe[AsWords] = Field(None, validation_alias="chứng kiến", description="Ai chứng kiến lễ ký.")
