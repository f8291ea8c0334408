from typing import Required

from typing_extensions import TypedDict

from .._runtime.content import FileTypes


class CreateTranscriptionParams(TypedDict, total=False):
    file: Required[FileTypes]
    stream: bool | None
