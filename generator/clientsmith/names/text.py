"""Rows of names as text for a terminal."""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence

from ..aliases import OldNames
from ..config import quoted
from ..diagnostics import printable
from .former import formers_of
from .rows import KINDS, Row, shown_key

_TITLES = {
    "call": "calls",
    "type": "types",
    "credential": "credentials",
    "argument": "arguments that another wanted the name of",
    "field": "fields that another wanted the name of",
    "constant": "constants that another wanted the name of",
}


def as_table(rows: Sequence[Row], width: int = 0) -> str:
    """Return rows as aligned text, by kind: the name, what has it, and the rule that gave it.

    Args:
        rows: In the order of kinds.
        width: How wide a line may be; 0 for any width.
    """
    lines: list[str] = []
    for kind in KINDS:
        own = [row for row in rows if row.kind == kind]
        if not own:
            continue
        cells = [
            [printable(text) for text in (row.name, shown_key(row), _rule(row))] for row in own
        ]
        lines += [f"{_TITLES[kind]} ({len(own)})", *_aligned(cells, width), ""]
    return "\n".join(lines[:-1]) + "\n" if lines else ""


def explained(row: Row, old: OldNames) -> str:
    """Return a row with all that is known of it: place, rule, other names and setting."""
    key = shown_key(row)
    lines = [
        f"{row.name}: the {row.kind} of {key}" if row.kind == "call" else f"{row.name}: {row.kind}"
    ]
    if row.kind != "call":
        lines.append(f"  of         {key}")
    pointer = f" (#{row.span.pointer})" if row.span.pointer else ""
    lines.append(f"  at         {row.span}{pointer}")
    lines.append(f"  because    {row.why}")
    if row.otherwise == row.name and row.rule in ("configuration", "lock"):
        lines.append(f"  by rule    the same: {row.otherwise_why}")
    elif row.otherwise and row.otherwise != row.name:
        lines.append(f"  by rule    {row.otherwise}: {row.otherwise_why}")
    lines += [f"  before     {each.name}, {each.fate}" for each in formers_of(row, old)]
    if row.setting:
        value = "another.name" if row.kind == "call" else "AnotherName"
        lines += [
            f"  to choose  [{row.setting}]",
            f'             {quoted(key)} = "{value}"',
            # A key is a text of the document: as it is, it could end the command.
            f"  or         clientsmith names pin {shlex.quote(key)} {value}",
        ]
    else:
        lines.append(f"  to choose  {_no_setting(row)}")
    return "\n".join(map(printable, lines)) + "\n"


def _no_setting(row: Row) -> str:
    if row.rule == "variant":
        return "no setting; it follows the first call of the operation"
    if row.kind == "type" and row.key.startswith("#resource/"):
        return "no setting; it follows the calls of the resource"
    if row.kind == "type":
        return "no setting; it follows the operationId"
    return "no setting; edit it in names.lock, which keeps it from then on"


def _rule(row: Row) -> str:
    """Return the rule of a row in few words."""
    if row.rule != "lock" or not row.otherwise:
        return row.rule
    return row.otherwise_rule if row.otherwise == row.name else f"lock (by rule {row.otherwise})"


def _aligned(cells: Sequence[Sequence[str]], width: int) -> Iterable[str]:
    """Yield a line for each row; where the width does not do, the longest texts are cut."""
    columns = [max(len(row[at]) for row in cells) for at in range(3)]
    free = width - 2 - 2 * 2 - columns[2]
    if width and columns[0] + columns[1] > free:
        # The name is what a reader looks for: the rest gives way first.
        columns[1] = max(min(columns[1], free - columns[0]), 12)
        columns[0] = max(min(columns[0], free - columns[1]), 12)
    for name, key, rule in cells:
        line = f"  {_cut(name, columns[0])}  {_cut(key, columns[1])}  {rule}"
        yield (line[: width - 1] + "…" if width and len(line) > width else line).rstrip()


def _cut(text: str, width: int) -> str:
    """Return a text of a width, without its middle if it is longer."""
    if len(text) <= width:
        return text.ljust(width)
    head = (width - 1) // 2
    return f"{text[:head]}…{text[len(text) - (width - 1 - head):]}"
