"""The locks hold what pyproject.toml asks for, with hashes, for each Python and system."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RANGES = {
    "requirements.lock": [
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["build"],
        *PROJECT["build-system"]["requires"],
    ],
    "requirements-dev.lock": PROJECT["project"]["optional-dependencies"]["dev"],
}
SYSTEMS = [
    {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "implementation_name": "cpython",
        "platform_python_implementation": "CPython",
        "sys_platform": system,
        "os_name": "nt" if system == "win32" else "posix",
        "platform_system": {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}[system],
        "extra": "",
    }
    for python in ("3.11", "3.12", "3.13", "3.14")
    for system in ("linux", "darwin", "win32")
]


def locked(name: str) -> dict[str, list[tuple[Requirement, int]]]:
    """The requirements of a lock by name, each with the number of its hashes."""
    found: dict[str, list[tuple[Requirement, int]]] = {}
    text = re.sub(r"(?m)^\s*#.*\n", "", (ROOT / name).read_text(encoding="utf-8"))
    for entry in text.replace("\\\n", " ").splitlines():
        requirement = Requirement(entry.partition("--hash=")[0])
        hashes = re.findall(r"--hash=sha256:[0-9a-f]{64}(?=\s|$)", entry)
        found.setdefault(canonicalize_name(requirement.name), []).append((requirement, len(hashes)))
    return found


@pytest.mark.parametrize("name", LOCKS)
def test_each_package_has_one_version_and_hashes(name: str) -> None:
    for versions in locked(name).values():
        for requirement, hashes in versions:
            assert re.fullmatch(r"==[^*,]+", str(requirement.specifier)), requirement
            assert hashes, requirement


@pytest.mark.parametrize("name", LOCKS)
def test_no_lock_names_an_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|^-|^\s*--(?!hash=)", text, re.M)


@pytest.mark.parametrize("name", LOCKS)
def test_each_range_holds_the_locked_version_everywhere(name: str) -> None:
    """`make lock` mends what fails here."""
    versions = locked(name)
    for text in RANGES[name]:
        wanted = Requirement(text)
        found = versions.get(canonicalize_name(wanted.name), [])
        for system in SYSTEMS:
            here = [each for each, _ in found if not each.marker or each.marker.evaluate(system)]
            assert len(here) == 1, (text, system)
            (pin,) = here[0].specifier
            assert wanted.specifier.contains(pin.version, prereleases=True), text


def test_the_tests_run_with_the_packages_that_generate() -> None:
    development = {
        name: {str(each) for each, _ in found} for name, found in locked(LOCKS[1]).items()
    }
    for name, found in locked(LOCKS[0]).items():
        assert {str(each) for each, _ in found} <= development[name]
