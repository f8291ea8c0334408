"""The names of the arguments of one operation."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from ...identifiers import unique
from ...ir import Argument, Location
from ..naming.members import MemberNames, argument_keys

_Rule = Callable[[Sequence[Argument], Sequence[Argument]], list[Argument]]
"""Renames arguments beside those that have their names already."""
_ORDER: tuple[Location, ...] = ("path", "query", "querystring", "header", "cookie")
"""The locations of parameters; of several that want a name, one in the first of these keeps it."""


class ArgumentNames:
    """Names the parameters of an operation, then the arguments of each way to give its body."""

    def __init__(self, names: MemberNames, operation: str, held: Collection[str] = ()) -> None:
        self._names = names
        self._operation = operation
        self._held = {*held, *names.locked(f"{operation}/#body")}
        """Names that arguments of the body have had since earlier runs."""
        self.parameters: dict[str, str] = {}
        """The keys of the parameters by their names, which no argument of the body can have."""
        self.missed: set[str] = set()
        """Names that arguments of the body had in the last run, and that parameters have now."""

    def again(self) -> ArgumentNames:
        """Return the names for a second reading, which leaves the `missed` ones to the body."""
        self._names.forget(self._operation)
        return ArgumentNames(self._names, self._operation, self.missed)

    def of_parameters(self, found: Sequence[Argument]) -> list[Argument]:
        """Return the parameters of the operation under names that differ."""
        named = self._named(found, self._parameter_rule, self._held)
        keys = argument_keys(self._operation, found)
        self.parameters = {item.name: key for item, key in zip(named, keys, strict=True)}
        return named

    def of_body(self, found: Sequence[Argument], before: Sequence[str] = ()) -> list[Argument]:
        """Return arguments of a body under names that differ.

        Args:
            found: The arguments.
            before: The names of arguments of the body that were named before.
        """
        keys = argument_keys(self._operation, found)
        for key, item in zip(keys, found, strict=True):
            if item.name in self.parameters:
                self._names.record(self.parameters[item.name], item.name)
                if self._names.earlier(key) == item.name:
                    self.missed.add(item.name)
            if item.name in self._held:
                # The next run has to leave the name to it as well.
                self._names.record(key, item.name)
        return self._named(found, self._body_rule, (*self.parameters, *before))

    def _parameter_rule(
        self, found: Sequence[Argument], given: Sequence[Argument]
    ) -> list[Argument]:
        """Rename parameters that want the name of another in a different location.

        One in the path keeps the name, else one in the query: `id` in path and header gives `id`
        and `header_id`.
        """
        first: dict[str, Location] = {item.name: item.location for item in given}
        first.update(dict.fromkeys(self._held, "body"))
        for item in sorted(found, key=lambda item: _ORDER.index(item.location)):
            first.setdefault(item.name, item.location)
        return [
            item if first[item.name] == item.location else _prefixed(item, item.location)
            for item in found
        ]

    def _body_rule(self, found: Sequence[Argument], _: Sequence[Argument]) -> list[Argument]:
        """Rename properties of a body that want the name of a parameter."""
        return [
            _prefixed(item, "body") if item.wire and item.name in self.parameters else item
            for item in found
        ]

    def _named(
        self, found: Sequence[Argument], rule: _Rule, taken: Collection[str]
    ) -> list[Argument]:
        keys = argument_keys(self._operation, found)
        by_key = dict(zip(keys, found, strict=True))

        def by_rule(wanted: Mapping[str, str], used: Collection[str]) -> Mapping[str, str]:
            given = [item for key, item in by_key.items() if key not in wanted]
            rest = rule([by_key[key] for key in wanted], given)
            return dict(zip(wanted, _distinct(rest, used), strict=True))

        wanted = {key: item.name for key, item in by_key.items()}
        names = self._names.named(wanted, by_rule, taken)
        if names is wanted:
            return [*found]
        return [replace(item, name=names[key]) for key, item in by_key.items()]


def _prefixed(item: Argument, prefix: str) -> Argument:
    return replace(item, name=f"{prefix}_{item.name}")


def _distinct(arguments: Sequence[Argument], taken: Collection[str]) -> list[str]:
    """Return a name for each argument; they differ.

    An argument whose name is that on the wire keeps it, whatever its position in the document.
    """
    names = list(taken)
    named: dict[int, str] = {}
    for at, item in sorted(
        enumerate(arguments), key=lambda pair: (pair[1].name != pair[1].wire, pair[1].wire)
    ):
        named[at] = unique(item.name, names)
        names.append(named[at])
    return [named[at] for at in range(len(arguments))]
