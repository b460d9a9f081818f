"""What the figures say.

In: the indicators of a conference. Out: comparisons as exact intervals (`intervals`), the indicators reckoned
(`ledger`), the phrases that papers print (`phrase`, `parts`), tables and charts (`table`, `side_by_side`, `charts`).
"""
