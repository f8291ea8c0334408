"""The rarer parameter styles (OpenAPI, 4.8.12.2), `allowReserved`, and `content` parameters."""

import re
from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass
from functools import partial
from typing import Any

from .errors import RequestValidationError
from .operation import Parameter
from .parameters import add_cookies
from .plain_data import as_plain, is_dict, is_list
from .request import Draft, as_json, query_pairs, quoted, quoted_name, scalar, texts

_DELIMITERS = {"spaceDelimited": "%20", "pipeDelimited": "%7C"}
# Reserved characters (RFC 3986, 2.2) but for those that would end the value.
_RESERVED_IN_QUERY = ":/?@!$'()*,;="
_RESERVED_IN_PATH = ":@!$&'()*+,;="
_ESCAPED = re.compile(r"(%[0-9A-Fa-f]{2})")
_COOKIE = re.compile(r"[!-:<-\[\]-~]*")
_FORM = "application/x-www-form-urlencoded"

Quote = Callable[[str], str]


@dataclass(frozen=True)
class _Styled(Parameter):
    """A parameter in any style; `reserved` is `allowReserved`.

    If it has a `media_type`, the value is written in that (`content` in place of `schema`).
    """

    _: KW_ONLY
    style: str = ""
    explode: bool = False
    reserved: bool = False
    media_type: str = ""

    def members(self, value: object, quote: Quote, name: str = "", comma: str = ",") -> list[str]:
        """Return the texts of a value that the style joins (RFC 6570, 3.2.1).

        With a `name`, each begins with it, as in `name=text`.
        """
        value = as_plain(value)
        if self.media_type:
            value = content_text(value, self.media_type)
        if self.explode and is_dict(value):
            return [
                f"{quote(scalar(key))}={text}"
                for key, item in value.items()
                for text in [",".join(texts(item, quote))]
                if item is not None
            ]
        found = texts(value, quote)
        if found and not (self.explode and is_list(value)):
            found = [comma.join(found)]
        return [f"{name}={text}" for text in found] if name else found


class Query(_Styled):
    def write(self, draft: Draft, value: object) -> None:
        quote = partial(_lenient, safe=_RESERVED_IN_QUERY) if self.reserved else quoted
        if self.media_type:
            value = content_text(value, self.media_type, draft.encode)
        name = quoted_name(self.name)
        if self.style in _DELIMITERS and not self.explode:
            found = self.members(value, quote, comma=_DELIMITERS[self.style])
            draft.add_pairs((name, text) for text in found)
        else:
            style = "deepObject" if self.style == "deepObject" else "form"
            draft.add_pairs(query_pairs(self.name, value, style, self.explode, draft.arrays, quote))


class Header(_Styled):
    """A header; in the style `lines`, which OpenAPI lacks, each item is a line, as for FastAPI."""

    def write(self, draft: Draft, value: object) -> None:
        found = self.members(value, str)
        if self.style != "lines":
            draft.headers[self.name] = ",".join(found)
        elif found:
            draft.headers[self.name] = found[0]
            draft.lines = {**draft.lines, self.name: found[1:]}


class Cookie(_Styled):
    """A cookie; the style `cookie` encodes nothing.

    Several cookies of an exploded value are joined by `; `, as parsers of cookies do not know `&`.
    """

    def write(self, draft: Draft, value: object) -> None:
        is_plain = self.style == "cookie" or self.media_type.startswith("text/")
        quote = _as_it_is if is_plain else quoted
        if found := self.members(value, quote, self.name):
            add_cookies(draft, found)


class Path(_Styled):
    def text(self, value: object) -> str:
        quote = partial(_lenient, safe=_RESERVED_IN_PATH) if self.reserved else quoted
        if self.style == "matrix":
            name = quoted_name(self.name)
            found = self.members(value, quote, name)
            # An empty value has no `=` (RFC 6570, 3.2.7).
            return "".join(f";{text.removesuffix('=')}" for text in found)
        mark, separator = (
            (".", "." if self.explode else ",") if self.style == "label" else ("", ",")
        )
        found = self.members(value, quote)
        return mark + separator.join(found) if found else ""


class QueryString(_Styled):
    """The whole query (OpenAPI 3.2, 4.12.2): a form, or text of another media type."""

    def write(self, draft: Draft, value: object) -> None:
        if self.media_type == _FORM and is_dict(plain := as_plain(value)):
            for name, item in plain.items():
                draft.add_query(name, item, "form", True)
        else:
            draft.query[""] = [quoted(content_text(value, self.media_type, draft.encode))]


def content_text(
    value: object, media_type: str, encode: Callable[[object], bytes] = as_json
) -> str:
    """Return a value in a media type: text as it is, everything else as JSON."""
    is_json = media_type.partition(";")[0].endswith(("/json", "+json"))
    plain: Any = as_plain(value)
    return scalar(plain) if isinstance(plain, str) and not is_json else encode(plain).decode()


def _lenient(text: str, safe: str) -> str:
    """Percent-encode a text but for reserved characters and what is percent-encoded already."""
    parts = _ESCAPED.split(text)
    return "".join(part if at % 2 else quoted(part, safe) for at, part in enumerate(parts))


def _as_it_is(text: str) -> str:
    if _COOKIE.fullmatch(text):
        return text
    raise RequestValidationError(f"{text!r:.60} has a character that no cookie can hold")
