from typing_extensions import TypedDict


class CreateNoteParams(TypedDict, total=False):
    """The arguments of `notes.create`."""

    body: bytes | str
