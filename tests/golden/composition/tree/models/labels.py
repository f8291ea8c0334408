from datetime import date

from .._runtime.open_models import OpenModel


class Labels(OpenModel):
    __pydantic_extra__: dict[str, date]  # pyright: ignore[reportIncompatibleVariableOverride]
    name: str

    @property
    def additional_properties(self) -> dict[str, date]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__
