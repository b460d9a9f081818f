"""A report or an article in Word, taken over as an input: letterhead, headings, prose, what it says of indicators.

`reading` gives a file's paragraphs with their roles, `heads` the letterhead, `named` the texts of a report that was
built here, by the names of its paragraphs, `outline` those of any other by its headings, `told` the figures of its
sentences; `drafted` writes the input of the report's own year, from which next year's is made as from any other.
"""
