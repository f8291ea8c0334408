"""Packages of the registries: fetched by their ordinary clients, read without being installed.

Nothing of a package runs. Of an archive only documents are written to disk, at paths that are
known before the archive is opened.
"""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import IO

from .catalogue import Entry, Package

LARGEST = 100_000_000
"""Bytes that a document may have."""
_MOST_FILES = 5_000
_SECONDS = 600
_DOCUMENTS = (".json", ".yaml", ".yml")


class CorpusError(Exception):
    """A package or a document cannot be had."""


def archive(package: Package, cache: Path) -> Path:
    """The archive of a package, fetched unless the cache has it.

    Raises:
        CorpusError: the registry's client fails.
    """
    folder = cache / package.key.replace("/", "+").replace(":", "+")
    if not folder.is_dir():
        cache.mkdir(parents=True, exist_ok=True)
        # Beside its place and then moved: a fetch that was stopped leaves nothing half done there.
        with TemporaryDirectory(dir=cache, prefix=".fetching-") as scratch:
            _fetch(package, Path(scratch))
            shutil.copytree(scratch, folder)
    files = [path for path in folder.iterdir() if path.suffix in (".tgz", ".whl")]
    if len(files) != 1:
        raise CorpusError(f"{package.key}: {folder} holds {len(files)} archives and not one")
    return files[0]


def extract(entry: Entry, source: Path, folder: Path) -> Path:
    """Write a document of an archive into a folder, with those it refers to, and give its path.

    Raises:
        CorpusError: the archive has no such document, or one that is too large.
    """
    wanted = PurePosixPath(entry.path)
    base = PurePosixPath(entry.folder) if entry.folder is not None else wanted.parent
    with _members(source) as members:
        count = 0
        for member in members:
            path = PurePosixPath(member.name)
            if path != wanted and (entry.folder is None or not _is_within(path, base)):
                continue
            count += 1
            if member.size > LARGEST or count > _MOST_FILES:
                raise CorpusError(f"{entry.package.key}: {path} is too large to be read")
            with member.open() as stream:
                _write(stream, folder / _plain(path.relative_to(base)))
            if entry.folder is None:
                break
    root = folder / _plain(wanted.relative_to(base))
    if not root.is_file():
        raise CorpusError(f"{entry.package.key} has no {entry.path}")
    return root


def _fetch(package: Package, folder: Path) -> None:
    if package.registry == "npm":
        wanted = f"{package.name}@{package.version}"
        command = ["npm", "pack", "--silent", "--ignore-scripts", wanted]
    else:
        # Wheels alone: to get a source archive, pip would run its build.
        wanted = f"{package.name}=={package.version}"
        options = ["--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--quiet"]
        command = [sys.executable, "-m", "pip", "download", *options, wanted]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, encoding="utf-8", timeout=_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise CorpusError(f"{package.key}: {problem}") from problem
    if done.returncode:
        raise CorpusError(f"{package.key}: {done.stderr.strip() or done.stdout.strip()}")


@dataclass(frozen=True, slots=True)
class _Member:
    """A regular file of an archive."""

    name: str
    size: int
    open: Callable[[], IO[bytes]]


@contextmanager
def _members(path: Path) -> Generator[Iterator[_Member]]:
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as zipped:
            infos = (info for info in zipped.infolist() if not info.is_dir())
            yield (
                _Member(info.filename, info.file_size, partial(zipped.open, info)) for info in infos
            )
    else:
        with tarfile.open(path) as tarred:
            infos = (info for info in tarred if info.isfile())
            yield (_Member(info.name, info.size, partial(_opened, tarred, info)) for info in infos)


def _opened(tarred: tarfile.TarFile, info: tarfile.TarInfo) -> IO[bytes]:
    stream = tarred.extractfile(info)
    assert stream is not None, "a regular file has content"
    return stream


def _is_within(member: PurePosixPath, folder: PurePosixPath) -> bool:
    """Whether a document stands in a folder, its path saying so plainly."""
    is_plain = ".." not in member.parts and "\\" not in str(member)
    return is_plain and member.is_relative_to(folder) and member.suffix in _DOCUMENTS


def _plain(member: PurePosixPath) -> PurePosixPath:
    return member.with_suffix("") if member.suffix == ".gz" else member


def _write(stream: IO[bytes], path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    content = stream.read(LARGEST)
    if content.startswith(b"\x1f\x8b"):
        with gzip.open(BytesIO(content)) as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise CorpusError(f"{path.name} is too large to be unpacked")
    path.write_bytes(content)
