"""Finds old names of a client in `names.aliases`, and the names that replace them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..aliases import OldName, OldNames
from .rows import Row


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a client had."""

    name: str
    """As its user writes it: `pets.retrieve`, `models.Animal`, `pets.list(kind)`."""
    entry: OldName

    @property
    def fate(self) -> str:
        """The version that ended it, and whether it still works: `until version 2; it is gone`."""
        until = f"until version {self.entry.since}" if self.entry.since else "earlier"
        return f"{until}; {'it is gone' if self.entry.is_removed else 'it still works, and warns'}"

    @property
    def sentence(self) -> str:
        """The sentence for people: what replaces it, since when, and whether it still works."""
        if not self.entry.use:
            return f"{self.name} was a name {self.fate}, and nothing took its place"
        likely = " (as it seems: the two are only alike)" if self.entry.is_guess else ""
        return f"{self.entry.use} was called {self.name} {self.fate}{likely}"


def former(old: OldNames, text: str) -> Former | None:
    """Return the old name that a text spells, as in code or as in the file; None without one."""
    names = (text, text.removeprefix("client."), text.removeprefix("client.").removesuffix("()"))
    for name in dict.fromkeys(each.replace("=)", ")") for each in names):
        for section in old.sections().values():
            for known in (name, f"models.{name}", f"params.{name}"):
                if known in section:
                    return Former(known, section[known])
    return None


def formers_of(row: Row, old: OldNames) -> Iterator[Former]:
    """Yield the old names of a call or a class."""
    if row.kind == "call":
        section, uses = old.calls, {row.name}
    elif row.kind == "type":
        section, uses = old.classes, {f"models.{row.name}", f"params.{row.name}"}
    else:
        return
    for name, entry in section.items():
        if entry.use in uses:
            yield Former(name, entry)


def owner_row(rows: Sequence[Row], found: Former) -> Row | None:
    """Return the row of the name that replaces an old one, or of the call or class that has it."""
    use = found.entry.use
    owner = use.partition("(")[0]
    for row in rows:
        if row.kind == "call" and row.rule != "variant" and row.name == owner:
            return row
        if row.kind == "type" and use.split(".")[:2][1:] == [row.name] and _is_class(use):
            return row
    return None


def _is_class(use: str) -> bool:
    return use.startswith(("models.", "params."))
