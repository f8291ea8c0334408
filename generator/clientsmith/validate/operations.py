"""Rules of paths, path items and operations."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import did_you_mean, nearest
from ..document import items, join_pointer, members
from ..openapi import METHODS
from .content import Content, Parameter
from .display import quoted
from .walk import Walk

_Node = dict[str, Any]


class Operations:
    """Checks path items and operations, in paths, webhooks, callbacks and components."""

    def __init__(self, walk: Walk, content: Content) -> None:
        self._walk = walk
        self._content = content

    def check_servers(self, owner: _Node, base: str) -> None:
        """Check the `servers` of the document, or of a path item or operation at `base`."""
        for index, server in enumerate(items(owner.get("servers"))):
            url = members(server).get("url")
            declared = members(members(server).get("variables"))
            for name in re.findall(r"\{([^{}]*)\}", url) if isinstance(url, str) else ():
                if name not in declared:
                    message = f"the URL of the server has '{{{name}}}', which is no variable of it"
                    hint = did_you_mean(name, declared) or "add it to 'variables' with its default"
                    place = f"{base}/servers/{index}/url"
                    self._walk.report("warning", "server-variable", place, message, hint)
            for name, variable in declared.items():
                self._check_variable(members(variable), f"{base}/servers/{index}", name)

    def _check_variable(self, variable: _Node, server: str, name: str) -> None:
        """Check that the default of a server's variable is a value of it (OpenAPI 3.1, 4.8.6)."""
        default, allowed = variable.get("default"), items(variable.get("enum"))
        if isinstance(default, str) and allowed and default not in allowed:
            message = f"the default {quoted(default)} is not one of the enum's values"
            hint = did_you_mean(default, [each for each in allowed if isinstance(each, str)])
            place = f"{server}/variables{join_pointer(name)}/default"
            self._walk.report("warning", "default-enum", place, message, hint)

    def check_security(self, owner: _Node, base: str) -> None:
        """Check the `security` of the document, or of an operation at `base`."""
        for index, requirement in enumerate(items(owner.get("security"))):
            for name in members(requirement):
                if name not in self._walk.scheme_names:
                    message = f"there is no security scheme '{name}'"
                    hint = did_you_mean(name, self._walk.scheme_names)
                    hint = hint or "add it to components/securitySchemes"
                    place = f"{base}/security/{index}{join_pointer(name)}"
                    self._walk.report(
                        "warning", "security-scheme", place, message, hint, at_key=True
                    )

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
                self._walk.report(
                    "warning",
                    "path-alike",
                    pointer,
                    message,
                    "combine their operations under one path",
                    at_key=True,
                )
            alike.setdefault(shape, pointer)
            self._check_template(template, pointer)
            self.visit_path_item(pointer, template)

    def _check_template(self, template: str, pointer: str) -> None:
        names = _template_names(template)
        if re.search(r"[{}]", re.sub(r"\{[^{}]+\}", "", template)):
            message = f"the path '{template}' has unpaired braces, or braces without a name"
            hint = "write each parameter as {name}"
            self._walk.report("error", "path-template", pointer, message, hint, at_key=True)
        for name in sorted({name for name in names if names.count(name) > 1}):
            message = f"the path has '{{{name}}}' more than once; one argument sets all of them"
            self._walk.report("warning", "path-template", pointer, message, at_key=True)

    def visit_path_item(self, pointer: str, template: str | None) -> None:
        """Check the path item at a pointer; `template` is its path, None if it has none."""
        item = members(self._walk.document.get(pointer))
        shared = self._content.visit_parameters(f"{pointer}/parameters", item.get("parameters"))
        self.check_servers(item, pointer)
        for method in METHODS:
            if isinstance(item.get(method), dict):
                self._visit_operation(f"{pointer}/{method}", item[method], template, shared)
        for method, operation in members(item.get("additionalOperations")).items():
            inner = f"{pointer}/additionalOperations{join_pointer(method)}"
            self._visit_operation(inner, members(operation), template, shared)
        if "$ref" in item:  # In a callback; in `paths` it was replaced by what it refers to.
            target = self._walk.resolve(pointer, "path item")
            if target is not None and target != pointer:
                self.visit_path_item(target, template)

    def _visit_operation(
        self, pointer: str, operation: _Node, template: str | None, shared: list[Parameter]
    ) -> None:
        own = self._content.visit_parameters(f"{pointer}/parameters", operation.get("parameters"))
        if template is not None:
            self._check_path_parameters(pointer, template, own, shared)
        # A path item may be reached from two paths.
        if not self._walk.is_first_visit("operation", pointer):
            return
        identifier = operation.get("operationId")
        if isinstance(identifier, str):
            # A path item that two paths refer to has one operationId, and not a duplicate.
            written = self._walk.document.origin(f"{pointer}/operationId")
            self._walk.identifiers[identifier].setdefault(written, f"{pointer}/operationId")
        if "requestBody" in operation:
            self._content.visit_body(f"{pointer}/requestBody")
        for code in members(operation.get("responses")):
            if not code.startswith("x-"):
                self._content.visit_response(f"{pointer}/responses{join_pointer(code)}")
        for name in members(operation.get("callbacks")):
            self.visit_callback(f"{pointer}/callbacks{join_pointer(name)}")
        self.check_servers(operation, pointer)
        self.check_security(operation, pointer)

    def _check_path_parameters(
        self, pointer: str, template: str, own: list[Parameter], shared: list[Parameter]
    ) -> None:
        """Check that a path and the path parameters of an operation have the same names."""
        in_template = _template_names(template)
        parameters = (*shared, *own)
        declared = {each.name: each for each in parameters if each.location == "path"}
        known = {each.name for each in parameters}
        unused = [name for name in declared if name not in in_template]
        in_query = _template_names(template.partition("?")[2])
        for name in dict.fromkeys(in_template):
            if name in declared or (name in known and name in in_query) or not name:
                continue
            message = f"no parameter describes '{{{name}}}' of the path; it is a string"
            near = nearest(name, unused)
            hint = (
                f"rename the parameter '{near}', which is not in the path, to '{name}'"
                if near
                else f"add a parameter {{name: {name}, in: path, required: true, schema: …}}"
            )
            self._walk.report("warning", "path-parameter", pointer, message, hint, at_key=True)
        for name in unused:
            message = f"the path '{template}' has no '{{{name}}}'; this parameter is ignored"
            place = declared[name].pointer
            self._walk.report("warning", "path-parameter-unused", place, message)

    def visit_callback(self, pointer: str) -> None:
        """Check the callback at a pointer."""
        there = self._walk.resolve(pointer, "callback")
        if there is None or not self._walk.is_first_visit("callback", there):
            return
        for expression, item in members(self._walk.document.get(there)).items():
            if isinstance(item, dict) and not expression.startswith("x-"):
                self.visit_path_item(there + join_pointer(expression), None)

    def report_duplicate_ids(self) -> None:
        """Report each operationId of more than one operation, after all operations are checked."""
        for identifier, found in self._walk.identifiers.items():
            first, *others = found.values()
            for place in others:
                message = f"duplicate operationId '{identifier}'; {self._walk.first_at(first)}"
                hint = "rename one of them"
                self._walk.report("warning", "duplicate-operation-id", place, message, hint)


def _template_names(template: str) -> list[str]:
    return re.findall(r"\{([^{}]+)\}", template)
