"""A paper that came back edited, held against the input that it was built from.

`edited` reads the DOCX, `printed` says what the input prints, `alignment` pairs the two, `wording` tells what differs,
`differences` puts it together; `carrying` leads the new words back into the input, and `proof` builds from that before
anything is written.
"""
