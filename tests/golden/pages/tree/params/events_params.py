from typing_extensions import TypedDict


class ListEventsParams(TypedDict, total=False):
    cursor: str
