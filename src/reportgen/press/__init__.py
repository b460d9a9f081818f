"""An article (tin bài) as an editor handles it: what is news, how long it is, what is cut, what is spelt out.

`news` ranks the figures, `headlines` and `standfirst` make use of them, `lengths` counts words, `shortening` cuts an
article to its length, `abbreviations` writes out short forms where they stand first, `persons` says who is who.
"""
