"""Texts that a setting accepts, as pydantic types that check them."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from dataclasses import fields
from typing import Annotated

from pydantic import AfterValidator

from ..limits import Limits
from ..openapi import METHODS, TOKEN
from ..paths import WINDOWS_RESERVED
from ..urls import checked_host

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Any token may be a method (RFC 9110, section 9.1; OpenAPI 3.2, `additionalOperations`), but one
# that OpenAPI spells in lower case, such as `get`, is a key of a path item and no method.
_OPERATION = re.compile(rf"(?!(?:{'|'.join(METHODS)}) ){TOKEN} /.*")


def is_identifier(text: str) -> bool:
    """Return whether Python accepts `text` as a name: ASCII letters, digits, `_`, no keyword."""
    return bool(_IDENTIFIER.fullmatch(text)) and not keyword.iskeyword(text)


def in_quotes(names: Iterable[str]) -> str:
    """Return the names in quotes, separated by commas."""
    return ", ".join(repr(name) for name in names)


def checked_class(text: str) -> str:
    """Return `text`, which is a valid name for a Python class.

    Raises:
        ValueError: it is not.
    """
    if not is_identifier(text):
        raise ValueError(f"{text!r} is not a valid name for a Python class")
    return text


def _call_name(text: str) -> str:
    parts = text.split(".")
    if word := next(filter(keyword.iskeyword, parts), None):
        raise ValueError(f"{word!r} in {text!r} is a keyword of Python; write '{word}_'")
    if len(parts) < 2 or not all(is_identifier(part) and part[0] != "_" for part in parts):
        raise ValueError(
            f"{text!r} is not the name of a call; write resource.method, such as"
            " 'accounts.retrieve'"
        )
    return text


def _operation_key(text: str) -> str:
    if not _OPERATION.fullmatch(text):
        raise ValueError(
            f"{text!r} is not an operation; write METHOD /path, such as 'GET /accounts/{{id}}'"
        )
    return text


def _pointer(text: str) -> str:
    if not text.startswith("#/"):
        raise ValueError(
            f"{text!r} is not a JSON pointer into the document; write one such as"
            " '#/components/schemas/Account'"
        )
    return text


def _limit_name(text: str) -> str:
    known = [field.name for field in fields(Limits)]
    if text not in known:
        raise ValueError(f"there is no limit {text!r}; the limits are {in_quotes(known)}")
    return text


def checked_package(text: str) -> str:
    """Return `text`, which names an importable package on every operating system.

    Raises:
        ValueError: a keyword, a device name of Windows such as `con`, a dunder or no identifier.
    """
    if (
        not is_identifier(text)
        or text.startswith("__")
        or text.lower() in WINDOWS_RESERVED
        or keyword.issoftkeyword(text)
    ):
        raise ValueError(
            f"{text!r} cannot be imported as a Python package; choose a name of ASCII letters,"
            " digits and underscores that is no keyword"
        )
    return text


def checked_environment_prefix(text: str) -> str:
    """Return `text`, which can start the names of environment variables: `[A-Z][A-Z0-9_]*`.

    Raises:
        ValueError: it has other characters.
    """
    if not re.fullmatch(r"[A-Z][A-Z0-9_]*", text):
        raise ValueError(
            f"{text!r} cannot start the name of an environment variable;"
            " use capital letters, digits and underscores"
        )
    return text


ClassName = Annotated[str, AfterValidator(checked_class)]
"""The name of a generated class, such as `Account`."""
CallName = Annotated[str, AfterValidator(_call_name)]
"""A call on the client: resource and method, such as `accounts.retrieve`."""
OperationKey = Annotated[str, AfterValidator(_operation_key)]
"""An operation of the document, such as `GET /accounts/{id}`."""
Pointer = Annotated[str, AfterValidator(_pointer)]
"""A JSON pointer (RFC 6901) as a URI fragment, such as `#/components/schemas/Account`."""
LimitName = Annotated[str, AfterValidator(_limit_name)]
"""The name of a field of `Limits`."""
HostName = Annotated[str, AfterValidator(checked_host)]
"""A host name without scheme and port, such as `schemas.example.com`."""
