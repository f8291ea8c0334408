"""Resolve references: from the text of one to the file and the pointer that it names."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

from ..diagnostics import error
from ..urls import RefusedURL, is_remote
from .bases import Resource
from .files import Files, unreadable
from .pointers import exists
from .positions import FileKey
from .references import Reference, refused


def resolve(files: Files, key: FileKey, reference: Reference) -> Resource | None:
    """Return the value that a reference in a file names; read the file that has it, if need be.

    None after a problem was added to those of `files`. Texts and what they name, in `api.yaml`:

    - `#/components/schemas/Pet`: the pointer in `api.yaml`
    - `pet.yaml#/Pet`: the pointer in the file `pet.yaml` beside it
    - `https://example.com/pet`: the schema that has this `$id`, or the file of an allowed host
    - `#pet`: the schema with `$anchor: pet`
    """
    location, _, fragment = reference.text.partition("#")
    bases = files.bases(key)
    resource = bases.find(key, reference.pointer, location)
    if resource is None:
        there = _file_of(files, key, reference, location) if location else key
        if there is None:
            return None
        resource, bases = Resource(there, ""), files.bases(there)
    data = files.parsed[resource.file].data
    fragment = unquote(fragment)
    if fragment == "/" and files.lenient:
        # By RFC 6901 this is the member with the empty name; the author means the whole file.
        fragment = fragment if exists(data, resource.pointer + fragment) else ""
    if not fragment or fragment.startswith("/"):
        # A pointer is relative to the schema with the nearest `$id`; many documents have an `$id`
        # and yet write pointers from the top of the file.
        inner = resource.pointer + fragment
        from_top = inner != fragment and not exists(data, inner) and exists(data, fragment)
        return Resource(resource.file, fragment if from_top else inner)
    pointer = bases.anchor(resource, fragment)
    if pointer is None:
        message = f"no schema in the file has the anchor of '{reference.text}'"
        hint = f"write a JSON pointer, which begins with '#/', or add $anchor: {fragment}"
        _report(files, key, reference, "ref-anchor", message, hint)
        return None
    return Resource(resource.file, pointer)


def _file_of(files: Files, key: FileKey, reference: Reference, location: str) -> FileKey | None:
    """Return the file that the part of a reference before the `#` names."""
    if isinstance(key, str):
        return _remote_file(files, key, reference, location, files.remotes.found[key].pin.place)
    if is_remote(location):
        return _remote_file(files, key, reference, location)
    decoded = unquote(location)
    refusal = refused(location) or refused(decoded)
    if refusal:
        _report(files, key, reference, *refusal)
        return None
    mount = files.mounts[key]
    base = files.folder / PurePosixPath(mount).parent if mount else files.folder
    if not mount and (base / decoded).absolute() == files.path.absolute():
        return key
    try:
        there = (base / decoded).resolve()
    except (OSError, RuntimeError, ValueError) as bad:
        files.problems.append(unreadable(decoded, bad, files.span(key, reference)))
        return None
    if there == files.root:
        return there
    if not there.is_relative_to(files.top):
        folder = "the root folder" if files.has_own_root else "the folder of the document"
        message = f"'{reference.text}' is outside of {folder}"
        hint = (
            "name a folder that contains all files of the document with --root,"
            " or as `root` of the target"
        )
        _report(files, key, reference, "ref-outside", message, hint)
        return None
    return _loaded(files, key, reference, there)


def _remote_file(
    files: Files, key: FileKey, reference: Reference, location: str, base: str = ""
) -> FileKey | None:
    try:
        url = files.remotes.checked(location, base)
    except RefusedURL as bad:
        _report(files, key, reference, "ref-remote", f"'{location}' {bad.why}", bad.hint)
        return None
    return _loaded(files, key, reference, url)


def _loaded(files: Files, key: FileKey, reference: Reference, named: FileKey) -> FileKey | None:
    is_loaded = named in files.parsed or files.load(named, files.span(key, reference))
    return named if is_loaded else None


def _report(
    files: Files, key: FileKey, reference: Reference, code: str, message: str, hint: str
) -> None:
    span = files.span(key, reference)
    files.problems.append(error(code, message, span, hint))
