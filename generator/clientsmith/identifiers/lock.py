"""The lock of names: the file that keeps the names of a client from run to run.

It is JSON, sorted, with one name a line, so that two branches of a repository rarely change the
same line. Sections of few names are left out of the file where they are empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

from ..diagnostics import ClientsmithError, Diagnostic, Span
from ..paths import near
from .conflicts import has_conflicts, problems, sides_in
from .reserved import is_name, is_reserved_argument, is_reserved_attribute
from .rules import NameRules

SECTIONS = {
    "arguments": "argument",
    "constants": "constant",
    "credentials": "argument",
    "fields": "attribute",
    "operations": "call",
    "types": "class",
}
"""The sections of the lock, each with the kind of its names."""
_ALWAYS = ("credentials", "operations", "types")
"""The sections that are written also where they are empty."""
_NEEDED = ("operations", "types")
"""The sections that every lock has, of whatever version."""
_CHOSEN_BY = {
    "attributes": "fields",
    "names": "operations",
    "schema_names": "types",
    "singletons": "operations",
}
"""The section of the lock with the names that a rule chooses."""
_FITTING = {
    "class": re.compile(r"(?!__)[^.]+"),
    "argument": re.compile(r"(?!_)[^.]+"),
    "attribute": re.compile(r"(?!_)[^.]+"),
    "constant": re.compile(r"(?!_)[^.]+"),
    "call": re.compile(r"(?!_)[^.]+(?:\.(?!_)[^.]+)+"),
}


@dataclass(frozen=True, slots=True)
class NameLock:
    """The names of earlier runs.

    Classes are kept by JSON pointer, calls by `METHOD /path`, and credentials by security scheme.
    Arguments, fields and constants are kept where two wanted one name:

    - an argument by `POINTER/#LOCATION/NAME`, with the pointer of its operation
      (`/paths/~1pets/get/#query/page`), since an index would change with the order of parameters;
    - a field by `POINTER/properties/NAME`, with the pointer of its object schema;
    - a constant by `POINTER/enum/#VALUE`, its value as JSON.
    """

    types: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, str] = field(default_factory=dict[str, str])
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])
    arguments: Mapping[str, str] = field(default_factory=dict[str, str])
    fields: Mapping[str, str] = field(default_factory=dict[str, str])
    constants: Mapping[str, str] = field(default_factory=dict[str, str])
    rules: NameRules = field(default_factory=NameRules)
    """The rules by which these names were chosen; without a lock, those of new clients."""

    @staticmethod
    def read(path: Path | None) -> NameLock:
        """Return the lock in a file; an empty one if there is none.

        Raises:
            ClientsmithError: the file is not a valid lock (code `lock-invalid`), or has conflicts
                of a git merge (code `lock-conflict`).
        """
        if path is None or not path.exists():
            return NameLock()
        try:
            if not path.is_file():
                raise ValueError("not a regular file")
            text = path.read_text(encoding="utf-8")
            if has_conflicts(text):
                raise ClientsmithError(problems(sides_in(text), near(path).as_posix()))
            return parse_lock(text)
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            message = f"the lock of names is not valid ({error})"
            hint = "restore it from version control, or delete it to derive all names again"
            line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
            place = Span(near(path).as_posix(), line, column)
            raise ClientsmithError(
                (Diagnostic("lock-invalid", "error", message, place, hint),)
            ) from error

    def dump(self) -> str:
        """Return the text of the lock: JSON, sorted, one name a line."""
        data = {
            section: dict(sorted(names.items()))
            for section in SECTIONS
            if (names := getattr(self, section)) or section in _ALWAYS
        }
        if rules := self.rules.dump():
            data["rules"] = rules
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"

    def under(self, settings: object) -> NameLock:
        """Return the lock with the rules that a target sets.

        Names that one of these rules chooses are left out where the lock has another rule, so that
        they are chosen anew.
        """
        rules = self.rules.with_settings(settings)
        anew = {_CHOSEN_BY[rule] for rule in rules.differing(self.rules)}
        return replace(self, rules=rules, **{section: {} for section in anew})


def parse_lock(text: str) -> NameLock:
    """Return the lock of a file's text.

    Raises:
        ValueError: it is not JSON.
        KeyError: a section that every lock has is missing.
        TypeError: a section is no object, or one of its names is not valid.
    """
    data = json.loads(text)
    return NameLock(
        **{
            section: _names(data[section], kind)
            for section, kind in SECTIONS.items()
            if section in data or section in _NEEDED
        },
        rules=NameRules.read(data.get("rules", {})),
    )


def fits(name: str, kind: str) -> bool:
    """Return whether a text is a name for a `kind`, which is a value of `SECTIONS`."""
    if not _FITTING[kind].fullmatch(name) or not all(map(is_name, name.split("."))):
        return False
    if kind == "argument":
        return not is_reserved_argument(name)
    return kind != "attribute" or not is_reserved_attribute(name)


def _names(data: Any, kind: str) -> dict[str, str]:
    """Return the names in a section of the lock, each of which is valid for a `kind`.

    Raises:
        TypeError: one is not, so that a lock can never put other text into code.
    """
    if not isinstance(data, dict):
        raise TypeError("expected an object of names")
    names = cast("dict[str, Any]", data)
    for name in names.values():
        if not (isinstance(name, str) and fits(name, kind)):
            raise TypeError(f"{str(name)[:100]!r} is not a name for a {kind}")
    return names
