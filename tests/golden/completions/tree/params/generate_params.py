from typing_extensions import TypedDict


class GenerateParams(TypedDict, total=False):
    stream: bool
