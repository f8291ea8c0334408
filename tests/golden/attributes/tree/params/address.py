from typing import Required

from typing_extensions import TypedDict


class Address(TypedDict, total=False):
    streetName: Required[str]
    postCode: str | None
