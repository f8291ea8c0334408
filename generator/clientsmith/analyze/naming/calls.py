"""Operations → calls: where in the client's tree an operation stands, and the name of its method.

The tree follows the path: each literal segment is a resource. The method follows the HTTP method
(RFC 9110, section 9) and whether the path is a collection or an item; a verb that the path ends
with is the method. The operationId names a call where the path gives no good name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ...identifiers import snake, words
from ...identifiers.rules import NameRules
from ..nodes import identifier_of
from .operation_ids import named_by_id
from .reserved import client_member_name, member_name
from .segments import (
    CUSTOM_VERB,
    action_of,
    common_prefix,
    is_parameter,
    literal_of,
    query_flags,
    segments_of,
    shared_length,
)
from .singletons import is_one, is_search
from .verbs import is_verb

# A procedure of a service, as Connect, gRPC and Twirp have it: `/acme.v1.PetService/FindPet`.
_PROCEDURE = re.compile(r"/((?:[a-z]\w*\.)+)([A-Z]\w*?)(?:Service)?/([A-Z]\w*)$")
# A procedure of a group, `/chat.list`; not a file, `/chat.html`.
_DOTTED = re.compile(r"(?:[A-Za-z][\w-]*\.)+[A-Za-z][\w-]*")
_FILES = frozenset(
    (
        *("asp", "aspx", "atom", "cgi", "css", "csv", "do", "geojson", "gif", "htm", "html", "ics"),
        *("jpeg", "jpg", "js", "json", "jsonp", "jsp", "kml", "pdf", "php", "png", "rss", "svg"),
        *("tar", "txt", "wsdl", "xls", "xlsx", "xml", "yaml", "yml", "zip"),
    )
)
# NestJS writes `PetsController_find` for the method `find`.
_CONTROLLER = re.compile(r"\w*Controller_(?=[A-Za-z])")
_VERSION = re.compile(r"v\d+\w*")
_ON_ITEM = {"get": "retrieve", "patch": "update", "put": "update", "delete": "delete"}
_USUAL = frozenset({*_ON_ITEM.values(), "create", "list", "replace"})
_MAKERS = frozenset({"create", "add", "post", "new", "insert", "make"})
_UPDATERS = frozenset({"edit", "modify", "update"})
# Words that an operationId may add to those of its path without a meaning of their own.
_TODAY = NameRules()
_FILLERS = frozenset({"by", "for", "id", "in", "of", "the", "to", "with"})


@dataclass(frozen=True, slots=True)
class Route:
    """An operation, by all that its name is derived from."""

    method: str
    path: str
    identifier: str
    lists: bool
    """Whether its answer is a list, or an object whose one array is the list."""

    key: str
    """The operation's key: `METHOD /path`."""
    array: str | None = None
    """The one array of an answer that is an object; empty without one, None for other answers."""
    asks: bool = False
    """Whether it has query parameters."""
    tag: str = ""
    """Its first tag."""

    @property
    def is_nameless(self) -> bool:
        """Whether the document gives it no operationId."""
        return self.identifier == identifier_of(self.method, self.path)


@dataclass(frozen=True, slots=True)
class Call:
    """The name of a call: the resource it is on, and its method."""

    resource: tuple[str, ...]
    method: str
    rule: str = field(default="path", compare=False)
    """The rule that chose it, a key of `RULES`."""


RULES = {
    "fixed": "the configuration or names.lock",
    "path": "the path is the resource, and the HTTP method the name of the method",
    "procedure": "the path names a procedure",
    "action": "the path tells operations apart by this action",
    "verb": "the path ends with a verb",
    "one": "the path names one thing and no collection",
    "id": "the operationId, by which this target names its calls",
    "root": "the path has no word, so that the operationId is the method",
    "operationId": "the operationId, since path and HTTP method give no good name",
    "query": "the path's name with its query, by which paths differ",
    "taken": "the operationId, since another operation has the path's name",
    "many": "`_many`, since the operation of one has the name",
    "number": "the operationId with a number, since other operations have its name",
    "hidden": "the operationId, since a resource has the path's name",
    "apart": "an underscore, since a call has the name of its resource",
}
"""Why an operation is called as it is, by the rule that chose its call."""


def name_calls(
    routes: Iterable[Route], fixed: Mapping[str, str], rules: NameRules = _TODAY
) -> dict[str, Call]:
    """Return the call of each route, by `METHOD /path`.

    `GET /pets/{id}` is `pets.retrieve`, `POST /pets/{id}/archive` is `pets.archive`.

    Args:
        routes: The operations to name.
        fixed: The calls, by `METHOD /path`, that the configuration or an earlier run has given.
        rules: The rules of names.
    """
    routes = [
        replace(route, identifier=_CONTROLLER.sub("", route.identifier))
        for route in sorted(
            routes, key=lambda route: (len(segments_of(route.path)), route.path, route.method)
        )
    ]
    paths = _Paths(routes, rules)
    calls: dict[str, Call] = {}
    for route in routes:
        if route.key in fixed:
            *resource, method = fixed[route.key].split(".")
            calls[route.key] = Call(tuple(resource), method, "fixed")
    taken = set(calls.values())
    found = [(route, paths.call(route)) for route in routes if route.key not in calls]
    # `DELETE /pets/{id}` is `pets.delete` whatever else there is, such as `POST /pets/delete`.
    for route, call in sorted(found, key=lambda each: _spells(*each)):
        if call in taken:
            is_of_many = route.is_nameless and _spells(route, call)
            name = f"{call.method}_many" if is_of_many else member_name(route.identifier)
            call = Call(call.resource, name, "many" if is_of_many else "taken")
        number = 2
        while call in taken:
            call = Call(call.resource, f"{member_name(route.identifier)}_{number}", "number")
            number += 1
        calls[route.key] = call
        taken.add(call)
    return _apart_from_children(routes, calls, fixed)


def _spells(route: Route, call: Call) -> bool:
    """Return whether the path ends with the usual name of a call: `POST /pets/delete`."""
    return call.method in _USUAL and words(route.path)[-1:] == [call.method]


def _says_nothing(route: Route) -> bool:
    """Return whether an operationId only repeats the method and the path."""
    said = {word.removesuffix("s") for word in words(route.identifier)}
    known = {word.removesuffix("s") for word in words(route.path)}
    return said <= known | {route.method} | _FILLERS


class _Paths:
    """The paths of a document, seen together."""

    def __init__(self, routes: list[Route], rules: NameRules) -> None:
        self._rules = rules
        split = {route.path: segments_of(route.path) for route in routes}
        # Of `/v1/pets` and `/v1/pets/{id}`, `v1` says nothing, and is left out of names.
        prefix = common_prefix([split[route.path] for route in routes])
        self._segments = {
            path: [*query_flags(path), *segments[shared_length(segments, prefix) :]]
            for path, segments in split.items()
        }
        self._methods: dict[str, set[str]] = {}
        self._alike = Counter((route.path.partition("?")[0], route.method) for route in routes)
        """How many operations differ by nothing but the query of their paths."""
        matches = (_PROCEDURE.search(route.path) for route in routes)
        services = {(match[1], match[2]) for match in matches if match is not None}
        self._services = Counter(service for _, service in services)
        """In how many packages there is a service of each name."""
        self._parents: set[tuple[str, ...]] = set()
        self._on_items: dict[tuple[str, ...], set[str]] = {}
        """The methods on the items of each collection."""
        self._with_items: set[tuple[str, ...]] = set()
        """The resources whose `retrieve` is on an item."""
        self._under: Counter[tuple[str, ...]] = Counter()
        for route in routes:
            segments = self._segments[route.path]
            self._methods.setdefault(route.path, set()).add(route.method)
            for end in range(1, len(segments)):
                parent = tuple(segments[:end])
                self._parents.add(parent)
                if is_parameter(segments[end]):
                    own = self._on_items.setdefault(parent, set())
                    own.update({route.method} if end == len(segments) - 1 else ())
            resource, depth = self._resource(segments), 0
            if route.method == "get" and segments and is_parameter(segments[-1]):
                self._with_items.add(resource)
            for segment, next_segment in pairwise((*segments, "")):
                depth += not is_parameter(segment)
                if not is_parameter(next_segment):
                    self._under[resource[:depth]] += 1

    def call(self, route: Route) -> Call:
        """Return the call of a route, whether or not another route's call has the same name."""
        if self._rules.names == "operation-ids" and not route.is_nameless:
            first, *_ = self._resource(self._segments[route.path]) or ("root",)
            return Call(*named_by_id(route.identifier, route.tag, first), "id")
        call = self._procedure(route) or self._usual(route)
        path, _, query = route.path.partition("#")[0].partition("?")
        if query and "=" not in query and self._alike[path, route.method] > 1:
            return Call(call.resource, member_name(f"{call.method}_{query}"), "query")
        return call

    def _procedure(self, route: Route) -> Call | None:
        """Return the call of a path that names a remote procedure; None for any other path."""
        if (match := _PROCEDURE.search(route.path)) is not None:
            package, service, method = match.groups()
            around = package.rstrip(".").split(".") if self._services[service] > 1 else []
            first, *inner = *(name for name in around if not _VERSION.fullmatch(name)), service
            resource = client_member_name(first), *map(member_name, inner)
            return Call(resource, member_name(method), "procedure")
        segments = self._segments[route.path]
        if (
            not segments
            or not _DOTTED.fullmatch(segments[-1])
            or tuple(segments) in self._parents
            or len(self._methods[route.path]) > 1
        ):
            return None
        *groups, method = segments[-1].split(".")
        if method.lower() in _FILES:
            return None
        # `/users/{id}/graph.assignLicense`, as OData has it, is bound to the user.
        is_bound = len(segments) > 1 and is_parameter(segments[-2])
        resource = self._resource([*segments[:-1], *([] if is_bound else groups)])
        return Call(resource, member_name(method), "procedure") if resource else None

    def _usual(self, route: Route) -> Call:
        segments = self._segments[route.path]
        resource = self._resource(segments)
        if not resource:
            return Call(("root",), member_name(route.identifier), "root")
        if (custom := CUSTOM_VERB.search(route.path)) is not None:
            # A usual verb is what the resource itself has, or may come to have.
            verb = snake(custom[1])
            if verb in _USUAL:
                return Call(resource, member_name(route.identifier), "operationId")
            return Call(resource, member_name(verb), "verb")
        if (action := action_of(segments[-1])) is not None:
            return Call(resource[:-1] or ("root",), action, "action")
        if is_parameter(segments[-1]):
            return self._on_item(route, resource)
        if self._is_verb(route, segments):
            return Call(resource[:-1], member_name(literal_of(segments[-1])), "verb")
        if self._is_one(route, segments):
            return Call(resource, "retrieve", "one")
        if route.method == "get":
            listing = route.lists or tuple(segments) in self._on_items
            return Call(resource, "list" if listing else "retrieve")
        if route.method == "post":
            return Call(resource, "create")
        if route.method in self._on_items.get(tuple(segments), ()):
            bulk = self._by_method(route)
            return replace(bulk, resource=resource, method=f"bulk_{bulk.method}")
        return replace(self._by_method(route), resource=resource)

    def _on_item(self, route: Route, resource: tuple[str, ...]) -> Call:
        segments = self._segments[route.path]
        collection = route.path.rpartition("/")[0]
        alone = self._under[resource] == 1 and collection not in self._methods
        first = next(iter(words(route.identifier)), "")
        if alone and len(resource) > 1:
            # A segment with nothing but one call on its items is no resource of its own.
            own = literal_of(next(one for one in reversed(segments) if not is_parameter(one)))
            if route.method != "get" and self._names_deed(words(own), route.method):
                return Call(resource[:-1], member_name(own), "verb")
            if first in _ON_ITEM.values() or (
                route.method == "post" and is_verb([first], "post") and first in words(route.path)
            ):
                return Call(resource[:-1], member_name(route.identifier), "operationId")
        if route.method == "post":
            return replace(self._post_on_item(route), resource=resource)
        return replace(self._by_method(route), resource=resource)

    def _post_on_item(self, route: Route) -> Call:
        """Return the method of a POST on an item, still without a resource."""
        is_updated = self._methods[route.path].isdisjoint(("patch", "put"))
        if is_updated and _UPDATERS.intersection(words(route.identifier)):
            return Call((), "update")
        if _says_nothing(route):
            return Call((), "update" if is_updated else "create")
        return Call((), member_name(route.identifier), "operationId")

    def _by_method(self, route: Route) -> Call:
        """Return the method for an HTTP method, still without a resource."""
        if route.method == "put" and "patch" in self._methods[route.path]:
            return Call((), "replace")
        if name := _ON_ITEM.get(route.method):
            return Call((), name)
        if _says_nothing(route):
            return Call((), member_name(route.method))
        return Call((), member_name(route.identifier), "operationId")

    def _is_verb(self, route: Route, segments: list[str]) -> bool:
        if len(self._resource(segments)) < 2 or tuple(segments) in self._parents:
            return False
        if len(self._methods[route.path]) > 1:
            return False
        own = words(literal_of(segments[-1]))
        if self._names_deed(own, route.method):
            return True
        first = words(route.identifier)[:1]
        return (
            route.method == "post"
            and bool(own)
            and not _MAKERS.intersection(first)
            and (first == own[:1] or is_parameter(segments[-2]))
        )

    def _names_deed(self, own: list[str], method: str) -> bool:
        return is_verb(own, method, more=self._rules.singletons)

    def _is_one(self, route: Route, segments: list[str]) -> bool:
        """Return whether an operation asks for one thing, whatever its answer looks like."""
        if not self._rules.singletons:
            return False
        own, has_items = words(literal_of(segments[-1])), tuple(segments) in self._on_items
        above = words(literal_of(segments[-2]))[-1:] if len(segments) > 1 else []
        if route.method == "post":
            return is_search(own) and self._methods[route.path] == {"post"} and not has_items
        looks_like_many = route.lists or has_items
        return (
            route.method == "get"
            and looks_like_many
            and self._resource(segments) not in self._with_items
            and is_one(own, above, array=route.array, asks=route.asks, has_items=has_items)
        )

    def _resource(self, segments: list[str]) -> tuple[str, ...]:
        literal = [segment for segment in segments if not is_parameter(segment)]
        return tuple(
            member_name(literal_of(segment)) if depth else client_member_name(literal_of(segment))
            for depth, segment in enumerate(literal)
        )


def _apart_from_children(
    routes: list[Route], calls: dict[str, Call], fixed: Mapping[str, str]
) -> dict[str, Call]:
    """Rename each method that a resource of the same name would hide.

    Where the method's name is fixed, since users call it, the resource is renamed.
    """
    held = {(*call.resource, call.method) for key, call in calls.items() if key in fixed}
    for route in routes:
        if route.key not in fixed:
            call = calls[route.key]
            resource = _apart_from_methods(call.resource, held)
            rule = call.rule if resource == call.resource else "apart"
            calls[route.key] = Call(resource, call.method, rule)
    resources = {
        call.resource[:end] for call in calls.values() for end in range(1, len(call.resource) + 1)
    }
    for route in routes:
        call = calls[route.key]
        if (*call.resource, call.method) in resources and route.key not in fixed:
            name = member_name(route.identifier)
            while (*call.resource, name) in resources or Call(
                call.resource, name
            ) in calls.values():
                name += "_"
            calls[route.key] = Call(call.resource, name, "hidden")
    return calls


def _apart_from_methods(resource: tuple[str, ...], held: set[tuple[str, ...]]) -> tuple[str, ...]:
    """Return a resource's path under names that no fixed method has."""
    made: tuple[str, ...] = ()
    for name in resource:
        while (*made, name) in held:
            name += "_"
        made = (*made, name)
    return made
