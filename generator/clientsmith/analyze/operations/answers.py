"""Responses → what a call returns, and the types of its errors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ...config import AnswerSetting, Target
from ...diagnostics import ClientsmithError, error
from ...identifiers import pascal
from ...ir import NULL, Answer, AnswerKind, Anything, Json, ListOf, Response, Scalar, TypeRef
from ..media_types import describes_text, is_json, may_be_json
from ..nodes import Endpoint, Nodes, join, text_of
from ..schemas.reader import Schemas
from ..schemas.unions import union
from .accept import accept_header, asked_media_type, essence_of
from .examples import Examples
from .shared_bodies import SharedBodies

_STATUS = re.compile(r"[1-5](\d\d|XX)|default")
# Each line, or each record (RFC 7464), is a JSON text of its own.
_LINES = frozenset(
    f"application/{name}"
    for name in (
        *("jsonl", "x-jsonl", "jsonlines", "x-jsonlines", "json-lines", "ndjson", "x-ndjson"),
        *("json-seq", "stream+json"),
    )
)
_EVENTS = "text/event-stream"
_TEXTS = frozenset(
    f"application/{name}"
    for name in ("xml", "yaml", "x-yaml", "javascript", "graphql", "x-www-form-urlencoded")
)
_ASKED: dict[AnswerSetting, str] = {
    "file": "*/*",
    "text": "*/*",
    "json": "application/json",
    "events": "text/event-stream",
    "lines": "application/jsonl, */*;q=0.8",
}
"""What is asked for where the configuration alone describes an answer."""
_FIELDS = frozenset({"data", "event", "id", "retry"})
_EMPTY = frozenset({"204", "205"})


@dataclass(frozen=True, slots=True)
class _Media:
    """A media type of an answer, and the place of its description."""

    name: str
    pointer: str


class Answers:
    """Reads the responses of operations."""

    def __init__(
        self,
        nodes: Nodes,
        schemas: Schemas,
        examples: Examples,
        target: Target,
        shared: SharedBodies,
    ) -> None:
        self._target = target
        self._nodes = nodes
        self._schemas = schemas
        self._examples = examples
        self._shared = shared
        self._known: dict[str, dict[str, str]] = {}
        """The statuses of each operation, by its place."""
        self.types: dict[str, TypeRef] = {}
        """The type of each media type read so far, by the pointer of its Media Type Object."""

    def read(self, endpoint: Endpoint, base: str) -> tuple[Response, Json]:
        """Return what a call returns, and an example of it.

        Every documented 2xx response counts, in the order of status. The response to HEAD has no
        body, whatever the document says (RFC 9110, section 9.3.2).
        """
        found = self.statuses(endpoint)
        statuses = sorted(status for status in found if status.startswith("2"))
        if not statuses and "default" in found:
            statuses = ["default"]
        pointers = [found[status] for status in statuses]
        # What stands beside a reference counts before what it leads to (OpenAPI 3.1, 4.8.23).
        written = [join(endpoint.pointer, "responses", status) for status in statuses]
        docs = (
            text_of(self._nodes.mapping(pointer), "description")
            for pair in zip(written, pointers, strict=True)
            for pointer in pair
        )
        doc = next(filter(None, docs), "")
        headers = tuple(self._headers(pointers))
        setting = self._target.answers.get(endpoint.key)
        if endpoint.method == "head":
            if setting is not None:
                raise self._unfit(
                    endpoint, "the answer to HEAD has no body (RFC 9110, section 9.3.2)"
                )
            return Response(headers=headers, doc=doc), None
        if setting is not None:
            answers = self._set(setting, found, statuses, f"{base}Response")
            return _response(answers, self._asked_by(setting, pointers), headers, doc), None
        answers: list[Answer] = []
        asked: list[str] = []
        example: Json = None
        for status, pointer in zip(statuses, pointers, strict=True):
            suffix = "Response" if status == statuses[0] else f"Response{status}"
            for media in self._readable(pointer):
                answers.append(self._answer(status, media, base + suffix))
                asked.append(asked_media_type(media.name, answers[-1].kind))
                if example is None and answers[-1].kind == "json":
                    example = self._examples.of_media(media.pointer)
            if not answers or answers[-1].status != status:
                answers.append(Answer(status, "none", pointer=pointer))
        return _response(answers, accept_header(asked), headers, doc), example

    def _set(
        self, kind: AnswerSetting, found: dict[str, str], statuses: list[str], candidate: str
    ) -> list[Answer]:
        """Return the answers of an operation whose kind of response is configured.

        The document's own schema types them, if there is one of more than a text. A status that has
        no content by definition, such as 204, keeps none.
        """
        answers: list[Answer] = []
        described = [media for status in statuses for media in self._described(found[status])]
        described.sort(key=lambda media: self._kind(media) != kind)
        for media in described[:1]:
            if kind == "events" or not describes_text(self._schema(media)):
                named = replace(self._answer("2XX", media, candidate, kind), media_type="*/*")
                # FastAPI documents JSON of any type, `{}`, for what it knows nothing of.
                if kind != "events" or not isinstance(named.type, Anything):
                    answers.append(named)
        usual = Scalar("string") if kind == "events" else Anything()
        answers = answers or [
            Answer("2XX", kind, "*/*", usual, pointer=next(iter(found.values()), ""))
        ]
        if kind == "json":
            answers = [replace(answers[0], media_type="application/json")]
        return [
            *answers,
            *(
                Answer(status, "none", pointer=found[status])
                for status in statuses
                if status in _EMPTY
            ),
        ]

    def _asked_by(self, kind: AnswerSetting, pointers: list[str]) -> str:
        """Return the Accept header of an operation whose kind of response is configured."""
        named = [
            asked_media_type(media.name, kind)
            for pointer in pointers
            for media in self._described(pointer)
            if self._kind(media) == kind
        ]
        return ", ".join(dict.fromkeys(named)) or _ASKED[kind]

    def _described(self, pointer: str) -> list[_Media]:
        content = self._nodes.mapping(join(pointer, "content"))
        return [_Media(name, join(pointer, "content", name)) for name in content]

    def _unfit(self, endpoint: Endpoint, said: str) -> ClientsmithError:
        span = self._target.span("answers", endpoint.key)
        return ClientsmithError(
            (error("config-answer", f"answers of {endpoint.key!r}: {said}", span),)
        )

    def errors(self, endpoint: Endpoint, base: str) -> tuple[tuple[str, TypeRef], ...]:
        """Return the types of the error responses, by status.

        Where all errors have one type, its status is empty: the client tries it for undocumented
        statuses too, since an API has one form for its errors.
        """
        types: dict[str, TypeRef] = {}
        for status, pointer in self.statuses(endpoint).items():
            if not status.startswith(("4", "5", "d")):
                continue
            content = self._nodes.mapping(join(pointer, "content"))
            names = sorted(filter(may_be_json, content), key=lambda name: not is_json(name))
            media = next(iter(names), None)
            schema = join(pointer, "content", media or "", "schema")
            if media is not None and self._nodes.has(schema):
                name = self._shared.error(schema) or f"{base}Error"
                type_ = self._schemas.type_of(self._shared.place(schema), name)
                self.types[join(pointer, "content", media)] = type_
                if not isinstance(type_, Anything):
                    types[status] = type_
        if len(set(types.values())) == 1:
            return (("", next(iter(types.values()))),)
        return tuple(sorted(types.items()))

    def statuses(self, endpoint: Endpoint) -> dict[str, str]:
        """Return the pointer of each response of an operation, by its status."""
        known = self._known.get(endpoint.pointer)
        if known is None:
            answers = self._nodes.inside(join(endpoint.pointer, "responses"))
            known = self._known[endpoint.pointer] = {
                status: self._nodes.resolve(answer)
                for key, answer in answers.items()
                if _STATUS.fullmatch(status := key if key == "default" else key.upper())
            }
        return known

    def _headers(self, pointers: list[str]) -> Iterator[tuple[str, str]]:
        names: set[str] = set()
        for pointer in pointers:
            for name in self._nodes.mapping(join(pointer, "headers")):
                # OpenAPI 3.1, section 4.8.17: a Content-Type is described by the content.
                if name.lower() not in names and name.lower() != "content-type":
                    names.add(name.lower())
                    header = self._nodes.resolve(join(pointer, "headers", name))
                    yield name, text_of(self._nodes.mapping(header), "description")

    def _readable(self, pointer: str) -> list[_Media]:
        """Return the media types of a response that a call reads, JSON first.

        They are one of JSON, one stream, and what has a schema of its own; XML with the schema of
        the JSON is the same value in another form.
        """
        found = self._described(pointer)
        documents = [item for item in found if self._kind(item) == "json"]
        documents.sort(
            key=lambda item: (
                not is_json(item.name),
                essence_of(item.name) != "application/json",
            )
        )
        others = [item for item in found if item not in documents]
        if documents:
            others = [item for item in others if self._is_of_its_own(item)]
        streams = [item for item in others if self._kind(item) in ("events", "lines")]
        streams.sort(key=lambda item: self._kind(item) == "lines")
        return [*documents[:1], *(item for item in others if item not in streams[1:])]

    def _is_of_its_own(self, media: _Media) -> bool:
        if self._kind(media) in ("lines", "events"):
            return True
        return describes_text(self._schema(media))

    def _schema(self, media: _Media) -> dict[str, object]:
        return self._nodes.mapping(self._nodes.resolve(join(media.pointer, "schema")))

    def _kind(self, media: _Media) -> AnswerKind:
        name, schema = essence_of(media.name), self._schema(media)
        if name in _LINES or name.endswith("+json-seq"):
            return "lines"
        if name == _EVENTS:
            return "events"
        is_text = describes_text(schema)
        if is_text and schema.get("format") == "binary":
            return "file"
        if may_be_json(name):
            return "json"
        if name == "text/plain":
            return "text" if is_text else "json"
        if name.startswith("text/") or name.endswith(("+xml", "+yaml")) or name in _TEXTS:
            return "text"
        return "file"

    def _answer(
        self, status: str, media: _Media, candidate: str, kind: AnswerKind | None = None
    ) -> Answer:
        """Return the answer of a status in a media type, read as its kind or a given one."""
        kind, named = kind or self._kind(media), dict[str, TypeRef]()
        schema = join(media.pointer, "schema")
        if kind == "json":
            type_ = self._type(schema, candidate)
        elif kind == "lines":
            type_ = self._type(self._item(media), f"{candidate}Item")
        elif kind == "events":
            type_, named = self._data(self._item(media), f"{candidate}Event")
        else:
            type_ = Scalar("string")
        # By whatever name JSON goes, it is read the same.
        name = (
            "application/json" if kind == "json" and is_json(media.name) else essence_of(media.name)
        )
        self.types[media.pointer] = type_
        return Answer(status, kind, name, type_, tuple(sorted(named.items())), media.pointer)

    def _type(self, schema: str, candidate: str) -> TypeRef:
        has = self._nodes.has(schema)
        place = self._shared.place(schema)
        return self._schemas.type_of(place, candidate) if has else Anything()

    def _item(self, media: _Media) -> str:
        """Return the pointer of the schema of one item of a stream.

        `itemSchema` is that of an item and `schema` that of the whole array (OpenAPI 3.2, section
        4.14.3.1); before OpenAPI 3.2, documents often put the schema of an item into `schema`.
        """
        item, whole = join(media.pointer, "itemSchema"), join(media.pointer, "schema")
        if self._nodes.has(item):
            return item
        resolved = self._nodes.resolve(whole)
        is_array = self._nodes.mapping(resolved).get("type") == "array"
        return join(resolved, "items") if is_array else whole

    def _data(self, schema: str, candidate: str) -> tuple[TypeRef, dict[str, TypeRef]]:
        """Return the type of the data of server-sent events, and the types by event name.

        A schema describes the data itself, or the event around it with `data`, `event`, `id` and
        `retry` (OpenAPI 3.2, section 4.14.4). In that form a `oneOf` can describe several kinds of
        events.
        """
        if not self._nodes.has(schema):
            return Scalar("string"), {}
        place = self._nodes.resolve(schema)
        node = self._nodes.mapping(place)
        kinds = [
            self._nodes.resolve(join(place, keyword, at))
            for keyword in ("oneOf", "anyOf")
            for at in range(len(node.get(keyword) or ()))
        ]
        around = [kind for kind in kinds if self._is_event(kind)]
        if not (self._is_event(place) or (around and around == kinds)):
            return self._schemas.type_of(schema, candidate), {}
        usual = join(place, "properties", "data")
        named: dict[str, TypeRef] = {}
        types: list[TypeRef] = []
        for kind in around or [place]:
            own = join(kind, "properties", "data")
            data = own if self._nodes.has(own) else usual
            names = self._names(join(kind, "properties", "event")) if around else ()
            suffix = pascal(names[0]) if names else ""
            types.append(self._content(data, candidate + suffix))
            named.update(dict.fromkeys(names, types[-1]))
        return union(types), named if len(set(types)) > 1 else {}

    def _is_event(self, schema: str) -> bool:
        properties = set(self._nodes.mapping(join(schema, "properties")))
        return bool(properties & {"data", "event"}) and properties <= _FIELDS

    def _names(self, schema: str) -> tuple[str, ...]:
        """Return the event names that a schema allows."""
        node = self._nodes.mapping(self._nodes.resolve(schema)) if self._nodes.has(schema) else {}
        values = [node["const"]] if "const" in node else node.get("enum") or []
        return tuple(value for value in values if isinstance(value, str))

    def _content(self, data: str, candidate: str) -> TypeRef:
        """Return the type of the JSON in an event's text (JSON Schema Validation, section 8.5)."""
        place = self._nodes.resolve(data) if self._nodes.has(data) else data
        if self._nodes.has(join(place, "contentSchema")):
            return self._schemas.type_of(join(place, "contentSchema"), candidate)
        if is_json(str(self._nodes.mapping(place).get("contentMediaType", ""))):
            return Anything()
        return self._schemas.type_of(data, candidate) if self._nodes.has(data) else Scalar("string")


def _response(
    answers: list[Answer], accept: str, headers: tuple[tuple[str, str], ...], doc: str
) -> Response:
    """Return the response of a call: of one JSON type, or of several answers.

    A 200 with `Pet` as JSON and a 204 are `Pet | None`, read in the simple way. A 200 with `Pet` as
    JSON or a file as `text/csv` are two answers, of which the Content-Type chooses one.
    """
    types = tuple(dict.fromkeys(answer.type for answer in answers if answer.kind == "json"))
    nothing = [answer for answer in answers if answer.kind == "none"]
    is_plain = (
        len(types) <= 1
        and all(is_json(answer.media_type) for answer in answers if answer.kind == "json")
        and all(answer.kind in ("json", "none") for answer in answers)
        # One that is described with content has none all the same (RFC 9110, 15.3.5).
        and not any(answer.status in _EMPTY for answer in answers if answer.kind == "json")
        # What has another status than these may have a body where none is documented.
        and (not types or all(answer.status in _EMPTY for answer in nothing))
    )
    if not is_plain:
        return Response(None, tuple(answers), accept, headers, doc)
    type_ = union([*types, NULL] if nothing else types) if types else None
    return Response(type_, (), accept, headers, doc)


def json_alone(response: Response) -> Response:
    """Return a response of several media types as its JSON alone, which has pages."""
    kinds = {answer.kind for answer in response.answers}
    documents = [
        answer
        for answer in response.answers
        if answer.kind == "json" and answer.status not in _EMPTY
    ]
    if len(documents) != 1 or not kinds <= {"json", "text", "file"}:
        return response
    accept = accept_header([asked_media_type(documents[0].media_type, "json")])
    return replace(response, type=documents[0].type, answers=(), accept=accept)


def list_type(response: Response) -> TypeRef | None:
    """Return the type that decides whether a call is a list: of its JSON, or of its items."""
    for answer in response.answers:
        if answer.kind == "json":
            return answer.type
        if answer.kind == "lines":
            return ListOf(answer.type)
    return response.type
