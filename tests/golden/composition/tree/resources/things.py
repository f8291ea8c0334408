"""The calls of `client.things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(
        {
            "self_": "self",
            "init": "__init__",
            "class_": "class",
            "a_b_2": "a-b",
            "n_1st": "1st",
            "labels_2": "Labels",
        }
    ),
    response=lambda: models.Thing,
)


class Things(core.Resource):
    """`client.things` of a `Composition`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        id: str,
        status: Literal["up"] | Omit = omit,
        size: int | Omit = omit,
        address: params.ThingAddress | core.Model | Omit = omit,
        label: str | Omit = omit,
        alone: params.Labels | core.Model | Omit = omit,
        limited: str | Omit = omit,
        labels: params.Labels | core.Model | Omit = omit,
        counts: Mapping[str, int] | Omit = omit,
        matched: Mapping[str, int] | Omit = omit,
        pair: tuple[str, params.Base | core.Model] | Omit = omit,
        row: tuple[int, *tuple[str, ...]] | Omit = omit,
        whatever: object | Omit = omit,
        nothing: Mapping[str, object] | Omit = omit,
        untyped: str | Omit = omit,
        either: str | int | Omit | None = omit,
        when: params.ThingWhen | core.Model | Omit = omit,
        paid: params.ThingPaid | core.Model | Omit = omit,
        has: Sequence[object] | Omit = omit,
        sealed: params.ThingSealed | core.Model | Omit = omit,
        spare: params.ThingSpare | core.Model | Omit = omit,
        any_items: Sequence[object] | Omit = omit,
        no_items: Sequence[object] | Omit = omit,
        distinct: Sequence[object] | Omit = omit,
        few: Mapping[str, int] | Omit = omit,
        self_: str | Omit = omit,
        schema: str | Omit = omit,
        model_config: str | Omit = omit,
        init: str | Omit = omit,
        class_: str | Omit = omit,
        a_b_2: str | Omit = omit,
        a_b: str | Omit = omit,
        n_1st: str | Omit = omit,
        date: str | date | Omit = omit,
        due: str | date | Omit = omit,
        labels_2: str | Omit = omit,
        int: int | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thing:
        """Call `POST /things`.

        Args:
            alone: One reference in an allOf is that reference.
        """
        return self._request(
            _CREATE,
            options,
            id=id,
            status=status,
            size=size,
            address=address,
            label=label,
            alone=alone,
            limited=limited,
            labels=labels,
            counts=counts,
            matched=matched,
            pair=pair,
            row=row,
            whatever=whatever,
            nothing=nothing,
            untyped=untyped,
            either=either,
            when=when,
            paid=paid,
            has=has,
            sealed=sealed,
            spare=spare,
            any_items=any_items,
            no_items=no_items,
            distinct=distinct,
            few=few,
            self_=self_,
            schema=schema,
            model_config=model_config,
            init=init,
            class_=class_,
            a_b_2=a_b_2,
            a_b=a_b,
            n_1st=n_1st,
            date=date,
            due=due,
            labels_2=labels_2,
            int=int,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncComposition`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
