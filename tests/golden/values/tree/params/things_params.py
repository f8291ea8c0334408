from typing_extensions import TypedDict


class ListThingsParams(TypedDict, total=False):
    page: int


class CreateThingParams(TypedDict, total=False):
    name: str
