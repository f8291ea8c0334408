from typing_extensions import TypedDict


class SetNotParams(TypedDict, total=False):
    stream: bool
