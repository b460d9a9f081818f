"""`reportgen desk`: the whole work in a browser, on the input itself; `reportgen preview` is the same, to look only.

`held` is one input with its history, `editing` changes it in place, `paper` makes what is asked for, `form` and `sheet`
say what the page draws, `guard` answers this machine's own browser alone, `actions` is what it may ask for, `server`
brings them together.

In an office network `office` stands at the door, `people` are who may come in, `custody` sees to it that one person
writes a file and that each deed is written down. `static` holds what the browser loads, made by `make desk` from
`browser`.
"""

from reportgen.desk.folder import Folder
from reportgen.desk.serving import Served, Shared

__all__ = ["Folder", "Served", "Shared"]
