"""The names of one kind that a client lost."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Names:
    """The names of one kind that a client lost, each with the one that replaces it."""

    renamed: dict[str, str] = field(default_factory=dict[str, str])
    gone: dict[str, str] = field(default_factory=dict[str, str])
    """The names that nothing replaces for sure, each with what is like it, or an empty text."""
    present: set[str] = field(default_factory=set[str])
    """Those that the new client has."""

    def note(self, old: str, new: str = "", *, is_sure: bool = True) -> None:
        """Note that a name is renamed or removed, unless the new client has it."""
        if old in self.present:
            return
        if new and is_sure:
            self.renamed[old] = new
        else:
            self.gone[old] = new
