from typing_extensions import TypedDict


class Nest(TypedDict, total=False):
    eggs: int
