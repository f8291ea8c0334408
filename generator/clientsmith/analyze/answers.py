"""Responses → what a call returns, and the model of its errors."""

from __future__ import annotations

from ..ir import (
    NULL,
    Json,
    Ref,
    Response,
    Scalar,
    TypeRef,
)
from .examples import Examples
from .nodes import Nodes, Place, is_json, join, text_of
from .schemas import Schemas, union


class Answers:
    """Reads the responses of operations."""

    def __init__(self, nodes: Nodes, schemas: Schemas, examples: Examples) -> None:
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples

    def read(self, place: Place, base: str) -> tuple[Response, Json]:
        """The type of a call's answer: of all documented 2xx answers together, in the order of
        their status.
        """
        answers = self._nodes.mapping(join(place.pointer, "responses"))
        statuses = sorted(status for status in answers if status.startswith("2"))
        if not statuses and "default" in answers:
            statuses = ["default"]
        types: list[TypeRef | None] = []
        kind = doc = ""
        example: Json = None
        for status in statuses:
            pointer = self._nodes.resolve(join(place.pointer, "responses", status))
            doc = doc or text_of(self._nodes.mapping(pointer), "description")
            content = self._nodes.mapping(join(pointer, "content"))
            media = next((media for media in content if is_json(media)), next(iter(content), None))
            if media is None:
                types.append(None)
                continue
            kind = kind or media
            suffix = "Response" if status == statuses[0] else f"Response{status}"
            types.append(self._answer_type(join(pointer, "content", media), media, base + suffix))
            if example is None:
                example = self._examples.of_media(join(pointer, "content", media))
        known = [type_ for type_ in types if type_ is not None]
        if not known:
            return Response(None, "", doc), None
        optional = [NULL] if len(known) < len(types) else []
        return Response(union([*known, *optional]), kind, doc), example

    def _answer_type(self, media_place: str, media: str, candidate: str) -> TypeRef:
        if is_json(media):
            schema = join(media_place, "schema")
            return (
                self._schemas.type_of(schema, candidate) if self._nodes.has(schema) else union([])
            )
        if media.startswith("text/") or media.endswith(("xml", "yaml")):
            return Scalar("string")
        return Scalar("string", "binary")

    def error(self, place: Place, base: str) -> TypeRef | None:
        answers = self._nodes.mapping(join(place.pointer, "responses"))
        found: list[TypeRef] = []
        for status in answers:
            if not (status.startswith(("4", "5")) or status == "default"):
                continue
            pointer = self._nodes.resolve(join(place.pointer, "responses", status))
            content = self._nodes.mapping(join(pointer, "content"))
            media = next((media for media in content if is_json(media)), None)
            schema = join(pointer, "content", media or "", "schema")
            if media is not None and self._nodes.has(schema):
                found.append(self._schemas.type_of(schema, f"{base}Error"))
        models = [type_ for type_ in found if isinstance(type_, Ref)]
        # The model that most statuses share: an error carries one typed body.
        return max(models, key=models.count) if models else None
