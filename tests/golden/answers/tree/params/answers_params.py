from typing_extensions import TypedDict


class CreateAnswerParams(TypedDict, total=False):
    detailed: bool
