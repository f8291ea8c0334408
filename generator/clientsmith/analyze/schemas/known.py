"""The types and shapes that an analysis has read so far, by pointer and by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ...ir import Reason, Ref, Shape, TypeRef


@dataclass(slots=True)
class Known:
    """The types and shapes that were read so far."""

    shapes: dict[str, Shape] = field(default_factory=dict[str, Shape])
    met: set[str] = field(default_factory=set[str])
    """The names of the shapes of objects, also of those that are not read yet."""
    untyped: set[str] = field(default_factory=set[str])
    """The names of those whose schemas have no `type`."""
    aliases: dict[str, str] = field(default_factory=dict[str, str])
    """The names of aliases, by the pointers of their schemas."""
    makers: dict[str, str] = field(default_factory=dict[str, str])
    """The `owner` for which an alias was read first, and the one for whose form a shape was read
    last, by the name of the alias or shape.
    """
    objects: dict[str, Ref] = field(default_factory=dict[str, Ref])
    """The types of object schemas, by pointer."""
    recursive: set[str] = field(default_factory=set[str])
    """The pointers of schemas that are inside themselves without an object between."""
    of_forms: dict[str, dict[str, TypeRef]] = field(default_factory=dict[str, dict[str, TypeRef]])
    """The shapes that are members of multipart bodies, with the types of their fields there."""
    degraded: dict[str, list[Reason]] = field(default_factory=dict[str, list[Reason]])
    """What is typed less precisely than the document does, by the `owner` that it was read for:
    the name of a shape, or what is set before a type is read.
    """

    def makers_by_pointer(self) -> Iterator[tuple[str, str]]:
        """Yield the pointer of each alias and shape that has a maker, and that of the maker.

        That of a maker which is neither an operation nor a shape is empty.
        """
        for name, owner in self.makers.items():
            maker = self.shapes[owner].pointer if owner in self.shapes else owner
            yield self.shapes[name].pointer, maker if maker.startswith("/") else ""

    def keep(self, last: Known, is_kept: Callable[[str], bool]) -> None:
        """Take over the types and shapes at some pointers of the last analysis.

        An alias or a shape that has a maker is taken over with its maker alone: the alias's reasons
        belong to it, and the shape's types in the form come of it.
        """
        names = {name for name, shape in last.shapes.items() if is_kept(shape.pointer)}

        def is_of_kept(owner: str) -> bool:
            return is_kept(owner) if owner.startswith("/") else owner in names

        names -= {name for name, owner in last.makers.items() if not is_of_kept(owner)}
        self.shapes.update({name: last.shapes[name] for name in last.shapes if name in names})
        self.met |= last.met & names
        self.untyped |= last.untyped & names
        self.aliases.update(
            {at: name for at, name in last.aliases.items() if is_kept(at) and name in names}
        )
        self.makers.update({name: last.makers[name] for name in names & last.makers.keys()})
        self.objects.update(
            {at: ref for at, ref in last.objects.items() if is_kept(at) and ref.name in names}
        )
        self.recursive.update(filter(is_kept, last.recursive))
        self.of_forms.update({name: last.of_forms[name] for name in names & last.of_forms.keys()})
        self.degraded.update(
            {owner: reasons for owner, reasons in last.degraded.items() if is_of_kept(owner)}
        )

    def has_kept_makers(self, last: Known, is_kept: Callable[[str], bool]) -> bool:
        """Return whether the aliases and shapes at some pointers have the makers of last time."""
        return all(
            self.makers.get(name) == owner
            for name, owner in last.makers.items()
            if is_kept(last.shapes[name].pointer)
        )

    def has_kept_aliases(self, last: Known, is_kept: Callable[[str], bool]) -> bool:
        """Return whether the same schemas at some pointers are aliases as last time."""
        differing = self.aliases.keys() ^ last.aliases.keys()
        return not any(map(is_kept, differing))
