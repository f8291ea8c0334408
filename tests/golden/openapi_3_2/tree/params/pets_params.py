from typing import Required

from typing_extensions import TypedDict

from .pet import Pet


class CreatePetParams(TypedDict, total=False):
    body: Required[Pet]
