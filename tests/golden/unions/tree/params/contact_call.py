from typing import Required

from typing_extensions import TypedDict


class ContactCall(TypedDict, total=False):
    phone: Required[str]
    note: str | None
