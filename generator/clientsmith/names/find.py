"""Finds the one name that a person means."""

from __future__ import annotations

from collections.abc import Sequence

from ..aliases import OldNames
from ..diagnostics import ClientsmithError, did_you_mean, error
from ..diagnostics.counts import counted
from .former import Former, former, owner_row
from .rows import Row, shown_key
from .spellings import call_of, matching

_SHOWN = 10


def the_row(rows: Sequence[Row], text: str, old: OldNames) -> tuple[Row, Former | None]:
    """Return the row of a call, an operation, a class, a JSON pointer, or of a part of one.

    The text may also be a name that the client had, one of `old`: it is returned with the row of
    what has its place.

    Args:
        rows: All names of a client.
        text: What the row is called, or what has its name, in any of the ways of `matching`.
        old: The old names of the client.

    Raises:
        ClientsmithError: there is none (code `name-unknown`), or several (`name-several`).
    """
    found = matching(rows, text)
    # The first call of an operation is the one that its key stands for.
    found = tuple(row for row in found if row.rule != "variant") or found
    if len(found) == 1 and _is_whole(found[0], text):
        return found[0], None
    if (before := former(old, text)) is not None:
        row = owner_row(rows, before)
        if row is not None:
            return row, before
        hint = "`clientsmith names` lists the names that the client has"
        raise ClientsmithError([error("name-unknown", before.sentence, None, hint)])
    if len(found) == 1:
        return found[0], None
    if not found:
        texts = [each for row in rows for each in (row.name, shown_key(row), row.identifier)]
        hint = did_you_mean(call_of(text), texts) or "`clientsmith names` lists all names"
        raise ClientsmithError(
            [error("name-unknown", f"nothing has the name {text!r}", None, hint)]
        )
    listed = "; ".join(f"{row.name} ({shown_key(row)})" for row in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    message = f"{text!r} is part of {counted(len(found), 'name')}: {listed}{more}"
    hint = "write one of them whole, or what has it: 'METHOD /path' or a JSON pointer"
    raise ClientsmithError([error("name-several", message, None, hint)])


def _is_whole(row: Row, text: str) -> bool:
    """Return whether a text is the name of a row, and not only a part of it."""
    return text in (row.name, row.identifier, shown_key(row)) or call_of(text) == row.name
