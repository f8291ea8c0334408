"""A small client as the generator would write it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any, Literal, NotRequired

from pydantic import Field
from runtime.client import AsyncClient, SyncClient
from runtime.credentials import Bearer
from runtime.formats import URIString
from runtime.models import Model
from runtime.omitted import omit
from runtime.operation import JsonBody, Operation, PageNumber, Query
from runtime.pagination import AsyncPage, Page
from runtime.parameters import Cookie, Header
from runtime.resource import (
    Async,
    AsyncRaw,
    AsyncStreaming,
    Kind,
    Methods,
    Raw,
    Resource,
    Streaming,
    child,
    method,
    paginated,
    view,
)
from runtime.settings import Service
from typing_extensions import TypedDict

SERVICE = Service(
    name="Telnyx",
    environment="TELNYX",
    base_url="https://api.telnyx.com/v2",
    version="1.2.3",
    package="runtime",
    deep_object_arrays="comma",
)


class Outbound(TypedDict, total=False):
    channel_limit: int
    note: str | None
    password: int


class CreateParams(TypedDict, total=False):
    external_sip_connection: Literal["zoom"]
    outbound: Outbound
    tags: list[str]
    url: URIString | None
    timeout_secs: Annotated[int, Field(ge=0, le=30)] | None
    when: str | datetime
    class_: str


class ListParams(TypedDict, total=False):
    filter: dict[str, Any]
    page_number: Annotated[int, Field(ge=1)]
    trace: str
    session: str


class GetParams(TypedDict):
    id: str
    location_id: NotRequired[str]


class Item(Model):
    id: str | None = None
    kind: Literal["zoom", "teams"] | str | None = None
    limit: int | None = None
    needed: str
    class_: str | None = Field(None, alias="class")
    outbound: dict[str, int] | None = None


class Meta(Model):
    total_pages: int | None = None
    page_number: int | None = None


class Answer(Model):
    data: Item | None = None


class Items(Model):
    data: list[Item] | None = None
    meta: Meta | None = None


class ItemsPage(Items, Page[Item]):
    """A page of items."""

    __items__ = "data"


class AsyncItemsPage(Items, AsyncPage[Item]):
    """A page of items."""

    __items__ = "data"


class Problem(Model):
    code: str


CREATE = Operation(
    "POST /items",
    params=lambda: CreateParams,
    body=JsonBody({"class_": "class"}),
    response=lambda: Answer,
    errors={"default": lambda: Problem},
)
RETRIEVE = Operation("GET /items/{id}", params=lambda: GetParams, response=lambda: Answer)
DELETE = Operation("DELETE /items/{id}", response=None)
LIST = Operation(
    "GET /items",
    locations={
        "filter": Query("filter", style="deepObject"),
        "page_number": Query("page[number]"),
        "trace": Header("X-Trace"),
        "session": Cookie("session"),
    },
    params=lambda: ListParams,
    response=lambda: ItemsPage,
    page=PageNumber(argument="page_number"),
)


class ItemsResource(Resource):
    def create(self, **arguments: Any) -> Answer:
        options = {k: arguments.pop(k) for k in list(arguments) if k in _OPTIONS}
        return self._request(CREATE, options, **arguments)

    def retrieve(self, id: Any, **options: Any) -> Answer:
        return self._request(RETRIEVE, options, id=id)

    def delete(self, id: str, **options: Any) -> None:
        return self._request(DELETE, options, id=id)

    def list(
        self,
        *,
        filter: Any = omit,
        page_number: Any = omit,
        trace: Any = omit,
        session: Any = omit,
        **options: Any,
    ) -> ItemsPage:
        arguments = {
            "filter": filter,
            "page_number": page_number,
            "trace": trace,
            "session": session,
        }
        return self._request(LIST, options, **arguments)

    with_raw_response = view(lambda: ItemsMethods[Raw])
    with_streaming_response = view(lambda: ItemsMethods[Streaming])


_OPTIONS = ("extra_headers", "extra_query", "extra_body", "timeout", "typo")


class ItemsMethods(Methods[Kind]):
    create = method(ItemsResource.create)
    retrieve = method(ItemsResource.retrieve)
    list = paginated(ItemsResource.list, lambda: AsyncItemsPage)


class AsyncItemsResource(ItemsMethods[Async]):
    with_raw_response = view(lambda: ItemsMethods[AsyncRaw])
    with_streaming_response = view(lambda: ItemsMethods[AsyncStreaming])


OPENED: list[SyncClient] = []
"""Clients that the fixture of each test closes."""


class Telnyx(SyncClient):
    def __init__(self, api_key: str | None = "KEY", **settings: Any) -> None:
        auth = Bearer("api_key", api_key, "TELNYX_API_KEY")
        super().__init__(SERVICE, auth=auth, **settings)
        OPENED.append(self)

    items = child(lambda: ItemsResource)


class AsyncTelnyx(AsyncClient):
    def __init__(self, api_key: str | None = "KEY", **settings: Any) -> None:
        auth = Bearer("api_key", api_key, "TELNYX_API_KEY")
        super().__init__(SERVICE, auth=auth, **settings)

    items = child(lambda: AsyncItemsResource)
