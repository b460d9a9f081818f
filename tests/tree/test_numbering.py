"""Labels of headings and lists, by the forms of the State layout."""

from __future__ import annotations

from reportgen.layout.standards import choose
from reportgen.tree import Element, lines, parse
from reportgen.tree.numbering import labelled

STATE, PARTY = choose("nhà nước", None), choose("đảng", None)


def labels(markup: str, forms: object = STATE.numbering) -> list[str]:
    root: Element = labelled(parse(f"<article>{markup}</article>"), forms)  # type: ignore[arg-type]
    return [line.label for line in lines(root)]


def test_headings_count_by_level_and_restart_behind_a_higher_one() -> None:
    markup = """
      <h2 class="part">A</h2> <h3 class="section">a</h3> <h4 class="clause">x</h4> <h5 class="subclause">y</h5>
      <h5 class="subclause">z</h5> <h4 class="clause">x</h4> <h5 class="subclause">y</h5> <h3 class="section">b</h3>
      <h2 class="part">B</h2> <h3 class="section">a</h3>"""
    assert labels(markup) == ["Phần I", "I.", "1.", "1.1.", "1.2.", "2.", "2.1.", "II.", "Phần II", "I."]


def test_the_party_writes_sections_with_a_hyphen() -> None:
    assert labels('<h3 class="section">a</h3>', PARTY.numbering) == ["I-"]


def test_points_follow_the_vietnamese_alphabet() -> None:
    items = "".join("<li>x</li>" for _ in range(9))
    wanted = ["a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)"]
    assert labels(f'<ol class="points">{items}</ol>') == wanted


def test_a_list_may_start_later_and_each_list_counts_anew() -> None:
    markup = '<ol class="numbers" start="3"><li>x</li><li>y</li></ol><ol class="numbers"><li>z</li></ol>'
    assert labels(markup) == ["3.", "4.", "1."]


def test_dashes_and_pluses_bear_their_sign() -> None:
    markup = '<ul class="dashes"><li>x<ul class="pluses"><li>y</li></ul></li></ul>'
    assert labels(markup) == ["-", "+"]
