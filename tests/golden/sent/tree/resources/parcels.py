"""The calls of `client.parcels`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Unpack

from .. import _runtime as core, models, params, resources
from .._runtime import Omit, RequestOptions, omit, parameters

_CREATE = core.Operation(
    "POST /parcels",
    params=lambda: params.CreateParcelParams,
    locations={"note": parameters.Header("note")},
    body=core.JsonBody(),
    response=lambda: models.Parcel,
)
_RETRIEVE = core.Operation(
    "GET /parcels/{code}",
    params=lambda: params.GetParcelsCodeParams,
    locations={"fields": core.Query("fields")},
)


class Parcels(core.Resource):
    """`client.parcels` of a `Sent`."""

    copies = core.child(lambda: resources.ParcelsCopies)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        weight: float,
        destination: object,
        note: str | Omit = omit,
        count: int | Omit = omit,
        lock: params.CreateParcelRequestLock | core.Model | Omit = omit,
        code: str | Omit = omit,
        codes: Sequence[str] | Omit = omit,
        labels: Mapping[str, str] | Omit = omit,
        colour: str | Omit | None = omit,
        either: str | int | Omit = omit,
        both: str | Omit = omit,
        day: str | date | Omit = omit,
        ahead: str | Omit = omit,
        wrong: str | Omit = omit,
        size: Literal["S", "M"] | Omit = omit,
        told: str | Omit = omit,
        box: params.BoxOption1 | params.BoxOption2 | core.Model | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Parcel:
        """Call `POST /parcels`.

        Args:
            note: (matches `^\\w+$`)
            code: (matches `^[A-Z]{2}\\/[0-9]+$`)
            codes: (each matches `^[A-Z]{2}\\/[0-9]+$`)
            colour: The colour of the box (matches `^#[0-9a-f]{6}$`).
            either: (matches `^a` or matches `^b`)
            both: (matches `a`, matches `b$`)
            day: (matches `^2026-`)
            ahead: (matches `^(?!x)y`)
            wrong: (matches `^[a-z]+$`)
            told: (matches `^(?<first>[a-z])<b>$`)
        """
        return self._request(
            _CREATE,
            options,
            weight=weight,
            destination=destination,
            note=note,
            count=count,
            lock=lock,
            code=code,
            codes=codes,
            labels=labels,
            colour=colour,
            either=either,
            both=both,
            day=day,
            ahead=ahead,
            wrong=wrong,
            size=size,
            told=told,
            box=box,
        )

    def retrieve(
        self, code: str, *, fields: Sequence[str] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /parcels/{code}`.

        Args:
            code: (matches `^[A-Z]{2}\\/[0-9]+$`)
            fields: What to answer (each matches `^[a-z]+$`).
        """
        done: None = self._request(_RETRIEVE, options, code=code, fields=fields)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Parcels.create)
    retrieve = core.method(Parcels.retrieve)


class AsyncParcels(_Methods[core.Async]):
    """`client.parcels` of an `AsyncSent`."""

    copies = core.child(lambda: resources.AsyncParcelsCopies)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
