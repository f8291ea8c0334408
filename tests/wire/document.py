"""The document itself as the judge: its examples, and openapi-core's word on what was sent and
answered.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import yaml
from openapi_core import OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

from .server import Answer, Sent

PATH = Path(__file__).parents[2] / "specs/external_connections/openapi.yaml"
HOST = "https://api.telnyx.com"


@cache
def _data() -> dict[str, Any]:
    return yaml.safe_load(PATH.read_text(encoding="utf-8"))


def _resolved(node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        target: Any = _data()
        for token in node["$ref"].removeprefix("#/").split("/"):
            target = target[token.replace("~1", "/").replace("~0", "~")]
        node = target
    return node


def operations() -> dict[str, dict[str, Any]]:
    """`METHOD /path` → the operation."""
    return {
        f"{method.upper()} {path}": operation
        for path, item in _data()["paths"].items()
        for method, operation in item.items()
        if method in ("get", "put", "post", "patch", "delete")
    }


def success(key: str) -> tuple[int, Any]:
    """The status and the example of the first documented 2xx answer of an operation."""
    status = min(code for code in operations()[key]["responses"] if code.startswith("2"))
    return int(status), example(key, status)


def example(key: str, status: str) -> Any:
    """The example of one documented answer of an operation."""
    answer = _resolved(operations()[key]["responses"][status])
    media = answer["content"]["application/json"]
    if "example" in media:
        return media["example"]
    return next(iter(media["examples"].values()))["value"]


@dataclass
class _Request:
    """openapi-core's protocol for a request."""

    method: str
    path: str
    body: bytes | None
    content_type: str
    parameters: RequestParameters
    host_url: str = HOST


@dataclass
class _Response:
    """openapi-core's protocol for a response."""

    data: bytes
    status_code: int
    content_type: str
    headers: Headers = field(default_factory=Headers)


@cache
def _judge() -> OpenAPI:
    return OpenAPI.from_dict(_data())


def _query(text: str) -> ImmutableMultiDict[str, Any]:
    """The query with `a[b][c]=1` folded into `a[b]={c: 1}`, and `a[b]=1,2` into `a[b]=[1, 2]`.

    OpenAPI leaves open what deepObject makes of objects and arrays below the first level, and
    openapi-core reads neither.
    """
    folded: dict[str, Any] = {}
    for key, value in parse_qsl(text, keep_blank_values=True):
        head, bracket, inner = key.partition("][")
        if bracket:
            folded.setdefault(f"{head}]", {})[inner.removesuffix("]")] = value
        else:
            folded[key] = value.split(",") if "[" in key and "," in value else value
    return ImmutableMultiDict(list(folded.items()))


def _request(sent: Sent) -> _Request:
    parts = urlsplit(sent.target)
    query = _query(parts.query)
    return _Request(
        method=sent.method.lower(),
        path=parts.path,
        body=sent.body or None,
        content_type=sent.headers.get("content-type", ""),
        parameters=RequestParameters(query=query, header=Headers(list(sent.headers.items()))),
    )


def approves(sent: Sent, answer: Answer) -> None:
    """Raise what openapi-core finds wrong with an exchange."""
    request = _request(sent)
    kind = answer.headers.get("Content-Type", "")
    _judge().validate_request(request)  # pyright: ignore[reportArgumentType]
    response = _Response(answer.body, answer.status, kind)
    _judge().validate_response(request, response)  # pyright: ignore[reportArgumentType]
