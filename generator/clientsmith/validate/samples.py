"""Check values of a document, such as examples, against their schemas.

The rules are those of JSON Schema, and leave out what authors do not mean: a branch too many of a
`oneOf`, a required property that is only sent or only received, and formats that are not checked by
clients. Neither a schema nor a pattern makes the comparison take long.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple, cast

from ..document import CONTAINERS, Document, items, join_pointer, matches, members, pattern_of
from .display import kind_of, quoted, short
from .keywords import PYTHON_TYPES, is_bound, is_flag, is_number, types_of
from .relevance import leaves
from .version import Version

_Keyword = Callable[[Any, Any, Any, Any], Iterator[Any]]
_Errors = Iterator[Any]

_MOST_STEPS: Final = 20_000
"""The references that may be followed for one value: schemas can double at each."""
_FORMATS: Final = ("date", "date-time", "uuid")
# jsonschema's own, whose time grows with the size of a value and of its schema.
_TAKEN: Final = (
    *("properties", "items", "prefixItems", "contains", "propertyNames", "not", "if", "const"),
    *("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"),
    *("dependentRequired", "dependentSchemas", "format"),
)
# Of a schema that is nullable, these say nothing about null (OpenAPI 3.0.4, section 4.7.24).
_WITHOUT_NULL: Final = ("allOf", "anyOf", "enum", "const", "format")


class Mismatch(NamedTuple):
    """How a value differs from its schema: the pointer inside the value, and what is wrong."""

    pointer: str
    rule: str
    """The keyword that the value does not keep to."""
    message: str
    hint: str
    others: int
    """How many other differences there are."""


class _TooLong(Exception):
    pass


class Samples:
    """Compares values with schemas of a document."""

    def __init__(self, document: Document, version: Version) -> None:
        self._document = document
        self._version = version
        self._steps = 0

    def mismatch(self, schema: Any, value: Any) -> Mismatch | None:
        """Return how a value differs from a schema; None if it does not, or that is not known."""
        self._steps = 0
        try:
            problems = list(self._validator(schema).iter_errors(value))
            found = [leaf for problem in problems for leaf in leaves(problem)]
        except (_TooLong, RecursionError, TypeError, ValueError, LookupError, AttributeError):
            # A schema that is not valid has a fault of its own.
            return None
        if not found:
            return None
        worst = min(found, key=lambda each: len(each.absolute_path))
        pointer = join_pointer(*worst.absolute_path)
        message, hint = _words(worst)
        return Mismatch(pointer, str(worst.validator), message, hint, len(found) - 1)

    @cached_property
    def _validator(self) -> Any:
        import jsonschema
        from jsonschema import validators

        made: Any = validators
        known: Any = jsonschema.Draft202012Validator
        keywords: dict[str, _Keyword] = {name: known.VALIDATORS[name] for name in _TAKEN}
        keywords |= {
            "$ref": self._reference,
            "allOf": known.VALIDATORS["allOf"],
            "anyOf": known.VALIDATORS["anyOf"],
            # A value that fits several branches is no false promise.
            "oneOf": known.VALIDATORS["anyOf"],
            "enum": known.VALIDATORS["enum"],
            "type": _type,
            "required": self._required,
            "minimum": _bound,
            "maximum": _bound,
            "exclusiveMinimum": _bound,
            "exclusiveMaximum": _bound,
            "multipleOf": _multiple,
            "pattern": _pattern,
            "patternProperties": _pattern_properties,
            "additionalProperties": _additional_properties,
            "uniqueItems": _unique_items,
        }
        for name in (*_WITHOUT_NULL, "oneOf"):
            keywords[name] = _unless_null(keywords[name])
        kind = made.create(
            meta_schema={},
            validators=keywords,
            type_checker=known.TYPE_CHECKER,
            id_of=lambda _: "",  # pyright: ignore[reportUnknownLambdaType]
            applicable_validators=self._applicable,
        )
        formats = jsonschema.FormatChecker(formats=_FORMATS)
        return lambda schema: kind(schema, format_checker=formats)  # pyright: ignore

    def _applicable(self, schema: Any) -> Any:
        """Return the keywords that count; beside a `$ref` of OpenAPI 3.0 none does."""
        if self._version == "3.0" and "$ref" in schema:
            return [("$ref", schema["$ref"])]
        return schema.items()

    def _reference(self, validator: Any, ref: Any, instance: Any, _: Any) -> _Errors:
        self._steps += 1
        if self._steps > _MOST_STEPS:
            raise _TooLong
        chain = self._document.follow(ref.removeprefix("#"))
        if not chain.ring:
            yield from validator.descend(instance, self._document.get(ref.removeprefix("#")))

    def _required(self, validator: Any, required: Any, instance: Any, schema: Any) -> _Errors:
        from jsonschema import ValidationError

        if not isinstance(instance, dict):
            return
        for name in items(required):
            if name not in instance and not self._is_one_way(members(schema), name):
                yield ValidationError(str(name))

    def _is_one_way(self, schema: Mapping[str, Any], name: Any) -> bool:
        """Return whether a property is only in requests or only in answers."""
        part = members(members(schema.get("properties")).get(name))
        if isinstance(part.get("$ref"), str):
            part = members(self._document.get(self._document.follow(part["$ref"][1:]).end))
        return part.get("readOnly") is True or part.get("writeOnly") is True


def _unless_null(check: _Keyword) -> _Keyword:
    def checked(validator: Any, value: Any, instance: Any, schema: Any) -> _Errors:
        if instance is not None or schema.get("nullable") is not True:
            yield from check(validator, value, instance, schema) or ()

    return checked


def _type(_: Any, __: Any, instance: Any, schema: Any) -> _Errors:
    from jsonschema import ValidationError

    names = [name for name in types_of(schema) if name in PYTHON_TYPES]
    if names and not any(PYTHON_TYPES[name](instance) for name in names):
        yield ValidationError(" or ".join(names))


def _bound(_: Any, bound: Any, instance: Any, schema: Any) -> _Errors:
    """Check all four bounds together, so that a flag of OpenAPI 3.0 counts with its bound."""
    from jsonschema import ValidationError

    if not is_number(instance):
        return
    for name, other, sign, word in (
        ("minimum", "exclusiveMinimum", 1, "greater"),
        ("maximum", "exclusiveMaximum", -1, "less"),
    ):
        limit, strict = schema.get(name), schema.get(other)
        if is_number(strict) and bound is strict and sign * instance <= sign * strict:
            yield ValidationError(f"{word} than {strict}")
        if is_number(limit) and bound is limit:
            if is_flag(strict) and strict and instance == limit:
                yield ValidationError(f"{word} than {limit}")
            if sign * instance < sign * limit:
                yield ValidationError(f"at {'least' if sign == 1 else 'most'} {limit}")


def _multiple(_: Any, factor: Any, instance: Any, __: Any) -> _Errors:
    from jsonschema import ValidationError

    if not is_number(instance) or not is_number(factor) or factor <= 0:
        return
    # As decimals are written: 0.3 is a multiple of 0.1.
    quotient = round(instance / factor, 9)
    if quotient != int(quotient):
        yield ValidationError(f"a multiple of {factor}")


def _pattern(_: Any, pattern: Any, instance: Any, __: Any) -> _Errors:
    from jsonschema import ValidationError

    if not isinstance(instance, str) or not isinstance(pattern, str):
        return
    if not matches(pattern_of(pattern), instance):
        yield ValidationError(f"{quoted(instance)} does not match {short(pattern)}")


def _pattern_properties(validator: Any, patterns: Any, instance: Any, _: Any) -> _Errors:
    for pattern, schema in members(patterns).items():
        for name, value in members(instance).items():
            if _fits(pattern, name):
                yield from validator.descend(value, schema, path=name, schema_path=pattern)


def _additional_properties(validator: Any, others: Any, instance: Any, schema: Any) -> _Errors:
    from jsonschema import ValidationError

    named, patterns = members(schema.get("properties")), members(schema.get("patternProperties"))
    for name, value in members(instance).items():
        if name in named or any(_fits(pattern, name) for pattern in patterns):
            continue
        if others is False:
            yield ValidationError(name)
        elif isinstance(others, dict):
            yield from validator.descend(value, others, path=name)


def _fits(pattern: str, name: str) -> bool:
    """Return whether a name matches a pattern; one that cannot be checked takes every name."""
    return matches(pattern_of(pattern), name)


def _unique_items(_: Any, unique: Any, instance: Any, __: Any) -> _Errors:
    from jsonschema import ValidationError

    if unique is True and isinstance(instance, list):
        keys = [key_of(item) for item in cast("list[Any]", instance)]
        if len(set(keys)) < len(keys):
            yield ValidationError("")


def key_of(value: Any) -> str:
    """Return a text that equal JSON values have in common: 1 has that of 1.0, and not of true."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if type(value) in CONTAINERS:
        return json.dumps(value, sort_keys=True)
    return json.dumps(value)


def _words(problem: Any) -> tuple[str, str]:
    """Return what an error of jsonschema means, and what to do."""
    rule, said, value = problem.validator, str(problem.message), problem.instance
    match rule:
        case "required":
            return f"the required property '{said}' is missing", f"add '{said}'"
        case "additionalProperties":
            hint = "remove it, or describe it in the schema"
            return f"the schema does not allow the property '{said}'", hint
        case "type":
            shown = kind_of(value)
            hint = "put it in quotes" if said == "string" and is_bound(value) else ""
            if isinstance(value, str) and {"object", "array"} & set(re.split(" or ", said)):
                hint = "write the value itself, and not its JSON as text"
            return f"it is {shown} where the schema wants {said}", hint
        case "enum":
            return f"{quoted(value)} is not one of the enum's values", ""
        case "format":
            return f"{quoted(value)} is not of the format '{problem.validator_value}'", ""
        case "anyOf" | "oneOf":
            return f"it fits no schema of '{rule}'", ""
        case "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties":
            return f"it does not keep to {rule}: {problem.validator_value}", ""
        case "pattern":
            return said, ""
        case "uniqueItems":
            return "it has the same item twice", ""
        case "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf":
            return f"{quoted(value)} has to be {said}", ""
        case _:
            return f"it does not keep to '{rule}'", ""
