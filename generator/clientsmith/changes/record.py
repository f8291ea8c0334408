"""Keeps the calls and types of a client, for the report of the next run."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from ..config import Target
from ..diagnostics import Diagnostic, warning
from ..output import MANIFEST
from ..output.record_file import pack, unpack
from ..paths import near, shown
from .compare import Side
from .facts import dump_facts, load_facts

CAUSES = ("document", "configuration", "templates", "clientsmith")


@dataclass(frozen=True, slots=True)
class Record:
    """The calls and types of a client, and hashes of the files that it was made from."""

    fingerprint: str
    """That of the client's manifest."""
    causes: Mapping[str, str]
    """A hash of the document, of the configuration and of the templates, and the version of
    clientsmith.
    """
    places: Mapping[str, Any]
    facts: str
    """What a comparison reads of the API, as JSON text; the same wherever its lines are."""
    step: int | None = None
    """That of the client's old names, from which the next run counts: their file may be ahead of
    the record, if a run ended between the two. None in a record of before.
    """

    def of(self, facts: Record) -> Record:
        """Return this record with the places and the facts of another."""
        return replace(self, places=facts.places, facts=facts.facts)

    def side(self, document: Path) -> Side:
        """Return the client for a comparison; `document` is the path of its document now.

        Raises:
            ValueError: the facts are not in a form of today.
        """
        data = {"facts": json.loads(self.facts), **self.places}
        api, locate = load_facts(data, lambda name: _shown(name, document.parent))
        return Side(api, locate)

    def text(self) -> str:
        """Return the record as two lines of JSON: causes and places, then the facts."""
        head = {"causes": dict(self.causes), **self.places}
        if self.step is not None:
            head["step"] = self.step
        return f"{_json(head)}\n{self.facts}"

    def dump(self) -> bytes:
        """Return the content of the record's file."""
        return pack(self.fingerprint, self.text())


class ClientOnDisk:
    """The client of a target that is on disk, as its record describes it; read at most once.

    It is `known` where this process has made it: its record has no facts then, and its side has all
    that the document says.
    """

    def __init__(self, target: Target, known: tuple[Record, Side] | None = None) -> None:
        self._target = target
        self._known = known

    @cached_property
    def _found(self) -> tuple[Record | None, tuple[Diagnostic, ...]]:
        return read_record(self._target) if self._known is None else (self._known[0], ())

    @property
    def record(self) -> Record | None:
        """The record; None where there is none, or a damaged one."""
        return self._found[0]

    @property
    def notes(self) -> tuple[Diagnostic, ...]:
        """A warning where the record is missing or damaged."""
        return self._found[1]

    @cached_property
    def side(self) -> Side | None:
        """The client for a comparison; None where there is no record.

        Raises:
            ValueError: the record is not in a form of today.
        """
        if self._known is not None:
            return self._known[1]
        return self.record and self.record.side(self._target.document)


def record_of(side: Side, document: Path, causes: Mapping[str, str], fingerprint: str) -> Record:
    """Return the record of a client."""
    data = dump_facts(side.api, side.locate)
    places = {
        "files": [_relative(name, document.parent) for name in data["files"]],
        "places": data["places"],
    }
    return Record(fingerprint, dict(causes), places, _json(data["facts"]))


def read_record(target: Target) -> tuple[Record | None, tuple[Diagnostic, ...]]:
    """Return the record of the client on disk, and a warning where one is missing or damaged.

    A client that is not there yet has none, and neither has a target that keeps no names.
    """
    path = target.record
    if path is None:
        return None, ()
    try:
        return parse_record(*unpack(path.read_bytes())), ()
    except FileNotFoundError:
        is_new = not (target.package_folder / MANIFEST).exists()
        return None, () if is_new else (no_report(path, "does not exist"),)
    except OSError as problem:
        return None, (no_report(path, f"cannot be read: {problem.strerror or problem}"),)
    except ValueError as problem:
        return None, (no_report(path, f"cannot be used: {problem}"),)


def parse_record(fingerprint: str, text: str) -> Record:
    """Return the record of `Record.text`.

    Raises:
        ValueError: the text is none.
    """
    first, _, facts = text.partition("\n")
    try:
        data = json.loads(first)
        causes = {name: str(data["causes"][name]) for name in CAUSES}
        places = {"files": data["files"], "places": data["places"]}
        step = data.get("step")
    except (LookupError, TypeError, RecursionError) as problem:
        raise ValueError(f"it is damaged: {problem!r}") from None
    return Record(fingerprint, causes, places, facts, step if isinstance(step, int) else None)


def no_report(path: Path, why: str) -> Diagnostic:
    """Return the warning that a run cannot say what changed for callers."""
    message = f"no report of what changed for callers: {shown(path)!r} {why}"
    hint = "`clientsmith generate` writes it, and the run after that has a report"
    return warning("record", message, None, hint)


def cause(old: Mapping[str, str], new: Mapping[str, str], otherwise: str = "clientsmith") -> str:
    """Return what differs between two runs: `document or configuration`, for example.

    Where nothing does, that is `otherwise`. Between two runs it is clientsmith itself, whose
    version stays while it is developed.
    """
    return " or ".join(name for name in CAUSES if old[name] != new[name]) or otherwise


def _json(data: Any) -> str:
    return json.dumps(data, separators=(",", ":"), sort_keys=True)


def _relative(name: str, folder: Path) -> str:
    if "://" in name:
        return name
    try:
        return Path(os.path.relpath(name, folder)).as_posix()
    except ValueError:
        # On Windows, there is no relative path to another drive.
        return Path(name).name


def _shown(name: str, folder: Path) -> str:
    if "://" in name:
        return name
    return near(Path(os.path.normpath(folder / name))).as_posix()
