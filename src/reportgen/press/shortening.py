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

from reportgen.press.lengths import article_words, words_of
from reportgen.tree import Element, Node, text

Sentence = tuple[Node, ...]
_END = re.compile(r"""([^\s.!?…]*)[.!?…]+["”)]?\s+(?=(\S))""")
HANGING = frozenset({"ul", "ol", "table"})
"""What belongs to the paragraph before it."""
_ITEM = re.compile(r"(?:^|[:;,.] )\d{1,2}$")
"""A number that counts an item: `gồm: 1. Kinh tế; 2. Văn hóa`."""
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

    `words` counts each sentence, `rest` all that follows; `items` are the entries of the list that stands at `list_at`.
    """

    place: int
    sentences: list[Sentence]
    words: list[int]
    followers: list[int] = field(default_factory=list)
    rest: int = 0
    items: list[Element] = field(default_factory=list)
    list_at: int = -1
    fixed: bool = False
    """Whether it stands right below a heading, which would be left without a text."""
    is_cut: bool = False

    @property
    def count(self) -> int:
        return sum(self.words) + self.rest

    @property
    def long_list(self) -> bool:
        return len(self.items) > FEWEST_ITEMS

    @property
    def can_give(self) -> bool:
        return self.long_list or len(self.words) > 1

    def give(self, *, keep_first: bool) -> int:
        """Leave out the entry or the sentence that is missed least; how many words that were."""
        self.is_cut = True
        if self.long_list:
            words = article_words(self.items.pop())
            self.rest -= words
            return words
        place = self._least_told(keep_first=keep_first)
        self.sentences.pop(place)
        return self.words.pop(place)

    def _least_told(self, *, keep_first: bool) -> int:
        """The sentence that is missed least: the last one, of those without a figure where others have some."""
        known = range(1 if keep_first else 0, len(self.sentences))
        bare = [place for place in known if not any(isinstance(node, Element) for node in self.sentences[place])]
        return bare[-1] if bare and len(bare) < len(self.sentences) else len(self.sentences) - 1


def shortened(article: Element, most: int) -> tuple[Element, Cut]:
    """The article with at most so many words, where cutting can reach that."""
    blocks = list(_blocks(article))
    excess = article_words(article) - most
    items, sentences, dropped = 0, 0, []
    while excess > 0 and blocks:
        longest = max((block for block in blocks[1:] if block.can_give), key=lambda one: one.count, default=None)
        last = next((block for block in reversed(blocks[1:]) if not block.fixed), None)
        if longest is not None or (last is None and blocks[0].can_give):
            block = longest or blocks[0]
            items, sentences = (items + 1, sentences) if block.long_list else (items, sentences + 1)
            excess -= block.give(keep_first=block is blocks[0])
        elif last is not None:
            blocks.remove(last)
            dropped.append(last)
            excess -= last.count
        else:
            break
    return _rebuilt(article, blocks, dropped), Cut(items, sentences, len(dropped))


def _blocks(article: Element) -> Iterator[_Block]:
    """The paragraphs of running text, each with the list or the quotation that its colon introduces."""
    open_block: _Block | None = None
    heading = False
    for place, element in enumerate(article.elements):
        if open_block is not None and (element.tag in HANGING or _introduces(article.elements[place - 1])):
            open_block.followers.append(place)
            open_block.rest += article_words(element)
            if element.tag in {"ul", "ol"} and not open_block.items:
                open_block.items, open_block.list_at = list(element.elements), place
        elif element.tag == "p" and not element.role:
            if open_block is not None:
                yield open_block
            sentences = list(_sentences(element))
            words = [words_of(text(element.holding(sentence))) for sentence in sentences]
            open_block = _Block(place, sentences, words, fixed=heading)
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
    before = ""
    for node in paragraph.children:
        if not isinstance(node, str):
            current.append(node)
            before += text(node)
            continue
        start = 0
        for end in _ends(node, before):
            yield (*current, node[start:end].rstrip())
            current, start = [], end
        current.append(node[start:])
        before += node
    yield tuple(current)


def _ends(words: str, before: str) -> Iterator[int]:
    """Where in a text the next sentence begins; `before` is what its paragraph says before it. No sentence ends within
    a quotation or brackets."""
    for found in _END.finditer(words):
        word, following = found.groups()
        told = before + words[: found.end(1)]
        closed = before + words[: found.end()]
        whole = closed.count("“") == closed.count("”") and closed.count("(") == closed.count(")")
        if whole and not following.islower() and not _is_short(word, told):
            yield found.end()


def _is_short(word: str, told: str) -> bool:
    """Whether the stop behind a word belongs to the word: `TP.`, `BS.CKII.`, `Đ/c.`, `V.`, `2.`"""
    joined = told.removesuffix(word)[-1:] in {".", "/"} or "/" in word
    initials = len(word) <= 2 and word.isupper() and word.isalpha()
    return joined or initials or word.lower() in _SHORT_FORMS or bool(_ITEM.search(told))


def _rebuilt(article: Element, kept: Sequence[_Block], dropped: Sequence[_Block]) -> Element:
    gone = {place for block in dropped for place in (block.place, *block.followers)}
    texts: dict[int, tuple[Node, ...]] = {block.place: _joined(block.sentences) for block in kept if block.is_cut}
    texts |= {block.list_at: _closed(block.items) for block in kept if block.is_cut and block.items}
    return article.holding(
        tuple(
            element.holding(texts[place]) if place in texts else element
            for place, element in enumerate(article.elements)
            if place not in gone
        )
    )


def _joined(sentences: Sequence[Sentence]) -> tuple[Node, ...]:
    """The sentences as one paragraph, a blank between them, neighbouring texts as one."""
    nodes: list[Node] = list(sentences[0])
    for node in (node for sentence in sentences[1:] for node in (" ", *sentence)):
        if isinstance(node, str) and isinstance(nodes[-1], str):
            nodes[-1] += node
        else:
            nodes.append(node)
    return tuple(nodes)


def _closed(items: Sequence[Element]) -> tuple[Node, ...]:
    """The entries, the last with the full stop that ends the list."""
    *before, last = items
    end = last.children[-1] if last.children else ""
    if isinstance(end, str) and end.endswith(";"):
        last = last.holding((*last.children[:-1], f"{end.removesuffix(';')}."))
    return (*before, last)
