"""Types, limits and values in the words of a report: as Python's annotations write them."""

from __future__ import annotations

import json

from ..emit.annotations import for_argument, for_result
from ..ir import Json, Limits, TypeRef
from .flow import Flow

_LONGEST = 160
"""Characters of a value in a report; a longer one is cut."""


def type_text(type_: TypeRef, flow: Flow) -> str:
    """Return a type as the client's signatures have it, shortened where it is very long."""
    annotation = for_argument(type_) if flow is Flow.REQUEST else for_result(type_)
    text = annotation.code.source
    for prefix in ("params.", "models.", "builtins."):
        text = text.replace(prefix, "")
    return shortened(text)


def value_text(value: Json) -> str:
    """Return a JSON value as text."""
    return shortened(json.dumps(value, ensure_ascii=False))


def shortened(text: str) -> str:
    """Return a text in one line, cut where it is longer than a line of a report may be."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def limits_text(limits: Limits) -> str:
    """Return limits in short: `0..30`, `length 1..`, `pattern ^a$`; empty where there are none."""
    low, high = limits.minimum, limits.maximum
    parts: list[str] = []
    if low is not None or high is not None:
        parts.append(f"{_bound(low)}..{_bound(high)}")
    if limits.exclusive_minimum is not None:
        parts.append(f"over {_bound(limits.exclusive_minimum)}")
    if limits.exclusive_maximum is not None:
        parts.append(f"under {_bound(limits.exclusive_maximum)}")
    if limits.multiple_of is not None:
        parts.append(f"multiples of {_bound(limits.multiple_of)}")
    for name, least, most in (
        ("length", limits.min_length, limits.max_length),
        ("items", limits.min_items, limits.max_items),
        ("properties", limits.min_properties, limits.max_properties),
    ):
        if least is not None or most is not None:
            parts.append(f"{name} {_bound(least)}..{_bound(most)}")
    parts += [f"pattern {pattern.source or pattern.regex}" for pattern in limits.patterns]
    if limits.unique_items:
        parts.append("unique items")
    return shortened(", ".join(parts))


def _bound(number: float | None) -> str:
    if number is None:
        return ""
    return str(int(number)) if float(number).is_integer() else str(number)
