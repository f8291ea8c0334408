"""Reads OpenAPI documents, YAML or JSON, in one file or several.

In: the path of a file, and what may be read beside it. Out: a `Document`: plain data whose every
`$ref` is local, and the place (file, line, column) of every node.
"""

from __future__ import annotations

from pathlib import Path

from ..limits import UNWATCHED, USUAL, Limits, Watch
from .chains import Chain, follow, next_reference
from .document import Document, LeftOut, moved_from
from .plain import Plain, items, measure, members
from .pointers import exists, join, join_pointer, look_up, split_pointer
from .reader import Reader
from .references import MOUNT, Reference
from .remote import NOTHING, Allowed

__all__ = [
    "MOUNT",
    "Allowed",
    "Chain",
    "Document",
    "LeftOut",
    "Limits",
    "Plain",
    "Reference",
    "exists",
    "follow",
    "items",
    "join",
    "join_pointer",
    "look_up",
    "measure",
    "members",
    "moved_from",
    "next_reference",
    "read",
    "split_pointer",
]


def read(
    path: Path,
    *,
    limits: Limits = USUAL,
    lenient: bool = False,
    allowed: Allowed = NOTHING,
    watch: Watch = UNWATCHED,
    root: Path | None = None,
) -> Document:
    """The document at `path` with every file it refers to, those of `allowed` hosts included. No
    file is read outside of the folder `root`, which is that of the document where none is given.

    Raises ClientsmithError with all problems found: what cannot be read, a limit that is passed, a
    `$ref` that leaves that folder; such a reference, and one to a file that cannot be
    read, leads nowhere instead where reading is `lenient`.
    """
    return Reader(path, limits, lenient, allowed, watch, root).read()
