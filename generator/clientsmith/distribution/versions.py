"""Versions of a client (PEP 440), and the steps between them (Semantic Versioning 2.0.0)."""

from __future__ import annotations

from packaging.version import InvalidVersion, Version

from ..changes import Step

FIRST = "0.1.0"
"""The version of a client that was never released."""


def is_version(text: str) -> bool:
    """Return whether a text is a version in its usual form: `1.2.0`, `1.3.0rc1`."""
    try:
        return str(Version(text)) == text
    except InvalidVersion:
        return False


def next_version(released: str, step: Step) -> str:
    """Return the lowest version that is a step above a released one.

    A pre-release of what the step asks for is enough for it: after `1.2.0`, a minor step is
    `1.3.0`; after `1.3.0rc1` it is too.
    """
    version = Version(released)
    major, minor, micro = (*version.release, 0, 0)[:3]
    # After `1.3.0rc1` a major step is `2.0.0`: what breaks may have been there in `1.2.0` already.
    is_of_step = step == "patch" or (micro == 0 and (step == "minor" or minor == 0))
    if version.is_prerelease and step != "none" and is_of_step:
        return version.base_version
    epoch = f"{version.epoch}!" if version.epoch else ""
    match step:
        case "major":
            return f"{epoch}{major + 1}.0.0"
        case "minor":
            return f"{epoch}{major}.{minor + 1}.0"
        case "patch":
            return f"{epoch}{major}.{minor}.{micro + 1}"
        case "none":
            return released


def is_enough(version: str, released: str, step: Step) -> bool:
    """Return whether a version is at least a step above a released one."""
    least = Version(next_version(released, step))
    given = Version(version)
    if step == "none":
        return given >= Version(released)
    return given > Version(released) and _numbers(given) >= _numbers(least)


def _numbers(version: Version) -> tuple[int, ...]:
    return (version.epoch, *(*version.release, 0, 0, 0)[: max(3, len(version.release))])
