"""The project in the output folder of a client: which of its files are written, and which stay."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from ..config import Target
from ..diagnostics import ClientsmithError, Diagnostic, Span, error, warning
from ..output import Change, is_text, replace_text, unified_diff
from ..paths import content_hash, shown
from .changelog import entries_of, with_entries
from .versions import FIRST, is_version

STATE = ".clientsmith-distribution.json"
PROJECT = "pyproject.toml"
CHANGELOG = "CHANGELOG.md"
_VERSION = re.compile(r'^version = "[^"\n]*"$', re.M)


@dataclass(frozen=True, slots=True)
class Project:
    """The files of a project as clientsmith would write them: path to text."""

    files: Mapping[str, str]
    """Those that it keeps up to date until they are edited."""
    once: Mapping[str, str]
    """Those that it writes where there are none."""
    dependencies: tuple[str, ...]
    """What a user's own `pyproject.toml` has to have among its dependencies."""
    warnings: tuple[Diagnostic, ...] = ()
    entries: str = ""
    """What changed since the last release, for the changelog."""


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a project that a run wrote, or would write."""

    files: tuple[str, ...]
    """The paths in the folder of those that became others."""
    warnings: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """What clientsmith wrote: a fingerprint of its causes, and the hash of each file."""

    fingerprint: str = ""
    files: Mapping[str, str] = field(default_factory=dict[str, str])

    @staticmethod
    def read(folder: Path) -> _State:
        """Return the recorded state of a folder; an empty one if it is missing or damaged."""
        try:
            data = json.loads((folder / STATE).read_bytes())
            files = {str(name): str(digest) for name, digest in data["files"].items()}
            return _State(str(data["fingerprint"]), files)
        except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
            return _State()

    def dump(self) -> str:
        """Return the text of the state's file."""
        data = {"fingerprint": self.fingerprint, "files": dict(sorted(self.files.items()))}
        return json.dumps(data, indent=2) + "\n"


def version_of(target: Target) -> str:
    """Return the version in the `pyproject.toml` of a target; that of a first release without one.

    Raises:
        ClientsmithError: the file is of another package, or has no version.
    """
    path = target.output / PROJECT
    text = _text(path)
    return FIRST if text is None else str(_own_table(target, path, text)["version"])


def with_version(text: str, version: str) -> str:
    """Return a `pyproject.toml` with another version.

    Raises:
        ValueError: the version is not on a line of its own in `[project]`.
    """
    found = _version(text)
    if found is None:
        raise ValueError('write the version as a line of its own in [project]: version = "1.2.0"')
    start, end = found
    changed = f'{text[:start]}version = "{version}"{text[end:]}'
    # The line found may be one of a text, such as a `description` of several lines.
    if tomllib.loads(changed)["project"].get("version") != version:
        raise ValueError("another line of [project] looks like that of the version; move it below")
    return changed


def version_line(text: str) -> int:
    """Return the line of the version in a `pyproject.toml`, counted from 1."""
    return text.count("\n", 0, (_version(text) or (0, 0))[0]) + 1


def _version(text: str) -> tuple[int, int] | None:
    """Return where `version = "1.2.0"` of `[project]` begins and ends."""
    table = re.search(r"^\[project\][^\n]*\n(?:(?!\[).*\n?)*", text, re.M)
    found = None if table is None else re.search(r"^version\s*=\s*(['\"]).*?\1", table[0], re.M)
    if table is None or found is None:
        return None
    return table.start() + found.start(), table.start() + found.end()


def write_project(
    target: Target, project: Project, fingerprint: str, *, is_dry: bool = False
) -> Written:
    """Write the files of a project that are clientsmith's to write, after its client.

    A file that a person edited stays; there is a warning where it lacks what the client needs. A
    run that `is_dry` returns the same, and writes nothing.

    Raises:
        ClientsmithError: a file cannot be written.
    """
    folder, state = target.output, _State.read(target.output)
    kept: dict[str, str] = {}
    texts: dict[str, str] = {}
    for name, text in project.files.items():
        old = _text(folder / name)
        if old is None or _digest(old) == state.files.get(name) or old == text:
            texts[name], kept[name] = text, _digest(text)
        elif name in state.files:
            kept[name] = state.files[name]
    texts |= {name: text for name, text in project.once.items() if _is_free(folder, name)}
    log = with_entries(_text(folder / CHANGELOG) or "", project.entries)
    kept[CHANGELOG] = content_hash((entries_of(log) or "").encode())
    texts |= {CHANGELOG: log, STATE: _State(_fingerprint(target, fingerprint), kept).dump()}
    files = tuple(name for name, text in texts.items() if not is_text(folder / name, text))
    for name in () if is_dry else files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        replace_text(folder / name, texts[name])
    path = folder / PROJECT
    behind = (
        warning("distribution-behind", f"{shown(path)!r} is yours, and {fault}", _place(path))
        for fault in _faults(target, project, state)
    )
    return Written(files, (*project.warnings, *behind))


def keep_state(target: Target, fingerprint: str) -> None:
    """Write the state of a folder after a release, which changed no more than is a person's."""
    state = _State.read(target.output)
    entries = entries_of(_text(target.output / CHANGELOG) or "") or ""
    files = {**state.files, CHANGELOG: content_hash(entries.encode())}
    replace_text(target.output / STATE, _State(_fingerprint(target, fingerprint), files).dump())


def compare_project(target: Target, project: Project) -> Iterator[Change]:
    """Yield how the files of a project differ from those that a run would write."""
    folder, state = target.output, _State.read(target.output)
    for name, text in project.files.items():
        old, path = _text(folder / name), shown(folder / name)
        if old is None:
            yield Change("missing", path, is_outside=True)
        elif _digest(old) == state.files.get(name) and old != text:
            yield Change("stale", path, unified_diff(name, old, text), is_outside=True)
    for name in project.once:
        if not (folder / name).exists():
            yield Change("missing", shown(folder / name), is_outside=True)
    old = _text(folder / CHANGELOG)
    new = with_entries(old or "", project.entries)
    if old is None or old.rstrip("\n") != new.rstrip("\n"):
        kind = "missing" if old is None else "stale"
        path = shown(folder / CHANGELOG)
        yield Change(kind, path, unified_diff(CHANGELOG, old or "", new), is_outside=True)
    if faults := "\n".join(_faults(target, project, state)):
        yield Change("behind", shown(folder / PROJECT), faults, is_outside=True)


def is_project_current(target: Target, fingerprint: str) -> bool:
    """Return whether a run would change no file of a project, by comparing hashes alone."""
    state = _State.read(target.output)
    if not state.files or state.fingerprint != _fingerprint(target, fingerprint):
        return False
    texts = {name: _text(target.output / name) for name in (*state.files, PROJECT, "README.md")}
    if any(text is None for text in texts.values()):
        return False
    entries = entries_of(texts[CHANGELOG] or "") or ""
    return content_hash(entries.encode()) == state.files.get(CHANGELOG)


def _own_table(target: Target, path: Path, text: str) -> Mapping[str, Any]:
    """Return the table `project` of the `pyproject.toml` of a target."""
    from packaging.utils import canonicalize_name

    assert target.distribution is not None
    name, place = target.distribution.name, _place(path)
    try:
        table = cast("dict[str, Any]", tomllib.loads(text).get("project"))
        other = table["name"]
        is_own = canonicalize_name(other) == canonicalize_name(name)
    except (ValueError, LookupError, TypeError, AttributeError) as problem:
        is_toml_wrong = isinstance(problem, tomllib.TOMLDecodeError)
        why = str(problem) if is_toml_wrong else "it has no `name` in [project]"
        message = f"{shown(path)!r} does not name its project: {why}"
        hint = "mend it, or delete it: `clientsmith generate` makes it anew"
        raise ClientsmithError([error("distribution-project", message, place, hint)]) from None
    if not is_own:
        message = f"{shown(path)!r} is the project of {other!r}, not of {name!r}"
        hint = "name an `output` for this client alone; if the client got another name, delete it"
        raise ClientsmithError([error("distribution-project", message, place, hint)])
    if not is_version(str(table.get("version"))):
        message = f'{shown(path)!r} has no `version` such as "1.2.0" in [project]'
        hint = "`clientsmith release` proves that version, and sets it"
        raise ClientsmithError([error("distribution-version", message, place, hint)])
    return table


def _faults(target: Target, project: Project, state: _State) -> Iterator[str]:
    """Yield what a `pyproject.toml` that was edited by hand lacks."""
    from packaging.requirements import InvalidRequirement, Requirement
    from packaging.utils import canonicalize_name

    path = target.output / PROJECT
    text = _text(path)
    if text is None or text == project.files[PROJECT] or _digest(text) == state.files.get(PROJECT):
        return
    found: set[str] = set()
    for each in _own_table(target, path, text).get("dependencies", ()):
        try:
            found.add(canonicalize_name(Requirement(each).name))
        except (InvalidRequirement, TypeError):
            yield f"{each!r} is not a requirement"
    for each in project.dependencies:
        if canonicalize_name(Requirement(each).name) not in found:
            yield f"its dependencies lack {each!r}"


def _place(path: Path) -> Span:
    return Span(shown(path), 1, 1)


def _is_free(folder: Path, name: str) -> bool:
    """Return whether there is no file of this name in a folder yet.

    Raises:
        ClientsmithError: there is none, and a link leads out of the folder.
    """
    path = folder / name
    if path.exists() or path.is_symlink():
        return False
    if not path.parent.resolve().is_relative_to(folder.resolve()):
        message = f"{shown(path)!r} is outside of {shown(folder)!r}, by a link"
        raise ClientsmithError([error("distribution-link", message, None, "remove the link")])
    return True


def _fingerprint(target: Target, fingerprint: str) -> str:
    assert target.distribution is not None
    settings = target.distribution.model_dump(mode="json")
    path = target.released
    released = content_hash(path.read_bytes()) if path is not None and path.is_file() else None
    content = json.dumps([fingerprint, settings, target.package, released], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _digest(text: str) -> str:
    """Return the hash of a file, whatever its version is: that is a person's to change."""
    return content_hash(_VERSION.sub("version", text, count=1).encode())


def _text(path: Path) -> str | None:
    """Return the text of a file, None where there is none."""
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as problem:
        message = f"{shown(path)!r} cannot be read: {getattr(problem, 'strerror', None) or problem}"
        raise ClientsmithError([error("distribution-file", message, None)]) from None
