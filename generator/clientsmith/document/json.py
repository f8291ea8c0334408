"""JSON text → plain data, and the place of every value.

`json.loads` makes the data. It neither reports duplicate keys nor refuses `NaN`, so a text that may
have such faults is scanned a second time, which finds their places.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from dataclasses import replace
from math import isfinite
from typing import Any

from ..diagnostics import ClientsmithError, Diagnostic, error
from ..limits import Limits
from .json_positions import JsonPlaces
from .parse_errors import LONGEST_NUMBER, duplicate, number_problem, too_deep, too_many
from .plain import measure
from .positions import File, Place, Text

# Possessive quantifiers, and an unterminated string matches to the end: the scan takes linear time
# on any text, JSON or not.
_JSON_TOKEN = re.compile(
    r""""[^"\\]*+(?:\\.[^"\\]*+)*+(?:"|\\?\Z)|[{}\[\]]|[^\s{}\[\],:"]++""", re.DOTALL
)
_JSON_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def parse_json(text: Text, limits: Limits) -> File:
    """Parse a JSON text.

    Raises:
        ClientsmithError: a syntax error, duplicate keys, numbers that are not finite, half of a
            surrogate pair, more nodes or levels than the limits.
    """
    suspicious = _JSON_SURROGATE.search(text.text) is not None
    if sum(map(text.text.count, ",[{")) > limits.nodes:
        # Before `json` creates them: an empty list is two bytes of text and 64 in memory.
        with suppress(json.JSONDecodeError):
            _JsonScan(text, limits).places()

    def pairs(found: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal suspicious
        mapping = dict(found)
        suspicious = suspicious or len(mapping) != len(found)
        return mapping

    def constant(_: str) -> None:
        nonlocal suspicious
        suspicious = True

    def number(written: str) -> float:
        nonlocal suspicious
        value = float(written)
        suspicious = suspicious or not isfinite(value)
        return value

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
        raise  # Only if limits.depth is above Python's own limit; the caller reports it.
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
        message, hint = "JSON allows no comma before a closing bracket", "remove the comma"
    elif at == "'":
        hint = "write JSON text in double quotes"
    elif text.text.startswith(("//", "/*"), bad.pos):
        message, hint = "JSON has no comments", "remove it, or name the file .yaml and use #"
    elif bad.msg.startswith("Invalid control character"):
        message = f"JSON text must not contain the control character {at!a}"
        hint = r"write it as an escape, such as \n or \t"
    elif bad.msg.startswith("Extra data"):
        message = "there is text after the end of the JSON value"
        hint = "remove it, or name the file .yaml if it is YAML"
    return error("syntax", message, text.seen_span(bad.pos), hint)


class _JsonScan:
    """A scan of JSON text for what `json` does not report: the places of values and of faults."""

    def __init__(self, text: Text, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.problems: list[Diagnostic] = []

    def places(self) -> Place:
        """Return the places of all values, and add faults to `problems`.

        Raises:
            ClientsmithError: more nodes or levels than the limits.
        """
        tops: list[Place] = []
        # Of the innermost open container: its items or members, and the key whose value comes next.
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
                    break  # It is no JSON, which the parser reports.
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
                    r"half of a surrogate pair (\ud800 to \udfff) is no character by itself",
                    self.text.span(start),
                    "write both halves, or the character itself",
                )
            )
        return decoded

    def _number(self, token: str, start: int) -> None:
        problem = number_problem(token)
        if problem:
            self.problems.append(replace(problem, span=self.text.span(start)))
