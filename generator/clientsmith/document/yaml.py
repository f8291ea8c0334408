"""YAML text → data, and a place for every node.

YAML is read as OpenAPI asks (YAML 1.2, JSON-like scalars): dates, `yes` and `on` are text. Merge
keys (`<<`) are YAML 1.1, but every other tool takes them, so they are taken here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import isfinite
from typing import Any, cast

import yaml

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, warning
from ..limits import Limits, Watch
from .faults import LONGEST_NUMBER, duplicate, number_problem, too_deep, too_many
from .plain import CONTAINERS
from .positions import File, Place, PlaceTree, Text

# Its stubs leave events and the choice of loader half typed.
_yaml: Any = yaml
_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_TRAPS = {
    **{form: "true" for word in ("yes", "on") for form in (word, word.title(), word.upper())},
    **{form: "false" for word in ("no", "off") for form in (word, word.title(), word.upper())},
}
_NUMBER_START = frozenset("+-.0123456789")
_INTEGER = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_TAG = "tag:yaml.org,2002:"


def _start(event: Any) -> int:
    """The offset at which an event of the YAML parser starts."""
    start: int = event.start_mark.index
    return start


@dataclass(frozen=True, slots=True)
class _Anchor:
    value: Any
    place: Place
    nodes: int


class YamlReader:
    """Builds data and places from the parser's events, in one pass."""

    def __init__(self, text: Text, limits: Limits, watch: Watch, *, lenient: bool = False) -> None:
        self.text = text
        self.lenient = lenient
        self.limits = limits
        self.watch = watch
        self.nodes = 0
        self.problems: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        self.anchors: dict[str, _Anchor] = {}
        self.open_anchors: set[str] = set()
        self.events: Iterator[Any] = iter(())

    def read(self) -> File:
        try:
            self.events = _yaml.parse(self.text.text, Loader=_Parser)
            data, places = self._document()
        except yaml.reader.ReaderError as bad:
            told = error(
                "syntax",
                f"the character U+{_code_point(bad.character):04X} may not stand in YAML",
                self._reader_span(bad),
                "remove it, or write it as an escape in double quotes",
            )
            raise ClientsmithError([*self.problems, told]) from None
        except yaml.MarkedYAMLError as bad:
            raise ClientsmithError([*self.problems, self._syntax(bad)]) from None
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
        made = self._node(next(self.events), 1)
        next(self.events)  # the end of the document
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._stop(
                error(
                    "syntax",
                    "a second YAML document begins here; a file holds one",
                    self._span(after),
                    "remove the '---' line, or put what follows into a file of its own",
                )
            )
        return made

    def _node(self, event: Any, depth: int) -> tuple[Any, Place]:
        self.watch.check()
        if type(event) is yaml.ScalarEvent:
            self.nodes += 1
            if event.anchor is None:
                return self._scalar(event), _start(event)
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
            value, place = self._scalar(event), _start(event)
        else:
            value, place = self._collection(event, depth)
        self.open_anchors.discard(event.anchor)
        self.anchors[str(event.anchor)] = _Anchor(value, place, self.nodes - before)
        return value, place

    def _collection(self, event: Any, depth: int) -> tuple[Any, Place]:
        mapping = type(event) is yaml.MappingStartEvent
        if event.tag is not None and event.tag not in ("!", _TAG + ("map" if mapping else "seq")):
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
        return items, (_start(event), places)

    def _mapping(self, event: Any, depth: int) -> tuple[dict[str, Any], Place]:
        members: dict[str, Any] = {}
        places: dict[str, tuple[int, Place]] = {}
        merged: list[tuple[Any, Any, Place]] = []
        for inner in self.events:
            if type(inner) is yaml.MappingEndEvent:
                break
            if type(inner) is yaml.ScalarEvent and inner.value == "<<" and _is_plain(inner):
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
            places[key] = (_start(inner), place)
        for source, value, place in merged:
            self._merge(members, places, source, value, place)
        return members, (_start(event), places)

    def _merge(
        self,
        members: dict[str, Any],
        places: dict[str, tuple[int, Place]],
        event: Any,
        value: Any,
        place: Place,
    ) -> None:
        """Add what is not there yet: own keys win over merged ones, earlier merges over later."""
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
        self.problems.append(
            error(
                "merge-key",
                "the merge key '<<' takes a mapping, or a list of mappings",
                self._span(event),
                "quote the key if '<<' is a name",
            )
        )

    def _key(self, event: Any, depth: int) -> str | None:
        if type(event) is yaml.AliasEvent:
            value, _ = self._alias(event, depth)
        elif type(event) is yaml.ScalarEvent:
            written = event.value
            # `200:` under responses is what everybody writes; it means the text.
            if _is_plain(event) and _INTEGER.fullmatch(written):
                value = written
            else:
                value = self._scalar(event)
            if event.anchor is not None:
                self.anchors[event.anchor] = _Anchor(value, _start(event), 1)
        else:
            value, _ = self._node(event, depth + 1)
        if isinstance(value, str):
            return value
        if self.lenient and type(event) is yaml.ScalarEvent:
            message = f"a key has to be text, '{event.value}' is not; it is taken as text"
            self.warnings.append(warning("key", message, self._span(event), "quote it"))
            return str(event.value)
        if isinstance(value, dict | list):
            written, hint = "a list or a mapping", ""
        else:
            written = f"'{event.value}'" if type(event) is yaml.ScalarEvent else "the alias"
            hint = "quote it"
        self.problems.append(
            error("key", f"a key has to be text, {written} is not", self._span(event), hint)
        )
        return None

    def _alias(self, event: Any, depth: int) -> tuple[Any, Place]:
        name = event.anchor
        if name in self.open_anchors:
            self._stop(
                error(
                    "alias", f"the alias '*{name}' stands inside what it names", self._span(event)
                )
            )
        if name not in self.anchors:
            self._stop(
                error(
                    "alias",
                    f"the alias '*{name}' has no anchor '&{name}' before it",
                    self._span(event),
                    did_you_mean(name, self.anchors) or "quote it if a text was meant",
                )
            )
        anchor = self.anchors[name]
        self.nodes += anchor.nodes
        # Before the copy, so that a bomb costs nothing.
        if self.nodes > self.limits.nodes:
            self._stop(too_many(self._span(event), self.limits))
        return self._copy(anchor.value, event, depth), anchor.place

    def _copy(self, value: Any, event: Any, depth: int) -> Any:
        """A tree of its own for each alias: later stages may then change one of them."""
        if type(value) not in CONTAINERS:
            return value
        if depth > self.limits.depth:
            self._stop(too_deep(self._span(event), self.limits))
        if type(value) is list:
            return [self._copy(item, event, depth + 1) for item in cast("list[Any]", value)]
        members = cast("dict[str, Any]", value)
        return {key: self._copy(item, event, depth + 1) for key, item in members.items()}

    def _scalar(self, event: Any) -> Any:
        text: str = event.value
        tag = event.tag
        if tag is not None:
            return self._tagged(event, tag, text)
        if not text or text[0] in _NUMBER_START or text in _WORDS or text in _TRAPS:
            return self._plain(event, text) if _is_plain(event) else text
        return text

    def _plain(self, event: Any, text: str) -> Any:
        if text in _WORDS:
            return _WORDS[text]
        if text in _TRAPS:
            self.warnings.append(
                warning(
                    "yaml-boolean",
                    f"'{text}' is text here (YAML 1.2), but other tools read {_TRAPS[text]}",
                    self._span(event),
                    f"write '{text}' in quotes, or {_TRAPS[text]}",
                )
            )
            return text
        if _INTEGER.fullmatch(text):
            digits = text.lstrip("+-")
            if len(text) > LONGEST_NUMBER:
                return self._bad_number(event, text)
            if digits[0] == "0" and len(digits) > 1:
                self._warn_octal(event, text, int(text))
            return int(text)
        if _BASED.fullmatch(text):
            value = int(text, 0) if len(text) <= LONGEST_NUMBER else 0
            if text[1] == "o":
                self._warn_octal(event, text, value)
            return value
        if _FLOAT.fullmatch(text):
            number = float(text) if len(text) <= LONGEST_NUMBER else float("inf")
            return number if isfinite(number) else self._bad_number(event, text)
        if _NOT_FINITE.fullmatch(text):
            return self._bad_number(event, text)
        return text

    def _warn_octal(self, event: Any, text: str, value: int) -> None:
        self.warnings.append(
            warning(
                "yaml-octal",
                f"{text} is the number {value} here (YAML 1.2), but other tools read another",
                self._span(event),
                f"write '{text}' in quotes if it is text, or {value}",
            )
        )

    def _bad_number(self, event: Any, text: str) -> None:
        problem = number_problem(text)
        if problem:
            self.problems.append(replace(problem, span=self._span(event)))

    def _tagged(self, event: Any, tag: str, text: str) -> Any:
        kind = tag.removeprefix(_TAG)
        if tag == "!" or kind in ("str", "timestamp"):
            return text
        if kind == "null" and text in _WORDS and _WORDS[text] is None:
            return None
        if kind == "bool" and isinstance(_WORDS.get(text), bool):
            return _WORDS[text]
        if kind == "int" and (_INTEGER.fullmatch(text) or _BASED.fullmatch(text)):
            return self._plain(event, text)
        if kind == "float" and _FLOAT.fullmatch(text):
            value = self._plain(event, text)
            return float(value) if isinstance(value, int) else value
        return self._refuse_tag(event)

    def _refuse_tag(self, event: Any) -> None:
        tag = event.tag.removeprefix(_TAG)
        shown = f"!!{tag}" if tag != event.tag else tag
        self.problems.append(
            error(
                "tag",
                f"the YAML tag {shown} does not fit here; OpenAPI takes only what JSON can hold",
                self._span(event),
                "remove the tag",
            )
        )

    def _syntax(self, bad: yaml.MarkedYAMLError) -> Diagnostic:
        mark = bad.problem_mark or bad.context_mark
        offset = mark.index if mark else 0
        problem = bad.problem or bad.context or "this is not YAML"
        message, hint = problem, ""
        at = self.text.text[offset : offset + 1]
        if at == "\t" or (problem.startswith("found character") and "\t" in problem):
            message, hint = "a tab where YAML allows only spaces", "indent with spaces"
        elif problem.startswith("mapping values are not allowed"):
            message = "a ': ' inside a text without quotes, or a key indented wrongly"
            hint = "put the text in quotes"
        elif problem.startswith("found character that cannot start any token"):
            message = f"a text cannot begin with '{at}' without quotes"
            hint = "put the text in quotes"
        elif problem.startswith(("did not find expected key", "expected <block end>")):
            hint = "look at the indentation of this line and at the quotes of those before it"
        elif problem.startswith("could not find expected ':'"):
            hint = "a key needs ': ' after it; look at the line before as well"
        elif "nesting" in problem:
            return too_deep(self.text.span(offset), self.limits)
        return error("syntax", message, self.text.span(min(offset, len(self.text.text))), hint)

    def _reader_span(self, bad: yaml.reader.ReaderError) -> Span:
        # The C parser counts bytes, the Python one characters: the character itself decides.
        wanted = _code_point(bad.character)
        found = self.text.text.find(chr(wanted)) if wanted <= 0x10FFFF else -1
        return self.text.span(found if found >= 0 else 0)

    def _span(self, event: Any) -> Span:
        return self.text.span(_start(event))

    def _stop(self, diagnostic: Diagnostic) -> None:
        raise _Stop(diagnostic)


class _Stop(Exception):
    """Reading this file cannot go on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def _is_plain(event: Any) -> bool:
    return event.tag is None and not event.style


def _code_point(character: int | str | bytes) -> int:
    return character if isinstance(character, int) else ord(character)
