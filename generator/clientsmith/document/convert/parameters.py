"""Parameters of Swagger 2.0 → parameters and request bodies of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ...openapi import SENT_HEADER, UNSENT_HEADERS
from .. import MOUNT, items, join_pointer, members
from .schemas import VALUES, of_values, schema
from .work import Node, Work

JSON = "application/json"
URLENCODED = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"

_STYLES = {"ssv": "spaceDelimited", "pipes": "pipeDelimited"}


class ParameterEntry(NamedTuple):
    """A parameter in the list of an operation or path item."""

    node: Node
    """The parameter, after its `$ref`s."""
    pointer: str
    """Of the entry in the list."""
    end: str
    """Of the parameter, after the `$ref`s of the entry."""


def resolved(work: Work, owner: Node, pointer: str) -> list[ParameterEntry]:
    """Return the parameters that an operation or a path item lists."""
    found: list[ParameterEntry] = []
    for at in range(len(items(owner.get("parameters")))):
        place = f"{pointer}/parameters/{at}"
        end = work.resolve(place)
        found.append(ParameterEntry(work.node(end), place, end))
    return found


def is_in_body(parameter: ParameterEntry) -> bool:
    """Return whether a parameter is part of the request body in OpenAPI 3.0."""
    return parameter.node.get("in") in ("body", "formData")


def outside_body(work: Work, parameters: Iterable[ParameterEntry], new: str) -> list[Any]:
    """Return the `parameters` of an operation or path item, without those of the body."""
    converted: list[Any] = []
    for given in parameters:
        if is_in_body(given):
            continue
        place = f"{new}/parameters/{len(converted)}"
        reference = given.pointer != given.end and not given.end.startswith(f"/{MOUNT}/")
        if reference and given.node:
            work.move(place, given.pointer)
            converted.append({"$ref": f"#{given.end}"})
        else:
            converted.append(parameter(work, given.node, given.end, place))
    return converted


def parameter(work: Work, node: Any, old: str, new: str) -> Node:
    """Convert a parameter that is not part of the body.

    `{name: id, in: query, type: string}` → `{name: id, in: query, schema: {type: string}}`.
    """
    work.move(new, old)
    converted: Node = {key: value for key, value in node.items() if key not in VALUES}
    if "schema" not in node:
        converted["schema"] = of_values(work, node, old, f"{new}/schema")
    converted.pop("collectionFormat", None)
    if node.get("in") == "header" and str(node.get("name")).lower() in UNSENT_HEADERS:
        converted[SENT_HEADER] = True
    if node.get("type") == "array":
        converted |= _style(work, node, old)
    return converted


def _style(work: Work, node: Node, old: str) -> Node:
    """Return `style` and `explode` for the `collectionFormat` of an array, by default `csv`.

    In a query, `multi` is `a=1&a=2` (explode), `csv` is `a=1,2`, `pipes` is `a=1|2`.
    """
    form = node.get("collectionFormat", "csv")
    in_query = node.get("in") in ("query", "formData")
    place = f"{old}/collectionFormat"
    if "collectionFormat" in node:
        work.changes["collectionFormat → style and explode"] += 1
    if members(node.get("items")).get("collectionFormat", "csv") != "csv":
        message = "OpenAPI 3.0 has no collectionFormat of items; they are sent as the array is"
        work.lose(f"{old}/items/collectionFormat", message)
    if form == "multi" and in_query:
        return {"explode": True}
    if form in _STYLES and in_query:
        return {"style": _STYLES[form], "explode": False}
    if form != "csv":
        message = (
            f"OpenAPI 3.0 has no style for collectionFormat '{form}' in {node.get('in')};"
            " items are separated by commas"
        )
        work.lose(place, message, "send the parameter with extra_query or extra_headers")
    return {"explode": False} if in_query else {}


def component(work: Work, pointer: str) -> tuple[str, Node] | None:
    """Convert an entry of the document's `parameters` to an entry of `components`.

    Returns:
        The section (`parameters`, or `requestBodies` for `in: body`) and the entry; None for
        `in: formData`, which is converted where it is used.
    """
    node = work.node(pointer)
    name = pointer.rpartition("/")[2]
    if node.get("in") == "formData":
        return None
    if node.get("in") == "body":
        new = f"/components/requestBodies/{name}"
        body = ParameterEntry(node, pointer, pointer)
        return "requestBodies", _json_body(work, body, work.media_types({}, "consumes"), new)
    return "parameters", parameter(work, node, pointer, f"/components/parameters/{name}")


def request_body(
    work: Work, parameters: list[ParameterEntry], operation: Node, new: str
) -> Node | None:
    """Return the `requestBody` of an operation with these parameters; None if none is in the body.

    `in: body` gives its schema for each media type of `consumes`; `in: formData` gives a form with
    a property for each parameter.
    """
    bodies = [given for given in parameters if given.node.get("in") == "body"]
    fields = [given for given in parameters if given.node.get("in") == "formData"]
    for extra in (*bodies[1:], *(fields if bodies else ())):
        message = "a request has only one body; this parameter of another body is left out"
        work.lose(extra.pointer, message, "describe all parameters of the body in one schema")
    if bodies:
        work.changes["in: body → requestBody"] += 1
        return _body(work, bodies[0], operation, new)
    if fields:
        work.changes["in: formData → requestBody"] += 1
        return _form(work, fields, operation, new)
    return None


def _body(work: Work, body: ParameterEntry, operation: Node, new: str) -> Node:
    work.move(new, body.pointer)
    kinds = work.media_types(operation, "consumes")
    if not body.end.startswith("/parameters/"):
        return _json_body(work, body, kinds, new)
    name = body.end.rpartition("/")[2]
    component = f"#/components/requestBodies/{name}"
    usual = _kinds(work.media_types({}, "consumes"))
    if _kinds(kinds) == usual:
        return {"$ref": component}
    converted = {
        key: value for key, value in body.node.items() if key in ("description", "required")
    }
    place = join_pointer("content", usual[0], "schema")
    return {
        **converted,
        "content": {kind: {"schema": {"$ref": component + place}} for kind in kinds or []},
    }


def _json_body(work: Work, body: ParameterEntry, kinds: list[str] | None, new: str) -> Node:
    """Return a body with its schema at the first media type; the others refer to that."""
    work.move(new, body.end)
    converted = {
        key: value for key, value in body.node.items() if key not in ("in", "name", "schema")
    }
    content = contents(work, body.node, body.end, new, _kinds(kinds))
    return {**converted, "content": content}


def _kinds(kinds: list[str] | None) -> list[str]:
    return kinds or [JSON]


def contents(work: Work, owner: Node, old: str, new: str, kinds: list[str]) -> Node:
    """Return the `content` of a body or response: its schema for each media type."""
    converted: Node = {}
    for kind in kinds:
        place = new + join_pointer("content", kind, "schema")
        work.move(new + join_pointer("content", kind), old)
        if "schema" not in owner:
            converted[kind] = {}
        elif not converted or "$ref" in owner["schema"]:
            work.move(place, f"{old}/schema")
            converted[kind] = {"schema": schema(work, owner["schema"], f"{old}/schema", place)}
        else:
            first = join_pointer("content", next(iter(converted)), "schema")
            converted[kind] = {"schema": {"$ref": f"#{new}{first}"}}
    return converted


def _form(work: Work, fields: list[ParameterEntry], operation: Node, new: str) -> Node:
    """Return the body of a form, whose schema has a property for each parameter.

    It is `multipart/form-data` if one of them is a file, or else the one that `consumes` allows.
    """
    work.move(new, fields[0].pointer)
    accepted = work.media_types(operation, "consumes") or []
    kinds = [kind for kind in (MULTIPART, URLENCODED) if kind in accepted]
    if any(field.node.get("type") == "file" for field in fields):
        kinds = [MULTIPART]
    kind, *others = kinds or [URLENCODED]
    base = new + join_pointer("content", kind)
    converted: Node = {"type": "object", "properties": {}}
    encoding: Node = {}
    for field in fields:
        name = str(field.node.get("name", ""))
        place = base + join_pointer("schema", "properties", name)
        converted["properties"][name] = property_ = of_values(work, field.node, field.end, place)
        if isinstance(field.node.get("description"), str):
            property_["description"] = field.node["description"]
        if field.node.get("type") == "array":
            encoding[name] = {"style": "form", **_style(work, field.node, field.end)}
    required = [
        str(field.node.get("name")) for field in fields if field.node.get("required") is True
    ]
    if required:
        converted["required"] = required
    rest = {"encoding": encoding} if encoding else {}
    content: Node = {kind: {"schema": converted, **rest}}
    for other in others:
        content[other] = {"schema": {"$ref": f"#{base}/schema"}, **rest}
    return {"content": content, **({"required": True} if required else {})}
