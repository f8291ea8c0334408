from typing import Required

from typing_extensions import TypedDict


class CreateAgentCompletionParams(TypedDict, total=False):
    agent_id: Required[str]
    stream: Required[bool]
