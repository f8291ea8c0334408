"""The file beside `names.lock` that keeps old names: one a line, sorted, to be committed.

It is a file of its own, since the lock says what names are and this one what they were: a client
that never lost a name has none, and a conflict after a merge stays out of the lock. Names in it
become names in code, so that each is checked as those of the lock are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, cast

from ..diagnostics import ClientsmithError, Diagnostic, Span
from ..identifiers.lock import fits
from ..paths import near

CLASSES = ("models", "params")
"""The folders of a client that export classes."""
_LONGEST_VERSION = 100
_DEEPEST = 100


@dataclass(frozen=True, slots=True)
class OldName:
    """A name that an earlier client had: since when it is renamed or removed, and the new one."""

    use: str
    """What took its place; empty where that is not known."""
    since: str
    """The version of the document (`info.version`) with which it became so."""
    step: int
    """The number of the step of the client with which it became so."""
    is_removed: bool = False
    """Whether it raises an error. Else it is deprecated, and works."""
    is_guess: bool = False
    """Whether `use` was found by likeness alone."""


Section = Mapping[str, OldName]


@dataclass(frozen=True, slots=True)
class OldNames:
    """The names that earlier clients had, each as the user writes it."""

    calls: Section = field(default_factory=dict[str, OldName])
    """`pets.archive` → `pets.rehome`."""
    arguments: Section = field(default_factory=dict[str, OldName])
    """`pets.rehome(home)` → `pets.rehome(new_home)`."""
    fields: Section = field(default_factory=dict[str, OldName])
    """`models.Pet.name` → `models.Pet.title`."""
    constants: Section = field(default_factory=dict[str, OldName])
    """`models.Colour.RED` → `models.Colour.DARK_RED`."""
    classes: Section = field(default_factory=dict[str, OldName])
    """`models.Animal` → `models.Pet`."""
    options: Section = field(default_factory=dict[str, OldName])
    """Arguments of the client itself: `PetShop(api_key)` → `PetShop(token)`."""
    variables: Section = field(default_factory=dict[str, OldName])
    """Environment variables of credentials: `PETS_API_KEY` → `PETS_TOKEN`."""
    step: int = 0
    """The number of minor and major steps since the oldest of them; 0 where there is none."""

    def __bool__(self) -> bool:
        return any(self.sections().values())

    def sections(self) -> dict[str, Section]:
        """Return its sections by their names."""
        return {name: getattr(self, name) for name in SECTIONS}

    def dump(self) -> str:
        """Return the text of the file: JSON, sorted, one name a line."""
        parts = [f'  "step": {self.step}']
        for name, section in self.sections().items():
            lines = ",\n".join(
                f"    {_json(key)}: {_json(_entry(section[key]))}" for key in sorted(section)
            )
            parts.append(f'  "{name}": {{\n{lines}\n  }}' if lines else f'  "{name}": {{}}')
        return "{\n" + ",\n".join(parts) + "\n}\n"


SECTIONS = tuple(each.name for each in fields(OldNames) if each.name != "step")


def _entry(name: OldName) -> dict[str, object]:
    entry: dict[str, object] = {"use": name.use} if name.use else {}
    entry |= {"removed": True} if name.is_removed else {}
    entry |= {"guess": True} if name.is_guess else {}
    return entry | {"since": name.since, "step": name.step}


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def read(path: Path | None) -> OldNames:
    """Return the old names in a file; none if there is no file.

    Raises:
        ClientsmithError: the file is not valid (code `aliases-invalid`).
    """
    if path is None or not path.exists():
        return OldNames()
    text = ""
    try:
        if not path.is_file():
            raise ValueError("not a regular file")
        text = path.read_text(encoding="utf-8")
        if mark := _CONFLICT.search(text):
            raise _Conflict("git left a conflict in it", text, mark.start())
        data = json.loads(text, object_pairs_hook=_without_duplicates)
        return _checked(data)
    except _Invalid as problem:
        raise _refused(path, str(problem), *problem.place(text)) from problem
    except _Conflict as problem:
        # With the larger step, no name lives longer than on the side that it comes from.
        hint = "run `clientsmith names merge`, which keeps the names of both sides"
        raise _refused(path, problem.msg, problem.lineno, problem.colno, hint) from problem
    except (OSError, ValueError, RecursionError) as problem:
        line, column = getattr(problem, "lineno", 1), getattr(problem, "colno", 1)
        raise _refused(path, str(problem), line, column) from problem


_CONFLICT = re.compile(r"^<{7}(?= |$)", re.MULTILINE)


class _Conflict(json.JSONDecodeError):
    """The file of two branches, which git could not merge."""


def _refused(path: Path, why: str, line: int, column: int, hint: str = "") -> ClientsmithError:
    hint = hint or "restore it from version control, or delete it to do without these old names"
    place = Span(near(path).as_posix(), line, column)
    message = f"the file of old names is not valid ({why})"
    return ClientsmithError((Diagnostic("aliases-invalid", "error", message, place, hint),))


def place_in(path: Path, text: str, *keys: str) -> Span:
    """Return the place of a part of the file, whose text is that of `dump`, by its keys."""
    return Span(near(path).as_posix(), *_Invalid("", *keys).place(text))


class _Invalid(Exception):
    """A part of the file that is not valid, with the keys that lead to it."""

    def __init__(self, message: str, *keys: str) -> None:
        super().__init__(message)
        self._keys = keys

    def place(self, text: str) -> tuple[int, int]:
        """Return the line and the column of the part: of its key, as `dump` writes it."""
        at = 0
        for key in self._keys:
            at = max(text.find(f"{_json(key)}:", at), at)
        return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def _without_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _Invalid(f"{_shown(twice)} is there twice", twice)
    return found


def _checked(data: Any) -> OldNames:
    if not isinstance(data, dict):
        raise _Invalid("expected an object")
    parts = cast("dict[str, Any]", data)
    if unknown := sorted(set(parts) - {*SECTIONS, "step"}):
        raise _Invalid(f"it has no section {_shown(unknown[0])}", unknown[0])
    step = _count(parts.get("step", 0), "step")
    sections = {name: _section(name, parts.get(name, {})) for name in SECTIONS}
    return OldNames(**sections, step=step)


def _section(section: str, data: Any) -> dict[str, OldName]:
    if not isinstance(data, dict):
        raise _Invalid(f"{section!r} is not an object of names", section)
    return {key: _name(section, key, value) for key, value in cast("dict[str, Any]", data).items()}


def _name(section: str, key: str, data: Any) -> OldName:
    at = (section, key)
    fits = _KINDS[section]
    if not fits(key):
        raise _Invalid(f"{_shown(key)} is no name for one of {section!r}", *at)
    if not isinstance(data, dict):
        raise _Invalid(f"{_shown(key)} has no object", *at)
    entry = cast("dict[str, Any]", data)
    if unknown := sorted(set(entry) - {"use", "removed", "guess", "since", "step"}):
        raise _Invalid(f"{_shown(key)} has an unknown {_shown(unknown[0])}", *at)
    use, since = entry.get("use", ""), entry.get("since", "")
    if not isinstance(use, str) or (use and not (fits(use) and _is_near(section, key, use))):
        raise _Invalid(f"{_shown(use)} is no name that can take the place of another", *at)
    if not isinstance(since, str) or len(since) > _LONGEST_VERSION:
        raise _Invalid(f"the 'since' of {_shown(key)} is no version", *at)
    flags = [entry.get(name, False) for name in ("removed", "guess")]
    if not all(isinstance(flag, bool) for flag in flags):
        raise _Invalid(f"{_shown(key)} has a flag that is neither true nor false", *at)
    if not use and not flags[0]:
        raise _Invalid(f"{_shown(key)} is neither removed nor has another name", *at)
    return OldName(use, since, _count(entry.get("step"), *at), flags[0], flags[1])


def is_possible(section: str, name: str) -> bool:
    """Return whether a text is a name for one of a section, as the file may have it."""
    return _KINDS[section](name)


def _is_near(section: str, old: str, now: str) -> bool:
    """Return whether a name can replace another: all but calls and variables keep their owner."""
    return (
        section in ("calls", "variables")
        or owner_and_name(section, old)[0] == owner_and_name(section, now)[0]
    )


def _count(value: Any, *at: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise _Invalid(f"{_shown(value)} is no number of a step", *at)
    return value


def _shown(value: object) -> str:
    return repr(str(value)[:100])


def version_text(version: str) -> str:
    """Return a version as the file keeps it: on one line, and not longer than a name."""
    return " ".join(version.split())[:_LONGEST_VERSION]


def owner_and_name(section: str, text: str) -> tuple[str, str]:
    """Return what has the name, and the name alone: `pets.rehome`, `home`."""
    if section in ("arguments", "options"):
        owner, _, name = text.removesuffix(")").partition("(")
    else:
        owner, _, name = text.rpartition(".")
    return owner, name


def _is_call(text: str) -> bool:
    # The tree of resources is walked by functions that call themselves.
    return text.count(".") < _DEEPEST and fits(text, "call")


def _is_argument(text: str) -> bool:
    call, name = owner_and_name("arguments", text)
    return text == f"{call}({name})" and _is_call(call) and fits(name, "argument")


def _is_field(text: str) -> bool:
    owner, name = owner_and_name("fields", text)
    return owner.startswith("models.") and _is_class(owner) and fits(name, "attribute")


def _is_class(text: str) -> bool:
    *folders, name = text.split(".")
    return len(folders) < 2 and set(folders) <= set(CLASSES) and fits(name, "class")


def _is_option(text: str) -> bool:
    client, name = owner_and_name("options", text)
    return text == f"{client}({name})" and fits(client, "class") and fits(name, "argument")


def _is_variable(text: str) -> bool:
    return _VARIABLE.fullmatch(text) is not None


_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,199}")
_KINDS = {
    "calls": _is_call,
    "arguments": _is_argument,
    "fields": _is_field,
    "constants": _is_field,
    "classes": _is_class,
    "options": _is_option,
    "variables": _is_variable,
}
"""What a name in each section has to be, the new one too."""
