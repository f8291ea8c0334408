from collections.abc import Mapping, Sequence
from typing import Required

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

from .._runtime.model_arguments import OrModel
from .owner import Owner


@with_config(ConfigDict(extra="allow"))
class ThreadSettings(TypedDict, total=False):
    pass


class PutThreadParams(TypedDict, total=False):
    id: Required[str]
    title: Required[str]
    owner: OrModel[Owner]
    watchers: Sequence[OrModel[Owner]]
    by_role: Mapping[str, OrModel[Owner]]
    settings: OrModel[ThreadSettings]
