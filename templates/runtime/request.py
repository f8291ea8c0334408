"""Makes the request of a call: path, query, headers and body, each by the rules of OpenAPI."""

import json
from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import lru_cache
from os import urandom
from typing import Any
from urllib.parse import quote

from pydantic_core import to_jsonable_python

from .checking import Checker
from .errors import RequestValidationError
from .omitted import Omit
from .operation import Header, JsonBody, Operation, Parameter, Query, RawBody, WholeJsonBody
from .plain import as_plain, is_dict, is_list
from .settings import Service, Settings
from .transport import Headers, Request

_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")
_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}

Pair = tuple[str, str]
Groups = dict[str, list[str]]
"""The `name=text` pairs of a query, by name."""
NamedHeaders = dict[bytes, tuple[bytes, bytes] | None]


class Prepared:
    """What all requests of a client share, made once."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self.base_url = settings.base_url
        self.arrays = service.deep_object_arrays
        self.query = _extra_query(settings.default_query or {}, self.arrays)
        own = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"{service.name}/{service.version} clientsmith",
        }
        self.headers = named_headers(own)
        if settings.auth is not None:
            self.headers[b"authorization"] = settings.auth.header
        self.default_headers = named_headers(settings.default_headers or {})


def build(
    prepared: Prepared,
    operation: Operation,
    arguments: Mapping[str, object],
    options: Mapping[str, Any],
    checker: Checker | None,
) -> Request:
    """The request of a call. Raises `RequestValidationError` for what cannot be sent."""
    fields = dict(arguments)
    (_, path), *rest = operation.segments
    for name, text in rest:
        path += _segment(name, fields.pop(name, None)) + text
    if checker is not None:
        checker.check(arguments)
    query: list[Pair] = []
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
    named = dict(prepared.headers)
    if content is not None:
        named[b"content-type"] = (b"Content-Type", kind.encode())
    if content is not None or operation.method in ("POST", "PUT", "PATCH"):
        named[b"content-length"] = (b"Content-Length", b"%d" % len(content or b""))
    if operation.method not in ("GET", "HEAD", "OPTIONS"):
        named[b"idempotency-key"] = (b"Idempotency-Key", urandom(16).hex().encode())
    # A later source replaces an earlier by name: defaults, then arguments, then extras.
    named |= prepared.default_headers
    for given in (headers, options.get("extra_headers")):
        if given:
            named |= named_headers(given)
    raw = [header for header in named.values() if header is not None]
    groups = prepared.query | _grouped(query) if query else prepared.query
    if extra := options.get("extra_query"):
        groups = groups | _extra_query(extra, prepared.arrays)
    if text := "&".join([text for group in groups.values() for text in group]):
        path += f"?{text}"
    return Request(operation.method, prepared.base_url + path, Headers(raw), content)


def _segment(name: str, value: object) -> str:
    """A path argument so encoded that it stays one segment, whatever is in it."""
    text = "" if value is None else _simple(value)
    if not text:
        raise RequestValidationError(
            f"Expected a non-empty value for `{name}` but received {value!r}"
        )
    return text.replace(".", "%2E") if text in (".", "..") else _quoted(text, name)


def _query(place: Parameter, value: object, arrays: str) -> Iterator[Pair]:
    name = _quoted_name(place.name)
    value = as_plain(value)
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


def _deep(name: str, value: object, arrays: str) -> Iterator[Pair]:
    """`filter[a][b]=c` to any depth. OpenAPI leaves arrays open: the service's own way counts."""
    if is_dict(value):
        for key, item in value.items():
            yield from _deep(f"{name}[{scalar(key)}]", item, arrays)
    elif is_list(value) and arrays == "comma":
        if texts := [_quoted(scalar(item)) for item in _items(value)]:
            yield _quoted_name(name), ",".join(texts)
    elif is_list(value):
        for item in _items(value):
            yield from _deep(f"{name}[]" if arrays == "brackets" else name, item, arrays)
    elif value is not None:
        yield _quoted_name(name), _quoted(scalar(value), name)


def _items(value: Any) -> list[object]:
    """The items of a list, or the names and values of an object, in one row; nulls are left out."""
    if is_dict(value):
        return [part for pair in value.items() if pair[1] is not None for part in pair]
    return [item for item in value if item is not None]


def _extra_query(query: Mapping[str, object], arrays: str) -> Groups:
    """The groups of a user's own query; an empty one removes a default."""
    groups: Groups = {}
    for name, value in query.items():
        if isinstance(value, Omit):
            groups[_quoted(name)] = []
        else:
            style = "deepObject" if is_dict(as_plain(value)) else "form"
            groups |= _grouped(_query(Query(name, style=style), value, arrays))
    return groups


def _grouped(pairs: Iterable[Pair]) -> Groups:
    groups: Groups = {}
    for name, text in pairs:
        groups.setdefault(name, []).append(f"{name}={text}")
    return groups


def named_headers(given: Mapping[str, object]) -> NamedHeaders:
    """Headers by lower-case name, as they are sent; None removes one."""
    named: NamedHeaders = {}
    for name, value in given.items():
        if not name or not _TOKEN.issuperset(name.lower()):
            raise RequestValidationError(f"{name!r} is not the name of a header")
        key = name.encode()
        if isinstance(value, Omit):
            named[key.lower()] = None
            continue
        text = scalar(value)
        if not text.isprintable() or not all(ord(character) < 256 for character in text):
            raise RequestValidationError(
                f"the header `{name}` has a character that cannot be sent, such as a line break"
            )
        named[key.lower()] = (key, text.strip().encode("latin-1"))
    return named


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
        value = as_plain(value) if fields else {}
        if not is_dict(value):
            raise RequestValidationError("extra_body can only be added to an object")
        merged = {**value, **extra}
        value = {name: item for name, item in merged.items() if not isinstance(item, Omit)}
    elif not fields and not (isinstance(body, JsonBody) and body.required):
        return None, ""
    named = body.media_type if isinstance(body, (JsonBody, WholeJsonBody)) else "application/json"
    return _json(value), named


def _jsonable(value: object) -> Any:
    """What JSON has no form for; the encoder asks for those values alone."""
    plain = as_plain(value)
    return to_jsonable_python(value) if plain is value else plain


_encode = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_jsonable
).encode


def _json(value: object) -> bytes:
    try:
        return _encode(value).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise RequestValidationError(f"the request cannot be written as JSON: {error}") from None


def _simple(value: object) -> str:
    """Style `simple`: the items of a list or an object joined by commas."""
    value = as_plain(value)
    parts = _items(value) if is_list(value) or is_dict(value) else [value]
    return ",".join(map(scalar, parts))


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


# The same few names go into every request.
_quoted_name = lru_cache(maxsize=256)(_quoted)
