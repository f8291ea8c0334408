"""What is made ready before calls are judged: the document for Prism, and the operations tried."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from .document import METHODS, load
from .recorder import STREAMS, alias, route
from .texts import TEXTS

_PARTS = ("paths", "components", "responses")


def served(document: Path) -> Path:
    """Write the document for Prism beside it: as JSON, and with what Prism cannot write.

    Prism writes no streams, and no object in a media type other than JSON. An operation with such
    answers is therefore there a second time, under a path of its own, with JSON in their place; so
    is one whose path has a query.
    """
    data = load(document)
    for key in ("paths", "components", "definitions", "responses"):
        _add_examples(data.get(key))
    _drop_what_nobody_reads({key: data.get(key) for key in _PARTS})
    _allow_few(data, data)
    _loosen(data, data)
    paths: dict[str, Any] = data.get("paths") or {}
    for path, item in list(paths.items()):
        if prefix := route(path):
            bare = re.split(r"[?#]", path)[0]
            paths[prefix + bare] = _within(item, bare)
    for path, item in list(paths.items()):
        for method in METHODS if isinstance(item, dict) else ():
            operation: Any = item.get(method)
            if isinstance(operation, dict):
                _add_success(operation)
                if "swagger" in data:
                    _add_consumed(operation, item, data)
                    _allow_any_text(operation, data)
                if method == "head":
                    _empty(operation)
                produced = operation.get("produces") or data.get("produces") or []
                for kind, copied in _copies(operation, produced):
                    copy = paths.setdefault(f"{alias(kind)}{path}", {})
                    copy |= {"parameters": item.get("parameters", []), method: copied}
    made = document.with_name("served-by-prism.json")
    made.write_text(json.dumps(data), encoding="utf-8")
    return made


def _within(item: Any, path: str) -> Any:
    """Return a Path Item Object without the parameters that are in the query of its path."""
    if not isinstance(item, dict):
        return item
    made = dict(item)
    for key, part in item.items():
        if key == "parameters" and isinstance(part, list):
            made[key] = [
                each
                for each in part
                if not isinstance(each, dict)
                or each.get("in") != "path"
                or f"{{{each.get('name')}}}" in path
            ]
        elif key in METHODS:
            made[key] = _within(part, path)
    return made


def _add_success(operation: dict[str, Any]) -> None:
    """Give an operation that describes no success an answer without content."""
    responses: Any = operation.setdefault("responses", {})
    if isinstance(responses, dict) and not any(re.match("[23]|default", key) for key in responses):
        responses["200"] = {"description": "Added for the judge"}


def _add_consumed(operation: dict[str, Any], item: dict[str, Any], data: dict[str, Any]) -> None:
    """Give a body JSON where a Swagger document has no media type: Prism takes none as forbidden.

    Swagger 2.0 says nothing of what that means; JSON is what every client sends.
    """
    rows = [*(operation.get("parameters") or ()), *(item.get("parameters") or ())]
    if not operation.get("consumes", data.get("consumes")) and any(
        isinstance(row, dict) and (row.get("in") == "body" or "$ref" in row) for row in rows
    ):
        operation["consumes"] = ["application/json"]


def _allow_any_text(operation: dict[str, Any], data: dict[str, Any]) -> None:
    """Allow any body where none of its media types is JSON: it is a text to Prism."""
    consumed: Any = operation.get("consumes", data.get("consumes")) or ["json"]
    if not any("json" in str(kind) for kind in consumed):
        for row in operation.get("parameters") or ():
            if isinstance(row, dict) and row.get("in") == "body":
                row["schema"] = {}


def _empty(operation: dict[str, Any]) -> None:
    """Take out the content of the answers to HEAD, which have none (RFC 9110, 9.3.2)."""
    for response in operation["responses"].values():
        for key in ("content", "schema"):
            response.pop(key, None)


# Of other formats, such as `date-time`, Prism makes valid texts itself.
_UNKNOWN_TO_PRISM = frozenset(
    (
        *("byte", "decimal", "duration", "hostname", "int32", "int64", "uint32", "uint64"),
        *("time", "uri", "uri-reference", "url"),
    )
)


def _add_examples(node: Any) -> None:
    """Give texts with a format an example where they have none: Prism makes one of no format."""
    if isinstance(node, dict):
        reported = {"example", "examples", "enum", "const", "default", "pattern"}
        format_ = node.get("format")
        is_text = node.get("type") == "string" and isinstance(format_, str)
        if is_text and format_ in _UNKNOWN_TO_PRISM and reported.isdisjoint(node):
            node["example"] = TEXTS[format_]
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _add_examples(part)


def _allow_few(node: Any, data: Any) -> None:
    """Take out `minItems` of the arrays in a `deepObject`: Prism takes one left out for empty."""
    if isinstance(node, dict) and node.get("style") == "deepObject":
        schema = _resolved(node.get("schema"), data)
        fields: Any = schema.get("properties") if isinstance(schema, dict) else None
        for field in fields.values() if isinstance(fields, dict) else ():
            if isinstance(field, dict):
                field.pop("minItems", None)
        return
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _allow_few(part, data)


_IGNORED = ("accept", "content-type", "authorization")
_REMARKS = (
    *("url", "hostname", "uri-reference", "uri-template", "json-pointer", "relative-json-pointer"),
    *("regex", "iri", "iri-reference", "idn-email", "idn-hostname"),
)
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def _loosen(node: Any, data: Any) -> None:
    """Take out what Prism judges otherwise than OpenAPI; the second judge has the whole document.

    These are the header parameters that OpenAPI 3 ignores; the arrays and objects in forms, of
    which Prism keeps the last of a repeated name, and reads no JSON; bodies that are neither JSON
    nor a form, which are texts to Prism; formats that are no rule but a remark; and parameters that
    may be empty.
    """
    if isinstance(node, dict):
        if node.get("format") in _REMARKS:
            del node["format"]
        if node.get("in") == "query" and node.get("allowEmptyValue") is True:
            # Prism takes `?name=` for a query without it.
            node["required"] = False
        body: Any = _resolved(node.get("requestBody"), data)
        kinds: Any = body.get("content") if isinstance(body, dict) else None
        for kind, media in kinds.items() if isinstance(kinds, dict) else ():
            if isinstance(media, dict) and "json" not in kind and kind not in _FORMS:
                media["schema"] = {}
        is_ignored = node.get("in") == "header" and str(node.get("name")).lower() in _IGNORED
        if is_ignored and "swagger" not in data:
            node |= {"required": False, "schema": {}}
        schema: Any = _resolved(node.get("schema"), data)
        is_text = node.get("in") in ("path", "query", "header")
        if is_text and isinstance(schema, dict) and "oneOf" in schema:
            # As text, `1` fits an integer and a string: of the two, `oneOf` would allow neither.
            rest = {key: part for key, part in schema.items() if key != "oneOf"}
            node["schema"] = {**rest, "anyOf": schema["oneOf"]}
        if node.get("in") == "formData" and node.get("type") == "array":
            node |= {"type": "string", "required": False}
            for key in ("items", "collectionFormat", "default", "minItems", "enum"):
                node.pop(key, None)
        for kind in _FORMS:
            content: Any = node.get("content")
            media: Any = content.get(kind) if isinstance(content, dict) else None
            if isinstance(media, dict):
                media["schema"] = _loose_form(media.get("schema"), data)
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _loosen(part, data)


def _loose_form(schema: Any, data: Any) -> Any:
    """Return the schema of a form whose arrays and objects may be any value."""
    schema = _resolved(schema, data)
    if not isinstance(schema, dict) or not isinstance(schema.get("properties"), dict):
        return {} if isinstance(schema, dict) and schema.get("type") == "array" else schema
    fields = {name: _resolved(field, data) for name, field in schema["properties"].items()}
    simple = {
        name: field if isinstance(field, dict) and field.get("type") in _SIMPLE else {}
        for name, field in fields.items()
    }
    return {**schema, "properties": simple}


_SIMPLE = ("string", "integer", "number", "boolean")


def _resolved(schema: Any, data: Any) -> Any:
    """Return what a reference within the document leads to."""
    for _ in range(12):
        ref = schema.get("$ref") if isinstance(schema, dict) else None
        if not isinstance(ref, str) or not ref.startswith("#/"):
            break
        schema = data
        for step in ref.split("/")[1:]:
            name = step.replace("~1", "/").replace("~0", "~")
            schema = schema.get(name) if isinstance(schema, dict) else None
    return schema


def _copies(operation: dict[str, Any], produced: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The operation with JSON in place of each media type that is none."""
    bare = {key: value for key, value in operation.items() if key != "operationId"}
    for kind in produced:
        if "json" not in kind:
            yield kind, {**bare, "produces": ["application/json"]}
    responses: Any = operation.get("responses")
    responses = responses if isinstance(responses, dict) else {}
    kinds = {
        kind
        for response in responses.values()
        if isinstance(response, dict) and isinstance(response.get("content"), dict)
        for kind in response["content"]
    }
    for kind in sorted(kinds):
        if "json" not in kind or kind in STREAMS:
            changed = {status: _in_json(response, kind) for status, response in responses.items()}
            yield kind, {**bare, "responses": changed}


def _in_json(response: Any, kind: str) -> Any:
    content: Any = response.get("content") if isinstance(response, dict) else None
    media: Any = content.get(kind) if isinstance(content, dict) else None
    if not isinstance(media, dict):
        return response
    schema = media.get("itemSchema", media.get("schema"))
    return {**response, "content": {"application/json": {"schema": schema or {}}}}


_NAMES = ("properties", "patternProperties", "schemas", "definitions", "headers", "parameters")


def _drop_what_nobody_reads(node: Any, key: str = "") -> None:
    """Take out extensions, whose references lead to files that an archive need not have, and the
    headers of answers, for which Prism makes texts that are none of theirs."""
    if isinstance(node, dict):
        if key not in _NAMES:
            for extension in [name for name in node if name.startswith("x-")]:
                del node[extension]
        is_response = isinstance(node.get("description"), str)
        if is_response and isinstance(node.get("headers"), dict):
            del node["headers"]
        for name, part in node.items():
            _drop_what_nobody_reads(part, name)
    elif isinstance(node, list):
        for part in node:
            _drop_what_nobody_reads(part)


def chosen(operations: Sequence[dict[str, Any]], most: int, name: str) -> list[dict[str, Any]]:
    """At most so many operations, drawn evenly and the same in each run, in their order."""
    if len(operations) <= most:
        return list(operations)
    places = sorted(Random(name).sample(range(len(operations)), most))
    return [operations[at] for at in places]
