"""The names of a run for arguments, fields and constants: who keeps a name that two want.

A name that only one wants needs no lock: its rule gives it in each run. Where two want one, the one
that the lock or the client of the last run gives it keeps it, and the rule names the other. So
adding a property renames no property. The lock has both from then on. The client of the last run is
read only where a collision appears; a lock with a line for each property would be too long to read.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ...identifiers import unique
from ...identifiers.lock import NameLock
from ...ir import Argument, JsonScalar
from ..nodes import join

Rule = Callable[[Mapping[str, str], Collection[str]], Mapping[str, str]]
"""Names objects, by key with the name that each wants, apart from each other and from the taken."""


class MemberNames:
    """The names of one kind of members, by the keys that the lock has for them."""

    def __init__(self, locked: Mapping[str, str], earlier: Callable[[], Mapping[str, str]]) -> None:
        self._locked = locked
        self._owners = {_owner(key) for key in locked}
        self._earlier = earlier
        self._made: dict[str, str] = {}

    def named(
        self, wanted: Mapping[str, str], rule: Rule, taken: Collection[str] = ()
    ) -> Mapping[str, str]:
        """Return the name of each member of one owner.

        `foo-bar` and `foo_bar` both want `foo_bar`. The one that has it in the lock, or in the
        client of the last run, keeps it: an added property renames none. `rule` names the other.

        Args:
            wanted: The name that each would have alone, by its key.
            rule: Names those that neither the lock nor the last run named.
            taken: Names that none of them can have.
        """
        names = set(wanted.values())
        is_free = len(names) == len(wanted) and names.isdisjoint(taken)
        if is_free and (not self._owners or self._owners.isdisjoint(map(_owner, wanted))):
            return wanted
        given: dict[str, str] = {}
        for key, name in self._locked_of(wanted).items():
            if name not in {*taken, *given.values()}:
                given[key] = name
        held = Counter([*wanted.values(), *given.values(), *taken])
        rivals = {key: name for key, name in wanted.items() if held[name] > 1 and key not in given}
        if rivals:
            self._keep(given, rivals, taken)
        rest = {key: name for key, name in wanted.items() if key not in given}
        given.update(rule(rest, {*taken, *given.values()}))
        for key, name in wanted.items():
            if given[key] != name or held[name] > 1:
                self._made[key] = given[key]
        return {key: given[key] for key in wanted}

    def earlier(self, key: str) -> str:
        """Return the name that a member had in the client of the last run; empty if it had none."""
        return self._earlier().get(key, "")

    def locked(self, owner: str) -> set[str]:
        """Return the names that the lock gives members of an owner."""
        if owner not in self._owners:
            return set()
        return {name for key, name in self._locked.items() if _owner(key) == owner}

    def keep(self, last: MemberNames, is_kept: Callable[[str], bool]) -> None:
        """Take over what an earlier run added to the lock for members at some pointers."""
        self._made.update({key: name for key, name in last._made.items() if is_kept(key)})

    def record(self, key: str, name: str) -> None:
        """Keep a name for the lock."""
        self._made[key] = name

    def forget(self, above: str) -> None:
        """Keep nothing of the members whose keys begin with a pointer."""
        self._made = {key: name for key, name in self._made.items() if not _is_in(key, above)}

    def made(self) -> Mapping[str, str]:
        """Return the names of this run that have to be added to the lock."""
        return self._made

    def _locked_of(self, wanted: Mapping[str, str]) -> dict[str, str]:
        return {key: self._locked[key] for key in sorted(wanted) if key in self._locked}

    def _keep(
        self,
        given: dict[str, str],
        wanted: Mapping[str, str],
        taken: Collection[str],
    ) -> None:
        """Give members the names that they had in the last run."""
        known = self._earlier()
        used = {*taken, *given.values()}
        for key in sorted(wanted):
            name = known.get(key, "")
            # A name without the wanted one in it is of another rule, which the target had before.
            if name and wanted[key] in name and name not in used:
                given[key] = name
                used.add(name)


@dataclass(frozen=True, slots=True)
class AllMemberNames:
    """The names of all members, by the kinds that the lock has sections for."""

    arguments: MemberNames
    fields: MemberNames
    constants: MemberNames

    def keep(self, last: AllMemberNames, is_kept: Callable[[str], bool]) -> None:
        """Take over what an earlier run added to the lock for members at some pointers."""
        for own, other in (
            (self.arguments, last.arguments),
            (self.fields, last.fields),
            (self.constants, last.constants),
        ):
            own.keep(other, is_kept)

    @staticmethod
    def of(lock: NameLock, earlier: Callable[[], NameLock] = NameLock) -> AllMemberNames:
        """Return the names of a run.

        Args:
            lock: The lock of names.
            earlier: Returns the names that the client of the last run has, in the form of a lock.
        """
        last = cache(earlier)
        return AllMemberNames(
            MemberNames(lock.arguments, lambda: last().arguments),
            MemberNames(lock.fields, lambda: last().fields),
            MemberNames(lock.constants, lambda: last().constants),
        )


def one_by_one(wanted: Mapping[str, str], taken: Collection[str]) -> dict[str, str]:
    """Return names that differ, with a number where one before wants the same: `a_b`, `a_b_2`."""
    given: dict[str, str] = {}
    for key, name in wanted.items():
        given[key] = unique(name, {*taken, *given.values()})
    return given


def field_key(shape: str, wire: str) -> str:
    """Return the key of a property, by the pointer of its object schema."""
    return join(shape, "properties", wire)


def constant_key(shape: str, value: JsonScalar) -> str:
    """Return the key of an enum value, by the pointer of its schema."""
    return join(shape, "enum", f"#{json.dumps(value, ensure_ascii=False)}")


def variable_key(wire: str) -> str:
    """Return the key of a variable of servers, which is an argument of the client."""
    return join("", "servers", "#variable", wire)


def argument_keys(operation: str, arguments: Iterable[Argument]) -> list[str]:
    """Return the keys of arguments, by the pointer of their operation.

    A whole body and the headers of its parts have no name on the wire.
    """
    keys: list[str] = []
    for item in arguments:
        key = join(operation, f"#{item.location}", item.wire or item.name)
        keys.append(join(key, item.name) if key in keys else key)
    return keys


def owner_of(key: str) -> str:
    """Return the pointer of the schema that has a field or a constant, by its key."""
    return key.rpartition("/properties/")[0] or key.rpartition("/enum/#")[0]


def _owner(key: str) -> str:
    return key.rpartition("/")[0]


def _is_in(key: str, above: str) -> bool:
    return key.startswith(f"{above}/#")
