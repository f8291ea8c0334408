"""The calls of `client.colors`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, omit, parameters, styles

_CANCEL = core.Operation("POST /files/{id}:cancel")
_COLLIDE = core.Operation(
    "GET /one/{id}",
    params=lambda: params.CollideParams,
    locations={
        "query_id": core.Query("id"),
        "cookie_id": parameters.Cookie("id"),
        "header_id": parameters.Header("id"),
        "size": core.Query("size"),
        "untyped": core.Query("untyped"),
    },
)
_CONTENT = core.Operation(
    "GET /content/{color}",
    params=lambda: params.ContentParams,
    paths={"color": styles.Path("color", media_type="application/json")},
    locations={
        "filter": styles.Query("filter", media_type="application/json"),
        "note": styles.Query("note", media_type="text/plain"),
        "x_meta": styles.Header("X-Meta", media_type="application/json"),
        "state": styles.Cookie("state", media_type="application/json"),
        "plain": styles.Cookie("plain", media_type="text/plain"),
    },
)
_COOKIE_COOKIE = core.Operation(
    "GET /cookie_cookie",
    params=lambda: params.CookieCookieParams,
    locations={"color": styles.Cookie("color", style="cookie")},
)
_COOKIE_COOKIE_EXPLODED = core.Operation(
    "GET /cookie_cookie_exploded",
    params=lambda: params.CookieCookieExplodedParams,
    locations={"color": styles.Cookie("color", style="cookie", explode=True)},
)
_COOKIE_FORM = core.Operation(
    "GET /cookie_form",
    params=lambda: params.CookieFormParams,
    locations={"color": parameters.Cookie("color")},
)
_COOKIE_FORM_EXPLODED = core.Operation(
    "GET /cookie_form_exploded",
    params=lambda: params.CookieFormExplodedParams,
    locations={"color": styles.Cookie("color", explode=True)},
)
_HEADER_SIMPLE = core.Operation(
    "GET /header_simple",
    params=lambda: params.HeaderSimpleParams,
    locations={"color": parameters.Header("color")},
)
_HEADER_SIMPLE_EXPLODED = core.Operation(
    "GET /header_simple_exploded",
    params=lambda: params.HeaderSimpleExplodedParams,
    locations={"color": styles.Header("color", explode=True)},
)
_PATH_LABEL = core.Operation(
    "GET /path_label/{color}",
    params=lambda: params.PathLabelParams,
    paths={"color": styles.Path("color", style="label")},
)
_PATH_LABEL_EXPLODED = core.Operation(
    "GET /path_label_exploded/{color}",
    params=lambda: params.PathLabelExplodedParams,
    paths={"color": styles.Path("color", style="label", explode=True)},
)
_PATH_MATRIX = core.Operation(
    "GET /path_matrix/{color}",
    params=lambda: params.PathMatrixParams,
    paths={"color": styles.Path("color", style="matrix")},
)
_PATH_MATRIX_EXPLODED = core.Operation(
    "GET /path_matrix_exploded/{color}",
    params=lambda: params.PathMatrixExplodedParams,
    paths={"color": styles.Path("color", style="matrix", explode=True)},
)
_PATH_RESERVED = core.Operation(
    "GET /path_reserved/{color}", paths={"color": styles.Path("color", reserved=True)}
)
_PATH_SIMPLE = core.Operation("GET /path_simple/{color}", params=lambda: params.PathSimpleParams)
_PATH_SIMPLE_EXPLODED = core.Operation(
    "GET /path_simple_exploded/{color}",
    params=lambda: params.PathSimpleExplodedParams,
    paths={"color": styles.Path("color", explode=True)},
)
_QUERY_DEEPOBJECT_EXPLODED = core.Operation(
    "GET /query_deepobject_exploded",
    params=lambda: params.QueryDeepobjectExplodedParams,
    locations={"color": core.Query("color", style="deepObject")},
)
_QUERY_FORM = core.Operation(
    "GET /query_form",
    params=lambda: params.QueryFormParams,
    locations={"color": core.Query("color", explode=False)},
)
_QUERY_FORM_EXPLODED = core.Operation(
    "GET /query_form_exploded",
    params=lambda: params.QueryFormExplodedParams,
    locations={"color": core.Query("color")},
)
_QUERY_PIPEDELIMITED = core.Operation(
    "GET /query_pipedelimited",
    params=lambda: params.QueryPipedelimitedParams,
    locations={"color": styles.Query("color", style="pipeDelimited")},
)
_QUERY_RESERVED = core.Operation(
    "GET /query_reserved",
    params=lambda: params.QueryReservedParams,
    locations={"color": styles.Query("color", explode=True, reserved=True)},
)
_QUERY_SPACEDELIMITED = core.Operation(
    "GET /query_spacedelimited",
    params=lambda: params.QuerySpacedelimitedParams,
    locations={"color": styles.Query("color", style="spaceDelimited")},
)
_QUERY_STRING = core.Operation(
    "GET /query_string",
    params=lambda: params.QueryStringParams,
    locations={
        "selector": styles.QueryString("selector", media_type="application/x-www-form-urlencoded")
    },
)
_QUERY_TEXT = core.Operation(
    "GET /query_text",
    params=lambda: params.QueryTextParams,
    locations={"selector": styles.QueryString("selector", media_type="application/json")},
)
_SEGMENT = core.Operation("GET /files/{name_of_it}.{ext}")
_TEMPLATE = core.Operation(
    "GET /files/{id}?mode=raw%20copy",
    params=lambda: params.TemplateWithQueryParams,
    locations={"size": core.Query("size")},
)


class Colors(core.Resource):
    """`client.colors` of a `Styles`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def cancel(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Call `POST /files/{id}:cancel`."""
        done: None = self._request(_CANCEL, options, id=id)
        return done

    def collide(
        self,
        id: str,
        *,
        query_id: int,
        cookie_id: str | Omit = omit,
        header_id: str | Omit = omit,
        size: int | Literal[""] | Omit = omit,
        untyped: object | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """One name in every place, and headers that are no parameters (section 4.12.2)."""
        done: None = self._request(
            _COLLIDE,
            options,
            id=id,
            query_id=query_id,
            cookie_id=cookie_id,
            header_id=header_id,
            size=size,
            untyped=untyped,
        )
        return done

    def content(
        self,
        color: Sequence[int],
        *,
        filter: params.ContentFilter | Omit = omit,
        note: str | Omit = omit,
        x_meta: Mapping[str, str] | Omit = omit,
        state: Sequence[str] | Omit = omit,
        plain: str | Omit = omit,
        **options: Unpack[RequestOptions],
    ) -> None:
        """Call `GET /content/{color}`."""
        done: None = self._request(
            _CONTENT,
            options,
            color=color,
            filter=filter,
            note=note,
            x_meta=x_meta,
            state=state,
            plain=plain,
        )
        return done

    def cookie_cookie(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /cookie_cookie`."""
        done: None = self._request(_COOKIE_COOKIE, options, color=color)
        return done

    def cookie_cookie_exploded(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /cookie_cookie_exploded`."""
        done: None = self._request(_COOKIE_COOKIE_EXPLODED, options, color=color)
        return done

    def cookie_form(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /cookie_form`."""
        done: None = self._request(_COOKIE_FORM, options, color=color)
        return done

    def cookie_form_exploded(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /cookie_form_exploded`."""
        done: None = self._request(_COOKIE_FORM_EXPLODED, options, color=color)
        return done

    def header_simple(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /header_simple`."""
        done: None = self._request(_HEADER_SIMPLE, options, color=color)
        return done

    def header_simple_exploded(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /header_simple_exploded`."""
        done: None = self._request(_HEADER_SIMPLE_EXPLODED, options, color=color)
        return done

    def path_label(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_label/{color}`."""
        done: None = self._request(_PATH_LABEL, options, color=color)
        return done

    def path_label_exploded(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_label_exploded/{color}`."""
        done: None = self._request(_PATH_LABEL_EXPLODED, options, color=color)
        return done

    def path_matrix(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_matrix/{color}`."""
        done: None = self._request(_PATH_MATRIX, options, color=color)
        return done

    def path_matrix_exploded(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_matrix_exploded/{color}`."""
        done: None = self._request(_PATH_MATRIX_EXPLODED, options, color=color)
        return done

    def path_reserved(self, color: str, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_reserved/{color}`."""
        done: None = self._request(_PATH_RESERVED, options, color=color)
        return done

    def path_simple(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_simple/{color}`."""
        done: None = self._request(_PATH_SIMPLE, options, color=color)
        return done

    def path_simple_exploded(self, color: object, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /path_simple_exploded/{color}`."""
        done: None = self._request(_PATH_SIMPLE_EXPLODED, options, color=color)
        return done

    def query_deepobject_exploded(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_deepobject_exploded`."""
        done: None = self._request(_QUERY_DEEPOBJECT_EXPLODED, options, color=color)
        return done

    def query_form(self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /query_form`."""
        done: None = self._request(_QUERY_FORM, options, color=color)
        return done

    def query_form_exploded(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_form_exploded`."""
        done: None = self._request(_QUERY_FORM_EXPLODED, options, color=color)
        return done

    def query_pipedelimited(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_pipedelimited`."""
        done: None = self._request(_QUERY_PIPEDELIMITED, options, color=color)
        return done

    def query_reserved(
        self, *, color: Sequence[str] | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_reserved`."""
        done: None = self._request(_QUERY_RESERVED, options, color=color)
        return done

    def query_spacedelimited(
        self, *, color: object | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_spacedelimited`."""
        done: None = self._request(_QUERY_SPACEDELIMITED, options, color=color)
        return done

    def query_string(
        self, *, selector: params.QueryStringSelector, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /query_string`."""
        done: None = self._request(_QUERY_STRING, options, selector=selector)
        return done

    def query_text(self, *, selector: Mapping[str, int], **options: Unpack[RequestOptions]) -> None:
        """Call `GET /query_text`."""
        done: None = self._request(_QUERY_TEXT, options, selector=selector)
        return done

    def segment(self, ext: str, *, name_of_it: str, **options: Unpack[RequestOptions]) -> None:
        """Call `GET /files/{name-of it}.{ext}`."""
        done: None = self._request(_SEGMENT, options, ext=ext, name_of_it=name_of_it)
        return done

    def template(
        self, id: str, *, size: int | Omit = omit, **options: Unpack[RequestOptions]
    ) -> None:
        """Call `GET /files/{id}?mode=raw copy#part`."""
        done: None = self._request(_TEMPLATE, options, id=id, size=size)
        return done


class _Methods(core.Methods[core.Kind]):
    cancel = core.method(Colors.cancel)
    collide = core.method(Colors.collide)
    content = core.method(Colors.content)
    cookie_cookie = core.method(Colors.cookie_cookie)
    cookie_cookie_exploded = core.method(Colors.cookie_cookie_exploded)
    cookie_form = core.method(Colors.cookie_form)
    cookie_form_exploded = core.method(Colors.cookie_form_exploded)
    header_simple = core.method(Colors.header_simple)
    header_simple_exploded = core.method(Colors.header_simple_exploded)
    path_label = core.method(Colors.path_label)
    path_label_exploded = core.method(Colors.path_label_exploded)
    path_matrix = core.method(Colors.path_matrix)
    path_matrix_exploded = core.method(Colors.path_matrix_exploded)
    path_reserved = core.method(Colors.path_reserved)
    path_simple = core.method(Colors.path_simple)
    path_simple_exploded = core.method(Colors.path_simple_exploded)
    query_deepobject_exploded = core.method(Colors.query_deepobject_exploded)
    query_form = core.method(Colors.query_form)
    query_form_exploded = core.method(Colors.query_form_exploded)
    query_pipedelimited = core.method(Colors.query_pipedelimited)
    query_reserved = core.method(Colors.query_reserved)
    query_spacedelimited = core.method(Colors.query_spacedelimited)
    query_string = core.method(Colors.query_string)
    query_text = core.method(Colors.query_text)
    segment = core.method(Colors.segment)
    template = core.method(Colors.template)


class AsyncColors(_Methods[core.Async]):
    """`client.colors` of an `AsyncStyles`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
