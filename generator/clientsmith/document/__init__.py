"""Read OpenAPI documents, YAML or JSON, from one file or several.

In: the path of a file, and which other files and hosts it may refer to. Out: a `Document`: plain
data whose every `$ref` is local, and the place (file, line, column) of every value.

| step | files |
|---|---|
| from bytes to data | `encoding`, `json`, `json_positions`, `yaml`, `yaml_scalars`, `yaml_errors` |
| one document from its files | `reader`, `files`, `root`, `references`, `resolve`, `bases` |
| overlays | `overlaid`, `overlays/` |
| files of other hosts | `remote` (lock and copies), `fetch` (https) |
| the document of an application | `application` (in a process of its own) |
| one normal form | `normalize`, `expansion`; Swagger 2.0 → OpenAPI 3.0: `convert/` |
| the result | `document`, `positions`, `pointers`, `chains`, `plain` |
| regular expressions of `pattern` | `patterns` |
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..limits import UNWATCHED, USUAL, Limits, Watch
from .chains import Chain, follow, next_reference
from .document import Document, LeftOut, moved_from
from .overlaid import unmatched
from .patterns import Pattern, matches, pattern_of, tokens
from .plain import CONTAINERS, Plain, items, measure, members
from .pointers import Lookup, exists, join, join_pointer, look_up, split_pointer
from .reader import Reader
from .references import MOUNT, Reference, holds_names, references_in
from .remote import (
    NOTHING,
    Allowed,
    Fetch,
    Fetched,
    FetchError,
    RemoteFile,
    copies_folder,
    copy_name,
    dump_pins,
    lock_path,
)

__all__ = [
    "CONTAINERS",
    "MOUNT",
    "Allowed",
    "Chain",
    "Document",
    "Fetch",
    "FetchError",
    "Fetched",
    "LeftOut",
    "Limits",
    "Lookup",
    "Pattern",
    "Plain",
    "Reference",
    "RemoteFile",
    "copies_folder",
    "copy_name",
    "dump_pins",
    "exists",
    "follow",
    "holds_names",
    "items",
    "join",
    "join_pointer",
    "lock_path",
    "look_up",
    "matches",
    "measure",
    "members",
    "moved_from",
    "next_reference",
    "pattern_of",
    "read",
    "references_in",
    "split_pointer",
    "tokens",
    "unmatched",
]


def read(
    path: Path,
    *,
    limits: Limits = USUAL,
    lenient: bool = False,
    allowed: Allowed = NOTHING,
    watch: Watch = UNWATCHED,
    root: Path | None = None,
    overlays: Sequence[Path] = (),
) -> Document:
    """Return the document at a path, with every file that it refers to.

    Args:
        path: The root file.
        limits: How large the document may be.
        lenient: Whether a reference to a file that cannot be read, or that is outside of `root`,
            leads nowhere instead of being an error; `Document.dangling` lists such references.
        allowed: The hosts that it may refer to.
        watch: Ends reading that takes too long.
        root: The folder outside of which no file is read; by default the document's own.
        overlays: Overlays to apply, in order, before anything else is done with the document.

    Raises:
        ClientsmithError: with all problems: files that cannot be read or parsed, references that
            are not allowed, a limit that is exceeded.
    """
    return Reader(path, limits, lenient, allowed, watch, root, overlays).read()
