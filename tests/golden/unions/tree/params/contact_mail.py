from typing import Required

from typing_extensions import TypedDict


class ContactMail(TypedDict, total=False):
    email: Required[str]
