from .._runtime.datetimes import AsDate
from .._runtime.open_models import OpenModel


class Labels(OpenModel):
    __pydantic_extra__: dict[str, AsDate]  # pyright: ignore[reportIncompatibleVariableOverride]
    name: str

    @property
    def additional_properties(self) -> dict[str, AsDate]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__
