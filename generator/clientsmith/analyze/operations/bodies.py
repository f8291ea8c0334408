"""Request bodies → arguments and how they are sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...identifiers import pascal
from ...ir import (
    Anything,
    Argument,
    Field,
    FormBody,
    Json,
    JsonBody,
    Limits,
    LinesBody,
    ListOf,
    MapOf,
    Part,
    RawBody,
    Ref,
    Scalar,
    Shape,
    TypeRef,
    Union,
    Upload,
    WholeJsonBody,
)
from ..media_types import Kind, essence, kind_of, suffix
from ..nodes import Endpoint, Nodes, join, text_of
from ..schemas.names import candidate_of
from ..schemas.reader import Schemas
from ..schemas.unions import union
from .argument_names import ArgumentNames
from .examples import Examples
from .forms import Forms, uploads
from .readings import (
    Media,
    Reading,
    body_arguments,
    example_arguments,
    kind_argument,
    needed_arguments,
    reading_of,
    takes_same,
    together,
)

_TEXT = Scalar("string", "binary")
"""Text, or its bytes."""


class Bodies:
    """Reads the request bodies of operations."""

    def __init__(self, nodes: Nodes, schemas: Schemas, examples: Examples) -> None:
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples
        self._forms = Forms(nodes, schemas, examples)

    def read(self, endpoint: Endpoint, base: str, names: ArgumentNames) -> tuple[Reading, ...]:
        """Return the ways to give the body of an operation, the usual one first.

        Media types that take the same arguments are one way; others become variants of the call.
        """
        groups: list[list[Reading]] = []
        for media in self._media(endpoint, base):
            reading = self._read(media, names)
            same = next((own for own in groups if takes_same(own[0], reading)), None)
            if same is None:
                groups.append([reading])
            else:
                same.append(reading)
        return tuple(together(group, names) for group in groups) or (Reading(),)

    def _media(self, endpoint: Endpoint, base: str) -> list[Media]:
        """Return the media types of a body, the best typed first."""
        pointer = self._nodes.resolve(join(endpoint.pointer, "requestBody"))
        node = self._nodes.mapping(pointer)
        if not node:
            return []
        required, doc = node.get("required") is True, text_of(node, "description")
        content = self._nodes.mapping(join(pointer, "content")) or {"application/octet-stream": {}}
        found = [(self._kind(name, join(pointer, "content", name)), name) for name in content]
        # Plain JSON before other JSON; the document's order counts otherwise.
        media = [
            Media(
                name,
                kind,
                join(pointer, "content", name),
                required,
                doc,
                f"{base}{pascal(suffix(name, kind)) if at else ''}Request",
            )
            for at, (kind, name) in enumerate(sorted(found, key=_preference))
        ]
        return [item for item in media if self._is_of_use(item, media[0])]

    def _is_of_use(self, media: Media, first: Media) -> bool:
        """Return whether a caller has something to give in a media type.

        That is not so where no property is allowed, nor for plain text whose schema is that of the
        first, typed media type.
        """
        schema = self._nodes.mapping(self._nodes.resolve(media.schema))
        if not media.required and schema.get("type") == "object" and not _allows_fields(schema):
            return False
        if essence(media.name) != "text/plain" or not schema:
            return True
        is_typed = first.kind < Kind.LINES and schema.get("type") != "string"
        return not is_typed or schema != self._nodes.mapping(self._nodes.resolve(first.schema))

    def _kind(self, name: str, pointer: str) -> Kind:
        kind = kind_of(name)
        schema = self._nodes.mapping(self._nodes.resolve(join(pointer, "schema")))
        is_text = schema.get("type") == "string"
        if kind is Kind.LINES and "itemSchema" not in self._nodes.mapping(pointer):
            return Kind.TEXT if is_text or not schema else kind
        if essence(name) in ("*", "*/*") and is_text and schema.get("format") == "binary":
            return Kind.RAW
        # The server takes any form of this schema, and JSON is the one that all of them know.
        if essence(name) == "application/*" and schema and not is_text:
            return Kind.JSON
        return kind

    def _read(self, media: Media, names: ArgumentNames) -> Reading:
        match media.kind:
            case Kind.JSON:
                return self._json(media, names)
            case Kind.FORM | Kind.MULTIPART:
                return self._form(media, names)
            case Kind.LINES:
                return self._lines(media, names)
            case Kind.TEXT | Kind.RAW:
                return self._raw(media, names)

    def _json(self, media: Media, names: ArgumentNames) -> Reading:
        fields = self._schemas.object_fields(media.schema, self._candidate(media))
        value = self._examples.of_media(media.pointer)
        if fields is None:
            type_ = self._schemas.type_of(media.schema, self._candidate(media))
            whole = self._whole(media, type_, names)
            example = {} if value is None else {whole.name: value}
            body = WholeJsonBody(whole.name, media.required, media.sent_as, media.pointer)
            return reading_of(media, body, [whole], example)
        arguments = body_arguments(fields, media.required, names)
        pointer = self._nodes.resolve(media.schema)
        needed = needed_arguments(media, fields, arguments)
        body = JsonBody(media.required, pointer, media.sent_as, needed)
        return reading_of(
            media,
            body,
            arguments,
            example_arguments(value, self._examples.made(media.schema), arguments, needed),
        )

    def _form(self, media: Media, names: ArgumentNames) -> Reading:
        is_multipart = media.kind is Kind.MULTIPART
        pointer = self._nodes.resolve(media.schema)
        fields = self._schemas.object_fields(media.schema, self._candidate(media))
        if fields is None:
            return self._free_form(media, names)
        value = self._examples.of_media(media.pointer)
        fields = tuple(item for item in fields if not item.read_only)
        for inner in self._forms.nested(media.pointer):
            self._schemas.degrade(inner, "a field that is itself of several parts is sent as one")
        fields = self._forms.files(media.pointer, fields) if is_multipart else fields
        styles = self._forms.styles(media.pointer, fields)
        if not is_multipart:
            arguments = body_arguments(fields, media.required, names)
            needed = needed_arguments(media, fields, arguments)
            body = FormBody(
                media.required, pointer, media.sent_as, False, needed=needed, styles=styles
            )
            return reading_of(
                media,
                body,
                arguments,
                example_arguments(value, self._examples.made(media.schema), arguments, needed),
            )
        headers = self._forms.headers(media.pointer, fields, media.base)
        arguments = body_arguments(
            fields, media.required, names, [item.argument for item in headers]
        )
        given: dict[str, dict[str, str]] = {}
        needed = needed_arguments(media, fields, arguments)
        made = self._examples.made(media.schema)
        example = example_arguments(value, made, arguments, needed)
        for header, own in zip(headers, arguments[len(fields) :], strict=True):
            given.setdefault(header.field, {})[header.name] = own.name
            example |= {} if header.example is None else {own.name: header.example}
        body = FormBody(
            media.required,
            pointer,
            media.sent_as,
            True,
            needed=needed,
            styles=styles,
            parts=self._forms.parts(media.pointer, fields, given),
        )
        return reading_of(media, body, arguments, example)

    def _free_form(self, media: Media, names: ArgumentNames) -> Reading:
        """Return the reading of a form without known fields, or of parts without names.

        All are in one argument. With a schema of something else, the caller writes the body.
        """
        is_multipart = media.kind is Kind.MULTIPART
        type_: TypeRef = Anything()
        item = join(media.pointer, "itemSchema")
        if self._nodes.has(media.schema):
            type_ = self._schemas.type_of(media.schema, self._candidate(media))
        elif self._nodes.has(item) and is_multipart:
            type_ = ListOf(self._schemas.type_of(item, f"{media.base}Item"))
        is_row = is_multipart and isinstance(type_, ListOf)
        if not is_row and not _is_object(type_):
            return self._raw(media, names)
        if members := self._schemas.members(type_) if isinstance(type_, Ref | Union) else []:
            return self._union_form(media, type_, members, names)
        type_ = MapOf(Anything()) if isinstance(type_, Anything) else type_
        if isinstance(type_, MapOf) and is_multipart:
            type_ = MapOf(uploads(type_.values, all_text=False))
        type_ = uploads(type_, all_text=False) if is_row else type_
        if is_row and self._forms.has_odd_rows(media.pointer):
            self._schemas.degrade(media.pointer, "parts without names have no headers of their own")
        whole = self._whole(media, type_, names)
        value = self._examples.of_media(media.pointer)
        example = {whole.name: value} if isinstance(value, list if is_row else dict) else {}
        body = FormBody(
            media.required,
            self._nodes.resolve(media.schema),
            media.sent_as,
            is_multipart,
            argument=whole.name,
            parts=self._forms.row(media.pointer) if is_row else (),
        )
        return reading_of(media, body, [whole], example)

    def _union_form(
        self, media: Media, type_: TypeRef, members: Sequence[Shape], names: ArgumentNames
    ) -> Reading:
        """Return the reading of a form of one of several objects, with the headers of its parts."""
        is_multipart = media.kind is Kind.MULTIPART
        whole = self._whole(media, type_, names)
        fields: dict[str, Field] = {}
        for shape in members:
            own = tuple(item for item in shape.fields if not item.read_only)
            own = self._forms.files(media.pointer, own) if is_multipart else own
            if is_multipart:
                self._schemas.set_types_in_form(shape.name, {item.wire: item.type for item in own})
            for item in own:
                other = fields.get(item.wire, item)
                fields[item.wire] = replace(
                    item, type=union([other.type, item.type]), required=False
                )
        all_fields = tuple(fields.values())
        headers = self._forms.headers(media.pointer, all_fields, media.base) if is_multipart else ()
        arguments = names.of_body([whole, *(item.argument for item in headers)])
        given: dict[str, dict[str, str]] = {}
        for header, own in zip(headers, arguments[1:], strict=True):
            given.setdefault(header.field, {})[header.name] = own.name
        parts = self._forms.parts(media.pointer, all_fields, given) if is_multipart else ()
        known = {part.wire for part in parts}
        # A tuple in a field of unknown type is a file: fields that are none are listed too.
        plain = [Part(wire) for wire in fields if is_multipart and wire not in known]
        body = FormBody(
            media.required,
            self._nodes.resolve(media.schema),
            media.sent_as,
            is_multipart,
            argument=whole.name,
            styles=self._forms.styles(media.pointer, all_fields),
            parts=(*parts, *plain),
        )
        value = self._examples.of_media(media.pointer)
        example = {whole.name: value} if isinstance(value, dict) else {}
        return reading_of(media, body, arguments, example)

    def _lines(self, media: Media, names: ArgumentNames) -> Reading:
        """Return the reading of a sequence of JSON texts.

        Their type is `itemSchema` (OpenAPI 3.2), else the items of an array in `schema`, else
        `schema` itself.
        """
        item = join(media.pointer, "itemSchema")
        if self._nodes.has(item):
            candidate = candidate_of(self._nodes.resolve(item)) or f"{media.base}Item"
            type_: TypeRef = ListOf(self._schemas.type_of(item, candidate))
            example = self._examples.of_schema(item)
        else:
            type_ = self._schemas.type_of(media.schema, self._candidate(media))
            type_ = type_ if isinstance(type_, ListOf) else ListOf(type_)
            example = self._examples.of_media(media.pointer)
        whole = self._whole(media, type_, names)
        lines: Json = example if isinstance(example, list) else [example]
        is_sequence = essence(media.name) == "application/json-seq"
        body = LinesBody(whole.name, media.sent_as, is_sequence, media.pointer)
        return reading_of(media, body, [whole], {whole.name: lines})

    def _raw(self, media: Media, names: ArgumentNames) -> Reading:
        is_text = media.kind is not Kind.RAW
        if media.kind is Kind.MULTIPART and isinstance(self._nodes.get(media.schema), dict):
            self._degrade_unnamed_parts(media)
        schema = self._nodes.mapping(self._nodes.resolve(media.schema))
        is_base64 = schema.get("format") == "byte" or schema.get("contentEncoding") == "base64"
        type_ = self._text(media) if is_text else Upload(is_file=False)
        if is_base64:
            type_ = union([Scalar("string", "byte"), Upload(is_file=False)])
        whole = self._whole(media, type_, names)
        example = self._examples.of_media(media.pointer)
        given = example if isinstance(example, str) and is_text and not is_base64 else "string"
        if "*" not in media.name and media.kind is not Kind.MULTIPART:
            body = RawBody(whole.name, media.sent_as, is_base64=is_base64, pointer=media.pointer)
            return reading_of(media, body, [whole], {whole.name: given})
        kind = kind_argument(names, [whole], media.sent_as, Scalar("string"), media.pointer)
        body = RawBody(whole.name, media.sent_as, kind.name, is_base64, media.pointer)
        return reading_of(media, body, [whole, kind], {whole.name: given})

    def _text(self, media: Media) -> Scalar:
        """Return the type of a text body.

        It has patterns alone of the limits: a length counts characters, and bytes have none.
        """
        if self._nodes.mapping(self._nodes.resolve(media.schema)).get("type") != "string":
            return _TEXT
        type_ = self._schemas.type_of(media.schema, self._candidate(media))
        patterns = type_.limits.patterns if isinstance(type_, Scalar) else ()
        return replace(_TEXT, limits=Limits(patterns=patterns)) if patterns else _TEXT

    def _degrade_unnamed_parts(self, media: Media) -> None:
        schema = self._nodes.mapping(self._nodes.resolve(media.schema))
        if schema.get("type") != "string":
            self._schemas.degrade(
                media.pointer, "the caller encodes parts that have positions and no names"
            )

    def _candidate(self, media: Media) -> str:
        return candidate_of(self._nodes.resolve(media.schema)) or media.base

    def _whole(self, media: Media, type_: TypeRef, names: ArgumentNames) -> Argument:
        doc = media.doc or self._schemas.doc(media.schema)
        whole = Argument(
            name="body",
            wire="",
            location="body",
            type=type_,
            required=media.required,
            doc=doc,
            pointer=media.pointer,
        )
        return names.of_body([whole])[0]


def _preference(found: tuple[Kind, str]) -> tuple[Kind, bool]:
    kind, name = found
    return kind, kind is Kind.JSON and essence(name) != "application/json"


def _allows_fields(schema: Mapping[str, object]) -> bool:
    """Return whether an object of a schema may have any property."""
    if schema.get("additionalProperties") is not False:
        return True
    own = ("properties", "patternProperties", "allOf", "anyOf", "oneOf", "$ref")
    return any(schema.get(key) for key in own)


def _is_object(type_: TypeRef) -> bool:
    if isinstance(type_, Union):
        return all(_is_object(member) for member in type_.members)
    return isinstance(type_, Anything | MapOf | Ref)
