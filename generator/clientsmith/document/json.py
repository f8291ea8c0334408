"""JSON text → data, and a place for every node."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from typing import Any

from ..diagnostics import ClientsmithError, Diagnostic, error
from ..limits import Limits
from .faults import LONGEST_NUMBER, duplicate, number_problem, too_deep, too_many
from .json_positions import JsonPlaces
from .plain import measure
from .positions import File, Place, Text

# Possessive, and an open string runs to the end: no text, JSON or not, is walked twice.
_JSON_TOKEN = re.compile(
    r""""[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[{}\[\]]|[^\s{}\[\],:"]++""", re.DOTALL
)
_JSON_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(text: Text, limits: Limits) -> File:
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
        if len(written) > LONGEST_NUMBER:
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
    file = File(text, data, JsonPlaces(text.text))
    file.nodes, depth = measure(data)
    if depth > limits.depth:
        _JsonScan(text, limits).places()
    return file


def _json_syntax(text: Text, bad: json.JSONDecodeError) -> Diagnostic:
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

    def __init__(self, text: Text, limits: Limits) -> None:
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
                raise ClientsmithError([too_many(self.text.span(start), self.limits)])
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
                    raise ClientsmithError([too_deep(self.text.span(start), self.limits)])
                items, members = inner_items, inner_members
        return tops[0] if tops else 0

    def _key(self, token: str, start: int, members: dict[str, tuple[int, Place]]) -> str:
        key = self._decoded(token, start) if "\\" in token else token[1:-1]
        if key in members:
            first = self.text.span(members[key][0])
            self.problems.append(duplicate(key, self.text.span(start), first))
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
        problem = number_problem(token)
        if problem:
            self.problems.append(replace(problem, span=self.text.span(start)))
