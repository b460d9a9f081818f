"""Templates without a step that nothing interrupts: a bound of time holds only where Python comes back to look at it.

Comparing, hashing and writing out go through lists within lists in one such step, and a list may hold another twice,
forty deep. So what a template compares, sorts or looks up is flat, what it prints is no list, whole numbers are short,
and nothing is worked out while a template is compiled. Of Jinja's filters and tests there are those that keep to this.
"""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterable, KeysView, Mapping, ValuesView
from datetime import date
from functools import wraps
from types import MappingProxyType
from typing import Any

from jinja2 import Environment, nodes, pass_environment
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS
from jinja2.runtime import Undefined
from jinja2.tests import TESTS

from reportgen.papers.plain import Facts, Question

MOST_COMPARED = 1_000_000
"""Letters and entries of what is compared with something."""
LARGEST = 10**18
"""A larger whole number is reckoned with in no paper."""
HOLDERS = (tuple, list, dict, KeysView, ValuesView, ItemsView)
"""What holds other values, and is compared by them."""


ATOMS = (str, int, float, date, type(None), Undefined, Facts, Question)
"""What holds nothing that is compared or written out."""


def flat(value: Any) -> Any:
    """The value itself; TypeError where it holds lists, OverflowError where it is too large to be compared."""
    if not isinstance(value, HOLDERS):
        return value
    size = 0
    for entry in value.values() if isinstance(value, dict) else value:
        if not isinstance(entry, ATOMS):
            raise TypeError("lists within lists are not compared, nor written")
        size += 1 + (len(entry) if isinstance(entry, str) else 0)
        if size > MOST_COMPARED:
            raise OverflowError(f"> {MOST_COMPARED}")
    return value


def single(value: Any) -> Any:
    """The value itself; TypeError where it cannot be printed."""
    if not isinstance(value, ATOMS):
        raise TypeError(f"no text: {type(value).__name__}")
    return value


def short(number: Any) -> Any:
    """The value itself; OverflowError for a whole number that takes long to reckon with."""
    if isinstance(number, int) and abs(number) > LARGEST:
        raise OverflowError("> 10^18")
    return number


class Stepwise(CodeGenerator):
    """Compiles templates so that they compare flat values, and run in many steps."""

    def visit_Operand(self, node: nodes.Operand, frame: Frame) -> None:  # noqa: N802
        """The right side of a comparison."""
        super().visit_Operand(nodes.Operand(node.op, _held("flat", node.expr)), frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802
        """A comparison."""
        super().visit_Compare(nodes.Compare(_held("flat", node.expr), node.ops), frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        """Texts put together."""
        super().visit_Concat(nodes.Concat([_held("single", part) for part in node.nodes]), frame)

    def visit_Dict(self, node: nodes.Dict, frame: Frame) -> None:  # noqa: N802
        """Names with their values."""
        pairs = [nodes.Pair(_held("flat", pair.key), pair.value) for pair in node.items]
        super().visit_Dict(nodes.Dict(pairs), frame)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)


def _held(bound: str, expression: nodes.Expr) -> nodes.Expr:
    """The expression, its value held to be flat or single when the template runs."""
    return nodes.Call(nodes.EnvironmentAttribute(bound), [expression], [], None, None)


def _of_flat(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter or test whose values are to be flat."""

    @wraps(function)
    def bound(*given: Any, **named: Any) -> Any:
        return function(*map(flat, given), **{name: flat(value) for name, value in named.items()})

    return bound


def _of_texts(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that writes its value out."""
    ahead = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def bound(*given: Any, **named: Any) -> Any:
        single(given[ahead])
        return _of_flat(function)(*given, **named)

    return bound


def _of_entries(function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that compares the entries of a list, or writes them out."""

    @wraps(function)
    def bound(ahead: Any, value: Iterable[Any], *given: Any, **named: Any) -> Any:
        return _of_flat(function)(ahead, list(value), *given, **named)

    return bound


def _sorted(name: str) -> Callable[..., Any]:
    """A filter that orders the entries of a list as they are."""

    @pass_environment
    def bound(environment: Environment, value: Iterable[Any]) -> Any:
        found = FILTERS[name](environment, flat(list(value)))
        return found if name in {"min", "max"} else list(found)

    return bound


def _whole(value: Any, default: int = 0) -> int:
    return int(FILTERS["int"](value, default))


_LISTS = "abs batch count d default first float items last length list map reject rejectattr reverse select selectattr"
_TEXTS = "capitalize e escape forceescape format lower replace safe string title trim truncate upper wordcount"
FILTERS_ALLOWED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {name: FILTERS[name] for name in _LISTS.split()}
    | {name: _of_texts(FILTERS[name]) for name in _TEXTS.split()}
    | {name: _sorted(name) for name in ("max", "min", "sort", "unique")}
    | {"int": _whole, "join": _of_entries(FILTERS["join"])}
)
"""The filters of Jinja that a template may use."""
_TESTS = (
    "boolean defined even false float integer iterable mapping none number odd sameas sequence string true undefined"
)
_COMPARISONS = "!= < <= == > >= eq equalto ge greaterthan gt in le lessthan lt ne"
_TESTED: Mapping[str, Any] = TESTS
TESTS_ALLOWED: Mapping[str, Callable[..., Any]] = MappingProxyType(
    {name: _TESTED[name] for name in _TESTS.split()} | {name: _of_flat(_TESTED[name]) for name in _COMPARISONS.split()}
)
"""Jinja's tests that a template may use."""
