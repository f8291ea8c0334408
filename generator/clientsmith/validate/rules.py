"""The rules that a client stands on, beyond the structure of a document."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics import did_you_mean
from ..document import Document, items, join_pointer, members
from ..limits import Watch
from .operations import Operations
from .parts import Parts
from .references import References
from .schemas import Schemas
from .version import Version
from .walk import Walk


def walked(document: Document, version: Version, watch: Watch) -> Walk:
    """A walk over everything a client is made of; it steps over what has the wrong type."""
    walk = Walk(document, version, watch)
    schemas = Schemas(walk)
    parts = Parts(walk, schemas)
    operations = Operations(walk, parts)
    References(walk).check()
    _check_tags(walk)
    operations.check_servers(walk.data, "")
    operations.check_security(walk.data, "")
    operations.check_paths()
    for name in members(walk.data.get("webhooks")):
        operations.visit_path_item(f"/webhooks{join_pointer(name)}", None)
    _visit_components(walk, schemas, parts, operations)
    operations.tell_duplicate_ids()
    schemas.tell_other_version()
    schemas.tell_undescribed()
    return walk


def _check_tags(walk: Walk) -> None:
    first: dict[str, str] = {}
    for index, tag in enumerate(items(walk.data.get("tags"))):
        name = members(tag).get("name")
        pointer = f"/tags/{index}"
        if isinstance(name, str) and name in first:
            message = f"the tag '{name}' stands twice; {walk.first_at(first[name])}"
            walk.tell("warning", "duplicate-tag", pointer, message, "remove one of them")
        elif isinstance(name, str):
            first[name] = pointer


def _visit_components(walk: Walk, schemas: Schemas, parts: Parts, operations: Operations) -> None:
    components = members(walk.data.get("components"))
    visits: dict[str, Callable[[str], object]] = {
        "schemas": schemas.visit,
        "parameters": parts.visit_parameter,
        "headers": parts.visit_header,
        "requestBodies": parts.visit_body,
        "responses": parts.visit_response,
        "callbacks": operations.visit_callback,
        "pathItems": lambda pointer: operations.visit_path_item(pointer, None),
        "securitySchemes": lambda pointer: _visit_security_scheme(walk, pointer),
        "mediaTypes": parts.visit_media_type,
    }
    for section, visit in visits.items():
        if isinstance(components.get(section), dict | None):
            walk.covered.add(f"/components/{section}")
        for name in members(components.get(section)):
            if not re.fullmatch(r"[a-zA-Z0-9._-]+", name):
                message = f"the name '{name}' has more than letters, digits, '.', '-' and '_'"
                place = f"/components/{section}{join_pointer(name)}"
                walk.tell("warning", "component-name", place, message, at_key=True)
            visit(f"/components/{section}{join_pointer(name)}")


def _visit_security_scheme(walk: Walk, pointer: str) -> None:
    there = walk.resolve(pointer, "security scheme")
    if there is None:
        return
    kinds = ["apiKey", "http", "oauth2", "openIdConnect"]
    if walk.version != "3.0":
        kinds.append("mutualTLS")
    kind = members(walk.document.get(there)).get("type")
    if isinstance(kind, str) and kind not in kinds:
        message = f"a security scheme is of the type {', '.join(kinds)}, not '{kind}'"
        hint = did_you_mean(kind, kinds)
        walk.tell("error", "security-scheme-type", f"{there}/type", message, hint)
        walk.covered.add(f"{there}/type")
