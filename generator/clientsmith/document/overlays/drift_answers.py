"""Make the changes after which a document describes answers that differ from it as a whole.

OpenAPI cannot say that a body may be missing: where an answer with a body came without one, its
schema gets null beside its own type, and clients read an empty body as null. A body of another
media type gets a schema beside the documented one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ..plain import items
from .drift_root import Unproposed
from .drift_types import WiderTypes

_Object = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Key:
    """What a change is about; differences with the same key are mended together."""

    problem: str
    places: tuple[str, ...]
    """Pointers of schemas; the operation, where its answer as a whole differs."""
    name: str = ""
    """The property; the media type of an answer."""
    status: int = 0


def whole_changes(types: WiderTypes, key: Key) -> Iterator[tuple[str, _Object]]:
    """Yield the changes for answers of an operation that have no body, or one of another kind."""
    (operation,), media = key.places, key.name
    place = types.places.operation(operation)
    if not place:
        raise Unproposed("the document has no such operation")
    if not key.status:
        raise Unproposed("its status was not recorded: collect it with a client that is made anew")
    own = types.places.response(operation, key.status)
    if key.problem == "no-body":
        if key.status in (204, 205) or not own:
            yield _added(types, place, key.status, {"description": "An answer without a body."})
            return
        schemas = types.places.contents(own)
        if not schemas:
            raise Unproposed("the document describes no body either")
        for schema in schemas:
            yield from types.changes(schema, ["null"])
        return
    if not media:
        raise Unproposed("the answers named no media type")
    if key.problem == "no-json" and _is_json(media):
        raise Unproposed("the answers say that they are JSON, and are none")
    if types.root.version == "2.0":
        yield from _of_swagger(types, place, own, key)
        return
    content = {"content": {media: {"schema": _schema(media)}}}
    if own:
        yield types.root.target(own), {"update": content}
    else:
        yield _added(types, place, key.status, {"description": "An answer.", **content})


def _added(
    types: WiderTypes, operation: str, status: int, response: _Object
) -> tuple[str, _Object]:
    return types.root.target(operation), {"update": {"responses": {str(status): response}}}


def _of_swagger(
    types: WiderTypes, operation: str, own: str, key: Key
) -> Iterator[tuple[str, _Object]]:
    """Yield the changes of Swagger 2.0, in which all media types of an answer have one schema."""
    if own and types.places.contents(own):
        raise Unproposed("Swagger 2.0 has one schema for all media types of an answer")
    schema = {"type": "file"} if _schema(key.name).get("format") else _schema(key.name)
    own_kinds = items(types.root.raw(operation).get("produces"))
    shared = items(types.root.raw("").get("produces"))
    if key.name not in (own_kinds or shared):
        # The list of an operation takes the place of the document's, so that it has these too.
        more = [key.name] if own_kinds else [*shared, key.name]
        yield types.root.target(operation), {"update": {"produces": more}}
    if own:
        yield types.root.target(own), {"update": {"schema": schema}}
    else:
        response = {"description": "An answer.", "schema": schema}
        yield _added(types, operation, key.status, response)


def _is_json(media: str) -> bool:
    return media in ("application/json", "text/json") or media.endswith("+json")


def _schema(media: str) -> _Object:
    """Return the schema of bodies of a media type of which nothing else is known."""
    if _is_json(media):
        return {}
    is_text = media.startswith("text/")
    return {"type": "string"} if is_text else {"type": "string", "format": "binary"}
