"""Operations → calls: where in the client's tree an operation stands, and the name of its method.

The tree follows the path: each literal segment is a resource. The method follows the HTTP method
(RFC 9110, section 9) and whether the path is a collection or an item. The operationId names a call
where the path gives no good name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..names import snake, words
from ..resources import OPTIONAL

# A verb on what stands before it (Google's AIP-136): `/files:batchGet`, `/files/{id}:copy`.
_CUSTOM = re.compile(r"(?<=[^/]):([A-Za-z][A-Za-z0-9_-]*)$")
_PREFIX = re.compile(r"api|v\d+([._]\d+)*([a-z]+\d*)?", re.IGNORECASE)
_ON_ITEM = {"get": "retrieve", "patch": "update", "put": "update", "delete": "delete"}
_USUAL = frozenset({*_ON_ITEM.values(), "create", "list", "replace"})
_MAKERS = frozenset({"create", "add", "post", "new", "insert", "make"})


OF_CLIENTS = frozenset(
    [
        "aclose",
        "base_url",
        "close",
        "copy",
        "is_closed",
        "max_retries",
        "timeout",
        "warmup",
        "with_options",
    ]
)
"""What the clients of the runtime have themselves."""
# What the body of a class uses itself: a member of that name would hide it from those below it.
_IN_BODIES = frozenset({"bool", "bytes", "float", "int", "object", "omit", "str"})
_NO_RESOURCE = OF_CLIENTS | _IN_BODIES | {"child"}
_OF_MODULES = frozenset(
    [
        *("core", "models", "params", "resources"),
        *("with_raw_response", "with_streaming_response"),
    ]
)
OF_RESOURCES = _IN_BODIES | {
    *_OF_MODULES,
    *("builtins", "date", "datetime", "dict", "time"),
    *(name.removesuffix(".py") for name in OPTIONAL),
}
"""What neither a call nor a resource below another may be called."""


@dataclass(frozen=True, slots=True)
class Route:
    """What the naming of a call looks at."""

    method: str
    path: str
    identifier: str
    lists: bool
    """Whether its answer is a list, or an object whose one array is the list."""

    key: str
    """The operation's key: `METHOD /path`."""


@dataclass(frozen=True, slots=True)
class Call:
    resource: tuple[str, ...]
    method: str


def name_calls(routes: Iterable[Route], fixed: Mapping[str, str]) -> dict[str, Call]:
    """The call of each route, by `METHOD /path`. Those that `fixed` names are called so."""
    routes = sorted(
        routes, key=lambda route: (len(_segments(route.path)), route.path, route.method)
    )
    paths = _Paths(routes)
    calls: dict[str, Call] = {}
    for route in routes:
        if route.key in fixed:
            *resource, method = fixed[route.key].split(".")
            calls[route.key] = Call(tuple(resource), method)
    taken = set(calls.values())
    for route in routes:
        if route.key in calls:
            continue
        call = paths.call(route)
        if call in taken:
            call = Call(call.resource, _member(route.identifier))
        number = 2
        while call in taken:
            call = Call(call.resource, f"{_member(route.identifier)}_{number}")
            number += 1
        calls[route.key] = call
        taken.add(call)
    return _apart_from_children(routes, calls, fixed)


def clashes(calls: Mapping[str, str], configured: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The operations of `configured` whose call, by `calls`, cannot be, each with why, in words."""
    for key in configured:
        call = calls.get(key)
        if call is None:
            continue
        resource, *inner = call.split(".")
        others = [(other, name) for other, name in calls.items() if other != key]
        same = [other for other, name in others if name == call]
        below = [other for other, name in others if name.startswith(f"{call}.")]
        above = [other for other, name in others if call.startswith(f"{name}.")]
        reserved = [resource] if resource in _NO_RESOURCE else []
        reserved += [name for name in inner if name in _IN_BODIES | _OF_MODULES]
        if reserved:
            yield key, f"{reserved[0]!r} is a name that every client has"
        elif same:
            yield key, f"that is what {same[0]!r} is called"
        elif below:
            yield key, f"{below[0]!r} stands below it, as {calls[below[0]]!r}"
        elif above:
            yield key, f"it would stand below {calls[above[0]]!r}, the call of {above[0]!r}"


def _member(text: str) -> str:
    """A name for a method or a resource below another."""
    name = snake(text)
    return f"{name}_" if name in OF_RESOURCES else name


def _of_client(text: str) -> str:
    name = snake(text)
    return f"{name}_" if name in _NO_RESOURCE else name


def _segments(path: str) -> list[str]:
    """The segments of a path, a custom verb at its end left out."""
    return [segment for segment in _CUSTOM.sub("", path).split("/") if segment]


def _literal(segment: str) -> str:
    """What a segment says itself: `{id}.json` nothing, `export.{format}` and `export.json` one."""
    return re.sub(r"\{[^{}]*\}|\.(?:json|xml)$", " ", segment).strip()


def _is_parameter(segment: str) -> bool:
    return "{" in segment and not words(_literal(segment))


class _Paths:
    """The paths of a document, seen together."""

    def __init__(self, routes: list[Route]) -> None:
        split = [_segments(route.path) for route in routes]
        self._prefix = 0
        while split and all(
            len(segments) > self._prefix + 1
            and segments[self._prefix] == split[0][self._prefix]
            and _PREFIX.fullmatch(segments[self._prefix])
            for segments in split
        ):
            self._prefix += 1
        self._methods: dict[str, set[str]] = {}
        self._parents: set[str] = set()
        self._collections: set[str] = set()
        self._under: Counter[tuple[str, ...]] = Counter()
        for route, segments in zip(routes, split, strict=True):
            self._methods.setdefault(route.path, set()).add(route.method)
            for end in range(1, len(segments)):
                parent = "/" + "/".join(segments[:end])
                self._parents.add(parent)
                if _is_parameter(segments[end]):
                    self._collections.add(parent)
            self._under.update(
                self._resource(segments[:end])
                for end in range(1, len(segments) + 1)
                if end == len(segments) or not _is_parameter(segments[end])
            )

    def call(self, route: Route) -> Call:
        segments = _segments(route.path)
        resource = self._resource(segments)
        if not resource:
            return Call(("root",), _member(route.identifier))
        if (custom := _CUSTOM.search(route.path)) is not None:
            # A usual verb is what the resource itself has, or may come to have.
            verb = snake(custom[1])
            return Call(resource, _member(route.identifier if verb in _USUAL else verb))
        if _is_parameter(segments[-1]):
            return self._on_item(route, resource)
        if self._is_verb(route, segments):
            return Call(resource[:-1], _member(_literal(segments[-1])))
        if route.method == "get":
            listing = route.lists or route.path in self._collections
            return Call(resource, "list" if listing else "retrieve")
        if route.method == "post":
            return Call(resource, "create")
        return self._by_method(route, resource)

    def _on_item(self, route: Route, resource: tuple[str, ...]) -> Call:
        collection = route.path.rpartition("/")[0]
        alone = self._under[resource] == 1 and collection not in self._methods
        first = next(iter(words(route.identifier)), "")
        if alone and len(resource) > 1 and first in _ON_ITEM.values():
            # A segment with nothing but one call on its items is no resource of its own.
            return Call(resource[:-1], _member(route.identifier))
        return self._by_method(route, resource)

    def _by_method(self, route: Route, resource: tuple[str, ...]) -> Call:
        if route.method == "put" and "patch" in self._methods[route.path]:
            return Call(resource, "replace")
        if route.method in _ON_ITEM:
            return Call(resource, _ON_ITEM[route.method])
        return Call(resource, _member(route.identifier))

    def _is_verb(self, route: Route, segments: list[str]) -> bool:
        if route.method != "post" or len(self._resource(segments)) < 2:
            return False
        if route.path in self._parents or len(self._methods[route.path]) > 1:
            return False
        first = words(route.identifier)[:1]
        own = words(_literal(segments[-1]))
        return (
            bool(own)
            and not _MAKERS.intersection(first)
            and (first == own[:1] or _is_parameter(segments[-2]))
        )

    def _resource(self, segments: list[str]) -> tuple[str, ...]:
        literal = [segment for segment in segments[self._prefix :] if not _is_parameter(segment)]
        return tuple(
            _member(_literal(segment)) if depth else _of_client(_literal(segment))
            for depth, segment in enumerate(literal)
        )


def _apart_from_children(
    routes: list[Route], calls: dict[str, Call], fixed: Mapping[str, str]
) -> dict[str, Call]:
    """Rename a method that a resource below its own hides; where the method's name is fixed, since
    users call it, the resource.
    """
    held = {(*call.resource, call.method) for key, call in calls.items() if key in fixed}
    for route in routes:
        if route.key not in fixed:
            call = calls[route.key]
            calls[route.key] = Call(_beside(call.resource, held), call.method)
    resources = {
        call.resource[:end] for call in calls.values() for end in range(1, len(call.resource) + 1)
    }
    for route in routes:
        call = calls[route.key]
        if (*call.resource, call.method) in resources and route.key not in fixed:
            name = _member(route.identifier)
            while (*call.resource, name) in resources or Call(
                call.resource, name
            ) in calls.values():
                name += "_"
            calls[route.key] = Call(call.resource, name)
    return calls


def _beside(resource: tuple[str, ...], held: set[tuple[str, ...]]) -> tuple[str, ...]:
    """The resource, under names that no fixed method has."""
    made: tuple[str, ...] = ()
    for name in resource:
        while (*made, name) in held:
            name += "_"
        made = (*made, name)
    return made
