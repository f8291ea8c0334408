"""Multipart request bodies (RFC 7578), with files."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from fnmatch import fnmatchcase
from mimetypes import guess_type
from os import PathLike, fsdecode, urandom
from types import NoneType
from typing import Any
from urllib.parse import unquote

from .content import Content, Source, isa, source_of
from .forms import fields_of
from .operation import Location
from .plain_data import as_plain, is_dict, is_list, is_row
from .request import Draft, named_headers, scalar

_ANY = "application/octet-stream"
_BEFORE_NAME = re.compile(r".*[/\\]", re.DOTALL)


@dataclass(frozen=True)
class Part:
    """The Encoding Object of a field (OpenAPI 4.8.15).

    `media_type` may have several, joined by commas; `headers` has the argument of each header.
    """

    media_type: str = ""
    _: KW_ONLY
    is_file: bool = False
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True)
class MultipartBody:
    """The arguments, or the fields of the one `argument`, as parts.

    `names` has the fields called otherwise, `parts` and `styles` are by the names in the body. One
    that is not `required` is left out if no field is passed.
    """

    names: Mapping[str, str] = field(default_factory=dict[str, str])
    _: KW_ONLY
    argument: str = ""
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    styles: Mapping[str, Location] = field(default_factory=dict[str, Location])
    required: bool = True
    media_type: str = "multipart/form-data"

    def write(self, draft: Draft, fields: dict[str, object]) -> None:
        if not (fields or draft.extra or self.required):
            return
        headers = {
            name: {header: fields.pop(given, None) for header, given in part.headers.items()}
            for name, part in self.parts.items()
        }
        # Random, so that no file can contain it.
        boundary = urandom(16).hex()
        written: list[bytes | Source] = []
        for name, value in self._fields(draft, fields):
            for head, content in self._parts(draft, name, value, headers.get(name, {})):
                written += [f"--{boundary}\r\n".encode() + head, content, b"\r\n"]
        written.append(f"--{boundary}--\r\n".encode())
        media_type = f"{self.media_type}; boundary={boundary}"
        whole = Content(written)
        if any(isinstance(part, Source) for part in written):
            draft.add_content(whole, media_type, whole.length)
        else:
            content = b"".join(whole)
            draft.add_content(content, media_type, len(content))

    def _fields(self, draft: Draft, fields: dict[str, object]) -> Iterable[tuple[str, object]]:
        """Return the fields by their names in the body; the parts of an array have none."""
        row = fields.get(self.argument)
        if is_row(row) and not draft.extra:
            return [("", row)]
        return fields_of(draft, fields, self.names, self.argument)

    def _parts(
        self, draft: Draft, name: str, value: Any, headers: Mapping[str, object]
    ) -> Iterator[tuple[bytes, bytes | Source]]:
        """Yield the head and the content of each part of a field."""
        if style := self.styles.get(name):
            yield from _styled(draft, style, value)
            return
        part = self.parts.get(name, Part())
        wants_file = part.is_file or bool(self.argument and (not name or name not in self.parts))
        is_json = part.media_type.endswith(("/json", "+json"))
        is_one = not is_row(value) or _is_file(value, wants_file)
        # A field may be a JSON array; an array of parts never is.
        for item in [value] if is_one or (is_json and name) else value:
            if _is_file(item, wants_file):
                yield _file(name, item, part.media_type, headers)
            elif item is not None:
                yield _field(draft, name, as_plain(item), part.media_type, headers)


def _is_file(value: Any, is_one: bool) -> bool:
    """Return whether a value is a file by its class, or where a file `is_one` expected.

    Then bytes are one, and a tuple that starts with a name; bytes are base64 elsewhere.
    """
    if is_one and isa(value, tuple):
        return isinstance(next(iter(value), ()), (str, NoneType))
    is_binary = is_one and isa(value, (bytes, bytearray, memoryview))
    return is_binary or isa(value, PathLike) or hasattr(value, "read")


def _file(
    field: str, file: Any, media_type: str, headers: Mapping[str, object]
) -> tuple[bytes, bytes | Source]:
    given: Any = file if isa(file, (tuple, list)) else (None, file)
    name, content, kind, own = (*given, None, None)[:4]
    # Without its folders, which are private (RFC 7578, 4.2).
    place: Any = getattr(content, "name", "") if hasattr(content, "read") else content
    path = fsdecode(place) if isa(place, (str, PathLike)) else ""
    name = name or _BEFORE_NAME.sub("", path) or field
    headers = {"Content-Type": kind or _kind(name, media_type), **headers, **(own or {})}
    return _head(f"{_quoted(field)}; filename={_quoted(name)}", headers), source_of(content)


def _field(
    draft: Draft, field: str, value: Any, media_type: str, headers: Mapping[str, object]
) -> tuple[bytes, bytes]:
    """Return the head and content of a value: text, or JSON if it is an object."""
    if not media_type and (is_dict(value) or is_list(value)):
        media_type = "application/json"
    if media_type:
        headers = {"Content-Type": media_type.partition(",")[0], **headers}
    is_json = media_type.endswith(("/json", "+json")) or is_dict(value) or is_list(value)
    content = draft.encode(value) if is_json else scalar(value).encode()
    return _head(_quoted(field), headers), content


def _styled(draft: Draft, style: Location, value: object) -> Iterator[tuple[bytes, bytes]]:
    """Yield the parts of a value in a query style, without percent-encoding."""
    form = Draft(draft.arrays, None)
    style.write(form, value)
    for pair in [pair for group in form.query.values() for pair in group]:
        name, _, text = pair.partition("=")
        yield _head(_quoted(unquote(name)), {}), unquote(text).encode()


def _head(name: str, headers: Mapping[str, object]) -> bytes:
    # The parts of an array have no names.
    lines = [f"Content-Disposition: form-data; name={name}".encode()] if name != '""' else []
    given = {key: value for key, value in headers.items() if value is not None}
    lines += [b": ".join(pair) for pair in named_headers(given).values() if pair is not None]
    return b"\r\n".join([*lines, b"", b""])


def _quoted(text: str) -> str:
    """Return a name in quotes, by the rules of browsers (WHATWG HTML, 4.10.21.8)."""
    escaped = text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
    return f'"{escaped}"'


def _kind(name: str, allowed: str) -> str:
    """Return the media type of a file: by its name, if that is allowed, else the first allowed."""
    kinds = [kind.strip() for kind in allowed.split(",") if kind.strip()]
    guess = guess_type(name)[0]
    concrete = [kind for kind in kinds if "*" not in kind]
    if guess and (not kinds or any(fnmatchcase(guess, kind) for kind in kinds)):
        return guess
    return concrete[0] if concrete else _ANY
