"""An input changed in place: operations on what it says, carried out on its text; comments, order and style survive.

In: an input's text and operations. Out: the new text, which reads as the old one with the operations done, or why not.
`content` is what a file says, `operations` change it, `ways` leads through short forms, `reconciling` brings a text up
to a changed content, `fresh` writes what was not there before.
"""

from reportgen.editing.content import Content, content_of
from reportgen.editing.editing import edited
from reportgen.editing.operations import Add, Move, Operation, Remove, Rename, Set, Way

__all__ = ["Add", "Content", "Move", "Operation", "Remove", "Rename", "Set", "Way", "content_of", "edited"]
