"""Operations → calls by operationId alone: `names = "operation-ids"`.

An operationId with a `.`, `/` or `:` names the resource itself: `chat.postMessage` is
`chat.post_message`. Any other is a method on the resource of the operation's first tag, without
that tag in front: `droplets_list` with the tag `Droplets` is `droplets.list`, `listPets` with the
tag `pet` is `pet.list_pets`. Without a tag it is on the first word of the path. The name is the
document's own, as generators of many other languages have it, and no verb is guessed.
"""

from __future__ import annotations

import re

from ...identifiers import words
from .reserved import client_member_name, member_name

_PARTS = re.compile(r"[./:]+")


def named_by_id(identifier: str, tag: str, path: str) -> tuple[tuple[str, ...], str]:
    """Return the resource and the method that an operationId gives.

    Args:
        identifier: The operationId.
        tag: The first tag of the operation; empty without one.
        path: The first resource of its path, which a call without a tag is on.
    """
    *around, method = [part for part in _PARTS.split(identifier) if words(part)]
    if around:
        first, *inner = around
        return (client_member_name(first), *map(member_name, inner)), member_name(method)
    resource = client_member_name(tag) if words(tag) else path
    own, above = words(method), words(tag)
    if above and own[: len(above)] == above and len(own) > len(above):
        method = "_".join(own[len(above) :])
    return (resource,), member_name(method)
