"""Written Vietnamese quantities to exact values, and back.

`read_quantity` reads a whole field, `find_quantities` running text. Both give values and flaws, never raise, and keep
the precision in which a number was written. Offsets count in the NFC form of the text.
"""

from reportgen.quantity.numerals import is_whole
from reportgen.quantity.prose import find_quantities
from reportgen.quantity.reading import is_physical, read_quantity
from reportgen.quantity.units import Unit, convert, divide, multiply, parse_unit, same_dimension
from reportgen.quantity.value import Found, Quantity, Reading
from reportgen.quantity.words import Change, Relation
from reportgen.quantity.writing import as_json, write_number, write_quantity

__all__ = [
    "Change",
    "Found",
    "Quantity",
    "Reading",
    "Relation",
    "Unit",
    "as_json",
    "convert",
    "divide",
    "find_quantities",
    "is_physical",
    "is_whole",
    "multiply",
    "parse_unit",
    "read_quantity",
    "same_dimension",
    "write_number",
    "write_quantity",
]
