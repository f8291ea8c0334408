"""Releases: what changed since the last one, which version that asks for, and the next one.

A release keeps a copy of `names.record` as `names.released`, beside the lock; commit both. A check
compares the two, and reads neither the document nor the client.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from ..aliases import OldNames, deprecating, read_old_names
from ..aliases.advance import Ended
from ..changes import Report, Side, Step, compare
from ..changes.approvals import approved
from ..changes.forms import entries
from ..changes.record import cause, read_record
from ..changes.released import Release, last_release
from ..config import Target
from ..diagnostics import ClientsmithError, error
from ..output import replace_file, replace_text
from ..output.record_file import pack
from ..paths import shown
from .changelog import closed, with_entries
from .project import CHANGELOG, PROJECT, Project, keep_state, version_of, with_version
from .versions import is_enough, next_version

_FIRST = "- The first release."
"""The entry of a changelog before there is a release to compare with."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next release of a client."""

    target: Target
    released: str | None
    """The version of the last release; None before the first."""
    current: str
    """The version in `pyproject.toml`."""
    step: Step
    report: Report | None
    """What changed since the last release; None before the first."""
    version: str
    """The version to release: the current one if the step to it is large enough."""

    @property
    def is_enough(self) -> bool:
        """Whether the current version can be released."""
        return self.version == self.current

    @property
    def is_due(self) -> bool:
        """Whether there is anything to release."""
        return self.released is None or self.step != "none" or self.version != self.released


def with_entries_of(
    target: Target, project: Project, side: Side, causes: Mapping[str, str], names: OldNames
) -> Project:
    """Return a project with what its client changes since the last release, for the changelog.

    `names` are the old names that the client keeps.
    """
    release = last_release(target)
    if release is None:
        return replace(project, entries=_FIRST)
    return replace(project, entries=entries(_report(target, release, side, causes, names)))


def propose(target: Target, version: str | None = None) -> Proposal:
    """Return the next release of the client that is on disk, with a `version` of one's own.

    Raises:
        ClientsmithError: the client was never generated, or a file cannot be used.
    """
    record, _ = read_record(target)
    if record is None or not (target.output / PROJECT).is_file():
        message = f"the target {target.name!r} has no client to release"
        hint = "`clientsmith generate` makes it"
        raise ClientsmithError([error("release-client", message, target.span(), hint)])
    current = version_of(target)
    release = last_release(target)
    if release is None:
        return Proposal(target, None, current, "none", None, version or current)
    side = record.side(target.document)
    report = _report(target, release, side, record.causes, read_old_names(target.old_names))
    step = report.step
    if step == "none" and record.fingerprint != release.record.fingerprint:
        # No caller notices it, but the files are others: a mend of the runtime, for example.
        step = "patch"
    if version is None:
        is_fine = is_enough(current, release.version, step)
        version = current if is_fine else next_version(release.version, step)
    elif not is_enough(version, release.version, step):
        message = (
            f"{version} is too small a step from {release.version}: what changed asks for"
            f" a {step} step, {next_version(release.version, step)}"
        )
        raise ClientsmithError([error("release-step", message, None)])
    return Proposal(target, release.version, current, step, report, version)


def publish(proposal: Proposal, date: str) -> tuple[Path, ...]:
    """Set the version, close the section of the changelog and keep the record of a release.

    Returns the files that changed.

    Raises:
        ClientsmithError: a file cannot be written; running it again ends what was begun.
    """
    target = proposal.target
    record, _ = read_record(target)
    assert record is not None
    assert target.released is not None
    project, changelog = target.output / PROJECT, target.output / CHANGELOG
    try:
        text = with_version(project.read_text(encoding="utf-8"), proposal.version)
    except ValueError as problem:
        message = f"the version in {shown(project)!r} cannot be set: {problem}"
        raise ClientsmithError([error("release-version", message, None)]) from None
    log = changelog.read_text(encoding="utf-8") if changelog.is_file() else ""
    news = _FIRST if proposal.report is None else entries(proposal.report)
    first, _, facts = record.text().partition("\n")
    data = {**json.loads(first), "released": proposal.version}
    data["deprecated"] = _working(read_old_names(target.old_names))
    kept = f"{json.dumps(data, separators=(',', ':'), sort_keys=True)}\n{facts}"
    texts = (
        (project, text),
        (changelog, closed(with_entries(log, news), proposal.version, date)),
    )
    changed = [path for path, content in texts if replace_text(path, content)]
    # At last: until it is there, the release is the next one.
    if replace_file(target.released, pack(record.fingerprint, kept)):
        changed.append(target.released)
    keep_state(target, record.fingerprint)
    return tuple(changed)


def _working(names: OldNames) -> dict[str, dict[str, str]]:
    """Return the old names that work, by their section, each with the new name."""
    return {
        section: {name: entry.use for name, entry in entries.items() if not entry.is_removed}
        for section, entries in names.sections().items()
    }


def _report(
    target: Target, release: Release, side: Side, causes: Mapping[str, str], names: OldNames
) -> Report:
    """Return what changed since a release."""
    try:
        before = release.record.side(target.document)
    except (ValueError, LookupError) as problem:
        assert target.released is not None
        message = f"{shown(target.released)!r} was written by another clientsmith: {problem}"
        raise ClientsmithError([error("release-record", message, None)]) from None
    report = compare(before, side, cause(release.record.causes, causes))
    now = _working(names)
    ended = [
        Ended(section, name, use, is_taken=False)
        for section, before in release.deprecated.items()
        for name, use in before.items()
        if name not in now.get(section, {})
    ]
    report = deprecating(report, names, target.aliases, ended)
    report, _ = approved(report, target)
    return report
