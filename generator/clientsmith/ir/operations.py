"""Operations, and the resources of the client's tree that have them as methods."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .arguments import Argument
from .bodies import Body, ChosenBody, RequestBody, SingleBody
from .facts import Fact
from .old_names import Removed, Renamed
from .pagination import Pagination
from .responses import DocumentedResponse, Response, Switch
from .security import Requirement
from .types import Json, TypeRef


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the document, and the call that sends it."""

    key: str
    """`METHOD /path`, as the document writes them."""
    pointer: str
    identifier: str
    """The operationId, or one made from method and path."""
    resource: tuple[str, ...]
    method: str
    http_method: str
    path: str
    """The path with each `{parameter}` replaced by its argument's name in braces."""
    summary: str
    description: str
    arguments: tuple[Argument, ...]
    params: str | None
    """The name of the TypedDict of the call's arguments; None where no argument needs a check."""
    body: Body | None
    response: Response
    errors: tuple[tuple[str, TypeRef], ...]
    """The type of the error body for each status, `4XX` or `default`. If all are of one type it is
    here once, with an empty status.
    """
    pagination: Pagination | None
    deprecated: bool
    security: Requirement | None = None
    """What it requires; None where that is `Security.default`."""
    server: str | None = None
    """The URL of its own server, or a path on the client's server; None for the client's."""
    example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    """Values for its arguments, from the document's examples."""
    example_response: Json = None
    encoded_arguments: tuple[str, ...] = ()
    """The arguments with values that are `Scalar.has_own_encoding`."""
    loads_decimals: bool = False
    """Whether its responses have decimals that are JSON numbers."""
    has_usual_error: bool = True
    """Whether its errors are of the type `Api.error`; where there is none, whether it has none."""
    is_variant: bool = False
    """Whether it is a second call of an operation, for a body of another media type."""
    switch: Switch | None = None
    tags: tuple[str, ...] = ()
    request_body: RequestBody | None = None
    responses: tuple[DocumentedResponse, ...] = ()
    """Every response that the document describes, by status."""
    facts: tuple[Fact, ...] = ()
    """Those of its path item included."""
    now: tuple[str, ...] = ()
    """The names of the call that took its place, where this is an old name of that one."""
    since: str = ""
    """The version of the document with which that one came."""
    renamed: tuple[Renamed, ...] = ()
    """Old names of its arguments."""
    removed: tuple[Removed, ...] = ()
    """The arguments that it had, and no longer has."""

    def bodies(self) -> tuple[SingleBody, ...]:
        """Return the bodies that a call can send."""
        if isinstance(self.body, ChosenBody):
            return self.body.bodies
        return () if self.body is None else (self.body,)

    @property
    def deprecated_arguments(self) -> tuple[str, ...]:
        """The names of its deprecated keyword arguments."""
        return tuple(
            item.name for item in self.arguments if item.deprecated and not item.positional
        )

    @property
    def call(self) -> str:
        """The call as a user writes it behind the client: `external_connections.create`."""
        return ".".join((*self.resource, self.method))


@dataclass(frozen=True, slots=True)
class Resource:
    """A node of the client's tree, with operations, further resources, or both."""

    path: tuple[str, ...]
    class_name: str
    doc: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...]
    aliases: tuple[Operation, ...] = ()
    """Old names of calls, each with what it sends now."""
    removed: tuple[Removed, ...] = ()
    """The calls and children that it had, and no longer has."""

    @property
    def name(self) -> str:
        """The attribute by which its parent has it."""
        return self.path[-1]
