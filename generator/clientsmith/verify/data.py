"""How the structure of two JSON or TOML files, or the lines of two texts, differ."""

from __future__ import annotations

import json
import tomllib
from typing import Any


def read_json(text: str) -> Any:
    """Return the value of a JSON text, with objects as tuples of pairs so that duplicates stay."""
    return json.loads(text, object_pairs_hook=tuple)


def json_difference(text: str, other: str) -> int | None:
    """Return 1 where two JSON texts differ in more than strings and names, else None."""
    return None if _shape(read_json(text)) == _shape(read_json(other)) else 1


def toml_difference(text: str, other: str) -> int | None:
    """Return 1 where two TOML documents differ in more than strings and keys, else None."""
    return None if _shape(tomllib.loads(text)) == _shape(tomllib.loads(other)) else 1


def text_difference(text: str, other: str) -> int | None:
    """Return the first line that one of two texts has and the other has not, else None."""
    mine, others = text.splitlines(), other.splitlines()
    return None if len(mine) == len(others) else min(len(mine), len(others)) + 1


def _shape(value: Any) -> Any:
    if isinstance(value, str):
        return str
    if isinstance(value, dict):
        return dict, [_shape(item) for item in value.values()]  # pyright: ignore
    if isinstance(value, list | tuple):
        return type(value), [_shape(item) for item in value]  # pyright: ignore
    return type(value), value
