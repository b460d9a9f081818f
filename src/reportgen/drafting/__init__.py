"""Inputs written and mended: an empty one to fill in, next year's made from this year's, an untidy one put in order.

In: answers, or an input of this year. Out: the text of a commented YAML file that passes the checks as a draft. The
text of an empty file stands in `template.txt`, part by part: `fresh` fills it, `following` carries over, `files` puts
it in its place, and nothing that exists is ever written over. `repair` mends what is certain. `schema` is the input's
form for editors; it offers the kinds of bodies and so stands above the model.
"""
