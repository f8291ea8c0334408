"""Path items → operations: arguments, body, answer, errors and pagination of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from ...config import Target
from ...identifiers import TypeNames, pascal
from ...ir import Argument, Json, Operation, Response, Scalar, Shape, TypeRef
from ..facts import Facts
from ..naming.calls import Call
from ..naming.members import MemberNames
from ..nodes import Endpoint, Nodes, join, text_of
from ..pagination.configured import pagination_of
from ..pagination.fields import ListCall
from ..schemas.reader import Schemas
from .answers import Answers, json_alone, list_type
from .argument_names import ArgumentNames
from .bodies import Bodies
from .documented import Documented
from .examples import Examples, example_of
from .parameters import Parameters, ordered
from .paths import sent_path
from .shared_bodies import SharedBodies


class Operations:
    """Reads the operations of one document for one target."""

    def __init__(
        self,
        nodes: Nodes,
        target: Target,
        schemas: Schemas,
        names: TypeNames,
        arguments: MemberNames,
        found: Iterable[Endpoint],
        facts: Facts,
    ) -> None:
        self._target = target
        self._schemas = schemas
        self._names = names
        self._argument_names = arguments
        self._nodes = nodes
        examples = Examples(nodes)
        self._parameters = Parameters(nodes, schemas, examples, target, facts)
        self._bodies = Bodies(nodes, schemas, examples)
        self.shared = SharedBodies(nodes, names, found)
        self._answers = Answers(nodes, schemas, examples, target, self.shared)
        self.documented = Documented(nodes, facts, names.rules)
        self._responses: dict[str, tuple[Response, Json]] = {}
        self._ways: dict[str, tuple[Operation, ...]] = {}
        """Each operation with its variants, by pointer."""

    def keep(self, last: Operations, is_kept: Callable[[str], bool]) -> None:
        """Take over the operations and responses at some pointers of the last analysis."""
        self.documented.keep(last.documented, is_kept)
        types = last._answers.types
        self._answers.types.update({at: types[at] for at in types if is_kept(at)})
        self._responses.update({at: last._responses[at] for at in last._responses if is_kept(at)})
        self._ways.update({at: last._ways[at] for at in last._ways if is_kept(at)})

    def answer(self, endpoint: Endpoint) -> TypeRef | None:
        """Return the type of what a call returns, which must be known before `read`."""
        at = endpoint.pointer
        if at not in self._responses:
            self._schemas.owner = at
            self._responses[at] = self._answers.read(endpoint, pascal(endpoint.identifier))
        return list_type(self._responses[at][0])

    def read(self, endpoint: Endpoint, call: Call) -> tuple[Operation, ...]:
        """Return an operation with its variants, without pagination.

        A body of another media type that takes other arguments makes a variant, a second call.

        Raises:
            Refused: no request of it can be made.
        """
        kept = self._ways.get(endpoint.pointer)
        if kept is None or kept[0].call != ".".join((*call.resource, call.method)):
            kept = self._ways[endpoint.pointer] = self._read(endpoint, call)
        return kept

    def _read(self, endpoint: Endpoint, call: Call) -> tuple[Operation, ...]:
        self._schemas.owner = endpoint.pointer
        node = self._nodes.mapping(endpoint.pointer)
        base = pascal(endpoint.identifier)
        names = ArgumentNames(self._argument_names, endpoint.pointer)
        arguments, example = self._parameters.read(endpoint, base, names)
        readings = self._bodies.read(endpoint, base, names)
        if names.missed:
            names = names.again()
            arguments, example = self._parameters.read(endpoint, base, names)
            readings = self._bodies.read(endpoint, base, names)
        response, example_response = self._responses[endpoint.pointer]
        errors = self._answers.errors(endpoint, base)
        usual = Operation(
            key=endpoint.key,
            pointer=endpoint.pointer,
            identifier=endpoint.identifier,
            resource=call.resource,
            method=call.method,
            http_method=endpoint.http_method,
            path=sent_path(endpoint, arguments),
            summary=text_of(node, "summary"),
            description=text_of(node, "description"),
            arguments=(),
            params=None,
            body=None,
            response=response,
            errors=errors,
            pagination=None,
            deprecated=node.get("deprecated") is True,
            example_response=example_response,
            tags=self.documented.tags(endpoint.pointer),
            request_body=self.documented.request_body(endpoint),
            responses=self.documented.responses(
                endpoint, self._answers.statuses(endpoint), self._answers.types
            ),
            facts=self.documented.operation_facts(endpoint),
        )
        ways = [usual, *(_variant(usual, reading.suffix) for reading in readings[1:])]
        return tuple(
            replace(
                way,
                arguments=ordered(endpoint.path, taken),
                params=self._params(way, taken),
                body=reading.body,
                example={
                    **{item.name: example_of(item.type) for item in taken if item.required},
                    **example,
                    **reading.example,
                },
            )
            for way, reading in zip(ways, readings, strict=True)
            for taken in ([*arguments, *reading.arguments],)
        )

    def header_shapes(self) -> Mapping[str, Shape]:
        """Return every shape that headers of responses reach, by name."""
        return self.documented.shapes()

    def paginate(self, operation: Operation, shapes: Mapping[str, Shape]) -> Operation:
        """Return an operation with its pagination, if its arguments and its response show one."""
        response = json_alone(operation.response)
        is_json = response is operation.response
        of_json = operation if is_json else replace(operation, response=response)
        call = ListCall(of_json, shapes, self._nodes)
        pagination = pagination_of(call, self._target.pagination.get(operation.key))
        if pagination is None:
            return operation
        name = self._names.name(
            join(operation.pointer, "#page"), f"{pascal(operation.identifier)}Page"
        )
        return replace(of_json, pagination=replace(pagination, page=name))

    def _params(self, operation: Operation, arguments: list[Argument]) -> str | None:
        # The runtime itself refuses an empty path argument; a plain string needs no other check.
        plain = Scalar("string")
        if all(item.location == "path" and item.type == plain for item in arguments):
            return None
        candidate = f"{pascal(operation.identifier)}Params"
        return self._names.name(join(operation.pointer, "#params"), candidate)


def _variant(usual: Operation, suffix: str) -> Operation:
    return replace(
        usual,
        pointer=join(usual.pointer, f"#{suffix}"),
        identifier=f"{usual.identifier} {suffix}",
        method=f"{usual.method}_{suffix}",
        is_variant=True,
    )
