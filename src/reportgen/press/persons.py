"""How the people of a conference are named: in which role they came, how they are addressed, who got an award.

In: the event as the input has it. Out: groups of persons, and words for a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from reportgen.model import Conference
from reportgen.model.content import Event
from reportgen.model.meeting import Resolution
from reportgen.model.people import Award, Person
from reportgen.names import persons
from reportgen.names.persons import is_name, means_several, read_person
from reportgen.official.issuing import body_of
from reportgen.quantity.writing import write_number
from reportgen.vietnamese.letters import fold
from reportgen.vietnamese.printed import printed

ATTENDS, COMRADE = "dự", "đồng chí"
_SAYING = (
    "biểu dương", "ghi nhận", "đánh giá", "yêu cầu", "đề nghị", "nhấn mạnh", "khẳng định", "chúc mừng", "xin",
    "tiếp thu", "cảm ơn", "bày tỏ", "mong", "chỉ đạo", "chỉ ra", "chỉ rõ", "lưu ý", "phát biểu", "nêu", "cho biết",
    "cho rằng", "thông báo", "đề xuất", "trình bày", "kết luận", "động viên", "tin tưởng", "hứa", "gợi ý", "phân tích",
    "làm rõ", "giao", "tuyên bố", "báo cáo", "quán triệt", "hoan nghênh", "chia sẻ", "trân trọng",
)  # fmt: skip
"""What reported speech begins with."""
_SUBJECT = re.compile(rf"^(?:đồng chí|ông|bà) (?={'|'.join(_SAYING)})", re.IGNORECASE)


MEETINGS = ("hội nghị", "kỳ họp", "phiên họp", "đại hội", "cuộc họp", "lễ tổng kết")
"""What a conference may call itself: the first is what it is called without a name of its own."""


def meeting(event: Event) -> str:
    """The noun for the conference: `kỳ họp` where its name begins so."""
    name = str(event.name or "").lower()
    return next((noun for noun in MEETINGS if name.startswith(noun)), MEETINGS[0])


def known_role(person: Person) -> str | None:
    """The guest's role, with which a sentence begins (`Dự và chỉ đạo hội nghị có …`); None for an unknown one. Who
    gives none attends."""
    return persons.known_role(str(person.role or ATTENDS))


def by_role(event: Event) -> list[tuple[str, list[Person]]]:
    """The guests grouped by role, in the order of the input."""
    groups: dict[str, list[Person]] = {}
    for guest in event.guests:
        if is_group(guest):
            continue
        groups.setdefault(known_role(guest) or ATTENDS, []).append(guest)
    return list(groups.items())


def is_group(person: Person) -> bool:
    """Whether several are meant, or an office without a name: `các đồng chí Thường trực`, `lãnh đạo Thành ủy`."""
    return read_person(person.name).group and (person.office is None or means_several(person.name))


def introduced(event: Event, name: str | None) -> Person | None:
    """The guest, chair or secretary of that name, whom the papers introduce with an office; a text may go on behind a
    comma."""
    wanted = (name or "").partition(",")[0].strip()
    known = (*event.guests, *event.chairs, *event.secretaries)
    return next((person for person in known if person.name == wanted), None)


def address_of(event: Event, person: Person) -> str:
    """The person's own form of address, given here or where the person was introduced; "" for the common one."""
    known = introduced(event, person.name)
    return str(person.address or (known.address if known is not None else None) or "")


def attending(event: Event) -> str:
    """`trên 100 đại biểu là cán bộ phường`; `45 đồng chí trong Ban Chấp hành`, the noun not said twice."""
    several = [str(guest.name) for guest in event.guests if is_group(guest)]
    others = _others(event)
    simple = len(several) == 1 and not re.search(r", | và ", several[0])
    return (" và " if simple else "; ").join(filter(None, (*several, others)))


def _others(event: Event) -> str:
    others = str(event.attendance or "")
    if event.number is None:
        return others
    count, noun = str(event.number.words), event.number.quantity.unit_text
    rest = others.removeprefix(f"các {noun} ") if noun else others
    return " ".join(filter(None, (count, printed("people.being") if others and rest == others else "", rest)))


def recipients(award: Award) -> str:
    """`tập thể và các cá nhân`: who got it, one or several, in the nouns of the input."""
    said = []
    for figure, noun in ((award.collectives, "people.collective"), (award.persons, "people.person")):
        if figure is not None:
            counted = figure.quantity.unit_text or printed(noun)
            said.append(counted if figure.quantity.value == 1 else printed("people.several", noun=counted))
    return " và ".join(said) or printed("people.unknown")


def counted_recipients(award: Award) -> str:
    """`02 tập thể và 05 cá nhân`: how many got it, where the input counts them, else as `recipients`."""
    counts = [str(figure.words) for figure in (award.collectives, award.persons) if figure is not None]
    return " và ".join(counts) or recipients(award)


def without_subject(words: str) -> str:
    """A speech without the subject that it begins with, where the speaker's name is put before it."""
    return type(words)(_SUBJECT.sub("", words))


def is_own_award(conference: Conference, award: Award) -> bool:
    """Whether the unit's own body or its head gives the award."""
    if award.giver is None:
        return True
    given = f" {fold(award.giver)} "
    own = any(f" {fold(name)} " in given for name in body_of(conference).names)
    return own and not is_from_above(award)


def is_from_above(award: Award) -> bool:
    """Whether a body above the unit gives the award."""
    given = f" {fold(award.giver or '')} "
    return any(f" {above} " in given for above in LEVELS_ABOVE)


LEVELS_ABOVE = ("tinh", "thanh pho", "trung uong", "chinh phu", "nha nuoc", "thu tuong", "chu tich nuoc")
"""Words of a giver above the unit, folded."""


class Honoured(NamedTuple):
    """Who got an award, and for what: a person with an office, or a collective."""

    name: str
    office: str
    is_person: bool
    address: str
    kind: str
    merit: str


def honoured(awards: Iterable[Award]) -> tuple[Honoured, ...]:
    """Everybody on the lists of the awards; who is no person by his name is a collective."""
    return tuple(_honoured(award, str(name)) for award in awards for name in award.names)


def _honoured(award: Award, text: str) -> Honoured:
    read = read_person(text)
    kind, merit = str(award.kind or ""), str(award.merit or "")
    if read.group or read.name is None or not is_name(read.name.text):
        return Honoured(text, "", False, "", kind, merit)
    office, address = (piece.text if piece else "" for piece in (read.office, read.address))
    return Honoured(read.name.text, office, True, address, kind, merit)


def vote(resolution: Resolution) -> str:
    """`85/85 đại biểu tán thành, bằng 100%`; "" where no vote was given."""
    present, favour = resolution.present, resolution.in_favour
    if present is None or favour is None or not present.quantity.value:
        return ""
    share = favour.quantity.value * 100 / present.quantity.value
    count = f"{favour.words.split()[0]}/{present.words}"
    said = [printed("vote.in favour", count=count, share=write_number(share, 0 if share == int(share) else 2))]
    others = ((resolution.against, "vote.against"), (resolution.abstaining, "vote.abstaining"))
    return "; ".join(
        [*said, *(printed(name, count=str(figure.words)) for figure, name in others if figure is not None)]
    )
