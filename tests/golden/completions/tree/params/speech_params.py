from typing import Literal

from typing_extensions import TypedDict


class CreateSpeechParams(TypedDict, total=False):
    stream: Literal[True]
