"""The responses and request bodies of a document, whether or not a call uses them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from ...document import items
from ...identifiers import TypeNames, pascal
from ...identifiers.lock import NameLock
from ...identifiers.rules import NameRules
from ...ir import (
    Content,
    DocumentedResponse,
    Fact,
    Header,
    Json,
    RequestBody,
    Scalar,
    Shape,
    TypeRef,
)
from .. import facts
from ..facts import Facts
from ..naming.members import AllMemberNames
from ..nodes import Endpoint, Nodes, join, text_of
from ..schemas.names import candidate_of
from ..schemas.reader import Schemas


class Documented:
    """Reads Response Objects and Request Body Objects for the IR.

    Headers are typed with names of their own: no model of a client may change its name for a header
    that the client does not read.
    """

    def __init__(self, nodes: Nodes, facts: Facts, rules: NameRules) -> None:
        self._nodes = nodes
        self._facts = facts
        self._names = TypeNames(NameLock(rules=rules), {})
        self._schemas = Schemas(nodes, self._names, AllMemberNames.of(NameLock()), facts)
        self._headers: dict[str, Header] = {}
        self._responses: dict[tuple[str, str, bool], DocumentedResponse] = {}

    def keep(self, last: Documented, is_kept: Callable[[str], bool]) -> None:
        """Take over the responses and headers at some pointers of the last analysis."""
        self._names.keep(last._names, is_kept)
        self._schemas.known.keep(last._schemas.known, is_kept)
        self._headers.update(
            {key: header for key, header in last._headers.items() if is_kept(header.pointer)}
        )
        self._responses.update(
            {key: item for key, item in last._responses.items() if is_kept(item.pointer)}
        )

    def fits(self, last: Documented, is_kept: Callable[[str], bool]) -> bool:
        """Return whether it read the whole document as one that took nothing over would have.

        No lock keeps the names of the types of headers: those that were given anew are the same.
        """
        names, others = self._names.given(), last._names.given()
        anew = {at for at in names.keys() | others.keys() if not is_kept(at)}
        return all(names.get(at) == others.get(at) for at in anew) and (
            self._schemas.known.has_kept_makers(last._schemas.known, is_kept)
        )

    def operation_facts(self, endpoint: Endpoint) -> tuple[Fact, ...]:
        """Return the facts of an operation and of its path item."""
        return (
            *self._facts.of(endpoint.item, facts.PATH_ITEM),
            *self._facts.of(endpoint.pointer, facts.OPERATION),
        )

    def tags(self, pointer: str) -> tuple[str, ...]:
        """Return the tags of the operation at a pointer."""
        tags = items(self._nodes.mapping(pointer).get("tags"))
        return tuple(tag for tag in tags if isinstance(tag, str))

    def request_body(self, endpoint: Endpoint) -> RequestBody | None:
        """Return the request body of an operation; None where the document has none."""
        pointer = self._nodes.resolve(join(endpoint.pointer, "requestBody"))
        node = self._nodes.mapping(pointer)
        if not node:
            return None
        content = self._nodes.inside(join(pointer, "content"))
        found = [*self._facts.of(pointer, facts.REQUEST_BODY)]
        for name, media in content.items():
            prefix = f"{join('content', name)}/"
            found += self._facts.of(media, facts.MEDIA_TYPE, prefix)
            schema = join(media, "schema")
            # Its properties are arguments, so that no shape has these facts.
            found += self._facts.of_shape(schema)
            inner = self._nodes.mapping(self._nodes.resolve(schema)).get("additionalProperties")
            if isinstance(inner, dict):
                at = join(schema, "additionalProperties")
                found.append(Fact("additionalProperties", cast("dict[str, Json]", inner), at))
        return RequestBody(
            pointer=pointer,
            required=node.get("required") is True,
            media_types=tuple(content),
            doc=text_of(node, "description"),
            facts=tuple(found),
        )

    def responses(
        self,
        endpoint: Endpoint,
        statuses: Mapping[str, str],
        types: Mapping[str, TypeRef],
    ) -> tuple[DocumentedResponse, ...]:
        """Return every response of an operation, sorted by status.

        Args:
            endpoint: The operation.
            statuses: The pointer of each response, by its status.
            types: The types of the media types that calls read, by the pointers of these.
        """
        return tuple(
            self._response(status, pointer, endpoint, types)
            for status, pointer in sorted(statuses.items())
        )

    def shapes(self) -> Mapping[str, Shape]:
        """Return every shape that the headers read so far reach, by name."""
        return self._schemas.shapes()

    def _response(
        self, status: str, pointer: str, endpoint: Endpoint, types: Mapping[str, TypeRef]
    ) -> DocumentedResponse:
        is_error = status.startswith(("4", "5", "d"))
        own = join(endpoint.pointer, "responses", status)
        # A description beside a reference counts before the referenced one (OpenAPI 3.1, 4.8.23).
        doc = text_of(self._nodes.mapping(own), "description")
        key = status, f"{pointer} {doc}", is_error
        if key not in self._responses:
            node = self._nodes.mapping(pointer)
            content = self._nodes.inside(join(pointer, "content"))
            headers = self._nodes.inside(join(pointer, "headers"))
            self._responses[key] = DocumentedResponse(
                status=status,
                doc=doc or text_of(node, "description"),
                contents=tuple(
                    self._content(name, media, types) for name, media in content.items()
                ),
                headers=tuple(
                    self._header(name, header)
                    for name, header in headers.items()
                    # OpenAPI 3.1, section 4.8.17: the content describes a Content-Type.
                    if name.lower() != "content-type"
                ),
                facts=self._facts.of(pointer, facts.RESPONSE),
                pointer=pointer,
            )
        return self._responses[key]

    def _content(self, name: str, media: str, types: Mapping[str, TypeRef]) -> Content:
        schema = join(media, "schema")
        return Content(
            media_type=name,
            type=types.get(media),
            facts=(
                *self._facts.of(media, facts.MEDIA_TYPE),
                *self._facts.of_schemas([schema]),
            ),
            pointer=media,
        )

    def _header(self, name: str, pointer: str) -> Header:
        pointer = self._nodes.resolve(pointer)
        key = f"{name} {pointer}"
        if key not in self._headers:
            node = self._nodes.mapping(pointer)
            media = next(iter(self._nodes.inside(join(pointer, "content")).values()), pointer)
            schema = join(media, "schema")
            type_: TypeRef = Scalar("string")
            if self._nodes.has(schema):
                self._schemas.owner = pointer
                candidate = candidate_of(schema) or f"{pascal(name)}Header"
                type_ = self._schemas.type_of(schema, candidate)
            doc = text_of(node, "description")
            self._headers[key] = Header(
                name=name,
                type=type_,
                required=node.get("required") is True,
                deprecated=node.get("deprecated") is True,
                doc=doc,
                facts=(
                    *self._facts.of(pointer, facts.PARAMETER),
                    *self._facts.of_schemas([schema], doc),
                ),
                pointer=pointer,
            )
        return self._headers[key]
