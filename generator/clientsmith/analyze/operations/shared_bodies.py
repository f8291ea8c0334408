"""Finds the response bodies that a document writes out more than once, to give each one model."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import cast

from ...document import holds_names
from ...identifiers import TypeNames
from ..nodes import Endpoint, Nodes, join
from ..schemas.names import candidate_of
from ..schemas.shared_names import title_name

_STRUCTURED = frozenset({"allOf", "anyOf", "items", "oneOf", "properties"})
_EXAMPLES = frozenset({"example", "examples"})


class SharedBodies:
    """The schemas of the response bodies of the operations `found`, equal ones taken together.

    A schema that has a name in `names.lock` or in the configuration represents those equal to it
    that have none; schemas that have different names there are kept apart.
    """

    def __init__(self, nodes: Nodes, names: TypeNames, found: Iterable[Endpoint]) -> None:
        self._nodes = nodes
        self._names = names
        self._contents: dict[str, str] = {}
        self._first: dict[str, str] = {}
        self._errors: dict[str, dict[str, int]] = {}
        """By content, in how many answers it is the body of an error of each status."""
        for endpoint in found:
            for status, answer in nodes.inside(join(endpoint.pointer, "responses")).items():
                content = join(nodes.resolve(answer), "content")
                for media in nodes.mapping(content):
                    self._add(join(content, media, "schema"), status)

    def _add(self, schema: str, status: str) -> None:
        content = self._content(schema)
        if content is None:
            return
        self._contents[schema] = content
        first = self._first.setdefault(content, schema)
        if first != schema and self._names.rules.schema_names == "own":
            self._suggest(first)
        if self._names.fixed(schema) and not self._names.fixed(first):
            self._first[content] = schema
        if not status.startswith("2"):
            counts = self._errors.setdefault(content, {})
            counts[status] = counts.get(status, 0) + 1

    def _suggest(self, schema: str) -> None:
        if schema not in self._names.suggested and (
            name := title_name(self._nodes.mapping(schema))
        ):
            self._names.suggested[schema] = name

    def _content(self, schema: str) -> str | None:
        """Return the schema at a pointer as JSON text without its examples; None if it has a name.

        References and components have names already, and a scalar needs none.
        """
        node = self._nodes.mapping(schema)
        if "$ref" in node or _STRUCTURED.isdisjoint(node) or candidate_of(schema):
            return None
        return json.dumps(_bare(node), sort_keys=True, default=str)

    def standing(self) -> dict[str, tuple[str, str]]:
        """Return what represents the schema of each response body, and the name of its error."""
        return {
            schema: (self._first[content], self.error(schema))
            for schema, content in self._contents.items()
        }

    def place(self, schema: str) -> str:
        """Return the pointer of the schema that represents this one and all equal to it."""
        first = self._first.get(self._contents.get(schema, ""), schema)
        own, other = self._names.fixed(schema), self._names.fixed(first)
        if first == schema or (own and own != other):
            return schema
        self._names.share(schema, first)
        item, other = schema, first
        while "items" in self._nodes.mapping(item):
            item, other = join(item, "items"), join(other, "items")
            self._names.share(item, other)
        return first

    def error(self, schema: str) -> str:
        """Return the name of the model of an error body of several responses, else nothing."""
        counts = self._errors.get(self._contents.get(schema, ""), {})
        if sum(counts.values()) < 2:
            return ""
        statuses = [status.upper() for status in counts]
        return (
            f"Error{statuses[0]}" if len(statuses) == 1 and statuses != ["DEFAULT"] else "ErrorBody"
        )


def _bare(node: object, *, is_named: bool = False) -> object:
    """Return a schema without its examples.

    Args:
        node: The schema, or a part of it.
        is_named: Whether it is a map from names, in which a property may be called `example`.
    """
    if isinstance(node, dict):
        members = cast("Mapping[str, object]", node)
        return {
            key: _bare(item, is_named=not is_named and holds_names(key))
            for key, item in members.items()
            if is_named or key not in _EXAMPLES
        }
    return [_bare(item) for item in cast("list[object]", node)] if isinstance(node, list) else node
