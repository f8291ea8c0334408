"""Responses of Swagger 2.0 → those of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .. import MOUNT, join_pointer, members
from .parameters import JSON, contents
from .schemas import VALUES, of_values
from .work import Node, Work, each

_BINARY = "application/octet-stream"


def response(work: Work, operation: Node, old: str, new: str) -> Node:
    """The response at `old` of an operation; of the document's own for an empty `operation`."""
    end = work.resolve(old)
    node = work.node(end)
    produced = work.media_types(operation, "produces")
    if end != old and end.startswith("/responses/"):
        return _shared(work, node, end, produced)
    if end != old and not end.startswith(f"/{MOUNT}/"):
        return {"$ref": f"#{end}"}
    work.move(new, end)
    made: Node = {
        key: value for key, value in node.items() if key not in ("schema", "headers", "examples")
    }
    made.setdefault("description", "")
    if "headers" in node:
        made["headers"] = dict(
            each(work, node["headers"], f"{end}/headers", f"{new}/headers", _header)
        )
    if content := _content(work, node, end, new, produced):
        made["content"] = content
    return made


def _shared(work: Work, node: Node, end: str, produced: list[str] | None) -> Node:
    """A reference to one of the document's responses, whose media types are the operation's."""
    component = f"/components{end}"
    usual = _kinds(node, work.media_types({}, "produces"))
    kinds = _kinds(node, produced)
    if kinds == usual or "schema" not in node:
        return {"$ref": f"#{component}"}
    first = {"$ref": f"#{component}{join_pointer('content', usual[0], 'schema')}"}
    return {
        "description": node.get("description", ""),
        "content": {kind: {"schema": first} for kind in kinds},
    }


def _content(work: Work, node: Node, old: str, new: str, produced: list[str] | None) -> Node:
    if "schema" not in node:
        return {}
    made = contents(work, node, old, new, _kinds(node, produced))
    for kind, example in members(node.get("examples")).items():
        place = old + join_pointer("examples", kind)
        if kind in made:
            made[kind]["example"] = example
            work.move(
                new + join_pointer("content", kind, "example"), old + join_pointer("examples", kind)
            )
        elif not kind.startswith("x-"):
            place = old + join_pointer("examples", kind)
            work.lose(place, f"nothing is answered as '{kind}'; its example is left out")
    return made


def _kinds(node: Node, produced: list[str] | None) -> list[str]:
    """The media types of an answer; a file is not JSON, whatever is produced elsewhere."""
    if members(node.get("schema")).get("type") != "file":
        return produced or [JSON]
    return [kind for kind in produced or [] if "json" not in kind] or [_BINARY]


def _header(work: Work, node: Any, old: str, new: str) -> Any:
    header = members(node)
    made = {
        key: value
        for key, value in header.items()
        if key not in VALUES and key != "collectionFormat"
    }
    made["schema"] = of_values(work, header, old, f"{new}/schema")
    return made
