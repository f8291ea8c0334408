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


class Written(NamedTuple):
    """A parameter as an operation lists it."""

    node: Node
    pointer: str
    """Where the list has it."""
    end: str
    """Where the end of its references is."""


def written(work: Work, owner: Node, pointer: str) -> list[Written]:
    """The parameters that an operation or a path item lists."""
    found: list[Written] = []
    for at in range(len(items(owner.get("parameters")))):
        place = f"{pointer}/parameters/{at}"
        end = work.resolve(place)
        found.append(Written(work.node(end), place, end))
    return found


def is_in_body(parameter: Written) -> bool:
    """Whether OpenAPI 3.0 has it in the request body."""
    return parameter.node.get("in") in ("body", "formData")


def listed(work: Work, parameters: Iterable[Written], new: str) -> list[Any]:
    """The `parameters` of an operation or path item, those of the body left out."""
    made: list[Any] = []
    for given in parameters:
        if is_in_body(given):
            continue
        place = f"{new}/parameters/{len(made)}"
        reference = given.pointer != given.end and not given.end.startswith(f"/{MOUNT}/")
        if reference and given.node:
            work.move(place, given.pointer)
            made.append({"$ref": f"#{given.end}"})
        else:
            made.append(parameter(work, given.node, given.end, place))
    return made


def parameter(work: Work, node: Any, old: str, new: str) -> Node:
    """A parameter that is not in the body."""
    work.move(new, old)
    made: Node = {key: value for key, value in node.items() if key not in VALUES}
    if "schema" not in node:
        made["schema"] = of_values(work, node, old, f"{new}/schema")
    made.pop("collectionFormat", None)
    if node.get("in") == "header" and str(node.get("name")).lower() in UNSENT_HEADERS:
        made[SENT_HEADER] = True
    if node.get("type") == "array":
        made |= _style(work, node, old)
    return made


def _style(work: Work, node: Node, old: str) -> Node:
    """`style` and `explode` for a `collectionFormat`, which is `csv` where none is written."""
    form = node.get("collectionFormat", "csv")
    in_query = node.get("in") in ("query", "formData")
    place = f"{old}/collectionFormat"
    if "collectionFormat" in node:
        work.changes["collectionFormat → style and explode"] += 1
    if members(node.get("items")).get("collectionFormat", "csv") != "csv":
        message = "the items have a collectionFormat of their own; theirs are joined as all are"
        work.lose(f"{old}/items/collectionFormat", message)
    if form == "multi" and in_query:
        return {"explode": True}
    if form in _STYLES and in_query:
        return {"style": _STYLES[form], "explode": False}
    if form != "csv":
        message = f"OpenAPI 3.0 has no style for '{form}' in {node.get('in')}; commas are sent"
        work.lose(place, message, "send the parameter by extra_query or extra_headers")
    return {"explode": False} if in_query else {}


def shared(work: Work, pointer: str) -> tuple[str, Node] | None:
    """The section of `components` that a parameter of the document's own goes to, and what it is
    there; None for one of a form, which stands where it is used.
    """
    node = work.node(pointer)
    name = pointer.rpartition("/")[2]
    if node.get("in") == "formData":
        return None
    if node.get("in") == "body":
        new = f"/components/requestBodies/{name}"
        body = Written(node, pointer, pointer)
        return "requestBodies", _json_body(work, body, work.media_types({}, "consumes"), new)
    return "parameters", parameter(work, node, pointer, f"/components/parameters/{name}")


def request_body(work: Work, parameters: list[Written], operation: Node, new: str) -> Node | None:
    """The `requestBody` that the parameters of an operation make."""
    bodies = [given for given in parameters if given.node.get("in") == "body"]
    fields = [given for given in parameters if given.node.get("in") == "formData"]
    for extra in (*bodies[1:], *(fields if bodies else ())):
        message = "a request has one body; this part of another is left out"
        work.lose(extra.pointer, message, "describe them as one")
    if bodies:
        work.changes["in: body → requestBody"] += 1
        return _body(work, bodies[0], operation, new)
    if fields:
        work.changes["in: formData → requestBody"] += 1
        return _form(work, fields, operation, new)
    return None


def _body(work: Work, body: Written, operation: Node, new: str) -> Node:
    work.move(new, body.pointer)
    kinds = work.media_types(operation, "consumes")
    if not body.end.startswith("/parameters/"):
        return _json_body(work, body, kinds, new)
    name = body.end.rpartition("/")[2]
    component = f"#/components/requestBodies/{name}"
    usual = _kinds(work.media_types({}, "consumes"))
    if _kinds(kinds) == usual:
        return {"$ref": component}
    made = {key: value for key, value in body.node.items() if key in ("description", "required")}
    place = join_pointer("content", usual[0], "schema")
    return {
        **made,
        "content": {kind: {"schema": {"$ref": component + place}} for kind in kinds or []},
    }


def _json_body(work: Work, body: Written, kinds: list[str] | None, new: str) -> Node:
    """A body with its schema under the first media type, to which the others refer."""
    work.move(new, body.end)
    made = {key: value for key, value in body.node.items() if key not in ("in", "name", "schema")}
    content = contents(work, body.node, body.end, new, _kinds(kinds))
    return {**made, "content": content}


def _kinds(kinds: list[str] | None) -> list[str]:
    return kinds or [JSON]


def contents(work: Work, owner: Node, old: str, new: str, kinds: list[str]) -> Node:
    """`content` for the schema of a body or a response."""
    made: Node = {}
    for kind in kinds:
        place = new + join_pointer("content", kind, "schema")
        work.move(new + join_pointer("content", kind), old)
        if "schema" not in owner:
            made[kind] = {}
        elif not made or "$ref" in owner["schema"]:
            work.move(place, f"{old}/schema")
            made[kind] = {"schema": schema(work, owner["schema"], f"{old}/schema", place)}
        else:
            first = join_pointer("content", next(iter(made)), "schema")
            made[kind] = {"schema": {"$ref": f"#{new}{first}"}}
    return made


def _form(work: Work, fields: list[Written], operation: Node, new: str) -> Node:
    """A form: each parameter is a property of its schema."""
    work.move(new, fields[0].pointer)
    accepted = work.media_types(operation, "consumes") or []
    kinds = [kind for kind in (MULTIPART, URLENCODED) if kind in accepted]
    if any(field.node.get("type") == "file" for field in fields):
        kinds = [MULTIPART]
    kind, *others = kinds or [URLENCODED]
    base = new + join_pointer("content", kind)
    made: Node = {"type": "object", "properties": {}}
    encoding: Node = {}
    for field in fields:
        name = str(field.node.get("name", ""))
        place = base + join_pointer("schema", "properties", name)
        made["properties"][name] = property_ = of_values(work, field.node, field.end, place)
        if isinstance(field.node.get("description"), str):
            property_["description"] = field.node["description"]
        if field.node.get("type") == "array":
            encoding[name] = {"style": "form", **_style(work, field.node, field.end)}
    required = [
        str(field.node.get("name")) for field in fields if field.node.get("required") is True
    ]
    if required:
        made["required"] = required
    rest = {"encoding": encoding} if encoding else {}
    content: Node = {kind: {"schema": made, **rest}}
    for other in others:
        content[other] = {"schema": {"$ref": f"#{base}/schema"}, **rest}
    return {"content": content, **({"required": True} if required else {})}
