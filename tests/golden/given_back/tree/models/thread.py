from .._runtime.models import Model
from .._runtime.open_models import OpenModel
from .owner import Owner


class ThreadSettings(OpenModel):
    __read_only__ = ("revision",)
    __pydantic_extra__: dict[str, str]  # pyright: ignore[reportIncompatibleVariableOverride]
    revision: int | None = None

    @property
    def additional_properties(self) -> dict[str, str]:
        """The fields that have no name in the document."""
        return self.__pydantic_extra__


class Thread(Model):
    __read_only__ = ("id",)
    id: str | None = None
    title: str
    owner: Owner | None = None
    watchers: list[Owner] | None = None
    by_role: dict[str, Owner] | None = None
    settings: ThreadSettings | None = None
