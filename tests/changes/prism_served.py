"""Stoplight Prism as the server of programs: a mock server of others, which knows no clientsmith.

One Prism serves the documents of many pairs, each below a prefix of its own (`/p1/pets`): its
document refers to theirs, which stay as they are.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx2

from ..conformance.document import load
from ..conformance.prism import running
from .answering import Answering

_OF_ROOT = ("openapi", "swagger", "security", "jsonSchemaDialect")


class PrismServer(Answering):
    """Sends requests to a Prism, below the prefix of one document."""

    def __init__(self, url: str, prefix: str, base: str) -> None:
        self._url, self._prefix, self._base = url, prefix, base
        self._transport = httpx2.HTTPTransport()

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        content = request.read()
        raw = request.url.raw_path.decode("ascii")
        inner = raw.removeprefix(self._base) if self._base else raw
        headers = [(k, v) for k, v in request.headers.raw if k.lower() != b"host"]
        headers += [(b"Prefer", f"code={self.status}".encode())] if self.status else []
        sent = httpx2.Request(
            request.method, f"{self._url}/{self._prefix}{inner}", headers=headers, content=content
        )
        response = self._transport.handle_request(sent)
        response.read()
        return response

    def close(self) -> None:
        self._transport.close()


def bundled(folder: Path, names: Sequence[str]) -> dict[Path, dict[str, str]]:
    """Write the documents for Prism; return the path of the server's URL by name, by document.

    A Prism serves those documents together that have the same version, security and credentials.
    """
    groups: dict[str, list[str]] = {}
    bases: dict[str, str] = {}
    roots: dict[str, dict[str, object]] = {}
    for name in names:
        data = load(folder / f"{name}.json")
        servers = data.get("servers") or [{}]
        bases[name] = urlsplit(str(servers[0].get("url", ""))).path.rstrip("/")
        root = {key: data[key] for key in _OF_ROOT if key in data}
        schemes = data.get("components", {}).get("securitySchemes", {})
        key = json.dumps([root, schemes], sort_keys=True)
        groups.setdefault(key, []).append(name)
        made = roots.setdefault(key, {**root, "info": {"title": "Pairs", "version": "1"}})
        made["components"] = {"securitySchemes": schemes}
        paths = made.setdefault("paths", {})
        assert isinstance(paths, dict)
        for path in data["paths"]:
            step = quote(path.replace("~", "~0").replace("/", "~1"), safe="~")
            paths[f"/{name}{path}"] = {"$ref": f"{name}.json#/paths/{step}"}
    found: dict[Path, dict[str, str]] = {}
    for at, (key, members) in enumerate(groups.items()):
        written = folder / f"bundle{at}.json"
        written.write_text(json.dumps(roots[key]), encoding="utf-8")
        found[written] = {name: bases[name] for name in members}
    return found


@contextmanager
def prisms(bundles: Mapping[Path, Mapping[str, str]]) -> Generator[dict[str, PrismServer]]:
    """Start a Prism for each of these documents; return what sends requests to it, by name."""
    found: dict[str, PrismServer] = {}
    with ExitStack() as stack:
        for document, bases in bundles.items():
            url = stack.enter_context(running(document, document.with_suffix(".log")))
            for name, base in bases.items():
                server = found[name] = PrismServer(url, name, base)
                stack.callback(server.close)
        yield found
