"""Path items and operations."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from ..diagnostics import did_you_mean, nearest
from ..document import items, join_pointer, members
from ..openapi import METHODS
from .parts import Parameter, Parts
from .walk import Walk

_Node = dict[str, Any]


class Operations:
    """Checks path items and operations, wherever they stand."""

    def __init__(self, walk: Walk, parts: Parts) -> None:
        self._walk = walk
        self._parts = parts
        # operationId → the places that have it, by where they were written.
        self._identifiers: dict[str, dict[str, str]] = defaultdict(dict)

    def check_servers(self, owner: _Node, base: str) -> None:
        """Check the servers of the document, or of a path item or operation at `base`."""
        for index, server in enumerate(items(owner.get("servers"))):
            url = members(server).get("url")
            declared = members(members(server).get("variables"))
            for name in re.findall(r"\{([^{}]*)\}", url) if isinstance(url, str) else ():
                if name not in declared:
                    message = f"the server's URL has '{{{name}}}', which 'variables' does not"
                    hint = did_you_mean(name, declared) or "declare it with its default"
                    place = f"{base}/servers/{index}/url"
                    self._walk.tell("warning", "server-variable", place, message, hint)

    def check_security(self, owner: _Node, base: str) -> None:
        """Check the security of the document, or of an operation at `base`."""
        for index, requirement in enumerate(items(owner.get("security"))):
            for name in members(requirement):
                if name not in self._walk.scheme_names:
                    message = f"there is no security scheme '{name}'"
                    hint = did_you_mean(name, self._walk.scheme_names)
                    hint = hint or "declare it under components/securitySchemes"
                    place = f"{base}/security/{index}{join_pointer(name)}"
                    self._walk.tell("warning", "security-scheme", place, message, hint, at_key=True)

    def check_paths(self) -> None:
        """Check every path."""
        alike: dict[str, str] = {}
        for template in members(self._walk.data.get("paths")):
            if not template.startswith("/"):
                continue
            pointer = f"/paths{join_pointer(template)}"
            shape = re.sub(r"\{[^{}]*\}", "{}", template)
            if shape in alike:
                message = (
                    f"'{template}' differs from another path only in the names of its parameters; "
                    + self._walk.first_at(alike[shape], at_key=True)
                )
                self._walk.tell(
                    "warning",
                    "path-alike",
                    pointer,
                    message,
                    "join them under the same names",
                    at_key=True,
                )
            alike.setdefault(shape, pointer)
            self._check_template(template, pointer)
            self.visit_path_item(pointer, template)

    def _check_template(self, template: str, pointer: str) -> None:
        names = _template_names(template)
        if re.search(r"[{}]", re.sub(r"\{[^{}]+\}", "", template)):
            message = f"the braces of the path '{template}' do not pair, or hold no name"
            self._walk.tell("error", "path-template", pointer, message, at_key=True)
        for name in sorted({name for name in names if names.count(name) > 1}):
            message = f"the path has '{{{name}}}' more than once; one argument fills all of them"
            self._walk.tell("warning", "path-template", pointer, message, at_key=True)

    def visit_path_item(self, pointer: str, template: str | None) -> None:
        """Check the path item at a pointer; one that stands under no path has no `template`."""
        item = members(self._walk.document.get(pointer))
        shared = self._parts.visit_parameters(f"{pointer}/parameters", item.get("parameters"))
        self.check_servers(item, pointer)
        for method in METHODS:
            if isinstance(item.get(method), dict):
                self._visit_operation(f"{pointer}/{method}", item[method], template, shared)
        for method, operation in members(item.get("additionalOperations")).items():
            inner = f"{pointer}/additionalOperations{join_pointer(method)}"
            self._visit_operation(inner, members(operation), template, shared)
        if "$ref" in item:  # Of a callback; those of paths stand in their place.
            target = self._walk.resolve(pointer, "path item")
            if target is not None and target != pointer:
                self.visit_path_item(target, template)

    def _visit_operation(
        self, pointer: str, operation: _Node, template: str | None, shared: list[Parameter]
    ) -> None:
        own = self._parts.visit_parameters(f"{pointer}/parameters", operation.get("parameters"))
        if template is not None:
            self._check_path_parameters(pointer, template, own, shared)
        # A path item may be reached from two paths.
        if not self._walk.is_first_visit("operation", pointer):
            return
        identifier = operation.get("operationId")
        if isinstance(identifier, str):
            # A path item that stands under two paths says it once.
            written = self._walk.document.origin(f"{pointer}/operationId")
            self._identifiers[identifier].setdefault(written, f"{pointer}/operationId")
        if "requestBody" in operation:
            self._parts.visit_body(f"{pointer}/requestBody")
        for code in members(operation.get("responses")):
            if not code.startswith("x-"):
                self._parts.visit_response(f"{pointer}/responses{join_pointer(code)}")
        for name in members(operation.get("callbacks")):
            self.visit_callback(f"{pointer}/callbacks{join_pointer(name)}")
        self.check_servers(operation, pointer)
        self.check_security(operation, pointer)

    def _check_path_parameters(
        self, pointer: str, template: str, own: list[Parameter], shared: list[Parameter]
    ) -> None:
        in_template = _template_names(template)
        parameters = (*shared, *own)
        declared = {each.name: each for each in parameters if each.location == "path"}
        known = {each.name for each in parameters}
        unused = [name for name in declared if name not in in_template]
        in_query = _template_names(template.partition("?")[2])
        for name in dict.fromkeys(in_template):
            if name in declared or (name in known and name in in_query) or not name:
                continue
            message = f"the path has '{{{name}}}', which no parameter declares; it is taken as text"
            near = nearest(name, unused)
            hint = (
                f"the parameter '{near}' is not in the path; rename it to '{name}'?"
                if near
                else f"declare it: {{name: {name}, in: path, required: true, schema: …}}"
            )
            self._walk.tell("warning", "path-parameter", pointer, message, hint, at_key=True)
        for name in unused:
            message = f"the path '{template}' has no '{{{name}}}'; this parameter is ignored"
            place = declared[name].pointer
            self._walk.tell("warning", "path-parameter-unused", place, message)

    def visit_callback(self, pointer: str) -> None:
        """Check the callback at a pointer."""
        there = self._walk.resolve(pointer, "callback")
        if there is None or not self._walk.is_first_visit("callback", there):
            return
        for expression, item in members(self._walk.document.get(there)).items():
            if isinstance(item, dict) and not expression.startswith("x-"):
                self.visit_path_item(there + join_pointer(expression), None)

    def tell_duplicate_ids(self) -> None:
        """Tell of each operationId that more than one operation has, when all are checked."""
        for identifier, found in self._identifiers.items():
            first, *others = found.values()
            for place in others:
                message = f"the operationId '{identifier}' is taken; {self._walk.first_at(first)}"
                hint = "rename one of them; names are made of method and path where this one fails"
                self._walk.tell("warning", "duplicate-operation-id", place, message, hint)


def _template_names(template: str) -> list[str]:
    return re.findall(r"\{([^{}]+)\}", template)
