"""New inputs: an empty one to fill in, and next year's made from this year's.

In: answers, or an input of this year. Out: the text of a commented YAML file that passes the checks as a draft. The
text of an empty file stands in `template.txt`, part by part; what a part leaves blank is filled here. Nothing that
exists is ever written over.
"""

from __future__ import annotations

from reportgen.scaffold.files import Created, Target, create, target
from reportgen.scaffold.following import REVIEW, following_year
from reportgen.scaffold.fresh import Answers, first_file

__all__ = ["REVIEW", "Answers", "Created", "Target", "create", "first_file", "following_year", "target"]
