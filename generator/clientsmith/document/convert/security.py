"""Security definitions of Swagger 2.0 → security schemes of OpenAPI 3.0."""

from __future__ import annotations

from typing import Any

from .. import members
from .work import Node, Work

_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}


def security_scheme(work: Work, node: Any, old: str, new: str) -> Any:
    """Convert the security scheme at `old`, which will be at `new`.

    `type: basic` → `type: http, scheme: basic`; `flow: application` → `flows: {clientCredentials:
    …}`.
    """
    given = members(node)
    kind = given.get("type")
    if kind == "basic":
        work.changes["type: basic → http"] += 1
        kept = {key: value for key, value in given.items() if key != "type"}
        return {**kept, "type": "http", "scheme": "basic"}
    if kind != "oauth2":
        return node
    flow = str(given.get("flow"))
    name = _FLOWS.get(flow, flow)
    parts = ("authorizationUrl", "tokenUrl", "scopes")
    converted: Node = {key: given[key] for key in parts if key in given}
    converted.setdefault("scopes", {})
    work.move(f"{new}/flows/{name}", old)
    work.changes["flow → flows"] += 1
    kept = {key: value for key, value in given.items() if key not in (*parts, "flow")}
    return {**kept, "flows": {name: converted}}
