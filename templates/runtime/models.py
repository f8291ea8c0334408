"""The base of response models, and `Drift`."""

from dataclasses import dataclass, field
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from .errors import shorten
from .json_types import without_conversions

ANSWER = {"answer": True}
"""The context in which pydantic reads an answer, and not what a user builds."""

Problem = Literal[
    "unknown-field",
    "unknown-value",
    "invalid-value",
    "missing-field",
    "unexpected-null",
    "no-body",
    "no-json",
    "unexpected-body",
]
_WITHOUT_CONVERSIONS = "is_without_conversions"
_WITHOUT_VALUE = frozenset(("missing-field", "no-body", "unexpected-body", "unexpected-null"))


@dataclass(frozen=True, slots=True)
class Drift:
    """A difference between a response and the document; `pointer` is a JSON Pointer (RFC 6901)."""

    operation: str
    pointer: str
    problem: Problem
    detail: str
    value: object = None
    status: int | None = field(default=None, compare=False)
    media_type: str = field(default="", compare=False)

    @property
    def summary(self) -> str:
        """What differs and where, without the value, which may be a secret."""
        return f"{self.operation} {self.pointer or '(body)'} {self.detail}"

    def __str__(self) -> str:
        shown = "" if self.problem in _WITHOUT_VALUE else shorten(f": {self.value!r}")
        return self.summary + shown


class Model(BaseModel):
    """A JSON object that the server sent.

    Unknown fields are attributes too, and a value that does not fit its type is kept as received.
    `model_fields_set` distinguishes null from a field that was not sent.
    """

    model_config = ConfigDict(
        extra="allow",
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
        defer_build=True,
        cache_strings="keys",
    )

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        schema = handler(source)
        own: Any = handler.resolve_ref_schema(schema)
        # One schema has each of its models once, however many fields refer to it and come here.
        if _WITHOUT_CONVERSIONS not in (known := own.setdefault("metadata", {})):
            own["schema"], known[_WITHOUT_CONVERSIONS] = without_conversions(own["schema"]), True
        return schema

    def to_dict(
        self, mode: Literal["json", "python"] = "json", *, exclude_unset: bool = True
    ) -> dict[str, Any]:
        """Return plain data under the document's names; by default only fields that were sent."""
        return self.model_dump(
            mode=mode, by_alias=True, exclude_unset=exclude_unset, warnings=False
        )

    def to_json(self, *, indent: int | None = 2, exclude_unset: bool = True) -> str:
        """Return `to_dict` as JSON text."""
        return self.model_dump_json(
            indent=indent, by_alias=True, exclude_unset=exclude_unset, warnings=False
        )
