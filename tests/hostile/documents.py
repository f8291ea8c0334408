"""Documents with text in every place where OpenAPI allows any, for the matrix to put payloads into.

Several small ones rather than a big one, since each cell of the matrix is a run of the generator.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

Data = Any
Step = str | int
_WORDS = """
$anchor $comment $defs $id $ref additionalProperties allOf anyOf authorizationCode
authorizationUrl bearerFormat callbacks clientCredentials components const contact content
contentType dataValue default deprecated description discriminator email encoding enum example
examples explode externalDocs externalValue flows format get headers identifier in info items
jsonSchemaDialect license links mapping name not nullable oneOf openIdConnectUrl openapi
operationId operationRef parameters parent pathItems paths pattern patternProperties post
prefixItems properties propertyName put refreshUrl requestBodies requestBody required responses
schema schemas scheme scopes security securitySchemes servers style summary tags termsOfService
title tokenUrl type url value variables version webhooks
"""
_KEYWORDS = frozenset(_WORDS.split())
"""Keys of OpenAPI's own, which are no place for a text."""


def _document(**parts: Data) -> Data:
    return {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, **parts}


def _operation(**parts: Data) -> Data:
    return {"responses": {"204": {"description": "Done."}}, **parts}


_ROOT = _document(
    info={
        "title": "Shop",
        "summary": "A shop",
        "description": "Sells things.",
        "termsOfService": "https://shop.example/terms",
        "contact": {"name": "Ann", "url": "https://shop.example", "email": "ann@shop.example"},
        "license": {"name": "MIT", "identifier": "MIT"},
        "version": "1",
        "x-info": {"inner": "text"},
    },
    jsonSchemaDialect="https://spec.openapis.org/oas/3.1/dialect/base",
    servers=[
        {
            "url": "https://{region}.shop.example/v1",
            "description": "The server.",
            "variables": {
                "region": {"default": "eu", "enum": ["eu", "us"], "description": "Where."}
            },
        }
    ],
    tags=[
        {
            "name": "goods",
            "description": "Goods.",
            "externalDocs": {"url": "https://shop.example/docs", "description": "More."},
        }
    ],
    externalDocs={"url": "https://shop.example/docs", "description": "More."},
    paths={
        "/goods/{id}/parts": {
            "summary": "Parts",
            "description": "The parts of goods.",
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "get": _operation(
                operationId="listParts",
                summary="List parts",
                description="All of them.",
                tags=["goods"],
                externalDocs={"url": "https://shop.example/docs"},
                **{"x-odd": ["text", {"key": "text"}]},
            ),
        }
    },
)
_PARAMETERS = _document(
    servers=[{"url": "https://shop.example"}],
    paths={
        "/goods": {
            "get": _operation(
                operationId="listGoods",
                parameters=[
                    {
                        "name": "size",
                        "in": "query",
                        "description": "How big.",
                        "schema": {
                            "type": "string",
                            "enum": ["small", "large"],
                            "default": "small",
                        },
                    },
                    {
                        "name": "filter",
                        "in": "query",
                        "style": "deepObject",
                        "schema": {"$ref": "#/components/schemas/Filter"},
                    },
                    {
                        "name": "X-Trace",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string"},
                        "example": "abc",
                    },
                    {
                        "name": "session",
                        "in": "cookie",
                        "schema": {"type": "string", "format": "uuid"},
                    },
                    {
                        "name": "where",
                        "in": "query",
                        "required": True,
                        "content": {
                            "application/json": {
                                "schema": {"type": "object"},
                                "example": {"a": "b"},
                            }
                        },
                    },
                    {"$ref": "#/components/parameters/Page"},
                ],
            )
        }
    },
    components={
        "schemas": {
            "Filter": {
                "type": "object",
                "properties": {"colour": {"type": "string", "const": "red"}},
            }
        },
        "parameters": {
            "Page": {
                "name": "page",
                "in": "query",
                "schema": {"type": "integer", "default": 1},
                "examples": {"first": {"summary": "The first", "value": 1}},
            }
        },
    },
)
_BODIES = _document(
    servers=[{"url": "https://shop.example"}],
    paths={
        "/orders": {
            "post": _operation(
                operationId="createOrder",
                requestBody={
                    "description": "The order.",
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Order"},
                            "examples": {
                                "plain": {
                                    "summary": "Plain",
                                    "value": {"state": "open", "note": "hello"},
                                }
                            },
                        }
                    },
                },
                responses={
                    "200": {
                        "description": "The order.",
                        "headers": {
                            "X-Rate": {"description": "Left.", "schema": {"type": "integer"}}
                        },
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Order"}}
                        },
                        "links": {"self": {"operationId": "createOrder", "description": "Again."}},
                    },
                    "default": {
                        "description": "Trouble.",
                        "content": {
                            "application/problem+json": {
                                "schema": {"$ref": "#/components/schemas/Problem"}
                            }
                        },
                    },
                },
            )
        },
        "/files": {
            "put": _operation(
                operationId="putFile",
                requestBody={
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "properties": {
                                    "file": {"type": "string", "format": "binary"},
                                    "label": {"type": "string"},
                                },
                            },
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                },
                responses={
                    "200": {
                        "description": "Text.",
                        "content": {"text/plain": {"schema": {"type": "string"}}},
                    }
                },
            )
        },
    },
    components={
        "schemas": {
            "Order": {
                "title": "An order",
                "description": "What somebody buys.",
                "type": "object",
                "required": ["state"],
                "properties": {
                    "state": {
                        "type": "string",
                        "enum": ["open", "closed"],
                        "x-enum-varnames": ["OPEN", "CLOSED"],
                        "x-enum-descriptions": ["Still open.", "Closed."],
                        "description": "Its state.",
                    },
                    "kind": {"const": "order"},
                    "note": {
                        "type": "string",
                        "default": "none",
                        "examples": ["hello"],
                        "pattern": "^[a-z]*$",
                    },
                    "made-at": {"type": "string", "format": "date-time"},
                    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
                },
                "x-clientsmith-odd": "text",
            },
            "Problem": {"type": "object", "properties": {"title": {"type": "string"}}},
        }
    },
)
_UNIONS = _document(
    servers=[{"url": "https://shop.example"}],
    paths={
        "/pets": {
            "get": _operation(
                operationId="getPet",
                responses={
                    "200": {
                        "description": "A pet.",
                        "content": {
                            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
                        },
                    }
                },
                callbacks={
                    "onPet": {"{$request.query.url}": {"post": _operation(operationId="petDone")}}
                },
            )
        }
    },
    webhooks={
        "petSold": {
            "post": _operation(
                operationId="petSold",
                requestBody={
                    "content": {
                        "application/json": {"schema": {"$ref": "#/components/schemas/Cat"}}
                    }
                },
            )
        }
    },
    components={
        "schemas": {
            "Pet": {
                "oneOf": [
                    {"$ref": "#/components/schemas/Cat"},
                    {"$ref": "#/components/schemas/Dog"},
                ],
                "discriminator": {
                    "propertyName": "kind",
                    "mapping": {
                        "cat": "#/components/schemas/Cat",
                        "dog": "#/components/schemas/Dog",
                    },
                },
            },
            "Cat": {
                "type": "object",
                "required": ["kind"],
                "properties": {
                    "kind": {"type": "string", "const": "cat"},
                    "lives": {"$ref": "#/components/schemas/Cat/$defs/Lives"},
                },
                "$defs": {"Lives": {"type": "integer", "title": "Lives", "$comment": "Nine."}},
            },
            "Dog": {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string", "const": "dog"}},
            },
        }
    },
)
_CREDENTIALS = _document(
    servers=[{"url": "https://shop.example"}],
    security=[{"key": []}],
    paths={
        "/a": {"get": _operation(operationId="getA")},
        "/b": {
            "get": _operation(operationId="getB", security=[{"oauth": ["read"]}, {"basic": []}])
        },
    },
    components={
        "securitySchemes": {
            "key": {"type": "apiKey", "name": "X-Key", "in": "header", "description": "The key."},
            "basic": {"type": "http", "scheme": "basic"},
            "oauth": {
                "type": "oauth2",
                "flows": {
                    "clientCredentials": {
                        "tokenUrl": "https://shop.example/token",
                        "refreshUrl": "https://shop.example/refresh",
                        "scopes": {"read": "To read."},
                    }
                },
            },
        }
    },
)
DOCUMENTS: Mapping[str, Data] = {
    "root": _ROOT,
    "parameters": _PARAMETERS,
    "bodies": _BODIES,
    "unions": _UNIONS,
    "credentials": _CREDENTIALS,
}


def places(data: Data, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], bool]]:
    """Every place of a text in a document, and whether the key there is meant or the value."""
    items: Iterator[tuple[Step, Data]]
    if isinstance(data, dict):
        items = iter(data.items())
    elif isinstance(data, list):
        items = iter(enumerate(data))
    else:
        return
    for key, value in items:
        here = (*path, key)
        if isinstance(key, str) and key not in _KEYWORDS:
            yield here, True
        if isinstance(value, str):
            yield here, False
        else:
            yield from places(value, here)


def with_text(data: Data, path: tuple[Step, ...], is_key: bool, text: Data) -> Data:
    """A copy of a document with `text` at a place."""
    made = copy.deepcopy(data)
    node = made
    for step in path[:-1]:
        node = node[step]
    last = path[-1]
    if is_key:
        # In its place among the keys: order must not matter, and here it does not change.
        items = [(text if key == last else key, value) for key, value in node.items()]
        node.clear()
        node.update(items)
    else:
        node[last] = text
    return made
