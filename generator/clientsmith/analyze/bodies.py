"""Request bodies → arguments and how they are sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..identifiers import argument, pascal, unique
from ..ir import (
    Anything,
    Argument,
    Choice,
    ChosenBody,
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
    SingleBody,
    TypeRef,
    Union,
    Upload,
    WholeJsonBody,
)
from .examples import Examples
from .forms import Forms, uploads
from .media import Kind, essence, kind_of, sent_as, suffix
from .nodes import Nodes, Place, join, text_of
from .parameters import distinct
from .schemas import Schemas, candidate_of, union

_TEXT = Scalar("string", "binary")
"""Text, or its bytes."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to give a body: how it is sent, by which arguments, and an example of these; `suffix`
    tells its call from that of the usual way.
    """

    body: SingleBody | ChosenBody | None = None
    arguments: tuple[Argument, ...] = ()
    example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    suffix: str = ""
    pointer: str = ""
    """The pointer of its Media Type Object."""


@dataclass(frozen=True, slots=True)
class _Media:
    """One media type of a request body; `base` names the shapes in it."""

    name: str
    kind: Kind
    pointer: str
    required: bool
    doc: str
    base: str = ""

    @property
    def schema(self) -> str:
        return join(self.pointer, "schema")

    @property
    def sent_as(self) -> str:
        return sent_as(self.name, self.kind)


class Bodies:
    """Reads the request bodies of operations."""

    def __init__(self, nodes: Nodes, schemas: Schemas, examples: Examples) -> None:
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples
        self._forms = Forms(nodes, schemas, examples)

    def read(self, place: Place, base: str, taken: list[str]) -> tuple[Reading, ...]:
        """The ways to give the body of an operation, the usual one first: one for each list of
        arguments that its media types ask for.
        """
        groups: list[list[Reading]] = []
        for media in self._media(place, base):
            reading = self._read(media, taken)
            same = next((own for own in groups if _takes_same(own[0], reading)), None)
            if same is None:
                groups.append([reading])
            else:
                same.append(reading)
        return tuple(_together(group, taken) for group in groups) or (Reading(),)

    def _media(self, place: Place, base: str) -> list[_Media]:
        """The media types of a body, the best typed first."""
        pointer = self._nodes.resolve(join(place.pointer, "requestBody"))
        node = self._nodes.mapping(pointer)
        if not node:
            return []
        required, doc = node.get("required") is True, text_of(node, "description")
        content = self._nodes.mapping(join(pointer, "content")) or {"application/octet-stream": {}}
        found = [(self._kind(name, join(pointer, "content", name)), name) for name in content]
        # Plain JSON before other JSON; the document's order counts otherwise.
        media = [
            _Media(
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

    def _is_of_use(self, media: _Media, first: _Media) -> bool:
        """Whether a caller has something to give in a media type: not where no field is allowed,
        nor in a plain text of the object that the `first` has with its types.
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

    def _read(self, media: _Media, taken: list[str]) -> Reading:
        match media.kind:
            case Kind.JSON:
                return self._json(media, taken)
            case Kind.FORM | Kind.MULTIPART:
                return self._form(media, taken)
            case Kind.LINES:
                return self._lines(media, taken)
            case Kind.TEXT | Kind.RAW:
                return self._raw(media, taken)

    def _json(self, media: _Media, taken: list[str]) -> Reading:
        fields = self._schemas.object_fields(media.schema, self._candidate(media))
        value = self._examples.of_media(media.pointer)
        if fields is None:
            type_ = self._schemas.type_of(media.schema, self._candidate(media))
            whole = self._whole(media, type_, taken)
            example = {} if value is None else {whole.name: value}
            body = WholeJsonBody(whole.name, media.required, media.sent_as, media.pointer)
            return self._reading(media, body, [whole], example)
        arguments = _arguments(fields, media.required, taken)
        pointer = self._nodes.resolve(media.schema)
        needed = _needed(media, fields, arguments)
        body = JsonBody(media.required, pointer, media.sent_as, needed)
        return self._reading(
            media, body, arguments, _example(value, self._examples.made(media.schema), arguments)
        )

    def _form(self, media: _Media, taken: list[str]) -> Reading:
        is_multipart = media.kind is Kind.MULTIPART
        pointer = self._nodes.resolve(media.schema)
        fields = self._schemas.object_fields(media.schema, self._candidate(media))
        if fields is None:
            return self._free_form(media, taken)
        value = self._examples.of_media(media.pointer)
        fields = tuple(item for item in fields if not item.read_only)
        for inner in self._forms.nested(media.pointer):
            self._schemas.degrade(inner, "a field that is itself of several parts is sent as one")
        fields = self._forms.files(media.pointer, fields) if is_multipart else fields
        styles = self._forms.styles(media.pointer, fields)
        if not is_multipart:
            arguments = _arguments(fields, media.required, taken)
            needed = _needed(media, fields, arguments)
            body = FormBody(
                media.required, pointer, media.sent_as, False, needed=needed, styles=styles
            )
            return self._reading(
                media,
                body,
                arguments,
                _example(value, self._examples.made(media.schema), arguments),
            )
        headers = self._forms.headers(media.pointer, fields, media.base)
        arguments = _arguments(fields, media.required, taken, [item.argument for item in headers])
        given: dict[str, dict[str, str]] = {}
        example = _example(value, self._examples.made(media.schema), arguments)
        for header, own in zip(headers, arguments[len(fields) :], strict=True):
            given.setdefault(header.field, {})[header.name] = own.name
            example |= {} if header.example is None else {own.name: header.example}
        body = FormBody(
            media.required,
            pointer,
            media.sent_as,
            True,
            needed=_needed(media, fields, arguments),
            styles=styles,
            parts=self._forms.parts(media.pointer, fields, given),
        )
        return self._reading(media, body, arguments, example)

    def _free_form(self, media: _Media, taken: list[str]) -> Reading:
        """A form without known fields, all in one argument, or a row of parts without names; a
        schema of something else leaves the writing to the caller.
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
            return self._raw(media, taken)
        if members := self._schemas.members(type_) if isinstance(type_, Ref | Union) else []:
            return self._union_form(media, type_, members, taken)
        type_ = MapOf(Anything()) if isinstance(type_, Anything) else type_
        if isinstance(type_, MapOf) and is_multipart:
            type_ = MapOf(uploads(type_.values, all_text=False))
        type_ = uploads(type_, all_text=False) if is_row else type_
        if is_row and self._forms.has_odd_rows(media.pointer):
            self._schemas.degrade(media.pointer, "parts without names have no headers of their own")
        whole = self._whole(media, type_, taken)
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
        return self._reading(media, body, [whole], example)

    def _union_form(
        self, media: _Media, type_: TypeRef, members: Sequence[Shape], taken: list[str]
    ) -> Reading:
        """A form of one of several objects, all in one argument, and the headers of its parts."""
        is_multipart = media.kind is Kind.MULTIPART
        whole = self._whole(media, type_, taken)
        fields: dict[str, Field] = {}
        for shape in members:
            own = tuple(item for item in shape.fields if not item.read_only)
            own = self._forms.files(media.pointer, own) if is_multipart else own
            if is_multipart:
                self._schemas.of_forms[shape.name] = {item.wire: item.type for item in own}
            for item in own:
                other = fields.get(item.wire, item)
                fields[item.wire] = replace(
                    item, type=union([other.type, item.type]), required=False
                )
        all_fields = tuple(fields.values())
        headers = self._forms.headers(media.pointer, all_fields, media.base) if is_multipart else ()
        arguments = distinct([whole, *(item.argument for item in headers)], taken)
        given: dict[str, dict[str, str]] = {}
        for header, own in zip(headers, arguments[1:], strict=True):
            given.setdefault(header.field, {})[header.name] = own.name
        parts = self._forms.parts(media.pointer, all_fields, given) if is_multipart else ()
        known = {part.wire for part in parts}
        # What is known to be no file is told too: of any other field, a tuple is one.
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
        return self._reading(media, body, arguments, example)

    def _lines(self, media: _Media, taken: list[str]) -> Reading:
        """A row of JSON texts: of items by `itemSchema` (OpenAPI 3.2), else by a schema of their
        array, else each by the schema.
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
        whole = self._whole(media, type_, taken)
        lines: Json = example if isinstance(example, list) else [example]
        is_sequence = essence(media.name) == "application/json-seq"
        body = LinesBody(whole.name, media.sent_as, is_sequence, media.pointer)
        return self._reading(media, body, [whole], {whole.name: lines})

    def _raw(self, media: _Media, taken: list[str]) -> Reading:
        is_text = media.kind is not Kind.RAW
        if media.kind is Kind.MULTIPART and isinstance(self._nodes.get(media.schema), dict):
            self._told_by_place(media)
        schema = self._nodes.mapping(self._nodes.resolve(media.schema))
        is_base64 = schema.get("format") == "byte" or schema.get("contentEncoding") == "base64"
        type_ = self._text(media) if is_text else Upload(is_file=False)
        if is_base64:
            type_ = union([Scalar("string", "byte"), Upload(is_file=False)])
        whole = self._whole(media, type_, taken)
        example = self._examples.of_media(media.pointer)
        given = example if isinstance(example, str) and is_text and not is_base64 else "string"
        if "*" not in media.name and media.kind is not Kind.MULTIPART:
            body = RawBody(whole.name, media.sent_as, is_base64=is_base64, pointer=media.pointer)
            return self._reading(media, body, [whole], {whole.name: given})
        kind = _kind_argument([*taken, whole.name], media.sent_as, Scalar("string"), media.pointer)
        body = RawBody(whole.name, media.sent_as, kind.name, is_base64, media.pointer)
        return self._reading(media, body, [whole, kind], {whole.name: given})

    def _text(self, media: _Media) -> Scalar:
        """The type of a body that is text: of a length in characters, bytes know nothing."""
        if self._nodes.mapping(self._nodes.resolve(media.schema)).get("type") != "string":
            return _TEXT
        type_ = self._schemas.type_of(media.schema, self._candidate(media))
        patterns = type_.limits.patterns if isinstance(type_, Scalar) else ()
        return replace(_TEXT, limits=Limits(patterns=patterns)) if patterns else _TEXT

    def _told_by_place(self, media: _Media) -> None:
        schema = self._nodes.mapping(self._nodes.resolve(media.schema))
        if schema.get("type") != "string":
            self._schemas.degrade(
                media.pointer, "parts told by their places are left to the caller"
            )

    def _candidate(self, media: _Media) -> str:
        return candidate_of(self._nodes.resolve(media.schema)) or media.base

    def _whole(self, media: _Media, type_: TypeRef, taken: list[str]) -> Argument:
        doc = media.doc or self._schemas.doc(media.schema)
        return Argument(
            name=unique("body", taken),
            wire="",
            location="body",
            type=type_,
            required=media.required,
            doc=doc,
            pointer=media.pointer,
        )

    def _reading(
        self,
        media: _Media,
        body: SingleBody,
        arguments: Sequence[Argument],
        example: Mapping[str, Json],
    ) -> Reading:
        return Reading(
            body, tuple(arguments), example, suffix(media.name, media.kind), media.pointer
        )


def _takes_same(one: Reading, other: Reading) -> bool:
    """Return whether two ways to give a body take the same arguments, whatever else is said."""
    mine, others = ([replace(item, facts=()) for item in each.arguments] for each in (one, other))
    return mine == others


def _preference(found: tuple[Kind, str]) -> tuple[Kind, bool]:
    kind, name = found
    return kind, kind is Kind.JSON and essence(name) != "application/json"


def _allows_fields(schema: Mapping[str, object]) -> bool:
    """Whether an object of a schema may have any field."""
    if schema.get("additionalProperties") is not False:
        return True
    own = ("properties", "patternProperties", "allOf", "anyOf", "oneOf", "$ref")
    return any(schema.get(key) for key in own)


def _arguments(
    fields: Sequence[Field], required: bool, taken: list[str], more: Sequence[Argument] = ()
) -> list[Argument]:
    """The properties of a body as arguments, under names that differ from those `taken`; `more` are
    named with them, and follow.
    """
    arguments: list[Argument] = []
    for item in fields:
        if item.read_only:
            continue
        name = argument(item.wire)
        arguments.append(
            Argument(
                name=f"body_{name}" if name in taken else name,
                wire=item.wire,
                location="body",
                type=item.type,
                required=item.required and required,
                doc=item.doc,
                default=item.default,
                has_default=item.has_default,
                deprecated=item.deprecated,
                facts=item.facts,
                pointer=item.pointer,
            )
        )
    return distinct([*arguments, *more], taken)


def _needed(
    media: _Media, fields: Sequence[Field], arguments: Sequence[Argument]
) -> tuple[str, ...]:
    """The arguments without which a part of a body that is not required is none; `arguments` are
    those of the fields that are sent, in their order, and maybe more.
    """
    # A merge patch has only what changes, whatever its schema asks for (RFC 7386, section 2).
    if media.required or essence(media.name) == "application/merge-patch+json":
        return ()
    sent = [item for item in fields if not item.read_only]
    pairs = zip(sent, arguments, strict=False)
    return tuple(own.name for item, own in pairs if item.required)


def _example(value: Json, made: Json, arguments: Sequence[Argument]) -> dict[str, Json]:
    """The arguments of an example of a body; what it lacks is as in one `made` of the schema."""
    given: dict[str, Json] = value if isinstance(value, dict) else {}
    others: dict[str, Json] = made if isinstance(made, dict) else {}
    missing = [item for item in arguments if item.required and item.wire not in given]
    given = {**given, **{item.wire: others.get(item.wire, "string") for item in missing}}
    return {item.name: given[item.wire] for item in arguments if item.wire in given}


def _is_object(type_: TypeRef) -> bool:
    if isinstance(type_, Union):
        return all(_is_object(member) for member in type_.members)
    return isinstance(type_, Anything | MapOf | Ref)


def _together(group: Sequence[Reading], taken: list[str]) -> Reading:
    """Ways that take the same arguments as one, with an argument that chooses the media type."""
    first = group[0]
    bodies: dict[str, SingleBody] = {}
    seen: set[str] = set()
    for reading in group:
        if isinstance(reading.body, ChosenBody) or reading.body is None:
            continue
        # Another name for JSON, or another charset, leaves nothing to choose.
        bare = essence(reading.body.media_type).replace("text/json", "application/json")
        if bare not in seen:
            bodies[reading.body.media_type] = reading.body
        seen.add(bare)
    if len(bodies) < 2:
        return first
    names = [*taken, *(item.name for item in first.arguments)]
    content = first.pointer.rpartition("/")[0]
    kind = _kind_argument(
        names, next(iter(bodies)), Choice(tuple(bodies), pointer=content), content
    )
    chosen = ChosenBody(kind.name, tuple(bodies.values()))
    return replace(first, body=chosen, arguments=(*first.arguments, kind))


def _kind_argument(taken: Sequence[str], usual: str, type_: TypeRef, pointer: str) -> Argument:
    return Argument(
        unique("content_type", taken),
        "",
        "media type",
        type_,
        required=False,
        doc="The media type of the body.",
        default=usual,
        has_default=True,
        pointer=pointer,
    )
