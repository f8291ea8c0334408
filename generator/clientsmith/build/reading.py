"""Reads the document of a target, as all runs read it."""

from __future__ import annotations

from ..config import Target
from ..document import Allowed, Document, read
from ..limits import Limits, Watch
from ..paths import near


def read_document(target: Target, limits: Limits, watch: Watch, allowed: Allowed) -> Document:
    """Return the document of a target with its overlays, not yet converted.

    Raises:
        ClientsmithError: it cannot be read.
    """
    return read(
        near(target.document),
        limits=limits,
        lenient=target.lenient,
        allowed=allowed,
        watch=watch,
        root=None if target.root is None else near(target.root),
        overlays=tuple(map(near, target.overlays)),
    )
