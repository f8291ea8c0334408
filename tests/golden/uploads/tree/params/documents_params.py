from typing import Literal, Required

from typing_extensions import TypedDict

from .._runtime.content import FileTypes


class CreateDocumentParams(TypedDict, total=False):
    url: Required[str]
    name: str
    content_type: Literal["application/json", "application/x-www-form-urlencoded"]


class CreateDocumentMultipartParams(TypedDict, total=False):
    file: Required[FileTypes]
    name: str


class CreateDocumentXmlParams(TypedDict, total=False):
    body: Required[bytes | str]
