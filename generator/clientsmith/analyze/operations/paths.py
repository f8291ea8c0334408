"""Path templates → the paths of requests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import quote

from ...ir import Argument
from ..nodes import Endpoint, Refused

_PARAMETER = re.compile(r"{([^{}]+)}")
# What may stand in a path and its query (RFC 3986, sections 3.3 and 3.4).
_SAFE = "/:@!$&'()*+,;=-._~%?"


def undeclared(path: str, arguments: Sequence[Argument]) -> tuple[str, ...]:
    """Return the names in a path that no parameter declares, for which a caller gives text."""
    known = {item.wire for item in arguments if item.location == "path"}
    in_query = {item.wire for item in arguments if item.location == "query"}
    literal, _, query = path.partition("?")
    names = [*_PARAMETER.findall(literal), *(set(_PARAMETER.findall(query)) - in_query)]
    return tuple(dict.fromkeys(name for name in names if name not in known))


def sent_path(endpoint: Endpoint, arguments: Sequence[Argument]) -> str:
    """Return the path that is sent, with the names of arguments in its braces.

    A fragment, by which some documents tell operations of one path apart, is never sent (RFC 9110,
    section 7.1). A query stays, but for the parameters that arguments give: `/xml?comp=list` with a
    required parameter `comp` is `/xml`, since `comp` would be sent twice.

    Raises:
        Refused: there are braces that do not pair.
    """
    names = {item.wire: item.name for item in arguments if item.location == "path"}
    literal, _, query = re.sub(r"#[^{}]*$", "", endpoint.path).partition("?")
    given = {item.wire for item in arguments if item.location == "query" and item.required}
    pairs = [
        pair
        for pair in query.split("&")
        if set(_PARAMETER.findall(pair)) <= names.keys() and pair.partition("=")[0] not in given
    ]
    whole = f"{literal}?{'&'.join(pairs)}" if any(pairs) else literal
    # Every second part is the name of a parameter.
    parts = _PARAMETER.split(whole)
    if any(brace in part for part in parts[::2] for brace in "{}"):
        raise Refused(f"the path {endpoint.path!r} has braces that do not pair", endpoint.pointer)
    return "".join(
        "{" + names[part] + "}" if at % 2 else quote(part, safe=_SAFE)
        for at, part in enumerate(parts)
    )
