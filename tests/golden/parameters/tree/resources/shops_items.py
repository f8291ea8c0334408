"""The calls of `client.shops.items`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, parameters, styles

_RETRIEVE = core.Operation(
    "GET /shops/{shop_id}/items/{id}",
    params=lambda: params.GetItemParams,
    locations={
        "lang": core.Query("lang"),
        "ids": styles.Query("ids", style="pipeDelimited"),
        "where": core.Query("where", style="deepObject"),
        "x_request_source": parameters.Header("X-Request-Source"),
        "session": parameters.Cookie("session"),
    },
)
_UPDATE = core.Operation(
    "PUT /shops/{shop_id}/items/{id}",
    params=lambda: params.PutItemParams,
    locations={"lang": core.Query("lang")},
    body=core.JsonBody({"body_id": "id"}, required=False),
)


class ShopsItems(core.Resource):
    """`client.shops.items` of a `Parameters`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def retrieve(
        self,
        id: int,
        *,
        shop_id: str,
        lang: Literal["en", "de"] | Omit = omit,
        ids: Sequence[str] | Omit = omit,
        where: params.GetItemWhere | Omit = omit,
        x_request_source: str | Omit = omit,
        session: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Look an item up.

        Args:
            shop_id: The shop.
            lang: The language (default "en").
        """
        done: None = self._request(
            _RETRIEVE,
            options,
            id=id,
            shop_id=shop_id,
            lang=lang,
            ids=ids,
            where=where,
            x_request_source=x_request_source,
            session=session,
        )
        return done

    def update(
        self,
        id: int,
        *,
        shop_id: str,
        lang: str | Omit = omit,
        body_id: int | Omit = omit,
        name: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `PUT /shops/{shop_id}/items/{id}`.

        Args:
            shop_id: The shop.
            lang: Overridden below.
        """
        done: None = self._request(
            _UPDATE, options, id=id, shop_id=shop_id, lang=lang, body_id=body_id, name=name
        )
        return done


class _Methods(core.Methods[core.Kind]):
    retrieve = core.method(ShopsItems.retrieve)
    update = core.method(ShopsItems.update)


class AsyncShopsItems(_Methods[core.Async]):
    """`client.shops.items` of an `AsyncParameters`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
