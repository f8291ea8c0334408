from typing import Required

from typing_extensions import TypedDict

from .json_value import JsonValue


class PutValueParams(TypedDict, total=False):
    body: Required[JsonValue]
