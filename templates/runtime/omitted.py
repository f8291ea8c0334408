"""The mark of an argument that was not given, apart from `None`, which is sent as null."""

from typing import Literal


class Omit:
    """Left out of the request; as an extra header or query value it removes a default."""

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


omit = Omit()
