"""YAML text → plain data, and the place of every node.

Scalars are those of YAML 1.2 as OpenAPI asks (OpenAPI 3.1, section 4.2). Merge keys (`<<`) are
YAML 1.1, but every common tool supports them, so they are supported.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

import yaml

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, warning
from ..limits import Limits, Watch
from .parse_errors import duplicate, too_deep, too_many
from .plain import CONTAINERS
from .positions import File, Place, PlaceTree, Text
from .yaml_errors import character_error, syntax_error
from .yaml_scalars import INTEGER, TAG, Scalars, is_plain, offset_of

# The stubs of PyYAML leave events and the choice of a loader untyped in part.
_yaml: Any = yaml
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The node that has an anchor (`&name`), for the aliases (`*name`) that repeat it."""

    value: Any
    place: Place
    nodes: int
    """How many nodes it has, itself included."""


class YamlReader:
    """Builds data and places from the events of PyYAML's parser, in one pass.

    `_node` and what it calls return the value of a node with its place, and consume its events.
    """

    def __init__(self, text: Text, limits: Limits, watch: Watch, *, lenient: bool = False) -> None:
        self.text = text
        self.lenient = lenient
        self.limits = limits
        self.watch = watch
        self.nodes = 0
        scalars = Scalars(text)
        self.problems: list[Diagnostic] = scalars.problems
        self.warnings: list[Diagnostic] = scalars.warnings
        self._scalar = scalars.value
        self._refuse_tag = scalars.refuse_tag
        self.anchors: dict[str, _Anchor] = {}
        self.open_anchors: set[str] = set()
        self.events: Iterator[Any] = iter(())

    def read(self) -> File:
        """Return the parsed file.

        Raises:
            ClientsmithError: with the syntax error and all other problems up to it.
        """
        try:
            self.events = _yaml.parse(self.text.text, Loader=_Parser)
            data, places = self._document()
        except yaml.reader.ReaderError as bad:
            problem = character_error(self.text, bad)
            raise ClientsmithError([*self.problems, problem]) from None
        except yaml.MarkedYAMLError as bad:
            problem = syntax_error(self.text, bad, self.limits)
            raise ClientsmithError([*self.problems, problem]) from None
        except _Stop as stop:
            raise ClientsmithError([*self.problems, stop.diagnostic]) from None
        if self.problems:
            raise ClientsmithError(self.problems)
        file = File(self.text, data, PlaceTree(places))
        file.nodes = self.nodes
        file.warnings = self.warnings
        return file

    def _document(self) -> tuple[Any, Place]:
        next(self.events)  # the start of the stream
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None, 0
        top = self._node(next(self.events), 1)
        next(self.events)  # the end of the document
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            message = "a second YAML document begins here; only one is allowed in a file"
            hint = "remove the '---' line, or move what follows to another file"
            self._stop(error("syntax", message, self._span(after), hint))
        return top

    def _node(self, event: Any, depth: int) -> tuple[Any, Place]:
        self.watch.check()
        if type(event) is yaml.ScalarEvent:
            self.nodes += 1
            if event.anchor is None:
                return self._scalar(event), offset_of(event)
        elif type(event) is yaml.AliasEvent:
            return self._alias(event, depth)
        else:
            self.nodes += 1
            if depth > self.limits.depth:
                self._stop(too_deep(self._span(event), self.limits))
        if self.nodes > self.limits.nodes:
            self._stop(too_many(self._span(event), self.limits))
        if event.anchor is None:
            return self._collection(event, depth)
        return self._anchored(event, depth)

    def _anchored(self, event: Any, depth: int) -> tuple[Any, Place]:
        before = self.nodes - 1
        self.open_anchors.add(event.anchor)
        if type(event) is yaml.ScalarEvent:
            value, place = self._scalar(event), offset_of(event)
        else:
            value, place = self._collection(event, depth)
        self.open_anchors.discard(event.anchor)
        self.anchors[str(event.anchor)] = _Anchor(value, place, self.nodes - before)
        return value, place

    def _collection(self, event: Any, depth: int) -> tuple[Any, Place]:
        mapping = type(event) is yaml.MappingStartEvent
        if event.tag is not None and event.tag not in ("!", TAG + ("map" if mapping else "seq")):
            self._refuse_tag(event)
        return self._mapping(event, depth) if mapping else self._sequence(event, depth)

    def _sequence(self, event: Any, depth: int) -> tuple[list[Any], Place]:
        items: list[Any] = []
        places: list[Place] = []
        for inner in self.events:
            if type(inner) is yaml.SequenceEndEvent:
                break
            value, place = self._node(inner, depth + 1)
            items.append(value)
            places.append(place)
        return items, (offset_of(event), places)

    def _mapping(self, event: Any, depth: int) -> tuple[dict[str, Any], Place]:
        members: dict[str, Any] = {}
        places: dict[str, tuple[int, Place]] = {}
        merged: list[tuple[Any, Any, Place]] = []
        for inner in self.events:
            if type(inner) is yaml.MappingEndEvent:
                break
            if type(inner) is yaml.ScalarEvent and inner.value == "<<" and is_plain(inner):
                source = next(self.events)
                merged.append((source, *self._node(source, depth + 1)))
                continue
            key = self._key(inner, depth)
            value, place = self._node(next(self.events), depth + 1)
            if key is None:
                continue
            if key in members:
                first = self.text.span(places[key][0])
                self.problems.append(duplicate(key, self._span(inner), first))
                continue
            members[key] = value
            places[key] = (offset_of(inner), place)
        for source, value, place in merged:
            self._merge(members, places, source, value, place)
        return members, (offset_of(event), places)

    def _merge(
        self,
        members: dict[str, Any],
        places: dict[str, tuple[int, Place]],
        event: Any,
        value: Any,
        place: Place,
    ) -> None:
        """Add the members that a mapping lacks: its own keys win, then those of earlier merges.

        `{<<: {a: 1, b: 2}, b: 3}` is `{a: 1, b: 3}`.
        """
        if isinstance(value, dict) and isinstance(place, tuple) and isinstance(place[1], dict):
            for key, member in cast("dict[str, Any]", value).items():
                if key not in members:
                    members[key] = member
                    places[key] = place[1][key]
        elif isinstance(value, list) and isinstance(place, tuple) and isinstance(place[1], list):
            for item, item_place in zip(cast("list[Any]", value), place[1], strict=True):
                if not isinstance(item, dict):
                    self._cannot_merge(event)
                    return
                self._merge(members, places, event, item, item_place)
        else:
            self._cannot_merge(event)

    def _cannot_merge(self, event: Any) -> None:
        message = "the value of the merge key '<<' must be a mapping or a list of mappings"
        hint = "put '<<' in quotes if it is a name"
        self.problems.append(error("merge-key", message, self._span(event), hint))

    def _key(self, event: Any, depth: int) -> str | None:
        if type(event) is yaml.AliasEvent:
            value, _ = self._alias(event, depth)
        elif type(event) is yaml.ScalarEvent:
            written = event.value
            # `200:` under `responses` is what everybody writes for the key "200".
            if is_plain(event) and INTEGER.fullmatch(written):
                value = written
            else:
                value = self._scalar(event)
            if event.anchor is not None:
                self.anchors[event.anchor] = _Anchor(value, offset_of(event), 1)
        else:
            value, _ = self._node(event, depth + 1)
        if isinstance(value, str):
            return value
        if self.lenient and type(event) is yaml.ScalarEvent:
            message = f"a key must be text, '{event.value}' is not; it is read as text"
            self.warnings.append(warning("key", message, self._span(event), "put it in quotes"))
            return str(event.value)
        if isinstance(value, dict | list):
            written, hint = "a list or a mapping", ""
        else:
            written = f"'{event.value}'" if type(event) is yaml.ScalarEvent else "the alias"
            hint = "put it in quotes"
        message = f"a key must be text, {written} is not"
        self.problems.append(error("key", message, self._span(event), hint))
        return None

    def _alias(self, event: Any, depth: int) -> tuple[Any, Place]:
        name = event.anchor
        if name in self.open_anchors:
            message = f"the alias '*{name}' is inside the node that has the anchor '&{name}'"
            self._stop(error("alias", message, self._span(event)))
        if name not in self.anchors:
            message = f"there is no anchor '&{name}' before the alias '*{name}'"
            hint = did_you_mean(name, self.anchors) or "put it in quotes if it is text"
            self._stop(error("alias", message, self._span(event), hint))
        anchor = self.anchors[name]
        self.nodes += anchor.nodes
        # Before the copy, so that nested aliases ("billion laughs") are refused at no cost.
        if self.nodes > self.limits.nodes:
            self._stop(too_many(self._span(event), self.limits))
        return self._copy(anchor.value, event, depth), anchor.place

    def _copy(self, value: Any, event: Any, depth: int) -> Any:
        """Return a copy for an alias, so that later stages may change one without the other."""
        if type(value) not in CONTAINERS:
            return value
        if depth > self.limits.depth:
            self._stop(too_deep(self._span(event), self.limits))
        if type(value) is list:
            return [self._copy(item, event, depth + 1) for item in cast("list[Any]", value)]
        members = cast("dict[str, Any]", value)
        return {key: self._copy(item, event, depth + 1) for key, item in members.items()}

    def _span(self, event: Any) -> Span:
        return self.text.span(offset_of(event))

    def _stop(self, diagnostic: Diagnostic) -> None:
        raise _Stop(diagnostic)


class _Stop(Exception):
    """Ends the reading of a file, with the diagnostic that says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic
