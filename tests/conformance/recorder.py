"""Transports that send to Prism alone, and keep what was sent and answered."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import httpx2

from .document import Described
from .judge import Sent
from .prism import wait_until_listening

_LINES = ("application/jsonl", "application/x-ndjson", "application/x-jsonlines")
# Prism's errors that are about a request.
_REFUSALS = (
    *("UNPROCESSABLE_ENTITY", "UNAUTHORIZED", "UNSUPPORTED_MEDIA_TYPE", "NOT_ACCEPTABLE"),
    *("NO_PATH_MATCHED_ERROR", "NO_METHOD_MATCHED_ERROR", "INVALID_CONTENT_TYPE"),
)
STREAMS = ("text/event-stream", "application/json-seq", *_LINES, "application/jsonlines")


def alias(kind: str) -> str:
    """The prefix of the path under which Prism has in JSON what it cannot write in a media type."""
    name = kind.partition(";")[0].strip().lower().replace("*", "any")
    return f"/judge.{re.sub(r'[^a-z0-9]+', '.', name)}"


def route(path: str) -> str:
    """Return the prefix of the path under which Prism has a path with `?` or `#`; else nothing.

    OpenAPI allows neither, but documents have several operations of one path by them, as in
    `/v1/files?beta=true`. Prism compares what is before them, and takes one for the other.
    """
    is_odd = "?" in path or "#" in path
    return f"/judge.path.{sha256(path.encode()).hexdigest()[:12]}" if is_odd else ""


@dataclass
class Exchange:
    """A request and what Prism said and answered."""

    sent: Sent
    status: int = 0
    kind: str = ""
    content: bytes = b""
    violations: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    problem: str = ""
    """The name of an error of Prism's own, such as `NO_RESPONSE_DEFINED`."""
    is_generated: bool = False
    """Whether the answer is made from the schema, the document's example being invalid."""
    example: str = ""
    """What is wrong with the document's example."""
    served: str = ""
    """How a stream of Prism's items was written; else empty."""


@dataclass(frozen=True)
class Made:
    """An answer that this tool made from the document's schema."""

    status: int
    content: bytes
    """JSON."""
    kind: str
    """Its media type, a JSON one."""
    served: str
    """The media type in which it is written, where that is another one."""


@dataclass
class Recorder:
    """What is between a client and Prism, for one call at a time."""

    url: str
    operation: Described | None = None
    exchanges: list[Exchange] = field(default_factory=list[Exchange])
    is_dynamic: bool = False
    """Whether Prism is to make answers from schemas, and not of the document's examples."""
    made: Made | None = None
    """The answer in place of Prism's, which judges the request alone."""

    def begin(
        self, operation: Described, is_dynamic: bool = False, made: Made | None = None
    ) -> None:
        """Forget the call before."""
        self.operation, self.exchanges = operation, []
        self.is_dynamic, self.made = is_dynamic, made

    def request(self, request: httpx2.Request, content: bytes, kind: str) -> httpx2.Request:
        """The same request, to Prism: the paths of the document's servers are not in its paths.

        An answer of a `kind` that Prism cannot write is asked for in JSON.
        """
        parts = urlsplit(str(request.url))
        path = parts.path
        for base in self.operation.prefixes if self.operation else ():
            if path.startswith(f"{base}/"):
                path = path.removeprefix(base)
                break
        prefix = (
            f"{alias(kind) if kind else ''}{route(self.operation.path) if self.operation else ''}"
        )
        more = [(b"Accept", b"application/json")] if kind else []
        # Prism would judge it as the operation's own parameter, where that is in the document.
        names = [each.name.lower() for each in self.operation.parameters] if self.operation else []
        if self.is_dynamic and "prefer" not in names:
            more.append((b"Prefer", b"dynamic=true"))
        replaced = ("transfer-encoding", "content-length", "host", "accept" if kind else "")
        headers = [
            (key, value)
            for key, value in request.headers.raw
            if key.decode().lower() not in replaced
        ]
        query = f"?{parts.query}" if parts.query else ""
        # Without content there is no Content-Length, as there was none.
        body = content if content or "content-length" in request.headers else None
        return httpx2.Request(
            request.method,
            f"{self.url}{prefix}{path}{query}",
            headers=[*headers, *more],
            content=body,
        )

    def wait_for_prism(self) -> None:
        """Wait until Prism, which may have ended after the request before this one, runs again.

        It ends at some requests that it has answered: the next one, which is not to blame, is
        refused or cut off, and is to be sent once more.
        """
        wait_until_listening(urlsplit(self.url).port or 0)

    def record(self, request: httpx2.Request, content: bytes) -> Exchange:
        parts = urlsplit(str(request.url))
        headers = [(k.decode("latin-1"), v.decode("latin-1")) for k, v in request.headers.raw]
        sent = Sent(request.method, parts.path, parts.query, headers, content)
        self.exchanges.append(exchange := Exchange(sent))
        return exchange

    def tries(self, request: httpx2.Request, exchange: Exchange) -> Iterator[str]:
        """The media types in place of which JSON is asked for, in one try after another.

        What Prism cannot write, such as a stream, it is asked for in JSON. An example in the
        document that is invalid is asked for again, made from the schema.
        """
        accept = request.headers.get("accept", "")
        kinds = [each.partition(";")[0].strip().lower() for each in accept.split(",")]
        exchange.is_generated = self.is_dynamic
        if self.made is not None:
            exchange.served = self.made.served
            yield exchange.served
            return
        if kinds[0] in STREAMS:
            exchange.served = kinds[0]
        yield exchange.served
        if not exchange.served and self._is_not_writable(exchange):
            for kind in self.operation.answer_types(kinds) if self.operation else ():
                if "json" in kind and kind not in STREAMS:
                    # It has no path of its own: Prism writes it.
                    continue
                exchange.served = kind
                yield kind
                if exchange.status < 400:
                    break
        places = {violation["location"][0] for violation in exchange.violations}
        if places == {"response"} and not self.is_dynamic:
            exchange.is_generated = self.is_dynamic = True
            exchange.example = str(exchange.violations[0]["message"])
            yield exchange.served
            self.is_dynamic = False

    def _is_not_writable(self, exchange: Exchange) -> bool:
        unwritable = b"Cannot find serializer" in exchange.content
        return exchange.problem == "NO_COMPLEX_OBJECT_TEXT" or unwritable

    def take(self, exchange: Exchange, answer: httpx2.Response, content: bytes) -> None:
        """Keep an answer of Prism."""
        headers = answer.headers
        exchange.status, exchange.content = answer.status_code, content
        exchange.kind = headers.get("content-type", "")
        reported: dict[str, Any] = {}
        exchange.problem = ""
        if "problem+json" in exchange.kind:
            with suppress(ValueError):
                reported = json.loads(content)
                exchange.problem = str(reported.get("type", "")).partition("#")[2]
        found: list[dict[str, Any]] = reported.get("validation", [])
        # The body has them all; of those of the header, too many are a text in their place.
        with suppress(ValueError):
            found = found or json.loads(headers.get("sl-violations", "[]"))
        if exchange.problem == "UNPROCESSABLE_ENTITY":
            found = [{**each, "location": ["request", *each["location"]]} for each in found]
        exchange.violations = [each for each in found if each.get("severity") == "Error"]
        if self.made is not None and exchange.problem not in _REFUSALS:
            exchange.violations = [
                each for each in exchange.violations if each["location"][0] == "request"
            ]
            exchange.problem, exchange.is_generated = "", True
            exchange.status, exchange.content = self.made.status, self.made.content
            exchange.kind = self.made.kind

    def answer(self, exchange: Exchange) -> httpx2.Response:
        """The answer for the client, in the media type of the document."""
        is_json = exchange.kind.startswith("application/json") and bool(exchange.content)
        is_good = exchange.status < 300 and is_json
        if exchange.served and is_good:
            exchange.content = _written(exchange.served, exchange.content)
            is_any = "*" in exchange.served
            exchange.kind = "application/json" if is_any else exchange.served
        else:
            exchange.served = ""
        headers = {"Content-Type": exchange.kind} if exchange.kind else {}
        return httpx2.Response(exchange.status, headers=headers, content=exchange.content)


def _written(kind: str, content: bytes) -> bytes:
    """What Prism gave in JSON, in another media type; of a stream the item twice."""
    item = json.loads(content)
    text = json.dumps(item)
    if kind not in STREAMS:
        return item.encode() if isinstance(item, str) and "*" not in kind else content
    if kind == "application/json-seq":
        return f"\x1e{text}\n\x1e{text}\n".encode()
    if kind != "text/event-stream":
        return f"{text}\n{text}\n".encode()
    names = ("event", "id", "retry", "data")
    if isinstance(item, dict) and {"data", "event"} & set(item) and set(item) <= set(names):
        # The schema is that of an event, and not of its data.
        lines = [
            f"{name}: {item[name] if isinstance(item[name], str) else json.dumps(item[name])}\n"
            for name in names
            if item.get(name) is not None
        ]
        return ("".join(lines) + "\n").encode() * 2
    return f"data: {text}\n\n".encode() * 2


class SyncTransport(httpx2.BaseTransport):
    """Sends what a synchronous client sends."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._inner = httpx2.HTTPTransport()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        content = request.read()
        recorder = self._recorder
        exchange = recorder.record(request, content)
        for kind in recorder.tries(request, exchange):
            sent = recorder.request(request, content, kind)
            try:
                answer = self._inner.handle_request(sent)
            except httpx2.TransportError:
                recorder.wait_for_prism()
                answer = self._inner.handle_request(sent)
            recorder.take(exchange, answer, answer.read())
        return recorder.answer(exchange)

    def close(self) -> None:
        self._inner.close()


class AsyncTransport(httpx2.AsyncBaseTransport):
    """Sends what an asynchronous client sends."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder
        self._inner = httpx2.AsyncHTTPTransport()

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        content = await request.aread()
        recorder = self._recorder
        exchange = recorder.record(request, content)
        for kind in recorder.tries(request, exchange):
            sent = recorder.request(request, content, kind)
            try:
                answer = await self._inner.handle_async_request(sent)
            except httpx2.TransportError:
                recorder.wait_for_prism()
                answer = await self._inner.handle_async_request(sent)
            recorder.take(exchange, answer, await answer.aread())
        return recorder.answer(exchange)

    async def aclose(self) -> None:
        await self._inner.aclose()
