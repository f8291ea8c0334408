"""The calls of `client.things`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack

from .. import _runtime as core, models, params
from .._runtime import Omit, RequestOptions, omit

_CREATE = core.Operation(
    "POST /things",
    params=lambda: params.CreateThingParams,
    body=core.JsonBody(),
    response=lambda: models.Thing,
)


class Things(core.Resource):
    """`client.things` of an `Enums`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(
        self,
        *,
        text: Literal["up", "down", "UP", "", "a b"] | Omit = omit,
        number: Literal[0, 1] | Omit = omit,
        named: Literal[1, 2] | Omit = omit,
        oddly: Literal["a", "b", "c", "d"] | Omit = omit,
        mixed: Literal[1, "one", True] | Omit | None = omit,
        nullable: Literal["a", "b"] | Omit | None = omit,
        only_null: None | Omit | None = omit,
        empty: str | Omit = omit,
        flag: Literal[True] | Omit = omit,
        unquoted: Literal["1", "2.5"] | Omit = omit,
        share: Literal[1] | float | Omit = omit,
        many: Sequence[Literal["x", "y"]] | Omit = omit,
        fixed: Literal["v1"] | Omit = omit,
        two: Literal[2] | Omit = omit,
        object: Mapping[str, int] | Omit = omit,
        rows: (
            Literal["x"]
            | Sequence[int]
            | Mapping[str, Sequence[bool]]
            | Mapping[str, object]
            | Omit
            | None
        ) = omit,
        narrowed: Literal["red", "blue"] | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> models.Thing:
        """Call `POST /things`.

        Args:
            number: How much. - 0: LOW: Hardly any. - 1: HIGH: A lot.
            named: - 1: On - 2: Off
            oddly: - a: None - b: none - c: 2nd thing
            unquoted: One of 1, 2.5.
            share: One of 0.5, 1.
            rows: One of [1, 2], [3], {"a": [true]}, {}, "x", null.
        """
        return self._request(
            _CREATE,
            options,
            text=text,
            number=number,
            named=named,
            oddly=oddly,
            mixed=mixed,
            nullable=nullable,
            only_null=only_null,
            empty=empty,
            flag=flag,
            unquoted=unquoted,
            share=share,
            many=many,
            fixed=fixed,
            two=two,
            object=object,
            rows=rows,
            narrowed=narrowed,
        )


class _Methods(core.Methods[core.Kind]):
    create = core.method(Things.create)


class AsyncThings(_Methods[core.Async]):
    """`client.things` of an `AsyncEnums`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
