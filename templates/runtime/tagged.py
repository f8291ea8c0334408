"""Unions with a discriminator (OpenAPI, 4.8.25)."""

from collections.abc import Callable, Hashable, Mapping
from functools import cached_property
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from .models import Model


class UnknownMember(Model):
    """A member of a union that the document does not know; its fields are attributes too."""

    @classmethod
    def __others__(cls) -> Any:
        return Any


class TaggedBy:
    """A marker of a union: the value of the property `name` chooses a member, else `other`.

    That is drift, unless `reports` is false. `attribute` has the value in a model. A function
    returns `members` that are not defined yet.
    """

    kind = dict

    def __init__(
        self,
        name: str,
        members: Mapping[Hashable, Any] | Callable[[], Mapping[Hashable, Any]],
        other: Any = UnknownMember,
        reports: bool = True,
        attribute: str = "",
    ) -> None:
        self.name = name
        self._members = members
        self.other = other
        self.reports = reports
        self.attribute = attribute

    @cached_property
    def members(self) -> Mapping[Hashable, Any]:
        return self._members() if callable(self._members) else self._members

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        choices = {tag: handler.generate_schema(member) for tag, member in self.members.items()}
        # What a user builds may be a model, or have the names of its attributes.
        places: Any = [[self.name], [self.attribute]] if self.attribute else self.name
        return core_schema.tagged_union_schema(choices, places)

    def build(self, builder: Any, annotation: object, value: dict[str, Any], pointer: str) -> Any:
        """Return a value that does not fit as a model of its member, or as `other`."""
        tag = value.get(self.name)
        if isinstance(tag, Hashable) and tag in self.members:
            return builder.build(self.members[tag], value, pointer)
        if self.reports:
            said = "is not a value that the document knows"
            builder.report(f"{pointer}/{self.name}", "unknown-value", said, tag)
        return builder.build(self.other, value, pointer)
