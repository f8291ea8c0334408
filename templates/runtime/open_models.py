"""Models of objects whose fields do not all have a name in the document (`additionalProperties`).

Where the document gives those others a type, the model has it on `__pydantic_extra__`."""

from typing import Any, get_args

from .drift import evaluated, inner
from .models import Model


class OpenModel(Model):
    """A model where a field without a name in the document is no drift."""

    @classmethod
    def __open__(cls, builder: Any, values: dict[str, Any], pointer: str) -> dict[str, Any]:
        """What such fields come to where the model as a whole does not fit."""
        if "__pydantic_extra__" not in vars(cls).get("__annotations__", {}):
            return values
        type_ = get_args(evaluated(cls.__annotations__["__pydantic_extra__"], cls.__module__))[-1]
        return {
            name: builder.build(type_, value, inner(pointer, name))
            for name, value in values.items()
        }

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__ or {}
