"""The Python types of JSON's types and formats, and the module that each is imported from."""

from __future__ import annotations

from ..ir import ListOf, MapOf, TupleOf
from .bundled import FORMAT_MODULES

PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
DATES = {"date-time": "datetime", "date": "date", "time": "time", "duration": "timedelta"}
VALUES = {**DATES, "byte": "bytes", "decimal": "Decimal", "int64": "int"}
# What pydantic reads as such a value, and writes back, where the type alone does not say how.
ENCODED = {
    "byte": "AsBase64",
    "date": "AsDate",
    "date-time": "AsDateTime",
    "decimal": "AsDecimalText",
    "duration": "AsDuration",
    "int64": "AsInteger",
    "time": "AsTime",
}
# What a request may have such a value as, where its form in JSON is another.
NUMBER_ENCODINGS = {"decimal": "NumberDecimal", "int64": "TextInteger"}
CHECKED = {
    "uuid": "UUIDString",
    "uri": "URIString",
    "email": "EmailString",
    "ipv4": "IPv4String",
    "ipv6": "IPv6String",
    "date-time": "DateTimeString",
    "date": "DateString",
    "time": "TimeString",
    "duration": "DurationString",
    "decimal": "DecimalString",
    "byte": "Base64String",
    "int64": "IntegerString",
}
MODULES = {
    "Mapping": "collections.abc",
    "Sequence": "collections.abc",
    "Annotated": "typing",
    "Literal": "typing",
    "Field": "pydantic",
    "Any": "typing",
    "Decimal": "decimal",
    "ByEnums": ".._runtime.enum_unions",
    "Suggested": ".._runtime.suggestions",
    "TaggedBy": ".._runtime.tagged",
    "Untyped": ".._runtime.untyped",
    "AnyOf": ".._runtime.any_of",
    "ByPosition": ".._runtime.tuples",
    "one_of": ".._runtime.fractions",
    "OrModel": ".._runtime.model_arguments",
    "Unique": ".._runtime.uniqueness",
    "Matches": ".._runtime.patterns",
    **dict.fromkeys(DATES.values(), "datetime"),
    **{CHECKED[form]: f".._runtime.{module}" for form, module in FORMAT_MODULES.items()},
    "AwareDateTime": ".._runtime.datetime_formats",
    **dict.fromkeys(ENCODED.values(), ".._runtime.encodings"),
    **dict.fromkeys(("AsDate", "AsDateTime", "AsTime"), ".._runtime.datetimes"),
    **dict.fromkeys(("AsDecimal", "AsInteger"), ".._runtime.number_decoding"),
    **dict.fromkeys(("IntegerOrText", "NumberOrText"), ".._runtime.numeric_strings"),
    **dict.fromkeys(NUMBER_ENCODINGS.values(), ".._runtime.number_encoding"),
}
BOUNDS = (
    ("ge", "minimum"),
    ("le", "maximum"),
    ("gt", "exclusive_minimum"),
    ("lt", "exclusive_maximum"),
    ("multiple_of", "multiple_of"),
    ("min_length", "min_length"),
    ("max_length", "max_length"),
    ("min_length", "min_items"),
    ("max_length", "max_items"),
    ("min_length", "min_properties"),
    ("max_length", "max_properties"),
)
OF_KIND = {
    **dict.fromkeys(("min_length", "max_length"), "string"),
    **dict.fromkeys(("min_items", "max_items"), "array"),
    **dict.fromkeys(("min_properties", "max_properties"), "object"),
}
MOST_IN_A_ROW = 100
"""How many types are joined by `|`, each of which a type checker sees inside of the one before."""
JSON_TYPES: dict[object, str] = {**PLAIN, ListOf: "list", TupleOf: "list", MapOf: "dict"}
NUMERIC = frozenset({"ge", "le", "gt", "lt", "multiple_of"})
