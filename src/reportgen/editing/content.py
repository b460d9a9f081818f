"""What a file says, without how it is written: texts, lists and mappings. Nothing at all is the empty text."""

from __future__ import annotations

from typing import TypeAlias

from reportgen.source import Mapping, Node, Scalar

Content: TypeAlias = "str | list[Content] | dict[str, Content]"


def content_of(node: Node) -> Content:
    """What a node says; an empty list or mapping says nothing."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: content_of(value) for key, value in node} or ""
    return [content_of(item) for item in node.items] or ""


def tidy(content: Content) -> Content:
    """The content as a file that says it is read: empty lists and mappings are empty texts."""
    if isinstance(content, dict):
        return {key: tidy(value) for key, value in content.items()} or ""
    if isinstance(content, list):
        return [tidy(value) for value in content] or ""
    return content


def same(one: Content, other: Content) -> bool:
    """Whether both say the same, in the same order."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other
