"""`reportgen desk`: the whole work in a browser, on the input itself; `reportgen preview` is the same, to look only.

`held` is one input with its history, `editing` changes it in place, `paper` makes what is asked for, `form` and `sheet`
say what the page draws, `guard` answers this machine's own browser alone, `actions` is what it may ask for, `server`
brings them together. `static` holds what the browser loads, made by `make desk` from `browser`.
"""

from reportgen.desk.folder import Folder
from reportgen.desk.server import Served

__all__ = ["Folder", "Served"]
