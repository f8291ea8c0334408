"""`host`, `basePath` and `schemes` of Swagger 2.0 → servers of OpenAPI 3.0."""

from __future__ import annotations

from .. import items
from .work import Node, Work

# In the order of preference. Swagger's `ws` and `wss` are for WebSockets, not for HTTP.
_SCHEMES = ("https", "http")


def servers(work: Work) -> list[Node]:
    """Return the servers of the document; without `host`, one relative to the document's URL.

    `host: api.test, basePath: /v1, schemes: [https]` → `https://api.test/v1`.
    """
    host = work.data.get("host")
    if host is None and "basePath" not in work.data:
        return []
    work.changes["host, basePath and schemes → servers"] += 1
    work.move("/servers", "/host" if host is not None else "/basePath")
    schemes = _schemes(work, work.data, "")
    if isinstance(host, str) and schemes is None:
        message = "the document has no 'schemes'; https is used"
        work.lose("/host", message, "add schemes: [https]")
    return _urls(work, schemes or [_SCHEMES[0]])


def operation_servers(work: Work, operation: Node, old: str) -> list[Node]:
    """Return the servers of an operation whose `schemes` differ from the document's, else none."""
    schemes = _schemes(work, operation, old)
    if schemes is None or schemes == _schemes(work, work.data, ""):
        return []
    return _urls(work, schemes)


def _urls(work: Work, schemes: list[str]) -> list[Node]:
    base = str(work.data.get("basePath") or "").strip("/")
    path = f"/{base}" if base else ""
    host = work.data.get("host")
    if not isinstance(host, str):
        return [{"url": path or "/"}]
    return [{"url": f"{scheme}://{host.rstrip('/')}{path}"} for scheme in schemes]


def _schemes(work: Work, owner: Node, old: str) -> list[str] | None:
    if "schemes" not in owner:
        return None
    named = items(owner["schemes"])
    for scheme in named:
        if scheme not in _SCHEMES:
            message = f"the scheme '{scheme}' is ignored; clients use http and https"
            work.lose(f"{old}/schemes", message)
    return [scheme for scheme in _SCHEMES if scheme in named] or None
