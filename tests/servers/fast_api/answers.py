"""Endpoints with answers of every kind."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterable, AsyncIterator
from pathlib import Path
from typing import Any

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)
from fastapi.sse import EventSourceResponse, ServerSentEvent

from ..seen import saw
from .models import Cat, Dog, Message, Page, Patch, Shape, Square, User

router = APIRouter(tags=["answers"])
USERS = [User(username=f"user{number}") for number in range(7)]
BYTES = bytes(range(256)) * 40


def _file() -> Path:
    path = Path(tempfile.gettempdir()) / "clientsmith-report.bin"
    path.write_bytes(BYTES)
    return path


@router.get("/users/")
async def read_users(offset: int = 0, limit: int = 3) -> Page[User]:
    saw(offset=offset, limit=limit)
    return Page(items=USERS[offset : offset + limit], total=len(USERS))


@router.get("/pets/{name}", response_model=Cat | Dog)
async def read_pet(name: str) -> Any:
    return Cat(meows=True) if name == "cat" else Dog(barks=True, owner=USERS[0])


@router.get("/shapes/", response_model=list[Shape])
async def read_shapes() -> Any:
    return [Square(side=1.5), {"kind": "circle", "radius": 2}]


@router.get("/sparse/", response_model=Patch, response_model_exclude_none=True)
async def read_sparse() -> Any:
    return Patch(name="only")


@router.get("/nothing/")
async def read_nothing() -> None:
    return None


@router.get("/untyped/")
async def read_untyped():  # pyright: ignore  # As many are written.
    return {"message": "Hello World"}


@router.get("/export/")
async def export_file():  # pyright: ignore
    return FileResponse(_file(), filename="report.bin")


@router.get("/report/", response_class=FileResponse)
async def read_report() -> Any:
    return FileResponse(_file(), filename="report.bin", media_type="application/pdf")


@router.get(
    "/image/",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}},
)
async def read_image() -> Any:
    return Response(BYTES, media_type="image/png")


@router.get("/image-beside/", responses={200: {"content": {"image/png": {}}}})
async def read_image_beside():  # pyright: ignore
    return Response(BYTES, media_type="image/png")


@router.get(
    "/image-or-user/",
    response_model=User,
    responses={200: {"content": {"image/png": {}}, "description": "A user or an image."}},
)
async def read_image_or_user(image: bool = False) -> Any:
    return Response(BYTES, media_type="image/png") if image else USERS[0]


@router.get("/plain/", response_class=PlainTextResponse)
async def read_plain() -> str:
    return "Hello Wörld"


@router.get("/html/", response_class=HTMLResponse)
async def read_html() -> str:
    return "<p>Hello</p>"


@router.get("/stream/")
async def stream_bytes():  # pyright: ignore
    async def chunks() -> AsyncIterator[bytes]:
        for at in range(0, len(BYTES), 1000):
            yield BYTES[at : at + 1000]

    return StreamingResponse(chunks(), media_type="application/octet-stream")


@router.get("/stream-documented/", response_class=StreamingResponse)
async def stream_documented():  # pyright: ignore
    async def chunks() -> AsyncIterator[bytes]:
        yield b"one"
        yield b"two"

    return StreamingResponse(chunks(), media_type="video/mp4")


@router.get("/events/", response_class=EventSourceResponse)
async def read_events() -> AsyncIterable[User]:
    for user in USERS[:3]:
        yield user


@router.get("/raw-events/", response_class=EventSourceResponse)
async def read_raw_events() -> AsyncIterable[ServerSentEvent]:
    yield ServerSentEvent(data={"n": 1}, event="count", id="1")
    yield ServerSentEvent(raw_data="plain", event="text", id="2")


@router.post("/hand-written-events/")
async def create_events(prompt: str):  # pyright: ignore
    async def events() -> AsyncIterator[str]:
        for word in prompt.split():
            yield f"data: {word}\n\n"

    return StreamingResponse(events(), media_type="text/event-stream")


@router.get("/lines/")
async def read_lines() -> AsyncIterable[User]:
    for user in USERS[:3]:
        yield user


@router.get("/gone/{name}", responses={404: {"model": Message}, 410: {"model": Message}})
async def read_gone(name: str) -> User:
    if name == "never":
        raise HTTPException(404, "never was")
    if name == "gone":
        raise HTTPException(410, "gone for good", headers={"X-Error": "gone"})
    return USERS[0]


@router.get("/teapot/")
async def read_teapot() -> User:
    raise HTTPException(418, {"code": 7})


@router.put("/tasks/{name}", responses={201: {"model": Message}})
async def put_task(name: str) -> User:
    if name == "new":
        return JSONResponse({"detail": "made"}, 201)  # pyright: ignore
    return USERS[0]


@router.get("/moved/", response_class=RedirectResponse, status_code=307)
async def read_moved() -> str:
    return "/plain/"
