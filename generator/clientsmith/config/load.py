"""From a configuration to its targets, and from a command line without one to a target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ..diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error
from ..paths import shown
from .app import app_of, document_path
from .file import ConfigFile, find_file, read_file
from .problems import problems_of
from .target import Target
from .values import in_quotes


def load_targets(
    folder: Path,
    names: Sequence[str] = (),
    *,
    file: Path | None = None,
    is_alone: bool = False,
) -> tuple[Target, ...]:
    """Return the targets of a configuration, each once, in the order of the file.

    Args:
        folder: Where the configuration is, if no `file` is named.
        names: The targets to return; all of them without names.
        file: The configuration.
        is_alone: Whether only the named targets have to be right, and not the whole file.

    Raises:
        ClientsmithError: with every problem of the file. `config-missing` and `target-unknown` are
            mistakes of the command line, all others of the file.
    """
    config = read_file(file if file is not None else find_file(folder))
    problems: list[Diagnostic] = []
    targets = [
        target
        for name, table in config.target_tables([] if is_alone else problems)
        if not is_alone or name in names
        if (target := _target(config, name, table, problems)) is not None
    ]
    problems.extend(_conflicts(config, targets))
    if problems:
        raise ClientsmithError(tuple(problems))
    by_name = {target.name: target for target in targets}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise ClientsmithError(
            tuple(
                error(
                    "target-unknown",
                    f"the configuration has no target {name!r}",
                    Span(config.name, 1, 1),
                    did_you_mean(name, by_name) or f"its targets are {in_quotes(by_name)}",
                )
                for name in unknown
            )
        )
    return tuple(target for target in targets if not names or target.name in names)


def has_configuration(folder: Path) -> bool:
    """Return whether a folder has a configuration."""
    try:
        find_file(folder)
    except ClientsmithError as problem:
        return any(found.code != "config-missing" for found in problem.diagnostics)
    return True


def named_paths(file: Path) -> dict[str, tuple[Path, ...]]:
    """Return the files and folders that each target of a configuration names, its document first.

    They need not exist. What is wrong with the configuration otherwise is not reported.
    """
    config = read_file(file)
    found: dict[str, tuple[Path, ...]] = {}
    for name, table in config.target_tables([]):
        document = document_path(table, name, config.folder)
        values = [table.get(key) for key in ("root", "lock", "templates")]
        values += overlays if isinstance(overlays := table.get("overlays"), list) else []
        texts = [value for value in values if isinstance(value, str) and "\0" not in value]
        if document is not None:
            found[name] = (document, *(Path(config.folder, text) for text in texts))
    return found


def ad_hoc_target(document: Path, package: str, client: str | None, output: Path) -> Target:
    """Return a target without a configuration; it keeps no lock of names.

    Raises:
        ClientsmithError: a name that Python cannot use (code `config-value`).
    """
    values = {
        "name": package,
        "document": document,
        "output": output,
        "package": package,
        "client": client,
    }
    try:
        return Target.model_validate(values, context={"folder": Path.cwd()})
    except ValidationError as invalid:
        raise ClientsmithError(
            error("config-value", problem.message(), None) for problem in problems_of(invalid)
        ) from None


def _target(
    config: ConfigFile, name: str, table: Mapping[str, Any], problems: list[Diagnostic]
) -> Target | None:
    """Return the target of a table; None if its values are invalid. Problems are added."""

    def at(*key: str) -> Span:
        return config.span("targets", name, *key)

    known = [key for key in Target.model_fields if key != "name"]
    values = {key: value for key, value in table.items() if key in known}
    for key in table.keys() - values.keys():
        hint = did_you_mean(key, known) or f"the known keys are {in_quotes(known)}"
        message = f"unknown key {key!r} in target {name!r}"
        problems.append(error("config-unknown-key", message, at(key), hint))
    app = app_of(values.get("document"), config.folder)
    if app is not None:
        values["document"] = document_path(table, name, config.folder)
    try:
        target = Target.model_validate({**values, "name": name}, context={"folder": config.folder})
    except ValidationError as invalid:
        for problem in problems_of(invalid):
            place = at(*problem.path)
            problems.append(error(problem.code, problem.message(name), place, problem.hint))
        return None
    if target.lock is None:
        folder = target.document if target.document.is_dir() else target.document.parent
        target = target.model_copy(update={"lock": folder / "names.lock"})
    problems.extend(_missing_paths(config, target, table, is_app=app is not None))
    return target.with_spans(at).with_app(app)


def _missing_paths(
    config: ConfigFile, target: Target, table: Mapping[str, Any], *, is_app: bool
) -> Iterator[Diagnostic]:
    """Yield a problem for each path of a target that does not exist or may not be read."""

    def at(key: str) -> Span:
        return config.span("targets", target.name, key)

    relative = f"paths are relative to the folder of {config.name}"
    if not is_app and not target.document.exists():
        message = f"the document {table['document']!r} does not exist"
        yield error("document-missing", message, at("document"), relative)
    if target.root is not None and not target.root.is_dir():
        message = f"the root {table['root']!r} is not a folder"
        yield error("root-missing", message, at("root"), f"name a folder; {relative}")
    elif target.root is not None and not _is_within(target.root, config.folder):
        # A configuration that came with a download must not have files of the machine read.
        message = f"the root {table['root']!r} is outside of the folder of {config.name}"
        hint = "move the configuration up, or name a root outside with --root"
        yield error("root-outside", message, at("root"), hint)
    folders = (config.folder, target.document.parent)
    for written, overlay in zip(table.get("overlays", ()), target.overlays, strict=True):
        if not overlay.is_file():
            message = f"the overlay {written!r} does not exist"
            yield error("overlay-missing", message, at("overlays"), relative)
        elif not any(_is_within(overlay, folder) for folder in folders):
            message = f"the overlay {written!r} is outside of the folder of {config.name}"
            hint = "move it beside the configuration or the document, or name it with --overlay"
            yield error("overlay-outside", message, at("overlays"), hint)
    if target.templates is not None and not target.templates.is_dir():
        message = f"the templates folder {table['templates']!r} does not exist"
        yield error("templates-missing", message, at("templates"), relative)


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _conflicts(config: ConfigFile, targets: Iterable[Target]) -> Iterator[Diagnostic]:
    """Yield a problem for each two targets that write the same folder, lock or copy of an app."""
    owners: dict[str, Target] = {}
    for target in targets:
        copy = None if target.app is None else target.document
        for path, key, what in (
            (target.package_folder, "package", "write the same folder"),
            # The record is named after the lock.
            (target.record, "lock", "keep their names in the same lock"),
            (copy, "document", f"keep the documents of two apps in {shown(copy or Path())!r}"),
        ):
            if path is None:
                continue
            # Two paths that differ only in case are one on many file systems.
            other = owners.setdefault(f"{key} {path}".casefold(), target)
            if other is not target and not (key == "document" and other.app == target.app):
                message = f"the targets {other.name!r} and {target.name!r} {what}"
                hint = f"set another {'output' if key == 'package' else 'lock'} for one of them"
                if key == "document":
                    hint = "set a `lock` in another folder for one of them; the copy is beside it"
                place = config.span("targets", target.name, key)
                yield error("config-value", message, place, hint)
