"""What is wrong, where, how it is worded and shown.

`problem` holds the values, `catalog` the wording and severity of each code, `show` prints them. The ground floor: it
imports nothing of the program.
"""

from reportgen.problems.problem import NOTHING, Failure, Flaw, Place, Problem, Severity, in_order

__all__ = ["NOTHING", "Failure", "Flaw", "Place", "Problem", "Severity", "in_order"]
