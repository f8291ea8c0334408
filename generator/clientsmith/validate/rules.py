"""Apply the rules that go beyond the JSON Schema of OpenAPI, in order."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..diagnostics import did_you_mean
from ..document import Document, items, join_pointer, members
from ..limits import Watch
from .content import Content
from .operations import Operations
from .references import References
from .schemas import Schemas
from .version import Version
from .walk import Walk


def walked(document: Document, version: Version, watch: Watch) -> Walk:
    """Return the walk after all rules were applied, with their faults.

    Values of the wrong type are skipped; the structure check reports them.
    """
    walk = Walk(document, version, watch)
    schemas = Schemas(walk)
    content = Content(walk, schemas)
    operations = Operations(walk, content)
    References(walk).check()
    _check_tags(walk)
    operations.check_servers(walk.data, "")
    operations.check_security(walk.data, "")
    operations.check_paths()
    for name in members(walk.data.get("webhooks")):
        operations.visit_path_item(f"/webhooks{join_pointer(name)}", None)
    _visit_components(walk, schemas, content, operations)
    operations.report_duplicate_ids()
    schemas.report_other_version()
    schemas.report_misspelled()
    schemas.report_undescribed()
    return walk


def _check_tags(walk: Walk) -> None:
    first: dict[str, str] = {}
    for index, tag in enumerate(items(walk.data.get("tags"))):
        name = members(tag).get("name")
        pointer = f"/tags/{index}"
        if isinstance(name, str) and name in first:
            message = f"duplicate tag '{name}'; {walk.first_at(first[name])}"
            walk.report("warning", "duplicate-tag", pointer, message, "remove one of them")
        elif isinstance(name, str):
            first[name] = pointer


def _visit_components(
    walk: Walk, schemas: Schemas, content: Content, operations: Operations
) -> None:
    components = members(walk.data.get("components"))
    visits: dict[str, Callable[[str], object]] = {
        "schemas": schemas.visit,
        "parameters": content.visit_parameter,
        "headers": content.visit_header,
        "requestBodies": content.visit_body,
        "responses": content.visit_response,
        "callbacks": operations.visit_callback,
        "pathItems": lambda pointer: operations.visit_path_item(pointer, None),
        "securitySchemes": lambda pointer: _visit_security_scheme(walk, pointer),
        "mediaTypes": content.visit_media_type,
    }
    for section, visit in visits.items():
        if isinstance(components.get(section), dict | None):
            walk.covered.add(f"/components/{section}")
        for name in members(components.get(section)):
            if not re.fullmatch(r"[a-zA-Z0-9._-]+", name):
                message = (
                    f"the name '{name}' has characters other than letters, digits, '.', '-', '_'"
                )
                place = f"/components/{section}{join_pointer(name)}"
                walk.report("warning", "component-name", place, message, at_key=True)
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
        message = f"'type' of a security scheme must be one of {', '.join(kinds)}, not '{kind}'"
        hint = did_you_mean(kind, kinds)
        walk.report("error", "security-scheme-type", f"{there}/type", message, hint)
        walk.covered.add(f"{there}/type")
