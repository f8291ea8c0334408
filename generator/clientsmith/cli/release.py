"""`clientsmith release`."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..config import load_targets
from ..diagnostics import ClientsmithError, Diagnostic, Span, error
from ..diagnostics.counts import counted
from ..paths import shown
from .options import CONFIG, Voice, voice_options
from .printing import each
from .progress import ProgressLine
from .reports import print_reports

if TYPE_CHECKING:
    from ..config import Target
    from ..distribution.releases import Proposal
    from ..pipeline import Comparison


@click.command()
@click.argument("names", nargs=-1, metavar="[TARGET]...")
@CONFIG
@click.option(
    "--check",
    "is_check",
    is_flag=True,
    help="Exit 1 when the version is too small a step for what changed. Write nothing.",
)
@click.option(
    "--dry-run", "is_dry", is_flag=True, help="Say which version it would be, and write nothing."
)
@click.option("--version", metavar="VERSION", help="The version, in place of the lowest one.")
@click.option("--date", metavar="DATE", help="The day of the release; today (UTC) by default.")
@voice_options
@click.pass_context
def release(
    context: click.Context,
    names: Sequence[str],
    config: Path | None,
    is_check: bool,
    is_dry: bool,
    version: str | None,
    date: str | None,
) -> None:
    """Set the version that the changes since the last release need, or check it with --check.

    This is for targets with a `distribution`. It closes the section of CHANGELOG.md, and keeps the
    calls and types of the release in names.released. Commit, tag and publish yourself.
    """
    targets = [
        target
        for target in load_targets(Path.cwd(), names, file=config)
        if target.distribution is not None or names
    ]
    for target in targets:
        if target.distribution is None:
            raise click.UsageError(f"the target {target.name!r} has no `distribution`")
    if not targets:
        raise click.UsageError("no target of the configuration has a `distribution`")
    if version is not None:
        _check_version(version, targets)
    day = _day(date)
    voice = context.ensure_object(Voice)

    def run(target: Target, line: ProgressLine) -> bool:
        from .. import pipeline
        from ..distribution.releases import propose, publish

        if not is_check:
            comparison = pipeline.check(target, progress=line.show)
            line.close()
            if comparison.changes:
                raise ClientsmithError([_stale(target, comparison)])
        line.close()
        proposal = propose(target, version)
        if is_check:
            return _is_proven(voice, proposal)
        _say_step(voice, proposal, "would be" if is_dry else "is")
        if not proposal.is_due or is_dry:
            return True
        for path in publish(proposal, day):
            voice.detail(f"wrote {shown(path)}")
        voice.say(f"{target.name}: {proposal.version} is ready to be committed and tagged")
        return True

    context.exit(0 if each(voice, targets, run) else 1)


def _is_proven(voice: Voice, proposal: Proposal) -> bool:
    """Print and return whether the version is high enough for the changes."""
    if proposal.is_enough:
        _say_step(voice, proposal, "")
        return True
    if proposal.report is not None and not voice.quiet:
        print_reports([proposal.report], "text", show_all=voice.verbose)
    from ..distribution.project import version_line

    so_far = f"{proposal.current} is too small a step from {proposal.released}"
    if proposal.current == proposal.released:
        so_far = f"{proposal.current} is released already"
    message = f"{so_far}: what changed asks for a {proposal.step} step, {proposal.version}"
    path = proposal.target.output / "pyproject.toml"
    place = Span(shown(path), version_line(path.read_text(encoding="utf-8")), 1)
    hint = "`clientsmith release` sets it"
    raise ClientsmithError([error("release-step", message, place, hint)])


def _stale(target: Target, comparison: Comparison) -> Diagnostic:
    path = comparison.changes[0].path
    message = f"the client of {target.name!r} is not what `clientsmith generate` writes: {path!r}"
    if len(comparison.changes) > 1:
        message += f" and {counted(len(comparison.changes) - 1, 'more file')}"
    hint = "run `clientsmith generate`; `clientsmith check` shows the differences"
    return error("release-stale", message, target.span(), hint)


def _say_step(voice: Voice, proposal: Proposal, verb: str) -> None:
    """Print which version is next and why; without a `verb`, that the current one is enough."""
    name, version = proposal.target.name, proposal.version
    if proposal.released is None:
        voice.say(f"{name}: {version} {verb or 'is'} the first release")
    elif not proposal.is_due:
        voice.say(f"{name}: nothing changed since {proposal.released}")
    else:
        step = f"a {proposal.step} step" if proposal.step != "none" else "no step"
        what = f"{verb} the next version" if verb else "is large enough"
        voice.say(
            f"{name}: {version} {what}: {proposal.released} was released, and what changed"
            f" asks for {step}"
        )


def _check_version(version: str, targets: Sequence[Target]) -> None:
    from ..distribution.versions import is_version

    if len(targets) > 1:
        raise click.UsageError("--version is of one TARGET: name it")
    if not is_version(version):
        raise click.BadParameter(
            f"{version!r} is not a version such as 1.2.0 or 1.3.0rc1", param_hint="--version"
        )


def _day(date: str | None) -> str:
    """Return a day as `2026-11-28`: as given, of SOURCE_DATE_EPOCH, or today."""
    if date is not None:
        try:
            return str(datetime.strptime(date, "%Y-%m-%d").date())
        except ValueError:
            raise click.BadParameter(
                f"{date!r} is not a day such as 2026-11-28", param_hint="--date"
            ) from None
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        now = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"SOURCE_DATE_EPOCH is no time: {epoch[:100]!r}") from None
    return now.strftime("%Y-%m-%d")
