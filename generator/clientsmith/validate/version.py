"""Determine the version of OpenAPI that a document follows."""

from __future__ import annotations

import re
from typing import Final, Literal

from ..diagnostics import Diagnostic, error
from ..document import Document

Version = Literal["3.0", "3.1", "3.2"]
_SUPPORTED: Final[tuple[Version, ...]] = ("3.0", "3.1", "3.2")


def version_of(document: Document) -> Version | Diagnostic:
    """Return the version of a document, or the error that it is not supported."""
    written = document.data["openapi"]
    span = document.span("/openapi")
    shown = str(written)
    for version in _SUPPORTED:
        if re.match(rf"{re.escape(version)}(\.|$)", shown):
            if isinstance(written, str):
                return version
            return error(
                "openapi-version",
                f"'openapi' must be text, {shown} is a number",
                span,
                f"put the version in quotes: '{shown}.0'",
            )
    return error(
        "openapi-version",
        f"OpenAPI '{shown}' is not supported; 3.0, 3.1 and 3.2 are",
        span,
        "write the version that the document follows, such as 3.1.0",
    )
