"""Rules of the objects with content: parameters, bodies, responses, headers and media types."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..diagnostics import did_you_mean
from ..document import items, join_pointer, members
from .schemas import Schemas
from .walk import Walk

_Node = dict[str, Any]


class Parameter(NamedTuple):
    """A parameter with `name` and `in`, and its pointer."""

    name: str
    location: str
    pointer: str


class Content:
    """Checks each parameter, body, response, header and media type once, with its schemas."""

    def __init__(self, walk: Walk, schemas: Schemas) -> None:
        self._walk = walk
        self._schemas = schemas

    def visit_parameters(self, base: str, written: Any) -> list[Parameter]:
        """Check the list of parameters at `base`, and return them without duplicates."""
        found: list[Parameter] = []
        first: dict[tuple[str, str], str] = {}
        for index in range(len(items(written))):
            pointer = f"{base}/{index}"
            parameter = self.visit_parameter(pointer)
            if parameter is None:
                continue
            # Header names are case-insensitive (RFC 9110, 5.1).
            is_header = parameter.location == "header"
            key = (parameter.name.lower() if is_header else parameter.name, parameter.location)
            if key in first:
                message = (
                    f"duplicate {parameter.location} parameter '{parameter.name}'; "
                    + self._walk.first_at(first[key])
                )
                hint = "remove one of them"
                self._walk.report("warning", "duplicate-parameter", pointer, message, hint)
            else:
                first[key] = pointer
                found.append(parameter)
        return found

    def visit_parameter(self, pointer: str) -> Parameter | None:
        """Check the parameter at a pointer, and return it; None without `name` and `in`."""
        there = self._walk.resolve(pointer, "parameter")
        if there is None:
            return None
        parameter = members(self._walk.document.get(there))
        name, location = parameter.get("name"), parameter.get("in")
        if self._walk.is_first_visit("parameter", there):
            self._visit_content(parameter, there)
            self._check_location(parameter, there)
            is_named = isinstance(name, str) and isinstance(location, str)
            if is_named and not {"schema", "content"}.intersection(parameter):
                message = f"the parameter '{name}' has no schema; it accepts any value"
                hint = "add a schema, such as schema: {type: string}"
                self._walk.report("warning", "parameter-schema", there, message, hint)
                self._walk.covered.add(there)
        if isinstance(name, str) and isinstance(location, str):
            return Parameter(name, location, there)
        return None

    def _check_location(self, parameter: _Node, pointer: str) -> None:
        name, location = parameter.get("name"), parameter.get("in")
        places = ["path", "query", "header", "cookie"]
        if self._walk.version == "3.2":
            places.append("querystring")
        if isinstance(location, str) and location not in places:
            message = f"'in' must be one of {', '.join(places)}, not '{location}'"
            hint = did_you_mean(location, places)
            if location in ("body", "formData"):
                hint = "describe the body as requestBody, which replaces it in OpenAPI 3"
            self._walk.report("error", "parameter-location", f"{pointer}/in", message, hint)
            self._walk.covered.add(f"{pointer}/in")
        if location == "path" and parameter.get("required") is not True:
            message = f"the path parameter '{name}' is not required, but path parameters always are"
            place = f"{pointer}/required" if "required" in parameter else pointer
            hint = "add required: true"
            self._walk.report("warning", "path-parameter-required", place, message, hint)
            self._walk.covered.add(f"{pointer}/required")

    def visit_body(self, pointer: str) -> None:
        """Check the request body at a pointer."""
        there = self._walk.resolve(pointer, "request body")
        if there is not None and self._walk.is_first_visit("body", there):
            self._visit_content(members(self._walk.document.get(there)), there)

    def visit_response(self, pointer: str) -> None:
        """Check the response at a pointer."""
        there = self._walk.resolve(pointer, "response")
        if there is None or not self._walk.is_first_visit("response", there):
            return
        response = members(self._walk.document.get(there))
        self._visit_content(response, there)
        for name in members(response.get("headers")):
            self.visit_header(f"{there}/headers{join_pointer(name)}")

    def visit_header(self, pointer: str) -> None:
        """Check the header at a pointer."""
        there = self._walk.resolve(pointer, "header")
        if there is not None and self._walk.is_first_visit("header", there):
            self._visit_content(members(self._walk.document.get(there)), there)

    def _visit_content(self, owner: _Node, base: str) -> None:
        if "schema" in owner:
            self._schemas.visit(f"{base}/schema")
        for name in members(owner.get("content")):
            self.visit_media_type(f"{base}/content{join_pointer(name)}")

    def visit_media_type(self, pointer: str) -> None:
        """Check the media type at a pointer."""
        there = self._walk.resolve(pointer)
        if there is None or not self._walk.is_first_visit("media type", there):
            return
        media = members(self._walk.document.get(there))
        for key in ("schema", "itemSchema"):
            if key in media:
                self._schemas.visit(f"{there}/{key}")
        for name, encoding in members(media.get("encoding")).items():
            base = f"{there}/encoding{join_pointer(name)}/headers"
            for header in members(members(encoding).get("headers")):
                self.visit_header(base + join_pointer(header))
