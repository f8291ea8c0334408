"""Responses of Swagger 2.0 → responses of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .. import MOUNT, join_pointer, members
from .parameters import JSON, contents
from .schemas import VALUES, of_values
from .work import Node, Work, each

_BINARY = "application/octet-stream"


def response(work: Work, operation: Node, old: str, new: str) -> Node:
    """Convert the response at `old` of an operation.

    An empty `operation` is for an entry of the document's `responses`. The media types are those
    of the operation's `produces`, so a shared response may become one of the operation's own.
    """
    end = work.resolve(old)
    node = work.node(end)
    produced = work.media_types(operation, "produces")
    if end != old and end.startswith("/responses/"):
        return _shared(work, node, end, produced)
    if end != old and not end.startswith(f"/{MOUNT}/"):
        return {"$ref": f"#{end}"}
    work.move(new, end)
    converted: Node = {
        key: value for key, value in node.items() if key not in ("schema", "headers", "examples")
    }
    converted.setdefault("description", "")
    if "headers" in node:
        converted["headers"] = dict(
            each(work, node["headers"], f"{end}/headers", f"{new}/headers", _header)
        )
    if content := _content(work, node, end, new, produced):
        converted["content"] = content
    return converted


def _shared(work: Work, node: Node, end: str, produced: list[str] | None) -> Node:
    """Return a `$ref` to one of the document's responses, or a copy for other media types."""
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
    converted = contents(work, node, old, new, _kinds(node, produced))
    for kind, example in members(node.get("examples")).items():
        place = old + join_pointer("examples", kind)
        if kind in converted:
            converted[kind]["example"] = example
            work.move(
                new + join_pointer("content", kind, "example"), old + join_pointer("examples", kind)
            )
        elif not kind.startswith("x-"):
            place = old + join_pointer("examples", kind)
            message = f"no response has the media type '{kind}'; its example is left out"
            work.lose(place, message, f"add '{kind}' to produces, or remove the example")
    return converted


def _kinds(node: Node, produced: list[str] | None) -> list[str]:
    """Return the media types of a response; a `type: file` is never JSON."""
    if members(node.get("schema")).get("type") != "file":
        return produced or [JSON]
    return [kind for kind in produced or [] if "json" not in kind] or [_BINARY]


def _header(work: Work, node: Any, old: str, new: str) -> Any:
    header = members(node)
    converted = {
        key: value
        for key, value in header.items()
        if key not in VALUES and key != "collectionFormat"
    }
    converted["schema"] = of_values(work, header, old, f"{new}/schema")
    return converted
