"""Response schemas with `additionalProperties`.

If the document gives those a type, the model has it on `__pydantic_extra__`.
"""

from functools import cache
from inspect import get_annotations
from typing import Any, get_args

from .drift import evaluated
from .models import Model


class OpenModel(Model):
    """A model in which a field that the document does not name is no drift."""

    @classmethod
    def __others__(cls) -> Any:
        """Return the type of such fields."""
        return _others(cls)

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields that the document does not name."""
        return self.__pydantic_extra__ or {}


@cache
def _others(model: type[OpenModel]) -> Any:
    for kind in model.__mro__[: model.__mro__.index(OpenModel)]:
        if annotation := get_annotations(kind).get("__pydantic_extra__"):
            return get_args(evaluated(annotation, kind.__module__))[-1]
    return Any
