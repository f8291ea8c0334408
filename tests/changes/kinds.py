"""A pair of small documents for each kind of change, wherever in a document it can occur.

A pair is a place and a kind: `request-property`, `max-decreased`. A kind has the schema before and
the schema after; a place puts a schema into a document.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

Json = dict[str, Any]
JSON = "application/json"
CAT: Json = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}, "lives": {"type": "integer"}},
}
DOG: Json = {
    "type": "object",
    "required": ["kind"],
    "properties": {"kind": {"type": "string"}, "tricks": {"type": "string"}},
}
_ANSWER: Json = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "size": {"type": "integer"}},
}
# Another one: two answers of one shape would share a model.
_MADE: Json = {**_ANSWER, "properties": {**_ANSWER["properties"], "made": {"type": "string"}}}


def document() -> Json:
    """Return a document with a call that takes a body and one that takes parameters."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1.2.0"},
        "servers": [{"url": "https://things.example.com"}],
        "paths": {
            "/things": {
                "get": {
                    "operationId": "findThings",
                    "parameters": [{"name": "size", "in": "query", "schema": {"type": "integer"}}],
                    "responses": answer(_ANSWER),
                },
                "post": {
                    "operationId": "makeThing",
                    "requestBody": {"required": True, "content": {JSON: {"schema": _ANSWER}}},
                    "responses": answer(_MADE),
                },
            }
        },
        "components": {"schemas": {"Cat": CAT, "Dog": DOG}},
    }


def answer(schema: Json) -> Json:
    return {"200": {"description": "Fine", "content": {JSON: {"schema": schema}}}}


def _get(data: Json) -> Json:
    return data["paths"]["/things"]["get"]


def _post(data: Json) -> Json:
    return data["paths"]["/things"]["post"]


def _body(schema: Json) -> Json:
    data = document()
    _post(data)["requestBody"]["content"][JSON]["schema"] = schema
    return data


def _holding(schema: Json, is_required: bool = False) -> Json:
    needed = {"required": ["part"]} if is_required else {}
    return {"type": "object", "properties": {"part": schema, "id": {"type": "string"}}, **needed}


def _response(schema: Json) -> Json:
    data = document()
    _get(data)["responses"] = answer(schema)
    return data


def _parameter(schema: Json, place: str = "query", **more: Any) -> Json:
    data = document()
    node = {"name": "part", "in": place, "schema": schema, **more}
    _get(data)["parameters"].append(node)
    return data


Place = Callable[[Json], Json]
PLACES: dict[str, Place] = {
    "request-body": _body,
    "request-property": lambda schema: _body(_holding(schema)),
    "request-parameter": _parameter,
    "request-parameter-property": lambda schema: _parameter(
        _holding(schema), style="deepObject", explode=True
    ),
    "request-header-property": lambda schema: _parameter(schema, "header"),
    "request-read-only-property": lambda schema: _body(_holding({**schema, "readOnly": True})),
    "response-body": _response,
    "response-mediatype": _response,
    "response-property": lambda schema: _response(_holding(schema, is_required=True)),
    "response-required-property": lambda schema: _response(_holding(schema, is_required=True)),
    "response-optional-property": lambda schema: _response(_holding(schema)),
    "response-write-only-property": lambda schema: _response(
        _holding({**schema, "writeOnly": True})
    ),
}
TEXT: Json = {"type": "string"}
NUMBER: Json = {"type": "integer"}
LIST: Json = {"type": "array", "items": {"type": "string"}}
THING: Json = {"type": "object", "properties": {"a": TEXT, "b": TEXT}}
TWO: Json = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
TAGGED: Json = {**TWO, "discriminator": {"propertyName": "kind"}}
_CAT_REF = "#/components/schemas/Cat"
_DOG_REF = "#/components/schemas/Dog"


def _tagged(mapping: Json, name: str = "kind") -> Json:
    return {**TWO, "discriminator": {"propertyName": name, "mapping": mapping}}


def _bound(base: Json, name: str, low: int, high: int) -> dict[str, tuple[Json, Json]]:
    """Return the pairs of a keyword with a number: it is set, it rises, it falls, it goes."""
    word = name.replace("imum", "").replace("exclusiveM", "exclusive-m")
    word = "".join(f"-{each.lower()}" if each.isupper() else each for each in word)
    less, more = {**base, name: low}, {**base, name: high}
    return {
        f"{word}-set": (base, less),
        f"{word}-unset": (less, base),
        f"{word}-increased": (less, more),
        f"{word}-decreased": (more, less),
    }


def _both(name: str, before: Json, after: Json) -> dict[str, tuple[Json, Json]]:
    return {f"{name}-added": (before, after), f"{name}-removed": (after, before)}


SCHEMAS: dict[str, tuple[Json, Json]] = {
    **_bound(NUMBER, "maximum", 10, 20),
    **_bound(NUMBER, "minimum", 10, 20),
    **_bound(NUMBER, "exclusiveMaximum", 10, 20),
    **_bound(NUMBER, "exclusiveMinimum", 10, 20),
    **_bound(TEXT, "maxLength", 10, 20),
    **_bound(TEXT, "minLength", 10, 20),
    **_bound(LIST, "maxItems", 10, 20),
    **_bound(LIST, "minItems", 10, 20),
    **_bound({**LIST, "contains": {"const": "a"}}, "minContains", 2, 3),
    **_bound({**LIST, "contains": {"const": "a"}}, "maxContains", 2, 3),
    **_both("all-of", {"allOf": [CAT]}, {"allOf": [CAT, DOG]}),
    **_both("any-of", {"anyOf": [TEXT]}, {"anyOf": [TEXT, NUMBER]}),
    **_both("one-of", {"oneOf": [TEXT]}, {"oneOf": [TEXT, NUMBER]}),
    **_both("const", TEXT, {"type": "string", "const": "a"}),
    **_both("contains", LIST, {**LIST, "contains": {"const": "a"}}),
    **_both("content-schema", TEXT, {**TEXT, "contentMediaType": JSON, "contentSchema": THING}),
    **_both("default-value", TEXT, {**TEXT, "default": "a"}),
    **_both("dependent-required", THING, {**THING, "dependentRequired": {"a": ["b"]}}),
    **_both("dependent-schema", THING, {**THING, "dependentSchemas": {"a": {"required": ["b"]}}}),
    **_both("discriminator", TWO, TAGGED),
    **_both("else", {**THING, "if": {}}, {**THING, "if": {}, "else": {"required": ["a"]}}),
    **_both("if", THING, {**THING, "if": {"required": ["a"]}}),
    **_both("then", {**THING, "if": {}}, {**THING, "if": {}, "then": {"required": ["a"]}}),
    **_both("pattern", TEXT, {**TEXT, "pattern": "^a+$"}),
    **_both("pattern-property", THING, {**THING, "patternProperties": {"^x-": TEXT}}),
    **_both("prefix-items", LIST, {**LIST, "prefixItems": [NUMBER]}),
    **_both("property-names", THING, {**THING, "propertyNames": {"maxLength": 5}}),
    **_both("unevaluated-items", LIST, {**LIST, "unevaluatedItems": False}),
    **_both("unevaluated-properties", THING, {**THING, "unevaluatedProperties": False}),
    "all-of-added-annotation-only": ({"allOf": [CAT]}, {"allOf": [CAT, {"description": "A cat."}]}),
    "all-of-removed-annotation-only": (
        {"allOf": [CAT, {"description": "A cat."}]},
        {"allOf": [CAT]},
    ),
    "became-enum": (TEXT, {"type": "string", "enum": ["a", "b"]}),
    "became-nullable": (TEXT, {"type": ["string", "null"]}),
    "became-not-nullable": ({"type": ["string", "null"]}, TEXT),
    "became-read-only": (TEXT, {**TEXT, "readOnly": True}),
    "became-not-read-only": ({**TEXT, "readOnly": True}, TEXT),
    "became-write-only": (TEXT, {**TEXT, "writeOnly": True}),
    "became-not-write-only": ({**TEXT, "writeOnly": True}, TEXT),
    "const-changed": ({"type": "string", "const": "a"}, {"type": "string", "const": "b"}),
    "content-encoding-changed": (
        {**TEXT, "contentEncoding": "base64"},
        {**TEXT, "contentEncoding": "base32"},
    ),
    "content-media-type-changed": (
        {**TEXT, "contentMediaType": "text/html"},
        {**TEXT, "contentMediaType": "text/css"},
    ),
    "default-value-changed": ({**TEXT, "default": "a"}, {**TEXT, "default": "b"}),
    "dependent-required-changed": (
        {**THING, "dependentRequired": {"a": ["b"]}},
        {**THING, "dependentRequired": {"b": ["a"]}},
    ),
    "deprecated": (TEXT, {**TEXT, "deprecated": True}),
    "reactivated": ({**TEXT, "deprecated": True}, TEXT),
    "discriminator-mapping-added": (TAGGED, _tagged({"tom": _CAT_REF, "Dog": _DOG_REF})),
    "discriminator-mapping-changed": (
        _tagged({"tom": _CAT_REF, "rex": _DOG_REF}),
        _tagged({"tom": _DOG_REF, "rex": _CAT_REF}),
    ),
    "discriminator-mapping-deleted": (_tagged({"tom": _CAT_REF, "Dog": _DOG_REF}), TAGGED),
    "discriminator-property-name-changed": (_tagged({}, "kind"), _tagged({}, "sort")),
    "enum-value-added": (
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["a", "b", "c"]},
    ),
    "enum-value-removed": (
        {"type": "string", "enum": ["a", "b"]},
        {"type": "string", "enum": ["a"]},
    ),
    "list-of-types-widened": (
        {"type": ["string", "integer"]},
        {"type": ["string", "integer", "array"]},
    ),
    "list-of-types-narrowed": ({"type": ["string", "integer"]}, {"type": ["string"]}),
    "pattern-changed": ({**TEXT, "pattern": "^a+$"}, {**TEXT, "pattern": "^b+$"}),
    "pattern-generalized": ({**TEXT, "pattern": "^a+$"}, {**TEXT, "pattern": ".*"}),
    "type-changed": (TEXT, NUMBER),
    "type-compatible": ({"type": "string", "format": "uuid"}, TEXT),
    "type-generalized": (NUMBER, {"type": "number"}),
    "type-specialized": ({"type": "number"}, NUMBER),
    "wrapped-in-one-of": (CAT, {"oneOf": [CAT, DOG]}),
    "x-extensible-enum-value-removed": (
        {**TEXT, "x-extensible-enum": ["a", "b"]},
        {**TEXT, "x-extensible-enum": ["a"]},
    ),
    "extension-changed": ({**TEXT, "x-sunset": "2030-01-01"}, {**TEXT, "x-sunset": "2031-01-01"}),
}


def _changed(change: Callable[[Json], Any]) -> tuple[Json, Json]:
    before, after = document(), document()
    change(after)
    return before, after


def _turned(change: Callable[[Json], Any]) -> tuple[Json, Json]:
    before, after = _changed(change)
    return after, before


def _header(data: Json, schema: Json | None, is_required: bool = False) -> None:
    headers = _get(data)["responses"]["200"].setdefault("headers", {})
    headers["X-Rate"] = {"schema": schema, "required": is_required}


def _headers(old: Json, new: Json) -> tuple[Json, Json]:
    before, after = document(), document()
    _header(before, old)
    _header(after, new)
    return before, after


def _secure(data: Json, name: str = "key", **scheme: Any) -> None:
    known = {"type": "apiKey", "in": "header", "name": "X-Key", **scheme}
    data["components"]["securitySchemes"] = {name: known}


def _oauth(
    data: Json, scopes: tuple[str, ...] = ("read",), url: str = "a", own: bool = False
) -> None:
    flow = {
        "tokenUrl": f"https://things.example.com/{url}",
        "scopes": dict.fromkeys(("read", "write"), "Some."),
    }
    flows = {"clientCredentials": flow}
    data["components"]["securitySchemes"] = {"auth": {"type": "oauth2", "flows": flows}}
    (_get(data) if own else data)["security"] = [{"auth": list(scopes)}]


def _oauths(old: Json, new: Json) -> tuple[Json, Json]:
    before, after = document(), document()
    _oauth(before, **old)
    _oauth(after, **new)
    return before, after


def _property(data: Json, where: str, name: str, is_required: bool, schema: Json) -> None:
    node = _post(data)
    holder = node["requestBody"] if where == "request" else node["responses"]["200"]
    owner = holder["content"][JSON]["schema"] = copy.deepcopy(
        _ANSWER if where == "request" else _MADE
    )
    owner["properties"][name] = schema
    if is_required:
        owner["required"].append(name)


def _needs(where: str, is_required: bool) -> Callable[[Json], None]:
    return lambda data: _property(data, where, "size", is_required, NUMBER)


def _marked(where: str, mark: str, is_required: bool) -> tuple[Json, Json]:
    before, after = document(), document()
    _property(before, where, "size", is_required, NUMBER)
    _property(after, where, "size", is_required, {**NUMBER, mark: True})
    return before, after


def _add_parameter(place: str, is_required: bool, **more: Any) -> Callable[[Json], None]:
    node = {"name": "color", "in": place, "required": is_required, "schema": {**TEXT, **more}}
    return lambda data: _get(data)["parameters"].append(node)


def _content(data: Json) -> Json:
    return _get(data)["responses"]["200"]["content"]


def _webhook(data: Json) -> None:
    body = {"content": {JSON: {"schema": CAT}}}
    responses = {"200": {"description": "Fine"}}
    data["webhooks"] = {"born": {"post": {"requestBody": body, "responses": responses}}}


DELETE: Json = {"operationId": "dropThings", "responses": {"204": {"description": "Gone"}}}

DOCUMENTS: dict[str, tuple[Json, Json]] = {
    "operation-added": _changed(lambda d: d["paths"]["/things"].update(delete=DELETE)),
    "operation-removed": _changed(lambda d: d["paths"]["/things"].pop("post")),
    "path-removed": _turned(lambda d: d["paths"].update({"/others": {"get": DELETE}})),
    "operation-deprecated": _changed(lambda d: _get(d).update(deprecated=True)),
    "operation-reactivated": _turned(lambda d: _get(d).update(deprecated=True)),
    "operation-extension-changed": _changed(
        lambda d: _get(d).update({"x-stability-level": "beta"})
    ),
    "operation-id-changed": _changed(lambda d: _get(d).update(operationId="other")),
    "tag-changed": _changed(lambda d: _get(d).update(tags=["other"])),
    "version-changed": _changed(lambda d: d["info"].update(version="1.1.0")),
    "schema-removed": _turned(lambda d: d["components"]["schemas"].update(Bird=CAT)),
    "webhook-added": _changed(_webhook),
    "webhook-removed": _turned(_webhook),
    "body-added-required": _turned(lambda d: _post(d).pop("requestBody")),
    "body-added-optional": _changed(
        lambda d: _get(d).update(requestBody={"content": {JSON: {"schema": _ANSWER}}})
    ),
    "body-removed": _changed(lambda d: _post(d).pop("requestBody")),
    "body-became-optional": _changed(lambda d: _post(d)["requestBody"].update(required=False)),
    "body-became-required": _turned(lambda d: _post(d)["requestBody"].update(required=False)),
    "body-media-type-added": _changed(
        lambda d: _post(d)["requestBody"]["content"].update({"text/plain": {"schema": TEXT}})
    ),
    "body-media-type-removed": _turned(
        lambda d: _post(d)["requestBody"]["content"].update({"text/plain": {"schema": TEXT}})
    ),
    "body-schema-added": _turned(lambda d: _post(d)["requestBody"]["content"][JSON].clear()),
    "body-schema-removed": _changed(lambda d: _post(d)["requestBody"]["content"][JSON].clear()),
    "response-schema-added": _turned(lambda d: _content(d)[JSON].clear()),
    "response-schema-removed": _changed(lambda d: _content(d)[JSON].clear()),
    "response-media-type-added": _changed(
        lambda d: _content(d).update({"text/plain": {"schema": TEXT}})
    ),
    "response-media-type-removed": _turned(
        lambda d: _content(d).update({"text/plain": {"schema": TEXT}})
    ),
    "response-media-type-renamed": _changed(
        lambda d: _content(d).update({"application/vnd.things+json": _content(d).pop(JSON)})
    ),
    "success-status-added": _changed(
        lambda d: _get(d)["responses"].update({"202": {"description": "Later"}})
    ),
    "success-status-removed": _turned(
        lambda d: _get(d)["responses"].update({"202": {"description": "Later"}})
    ),
    "error-status-added": _changed(
        lambda d: _get(d)["responses"].update({"404": answer(CAT)["200"]})
    ),
    "error-status-removed": _turned(
        lambda d: _get(d)["responses"].update({"404": answer(CAT)["200"]})
    ),
    "header-added": _changed(lambda d: _header(d, TEXT)),
    "header-removed": _turned(lambda d: _header(d, TEXT)),
    "header-became-optional": _turned(lambda d: _header(d, TEXT, True)),
    "header-type-changed": _headers(TEXT, NUMBER),
    "header-type-generalized": _headers(NUMBER, {"type": "number"}),
    "header-type-specialized": _headers({"type": "number"}, NUMBER),
    "header-became-nullable": _headers(TEXT, {"type": ["string", "null"]}),
    "header-became-not-nullable": _headers({"type": ["string", "null"]}, TEXT),
    "parameter-added-optional": _changed(_add_parameter("query", False)),
    "parameter-added-required": _changed(_add_parameter("query", True)),
    "parameter-added-with-default": _changed(_add_parameter("query", False, default="red")),
    "parameter-added-required-with-default": _changed(_add_parameter("query", True, default="red")),
    "header-parameter-added-required": _changed(_add_parameter("header", True)),
    "parameter-removed": _turned(_add_parameter("query", False)),
    "parameter-became-required": (
        _parameter(TEXT),
        _parameter(TEXT, required=True),
    ),
    "header-parameter-became-required": (
        _parameter(TEXT, "header"),
        _parameter(TEXT, "header", required=True),
    ),
    "parameter-became-optional": (_parameter(TEXT, required=True), _parameter(TEXT)),
    "parameter-deprecated": (_parameter(TEXT), _parameter(TEXT, deprecated=True)),
    "parameter-reactivated": (_parameter(TEXT, deprecated=True), _parameter(TEXT)),
    "path-parameter-added": _changed(
        lambda d: d["paths"].update(
            {
                "/things/{color}": {
                    "get": {
                        **_get(d),
                        "parameters": [
                            {"name": "color", "in": "path", "required": True, "schema": TEXT}
                        ],
                    },
                    "post": d["paths"].pop("/things")["post"],
                }
            }
        )
    ),
    "request-property-added-optional": _changed(
        lambda d: _property(d, "request", "color", False, TEXT)
    ),
    "request-property-added-required": _changed(
        lambda d: _property(d, "request", "color", True, TEXT)
    ),
    "request-property-added-required-with-default": _changed(
        lambda d: _property(d, "request", "color", True, {**TEXT, "default": "red"})
    ),
    "request-property-removed": _turned(lambda d: _property(d, "request", "color", False, TEXT)),
    "request-property-became-required": _changed(_needs("request", True)),
    "request-property-became-optional": _turned(_needs("request", True)),
    "response-property-added": _changed(lambda d: _property(d, "response", "color", True, TEXT)),
    "response-property-removed": _turned(lambda d: _property(d, "response", "color", True, TEXT)),
    "response-property-became-required": _changed(_needs("response", True)),
    "response-property-became-optional": _turned(_needs("response", True)),
    "response-write-only-property-added": _changed(
        lambda d: _property(d, "response", "color", False, {**TEXT, "writeOnly": True})
    ),
    "response-write-only-property-removed": _turned(
        lambda d: _property(d, "response", "color", False, {**TEXT, "writeOnly": True})
    ),
    **{
        f"request-{word}-property-became-{text}": pair
        for word, needed in (("optional", False), ("required", True))
        for text, mark in (("read-only", "readOnly"), ("write-only", "writeOnly"))
        for pair in (_marked("request", mark, needed),)
    },
    **{
        f"request-{word}-property-became-not-{text}": pair[::-1]
        for word, needed in (("optional", False), ("required", True))
        for text, mark in (("read-only", "readOnly"), ("write-only", "writeOnly"))
        for pair in (_marked("request", mark, needed),)
    },
    "security-scheme-added": _changed(_secure),
    "security-scheme-removed": _turned(_secure),
    "security-added": _changed(lambda d: (_secure(d), _get(d).update(security=[{"key": []}]))),
    "security-removed": _turned(lambda d: (_secure(d), _get(d).update(security=[{"key": []}]))),
    "global-security-added": _changed(lambda d: (_secure(d), d.update(security=[{"key": []}]))),
    "global-security-removed": _turned(lambda d: (_secure(d), d.update(security=[{"key": []}]))),
    "token-url-changed": _oauths({}, {"url": "b"}),
    "global-scope-added": _oauths({}, {"scopes": ("read", "write")}),
    "global-scope-removed": _oauths({"scopes": ("read", "write")}, {}),
    "scope-added": _oauths({"own": True}, {"scopes": ("read", "write"), "own": True}),
    "scope-removed": _oauths({"scopes": ("read", "write"), "own": True}, {"own": True}),
}


def scopes() -> tuple[Json, Json]:
    """Return a pair in which a scheme offers a scope that no operation requires."""
    before, after = _oauths({}, {})
    flows = after["components"]["securitySchemes"]["auth"]["flows"]
    flows["clientCredentials"]["scopes"]["delete"] = "More."
    return before, after


def security_kind() -> tuple[Json, Json]:
    """Return a pair in which a scheme that is required becomes one of another type."""
    before, after = document(), document()
    for data, scheme in ((before, {}), (after, {"in": "query", "name": "key"})):
        _secure(data, **scheme)
        data["security"] = [{"key": []}]
    return before, after


DOCUMENTS["security-scheme-changed"] = security_kind()
DOCUMENTS["offered-scope-added"] = scopes()
DOCUMENTS["offered-scope-removed"] = scopes()[::-1]


def pair(place: str, kind: str) -> tuple[Json, Json]:
    """Return the two documents of a place and a kind; of a kind of whole documents, without one.

    Raises:
        KeyError: there is no such place or kind.
    """
    if not place:
        old, new = DOCUMENTS[kind]
    else:
        old, new = (PLACES[place](copy.deepcopy(schema)) for schema in SCHEMAS[kind])
    return old, new
