"""Models of objects whose fields do not all have a name in the document (`additionalProperties`).

Where the document gives those others a type, the model has it on `__pydantic_extra__`."""

from typing import Any

from .models import Model


class OpenModel(Model):
    """A model where a field without a name in the document is no drift."""

    __open__ = True

    @property
    def additional_properties(self) -> dict[str, Any]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__ or {}
