from typing_extensions import TypedDict


class ReadOnly(TypedDict, total=False):
    pass
