"""The settings of a client that is a package of its own, to be published."""

from __future__ import annotations

import re
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StrictBool

_NAME = re.compile(r"[A-Za-z0-9]|[A-Za-z0-9][A-Za-z0-9._-]*[A-Za-z0-9]")


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(
            f"{text!r} is not the name of a package; use ASCII letters, digits, '.', '_' and '-',"
            " with a letter or a digit at both ends"
        )
    return text


def _line(text: str) -> str:
    if not text.strip() or not text.isprintable():
        raise ValueError(f"{text!r} must be a line of text")
    return text


def _author(text: str) -> str:
    if not text.strip(" <>"):
        raise ValueError(f"{text!r} names nobody; write 'Name' or 'Name <address@example.com>'")
    return text


def _license(text: str) -> str:
    # Importing it takes longer than reading a configuration that has none.
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        return canonicalize_license_expression(text)
    except InvalidLicenseExpression:
        raise ValueError(
            f"{text!r} is not a license expression of SPDX such as 'MIT' or 'Apache-2.0 OR MIT'"
        ) from None


def is_web_address(text: str) -> bool:
    """Return whether a text is the URL of a page: http or https, with a host and no user."""
    try:
        url = urlsplit(text)
        is_page = url.scheme in ("http", "https") and bool(url.hostname)
        return is_page and "@" not in url.netloc and bool(re.fullmatch(r"[!-~]+", text))
    except ValueError:
        return False


def _web_address(text: str) -> str:
    if not is_web_address(text):
        raise ValueError(f"{text!r} is not the URL of a page")
    return text


Line = Annotated[str, AfterValidator(_line)]


class Distribution(BaseModel):
    """What the package index shows of a client, and what is written beside its package."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, AfterValidator(_name)]
    """What users install: `pip install NAME`."""
    description: Line | None = None
    """One line; None makes it of the title of the document."""
    license: Annotated[str, AfterValidator(_license)] | None = None
    """An SPDX expression; None takes that of the document, if it has one that SPDX knows."""
    authors: tuple[Annotated[Line, AfterValidator(_author)], ...] = ()
    """Each `Name`, or `Name <address@example.com>`."""
    keywords: tuple[Line, ...] = ()
    urls: dict[Line, Annotated[str, AfterValidator(_web_address)]] = {}
    """Links by their label, beside those of the document."""
    workflow: StrictBool = False
    """Whether a workflow of GitHub that publishes is written."""
