"""The rows that a text means, in whichever way somebody writes a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from .rows import Row, fragment, shown_key

_VIEWS = re.compile(r"\.with_(raw|streaming)_response(?=\.)")
_CLASS = re.compile(r"(?:\w+\.)*(?:models|params)\.(\w+)")
_FIELD = re.compile(rf"{_CLASS.pattern}\.(\w+)")
_OPERATION = re.compile(r"([A-Za-z]+)\s+(/\S*?)/?")
_PARAMETER = re.compile(r"\{[^{}]*\}")


def matching(rows: Sequence[Row], text: str) -> tuple[Row, ...]:
    """Return the rows that a text names, or else those that have it in their name or key.

    A text names a row by its name, by what has it (`METHOD /path`, a JSON pointer), by the
    operationId, as code does (`client.pets.list()`, `models.Pet`, `params.ListPetsParams`), or by
    `get /pets/{any_name}`. The first of these ways in which it names any row counts.
    """
    if not text:
        return tuple(rows)
    for means in _WAYS:
        if found := tuple(row for row in rows if means(row, text, rows)):
            return found
    folded, below = call_of(text).casefold(), _pointer(text).casefold()
    return tuple(
        row for row in rows if folded in row.name.casefold() or below in shown_key(row).casefold()
    )


def call_of(text: str) -> str:
    """Return a call as it is named: `pets.list` of `client.pets.with_raw_response.list()`."""
    return _VIEWS.sub("", text.removeprefix("client.")).partition("(")[0]


def _is_name_or_key(row: Row, text: str, _: Sequence[Row]) -> bool:
    return text == row.name or _pointer(text) == shown_key(row)


def _is_identifier(row: Row, text: str, _: Sequence[Row]) -> bool:
    return text == row.identifier


def _is_in_code(row: Row, text: str, rows: Sequence[Row]) -> bool:
    if row.kind == "call":
        return row.name == call_of(text)
    if row.kind == "type":
        found = _CLASS.fullmatch(text)
        return found is not None and found[1] == row.name
    found = _FIELD.fullmatch(text) if row.kind == "field" else None
    if found is None or found[2] != row.name:
        return False
    owners = (each.key for each in rows if each.kind == "type" and each.name == found[1])
    return any(shown_key(row).startswith(f"{owner}/properties/") for owner in owners)


def _is_operation(row: Row, text: str, _: Sequence[Row]) -> bool:
    wanted, own = _OPERATION.fullmatch(text.strip()), _OPERATION.fullmatch(row.key)
    if row.kind != "call" or wanted is None or own is None:
        return False
    paths = (_PARAMETER.sub("{}", each[2]) for each in (wanted, own))
    return wanted[1].upper() == own[1].upper() and len(set(paths)) == 1


_WAYS: tuple[Callable[[Row, str, Sequence[Row]], bool], ...] = (
    _is_name_or_key,
    _is_identifier,
    _is_in_code,
    _is_operation,
)


def _pointer(text: str) -> str:
    return fragment(text) if text.startswith(("/", "#")) else text
