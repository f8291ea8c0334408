"""The calls of `client.things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, number_encoding, number_parsing, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(),
    encoder=number_encoding.ArgumentEncoder(
        lambda: params.CreateThingParams,
        "share",
        "big",
        "unsigned",
        "either",
        "bounded",
        "lines",
        "rates",
        "pair",
        "cost",
    ),
    response=lambda: models.Thing,
    loads=number_parsing.loads,
)


class Things(core.Resource):
    """`client.things` of a `Formats`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        at: str | datetime | Omit = omit,
        day: str | date | Omit = omit,
        hour: str | time | Omit = omit,
        length: str | timedelta | Omit = omit,
        id: str | Omit = omit,
        link: str | Omit = omit,
        mail: str | Omit = omit,
        v4: str | Omit = omit,
        v6: str | Omit = omit,
        data: str | bytes | Omit = omit,
        encoded: str | bytes | Omit = omit,
        price: str | Decimal | Omit = omit,
        share: float | Decimal | Omit = omit,
        big: str | int | Omit = omit,
        bare: str | date | Omit = omit,
        other: str | Omit = omit,
        unsigned: str | int | Omit = omit,
        either: str | int | Omit = omit,
        precise: str | Decimal | Omit = omit,
        bounded: float | Decimal | Omit = omit,
        sized: str | date | Omit = omit,
        lines: Sequence[params.Line | core.Model] | Omit = omit,
        rates: Mapping[str, float | Decimal] | Omit = omit,
        pair: tuple[float | Decimal, str | Decimal, *tuple[float | Decimal, ...]] | Omit = omit,
        cost: params.ThingCostOption1 | params.ThingCostOption2 | core.Model | Omit | None = omit,
        days: Sequence[str | bytes] | Omit = omit,
        date: str | date | Omit | None = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thing:
        """Call `POST /things`."""
        return self._request(
            _CREATE,
            options,
            at=at,
            day=day,
            hour=hour,
            length=length,
            id=id,
            link=link,
            mail=mail,
            v4=v4,
            v6=v6,
            data=data,
            encoded=encoded,
            price=price,
            share=share,
            big=big,
            bare=bare,
            other=other,
            unsigned=unsigned,
            either=either,
            precise=precise,
            bounded=bounded,
            sized=sized,
            lines=lines,
            rates=rates,
            pair=pair,
            cost=cost,
            days=days,
            date=date,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncFormats`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
