from typing_extensions import TypedDict


class CreateHookParams(TypedDict, total=False):
    url: str
