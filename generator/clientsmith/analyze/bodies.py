"""Request bodies → arguments and how they are sent."""

from __future__ import annotations

from ..ir import (
    Argument,
    Body,
    Json,
    JsonBody,
    RawBody,
    Scalar,
    WholeJsonBody,
)
from ..names import argument, unique
from .examples import Examples
from .nodes import Nodes, Place, is_json, join, text_of
from .parameters import distinct
from .schemas import Schemas, candidate_of


class Bodies:
    """Reads the request bodies of operations."""

    def __init__(self, nodes: Nodes, schemas: Schemas, examples: Examples) -> None:
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples

    def read(
        self, place: Place, base: str, taken: list[str]
    ) -> tuple[Body | None, list[Argument], dict[str, Json]]:
        pointer = join(place.pointer, "requestBody")
        if not self._nodes.has(pointer):
            return None, [], {}
        pointer = self._nodes.resolve(pointer)
        node = self._nodes.mapping(pointer)
        content = self._nodes.mapping(join(pointer, "content"))
        required = node.get("required") is True
        media = next((media for media in content if is_json(media)), None)
        if media is None:
            name = unique("body", taken)
            kind = next(iter(content), "application/octet-stream")
            whole = Argument(
                name,
                "",
                "body",
                Scalar("string", "binary"),
                required,
                doc=text_of(node, "description"),
            )
            return RawBody(name, kind, required), [whole], {}
        sent = "application/json" if "*" in media else media
        place_ = join(pointer, "content", media)
        schema = join(place_, "schema")
        value = self._examples.of_media(place_)
        candidate = candidate_of(self._nodes.resolve(schema)) or f"{base}Request"
        fields = self._schemas.object_fields(schema, candidate)
        if fields is None:
            name = unique("body", taken)
            type_ = self._schemas.type_of(schema, candidate)
            doc = text_of(node, "description") or self._schemas.doc(schema)
            whole = Argument(name, "", "body", type_, required, doc=doc)
            return (
                WholeJsonBody(name, required, sent),
                [whole],
                {} if value is None else {name: value},
            )
        arguments: list[Argument] = []
        for field in fields:
            if field.read_only:
                continue
            name = argument(field.wire)
            name = f"body_{name}" if name in taken else name
            arguments.append(
                Argument(
                    name=name,
                    wire=field.wire,
                    location="body",
                    type=field.type,
                    required=field.required and required,
                    doc=field.doc,
                    default=field.default,
                    has_default=field.has_default,
                    deprecated=field.deprecated,
                )
            )
        arguments = distinct(arguments, taken)
        given: dict[str, Json] = value if isinstance(value, dict) else {}
        example = {item.name: given[item.wire] for item in arguments if item.wire in given}
        return JsonBody(required, self._nodes.resolve(schema), sent), arguments, example
