"""`reportgen preview`: an input's papers in a browser on this machine, made anew whenever the input is saved.

`edition` holds one state of the papers, `origins` finds where a figure was typed, `watching` makes the next edition
when a file changes, `server` shows it on the loopback address. Nothing is written to disk and nothing but the papers
and the page around them is served.
"""

from reportgen.preview.server import Preview

__all__ = ["Preview"]
