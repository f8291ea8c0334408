"""Serialization of arguments into an HTTP request: path, query, headers and body."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from os import urandom
from typing import Any
from urllib.parse import quote

from pydantic_core import to_jsonable_python

from .checking import Checker
from .credentials import NamedHeaders
from .errors import RequestValidationError
from .omitted import Omit
from .operation import Operation, Segment
from .plain_data import as_plain, is_dict, is_list
from .settings import Service, Settings
from .transport import Headers, RawHeaders, Request, Stream

_CHUNKED = b"Transfer-Encoding", b"chunked"
_WITH_CONTENT = ("POST", "PUT", "PATCH")
_SAFE = ("GET", "HEAD", "OPTIONS")
_OF_CONTENT = {b"content-type", b"content-length", b"transfer-encoding", b"idempotency-key"}
_TOKEN = frozenset("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyz")

Pair = tuple[str, str]
Quote = Callable[[str], str]
Groups = dict[str, list[str]]
"""The `name=text` pairs of a query, by name."""


class Prepared:
    """The parts of a request that all requests of a client share."""

    def __init__(self, service: Service, settings: Settings) -> None:
        self.settings = settings
        self.arrays = service.deep_object_arrays
        self.arguments = service.arguments
        self.query = _extra_query(settings.default_query or {}, self.arrays)
        own = {
            "Accept": "application/json",
            "Accept-Encoding": "gzip, deflate",
            "User-Agent": f"{service.name}/{service.version} clientsmith",
        }
        self.headers = named_headers(own)
        if settings.auth is not None:
            self.headers |= settings.auth.headers
        self.default_headers = named_headers(settings.default_headers or {})
        self._usual: dict[Operation, RawHeaders | None] = {}

    def named(self, operation: Operation) -> NamedHeaders:
        """Return the headers that do not depend on the arguments, without the default headers."""
        accept = operation.accept
        return self.headers | ({b"accept": (b"Accept", accept.encode())} if accept else {})

    def usual(self, operation: Operation) -> RawHeaders | None:
        """Return the headers of all requests of an operation; None if default headers conflict."""
        try:
            return self._usual[operation]
        except KeyError:
            named = self.named(operation) | self.default_headers
            usual = [header for header in named.values() if header is not None]
            self._usual[operation] = None if _OF_CONTENT & named.keys() else usual
            return self._usual[operation]


class Draft:
    """A request under construction, which parameters and the body write themselves into."""

    lines: Mapping[str, list[str]] = {}
    """Header → the values after its first."""

    content: bytes | Stream | None = None
    content_type = ""
    length: int | None = 0

    def __init__(
        self, arrays: str, extra: Mapping[str, object] | None, is_checked: bool = False
    ) -> None:
        self.arrays, self.extra, self.is_checked = arrays, extra, is_checked
        self.query: Groups = {}
        self.headers: dict[str, object] = {}
        self.encode: Callable[[object], bytes] = as_json

    def add_pairs(self, pairs: Iterable[Pair]) -> None:
        for name, text in pairs:
            self.query.setdefault(name, []).append(f"{name}={text}")

    def add_query(self, name: str, value: object, style: str, explode: bool) -> None:
        if type(value) in (str, int):
            name = quoted_name(name)
            self.query.setdefault(name, []).append(f"{name}={quoted(str(value))}")
        else:
            self.add_pairs(query_pairs(name, value, style, explode, self.arrays))

    def add_json(self, value: object, media_type: str) -> None:
        content = self.encode(self.extended(value) if self.extra else value)
        self.add_content(content, media_type, len(content))

    def add_content(self, content: bytes | Stream, media_type: str, length: int | None) -> None:
        self.content, self.content_type, self.length = content, media_type, length

    def extended(self, value: object) -> Any:
        """Return the object that is the body, with `extra_body` in it."""
        if not self.extra:
            return value
        value = as_plain(value)
        if not is_dict(value):
            raise RequestValidationError("extra_body can only be added to an object")
        merged = {**value, **self.extra}
        return {name: item for name, item in merged.items() if not isinstance(item, Omit)}


def build(
    prepared: Prepared,
    operation: Operation,
    fields: dict[str, Any],
    options: Mapping[str, Any],
    checker: Checker | None,
) -> Request:
    """Return the request of a call. Raises `RequestValidationError` for what cannot be sent.

    `fields`, its arguments, are used up.
    """
    if prepared.arguments is not None:
        fields = dict(prepared.arguments(fields))
    (_, path), *rest = operation.segments
    for name, text in rest:
        path += _segment(name, fields.get(name), operation.paths.get(name)) + text
    if checker is not None:
        fields.update(checker.check(fields))
    for name, _ in rest:
        fields.pop(name, None)
    draft = Draft(prepared.arrays, options.get("extra_body"), checker is not None)
    if operation.encoder is not None:
        operation.encoder.write(draft, fields)
    for name, location in operation.locations.items():
        value = fields.pop(name, None)
        # Parameters cannot be null in OpenAPI: it is left out.
        if value is not None:
            location.write(draft, value)
    operation.body.write(draft, fields)
    groups = prepared.query | draft.query if draft.query else prepared.query
    if extra := options.get("extra_query"):
        groups = groups | _extra_query(extra, prepared.arrays)
    if groups and (text := "&".join([text for group in groups.values() for text in group])):
        path += f"{'&' if '?' in path else '?'}{text}"
    settings, server = prepared.settings, operation.server
    url = (settings.base_url if server is None else server(settings)) + path
    headers = _headers(prepared, operation, draft, options.get("extra_headers"))
    return Request(operation.method, url, Headers(headers), draft.content)


def _headers(
    prepared: Prepared, operation: Operation, draft: Draft, extra: Mapping[str, object] | None
) -> RawHeaders:
    method = operation.method
    added: RawHeaders = []
    if draft.content is not None:
        added.append((b"Content-Type", draft.content_type.encode()))
    if method not in _SAFE:
        added.append((b"Idempotency-Key", urandom(16).hex().encode()))
    has_content = draft.content is not None or method in _WITH_CONTENT
    usual = prepared.usual(operation)
    if usual is not None and not (draft.headers or draft.lines or extra):
        if has_content:
            added.append(_length(draft.length))
        return usual + added
    # By increasing precedence: defaults, arguments, extras. `extra_headers={"Accept": x}` of a
    # call goes in place of the `Accept` of its operation.
    named = prepared.named(operation) | {name.lower(): (name, value) for name, value in added}
    named |= prepared.default_headers
    for given in (draft.headers, extra):
        if given:
            named |= named_headers(given)
    _frame(named, draft.length, has_content)
    raw = [header for header in named.values() if header is not None]
    for name, more in draft.lines.items():
        if name.lower() not in map(str.lower, extra or ()):
            found = (named_headers({name: text}).values() for text in more)
            raw += [line for lines in found for line in lines if line]
    return raw


def _length(length: int | None) -> tuple[bytes, bytes]:
    return _CHUNKED if length is None else (b"Content-Length", b"%d" % length)


def _frame(named: NamedHeaders, length: int | None, is_needed: bool) -> None:
    """Add the header of the length (RFC 9112, 6), with which one of the caller has to agree."""
    given = named.pop(b"content-length", None), named.pop(b"transfer-encoding", None)
    if length is None and given[0] and given[0][1].isdigit():
        named[b"content-length"] = given[0]
        return
    ours = _length(length)
    for name, text in filter(None, given):
        if (name.lower(), text.lower()) != (ours[0].lower(), ours[1]):
            size = "an unknown number of" if length is None else length
            raise RequestValidationError(
                f"the header `{name.decode()}` cannot be {text.decode('latin-1')!r}, since"
                f" {size} bytes are sent; leave it out"
            )
    if is_needed:
        named[ours[0].lower()] = ours


def _segment(name: str, value: object, place: Segment | None) -> str:
    """Return a path argument, encoded so that it stays one segment whatever it contains."""
    if value is None or not (text := place.text(value) if place else joined(value)):
        raise RequestValidationError(
            f"Expected a non-empty value for `{name}` but received {value!r}"
        )
    return text.replace(".", "%2E") if text in (".", "..") else text


def query_pairs(
    name: str, value: Any, style: str, explode: bool, arrays: str, quote: Quote | None = None
) -> Iterator[Pair]:
    """Yield the encoded names and texts of a value in the style `form` or `deepObject`.

    `{"age": {"gt": 3}}` as `filter` is `filter[age][gt]=3` in the latter.
    """
    # OpenAPI does not define arrays inside objects: `arrays` is the way of this service.
    value = as_plain(value)
    deep = style == "deepObject"
    if is_dict(value) and (deep or explode):
        for key, item in value.items():
            key = f"{name}[{scalar(key)}]" if deep else scalar(key)
            yield from query_pairs(key, item, style, explode, arrays, quote)
    elif deep and is_list(value) and arrays != "comma":
        for item in value:
            key = f"{name}[]" if arrays == "brackets" else name
            yield from query_pairs(key, item, style, explode, arrays, quote)
    elif found := texts(value, quote or quoted):
        split = is_list(value) and explode and not deep
        yield from ((quoted_name(name), text) for text in (found if split else [",".join(found)]))


def texts(value: Any, quote: Quote) -> list[str]:
    """Return the encoded texts of a scalar, a list's items or an object's names and values."""
    if is_dict(value):
        value = [part for pair in value.items() if pair[1] is not None for part in pair]
    items = value if is_list(value) else [value]
    return [quote(scalar(item)) for item in items if item is not None]


def joined(value: object, quote: Quote | None = None) -> str:
    """Return a value in the style `simple`: its texts, joined by commas."""
    return ",".join(texts(as_plain(value), quote or quoted))


def _extra_query(query: Mapping[str, object], arrays: str) -> Groups:
    """Return the groups of the caller's own query; an empty one removes a default."""
    draft = Draft(arrays, None)
    for name, value in query.items():
        draft.query.pop(quoted(name), None)
        if isinstance(value, Omit):
            draft.query[quoted(name)] = []
        else:
            style = "deepObject" if is_dict(as_plain(value)) else "form"
            draft.add_query(name, value, style, True)
    return draft.query


def named_headers(given: Mapping[str, object]) -> NamedHeaders:
    """Return headers as they are sent, by lower-case name; None removes one."""
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


class _Omitted(Exception):
    """The value to be encoded as JSON contains `omit`."""


def _jsonable(value: object) -> Any:
    """Return a JSON value for an object such as a date; bytes are encoded in base64."""
    if isinstance(value, Omit):
        raise _Omitted
    if isinstance(value, (bytes, bytearray)):
        return b64encode(value).decode()
    plain = as_plain(value)
    return to_jsonable_python(value) if plain is value else plain


_encoder: Any = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_jsonable
)


def _pieces_of() -> Callable[[object, int], Iterable[str]]:
    """Return the encoder in C, which `JSONEncoder.encode` makes anew for each value."""
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:
        return lambda value, _: (_encoder.encode(value),)
    text = json.encoder.encode_basestring
    pieces: Callable[[object, int], Iterable[str]] = make(
        None, _jsonable, text, None, ":", ",", False, False, False
    )
    return pieces


_pieces = _pieces_of()


def as_json(value: object) -> bytes:
    try:
        return "".join(_pieces(value, 0)).encode()
    except _Omitted:
        return as_json(as_plain(value))
    except (TypeError, ValueError, RecursionError) as error:
        raise RequestValidationError(f"the request cannot be written as JSON: {error}") from None


def scalar(value: object) -> str:
    """Return the text of a single value: `true`, ISO 8601, the value of an enum member."""
    if type(value) in (str, int):
        return str(value)
    plain = as_plain(value)
    return str(plain) if isinstance(plain, str) else as_json(plain).decode().strip('"')


def quoted(text: str, safe: str = "") -> str:
    """Percent-encode every character of a text that has a meaning in URLs."""
    try:
        return text if text.isalnum() and text.isascii() else quote(text, safe=safe)
    except UnicodeEncodeError:
        raise RequestValidationError(f"{text!r:.60} is not valid Unicode text") from None


# The same few names go into every request.
quoted_name = lru_cache(maxsize=256)(quoted)
