from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel


class CreateEventsRequest(TypedDict, total=False):
    name: Required[str]


class CreateEventsParams(TypedDict, total=False):
    body: Required[Sequence[OrModel[CreateEventsRequest]]]
