from typing import Required

from typing_extensions import TypedDict


class CreateNoteParams(TypedDict, total=False):
    body: bytes | str


class ReplaceNoteParams(TypedDict, total=False):
    id: Required[str]
    text: Required[str]
