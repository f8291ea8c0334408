"""The version of OpenAPI that a document follows."""

from __future__ import annotations

import re
from typing import Final, Literal

from ..diagnostics import Diagnostic, error
from ..document import Document

Version = Literal["3.0", "3.1", "3.2"]
_READ_VERSIONS: Final[tuple[Version, ...]] = ("3.0", "3.1", "3.2")


def version_of(document: Document) -> Version | Diagnostic:
    """The version, or the error that it is none of those that are read."""
    written = document.data["openapi"]
    span = document.span("/openapi")
    shown = str(written)
    for version in _READ_VERSIONS:
        if re.match(rf"{re.escape(version)}(\.|$)", shown):
            if isinstance(written, str):
                return version
            return error(
                "openapi-version",
                f"the version has to be text, {shown} is a number",
                span,
                f"write it in quotes: '{shown}.0'",
            )
    return error(
        "openapi-version",
        f"OpenAPI '{shown}' is not read; 3.0, 3.1 and 3.2 are",
        span,
        "write the version the document follows, such as 3.1.0",
    )
