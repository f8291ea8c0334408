"""The keywords of a Schema Object, and the type of each (JSON Schema Validation, section 6)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, NamedTuple, cast

from ..document import items, members

_Node = dict[str, Any]


class Keyword(NamedTuple):
    """What the value of a keyword must be: a test, and its description for messages."""

    fits: Callable[[Any], bool]
    expected: str


def is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_text_or_null(value: Any) -> bool:
    return value is None or isinstance(value, str)


def is_flag(value: Any) -> bool:
    return isinstance(value, bool)


def is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def is_bound(value: Any) -> bool:
    return isinstance(value, int | float)


def is_count(value: Any) -> bool:
    return is_number(value) and value >= 0 and value == int(value)


def is_list(value: Any) -> bool:
    return isinstance(value, list)


def is_mapping(value: Any) -> bool:
    return isinstance(value, dict)


def is_schema(value: Any) -> bool:
    return isinstance(value, dict | bool)


def is_names(value: Any) -> bool:
    return isinstance(value, list) and all(map(is_text, cast("list[Any]", value)))


def is_schemas(value: Any) -> bool:
    schemas = items(value)
    return bool(schemas) and all(map(is_schema, schemas))


def is_schema_map(value: Any) -> bool:
    return isinstance(value, dict) and all(map(is_schema, members(value).values()))


def is_type_word(value: Any) -> bool:
    return isinstance(value, str) or (is_names(value) and bool(cast("list[str]", value)))


LISTS_OF_SCHEMAS: Final = ("allOf", "anyOf", "oneOf", "prefixItems")
MAPS_OF_SCHEMAS: Final = ("properties", "patternProperties", "dependentSchemas", "$defs")
SCHEMAS: Final = (
    "items",
    "additionalProperties",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
)
_COUNTS: Final = (
    "maxLength",
    "minLength",
    "maxItems",
    "minItems",
    "maxProperties",
    "minProperties",
    "maxContains",
    "minContains",
)
_FLAGS: Final = ("nullable", "deprecated", "readOnly", "writeOnly", "uniqueItems")
_TEXTS: Final = ("$ref", "format", "pattern", "$id", "$anchor", "$dynamicRef", "$dynamicAnchor")
KEYWORDS: Final[dict[str, Keyword]] = {
    **dict.fromkeys(LISTS_OF_SCHEMAS, Keyword(is_schemas, "a list of one or more schemas")),
    **dict.fromkeys(MAPS_OF_SCHEMAS, Keyword(is_schema_map, "a map from names to schemas")),
    **dict.fromkeys(SCHEMAS, Keyword(is_schema, "a schema")),
    **dict.fromkeys(_COUNTS, Keyword(is_count, "an integer that is not negative")),
    **dict.fromkeys(_FLAGS, Keyword(is_flag, "true or false")),
    **dict.fromkeys(_TEXTS, Keyword(is_text, "text")),
    **dict.fromkeys(("title", "description"), Keyword(is_text_or_null, "text")),
    **dict.fromkeys(("minimum", "maximum", "multipleOf"), Keyword(is_number, "a number")),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), Keyword(is_bound, "a number")),
    "type": Keyword(is_type_word, "the name of a type or a list of such names"),
    "enum": Keyword(is_list, "a list of values"),
    "required": Keyword(is_names, "a list of property names"),
    "discriminator": Keyword(is_mapping, "a mapping with 'propertyName'"),
}
# Keywords without a rule here; a name that is in neither list and resembles one is misspelled.
OTHERS: Final = (
    *("$schema", "$comment", "$defs", "$vocabulary", "$recursiveRef", "$recursiveAnchor", "id"),
    *("additionalItems", "const", "contentEncoding", "contentMediaType", "contentSchema"),
    *("default", "definitions", "dependencies", "dependentRequired", "example", "examples"),
    *("externalDocs", "xml"),
)
# Without these keywords a schema would allow other values; a faulty one is an error. Any other
# keyword with a value of the wrong type is ignored with a warning.
NEEDED: Final = frozenset(
    (*LISTS_OF_SCHEMAS, *MAPS_OF_SCHEMAS, *SCHEMAS, "$ref", "type", "enum", "discriminator")
)
TYPES: Final = ("string", "integer", "number", "boolean", "object", "array", "null")
# A type of Swagger 2.0, which documents that were converted still have: any value, with a warning.
OLD_TYPES: Final = ("file",)
TYPE_SLIPS: Final = {
    "int": "integer",
    "int32": "integer",
    "int64": "integer",
    "long": "integer",
    "float": "number",
    "double": "number",
    "decimal": "number",
    "bool": "boolean",
    "str": "string",
    "text": "string",
    "file": "string",
    "date": "string",
    "datetime": "string",
    "uuid": "string",
    "list": "array",
    "dict": "object",
    "map": "object",
    "none": "null",
}
PYTHON_TYPES: Final[dict[str, Callable[[Any], bool]]] = {
    "string": is_text,
    "integer": lambda value: is_number(value) and value == int(value),
    "number": is_number,
    "boolean": is_flag,
    "object": is_mapping,
    "array": is_list,
    "null": lambda value: value is None,
}


def types_of(schema: _Node) -> list[str]:
    """Return the types that a schema allows, with `null` if it is nullable; none for any type.

    `{type: string, nullable: true}` → `["string", "null"]`.
    """
    written = schema.get("type")
    names = [written] if isinstance(written, str) else [n for n in items(written) if is_text(n)]
    if names and schema.get("nullable") is True:
        names.append("null")
    return names
