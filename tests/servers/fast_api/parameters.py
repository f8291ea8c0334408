"""Endpoints with parameters of every place and type."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Cookie, Depends, Header, Path, Query

from ..seen import saw
from .models import CommonHeaders, Cookies, Filter, Level, Order

router = APIRouter(tags=["parameters"])


@router.get("/search/")
async def search_everything(
    q: str | None = None,
    skip: int = 0,
    limit: Annotated[int, Query(le=100)] = 10,
    order: Order = Order.up,
    level: Level | None = None,
    tags: Annotated[list[str], Query()] = [],  # noqa: B006
    ids: Annotated[list[int] | None, Query()] = None,
    item_query: Annotated[str | None, Query(alias="item-query", pattern="^fixed")] = None,
    exact: bool = False,
    ratio: float | None = None,
) -> dict[str, Any]:
    return saw(
        q=q,
        skip=skip,
        limit=limit,
        order=order,
        level=level,
        tags=tags,
        ids=ids,
        item_query=item_query,
        exact=exact,
        ratio=ratio,
    )


@router.get("/moments/")
async def read_moments(
    at: datetime,
    day: date,
    clock: time,
    lasting: timedelta,
    key: UUID,
    price: Decimal,
    days: Annotated[list[date] | None, Query()] = None,
) -> dict[str, Any]:
    return saw(at=at, day=day, clock=clock, lasting=lasting, key=key, price=price, days=days)


@router.get("/places/{key}/{day}/{level}/{kind}")
async def read_place(
    key: UUID, day: date, level: Level, kind: Literal["in", "out"]
) -> dict[str, Any]:
    return saw(key=key, day=day, level=level, kind=kind)


@router.get("/numbers/{number}")
def read_number(number: Annotated[int, Path(ge=1, le=1000)], *, q: str) -> dict[str, Any]:
    return saw(number=number, q=q)


@router.get("/files/{file_path:path}")
async def read_file(file_path: str) -> dict[str, Any]:
    return saw(file_path=file_path)


@router.get("/filtered/")
async def read_filtered(filter_query: Annotated[Filter, Query()]) -> dict[str, Any]:
    return saw(**filter_query.model_dump())


class Common:
    def __init__(self, q: str | None = None, skip: int = 0) -> None:
        self.q, self.skip = q, skip


@router.get("/shared/")
async def read_shared(
    common: Annotated[Common, Depends()], own: Annotated[str | None, Query(deprecated=True)] = None
) -> dict[str, Any]:
    return saw(q=common.q, skip=common.skip, own=own)


@router.get("/headers/")
async def read_headers(
    user_agent: Annotated[str | None, Header()] = None,
    x_token: Annotated[list[str] | None, Header()] = None,
    strange_header: Annotated[str | None, Header(convert_underscores=False)] = None,
    x_when: Annotated[datetime | None, Header()] = None,
) -> dict[str, Any]:
    return saw(user_agent=user_agent, x_token=x_token, strange_header=strange_header, x_when=x_when)


@router.get("/header-model/")
async def read_header_model(headers: Annotated[CommonHeaders, Header()]) -> dict[str, Any]:
    return saw(**headers.model_dump())


@router.get("/cookies/")
async def read_cookies(
    ads_id: Annotated[str | None, Cookie()] = None, visits: Annotated[int, Cookie()] = 0
) -> dict[str, Any]:
    return saw(ads_id=ads_id, visits=visits)


@router.get("/cookie-model/")
async def read_cookie_model(cookies: Annotated[Cookies, Cookie()]) -> dict[str, Any]:
    return saw(**cookies.model_dump())


@router.get("/old/", deprecated=True)
async def read_old() -> dict[str, str]:
    return saw(old="yes")
