"""The types of values: JSON scalars, enums, arrays, objects and unions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from ..document import Pattern

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]
JsonScalar = None | bool | int | float | str
ScalarKind = Literal["string", "integer", "number", "boolean", "null"]
OR_TEXT = "a number, or its text"
"""Stands in `Scalar.format` for a number that JSON may also carry as a string: `7` or `"7"`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The assertions of JSON Schema that a request is checked against.

    They are those of JSON Schema Validation, sections 6.2 to 6.5.
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    patterns: tuple[Pattern, ...] = ()
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None

    def __repr__(self) -> str:
        # The repr of the IR is a cache key, and nearly every scalar has no limits.
        if self is NO_LIMITS:
            return "Limits()"
        return f"Limits{tuple(getattr(self, name) for name in self.__slots__)}"


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Scalar:
    """A JSON scalar, refined by the schema's `format` where it has one."""

    kind: ScalarKind
    format: str | None = None
    limits: Limits = NO_LIMITS
    is_untyped: bool = False
    """Whether the schema has no `type` keyword, so that it accepts values of every other type
    (JSON Schema Validation, section 4.1). Arrays and objects have the same attribute.
    """

    @property
    def may_be_text(self) -> bool:
        """Whether JSON may carry this number as a string."""
        return self.format == OR_TEXT

    @property
    def has_own_encoding(self) -> bool:
        """Whether its JSON form differs from that of its Python value.

        A `Decimal` is written as a JSON number, an `int` of format int64 as a JSON string.
        """
        return (self.kind, self.format) in (("number", "decimal"), ("string", "int64"))


@dataclass(frozen=True, slots=True)
class Anything:
    """The type of a schema that allows any value."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of some scalar values: an `enum` or a `const`."""

    values: tuple[JsonScalar, ...]
    is_const: bool = False
    name: str = ""
    """The shape with a constant for each value, where the document names them."""
    is_free: bool = False
    """Whether every other value is allowed too, since a union also has the values' own type:
    `anyOf: [{type: string}, {enum: [a, b]}]`.
    """
    pointer: str = field(default="", compare=False, repr=False)
    """The pointer of the `enum` array or of the `const`."""
    indexes: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """The index of each value in the `enum`; empty where they are 0, 1, 2 and so on."""

    @property
    def has_fractions(self) -> bool:
        """Whether there are values that Python's `Literal` cannot hold."""
        return any(isinstance(value, float) for value in self.values)

    def pointer_of(self, value: JsonScalar) -> str:
        """Return the pointer of one of the values."""
        if not self.pointer.endswith("/enum"):
            return self.pointer
        at = self.values.index(value)
        return f"{self.pointer}/{self.indexes[at] if self.indexes else at}"


@dataclass(frozen=True, slots=True)
class Among:
    """One of some arrays, or one of some objects, of an `enum` or a `const`."""

    type: TypeRef
    values: tuple[str, ...]
    """Each value as JSON text."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array whose items are all of one type."""

    items: TypeRef
    limits: Limits = NO_LIMITS
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object without named properties, whose values are all of one type."""

    values: TypeRef
    limits: Limits = NO_LIMITS
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to the shape of this name."""

    name: str
    takes_model: bool = False
    """Whether a request takes a response model here as well as a TypedDict."""


@dataclass(frozen=True, slots=True)
class TupleOf:
    """An array whose first items have types of their own (`prefixItems`)."""

    items: tuple[TypeRef, ...]
    rest: TypeRef | None = None
    """The type of the items after those; None where there are none."""
    is_untyped: bool = False


@dataclass(frozen=True, slots=True)
class Union:
    """A value of one of several types."""

    members: tuple[TypeRef, ...]
    discriminator: str = ""
    """The property whose value selects the member."""
    tags: tuple[tuple[JsonScalar, str], ...] = ()
    """The value of the discriminator for each member, with the name of its shape. Where there are
    tags, every member is a shape.
    """
    otherwise: str = ""
    """The shape that reads a value of which no tag knows the discriminator."""
    is_complete: bool = False
    """Whether the document itself names `otherwise` (`defaultMapping`, OpenAPI 3.2)."""
    mixes: bool = False
    """Whether every member is a shape and one value may have the properties of several: `anyOf`."""
    attribute: str = ""
    """The attribute of a model that has the discriminator's value, where its name is another."""
    by_enums: bool = False
    """Whether enums alone tell the members apart, which are arrays or objects."""


@dataclass(frozen=True, slots=True)
class Upload:
    """Bytes that a request sends: an object of bytes, a path or an open file."""

    is_file: bool
    """Whether a file name and a media type can come with it, as in a part of a multipart body."""


TypeRef = Scalar | Anything | Choice | Among | ListOf | TupleOf | MapOf | Ref | Union | Upload
ANY = Anything()
NULL = Scalar("null")
COMPOUND = (ListOf, MapOf, Ref, TupleOf)
"""The classes of types whose values are arrays or objects."""
