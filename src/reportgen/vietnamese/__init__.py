"""Vietnamese as a written language.

`letters`: composing, folding, near words. `days`: days in words. `printed`: the words that papers print around figures.
"""
