"""What the office has, taken over: tables of figures, photographs; and a workbook for the departments to fill in.

In: a workbook, a CSV file, a Word file with tables, a folder of photographs. Out: entries of an input, as text or as
changes of one that exists. A number enters as its cell shows it; ratios of a sheet are compared, never trusted; what is
not understood stands as a comment with its cell.
"""
