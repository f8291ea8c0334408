"""The arguments of a call for its body, and how the body is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ...identifiers import argument
from ...ir import (
    Argument,
    Choice,
    ChosenBody,
    Field,
    Json,
    SingleBody,
    TypeRef,
)
from ..media_types import Kind, essence, sent_as, suffix
from ..nodes import join
from .argument_names import ArgumentNames


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to give a body: how it is sent, by which arguments, and an example of these."""

    body: SingleBody | ChosenBody | None = None
    arguments: tuple[Argument, ...] = ()
    example: Mapping[str, Json] = field(default_factory=dict[str, Json])
    suffix: str = ""
    pointer: str = ""
    """The pointer of its Media Type Object."""


@dataclass(frozen=True, slots=True)
class Media:
    """One media type of a request body; `base` names the shapes in it."""

    name: str
    kind: Kind
    pointer: str
    required: bool
    doc: str
    base: str = ""

    @property
    def schema(self) -> str:
        """The pointer of its schema."""
        return join(self.pointer, "schema")

    @property
    def sent_as(self) -> str:
        """The Content-Type that is sent."""
        return sent_as(self.name, self.kind)


def takes_same(one: Reading, other: Reading) -> bool:
    """Return whether two ways to give a body take the same arguments, whatever else is said."""
    mine, others = ([replace(item, facts=()) for item in each.arguments] for each in (one, other))
    return mine == others


def body_arguments(
    fields: Sequence[Field], required: bool, names: ArgumentNames, more: Sequence[Argument] = ()
) -> list[Argument]:
    """Return the properties of a body as arguments, under names that differ.

    Args:
        fields: The properties.
        required: Whether the body is required.
        names: Those of the operation's arguments.
        more: Arguments that follow, and are named together with these.
    """
    arguments: list[Argument] = []
    for item in fields:
        if item.read_only:
            continue
        arguments.append(
            Argument(
                name=argument(item.wire),
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
    return names.of_body([*arguments, *more])


def needed_arguments(
    media: Media, fields: Sequence[Field], arguments: Sequence[Argument]
) -> tuple[str, ...]:
    """Return the arguments that an optional body must have if it is sent.

    Args:
        media: The media type of the body.
        fields: Its properties.
        arguments: The arguments of its sendable properties, in order; others may follow.
    """
    # A merge patch has only what changes, whatever its schema asks for (RFC 7386, section 2).
    if media.required or essence(media.name) == "application/merge-patch+json":
        return ()
    sent = [item for item in fields if not item.read_only]
    pairs = zip(sent, arguments, strict=False)
    return tuple(own.name for item, own in pairs if item.required)


def example_arguments(
    value: Json, made: Json, arguments: Sequence[Argument], needed: Sequence[str] = ()
) -> dict[str, Json]:
    """Return example values for arguments.

    Args:
        value: The document's example of the body.
        made: A value made from the schema, for required properties that the example lacks.
        arguments: The arguments that need a value.
        needed: The names of those that an optional body must have if it is sent.
    """
    given: dict[str, Json] = value if isinstance(value, dict) else {}
    others: dict[str, Json] = made if isinstance(made, dict) else {}
    is_sent = any(item.wire in given for item in arguments)
    missing = [
        item
        for item in arguments
        if item.wire not in given and (item.required or (is_sent and item.name in needed))
    ]
    given = {**given, **{item.wire: others.get(item.wire, "string") for item in missing}}
    return {item.name: given[item.wire] for item in arguments if item.wire in given}


def together(group: Sequence[Reading], names: ArgumentNames) -> Reading:
    """Return readings with the same arguments as one, whose new argument chooses the media type."""
    first = group[0]
    bodies: dict[str, SingleBody] = {}
    known: set[str] = set()
    for reading in group:
        if isinstance(reading.body, ChosenBody) or reading.body is None:
            continue
        # Another name for JSON, or another charset, leaves nothing to choose.
        bare = essence(reading.body.media_type).replace("text/json", "application/json")
        if bare not in known:
            bodies[reading.body.media_type] = reading.body
        known.add(bare)
    if len(bodies) < 2:
        return first
    content = first.pointer.rpartition("/")[0]
    usual, type_ = next(iter(bodies)), Choice(tuple(bodies), pointer=content)
    kind = kind_argument(names, first.arguments, usual, type_, content)
    chosen = ChosenBody(kind.name, tuple(bodies.values()))
    return replace(first, body=chosen, arguments=(*first.arguments, kind))


def kind_argument(
    names: ArgumentNames, others: Sequence[Argument], usual: str, type_: TypeRef, pointer: str
) -> Argument:
    """Return the argument that chooses the media type of a body, beside its other arguments."""
    kind = Argument(
        "content_type",
        "",
        "media type",
        type_,
        required=False,
        doc="The media type of the body.",
        default=usual,
        has_default=True,
        pointer=pointer,
    )
    return names.of_body([kind], [item.name for item in others])[0]


def reading_of(
    media: Media,
    body: SingleBody,
    arguments: Sequence[Argument],
    example: Mapping[str, Json],
) -> Reading:
    """Return the reading of a body in a media type."""
    return Reading(body, tuple(arguments), example, suffix(media.name, media.kind), media.pointer)
