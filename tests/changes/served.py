"""A server that is made of a document's own text, and judges requests by jsonschema.

Nothing of it comes from clientsmith: it matches paths, decodes requests and makes answers as
`tests/conformance` does.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import httpx2

from ..conformance.answers import answer
from ..conformance.document import Described, Document
from ..conformance.judge import Judge, Sent
from .answering import Answering

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Server(Answering):
    """Answers requests as a document says, and refuses those that it does not allow."""

    def __init__(self, path: Path) -> None:
        self._document = Document(path)
        self._judge = Judge(self._document)
        paths = self._document.root["paths"]
        self._operations = [
            (
                method,
                _pattern(name, self._prefix()),
                Described(self._document, name, item, item[method]),
            )
            for name, item in paths.items()
            for method in _METHODS
            if method in item
        ]
        # A path without parameters goes before one that has some (OpenAPI 3.1, section 4.8.8).
        self._operations.sort(key=lambda each: each[2].path.count("{"))

    def _prefix(self) -> str:
        servers = self._document.root.get("servers") or [{}]
        return urlsplit(str(servers[0].get("url", ""))).path.rstrip("/")

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        content = request.read()
        parts = urlsplit(str(request.url))
        headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in request.headers.raw]
        sent = Sent(request.method, parts.path, parts.query, headers, content)
        for method, pattern, operation in self._operations:
            if method == request.method.lower() and pattern.fullmatch(parts.path):
                inner = parts.path.removeprefix(self._prefix())
                return self._answer(
                    operation, Sent(sent.method, inner, sent.query, headers, content)
                )
        return _json(404, {"message": f"no operation {request.method} {parts.path}"})

    def _answer(self, operation: Described, sent: Sent) -> httpx2.Response:
        found = list(self._judge.request(operation, sent))
        if found:
            return _json(422, {"message": "; ".join(map(str, found))})
        if self.status:
            return self._error(operation)
        statuses = operation.successes()
        for kind in operation.answer_types(["application/json"]):
            if "json" in kind and (made := answer(operation, self._judge, kind)):
                status, content = made
                return httpx2.Response(status, headers={"Content-Type": kind}, content=content)
        return httpx2.Response(statuses[0] if statuses else 204)

    def _error(self, operation: Described) -> httpx2.Response:
        from ..conformance.answers import NoAnswer, _Maker

        for kind in operation.answer_types(["application/json"]):
            schema = operation.answer(self.status, kind)
            if schema is not None and "json" in kind:
                try:
                    return _json(self.status, _Maker(3).value(schema, 0))
                except (NoAnswer, LookupError, TypeError, ValueError, RecursionError):
                    break
        return _json(self.status, {})


def _pattern(path: str, prefix: str) -> re.Pattern[str]:
    parts = re.split(r"\{[^{}]*\}", path)
    return re.compile(re.escape(prefix) + "[^/]+".join(map(re.escape, parts)))


def _json(status: int, data: object) -> httpx2.Response:
    content = json.dumps(data).encode()
    return httpx2.Response(status, headers={"Content-Type": "application/json"}, content=content)
