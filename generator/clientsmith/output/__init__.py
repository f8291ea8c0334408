"""Writes a client to disk, so that at any moment the old one or the new one is there, whole.

In: the text of each file by its path. Out: what was written, changed and deleted.

A client is built in a folder beside its own and then swapped in. The manifest in it says what
clientsmith wrote: only that is ever replaced or deleted, and only while nobody has touched it. So
is a file that clientsmith wrote before (`ownership`), and that a checkout of another state left.
What else stands in the folder, `_custom/` first of all, is carried into the new one as it is.
"""

from __future__ import annotations

from .comparison import Change, compare, unified_diff
from .manifest import MANIFEST, Inputs, Manifest
from .replace import is_text, replace_file, replace_text
from .tree import CUSTOM
from .writing import WriteResult, is_intact, preview, write

__all__ = [
    "CUSTOM",
    "MANIFEST",
    "Change",
    "Inputs",
    "Manifest",
    "WriteResult",
    "compare",
    "is_intact",
    "is_text",
    "preview",
    "replace_file",
    "replace_text",
    "unified_diff",
    "write",
]
