"""A document as the second judge reads it, without any help of clientsmith."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit
from urllib.request import url2pathname

import yaml
from referencing import Registry, Resource
from referencing.exceptions import NoSuchResource
from referencing.jsonschema import EMPTY_REGISTRY, SchemaRegistry

METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_SUCCESSES = {str(status) for status in range(200, 300)}
_DEEPEST = 12
"""References and compositions that are followed in one another."""


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """YAML as JSON has it: a date is a text."""


_Loader.yaml_implicit_resolvers = {
    char: [(tag, regex) for tag, regex in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for char, pairs in _Loader.yaml_implicit_resolvers.items()
}


def load(path: Path) -> Any:
    """The plain data of a file, keys as texts."""
    text = path.read_text(encoding="utf-8-sig")
    if text.lstrip().startswith(("{", "[")):
        try:
            return json.loads(text)
        except ValueError:
            pass
    return _as_json(yaml.load(text, _Loader))


def _as_json(data: Any) -> Any:
    if isinstance(data, dict):
        return {str(key): _as_json(item) for key, item in data.items()}
    return [_as_json(item) for item in data] if isinstance(data, list) else data


class Files:
    """The files of a document, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve().as_uri()
        self._read: dict[str, Any] = {}

    def at(self, uri: str) -> Any:
        """The plain data of a file; only files are read."""
        if uri not in self._read:
            if urlsplit(uri).scheme != "file":
                raise NoSuchResource(uri)
            self._read[uri] = load(Path(url2pathname(urlsplit(uri).path)))
        return self._read[uri]

    @cached_property
    def registry(self) -> SchemaRegistry:
        """The same files for jsonschema."""

        def retrieve(uri: str) -> Resource[Any]:
            return Resource.opaque(self.at(uri))

        registry: Any = Registry(retrieve=retrieve)
        return registry.combine(EMPTY_REGISTRY)


@dataclass(frozen=True)
class Node:
    """A part of a document, and where it is: a file and a JSON pointer."""

    files: Files
    uri: str
    pointer: str
    data: Any

    def __getitem__(self, key: str) -> Node:
        """A part of an object or array, its references followed."""
        data = self.data[int(key) if isinstance(self.data, list) else key]
        step = key.replace("~", "~0").replace("/", "~1")
        return Node(self.files, self.uri, f"{self.pointer}/{step}", data).followed()

    def __contains__(self, key: str) -> bool:
        return isinstance(self.data, dict) and key in self.data

    def get(self, key: str) -> Any:
        """Plain data under a name, or None."""
        return self.data.get(key) if isinstance(self.data, dict) else None

    def part(self, key: str) -> Node | None:
        """A part under a name, its references followed; None where there is none."""
        if key not in self:
            return None
        return self[key]

    def items(self) -> Iterator[tuple[str, Node]]:
        for key in self.data if isinstance(self.data, dict) else ():
            yield key, self[key]

    def values(self) -> Iterator[Node]:
        return (part for _, part in self.items())

    def rows(self, key: str) -> Iterator[Node]:
        """The items of an array under a name."""
        if isinstance(rows := self.get(key), list):
            for at in range(len(rows)):
                yield self[key][str(at)]

    @property
    def ref(self) -> str:
        """The reference to this part."""
        return f"{self.uri}#{quote(self.pointer, safe='/~')}"

    def followed(self) -> Node:
        """What a chain of references leads to."""
        node = self
        for _ in range(_DEEPEST):
            ref = node.get("$ref")
            if not isinstance(ref, str):
                break
            uri, pointer = urldefrag(urljoin(node.uri, ref))
            data = self.files.at(uri)
            for step in pointer.split("/")[1:]:
                name = unquote(step).replace("~1", "/").replace("~0", "~")
                data = data[int(name) if isinstance(data, list) else name]
            node = Node(self.files, uri, unquote(pointer), data)
        return node


@dataclass(frozen=True)
class Parameter:
    """A parameter, or a field of a form."""

    name: str
    place: str
    is_required: bool
    style: str
    explode: bool
    schema: Node | None
    media_type: str = ""
    """That of `content`, where the parameter has it."""
    allows_empty: bool = False
    """Whether an empty text may be sent in a query (`allowEmptyValue`)."""


class Document:
    """A document of OpenAPI or Swagger."""

    def __init__(self, path: Path) -> None:
        self.files = Files(path)
        self.root = Node(self.files, self.files.root, "", self.files.at(self.files.root))
        self.version = str(self.root.get("openapi") or self.root.get("swagger") or "")
        self.is_swagger = "swagger" in self.root

    def operation(self, name: str) -> Described:
        """The operation called `GET /items/{id}`.

        Raises:
            KeyError: there is none.
        """
        method, _, path = name.partition(" ")
        item = self.root["paths"][path]
        return Described(self, path, item, item[method.lower()])


@dataclass(frozen=True)
class Described:
    """An operation as its document describes it."""

    document: Document
    path: str
    item: Node
    node: Node

    @cached_property
    def prefixes(self) -> tuple[str, ...]:
        """The paths of its own servers, with which Prism does not reckon."""
        servers = self.node.get("servers") or self.item.get("servers") or []
        paths = [urlsplit(str(server.get("url", ""))).path.rstrip("/") for server in servers]
        return tuple(path for path in paths if path)

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        """Every parameter but those of a body; the operation's replace those of the path."""
        found: dict[tuple[str, str], Parameter] = {}
        for node in (*self.item.rows("parameters"), *self.node.rows("parameters")):
            place = str(node.get("in"))
            if place not in ("body", "formData"):
                found[str(node.get("name")), place] = self._parameter(node)
        return tuple(found.values())

    @property
    def arrays(self) -> list[str]:
        """The places and styles of parameters that are arrays or objects, and styles in forms."""
        found = [
            f"{each.place} {each.style}"
            for each in self.parameters
            if each.schema is not None and types_of(each.schema) & {"array", "object"}
        ]
        for kind in ("multipart/form-data", "application/x-www-form-urlencoded"):
            body = self.body(kind)
            encoding = body[1].get("encoding") if body else None
            found += [f"form {each.get('style')}" for each in (encoding or {}).values()]
        return found

    @property
    def impossible(self) -> list[str]:
        """The fields of a body in JSON that a schema both requires and forbids."""
        body = self.body("application/json")
        schema = body[1].part("schema") if body else self.swagger_body
        found: list[str] = []
        for member in () if schema is None else members(schema):
            if member.get("additionalProperties") is False:
                known = member.get("properties") or {}
                found += [name for name in member.get("required") or () if name not in known]
        return found

    def _parameter(self, node: Node) -> Parameter:
        place = str(node.get("in"))
        name, needed = str(node.get("name")), bool(node.get("required"))
        if self.document.is_swagger:
            style, explode = _of_swagger(node.get("collectionFormat"), place)
            allows_empty = place in ("query", "formData") and node.get("allowEmptyValue") is True
            return Parameter(name, place, needed, style, explode, node, allows_empty=allows_empty)
        if "content" in node:
            ((kind, media),) = node["content"].items()
            schema = media.part("schema")
            return Parameter(name, place, needed, "", False, schema, kind)
        style = str(node.get("style") or ("form" if place in ("query", "cookie") else "simple"))
        explode = node.get("explode")
        schema = node.part("schema")
        spread = style == "form" if explode is None else bool(explode)
        allows_empty = place == "query" and node.get("allowEmptyValue") is True
        return Parameter(name, place, needed, style, spread, schema, allows_empty=allows_empty)

    def body(self, kind: str) -> tuple[str, Node] | None:
        """The media type and the description of a body that says to be of a kind."""
        if "requestBody" not in self.node or "content" not in self.node["requestBody"]:
            return None
        return _of_kind(self.node["requestBody"]["content"], kind)

    @cached_property
    def swagger_body(self) -> Node | None:
        """The schema of the one parameter in the body of a Swagger document."""
        for node in (*self.node.rows("parameters"), *self.item.rows("parameters")):
            if node.get("in") == "body" and "schema" in node:
                return node["schema"]
        return None

    @cached_property
    def swagger_form(self) -> Mapping[str, Parameter]:
        """The fields of a form of a Swagger document."""
        rows = (*self.item.rows("parameters"), *self.node.rows("parameters"))
        fields = [self._parameter(node) for node in rows if node.get("in") == "formData"]
        return {each.name: each for each in fields}

    def answer_types(self, accepted: Sequence[str]) -> list[str]:
        """The media types of answers, those first that a client accepts."""
        found: list[str] = []
        if self.document.is_swagger:
            found = list(self.node.get("produces") or ())
        elif "responses" in self.node:
            for response in self.node["responses"].values():
                found += list(response.get("content") or ())
        return sorted(
            dict.fromkeys(found), key=lambda kind: kind.partition(";")[0].lower() not in accepted
        )

    def successes(self) -> list[int]:
        """The statuses below 300 that are described; 200 where a `default` alone is."""
        names = list(self.node.get("responses") or ())
        found = sorted(int(name) for name in names if name in _SUCCESSES)
        ranges = any(name.upper() == "2XX" for name in names)
        return found or ([200] if ranges or "default" in names else [])

    def answer(self, status: int, kind: str) -> Node | None:
        """The schema of an answer, where it has one."""
        if "responses" not in self.node:
            return None
        responses = self.node["responses"]
        names = (str(status), f"{status // 100}XX", f"{status // 100}xx", "default")
        response = next((responses[name] for name in names if name in responses), None)
        if response is None:
            return None
        if self.document.is_swagger:
            return response.part("schema")
        if "content" not in response:
            return None
        found = _of_kind(response["content"], kind)
        return found[1]["schema"] if found and "schema" in found[1] else None


def _of_kind(content: Node, kind: str) -> tuple[str, Node] | None:
    plain = kind.partition(";")[0].strip().lower()
    known = {each.partition(";")[0].strip().lower(): each for each in reversed(list(content.data))}
    for name in (plain, f"{plain.partition('/')[0]}/*", "*/*"):
        if name in known:
            return known[name], content[known[name]]
    return None


def _of_swagger(format_: object, place: str) -> tuple[str, bool]:
    styles = {"ssv": "spaceDelimited", "pipes": "pipeDelimited", "tsv": "tabDelimited"}
    if format_ == "multi":
        return "form", True
    return styles.get(str(format_), "form" if place in ("query", "formData") else "simple"), False


def members(schema: Node, depth: int = 0) -> Iterator[Node]:
    """A schema and all that it is composed of."""
    yield schema
    if depth < _DEEPEST:
        for key in ("allOf", "anyOf", "oneOf"):
            for member in schema.rows(key):
                yield from members(member, depth + 1)


def types_of(schema: Node) -> set[str]:
    """The types that a schema names, or its properties and items suggest."""
    found: set[str] = set()
    for member in members(schema):
        named = member.get("type")
        found.update(named if isinstance(named, list) else [named] if named else [])
        if not named and "properties" in member:
            found.add("object")
        if not named and "items" in member:
            found.add("array")
    return found


def part_of(schema: Node | None, *keys: str) -> Node | None:
    """The schema under these names, in whatever a schema is composed of."""
    for member in () if schema is None else members(schema):
        node = member
        for key in keys:
            if key not in node:
                break
            node = node[key]
        else:
            return node
    return None


def reached(schema: Node, steps: Sequence[str]) -> list[Node]:
    """The schemas that a document has for a part of a value, whatever member of a union it is."""
    nodes = [schema]
    for step in steps:
        members_of = [member for node in nodes for member in members(node)]
        if step.isdigit() and any("items" in each or "prefixItems" in each for each in members_of):
            found = [each.part("items") for each in members_of]
            found += [row for each in members_of for row in each.rows("prefixItems")]
        else:
            own = [each.part("properties") for each in members_of]
            found = [each.part(step) for each in own if each is not None]
            found += [each.part("additionalProperties") for each in members_of]
        nodes = [each for each in found if each is not None and isinstance(each.data, dict)]
    return nodes


def names_field(schema: Node, steps: Sequence[str]) -> bool:
    """Whether a document has a name for a field of a value."""
    for node in reached(schema, steps[:-1]):
        for member in members(node):
            own = member.part("properties")
            if own is not None and steps[-1] in own:
                return True
    return False


def discriminates(schema: Node, steps: Sequence[str]) -> bool:
    """Whether the value of a field says which schema the object around it is of."""
    for node in reached(schema, steps[:-1]):
        for member in members(node):
            reported = member.get("discriminator")
            name = reported.get("propertyName") if isinstance(reported, dict) else reported
            if name == steps[-1]:
                return True
    return False
