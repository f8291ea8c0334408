from typing_extensions import TypedDict


class CreateJobParams(TypedDict, total=False):
    is_streaming: bool
