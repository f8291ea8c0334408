"""`TypeRef` → the Python annotation that stands for it, in the four places where annotations are
printed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .ir import NULL, Anything, Choice, Limits, ListOf, MapOf, Ref, Scalar, TypeRef, Union
from .values import Code, Literal, Name

_PLAIN = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "null": "None"}
_LENIENT = {"date-time": "str | datetime", "date": "str | date", "time": "str | time"}
_CHECKED = {
    "uuid": "UUIDString",
    "uri": "URIString",
    "email": "EmailString",
    "ipv4": "IPv4String",
    "ipv6": "IPv6String",
    "date-time": "DateTimeString",
    "date": "DateString",
    "time": "TimeString",
}
_READ = {"date-time": "datetime", "date": "date", "time": "time"}
_BOUNDS = (
    ("ge", "minimum"),
    ("le", "maximum"),
    ("gt", "exclusive_minimum"),
    ("lt", "exclusive_maximum"),
    ("multiple_of", "multiple_of"),
    ("min_length", "min_length"),
    ("max_length", "max_length"),
    ("min_length", "min_items"),
    ("max_length", "max_items"),
)
_NUMERIC = frozenset({"ge", "le", "gt", "lt", "multiple_of"})


@dataclass(frozen=True, slots=True)
class Style:
    """How one of the places prints types."""

    list_: str
    map_: str
    any_: str
    scalar: Callable[[Scalar], str]
    limits: bool = False
    is_open: bool = False
    """Whether an enum takes values that the document does not know."""


def for_argument(type_: TypeRef) -> Code:
    """In a method's signature: what a caller may give."""
    return Code(_print(type_, Style("Sequence", "Mapping", "object", _given), "params."))


def for_params(type_: TypeRef) -> Code:
    """In a TypedDict of `params/`: as in a signature, with what is checked before a request is
    sent.
    """
    return Code(_print(type_, Style("Sequence", "Mapping", "object", _checked, limits=True), ""))


def for_result(type_: TypeRef | None) -> Code:
    """In a method's signature: what comes back.

    Lists are `builtins.list`, since a method of the class may be called `list`.
    """
    if type_ is None:
        return Code("None")
    style = Style("builtins.list", "dict", "object", _read, is_open=True)
    return Code(_print(type_, style, "models."))


def for_response(type_: TypeRef) -> Code:
    """In the constant of an operation, outside of any class."""
    return Code(_print(type_, Style("list", "dict", "object", _read, is_open=True), "models."))


def for_item(type_: TypeRef) -> Code:
    """In a module of `models/`, the item of a page."""
    return Code(_print(type_, Style("list", "dict", "object", _read, is_open=True), ""))


def _print(type_: TypeRef, style: Style, namespace: str) -> str:
    match type_:
        case Scalar():
            text = style.scalar(type_)
            return _limited(text, type_.limits, type_.kind) if style.limits else text
        case Anything():
            return style.any_
        case Choice(values=values):
            literal = "Literal[" + ", ".join(Literal(value).source for value in values) + "]"
            kinds = dict.fromkeys(type(value).__name__ for value in values)
            return " | ".join([literal, *kinds]) if style.is_open else literal
        case ListOf(items=items, limits=limits):
            text = f"{style.list_}[{_print(items, style, namespace)}]"
            return _limited(text, limits, "array") if style.limits else text
        case MapOf(values=values):
            return f"{style.map_}[str, {_print(values, style, namespace)}]"
        case Ref(name=name):
            return namespace + Name(name).source
        case Union(members=members):
            parts: list[str] = []
            for part in (_print(member, style, namespace) for member in members):
                parts += [part] if part not in parts else []
            return " | ".join(parts)


def _given(scalar: Scalar) -> str:
    if scalar.kind == "string" and scalar.format == "binary":
        return "bytes | str"
    return (
        _LENIENT.get(scalar.format or "", "str") if scalar.kind == "string" else _PLAIN[scalar.kind]
    )


def _checked(scalar: Scalar) -> str:
    if scalar.kind == "string" and scalar.format in _CHECKED:
        return _CHECKED[scalar.format]
    return _given(scalar)


def _read(scalar: Scalar) -> str:
    if scalar.kind == "string" and scalar.format == "binary":
        return "bytes"
    return _READ.get(scalar.format or "", "str") if scalar.kind == "string" else _PLAIN[scalar.kind]


def _limited(text: str, limits: Limits, kind: str) -> str:
    given = {
        keyword: getattr(limits, name)
        for keyword, name in _BOUNDS
        if getattr(limits, name) is not None
    }
    numeric = kind in ("integer", "number")
    fitting = {key: value for key, value in given.items() if (key in _NUMERIC) == numeric}
    if not fitting or kind in ("boolean", "null"):
        return text
    arguments = ", ".join(f"{key}={Literal(value).source}" for key, value in fitting.items())
    return f"Annotated[{text}, Field({arguments})]"


def nullable(type_: TypeRef) -> bool:
    """Whether null is among the values of `type_`."""
    return type_ == NULL or (isinstance(type_, Union) and NULL in type_.members)
