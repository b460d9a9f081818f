"""What the items of an agenda are, who does them, and the tags of a post."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportgen.model.reading import Input
from reportgen.press.agenda import doer, kinds_of, speaker_of
from reportgen.press.posts import hashtags

HEAD = "năm: 2025\nđơn vị: phường Lạc Giang\n"


@pytest.mark.parametrize(
    ("item", "kinds"),
    [
        ("Đón tiếp đại biểu, phát tài liệu", ("reception",)),
        ("Chào cờ, tuyên bố lý do, giới thiệu đại biểu", ("introduction",)),
        ("Phát biểu khai mạc", ("opening",)),
        ("Báo cáo kết quả năm 2025", ("report",)),
        ("Nghỉ giải lao", ("break",)),
        ("Trao thưởng; ký giao ước thi đua", ("award", "pledge")),
        ("Thông qua nghị quyết, bế mạc", ("resolution", "closing")),
        ("Văn nghệ chào mừng", ("other",)),
    ],
)
def test_an_item_is_known_by_its_words(written: Callable[[str], Input], item: str, kinds: tuple[str, ...]) -> None:
    given = written(f'{HEAD}hội nghị: {{chương trình: [{{giờ: 7h30, nội dung: "{item}"}}]}}\n')
    assert given.conference is not None
    assert kinds_of(given.conference.event.agenda[0]) == kinds


AGENDA = f"""{HEAD}hội nghị:
  chủ trì: Lê Văn An, Bí thư Đảng ủy
  chương trình:
    - 7h30 - 8h00: Đón tiếp (Văn phòng)
    - 8h00: Khai mạc (Lê Văn An)
    - {{giờ: 8 giờ 30, nội dung: Báo cáo, người: "Trần Thị Bình, Phó Chủ tịch UBND"}}
    - 9h00: Thảo luận
"""


def test_hours_and_doers_are_found_however_an_item_is_typed(written: Callable[[str], Input]) -> None:
    given = written(AGENDA)
    assert given.conference is not None
    assert given.problems == ()
    event = given.conference.event
    assert [(item.hours.first, item.hours.last) for item in event.agenda if item.hours] == [
        (450, 480),
        (480, None),
        (510, None),
        (540, None),
    ]
    assert [str(item.who or "") for item in event.agenda] == [
        "Văn phòng",
        "Lê Văn An",
        "Trần Thị Bình, Phó Chủ tịch UBND",
        "",
    ]
    people = [doer(event, item) for item in event.agenda]
    assert [person and (str(person.name), str(person.office)) for person in people] == [
        None,
        ("Lê Văn An", "Bí thư Đảng ủy"),
        ("Trần Thị Bình", "Phó Chủ tịch UBND"),
        None,
    ]
    assert speaker_of(event, "opening") == people[1]
    assert speaker_of(event, "closing") is None


def test_tags_name_the_unit_the_year_and_the_keywords_once(written: Callable[[str], Input]) -> None:
    given = written(f"{HEAD}tin bài: {{từ khóa: [phường Lạc Giang, chuyển đổi số, '!!']}}\n")
    assert given.conference is not None
    assert hashtags(given.conference) == "#PhườngLạcGiang #TổngKết2025 #ChuyểnĐổiSố"
