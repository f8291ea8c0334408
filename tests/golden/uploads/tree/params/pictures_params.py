from collections.abc import Sequence
from typing import Required

from typing_extensions import TypedDict

from .._runtime.content import FileTypes
from .._runtime.datetime_formats import AwareDateTime, DateTimeString
from .._runtime.encodings import Base64String
from .._runtime.formats import URIString
from .._runtime.model_arguments import OrModel


class CreatePictureRequestPlace(TypedDict, total=False):
    lat: float
    seen_at: DateTimeString | AwareDateTime


class CreatePictureRequestSpotsItem(TypedDict, total=False):
    lat: float


class CreatePictureParams(TypedDict, total=False):
    file: Required[FileTypes]
    title: Required[str]
    more: Sequence[FileTypes]
    thumbnail: FileTypes
    labels: Sequence[str]
    rank: int
    public: bool
    place: OrModel[CreatePictureRequestPlace]
    spots: Sequence[OrModel[CreatePictureRequestSpotsItem]]
    note: str
    source: FileTypes | URIString
    box: Sequence[int]
    digest: Base64String | bytes
    any: object
    note_x_language: str
