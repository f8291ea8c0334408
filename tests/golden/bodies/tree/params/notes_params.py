from typing_extensions import TypedDict


class CreateNoteParams(TypedDict, total=False):
    body: bytes | str
