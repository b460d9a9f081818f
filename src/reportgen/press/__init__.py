"""An article (tin bài) as an editor handles it: what is news, how long it is, what is cut, what is spelt out.

`news` ranks the figures and proposes headlines, `lengths` counts words, `shortening` cuts an article to its length,
`abbreviations` writes out short forms where they stand first.
"""

from reportgen.press.abbreviations import spelt_out
from reportgen.press.lengths import (
    APART,
    HEADLINE,
    LENGTHS,
    LIMITS,
    STANDFIRST,
    Length,
    article_words,
    length_of,
    words_of,
)
from reportgen.press.news import about, by_news, headlines
from reportgen.press.shortening import Cut, shortened

__all__ = [
    "APART",
    "HEADLINE",
    "LENGTHS",
    "LIMITS",
    "STANDFIRST",
    "Cut",
    "Length",
    "about",
    "article_words",
    "by_news",
    "headlines",
    "length_of",
    "shortened",
    "spelt_out",
    "words_of",
]
