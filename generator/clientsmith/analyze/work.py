"""The state of an analysis: the document, the readers of its parts, and the names so far."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, cast

from ..config import Target
from ..document import Document
from ..identifiers import TypeNames, client as client_name, environment as environment_name
from ..identifiers.lock import NameLock
from ..ir import Operation, Reason, Shape
from ..limits import Watch
from .facts import Facts
from .naming.members import AllMemberNames
from .nodes import Endpoint, Nodes, Refused, endpoints
from .operations.reader import Operations
from .parts import Parts, part_of
from .schemas.reader import Schemas
from .schemas.shared_names import shared_names

_Made = TypeVar("_Made")
_Node = TypeVar("_Node", Operation, Shape)


def _no_steps() -> dict[tuple[str, str], tuple[Any, Any]]:
    return {}


@dataclass(frozen=True, slots=True)
class Steps:
    """The operations and shapes that the steps after reading made, by the step and the pointer.

    Each comes with the node that it was made of.
    """

    known: Mapping[tuple[str, str], tuple[Any, Any]] = field(default_factory=_no_steps)
    """Those of the last analysis."""
    made: dict[tuple[str, str], tuple[Any, Any]] = field(default_factory=_no_steps)
    """Those of this one."""


@dataclass(frozen=True)
class Work:
    """The state of an analysis."""

    document: Document
    target: Target
    nodes: Nodes
    names: TypeNames
    members: AllMemberNames
    facts: Facts
    schemas: Schemas
    reader: Operations
    endpoints: list[Endpoint]
    client: str
    environment: str
    parts: Parts
    kept: Collection[str] = ()
    """The parts of the document of which everything is as in the last analysis."""
    steps: Steps = field(default_factory=Steps)
    refused: dict[str, Reason] = field(default_factory=dict[str, Reason])
    """Why no call can be made of an operation, by `METHOD /path`."""

    @staticmethod
    def on(
        document: Document,
        parts: Parts,
        target: Target,
        lock: NameLock,
        watch: Watch,
        earlier: Callable[[], NameLock],
        last: Work | None = None,
    ) -> Work:
        """Return the readers of a document, its components already named.

        What the `last` analysis read of parts of the document that did not change is taken over.
        """
        types = {pointer.removeprefix("#"): name for pointer, name in target.types.items()}
        names = TypeNames(lock, types)
        members = AllMemberNames.of(lock, earlier)
        nodes = Nodes(document, watch)
        facts = Facts(nodes)
        # Sorted, so that the order of the document decides nothing.
        found = sorted(endpoints(document), key=lambda endpoint: (endpoint.path, endpoint.method))
        if lock.rules.schema_names == "own":
            whole = (reference.target for reference in document.references())
            names.suggested = shared_names(whole if last is None else parts.targets(), nodes, found)
        schemas = Schemas(nodes, names, members, facts)
        reader = Operations(nodes, target, schemas, names, members.arguments, found, facts)
        client = target.client or client_name(str(info_of(document).get("title", "Api")))
        work = Work(
            *(document, target, nodes, names, members, facts, schemas, reader, found, client),
            environment=target.environment or environment_name(client),
            parts=parts,
        )
        if last is not None:
            work = work._keeping(last)
        schemas.claim_components()
        return work

    def _keeping(self, last: Work) -> Work:
        """Return the state with what the last analysis read of the parts that are as they were."""
        now, before = self.schemas.families.pairs(), last.schemas.families.pairs()
        otherwise = {*self._read_otherwise(last), *(part_of(base) for base, _ in now ^ before)}
        more = (*(now | before), *last.schemas.known.makers_by_pointer())
        kept = self.parts.unchanged(otherwise, more)
        work = replace(self, kept=kept, steps=Steps(last.steps.made))
        work.names.keep(last.names, work.is_kept)
        work.members.keep(last.members, work.is_kept)
        work.reader.keep(last.reader, work.is_kept)
        work.schemas.known.keep(last.schemas.known, work.is_kept)
        return work

    def _read_otherwise(self, last: Work) -> Iterator[str]:
        """Yield the parts that are read otherwise for the sake of parts that they do not refer to.

        An operation may have lost its function's name, or an answer that is equal to its own.
        """
        for endpoint in {*self.endpoints} ^ {*last.endpoints}:
            yield endpoint.pointer
        for own, other in (
            (self.names.suggested, last.names.suggested),
            (self.reader.shared.standing(), last.reader.shared.standing()),
        ):
            differing = dict(own.items() ^ other.items())
            yield from map(part_of, differing)

    def is_kept(self, pointer: str) -> bool:
        """Return whether all at a pointer is as in the last analysis."""
        return part_of(pointer) in self.kept

    def unless_kept(self, step: str, node: _Node, make: Callable[[_Node], _Node]) -> _Node:
        """Return an operation or a shape as a step makes it; a kept one is that of last time.

        A step may look at all that the node reaches: what a kept one reaches is kept as well.
        """
        known = self.steps.known.get((step, node.pointer))
        is_made = known is not None and known[0] == node and self.is_kept(node.pointer)
        made = known[1] if known is not None and is_made else make(node)
        self.steps.made[step, node.pointer] = node, made
        return made

    def of_each(self, read: Callable[[Endpoint], _Made]) -> dict[str, _Made]:
        """Return what `read` makes of each operation, by `METHOD /path`.

        Operations that it refuses are added to `refused`, and left out from then on.
        """
        made: dict[str, _Made] = {}
        for endpoint in self.endpoints:
            if endpoint.key in self.refused:
                continue
            try:
                made[endpoint.key] = read(endpoint)
            except Refused as refusal:
                self.refused[endpoint.key] = refusal.reason
        return made


def info_of(document: Document) -> dict[str, Any]:
    """Return the Info Object of a document."""
    return cast("dict[str, Any]", document.data.get("info") or {})
