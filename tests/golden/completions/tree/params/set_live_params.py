from typing_extensions import TypedDict


class SetLiveParams(TypedDict, total=False):
    live: bool
