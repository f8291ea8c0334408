"""Identify files and schemas by URI, as references may name them.

Sources are `$self` (OpenAPI 3.2, section 4.1.2), `$id`, `$anchor` and `$dynamicAnchor` (JSON Schema
2020-12, section 8.2). Only a reference that no such URI resolves is the path of a file.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, cast
from urllib.parse import urldefrag, urljoin

from .plain import CONTAINERS
from .positions import File, FileKey
from .references import Trail, holds_names, is_data, pointer_of

# A file without any of these keywords has no URI but its own, and is not searched.
_IDENTIFIERS = re.compile(r"""\$(?:id["':]|self|anchor|dynamicAnchor)""")


class Resource(NamedTuple):
    """A value that a URI identifies: the pointer in a file, "" for the whole file."""

    file: FileKey
    pointer: str


class Bases:
    """The URIs of some files, and of the schemas in them."""

    def __init__(self) -> None:
        self._files: dict[FileKey, dict[str, str]] = {}
        self._resources: dict[str, Resource] = {}
        self._anchors: dict[tuple[Resource, str], str] = {}
        self._dynamic: dict[str, int] = {}

    def add(self, key: FileKey, base: str, file: File) -> None:
        """Add the URIs of a file and of the schemas in it; `base` is the URI of the file.

        A schema with `$id: pet.json` in the file `https://a.test/api/all.json` is
        `https://a.test/api/pet.json`, and a `$ref: tag.json` inside it `https://a.test/api/tag.json`
        (JSON Schema Core, section 8.2.1).
        """
        # What an overlay adds is not in the text of the file.
        if file.origins is None and _IDENTIFIERS.search(file.text) is None:
            return
        root = Resource(key, "")
        data: Any = file.data
        top = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
        if isinstance(top.get("$self"), str):
            base = _resolved(base, top["$self"])
        self._files[key] = {"": base}
        self._resources.setdefault(base, root)
        stack: list[tuple[Any, Trail, Resource, str, bool]] = [(data, None, root, base, False)]
        while stack:
            node, trail, resource, base, names = stack.pop()
            if isinstance(node, list):
                items = enumerate(cast("list[Any]", node))
                stack.extend((item, (trail, index), resource, base, False) for index, item in items)
            if not isinstance(node, dict):
                continue
            members = cast("dict[str, Any]", node)
            if names:
                named = members.items()
                stack.extend((child, (trail, key), resource, base, False) for key, child in named)
                continue
            if isinstance(members.get("$id"), str):
                resource, base = self._identify(key, trail, resource, base, members["$id"])
            for keyword in ("$anchor", "$dynamicAnchor"):
                if isinstance(members.get(keyword), str):
                    self._anchors.setdefault((resource, members[keyword]), pointer_of(trail))
                    if keyword == "$dynamicAnchor":
                        self._dynamic[members[keyword]] = self._dynamic.get(members[keyword], 0) + 1
            stack.extend(
                (child, (trail, key), resource, base, holds_names(key))
                for key, child in members.items()
                if type(child) in CONTAINERS and not is_data(key)
            )

    def _identify(
        self, file: FileKey, trail: Trail, resource: Resource, base: str, identifier: str
    ) -> tuple[Resource, str]:
        """Add the `$id` of a schema; return the resource and the base URI of what is in it."""
        pointer = pointer_of(trail)
        if identifier.startswith("#"):  # JSON Schema before 2019-09: `$id: "#pet"` is an anchor.
            self._anchors.setdefault((resource, identifier[1:]), pointer)
            return resource, base
        base = _resolved(base, identifier)
        self._files[file][pointer] = base
        self._resources.setdefault(base, Resource(file, pointer))
        return Resource(file, pointer), base

    def find(self, file: FileKey, pointer: str, location: str) -> Resource | None:
        """Return what a reference without its fragment identifies; None for an unknown URI.

        It is resolved against the base URI at the pointer of the reference, which is that of the
        nearest schema around it with an `$id`.
        """
        bases = self._files.get(file)
        if bases is None:
            return self._resources.get(location) if location else None
        above = pointer
        while above not in bases:
            above = above.rpartition("/")[0]
        return self._resources.get(_resolved(bases[above], location))

    def anchor(self, resource: Resource, name: str) -> str | None:
        """Return the pointer of the schema with an anchor, in the resource or else in its file."""
        own = self._anchors.get((resource, name))
        if own is not None:
            return own
        for (other, known), pointer in self._anchors.items():
            if known == name and other.file == resource.file:
                return pointer
        return None

    def is_ambiguous(self, name: str) -> bool:
        """Return whether several schemas have a `$dynamicAnchor` of this name."""
        return self._dynamic.get(name, 0) > 1


def _resolved(base: str, location: str) -> str:
    try:
        return urldefrag(urljoin(base, location)).url
    except ValueError:  # It is no URI, and so identifies nothing.
        return location
