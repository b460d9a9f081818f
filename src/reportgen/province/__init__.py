"""What many units sent, as one: their figures added up into the input of the unit above, and who has sent what.

`units` reads the files, `matching` finds which indicators are the same, `sums` adds them up, `aggregate` does it all,
`writing` puts it down as an input, `trace` as JSON. `arrivals` tells who has sent, `page` shows it. Nothing is guessed
in silence: what is not certain is asked in a small file (`questions`), what is left out is told.
"""
