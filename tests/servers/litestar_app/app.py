"""The application: msgspec structures, dataclasses and what Litestar has of its own."""

# ruff: noqa: TC  # Litestar reads the annotations when it runs.

import tempfile
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from litestar import Litestar, MediaType, Request, delete, get, patch, post, put
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.exceptions import NotFoundException
from litestar.openapi import OpenAPIConfig
from litestar.pagination import OffsetPagination
from litestar.params import (
    Body,
    CookieParameter,
    FromPath,
    FromQuery,
    HeaderParameter,
    JSONBody,
    QueryParameter,
)
from litestar.response import File, ServerSentEvent, Stream

from ..seen import saw

KEY = UUID("0f8fad5b-d9cb-469f-a165-70867728950e")
BYTES = bytes(range(256)) * 8


class Colour(Enum):
    red = "red"
    blue = "blue"


class Cat(msgspec.Struct, tag_field="kind", tag="cat"):
    name: str
    lives: int = 9


class Dog(msgspec.Struct, tag_field="kind", tag="dog"):
    name: str
    colour: Colour | None = None


@dataclass
class Book:
    title: str
    tags: list[str] = field(default_factory=list)
    published: date | None = None
    sequel: "Book | None" = None


@dataclass
class Signup:
    name: str
    age: int
    newsletter: bool = False


@dataclass
class Uploaded:
    note: str
    file: UploadFile


@get("/books")
async def list_books(
    limit: FromQuery[int] = 2,
    offset: FromQuery[int] = 0,
    tag: FromQuery[list[str] | None] = None,
) -> OffsetPagination[Book]:
    saw(limit=limit, offset=offset, tag=tag)
    books = [Book(f"book{number}") for number in range(5)]
    found = books[offset : offset + limit]
    return OffsetPagination(items=found, limit=limit, offset=offset, total=len(books))


@post("/books")
async def create_book(data: JSONBody[Book]) -> Book:
    saw(data=data)
    return data


@get("/books/{key:uuid}")
async def get_book(
    key: FromPath[UUID], at: FromQuery[datetime], colour: FromQuery[Colour] = Colour.red
) -> dict[str, Any]:
    return saw(key=key, at=at, colour=colour)


@put("/books/{number:int}/pages/{page:path}")
async def put_page(
    number: FromPath[int], page: FromPath[Path], data: JSONBody[dict[str, int]]
) -> dict[str, Any]:
    return saw(number=number, page=str(page), data=data)


@patch("/books/{key:uuid}")
async def patch_book(key: FromPath[UUID], data: JSONBody[Book]) -> Book:
    saw(key=key, data=data)
    return data


@delete("/books/{key:uuid}")
async def delete_book(key: FromPath[UUID]) -> None:
    saw(key=key)


@get("/context")
async def get_context(
    token: Annotated[str, HeaderParameter(name="X-Token")],
    session: Annotated[str | None, CookieParameter(name="session")] = None,
    mode: Annotated[Literal["a", "b"], QueryParameter(name="the-mode")] = "a",
) -> dict[str, Any]:
    return saw(token=token, session=session, mode=mode)


@post("/pets")
async def create_pet(data: JSONBody[Cat | Dog]) -> Cat | Dog:
    saw(data=data)
    return data


@post("/forms")
async def create_form(
    data: Annotated[Signup, Body(media_type=RequestEncodingType.URL_ENCODED)],
) -> Signup:
    saw(data=data)
    return data


@post("/uploads")
async def create_upload(
    data: Annotated[Uploaded, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> dict[str, Any]:
    text = (await data.file.read()).decode()
    return saw(note=data.note, name=data.file.filename, text=text)


@post("/files")
async def create_file(
    data: Annotated[UploadFile, Body(media_type=RequestEncodingType.MULTI_PART)],
) -> dict[str, Any]:
    return saw(name=data.filename, text=(await data.read()).decode())


@get("/file")
async def get_file() -> File:
    path = Path(tempfile.gettempdir()) / "clientsmith-litestar.bin"
    path.write_bytes(BYTES)
    return File(path=path, filename="a.bin")


@get("/stream")
async def get_stream() -> Stream:
    async def chunks() -> AsyncIterator[bytes]:
        yield BYTES[:1000]
        yield BYTES[1000:]

    return Stream(chunks(), media_type="application/octet-stream")


@get("/events")
async def get_events() -> ServerSentEvent:
    async def words() -> AsyncIterator[str]:
        for word in ("a", "bc"):
            yield word

    return ServerSentEvent(words())


@get("/text", media_type=MediaType.TEXT)
async def get_text() -> str:
    return "Grüße"


@get("/missing", raises=[NotFoundException])
async def get_missing() -> Book:
    raise NotFoundException("no such book")


@get("/echo")
async def get_echo(request: Request[Any, Any, Any]) -> dict[str, str]:
    return saw(agent=request.headers["user-agent"].partition("/")[0])


app = Litestar(
    [
        *(list_books, create_book, get_book, put_page, patch_book, delete_book, get_context),
        *(create_pet, create_form, create_upload, create_file, get_file, get_stream, get_events),
        *(get_text, get_missing, get_echo),
    ],
    openapi_config=OpenAPIConfig(title="Library", version="1.0"),
    # Its handler of the root logger would write a line for each call of tests that come after.
    logging_config=None,
)
