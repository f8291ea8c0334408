"""The rules by which names are chosen, where neither the configuration nor the lock gives one.

A client keeps the rules under which its names were chosen: `names.lock` records them, so that rules
that are better, and the defaults of clientsmith from then on, change no client that is there. A
setting of the target wins over both.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal, cast, get_args

Calls = Literal["paths", "operation-ids"]
Attributes = Literal["snake_case", "wire"]
Schemas = Literal["own", "operations"]


@dataclass(frozen=True, slots=True)
class NameRules:
    """The rules of a client; the defaults are those of a client that is new."""

    names: Calls = "paths"
    """Whether calls are named by their paths or by their operationIds."""
    singletons: bool = True
    """Whether paths tell one thing (`GET /me`) and an action (`POST /player/next`) from a
    collection; else answers alone tell the first, and fewer words are known for the second.
    """
    schema_names: Schemas = "own"
    """Whether a schema inside an operation that others refer to is named by itself (its title or
    its property), or by the first operation that has it.
    """
    attributes: Attributes = "snake_case"
    """Whether the attribute of a property is its name in snake_case, or its name in JSON."""

    @staticmethod
    def read(data: Any) -> NameRules:
        """Return the rules in a lock; those of before for each that it does not have.

        Raises:
            TypeError: it is no object of rules, or has one that is not known.
        """
        if not isinstance(data, dict):
            raise TypeError("'rules' is no object")
        given = cast("dict[str, Any]", data)
        for name, value in given.items():
            if repr(value) not in map(repr, _VALUES.get(name, ())):
                raise TypeError(f"no rule {name[:100]!r} is {value!r}")
        return replace(BEFORE, **given)

    def dump(self) -> dict[str, Any]:
        """Return the rules for a lock; nothing where they are those of before."""
        return {} if self == BEFORE else {name: getattr(self, name) for name in sorted(_VALUES)}

    def with_settings(self, settings: object) -> NameRules:
        """Return the rules with those that a target sets, by the same names."""
        given = {name: getattr(settings, name) for name in _VALUES}
        return replace(self, **{name: value for name, value in given.items() if value is not None})

    def differing(self, other: NameRules) -> set[str]:
        """Return the names of the rules in which two clients differ."""
        return {name for name in _VALUES if getattr(self, name) != getattr(other, name)}


BEFORE = NameRules(attributes="wire", singletons=False, schema_names="operations")
"""The rules of a client whose lock has none, being older than the first of them."""
_VALUES: dict[str, tuple[Any, ...]] = {
    "attributes": get_args(Attributes),
    "names": get_args(Calls),
    "schema_names": get_args(Schemas),
    "singletons": (True, False),
}
