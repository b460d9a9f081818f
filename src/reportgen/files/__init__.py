"""Files on this machine.

`names`: what every file system holds. `packaged`: the program's own files. `replace`: one file replaced in one step.
`publish`: a folder of results put in its place as a whole. `system`: what one system has and another lacks.
"""
