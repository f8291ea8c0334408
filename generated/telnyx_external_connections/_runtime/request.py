"""Makes the request of a call: path, query, headers and body, each by the rules of OpenAPI."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from pydantic import BaseModel
from pydantic_core import to_jsonable_python

from .checking import Checker
from .errors import RequestValidationError
from .kinds import is_dict, is_list, is_mapping, is_row
from .omitted import Omit
from .operation import Header, JsonBody, Operation, Parameter, Query, RawBody, WholeJsonBody
from .transport import Headers, RawHeaders, Request

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}

Pairs = Iterable[tuple[str, str]]
NamedHeaders = dict[bytes, tuple[bytes, bytes]]


class Prepared:
    """What all requests of a client share, made once."""

    def __init__(
        self, base_url: str, named: NamedHeaders, query: Mapping[str, object], arrays: str
    ) -> None:
        self.base_url = base_url
        self.arrays = arrays
        self.named = named
        self.headers: RawHeaders = list(named.values())
        self.query = list(_extra_query(query, arrays))


def build(
    prepared: Prepared,
    operation: Operation,
    arguments: Mapping[str, object],
    options: Mapping[str, Any],
    checker: Checker | None,
) -> Request:
    """The request of a call. Raises `RequestValidationError` for what cannot be sent."""
    (_, path), *rest = operation.segments
    for name, text in rest:
        path += _segment(name, arguments.get(name)) + text
    if checker is not None:
        checker.check(arguments)
    fields = dict(arguments)
    for name, _ in rest:
        fields.pop(name, None)
    query: list[tuple[str, str]] = []
    headers: dict[str, object] = {}
    for name, place in operation.places.items():
        value = fields.pop(name, None)
        if value is None:
            # OpenAPI has no null outside of bodies: it is left out.
            continue
        if isinstance(place, Query):
            query += _query(place, value, prepared.arrays)
        elif isinstance(place, Header):
            headers[place.name] = _simple(value)
        else:
            cookie = f"{place.name}={_quoted(_simple(value), name)}"
            headers["Cookie"] = f"{headers['Cookie']}; {cookie}" if "Cookie" in headers else cookie
    content, kind = _content(operation, fields, options.get("extra_body"))
    raw = _headers(prepared, operation.method, headers, options.get("extra_headers"), content, kind)
    extra = options.get("extra_query")
    if query or extra or prepared.query:
        path += _query_string(prepared, query, extra or {})
    return Request(operation.method, prepared.base_url + path, Headers(raw), content)


def _segment(name: str, value: object) -> str:
    """A path argument so encoded that it stays one segment, whatever is in it."""
    text = "" if value is None else _simple(value)
    if not text:
        raise RequestValidationError(
            f"Expected a non-empty value for `{name}` but received {value!r}"
        )
    return text.replace(".", "%2E") if text in (".", "..") else _quoted(text, name)


def _query(place: Parameter, value: object, arrays: str) -> Iterator[tuple[str, str]]:
    name = _quoted(place.name)
    value = _unwrapped(value)
    if place.style == "json":
        yield name, _quoted(_json(value).decode())
    elif place.style == "deepObject":
        yield from _deep(place.name, value, arrays)
    elif is_dict(value) and place.explode:
        for key, item in value.items():
            yield from _query(Query(scalar(key)), item, arrays)
    elif is_dict(value) or is_list(value):
        texts = [_quoted(scalar(item)) for item in _items(value)]
        if place.explode:
            yield from ((name, text) for text in texts)
        elif texts:
            yield name, _DELIMITERS.get(place.style, ",").join(texts)
    elif value is not None:
        yield name, _quoted(scalar(value), place.name)


def _deep(name: str, value: object, arrays: str) -> Iterator[tuple[str, str]]:
    """`filter[a][b]=c` to any depth. OpenAPI leaves arrays open: the service's own way counts."""
    value = _unwrapped(value)
    if is_dict(value):
        for key, item in value.items():
            yield from _deep(f"{name}[{scalar(key)}]", item, arrays)
    elif is_list(value) and arrays == "comma":
        if texts := [_quoted(scalar(item)) for item in _items(value)]:
            yield _quoted(name), ",".join(texts)
    elif is_list(value):
        for item in _items(value):
            yield from _deep(f"{name}[]" if arrays == "brackets" else name, item, arrays)
    elif value is not None:
        yield _quoted(name), _quoted(scalar(value), name)


def _items(value: Any) -> list[object]:
    """The items of a list, or the names and values of an object, in one row; nulls are left out."""
    if is_dict(value):
        return [part for pair in value.items() if pair[1] is not None for part in pair]
    return [item for item in value if item is not None]


def _extra_query(query: Mapping[str, object], arrays: str) -> Iterator[tuple[str, str]]:
    for name, value in query.items():
        if not isinstance(value, Omit):
            style = "deepObject" if is_mapping(value) else "form"
            yield from _query(Query(name, style=style), value, arrays)


def _query_string(prepared: Prepared, given: Pairs, extra: Mapping[str, object]) -> str:
    """A later source replaces an earlier by name: defaults, then arguments, then `extra_query`."""
    pairs: dict[str, list[tuple[str, str]]] = {}
    for source in (prepared.query, given, _extra_query(extra, prepared.arrays)):
        fresh: dict[str, list[tuple[str, str]]] = {}
        for name, text in source:
            fresh.setdefault(name, []).append((name, text))
        pairs |= fresh
    for name, value in extra.items():
        if isinstance(value, Omit):
            pairs.pop(_quoted(name), None)
    query = "&".join(f"{name}={text}" for group in pairs.values() for name, text in group)
    return f"?{query}" if query else ""


def merge_headers(named: NamedHeaders, given: Mapping[str, object]) -> NamedHeaders:
    """Headers by lower-case name; a later one replaces an earlier, `omit` removes it."""
    merged = dict(named)
    for name, value in given.items():
        if not name or not _TOKEN.issuperset(name.lower()):
            raise RequestValidationError(f"{name!r} is not the name of a header")
        key = name.encode()
        if isinstance(value, Omit):
            merged.pop(key.lower(), None)
            continue
        text = scalar(value)
        if not text.isprintable() or not all(ord(character) < 256 for character in text):
            raise RequestValidationError(
                f"the header `{name}` has a character that cannot be sent, such as a line break"
            )
        merged[key.lower()] = (key, text.strip().encode("latin-1"))
    return merged


def _headers(
    prepared: Prepared,
    method: str,
    given: Mapping[str, object],
    extra: Mapping[str, object] | None,
    content: bytes | None,
    kind: str,
) -> RawHeaders:
    own: RawHeaders = []
    if content is not None:
        own.append((b"Content-Type", kind.encode()))
    if content is not None or method in ("POST", "PUT", "PATCH"):
        own.append((b"Content-Length", b"%d" % len(content or b"")))
    if method not in ("GET", "HEAD", "OPTIONS"):
        own.append((b"Idempotency-Key", str(uuid4()).encode()))
    if not given and not extra and b"idempotency-key" not in prepared.named:
        return prepared.headers + own
    named = {name.lower(): (name, value) for name, value in own} | prepared.named
    return list(merge_headers(merge_headers(named, given), extra or {}).values())


def _content(
    operation: Operation, fields: dict[str, object], extra: Mapping[str, object] | None
) -> tuple[bytes | None, str]:
    """The body and its media type, or None when there is none to send."""
    body = operation.body
    if isinstance(body, RawBody) and fields:
        data = fields[body.argument]
        if isinstance(data, (bytes, bytearray, str)):
            return data.encode() if isinstance(data, str) else bytes(data), body.media_type
        raise RequestValidationError(f"`{body.argument}` takes bytes or str, not {data!r:.60}")
    value: object = fields
    if isinstance(body, WholeJsonBody):
        value = fields.get(body.argument)
    elif isinstance(body, JsonBody) and body.names:
        value = {body.names.get(name, name): item for name, item in fields.items()}
    if extra:
        value = _unwrapped(value if fields else {})
        if not is_dict(value):
            raise RequestValidationError("extra_body can only be added to an object")
        merged = {**value, **extra}
        value = {name: item for name, item in merged.items() if not isinstance(item, Omit)}
    elif not fields and not (isinstance(body, JsonBody) and body.required):
        return None, ""
    return _json(value), "application/json"


def _plain(value: Any) -> Any:
    """What JSON has no form for; the encoder asks for those values alone."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True, exclude_unset=True, warnings=False)
    if is_mapping(value):
        return dict(value)
    return to_jsonable_python(value)


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_plain
).encode


def _json(value: object) -> bytes:
    try:
        return _encode(value).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise RequestValidationError(f"the request cannot be written as JSON: {error}") from None


def _unwrapped(value: Any) -> Any:
    """A dict or a list where the value is one in effect, else the value."""
    if is_mapping(value) or isinstance(value, BaseModel):
        return _plain(value)
    return list(value) if is_row(value) else value


def _simple(value: object) -> str:
    """Style `simple`: the items of a list or an object joined by commas."""
    value = _unwrapped(value)
    return (
        ",".join(map(scalar, _items(value))) if is_list(value) or is_dict(value) else scalar(value)
    )


def scalar(value: object) -> str:
    """The text of a single value: `true`, ISO 8601, what an enum member stands for."""
    if type(value) is str:
        return value
    if isinstance(value, Enum):
        return scalar(value.value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (str, int)):
        return str(value)
    return _json(value).decode().strip('"')


def _quoted(text: str, name: str = "value") -> str:
    try:
        return text if text.isalnum() and text.isascii() else quote(text, safe="")
    except UnicodeEncodeError:
        raise RequestValidationError(f"`{name}` is not valid Unicode text") from None
