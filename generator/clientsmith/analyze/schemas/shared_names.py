"""The names of schemas that stand inside an operation or a component, and to which others refer.

Bundlers write a schema where they meet it first, and `#/paths/~1actions/get/responses/…/items` in
all other places. Such a schema is named by its title, else by the property or parameter that holds
it: the items of `actions` are an `Action`, and the body of an error is an `ErrorBody`. Where that
says nothing (`data`), it is named by its own place, and never by the operation that is read first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from ...document import split_pointer
from ...identifiers import pascal, words
from ..naming.singletons import singular
from ..nodes import Endpoint, Nodes, text_of
from ..pagination.fields import ITEMS
from .names import candidate_of

_GENERIC = ITEMS | {
    *("array", "attributes", "body", "item", "list", "model", "object", "payload", "request"),
    *("response", "result", "schema", "type"),
}
_ERROR = re.compile(r".*/responses/(?:[45]..|default)/content/[^/]*/schema", re.DOTALL)
_PARAMETER = re.compile(r"(.*/parameters/[^/]*)/schema", re.DOTALL)
_LONGEST_TITLE = 3
"""The words of a title that is a name, and no sentence."""
_ARTICLES = frozenset({"a", "an", "the"})


def shared_names(
    targets: Iterable[str], nodes: Nodes, operations: Iterable[Endpoint]
) -> dict[str, str]:
    """Return the name of each target of a reference that has none by its pointer."""
    bases = {
        tuple(split_pointer(endpoint.pointer)): pascal(endpoint.identifier)
        for endpoint in operations
    }
    found: dict[str, str] = {}
    for target in targets:
        # `/components/schemas/Pet`, as almost all references are.
        if target.startswith("/components/") and target.count("/") == 3:
            continue
        if target not in found and not candidate_of(target):
            found[target] = _own_name(target, nodes, bases)
    return {pointer: name for pointer, name in found.items() if name}


def title_name(schema: Mapping[str, Any]) -> str:
    """Return the name that the title of a schema gives it; empty without a title that is a name."""
    title = text_of(schema, "title")
    own = words(title)
    is_name = 0 < len(own) <= _LONGEST_TITLE and own[0] not in _ARTICLES
    return pascal(title) if is_name and "_".join(own) not in _GENERIC else ""


def _own_name(pointer: str, nodes: Nodes, bases: Mapping[tuple[str, ...], str]) -> str:
    if name := title_name(nodes.mapping(pointer)):
        return name
    if _ERROR.fullmatch(pointer):
        return "ErrorBody"
    if (found := _PARAMETER.fullmatch(pointer)) is not None:
        return (
            pascal(text_of(nodes.mapping(found[1]), "name")) if _is_named(nodes, found[1]) else ""
        )
    tokens = split_pointer(pointer)
    if tokens[:2] == ["components", "schemas"]:
        return _inside(pascal(tokens[2]), tokens[3:])
    is_item = tokens[-1:] == ["items"]
    holder = tokens[:-1] if is_item else tokens
    if len(holder) < 2 or holder[-2] != "properties" or holder[-1].lower() in _GENERIC:
        return _by_place(tokens, bases)
    name = pascal(holder[-1])
    return _singular(name) if is_item else name


def _is_named(nodes: Nodes, pointer: str) -> bool:
    return bool(words(text_of(nodes.mapping(pointer), "name")))


def _singular(name: str) -> str:
    """Return the name of one of several: `DomainRecords` → `DomainRecord`."""
    last = words(name)[-1]
    one = singular(last)
    return name if one == last else name[: -len(last)] + one.capitalize()


def _by_place(tokens: list[str], bases: Mapping[tuple[str, ...], str]) -> str:
    """Return the name that a schema has where its own operation is read first."""
    base = bases.get(tuple(tokens[:3]), "")
    match tokens[3:]:
        case ["responses", status, "content", _, "schema", *rest] if base:
            return _inside(base + ("Response" if status.startswith("2") else "Error"), rest)
        case ["requestBody", "content", _, "schema", *rest] if base:
            return _inside(f"{base}Request", rest)
        case _:
            return ""


def _inside(name: str, tokens: list[str]) -> str:
    """Return the name of a schema inside one that has a name: `PetTagsItem`."""
    while tokens:
        keyword, *tokens = tokens
        if keyword == "items":
            name += "Item"
        elif keyword == "properties" and tokens:
            name += pascal(tokens[0])
            tokens = tokens[1:]
        elif keyword == "allOf" and tokens:
            tokens = tokens[1:]
        else:
            return ""
    return name
