"""Finds the one name that a person means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..counts import counted
from ..diagnostics import ClientsmithError, did_you_mean, error
from .rows import Row, matching, shown_key

_SHOWN = 10


def the_row(rows: Sequence[Row], text: str, kinds: Iterable[str] = ()) -> Row:
    """Return the row of a call, an operation, a class, a JSON pointer, or of a part of one.

    Args:
        rows: All names of a client.
        text: What the row is called, or what has its name.
        kinds: The kinds of rows to look at; all by default.

    Raises:
        ClientsmithError: there is none (code `name-unknown`), or several (`name-several`).
    """
    wanted = set(kinds)
    known = tuple(row for row in rows if not wanted or row.kind in wanted)
    found = matching(known, text)
    # The first call of an operation is the one that its key stands for.
    found = tuple(row for row in found if row.rule != "variant") or found
    if len(found) == 1:
        return found[0]
    if not found:
        texts = [each for row in known for each in (row.name, shown_key(row))]
        hint = did_you_mean(text, texts) or "`clientsmith names` lists all names"
        raise ClientsmithError(
            [error("name-unknown", f"nothing has the name {text!r}", None, hint)]
        )
    listed = "; ".join(f"{row.name} ({shown_key(row)})" for row in found[:_SHOWN])
    more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    message = f"{text!r} is part of {counted(len(found), 'name')}: {listed}{more}"
    hint = "write one of them whole, or what has it: 'METHOD /path' or a JSON pointer"
    raise ClientsmithError([error("name-several", message, None, hint)])
