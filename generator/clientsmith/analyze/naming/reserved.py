"""The names that calls and resources cannot have, and the calls that are therefore impossible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from ...identifiers import snake

OF_CLIENTS = frozenset(
    [
        "aclose",
        "base_url",
        "close",
        "copy",
        "is_closed",
        "deadline",
        "max_retries",
        "timeout",
        "warmup",
        "with_options",
    ]
)
"""What the clients of the runtime have themselves."""
# What the body of a class uses itself: a member of that name would hide it from those below it.
_IN_BODIES = frozenset({"bool", "bytes", "float", "int", "object", "omit", "str"})
_NO_RESOURCE = OF_CLIENTS | _IN_BODIES | {"core"}
_OF_MODULES = frozenset(
    [
        *("core", "models", "params", "resources"),
        *("with_raw_response", "with_streaming_response"),
    ]
)
OF_RESOURCES = _IN_BODIES | {
    *_OF_MODULES,
    *("builtins", "date", "datetime", "deprecation", "dict", "overload", "time"),
}
"""What neither a call nor a resource below another may be called."""


def clashes(calls: Mapping[str, str], configured: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each configured operation whose call is impossible, with the reason in words."""
    for key in configured:
        call = calls.get(key)
        if call is None:
            continue
        others = [(other, name) for other, name in calls.items() if other != key]
        same = [other for other, name in others if name == call]
        below = [other for other, name in others if name.startswith(f"{call}.")]
        above = [other for other, name in others if call.startswith(f"{name}.")]
        if reserved := _reserved(call):
            yield key, f"{reserved[0]!r} is a name that every client has"
        elif same:
            yield key, f"that is what {same[0]!r} is called"
        elif below:
            yield key, f"{below[0]!r} stands below it, as {calls[below[0]]!r}"
        elif above:
            yield key, f"it would stand below {calls[above[0]]!r}, the call of {above[0]!r}"


def possible(locked: Mapping[str, str]) -> dict[str, str]:
    """Return the calls of the lock, without those whose names are reserved or taken.

    Two branches of a repository may each have given one name, to another operation each.
    """
    owners: dict[str, str] = {}
    for key, call in sorted(locked.items()):
        owners.setdefault(call, key)
    return {key: call for call, key in owners.items() if not _reserved(call)}


def _reserved(call: str) -> list[str]:
    resource, *inner = call.split(".")
    reserved = [resource] if resource in _NO_RESOURCE else []
    return reserved + [name for name in inner if name in _IN_BODIES | _OF_MODULES]


def member_name(text: str) -> str:
    """Return the name of a method, or of a resource below another, for a text."""
    name = snake(text)
    return f"{name}_" if name in OF_RESOURCES else name


def client_member_name(text: str) -> str:
    """Return the name of a resource of the client itself for a text."""
    name = snake(text)
    return f"{name}_" if name in _NO_RESOURCE else name
