"""The license of a client: its SPDX expression, and the text of the usual ones."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, cast

from ..emit.bundled import templates_folder
from ..ir import Api
from ..ir.texts import clean

_HOLDER = "@HOLDER@"
# What documents write, with the words that mean nothing and all signs left out.
_NAMES = {
    "apache 2": "Apache-2.0",
    "apache 20": "Apache-2.0",
    "bsd 2clause": "BSD-2-Clause",
    "bsd 3clause": "BSD-3-Clause",
    "isc": "ISC",
    "mit": "MIT",
}


def license_of(api: Api) -> str:
    """Return the SPDX expression of the license of a document; empty if it names none of SPDX."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    table = fact(api, "info/license")
    for key in ("identifier", "name"):
        text = table.get(key)
        if not isinstance(text, str):
            continue
        words = re.sub(r"[^a-z0-9 ]", "", text.lower()).split()
        plain = " ".join(word for word in words if word not in ("the", "license", "version"))
        try:
            return canonicalize_license_expression(_NAMES.get(plain, text))
        except InvalidLicenseExpression:
            continue
    return ""


def license_text(expression: str, holder: str) -> str | None:
    """Return the text of a license, None for one that clientsmith has no text of."""
    texts = {path.stem: path for path in (templates_folder() / "distribution/licenses").iterdir()}
    if expression not in texts:
        return None
    text = texts[expression].read_text(encoding="utf-8")
    return text.replace(_HOLDER, " ".join(clean(holder).split()))


def fact(api: Api, keyword: str) -> Mapping[str, Any]:
    """Return the table that a keyword of the document has, such as `externalDocs`."""
    for each in api.facts:
        if each.keyword == keyword and isinstance(each.value, dict):
            return cast("Mapping[str, Any]", each.value)
    return {}
