"""JSON pointers (RFC 6901) in plain data."""

from __future__ import annotations

import re
from typing import Any

from .plain import Plain

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")


def split_pointer(pointer: str) -> list[str]:
    """Return the unescaped keys of a JSON pointer: `/paths/~1pets` → `["paths", "/pets"]`."""
    if not pointer:
        return []
    keys = pointer.split("/")[1:]
    if "~" not in pointer:
        return keys
    return list(map(_unescaped, keys))


def _unescaped(key: str) -> str:
    return key.replace("~1", "/").replace("~0", "~") if "~" in key else key


def join_pointer(*keys: str | int) -> str:
    """Return the JSON pointer of keys, escaped: `"paths", "/pets"` → `/paths/~1pets`."""
    return join("", *keys)


def join(pointer: str, *keys: str | int) -> str:
    """Return a JSON pointer with further keys, escaped."""
    for key in keys:
        text = str(key)
        if "~" in text or "/" in text:
            text = text.replace("~", "~0").replace("/", "~1")
        pointer = f"{pointer}/{text}"
    return pointer


def look_up(data: Any, pointer: str) -> Any:
    """Return the value at a JSON pointer in plain data.

    Raises:
        KeyError: there is none.
    """
    if pointer and not pointer.startswith("/"):
        raise KeyError(pointer)
    node = data
    for part in split_pointer(pointer):
        node = _step(node, part, pointer)
    return node


class Lookup:
    """A cache of the values at JSON pointers in plain data that does not change."""

    def __init__(self, data: Any) -> None:
        self._data = data
        self._known: dict[str, Any] = {"": data}

    def get(self, pointer: str) -> Any:
        """Return the value at a JSON pointer; raise KeyError if there is none."""
        known = self._known
        if pointer in known:
            return known[pointer]
        above, slash, key = pointer.rpartition("/")
        if not slash:
            raise KeyError(pointer)
        if above not in known:
            known[above] = look_up(self._data, above)
        node = known[pointer] = _step(known[above], _unescaped(key), pointer)
        return node


def _step(node: Plain, key: str, pointer: str) -> Any:
    try:
        if isinstance(node, dict):
            return node[key]
        if isinstance(node, list) and _INDEX.fullmatch(key):
            return node[int(key)]
    except (KeyError, IndexError):
        pass
    raise KeyError(pointer)


def exists(data: Any, pointer: str) -> bool:
    """Return whether plain data has a value at a JSON pointer."""
    try:
        look_up(data, pointer)
    except KeyError:
        return False
    return True
