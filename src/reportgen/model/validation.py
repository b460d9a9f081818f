"""A conference out of what `bind` hands over, read by pydantic's engine.

In: the `Table` of the whole input. Out: a `Conference`, or the engine's `ValidationError` with all that does not fit.
The schema that the engine follows is made from the sections' fields, at first use. pydantic's own classes are left out:
to import them takes longer than to check an input.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from pydantic_core import CoreSchema, SchemaValidator
from pydantic_core import core_schema as schemas

from reportgen.model.conference import Conference
from reportgen.model.fields import Shape
from reportgen.model.section import Section, as_row, sections
from reportgen.problems import Problem


def conference(content: Any, problems: list[Problem]) -> Conference:
    """The conference; unknown keys and flawed entries that may be absent are left out and added to the problems."""
    read: Conference = _validator().validate_python(content, context=problems)
    return read


@cache
def _validator() -> SchemaValidator:
    return SchemaValidator(conference_schema())


def conference_schema() -> CoreSchema:
    """The engine's schema: each section a definition, since some stand in several places and one in itself."""
    definitions = [_section(section) for section in sections(Conference)]
    return schemas.definitions_schema(schemas.definition_reference_schema(Conference.__name__), definitions)


def _section(section: type[Section]) -> CoreSchema:
    """Its keys by their canonical names, then what is behind them, then the section with its attributes."""
    entries = {
        field.name: schemas.typed_dict_field(
            _SHAPES[field.shape](_kind(field.kind)), required=field.required, validation_alias=field.key
        )
        for field in section.fields()
    }
    table = schemas.typed_dict_schema(entries, extra_behavior="forbid")
    made = schemas.no_info_after_validator_function(lambda values: section(**values), table)
    return schemas.with_info_before_validator_function(section.known_keys, made, ref=section.__name__)


def _kind(kind: type[Any]) -> CoreSchema:
    if issubclass(kind, Section):
        return schemas.definition_reference_schema(kind.__name__)
    return schemas.with_info_plain_validator_function(kind.validated)


def _many(item: CoreSchema) -> CoreSchema:
    return schemas.no_info_before_validator_function(as_row, schemas.tuple_variable_schema(item))


def _keyed(item: CoreSchema) -> CoreSchema:
    return schemas.dict_schema(schemas.str_schema(), item)


_SHAPES: Mapping[Shape, Callable[[CoreSchema], CoreSchema]] = MappingProxyType(
    {Shape.ONE: lambda item: item, Shape.MAYBE: schemas.nullable_schema, Shape.MANY: _many, Shape.KEYED: _keyed}
)
