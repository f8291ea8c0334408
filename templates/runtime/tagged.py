"""Unions whose members are told apart by the value of a property (OpenAPI, 4.8.25)."""

from collections.abc import Hashable, Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from .plain import is_dict


class Tagged:
    """Marks a union: the value of the property `name` says which of the `members` it is."""

    def __init__(self, name: str, members: Mapping[Hashable, Any]) -> None:
        self.name = name
        self.members = members

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        choices = {tag: handler.generate_schema(member) for tag, member in self.members.items()}
        return core_schema.tagged_union_schema(choices, self.name)

    def member(self, value: Any) -> Any:
        """The member that an object is of. Raises `LookupError` for one that the document does not
        know."""
        tag = value[self.name] if is_dict(value) else None
        return self.members[tag if isinstance(tag, Hashable) else None]
