"""The application: schemas, forms, files, credentials and pages of Django Ninja."""

# ruff: noqa: E402  # Django has to be configured before it is imported further.

from django.conf import settings

settings.configure(
    ALLOWED_HOSTS=["*"],
    DEBUG=False,
    ROOT_URLCONF=__name__,
    SECRET_KEY="secret-of-tests",
    USE_TZ=True,
)

from collections.abc import AsyncIterator
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

import django
from django.core.asgi import get_asgi_application
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import path
from ninja import (
    Cookie,
    File,
    Form,
    Header,
    NinjaAPI,
    P,
    PatchDict,
    Query,
    Router,
    Schema,
    Status,
    UploadedFile,
)
from ninja.pagination import LimitOffsetPagination, PageNumberPagination, paginate
from ninja.security import APIKeyHeader, HttpBasicAuth, HttpBearer

from ..seen import saw

django.setup()
KEY = UUID("0f8fad5b-d9cb-469f-a165-70867728950e")
BYTES = bytes(range(256)) * 8


class Token(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> str | None:
        return token if token == "t1" else None


class Key(APIKeyHeader):
    param_name = "X-API-Key"

    def authenticate(self, request: HttpRequest, key: str | None) -> str | None:
        return key if key == "k1" else None


class Basic(HttpBasicAuth):
    def authenticate(self, request: HttpRequest, username: str, password: str) -> str | None:
        return username if password == "p:ß" else None


class Item(Schema):
    name: str
    price: float = 1.5
    made: datetime | None = None
    kind: Literal["new", "used"] = "new"


class Filters(Schema):
    limit: int = 100
    query: str | None = None
    day: date | None = None
    tags: list[str] = []  # noqa: RUF012


class Problem(Schema):
    message: str


class Upload(Schema):
    name: str
    size: int
    text: str


def uploaded(file: UploadedFile) -> Upload:
    data = file.read()
    return Upload(name=file.name or "", size=len(data), text=data.decode())


api = NinjaAPI(title="Depot", version="1.0")
router = Router(tags=["items"])


@router.get("/", response=list[Item])
@paginate(LimitOffsetPagination)
def list_items(request: HttpRequest) -> Any:
    return [{"name": f"item{number}"} for number in range(5)]


@router.get("/numbered", response=list[Item])
@paginate(PageNumberPagination, page_size=2)
def list_numbered(request: HttpRequest) -> Any:
    return [{"name": f"item{number}"} for number in range(5)]


@router.post("/", response={201: Item})
def create_item(request: HttpRequest, item: Item) -> Any:
    saw(item=item)
    return Status(201, item)


@router.get("/{uuid:key}", response={200: Item, 404: Problem})
def get_item(request: HttpRequest, key: UUID, found: bool = True) -> Any:
    saw(key=key, found=found)
    return Item(name="one") if found else Status(404, {"message": "none"})


@router.patch("/{uuid:key}", response=dict[str, Any])
def patch_item(request: HttpRequest, key: UUID, changes: PatchDict[Item]) -> Any:
    return saw(key=key, changes=changes)


@router.delete("/{uuid:key}", response={204: None})
def delete_item(request: HttpRequest, key: UUID) -> Any:
    saw(key=key)
    return Status(204, None)


api.add_router("/items/", router)


@api.get("/search")
def search(request: HttpRequest, filters: Query[Filters]) -> Any:
    return saw(**filters.dict())


@api.get("/context")
def context(
    request: HttpRequest,
    x_token: Header[str, P(alias="X-Token")],
    session: Cookie[str | None] = None,
    ids: Query[list[int]] = [],  # noqa: B006
) -> Any:
    return saw(x_token=x_token, session=session, ids=ids)


@api.post("/login", response=dict[str, Any])
def login(request: HttpRequest, username: Form[str], age: Form[int | None] = None) -> Any:
    return saw(username=username, age=age)


@api.post("/form", response=Item)
def form(request: HttpRequest, item: Form[Item]) -> Any:
    saw(item=item)
    return item


@api.post("/upload", response=Upload)
def upload(request: HttpRequest, file: File[UploadedFile], note: Form[str]) -> Any:
    read = uploaded(file)
    saw(file=read, note=note)
    return read


@api.post("/upload-many", response=list[Upload])
def upload_many(request: HttpRequest, files: File[list[UploadedFile]]) -> Any:
    read = [uploaded(file) for file in files]
    saw(files=read)
    return read


@api.post("/upload-perhaps", response=Upload | None)
def upload_perhaps(request: HttpRequest, file: File[UploadedFile | None] = None) -> Any:
    read = uploaded(file) if file is not None else None
    saw(file=read)
    return read


@api.get("/download")
def download(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BYTES, content_type="application/octet-stream")


@api.get("/stream")
def stream(request: HttpRequest) -> StreamingHttpResponse:
    async def events() -> AsyncIterator[str]:
        yield "data: a\n\n"
        yield "data: bc\n\n"

    return StreamingHttpResponse(events(), content_type="text/event-stream")


@api.get("/token", auth=Token(), response=dict[str, str])
def token(request: Any) -> Any:
    return saw(auth=request.auth)


@api.get("/key", auth=Key(), response=dict[str, str])
def key(request: Any) -> Any:
    return saw(auth=request.auth)


@api.get("/basic", auth=Basic(), response=dict[str, str])
def basic(request: Any) -> Any:
    return saw(auth=request.auth)


urlpatterns = [path("api/", api.urls)]
app = get_asgi_application()
