from .._runtime.models import Model
from .thing import Thing


class ListFilesResponse(Model):
    files: list[Thing] | None = None
    nextPageToken: str | None = None
