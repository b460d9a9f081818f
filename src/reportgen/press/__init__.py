"""An article (tin bài) as an editor handles it: what is news, how long it is, what is cut, what is spelt out.

`news` ranks the figures, `headlines` and `standfirst` make use of them, `lengths` counts words, `shortening` cuts an
article to its length, `abbreviations` writes out short forms where they stand first.
"""

from reportgen.press.abbreviations import spelt_out
from reportgen.press.headlines import about, headlines
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
from reportgen.press.news import by_news
from reportgen.press.shortening import Cut, shortened
from reportgen.press.standfirst import Standfirst

__all__ = [
    "APART",
    "HEADLINE",
    "LENGTHS",
    "LIMITS",
    "STANDFIRST",
    "Cut",
    "Length",
    "Standfirst",
    "about",
    "article_words",
    "by_news",
    "headlines",
    "length_of",
    "shortened",
    "spelt_out",
    "words_of",
]
