"""How a paper lies on the page.

`standards`: the official layouts as data. `document`: a paper ready to be written. `typeset`: what a layout adds to a
tree. `contents`: the table of contents. `expected`: how many pages a paper will take.
"""
