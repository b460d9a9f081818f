"""What holds whatever the numbers are: right texts are left alone, a changed number is found, nothing raises."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofread import phrases
from reportgen.proofread.finding import Finding
from reportgen.proofread.proofreading import proofread
from reportgen.proofread.readers.html import read_html
from reportgen.proofread.readers.plain import read_plain
from reportgen.proofread.text import Paragraph, Text
from strategies import near_notations

ALL = [phrase for made in phrases.KINDS.values() for phrase in made]
TRIALS = 60
"""Sentences of each phrase, of which every number is changed once."""
LEAST_FOUND = 0.95


def found(text: str) -> tuple[Finding, ...]:
    return proofread([Text((Paragraph(text, 1),))])[0]


@pytest.mark.parametrize("phrase", ALL, ids=lambda phrase: phrase.__name__)
@given(random=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_right_sentence_is_left_alone(phrase: phrases.Phrase, random: Random) -> None:
    assert found(phrases.written(phrase(random)).text) == ()


@given(random=st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_a_paragraph_of_right_sentences_is_left_alone(random: Random) -> None:
    # Each phrase once: one unit has one budget, and two that were drawn would contradict each other.
    chosen = random.sample([phrase for phrase in ALL if phrase not in phrases.ONE_OF_A_UNIT], k=5)
    chosen.append(random.choice(phrases.ONE_OF_A_UNIT))
    texts = [phrases.written(phrase(random)).text for phrase in chosen]
    for place in range(len(texts), 0, -1):
        texts.insert(place, random.choice(phrases.FILLERS))
    assert found(" ".join(dict.fromkeys(texts))) == ()


@pytest.mark.parametrize("kind", phrases.KINDS)
def test_a_changed_number_is_found_at_its_place(kind: str) -> None:
    random = Random(f"changed {kind}")
    hits: list[bool] = []
    for phrase in phrases.KINDS[kind]:
        for _ in range(TRIALS):
            right = phrase(random)
            for at in range(len(phrases.written(right).numbers)):
                wrong = phrases.written(phrases.changed(random, right, at))
                start, end = wrong.numbers[at]
                spans = [span for one in found(wrong.text) for span in (one.span, *one.others)]
                hits.append(any(span.start < end and start < span.end for span in spans))
    assert sum(hits) >= LEAST_FOUND * len(hits)


@given(near_notations())
@settings(max_examples=300)
def test_no_text_raises_and_every_place_lies_in_it(text: str) -> None:
    for read in (read_plain(text), read_html(text)):
        for one in proofread([read.text])[0]:
            assert 0 <= one.span.start < one.span.end <= len(one.span.paragraph.text)
            assert one.span.quote


@given(st.lists(near_notations(), min_size=1, max_size=12), st.integers(1, 5))
@settings(max_examples=100)
def test_no_table_raises(cells: list[str], columns: int) -> None:
    rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
    lines = ["|" + "|".join(cell.replace("\n", " ").replace("|", " ") for cell in row) + "|" for row in rows]
    proofread([read_plain("\n".join(lines)).text])
