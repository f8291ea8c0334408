from typing_extensions import TypedDict


class CreateLabelParams(TypedDict, total=False):
    text: str
    the_color: str
    size: int
