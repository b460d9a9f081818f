"""Articles of different conferences, as they would be printed: read them in `golden/press`."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from conftest import EXAMPLE, FICTIONAL, ROOT
from reportgen.figures.ledger import Ledger
from reportgen.figures.phrase import plain
from reportgen.layout.document import Document
from reportgen.model import Conference
from reportgen.model.reading import Input, read_input
from reportgen.official.issuing import REPORT, REPORT_KIND
from reportgen.official.letterhead import head_of
from reportgen.papers import papers_for, render
from reportgen.press.headlines import about, headlines
from reportgen.press.lengths import APART, HEADLINE, LENGTHS, STANDFIRST, article_words, words_of
from reportgen.press.news import by_news
from reportgen.tree import Element, lines, text, walk

Write = Callable[[str], Input]
CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
PARTY, FRONT = ROOT / "inputs/dang-uy-xa-minh-hoa-2026.yaml", ROOT / "inputs/mttq-phuong-minh-hoa-2025.yaml"
EXAMPLES = [EXAMPLE, FICTIONAL, PARTY, FRONT]
KINDS = ("tin-bai", "tin", "thong-cao")
ALL = [*CASES, *EXAMPLES]


def proposed(conference: Conference) -> list[str]:
    """The words of the headlines that are proposed."""
    return [plain(words) for words in headlines(Ledger(conference), head_of(conference, REPORT, REPORT_KIND))]


def article(given: Input, kind: str = "tin-bai") -> Document:
    document = render(given, papers_for(None)[kind])
    assert isinstance(document, Document), document
    return document


def said(given: Input, kind: str = "tin-bai") -> str:
    """The article's text with plain blanks."""
    return text(article(given, kind).tree).replace("\u00a0", " ")


def paragraphs(tree: Element) -> list[str]:
    """The running text: no headline, captions, lists and lines at head and foot."""
    return [line.text for line in lines(tree) if line.style == "p"]


@pytest.mark.parametrize("file", [*CASES, PARTY, FRONT], ids=lambda file: file.stem)
def test_an_article_reads_as_it_should(file: Path, golden: Callable[[str, str], None]) -> None:
    for kind in KINDS:
        shown = [line.full.replace("\u00a0", " ") for line in lines(article(read_input(file), kind).tree)]
        golden(f"press/{file.stem}.{kind}.txt", "\n".join(shown) + "\n")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_no_two_neighbouring_paragraphs_begin_alike(file: Path, kind: str) -> None:
    begins = [" ".join(words.split()[:3]) for words in paragraphs(article(read_input(file), kind).tree)]
    assert [one for one, other in pairwise(begins) if one == other] == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_every_number_comes_from_a_figure_the_input_or_the_calendar(file: Path, kind: str) -> None:
    given = read_input(file)
    assert given.conference is not None
    ledger = Ledger(given.conference)
    counts = {str(len(part)) for part in (ledger.judged, ledger.reached, ledger.exceeded, ledger.missed)}
    year = given.conference.year.number
    typed = set(re.findall(r"\d+", given.source.raw.decode())) | counts | {str(year - 1), str(year + 1)}
    for element in walk(article(given, kind).tree):
        loose = "".join(child for child in element.children if isinstance(child, str)) if element.tag != "data" else ""
        assert [number for number in re.findall(r"\d+", loose) if number not in typed] == [], loose


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_three_headlines_of_eight_to_twenty_words_are_proposed(file: Path) -> None:
    given = read_input(file)
    assert given.conference is not None
    proposals = headlines(Ledger(given.conference), head_of(given.conference, REPORT, REPORT_KIND))
    assert len(set(map(plain, proposals))) == 3
    assert all(HEADLINE[0] <= words_of(proposal) <= HEADLINE[1] for proposal in proposals)
    assert not any(plain(proposal).endswith(".") for proposal in proposals)


def test_the_lengths_are_those_of_the_trade() -> None:
    """Standards, section 6: headline 8 to 20 words, standfirst 25 to 60."""
    assert (HEADLINE, STANDFIRST) == ((8, 20), (25, 60))
    assert {name: (length.low, length.high) for name, length in LENGTHS.items()} == {
        "ngắn": (350, 500),
        "vừa": (450, 700),
        "dài": (600, 900),
    }


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_a_standfirst_has_25_to_60_words(file: Path) -> None:
    (standfirst,) = [line.text for line in lines(article(read_input(file)).tree) if line.style == "standfirst"]
    assert STANDFIRST[0] <= words_of(standfirst) <= STANDFIRST[1]


@pytest.mark.parametrize("length", LENGTHS)
def test_a_rich_conference_fills_every_length(tmp_path: Path, length: str) -> None:
    file = tmp_path / "a.yaml"
    source = FICTIONAL.read_text("utf-8")
    file.write_text(source.replace("tin bài:\n", f"tin bài:\n  độ dài: {length}\n", 1), "utf-8")
    document = article(read_input(file))
    assert LENGTHS[length].low <= article_words(document.tree) <= LENGTHS[length].high
    assert [problem.code for problem in document.remarks] == ["T807"]


@pytest.mark.parametrize("file", ALL, ids=lambda file: file.stem)
def test_a_short_form_and_a_release_keep_to_their_lengths(file: Path) -> None:
    for kind in ("tin", "thong-cao"):
        high = (papers_for(None)[kind].words or (0, 0))[1]
        assert article_words(article(read_input(file), kind).tree) <= high


def test_prose_that_is_too_long_loses_its_last_sentences_and_its_author_is_told(written: Write) -> None:
    talk = "".join(f"Phường chăm lo đời sống Nhân dân, việc thứ {'a' * (number + 1)}. " for number in range(80))
    given = written(
        f"năm: 2025\nđơn vị: phường A\nđánh giá chung: {talk}\ntin bài: {{độ dài: ngắn}}\nkết quả: ['{talk}']\n"
    )
    made = article(given)
    assert [problem.code for problem in made.remarks] == ["T807"]
    assert LENGTHS["ngắn"].low <= article_words(made.tree) <= LENGTHS["ngắn"].high
    assert all(words.endswith(".") for words in paragraphs(made.tree))


def test_a_standfirst_that_alone_is_too_long_is_told(written: Write) -> None:
    talk = "Phường chăm lo đời sống Nhân dân, " * 80
    given = written(f"năm: 2025\nđơn vị: phường A\ntin bài: {{độ dài: ngắn, sapo: '{talk}vì dân.'}}\n")
    assert [problem.code for problem in article(given).remarks] == ["T805"]


def test_an_article_shorter_than_asked_for_is_noticed_and_one_that_asks_nothing_is_not(written: Write) -> None:
    assert [p.code for p in article(written("năm: 2025\nđơn vị: xã A\ntin bài: {độ dài: dài}\n")).remarks] == ["T806"]
    assert article(written("năm: 2025\nđơn vị: xã A\n")).remarks == ()


def test_blocks_stand_in_the_order_of_the_input(written: Write) -> None:
    base = (
        "năm: 2025\nđơn vị: xã A\nhạn chế: Thu chậm.\nkết quả: [Kinh tế ổn định.]\n"
        "khen thưởng: [Xã khen thưởng các tập thể.]\n"
    )
    usual = paragraphs(article(written(base)).tree)
    other = paragraphs(article(written(base + "tin bài: {bố cục: [khen thưởng, Hạn chế]}\n")).tree)
    place = [next(n for n, words in enumerate(usual) if key in words) for key in ("Kinh tế", "hạn chế", "khen thưởng")]
    assert place == sorted(place)
    place = [next(n for n, words in enumerate(other) if key in words) for key in ("khen thưởng", "hạn chế", "Kinh tế")]
    assert place == sorted(place)


def test_shortcomings_follow_from_results_only_where_they_stand_behind_them(written: Write) -> None:
    base = "năm: 2025\nđơn vị: xã A\nhội nghị: 20/12/2025\nhạn chế: Thu chậm.\nkết quả: [Kinh tế ổn định.]\n"
    usual = text(article(written(base)).tree)
    first = text(article(written(base + "tin bài: {bố cục: [hạn chế]}\n")).tree)
    assert "Bên cạnh những kết quả đạt được, hội nghị cũng chỉ ra" in usual
    assert "Bên cạnh" not in first
    assert "Hội nghị cũng thẳng thắn chỉ ra" in first


def test_no_conference_is_told_where_the_input_has_none(written: Write) -> None:
    told = text(article(written("năm: 2025\nđơn vị: xã A\nhạn chế: Thu chậm.\nkết quả: [Kinh tế ổn định.]\n")).tree)
    assert "hội nghị" not in told.lower()
    assert "Xã A báo cáo kết quả thực hiện nhiệm vụ năm 2025" in told.replace("\u00a0", " ")
    assert "báo cáo cũng chỉ ra hạn chế" in told


def test_a_rate_as_target_of_what_is_counted_is_called_a_rate(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\nchỉ tiêu:\n"
        "  van_hoa: {tên: hộ đạt gia đình văn hóa, thực hiện: 90/100 hộ, năm sau: '≥ 92%'}\n"
        "  ngheo: {tên: hộ nghèo, thực hiện: 18 hộ, kế hoạch: 20 hộ, thấp là tốt: có, năm sau: 10 hộ}\n"
    )
    told = said(given)
    assert "Tỷ lệ hộ đạt gia đình văn hóa đạt từ 92% trở lên" in told
    assert "Còn 18 hộ nghèo, ít hơn 02 hộ so với kế hoạch" in told


def test_a_theme_and_a_result_are_two_sentences_of_the_standfirst(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\nchủ đề năm: Năm dữ liệu số\n"
        "chỉ tiêu: {thu: {tên: thu ngân sách, thực hiện: 9 tỷ đồng}}\n"
    )
    (told,) = (line.text for line in lines(article(given).tree) if line.style == "standfirst")
    assert told.replace("\u00a0", " ") == (
        "Năm 2025, xã A thực hiện chủ đề “Năm dữ liệu số”. Thu ngân sách đạt 9 tỷ đồng."
    )


def test_an_abbreviation_is_spelt_out_once_and_not_those_that_all_read(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\nchữ viết tắt: {HTX: hợp tác xã, UBND: ủy ban nhân dân, NTM: nông thôn mới}\n"
        "đánh giá chung: Các HTX hoạt động tốt, UBND xã hỗ trợ HTX.\n"
        "kết quả: ['Xây dựng nông thôn mới (NTM) đạt kết quả, tiêu chí NTM được giữ vững.']\n"
    )
    told = text(article(given).tree)
    assert "Các hợp tác xã (HTX) hoạt động tốt, UBND xã hỗ trợ HTX." in told
    assert "Xây dựng nông thôn mới (NTM) đạt kết quả, tiêu chí NTM" in told


def test_a_rounded_number_of_a_headline_is_true() -> None:
    from fractions import Fraction

    assert [about(Fraction(value)) for value in ("18.2", "12.8", "6.5", "8", "0.4", "99.9")] == [
        "hơn 18%",
        "gần 13%",
        "hơn 6%",
        "8%",
        "",
        "gần 100%",
    ]


def test_news_is_what_passed_its_plan_grew_happened_first_or_is_felt(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\nchỉ tiêu:\n"
        "  a: {tên: diện tích lúa, thực hiện: 100 ha, kế hoạch: 100 ha}\n"
        "  b: {tên: sản lượng cá, thực hiện: 120 tấn, kế hoạch: 100 tấn}\n"
        "  c: {tên: thu nhập bình quân đầu người, thực hiện: 70 triệu đồng, năm trước: 60 triệu đồng}\n"
        "  d: {tên: lễ hội lần đầu tiên tổ chức, thực hiện: 1 lễ hội}\n"
        "  e: {tên: rau màu, thực hiện: 80 ha, kế hoạch: 100 ha}\n"
    )
    assert given.conference is not None
    assert [line.key for line in by_news(Ledger(given.conference))] == ["d", "c", "b", "a"]


def test_a_release_names_place_day_and_whom_to_ask(written: Write) -> None:
    contact = "liên hệ: {họ tên: Lê Văn An, chức vụ: công chức Văn phòng, điện thoại: 0203 000 000}"
    given = written(
        f"năm: 2025\nđơn vị: xã Bình An\nhội nghị: 20/12/2025\ntin bài: {{{contact}, giới thiệu: Xã ven sông.}}\n"
    )
    shown = [line.text.replace("\u00a0", " ") for line in lines(article(given, "thong-cao").tree)]
    assert shown[0] == "THÔNG CÁO BÁO CHÍ"
    assert "Bình An, ngày 20 tháng 12 năm 2025" in shown
    assert "Người liên hệ: Lê Văn An, công chức Văn phòng" in shown
    assert "Xã ven sông." in shown


def test_a_release_that_nobody_can_be_asked_about_is_told(written: Write) -> None:
    (told,) = article(written("năm: 2025\nđơn vị: xã A\nhội nghị: 20/12/2025\n"), "thong-cao").remarks
    assert (told.code, told.values["lines"]) == ("T808", "Người liên hệ, Điện thoại")


def test_prose_ends_with_a_full_stop(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\nchỉ tiêu: {thu: {tên: thu ngân sách, thực hiện: 9 tỷ đồng}}\n"
        "đánh giá chung: Kinh tế ổn định\nkết quả: ['{{ thu }}', 'Xã vui.']\nchia tay: Xã tặng hoa (02 đồng chí)\n"
    )
    told = paragraphs(article(given).tree)
    assert all(words.endswith(".") for words in told), told


def people(rest: str) -> str:
    """An article on a conference with one guest and one chair."""
    return (
        "năm: 2025\nđơn vị: xã A\nhội nghị:\n  ngày: 20-21/12/2025\n  địa điểm: Nhà văn hóa xã\n"
        "  số người dự: 45 đồng chí\n  thành phần: các đồng chí trong Ban Chấp hành\n  đại biểu:\n"
        "    - {họ tên: Lê Văn An, chức vụ: Phó Chủ tịch UBND tỉnh, vai trò: theo dõi địa bàn, danh xưng: ông}\n" + rest
    )


def test_people_are_named_as_they_were_introduced(written: Write) -> None:
    words = "nội dung: Đồng chí biểu dương xã, yêu cầu: Giữ vững."
    speech = f"  phát biểu:\n    - {{người: Lê Văn An, vai trò: chỉ đạo, {words}}}\n"
    given_by = "của: Chủ tịch UBND tỉnh, người trao: Lê Văn An"
    award = f"khen thưởng: {{hình thức: Bằng khen, {given_by}, tập thể: 01 tập thể, cá nhân: 02 cá nhân}}\n"
    told = said(written(people(speech) + award))
    assert "Trong hai ngày 20 và 21/12, xã A tổ chức" in told
    assert "Hội nghị diễn ra tại Nhà văn hóa xã." in told
    assert "Dự hội nghị có ông Lê Văn An, Phó Chủ tịch UBND tỉnh." in told
    assert "Cùng dự có 45 đồng chí trong Ban Chấp hành." in told
    assert "Phát biểu chỉ đạo hội nghị, ông Lê Văn An biểu dương xã." in told
    assert "Ông yêu cầu xã giữ vững." in told
    assert "Ông Lê Văn An đã trao Bằng khen cho tập thể và các cá nhân." in told


def test_a_place_that_does_not_repeat_the_body_stands_before_it(written: Write) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nhội nghị: {ngày: 20/12/2025, buổi: sáng, địa điểm: Trung tâm Văn hóa}\n")
    assert "Sáng 20/12, tại Trung tâm Văn hóa, xã A tổ chức" in text(article(given).tree)


def test_a_session_is_not_called_a_conference(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: {tên: phường A, cơ quan: HĐND}\nhội nghị:\n  tên: Kỳ họp thường lệ cuối năm\n"
        "  ngày: 20/12/2025\n  chủ trì: ['Lê Thị Bình, Chủ tịch HĐND phường']\n"
        "  nghị quyết: [Nghị quyết A, Nghị quyết B]\n  ý kiến: 5 ý kiến\n"
    )
    told = text(article(given).tree)
    assert "Chủ trì kỳ họp có" in told
    assert "Kỳ họp đã thông qua Nghị quyết A và Nghị quyết B." in told
    assert "hội nghị" not in told.lower()


def test_all_awards_of_one_giver_stand_together(written: Write) -> None:
    awards = [
        f"{{hình thức: {kind}, của: {giver}, tập thể: 03 tập thể}}"
        for kind, giver in (
            ("Bằng khen", "Chủ tịch UBND tỉnh"),
            ("Giấy khen", "Chủ tịch UBND xã"),
            ("Cờ thi đua", "Chủ tịch UBND tỉnh"),
        )
    ]
    told = text(article(written(f"năm: 2025\nđơn vị: xã A\nkhen thưởng: [{', '.join(awards)}]\n")).tree)
    assert "Chủ tịch UBND tỉnh tặng Bằng khen cho 03 tập thể; tặng Cờ thi đua cho 03 tập thể." in told.replace(
        "\u00a0", " "
    )


def test_what_was_promised_is_told(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: xã A\n"
        "giao ước thi đua: {các bên: [Hội A, Đoàn B], nội dung: [Giúp hộ nghèo., Giữ làng sạch.]}\n"
        "phương hướng: {mục tiêu: Giữ vững., chỉ tiêu: [Không để xảy ra khiếu kiện vượt cấp.]}\n"
    )
    told = said(given)
    assert "Hội A và Đoàn B đã ký kết giao ước thi đua năm 2026" in told
    assert "Giúp hộ nghèo" in told
    assert "Không để xảy ra khiếu kiện vượt cấp" in told


def test_what_an_article_had_no_room_for_is_named(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(FICTIONAL.read_text("utf-8").replace("tin bài:\n", "tin bài:\n  độ dài: ngắn\n", 1), "utf-8")
    (told,) = article(read_input(file)).remarks
    assert told.code == "T807"
    assert "ý kiến thảo luận" in told.values["lost"].split(", ")


def test_a_conference_that_says_nothing_of_next_year_has_no_headline_on_it(written: Write) -> None:
    given = written("năm: 2025\nđơn vị: phường Hòa Lạc\nkết quả: [Kinh tế ổn định.]\n")
    assert given.conference is not None
    told = [
        plain(words) for words in headlines(Ledger(given.conference), head_of(given.conference, REPORT, REPORT_KIND))
    ]
    assert not any("2026" in words for words in told)


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Đồng chí ghi nhận kết quả.", "ông Lê Văn An ghi nhận kết quả."),
        ("Bà con trong xã phấn khởi.", "ông Lê Văn An bà con trong xã phấn khởi."),
        ("Đồng chí Đức có nhiều đóng góp.", "ông Lê Văn An đồng chí Đức có nhiều đóng góp."),
    ],
)
def test_a_speech_loses_the_subject_that_stands_before_it_and_nothing_else(
    written: Write, words: str, printed: str
) -> None:
    speech = f"  phát biểu:\n    - {{người: Lê Văn An, vai trò: Chỉ đạo, nội dung: '{words}'}}\n"
    assert f"Phát biểu chỉ đạo hội nghị, {printed}" in text(article(written(people(speech))).tree)


def test_a_body_that_hands_over_is_no_comrade(written: Write) -> None:
    award = "{hình thức: Giấy khen, của: Chủ tịch UBND xã, cá nhân: 02 cá nhân, người trao: Tỉnh Đoàn}"
    told = text(article(written(f"năm: 2025\nđơn vị: xã A\nkhen thưởng: {award}\n")).tree)
    assert "Tỉnh Đoàn đã trao Giấy khen cho các cá nhân." in told


def test_a_short_form_keeps_what_was_asked_for(written: Write) -> None:
    praise, wish = "biểu dương kết quả xã đạt được. " * 30, "Giải ngân nhanh."
    speech = f"  phát biểu:\n    - {{người: Lê Văn An, vai trò: chỉ đạo, nội dung: '{praise}', yêu cầu: ['{wish}']}}\n"
    told = said(written(people(speech)), "tin")
    assert "Ông yêu cầu xã giải ngân nhanh." in told


def test_awards_of_one_kind_by_one_giver_are_told_in_one_breath(written: Write) -> None:
    one = "{hình thức: Giấy khen, của: Chủ tịch UBND xã, tập thể: 03 tập thể}"
    other = "{hình thức: Giấy khen, của: Chủ tịch UBND xã, cá nhân: 12 cá nhân, thành tích: là gương người tốt}"
    told = said(written(f"năm: 2025\nđơn vị: xã A\nkhen thưởng: [{one}, {other}]\n"))
    assert "Chủ tịch UBND xã tặng Giấy khen cho 03 tập thể; cho 12 cá nhân là gương người tốt." in told


def test_an_abbreviation_that_stands_once_is_not_introduced(written: Write) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nchữ viết tắt: {BHYT: bảo hiểm y tế}\nkết quả: [Bao phủ BHYT tăng.]\n")
    assert "Bao phủ bảo hiểm y tế tăng." in text(article(given).tree)


def test_a_headline_s_figure_stands_in_the_article(written: Write) -> None:
    given = written(
        "năm: 2025\nđơn vị: phường Hòa Lạc\nchỉ tiêu:\n"
        "  thu: {tên: thu ngân sách nhà nước trên địa bàn, thực hiện: 110 tỷ đồng, kế hoạch: 100 tỷ đồng}\n"
        "  ca: {tên: sản lượng thủy sản nuôi trồng, thực hiện: 220 tấn, kế hoạch: 100 tấn}\n"
        "kết quả: ['{{ thu }}.']\n"
    )
    assert given.conference is not None
    told = [
        plain(words) for words in headlines(Ledger(given.conference), head_of(given.conference, REPORT, REPORT_KIND))
    ]
    assert any("thu ngân sách" in words for words in told)
    assert not any("thủy sản" in words for words in told)


def test_the_first_photograph_opens_where_it_names_no_place(written: Write) -> None:
    given = written("năm: 2025\nđơn vị: xã A\nkết quả: [Kinh tế ổn định.]\ntin bài: {ảnh: [Quang cảnh., Trao quà.]}\n")
    shown = [line.text for line in lines(article(given).tree)]
    assert shown.index("[Ảnh] Quang cảnh.") < shown.index("Kinh tế ổn định.") < shown.index("[Ảnh] Trao quà.")


def test_captions_and_bylines_are_no_words_of_the_article() -> None:
    assert {"caption", "byline"} <= APART
