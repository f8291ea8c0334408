"""Named schemas: objects with their fields, aliases of other types, and named enum values."""

from __future__ import annotations

from dataclasses import dataclass, field

from .facts import Fact
from .old_names import Removed, Renamed
from .types import Json, JsonScalar, TypeRef


@dataclass(frozen=True, slots=True)
class Field:
    """A property of an object schema."""

    name: str
    wire: str
    type: TypeRef
    required: bool
    doc: str = ""
    default: Json = None
    has_default: bool = False
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    facts: tuple[Fact, ...] = ()
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Constant:
    """An enum value that the document names (`x-enum-varnames`)."""

    name: str
    value: JsonScalar
    doc: str = ""
    pointer: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Shape:
    """A named schema: a model in responses, a TypedDict in requests.

    An object has fields; an alias of another type has `alias`, a named enum has `constants`, and
    neither has fields.
    """

    name: str
    pointer: str
    fields: tuple[Field, ...]
    doc: str = ""
    extra: TypeRef | None = None
    """The type of properties without a name in the document (`additionalProperties`); None where
    the document allows none or says nothing of them.
    """
    alias: TypeRef | None = None
    """The type that the name is an alias of."""
    constants: tuple[Constant, ...] = ()
    """The enum values and their names."""
    deferred: frozenset[str] = frozenset()
    """The shapes it mentions that are loaded only when a value of it is used (see
    `analyze.schemas.depth`).
    """
    is_untyped: bool = False
    """Whether the schema has no `type` keyword, so that it accepts values other than objects."""
    is_of_call: bool = False
    """Whether its fields are the arguments of a call, which the method's docstring describes."""
    facts: tuple[Fact, ...] = ()
    renamed: tuple[Renamed, ...] = ()
    """Old names of its fields, or of its constants."""
    removed: tuple[Removed, ...] = ()
    """The fields or constants that it had, and no longer has."""

    @property
    def types(self) -> list[TypeRef]:
        """The types of its fields, of its other properties, and of its alias."""
        types = [field.type for field in self.fields]
        return types + [type_ for type_ in (self.extra, self.alias) if type_ is not None]
