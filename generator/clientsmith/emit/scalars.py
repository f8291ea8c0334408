"""Scalars of JSON → names of Python types, in arguments, requests and responses."""

from __future__ import annotations

from collections.abc import Mapping

from ..ir import Scalar
from .type_names import CHECKED, ENCODED, NUMBER_ENCODINGS, PLAIN, VALUES


def given_types(scalar: Scalar) -> tuple[str, ...]:
    """Return the types of a scalar that a caller may pass: `datetime` as well as text."""
    if scalar.kind == "number" and scalar.has_own_encoding:
        return "float", "Decimal"
    if scalar.kind != "string":
        return (PLAIN[scalar.kind],)
    if scalar.format == "binary":
        return "bytes", "str"
    return ("str", VALUES[scalar.format]) if scalar.format in VALUES else ("str",)


def checked_types(scalar: Scalar) -> tuple[str, ...]:
    """Return the types of a scalar in a request, whose names say how it is checked."""
    if scalar.has_own_encoding and scalar.format is not None:
        plain = "float" if scalar.kind == "number" else CHECKED[scalar.format]
        return plain, NUMBER_ENCODINGS[scalar.format]
    if scalar.kind == "string" and scalar.format in CHECKED:
        values = (VALUES[scalar.format],) if scalar.format in VALUES else ()
        if scalar.format == "date-time":
            values = ("AwareDateTime",)
        return CHECKED[scalar.format], *values
    return given_types(scalar)


def read_types(scalar: Scalar) -> tuple[str, ...]:
    """Return the types of a scalar in a response, as a user sees them."""
    if scalar.kind == "string" and scalar.format == "binary":
        return ("bytes",)
    if scalar.kind == "number" and scalar.format == "decimal":
        return ("Decimal",)
    if scalar.kind == "string" and scalar.format == "duration":
        # Years and months have no fixed length.
        return "timedelta", "str"
    known: Mapping[str | None, str] = {**VALUES} if scalar.kind == "string" else {}
    return (known.get(scalar.format, PLAIN[scalar.kind]),)


def decoded_types(scalar: Scalar) -> tuple[str, ...]:
    """Return the annotations of a scalar in a response, which say how pydantic decodes it."""
    if scalar.kind == "string" and scalar.format in ENCODED:
        return (ENCODED[scalar.format],)
    if scalar.kind == "number" and scalar.format == "decimal":
        return ("AsDecimal",)
    if scalar.may_be_text:
        return ("IntegerOrText" if scalar.kind == "integer" else "NumberOrText",)
    return read_types(scalar)
