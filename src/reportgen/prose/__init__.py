"""The user's prose: Markdown with `{{ name }}` references, to markup of the tree's vocabulary.

`references` finds and resolves references, with places (cheap: `check` uses it alone); `markdown` makes the markup.
User text is never a program: a reference is a name and at most one part, nothing else.
"""
