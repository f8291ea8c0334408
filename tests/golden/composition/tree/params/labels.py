from typing import Required

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict


@with_config(ConfigDict(extra="allow"))
class Labels(TypedDict, total=False):
    name: Required[str]
