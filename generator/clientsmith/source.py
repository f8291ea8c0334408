"""Reading a document, YAML or JSON, one file or several: plain data and a place for every node.

YAML is read as OpenAPI asks (YAML 1.2, JSON-like scalars): dates, `yes` and `on` are text. Merge
keys (`<<`) are YAML 1.1, but every other tool takes them, so they are taken here.
"""

from __future__ import annotations

import json
import os
import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain
from math import isfinite
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple, TypeAlias, cast
from urllib.parse import unquote

import yaml

from .diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error, nearest, warning
from .limits import USUAL, Limits

MOUNT: Final = "x-clientsmith-files"
"""The root key under which the other files of a document stand, each by its relative path."""


class Reference(NamedTuple):
    """A `$ref`, or an entry of a discriminator's mapping that is one."""

    holder: dict[str, Any]
    key: str
    pointer: str

    @property
    def text(self) -> str:
        return self.holder[self.key]

    @property
    def target(self) -> str:
        """The JSON pointer it leads to. In a `Document` every reference is local."""
        return self.text.removeprefix("#")


@dataclass(frozen=True)
class Document:
    """An OpenAPI document whose every `$ref` is local, and the places its parts came from.

    The text of a `$ref` is `#` and a plain JSON pointer, without percent-encoding.
    """

    path: Path
    data: dict[str, Any]
    files: tuple[Path, ...]
    warnings: tuple[Diagnostic, ...]
    _root: _File
    _mounted: dict[str, _File]

    def get(self, pointer: str) -> Any:
        """The value at a JSON pointer ("" is the root); KeyError when there is none."""
        return look_up(self.data, pointer)

    def span(self, pointer: str) -> Span:
        """The place of the value at a pointer, or of its nearest ancestor that exists."""
        file, inner = self._file_of(pointer)
        return file.span(_find_place(file.places, inner).value, pointer)

    def key_span(self, pointer: str) -> Span:
        """The place of the key of the value at a pointer; in a list, of the value."""
        file, inner = self._file_of(pointer)
        return file.span(_find_place(file.places, inner).key, pointer)

    def line_text(self, span: Span) -> str:
        """The source line a span points into; empty for a file this document does not have."""
        for file in (self._root, *self._mounted.values()):
            if file.name == span.file:
                return file.line(span.line)
        return ""

    def references(self) -> Iterator[Reference]:
        """Every reference of the document, those of the other files included."""
        seen: set[int] = set()
        pending = [""]
        while pending:
            for reference in _references(self.data, pending.pop(), seen):
                yield reference
                pending.append(reference.target)

    def _file_of(self, pointer: str) -> tuple[_File, list[str]]:
        parts = split_pointer(pointer)
        if len(parts) > 1 and parts[0] == MOUNT and parts[1] in self._mounted:
            return self._mounted[parts[1]], parts[2:]
        return self._root, parts


def read(path: Path, *, limits: Limits = USUAL) -> Document:
    """The document at `path` with every file it refers to.

    Raises ClientsmithError with all problems found: what cannot be read, a limit that is passed, a
    `$ref` that leaves the document's folder.
    """
    return _Reader(path, limits).read()


# --- JSON pointers (RFC 6901) ---


def split_pointer(pointer: str) -> list[str]:
    """The unescaped keys of a JSON pointer."""
    if not pointer:
        return []
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]


def join_pointer(*keys: str | int) -> str:
    """The JSON pointer made of these keys, escaped."""
    return "".join(f"/{str(key).replace('~', '~0').replace('/', '~1')}" for key in keys)


def look_up(data: Any, pointer: str) -> Any:
    """The value at a JSON pointer in plain data; KeyError when there is none."""
    if pointer and not pointer.startswith("/"):
        raise KeyError(pointer)
    node = data
    for part in split_pointer(pointer):
        try:
            if isinstance(node, dict):
                node = cast("dict[str, Any]", node)[part]
            elif isinstance(node, list) and re.fullmatch(r"0|[1-9][0-9]{0,8}", part):
                node = cast("list[Any]", node)[int(part)]
            else:
                raise KeyError(pointer)
        except (KeyError, IndexError):
            raise KeyError(pointer) from None
    return node


# --- Places ---

# A tree beside the data: a scalar is the offset where it starts; a list adds its items' places; a
# mapping adds, for each key, the key's offset and the value's place. Offsets count characters.
Place: TypeAlias = "int | tuple[int, list[Place]] | tuple[int, dict[str, tuple[int, Place]]]"


class _Found(NamedTuple):
    key: int
    value: int


def _find_place(place: Place, parts: list[str]) -> _Found:
    """The offsets of the key and the value at a path, or of the nearest existing ancestor."""
    key = offset = _offset(place)
    for part in parts:
        if isinstance(place, int):
            break
        children = place[1]
        if isinstance(children, dict):
            if part not in children:
                break
            key, place = children[part]
            offset = _offset(place)
        else:
            if not part.isdecimal() or int(part) >= len(children):
                break
            place = children[int(part)]
            key = offset = _offset(place)
    return _Found(key, offset)


def _offset(place: Place) -> int:
    return place if isinstance(place, int) else place[0]


class _Text:
    """The text of a file under the name its user knows it by."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]

    def span(self, offset: int, pointer: str = "") -> Span:
        line = bisect_right(self.line_starts, offset)
        return Span(self.name, line, offset - self.line_starts[line - 1] + 1, pointer)

    def line(self, number: int) -> str:
        if not 0 < number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")


class _File(_Text):
    """A parsed file. `places` is made when a place is first asked for."""

    def __init__(self, text: _Text, data: Any, places: Callable[[], Place]) -> None:
        super().__init__(text.name, text.text)
        self.data = data
        self.nodes = 0
        self.warnings: list[Diagnostic] = []
        self._make_places = places

    @cached_property
    def places(self) -> Place:
        return self._make_places()


# --- From bytes to text ---

_WRONG_ENCODINGS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def _decode(name: str, raw: bytes) -> _Text:
    for mark, encoding in _WRONG_ENCODINGS:
        if raw.startswith(mark):
            told = error(
                "encoding",
                f"the file is {encoding}; OpenAPI documents are UTF-8",
                Span(name, 1, 1),
                "save it as UTF-8",
            )
            raise ClientsmithError([told])
    try:
        return _Text(name, raw.decode("utf-8-sig"))
    except UnicodeDecodeError as bad:
        # The codec strips a byte order mark before it counts.
        skipped = 3 if raw.startswith(b"\xef\xbb\xbf") else 0
        start = bad.start + skipped if bad.object is not raw else bad.start
        before = raw[:start].decode("utf-8-sig", "replace")
        told = error(
            "encoding",
            f"byte 0x{raw[start]:02x} is not UTF-8",
            _Text(name, before).span(len(before)),
            "save the file as UTF-8",
        )
        raise ClientsmithError([told]) from None


def _start(event: Any) -> int:
    """The offset at which an event of the YAML parser starts."""
    start: int = event.start_mark.index
    return start


def _over(limit: str, allowed: int, what: str, span: Span) -> Diagnostic:
    return error(
        f"limit-{limit.replace('_', '-')}",
        f"{what}: the limit is {allowed:,}",
        span,
        f"if the document is to be trusted, raise the setting limits.{limit}",
    )


# --- JSON ---

# Possessive, and an open string runs to the end: no text, JSON or not, is walked twice.
_JSON_TOKEN = re.compile(
    r""""[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[{}\[\]]|[^\s{}\[\],:"]++""", re.DOTALL
)
_JSON_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_NUMBER = 1_000


def _parse_json(text: _Text, limits: Limits) -> _File:
    suspicious = _JSON_SURROGATE.search(text.text) is not None
    if sum(map(text.text.count, ",[{")) > limits.nodes:
        # Before `json` makes them: an empty list is two bytes in the text and 64 in memory.
        with suppress(json.JSONDecodeError):
            _JsonScan(text, limits).places()

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal suspicious
        made = dict(found)
        suspicious = suspicious or len(made) != len(found)
        return made

    def constant(_: str) -> None:
        nonlocal suspicious
        suspicious = True

    def number(written: str) -> float:
        nonlocal suspicious
        made = float(written)
        suspicious = suspicious or not isfinite(made)
        return made

    def integer(written: str) -> int:
        nonlocal suspicious
        if len(written) > _LONGEST_NUMBER:
            suspicious = True
            return 0
        return int(written)

    try:
        data = json.loads(
            text.text,
            object_pairs_hook=pairs,
            parse_constant=constant,
            parse_float=number,
            parse_int=integer,
        )
    except json.JSONDecodeError as bad:
        raise ClientsmithError([_json_syntax(text, bad)]) from None
    except RecursionError:
        _JsonScan(text, limits).places()
        raise  # unreachable while limits.depth is below Python's own limit; told by `read`
    if suspicious:
        scan = _JsonScan(text, limits)
        scan.places()
        if scan.problems:
            raise ClientsmithError(scan.problems)
    file = _File(text, data, lambda: _JsonScan(text, limits).places())
    file.nodes, depth = measure(data)
    if depth > limits.depth:
        _JsonScan(text, limits).places()
    return file


def _json_syntax(text: _Text, bad: json.JSONDecodeError) -> Diagnostic:
    before = text.text[: bad.pos].rstrip()
    at = text.text[bad.pos : bad.pos + 1]
    hint = ""
    message = bad.msg[:1].lower() + bad.msg[1:]
    if at in ("}", "]") and before.endswith(","):
        message, hint = "a comma before the closing bracket", "remove the comma"
    elif at == "'":
        hint = "JSON text stands in double quotes"
    elif text.text.startswith(("//", "/*"), bad.pos):
        message, hint = "JSON has no comments", "remove it, or name the file .yaml and use #"
    elif bad.msg.startswith("Invalid control character"):
        message = f"a raw control character {at!a} in a text"
        hint = r"write it as an escape, such as \n or \t"
    elif bad.msg.startswith("Extra data"):
        message = "there is more after the end of the JSON value"
    return error("syntax", message, text.span(bad.pos), hint)


class _JsonScan:
    """A walk over valid JSON text for what `json` does not tell: places, and where a fault is."""

    def __init__(self, text: _Text, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.problems: list[Diagnostic] = []

    def places(self) -> Place:
        tops: list[Place] = []
        # An open container: its children, and for a mapping the key that waits for its value.
        items: list[Place] | None = tops
        members: dict[str, tuple[int, Place]] = {}
        key: tuple[str, int] | None = None
        stack: list[tuple[list[Place] | None, dict[str, tuple[int, Place]]]] = []
        nodes = 0
        for match in _JSON_TOKEN.finditer(self.text.text):
            start = match.start()
            token = match[0]
            first = token[0]
            if first in "}]":
                if not stack:
                    break  # not JSON; the parser says so
                items, members = stack.pop()
                continue
            if items is None and key is None:
                key = self._key(token, start, members), start
                continue
            nodes += 1
            if nodes > self.limits.nodes:
                raise ClientsmithError([_too_many(self.text.span(start), self.limits)])
            place: Place = start
            inner_items: list[Place] | None = None
            inner_members: dict[str, tuple[int, Place]] = {}
            if first == "{":
                place = (start, inner_members)
            elif first == "[":
                inner_items = []
                place = (start, inner_items)
            elif first == '"':
                if "\\" in token:
                    self._decoded(token, start)
            elif first not in "tfn":
                self._number(token, start)
            if items is not None:
                items.append(place)
            elif key is not None:
                members[key[0]] = (key[1], place)
                key = None
            if first in "{[":
                stack.append((items, members))
                if len(stack) > self.limits.depth:
                    raise ClientsmithError([_too_deep(self.text.span(start), self.limits)])
                items, members = inner_items, inner_members
        return tops[0] if tops else 0

    def _key(self, token: str, start: int, members: dict[str, tuple[int, Place]]) -> str:
        key = self._decoded(token, start) if "\\" in token else token[1:-1]
        if key in members:
            first = self.text.span(members[key][0])
            self.problems.append(_duplicate(key, self.text.span(start), first))
        return key

    def _decoded(self, token: str, start: int) -> str:
        decoded: str = json.loads(token)
        if _LONE_SURROGATE.search(decoded):
            self.problems.append(
                error(
                    "surrogate",
                    r"half of a surrogate pair (\ud800 to \udfff) stands alone; it is no character",
                    self.text.span(start),
                    "write both halves, or the character itself",
                )
            )
        return decoded

    def _number(self, token: str, start: int) -> None:
        problem = _number_problem(token)
        if problem:
            self.problems.append(replace(problem, span=self.text.span(start)))


def _number_problem(written: str) -> Diagnostic | None:
    if len(written) > _LONGEST_NUMBER:
        return error(
            "number",
            f"a number of {len(written):,} characters is too long",
            None,
            "quote it to make it text",
        )
    try:
        finite = isfinite(float(written))
    except ValueError:
        finite = False
    if finite:
        return None
    return error(
        "number",
        f"{written} is not a finite number; JSON has none such",
        None,
        "quote it to make it text",
    )


def _duplicate(key: str, span: Span, first: Span) -> Diagnostic:
    return error(
        "duplicate-key",
        f"the key '{key}' stands twice; the first is at {first.line}:{first.column}",
        span,
        "remove or rename one of them",
    )


def _too_many(span: Span, limits: Limits) -> Diagnostic:
    return _over("nodes", limits.nodes, "the document has too many nodes", span)


def _too_deep(span: Span, limits: Limits) -> Diagnostic:
    return _over("depth", limits.depth, "the document is nested too deeply here", span)


_CONTAINERS: Final = frozenset((dict, list))


def _children(container: Any) -> Iterable[Any]:
    if type(container) is dict:
        return cast("dict[str, Any]", container).values()
    return container


def measure(data: Any) -> tuple[int, int]:
    """How many nodes plain data has, and how deep its containers are nested."""
    count = 1
    depth = 0
    level = [data]
    while level:
        containers: list[Any] = [node for node in level if type(node) in _CONTAINERS]
        level = list(chain.from_iterable(map(_children, containers)))
        count += len(level)
        depth += bool(containers)
    return count, depth


# --- YAML ---

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


@dataclass(frozen=True, slots=True)
class _Anchor:
    value: Any
    place: Place
    nodes: int


class _YamlReader:
    """Builds data and places from the parser's events, in one pass."""

    def __init__(self, text: _Text, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.nodes = 0
        self.problems: list[Diagnostic] = []
        self.warnings: list[Diagnostic] = []
        self.anchors: dict[str, _Anchor] = {}
        self.open_anchors: set[str] = set()
        self.events: Iterator[Any] = iter(())

    def read(self) -> _File:
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
        file = _File(self.text, data, lambda: places)
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
        if type(event) is yaml.ScalarEvent:
            self.nodes += 1
            if event.anchor is None:
                return self._scalar(event), _start(event)
        elif type(event) is yaml.AliasEvent:
            return self._alias(event, depth)
        else:
            self.nodes += 1
            if depth > self.limits.depth:
                self._stop(_too_deep(self._span(event), self.limits))
        if self.nodes > self.limits.nodes:
            self._stop(_too_many(self._span(event), self.limits))
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
                self.problems.append(_duplicate(key, self._span(inner), first))
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
            self._stop(_too_many(self._span(event), self.limits))
        return self._copy(anchor.value, event, depth), anchor.place

    def _copy(self, value: Any, event: Any, depth: int) -> Any:
        """A tree of its own for each alias: later stages may then change one of them."""
        if type(value) not in _CONTAINERS:
            return value
        if depth > self.limits.depth:
            self._stop(_too_deep(self._span(event), self.limits))
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
            if len(text) > _LONGEST_NUMBER:
                return self._bad_number(event, text)
            if digits[0] == "0" and len(digits) > 1:
                self._warn_octal(event, text, int(text))
            return int(text)
        if _BASED.fullmatch(text):
            value = int(text, 0) if len(text) <= _LONGEST_NUMBER else 0
            if text[1] == "o":
                self._warn_octal(event, text, value)
            return value
        if _FLOAT.fullmatch(text):
            number = float(text) if len(text) <= _LONGEST_NUMBER else float("inf")
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
        problem = _number_problem(text)
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
            return _too_deep(self.text.span(offset), self.limits)
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


# --- References ---


# Keywords whose value is data of the API: a `$ref` in it is not a reference.
_DATA = frozenset(("example", "default", "const", "enum"))
# Keywords whose value is a map from names, which may be spelled like a keyword.
_NAME_MAPS = frozenset(
    (
        "paths webhooks properties patternProperties dependentSchemas $defs definitions schemas "
        "responses parameters requestBodies headers securitySchemes links callbacks pathItems "
        "content encoding mediaTypes variables " + MOUNT
    ).split()
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_REF_IN_MAPPING = re.compile(r"[#/:]|\.(?:ya?ml|json)$")

_Path: TypeAlias = "tuple[_Path, str | int] | None"


def _references(data: Any, start: str, seen: set[int]) -> Iterator[Reference]:
    """Every reference at or under a pointer but for containers whose id is in `seen`."""
    try:
        top = look_up(data, start)
    except KeyError:
        return
    begin: _Path = None
    for part in split_pointer(start):
        begin = (begin, part)
    stack: list[tuple[Any, _Path, bool]] = [(top, begin, False)]
    while stack:
        node, path, names = stack.pop()
        if type(node) is list:
            for index, item in enumerate(cast("list[Any]", node)):
                if type(item) in _CONTAINERS:
                    stack.append((item, (path, index), False))
            continue
        if type(node) is not dict:
            continue
        members = cast("dict[str, Any]", node)
        if id(members) in seen:
            continue
        seen.add(id(members))
        if isinstance(members.get("$ref"), str):
            yield Reference(members, "$ref", _pointer_of(path))
        for key, child in members.items():
            if type(child) not in _CONTAINERS:
                continue
            if names:
                stack.append((child, (path, key), False))
            elif key in _NAME_MAPS:
                stack.append((child, (path, key), True))
            elif key in _DATA or key.startswith("x-"):
                continue
            elif key == "examples":
                yield from _example_references(child, (path, key), seen)
            else:
                if key == "discriminator":
                    yield from _mapping_references(child, (path, key))
                stack.append((child, (path, key), False))


def _example_references(examples: Any, path: _Path, seen: set[int]) -> Iterator[Reference]:
    """In a map of Example Objects only the entry itself may be a reference."""
    if not isinstance(examples, dict):
        return
    for name, example in cast("dict[str, Any]", examples).items():
        if isinstance(example, dict):
            members = cast("dict[str, Any]", example)
            if isinstance(members.get("$ref"), str) and id(members) not in seen:
                seen.add(id(members))
                yield Reference(members, "$ref", _pointer_of((path, name)))


def _mapping_references(discriminator: Any, path: _Path) -> Iterator[Reference]:
    """The entries of a discriminator's mapping that are references and not schema names."""
    if not isinstance(discriminator, dict):
        return
    mapping = cast("dict[str, Any]", discriminator).get("mapping")
    if isinstance(mapping, dict):
        for value, target in cast("dict[str, Any]", mapping).items():
            if isinstance(target, str) and _REF_IN_MAPPING.search(target):
                yield Reference(mapping, value, _pointer_of((path, "mapping")))


def _pointer_of(path: _Path) -> str:
    keys: list[str | int] = []
    while path is not None:
        path, key = path
        keys.append(key)
    return join_pointer(*reversed(keys))


# --- One document from its files ---


class _Reader:
    """Loads the root, then each file a `$ref` reaches, and makes every reference local."""

    def __init__(self, path: Path, limits: Limits) -> None:
        self.path = path
        self.limits = limits
        self.problems: list[Diagnostic] = []
        self.bytes_read = 0
        self.nodes = 0
        self.files: dict[Path, _File] = {}
        self.failed: set[Path] = set()
        self.mounts: dict[Path, str] = {}
        self.pending: list[tuple[Path, str]] = []
        self.seen: set[int] = set()
        self.references: list[tuple[_File, Reference]] = []

    def read(self) -> Document:
        name = self.path.as_posix()
        try:
            self.folder = self.path.parent.resolve()
            self.root = self.path.resolve()
        except (OSError, RuntimeError, ValueError) as bad:
            raise ClientsmithError([_unreadable(name, bad, Span(name, 1, 1))]) from None
        root = self._load(self.path, name, Span(name, 1, 1))
        _check_root(root)
        self.files[self.root] = root
        self.mounts[self.root] = ""
        self.pending.append((self.root, ""))
        while self.pending:
            self._follow(*self.pending.pop())
        mounted = {mount: self.files[path] for path, mount in sorted(self.mounts.items()) if mount}
        if mounted:
            root.data[MOUNT] = {mount: file.data for mount, file in mounted.items()}
        self._check_chains(root.data)
        if self.problems:
            raise ClientsmithError(self.problems)
        return Document(
            path=self.path,
            data=root.data,
            files=(self.path, *(self.path.parent / mount for mount in mounted)),
            warnings=tuple(told for file in (root, *mounted.values()) for told in file.warnings),
            _root=root,
            _mounted=mounted,
        )

    def _load(self, path: Path, name: str, at: Span) -> _File:
        text = _decode(name, self._bytes(path, name, at))
        try:
            file = _parse(text, self.limits, json_only=path.suffix.lower() == ".json")
        except RecursionError:
            raise ClientsmithError([_too_deep(text.span(0), self.limits)]) from None
        self.nodes += file.nodes
        if self.nodes > self.limits.nodes:
            raise ClientsmithError([_too_many(text.span(0), self.limits)])
        return file

    def _bytes(self, path: Path, name: str, at: Span) -> bytes:
        allowed = self.limits.bytes - self.bytes_read
        try:
            if path.is_dir():
                raise ClientsmithError([_is_folder(path, name, at)])
            if path.exists() and not path.is_file():
                told = error("file", f"'{name}' is not a regular file", at)
                raise ClientsmithError([told])
            with path.open("rb") as stream:
                raw = stream.read(allowed + 1)
        except (OSError, ValueError) as bad:
            raise ClientsmithError([_unreadable(name, bad, at)]) from None
        if len(raw) > allowed:
            what = f"the document has more bytes than it may ('{name}' passes the limit)"
            raise ClientsmithError([_over("bytes", self.limits.bytes, what, at)])
        self.bytes_read += len(raw)
        return raw

    def _follow(self, path: Path, start: str) -> None:
        file = self.files[path]
        for reference in _references(file.data, start, self.seen):
            target = self._target(path, file, reference)
            if target is None:
                continue
            there, pointer = target
            mount = self.mounts[there]
            prefix = join_pointer(MOUNT, mount) if mount else ""
            reference.holder[reference.key] = f"#{prefix}{pointer}"
            self.references.append((file, reference))
            self.pending.append((there, pointer))

    def _target(self, path: Path, file: _File, reference: Reference) -> tuple[Path, str] | None:
        """The file and the pointer in it that a reference means; None once a problem is told."""
        location, _, fragment = reference.text.partition("#")
        there = self._target_file(path, file, reference, location) if location else path
        if there is None:
            return None
        fragment = unquote(fragment)
        if not fragment or fragment.startswith("/"):
            return there, fragment
        pointer = _find_anchor(self.files[there].data, fragment)
        if pointer is None:
            message = f"'{reference.text}' names an anchor that no schema of the file has"
            self._tell(file, reference, "ref-anchor", message, "a pointer begins with '#/'")
            return None
        return there, pointer

    def _target_file(
        self, path: Path, file: _File, reference: Reference, location: str
    ) -> Path | None:
        decoded = unquote(location)
        refusal = _refusal(location) or _refusal(decoded)
        if refusal:
            self._tell(file, reference, *refusal)
            return None
        mount = self.mounts[path]
        base = self.folder / PurePosixPath(mount).parent if mount else self.folder
        if not mount and (base / decoded).absolute() == self.path.absolute():
            return path
        try:
            there = (base / decoded).resolve()
        except (OSError, RuntimeError, ValueError) as bad:
            span = self._span(file, reference)
            self.problems.append(_unreadable(decoded, bad, span))
            return None
        if there == self.root:
            return there
        if not there.is_relative_to(self.folder):
            message = f"'{reference.text}' leaves the document's folder"
            hint = "move what it needs into that folder"
            self._tell(file, reference, "ref-outside", message, hint)
            return None
        if there not in self.files and not self._add(there, self._span(file, reference)):
            return None
        return there

    def _add(self, path: Path, at: Span) -> bool:
        if path in self.failed:
            return False
        mount = path.relative_to(self.folder).as_posix()
        name = (self.path.parent / mount).as_posix()
        try:
            if len(self.files) + len(self.failed) >= self.limits.files:
                told = "the document has too many files"
                raise ClientsmithError([_over("files", self.limits.files, told, at)])
            file = self._load(path, name, at)
            if not isinstance(file.data, dict | list):
                told = "a file reached by $ref holds a mapping or a list, this one does not"
                raise ClientsmithError([error("document", told, Span(name, 1, 1))])
        except ClientsmithError as bad:
            self.failed.add(path)
            self.problems.extend(bad.diagnostics)
            return False
        self.files[path] = file
        self.mounts[path] = mount
        return True

    def _check_chains(self, data: dict[str, Any]) -> None:
        """A `$ref` to a `$ref` to a `$ref`: finite, and no longer than allowed."""
        for file, reference in self.references:
            pointers = {reference.target}
            pointer: str | None = reference.target
            while pointer is not None and len(pointers) <= self.limits.ref_chain:
                pointer = next_reference(data, pointer)
                if pointer in pointers:
                    break
                if pointer is not None:
                    pointers.add(pointer)
            if len(pointers) > self.limits.ref_chain:
                told = "a $ref leads to a $ref too many times in a row"
                span = self._span(file, reference)
                self.problems.append(_over("ref_chain", self.limits.ref_chain, told, span))

    def _tell(self, file: _File, reference: Reference, code: str, message: str, hint: str) -> None:
        self.problems.append(error(code, message, self._span(file, reference), hint))

    def _span(self, file: _File, reference: Reference) -> Span:
        inner = f"{reference.pointer}{join_pointer(reference.key)}"
        mount = next(self.mounts[path] for path, known in self.files.items() if known is file)
        prefix = join_pointer(MOUNT, mount) if mount else ""
        found = _find_place(file.places, split_pointer(inner))
        return file.span(found.value, prefix + inner)


def next_reference(data: Any, pointer: str) -> str | None:
    """Where the value at a pointer refers to, when that value is itself a `$ref`."""
    try:
        node = look_up(data, pointer)
    except KeyError:
        return None
    target = cast("dict[str, Any]", node).get("$ref") if isinstance(node, dict) else None
    return target.removeprefix("#") if isinstance(target, str) else None


def _parse(text: _Text, limits: Limits, *, json_only: bool) -> _File:
    if json_only:
        return _parse_json(text, limits)
    if text.text.lstrip()[:1] in ("{", "["):
        # JSON under another name; what is no JSON may still be YAML's flow style.
        try:
            return _parse_json(text, limits)
        except ClientsmithError as bad:
            if any(diagnostic.code != "syntax" for diagnostic in bad.diagnostics):
                raise
    return _YamlReader(text, limits).read()


def _check_root(file: _File) -> None:
    data = file.data
    top = file.span(0)
    told: Diagnostic | None = None
    if data is None:
        told = error("document", "the document is empty", top, "it begins with: openapi: 3.1.0")
    elif not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "no mapping"
        told = error(
            "document",
            f"the top level is {kind}; an OpenAPI document is a mapping",
            top,
            "it begins with: openapi: 3.1.0",
        )
    elif "swagger" in data and "openapi" not in data:
        told = error(
            "swagger",
            "this is a Swagger 2.0 document; what is read is OpenAPI 3.0, 3.1 and 3.2",
            file.span(_find_place(file.places, ["swagger"]).key, "/swagger"),
            "convert it first, for example with the Swagger Editor (Edit, Convert to OpenAPI 3)",
        )
    elif "openapi" not in data:
        near = nearest("openapi", cast("dict[str, Any]", data))
        told = error(
            "document",
            "the key 'openapi' is missing: nothing says that this is an OpenAPI document",
            file.span(_find_place(file.places, [near]).key) if near else top,
            "rename the key to 'openapi'" if near else "it begins with: openapi: 3.1.0",
        )
    elif MOUNT in data:
        told = error(
            "document",
            f"the key '{MOUNT}' is kept for clientsmith",
            file.span(_find_place(file.places, [MOUNT]).key, f"/{MOUNT}"),
            "rename it",
        )
    if told:
        raise ClientsmithError([told])


def _refusal(location: str) -> tuple[str, str, str] | None:
    """Why a `$ref` may not lead to this place: code, message and hint."""
    lowered = location.casefold()
    if lowered.startswith(("http:", "https:", "//")):
        return (
            "ref-remote",
            f"'{location}' is remote; only files beside the document are read",
            "save it in the document's folder and refer to it by a relative path",
        )
    if lowered.startswith("file:"):
        return (
            "ref-file-url",
            f"'{location}' is a file: URL",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if location.startswith(("/", "\\")) or re.match(r"[A-Za-z]:[\\/]", location):
        return (
            "ref-absolute",
            f"'{location}' is an absolute path",
            "refer to the file by a path relative to the one that holds the $ref",
        )
    if _SCHEME.match(location):
        scheme = location.partition(":")[0]
        return (
            "ref-scheme",
            f"'{location}' has the scheme '{scheme}:'; only files beside the document are read",
            "refer to a file by a relative path",
        )
    if "\\" in location:
        return ("ref-backslash", f"'{location}' has a backslash", "write '/' between folders")
    return None


def _find_anchor(data: Any, name: str) -> str | None:
    """The pointer of the schema with this `$anchor` (JSON Schema 2020-12, 8.2.2)."""
    stack: list[tuple[Any, _Path]] = [(data, None)]
    while stack:
        node, path = stack.pop()
        if isinstance(node, dict):
            members = cast("dict[str, Any]", node)
            if name in (members.get("$anchor"), members.get("$dynamicAnchor")):
                return _pointer_of(path)
            stack.extend((child, (path, key)) for key, child in members.items())
        elif isinstance(node, list):
            items = cast("list[Any]", node)
            stack.extend((child, (path, index)) for index, child in enumerate(items))
    return None


def _is_folder(path: Path, name: str, at: Span) -> Diagnostic:
    usual = sorted(
        entry.name
        for entry in path.iterdir()
        if entry.suffix in (".yaml", ".yml", ".json") and entry.is_file()
    )
    hint = (
        f"name the document in it: {(PurePosixPath(name) / usual[0])}"
        if usual
        else "name the document itself"
    )
    return error("file", f"'{name}' is a folder", at, hint)


def _unreadable(name: str, bad: Exception, at: Span) -> Diagnostic:
    if isinstance(bad, FileNotFoundError):
        path = Path(name)
        try:
            siblings = os.listdir(path.parent)
        except (OSError, ValueError):
            siblings = []
        return error("file", f"there is no file '{name}'", at, did_you_mean(path.name, siblings))
    if isinstance(bad, PermissionError):
        return error("file", f"'{name}' may not be read by this user", at, "look at its mode")
    if isinstance(bad, RuntimeError):
        return error("file", f"'{name}' is a link that leads back to itself", at)
    reason = bad.strerror if isinstance(bad, OSError) and bad.strerror else str(bad)
    return error("file", f"'{name}' cannot be read: {reason}", at)
