"""Cuts an article to its length as an editor does: from the end, by list entries and sentences, the event itself last.

In: an article with its lists already short. Out: the article and what was cut. The longest paragraph gives first, with
the list that it introduces: later entries of the list, down to two; then sentences, those with figures last, else from
the end. Where single sentences are still too many, the last paragraphs go. The opening tells who and where, so it is
touched last, its first sentence never.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import groupby

from reportgen.press.lengths import article_words, words_of
from reportgen.tree import Element, Node, text

Sentence = tuple[Node, ...]
_WORD = re.compile(r"""(?P<word>[^\s.!?…]*)(?P<stop>[.!?…]*)(?P<blank>["”)]?\s+)?(?=(?P<following>\S?))""")
"""A word with the stop and the blank behind it: any text is such words, so that no letter is read twice."""
HANGING = frozenset({"ul", "ol", "table"})
"""What belongs to the paragraph before it."""
_ITEM = re.compile(r"(?:^|[:;,.] )\d{1,2}$")
"""A number that counts an item: `gồm: 1. Kinh tế; 2. Văn hóa`."""
_REMEMBERED = 8
"""Letters by which such a number is known, and more."""
_SHORT_FORMS = frozenset(
    {"tp", "tx", "tt", "p", "q", "gs", "pgs", "ts", "ths", "bs", "ks", "cn", "ls", "nsưt", "nsnd", "tm", "kt", "tl",
     "tuq"}
)  # fmt: skip
"""What has a stop of its own before a name: towns, titles, powers to sign."""


FEWEST_ITEMS = 2
"""A list keeps so many entries."""


@dataclass(frozen=True, slots=True)
class Cut:
    """How many list entries, sentences and whole paragraphs were left out."""

    items: int = 0
    sentences: int = 0
    paragraphs: int = 0


@dataclass(slots=True)
class _Block:
    """A paragraph with what hangs on it, while it is being cut.

    `words` counts each sentence, `count` the words of those that are left and of all that follows; `items` are the
    entries of the list that stands at `list_at`; `leaving` are the sentences that may go, the next one last.
    """

    place: int
    sentences: list[Sentence]
    words: list[int]
    leaving: list[int]
    count: int
    followers: list[int] = field(default_factory=list)
    items: list[Element] = field(default_factory=list)
    list_at: int = -1
    fixed: bool = False
    """Whether it stands right below a heading, which would be left without a text."""
    is_cut: bool = False
    gone: set[int] = field(default_factory=set)

    @property
    def long_list(self) -> bool:
        return len(self.items) > FEWEST_ITEMS

    @property
    def can_give(self) -> bool:
        return self.long_list or len(self.leaving) > 0

    def give(self) -> int:
        """Leave out the entry or the sentence that is missed least; how many words that were."""
        self.is_cut = True
        if self.long_list:
            words = article_words(self.items.pop())
        else:
            place = self.leaving.pop()
            self.gone.add(place)
            words = self.words[place]
        self.count -= words
        return words

    @property
    def left(self) -> list[Sentence]:
        """The sentences that stay."""
        return [sentence for place, sentence in enumerate(self.sentences) if place not in self.gone]


def _block(place: int, sentences: list[Sentence], *, opening: bool, fixed: bool) -> _Block:
    """A block of these sentences. The last go first, those without a figure before the others; one stays, of the
    article's `opening` the first one."""
    words = [words_of(text(Element("p").holding(sentence))) for sentence in sentences]
    told = [any(isinstance(node, Element) for node in sentence) for sentence in sentences]
    kept_longest = sorted(range(len(sentences)), key=lambda at: (at > 0 if opening else False, not told[at], at))
    return _Block(place, sentences, words, kept_longest[1:], sum(words), fixed=fixed)


def shortened(article: Element, most: int) -> tuple[Element, Cut]:
    """The article with at most so many words, where cutting can reach that."""
    blocks = list(_blocks(article))
    opening, others = blocks[:1], blocks[1:]
    excess = article_words(article) - most
    cut = _given(others, excess)
    excess -= cut.words
    dropped: list[_Block] = []
    for block in reversed(others):
        if excess > 0 and not block.fixed:
            dropped.append(block)
            excess -= block.count
    last = _given(opening, excess)
    gone = {place for block in dropped for place in (block.place, *block.followers)}
    cuts = Cut(cut.items + last.items, cut.sentences + last.sentences, len(dropped))
    return _rebuilt(article, blocks, gone), cuts


@dataclass(slots=True)
class _Given:
    """What blocks gave."""

    words: int = 0
    items: int = 0
    sentences: int = 0


def _given(blocks: Sequence[_Block], excess: int) -> _Given:
    """Let the longest block give, again and again, until so many words are gone or none can give."""
    given = _Given()
    longest = [(-block.count, order) for order, block in enumerate(blocks) if block.can_give]
    heapify(longest)
    while longest and given.words < excess:
        _, order = heappop(longest)
        block = blocks[order]
        if block.long_list:
            given.items += 1
        else:
            given.sentences += 1
        given.words += block.give()
        if block.can_give:
            heappush(longest, (-block.count, order))
    return given


def _blocks(article: Element) -> Iterator[_Block]:
    """The paragraphs of running text, each with the list or the quotation that its colon introduces."""
    open_block: _Block | None = None
    opening, heading = True, False
    elements = article.elements
    for place, element in enumerate(elements):
        if open_block is not None and (element.tag in HANGING or _introduces(elements[place - 1])):
            open_block.followers.append(place)
            open_block.count += article_words(element)
            if element.tag in {"ul", "ol"} and not open_block.items:
                open_block.items, open_block.list_at = list(element.elements), place
        elif element.tag == "p" and not element.role:
            if open_block is not None:
                yield open_block
            open_block = _block(place, list(_sentences(element)), opening=opening, fixed=heading)
            opening = False
        heading = element.tag == "h2"
    if open_block is not None:
        yield open_block


def _introduces(element: Element) -> bool:
    return element.tag == "p" and text(element).endswith(":")


def _sentences(paragraph: Element) -> Iterator[Sentence]:
    """The sentences of a paragraph, each as its nodes; one that ends in a colon belongs to what follows it."""
    if _introduces(paragraph):
        yield paragraph.children
        return
    current: list[Node] = []
    told = _Told()
    for node in paragraph.children:
        if not isinstance(node, str):
            current.append(node)
            told.hear(text(node))
            continue
        start = 0
        for end in _ends(node, told):
            yield (*current, node[start:end].rstrip())
            current, start = [], end
        current.append(node[start:])
    yield tuple(current)


@dataclass(slots=True)
class _Told:
    """What a paragraph has said so far: how many quotations and brackets are open, and its last letters."""

    quotations: int = 0
    brackets: int = 0
    last: str = ""

    def hear(self, words: str) -> None:
        self.quotations += words.count("“") - words.count("”")
        self.brackets += words.count("(") - words.count(")")
        self.last = (self.last + words)[-_REMEMBERED:]

    @property
    def whole(self) -> bool:
        return not self.quotations and not self.brackets


def _ends(words: str, told: _Told) -> Iterator[int]:
    """Where in a text the next sentence begins; `told` hears it. No sentence ends within a quotation or brackets."""
    for found in _WORD.finditer(words):
        before = told.last[-1:]
        told.hear(found["word"])
        short = _is_short(found["word"], before, told.last)
        told.hear(words[found.end("word") : found.end()])
        ended = found["stop"] and found["blank"] and found["following"]
        if ended and told.whole and not found["following"].islower() and not short:
            yield found.end()


def _is_short(word: str, before: str, last: str) -> bool:
    """Whether the stop behind a word belongs to the word: `TP.`, `BS.CKII.`, `Đ/c.`, `V.`, `2.` `before` is the letter
    before it, `last` the last letters, its own included."""
    joined = before in {".", "/"} or "/" in word
    initials = len(word) <= 2 and word.isupper() and word.isalpha()
    return joined or initials or word.lower() in _SHORT_FORMS or bool(_ITEM.search(last))


def _rebuilt(article: Element, blocks: Sequence[_Block], gone: set[int]) -> Element:
    texts: dict[int, tuple[Node, ...]] = {block.place: _joined(block.left) for block in blocks if block.is_cut}
    texts |= {block.list_at: _closed(block.items) for block in blocks if block.is_cut and block.items}
    return article.holding(
        tuple(
            element.holding(texts[place]) if place in texts else element
            for place, element in enumerate(article.elements)
            if place not in gone
        )
    )


def _joined(sentences: Sequence[Sentence]) -> tuple[Node, ...]:
    """The sentences as one paragraph, a blank between them, neighbouring texts as one."""
    nodes = [node for sentence in sentences for node in (" ", *sentence)][1:]
    joined: list[Node] = []
    for are_texts, group in groupby(nodes, lambda node: isinstance(node, str)):
        neighbours = list(group)
        joined += ["".join(map(str, neighbours))] if are_texts else neighbours
    return tuple(joined)


def _closed(items: Sequence[Element]) -> tuple[Node, ...]:
    """The entries, the last with the full stop that ends the list."""
    *before, last = items
    end = last.children[-1] if last.children else ""
    if isinstance(end, str) and end.endswith(";"):
        last = last.holding((*last.children[:-1], f"{end.removesuffix(';')}."))
    return (*before, last)
