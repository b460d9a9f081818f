"""Papers made by chance, from the same seed the same: all that a template may write, in the State's layout."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from random import Random

from reportgen.layout.contents import without_contents
from reportgen.layout.document import Document, Metadata
from reportgen.layout.standards import choose
from reportgen.layout.typeset import typeset
from reportgen.tree import parse

STATE = choose("nhà nước", None)
WORDS = (
    "phường triển khai đồng bộ các giải pháp phát triển kinh tế - xã hội, tổng thu ngân sách nhà nước trên địa bàn ước "
    "đạt 41,795 tỷ đồng, bằng 100,3% kế hoạch (số 215/BC-UBND); công tác tuyên truyền được duy trì thường xuyên, tạo "
    "sự đồng thuận trong Nhân dân. Ủy ban nhân dân tỉnh “Quảng Ninh” ≥ 97% 2.570/2.683 hộ Đảng ủy AN TOÀN Giữ vững"
)


def paper(seed: int) -> Document:
    """The paper of that number."""
    chance = Random(seed)
    tree = typeset(parse(f'<article lang="vi">{"".join(_paper(chance))}</article>'), STATE)
    return Document("thu", without_contents(tree), STATE, Metadata(f"Văn bản thử số {seed}"))


def _paper(chance: Random) -> Iterator[str]:
    if chance.random() < 0.8:
        yield _letterhead(chance)
    yield f'<h1 class="type">BÁO CÁO</h1><p class="subject">{_words(chance, 5, 25)}</p><hr class="rule_subject"/>'
    level = 1
    for _ in range(chance.randint(2, 12)):
        if chance.random() < 0.2:
            level = chance.randint(2, min(level + 1, 6))
            yield f'<h{level} class="{LEVELS[level]}">{_words(chance, 2, 12)}</h{level}>'
        else:
            yield chance.choice(BLOCKS)(chance)
    if chance.random() < 0.8:
        yield f'<p class="closing">{_words(chance, 5, 40)}</p>{_signatures(chance)}'
    for number in range(chance.choice([0, 0, 1, 2])):
        role = chance.choice(["annex", "annex_wide"])
        blocks = "".join(chance.choice([_table, _plain, _table])(chance) for _ in range(chance.randint(1, 3)))
        named = f'<p class="annex_title">{_words(chance, 3, 9)}</p>'
        title = f'<h2 class="annex_word">Phụ lục {number + 1}</h2>{named}'
        yield f'<section class="{role}">{title}{blocks}</section>'


def _words(chance: Random, least: int, most: int) -> str:
    return escape(" ".join(chance.choice(WORDS.split()) for _ in range(chance.randint(least, most))), quote=False)


def _rich(chance: Random, least: int, most: int) -> str:
    pieces = []
    for _ in range(chance.randint(1, 4)):
        words = _words(chance, least // 4 + 1, most // 4 + 1)
        pieces.append(chance.choice(["{}", "{}", "<strong>{}</strong>", "<em>{}</em>", "<u>{}</u>"]).format(words))
    if chance.random() < 0.1:
        pieces.append(f"<note>{_words(chance, 4, 40)}</note>")
    if chance.random() < 0.1:
        pieces.append("28,64 km<sup>2</sup>")
    return " ".join(pieces).replace(" <note>", "<note>")


def _letterhead(chance: Random) -> str:
    issuer = f'<p class="issuer">ỦY BAN NHÂN DÂN<br/>PHƯỜNG {_words(chance, 1, 2).upper()}</p><hr class="rule_issuer"/>'
    country = (
        '<p class="country">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p><p class="motto">Độc lập - Tự do - Hạnh phúc</p>'
    )
    first = f'<div class="side">{issuer}</div><div class="side">{country}<hr class="rule_motto"/></div>'
    urgent = '<p class="urgent">KHẨN</p>' if chance.random() < 0.3 else ""
    number = f'<div class="side"><p class="number">Số: 215/BC-UBND</p>{urgent}</div>'
    day = '<div class="side"><p class="place_date">Minh Họa, ngày 14 tháng 12 năm 2025</p></div>'
    return f'<div class="letterhead"><div class="row">{first}</div><div class="row">{number}{day}</div></div>'


def _signatures(chance: Random) -> str:
    lines = "".join(f'<p class="recipient">- {_words(chance, 2, 6)};</p>' for _ in range(chance.randint(1, 5)))
    left = f'<div class="side"><p class="recipients_head">Nơi nhận:</p>{lines}</div>'
    right = '<p class="power">TM. ỦY BAN NHÂN DÂN</p><p class="office">CHỦ TỊCH</p><p class="signer">Lê Minh Đăng</p>'
    return f'<div class="signatures"><div class="row">{left}<div class="side">{right}</div></div></div>'


def _plain(chance: Random) -> str:
    return f"<p>{_rich(chance, 8, 90)}</p>"


def _list(chance: Random) -> str:
    role, tag = chance.choice([("dashes", "ul"), ("numbers", "ol"), ("points", "ol")])
    items = ""
    for _ in range(chance.randint(1, 5)):
        inner = f'<ul class="pluses"><li>{_rich(chance, 3, 20)}</li></ul>' if chance.random() < 0.2 else ""
        items += f"<li>{_rich(chance, 3, 40)}{inner}</li>"
    return f'<{tag} class="{role}">{items}</{tag}>'


def _table(chance: Random) -> str:
    columns, rows = chance.randint(2, 5), chance.randint(1, 24)
    title = f'<p class="table_title">Bảng. {_words(chance, 3, 9)}</p>' if chance.random() < 0.7 else ""
    if columns > 3 and chance.random() < 0.5:
        first = f'<th scope="col" rowspan="2">STT</th><th scope="col" colspan="2">{_words(chance, 1, 3)}</th>'
        rest = "".join(f'<th scope="col" rowspan="2">{_words(chance, 1, 4)}</th>' for _ in range(columns - 3))
        second = "".join(f'<th scope="col">{_words(chance, 1, 2)}</th>' for _ in range(2))
        head = f"<tr>{first}{rest}</tr><tr>{second}</tr>"
    else:
        head = "<tr>" + "".join(f'<th scope="col">{_words(chance, 1, 3)}</th>' for _ in range(columns)) + "</tr>"
    body = "".join(_row(chance, columns, place < rows - 1) for place in range(rows))
    after = f"<p>{_words(chance, 3, 30)}</p>"
    return f"{title}<table><thead>{head}</thead><tbody>{body}</tbody></table>{after}"


def _row(chance: Random, columns: int, followed: bool) -> str:
    if followed and chance.random() < 0.1:
        group = f'<td class="cell_group" colspan="{columns - 1}">{_words(chance, 1, 6)}</td>'
        return f'<tr><td class="cell_head">I</td>{group}</tr>'
    roles = [chance.choice(["cell", "cell_center", "cell_right"]) for _ in range(columns)]
    words = [_words(chance, 1, 6) if chance.random() < 0.9 else "" for _ in range(columns)]
    cells = zip(roles, words, strict=True)
    return "<tr>" + "".join(f'<td class="{role}">{cell}</td>' for role, cell in cells) + "</tr>"


def _chart(chance: Random) -> str:
    kind = chance.choice(["columns", "bars"])
    values = [(name, chance.randint(1, 900)) for name in ("2023", "2024", "2025")[: chance.randint(2, 3)]]
    points = "".join(f'<point label="{name}" text="{value}" value="{value}"/>' for name, value in values)
    chart = f'<chart kind="{kind}" unit="tỷ" alt="Biểu đồ thử">{points}</chart>'
    return f"<figure>{chart}<figcaption>Biểu đồ. {_words(chance, 2, 8)}</figcaption></figure>"


LEVELS = {2: "part", 3: "section", 4: "clause", 5: "subclause", 6: "point"}
BLOCKS = (_plain, _plain, _plain, _plain, _list, _list, _table, _chart)
