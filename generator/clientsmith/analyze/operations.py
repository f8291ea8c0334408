"""Path items → operations: arguments, body, answer, errors and pagination of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..config import Target
from ..ir import (
    Argument,
    Json,
    Operation,
    Response,
    Scalar,
    Shape,
    TypeRef,
)
from ..names import TypeNames, pascal
from .answers import Answers, json_alone, listed
from .bodies import Bodies, Reading
from .calls import Call
from .examples import Examples
from .nodes import Nodes, Place, join, text_of
from .pages import Pages
from .paging_settings import pagination_of
from .parameters import Parameters, ordered
from .paths import sent_path
from .schemas import Schemas


class Operations:
    """Reads the operations of one document for one target."""

    def __init__(self, nodes: Nodes, target: Target, schemas: Schemas, names: TypeNames) -> None:
        self._target = target
        self._schemas = schemas
        self._names = names
        self._nodes = nodes
        examples = Examples(nodes)
        self._parameters = Parameters(nodes, schemas, examples, target)
        self._bodies = Bodies(nodes, schemas, examples)
        self._answers = Answers(nodes, schemas, examples)
        self._read: dict[str, tuple[Response, Json]] = {}

    def answer(self, place: Place) -> TypeRef | None:
        """The type of what a call of this operation returns; to be asked before it is read."""
        self._schemas.owner = place.pointer
        self._read[place.key] = self._answers.read(place, pascal(place.identifier))
        return listed(self._read[place.key][0])

    def read(self, place: Place, call: Call) -> tuple[Operation, ...]:
        """The operation at `place`, called by `call`; pagination is added by `paginate`. A body of
        another media type that takes other arguments makes a further call of it, a variant.

        Raises:
            Refused: no request of it can be made.
        """
        self._schemas.owner = place.pointer
        node = self._nodes.mapping(place.pointer)
        base = pascal(place.identifier)
        arguments, example = self._parameters.read(place, base)
        first, *others = self._bodies.read(place, base, [item.name for item in arguments])
        response, example_response = self._read[place.key]
        path = sent_path(place, arguments)
        errors = self._answers.errors(place, base)
        given = [*arguments, *first.arguments]
        usual = Operation(
            key=place.key,
            pointer=place.pointer,
            identifier=place.identifier,
            resource=call.resource,
            method=call.method,
            http_method=place.http_method,
            path=path,
            summary=text_of(node, "summary"),
            description=text_of(node, "description"),
            arguments=ordered(place.path, given),
            params=self._params(place.pointer, place.identifier, given),
            body=first.body,
            response=response,
            errors=errors,
            pagination=None,
            deprecated=node.get("deprecated") is True,
            example={**example, **first.example},
            example_response=example_response,
        )
        return usual, *(
            self._variant(usual, place, other, arguments, {**example, **other.example})
            for other in others
        )

    def _variant(
        self,
        usual: Operation,
        place: Place,
        reading: Reading,
        arguments: list[Argument],
        example: Mapping[str, Json],
    ) -> Operation:
        """A further call of an operation, for another reading of its body; `arguments` are those
        that are not of the body.
        """
        pointer = join(usual.pointer, f"#{reading.suffix}")
        identifier = f"{usual.identifier} {reading.suffix}"
        given = [*arguments, *reading.arguments]
        return replace(
            usual,
            pointer=pointer,
            identifier=identifier,
            method=f"{usual.method}_{reading.suffix}",
            arguments=ordered(place.path, given),
            params=self._params(pointer, identifier, given),
            body=reading.body,
            example=example,
            is_variant=True,
        )

    def paginate(self, operation: Operation, shapes: Mapping[str, Shape]) -> Operation:
        """The operation with its pagination, if its arguments and its answer show one."""
        response = json_alone(operation.response)
        is_json = response is operation.response
        of_json = operation if is_json else replace(operation, response=response)
        pages = Pages(of_json, shapes, self._nodes)
        pagination = pagination_of(pages, self._target.pagination.get(operation.key))
        if pagination is None:
            return operation
        name = self._names.name(
            join(operation.pointer, "#page"), f"{pascal(operation.identifier)}Page"
        )
        return replace(of_json, pagination=replace(pagination, page=name))

    def _params(self, pointer: str, identifier: str, arguments: list[Argument]) -> str | None:
        # The runtime itself refuses an empty path argument; a plain string needs no other check.
        plain = Scalar("string")
        if all(item.location == "path" and item.type == plain for item in arguments):
            return None
        return self._names.name(join(pointer, "#params"), f"{pascal(identifier)}Params")
