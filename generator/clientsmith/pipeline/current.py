"""Whether a run would change anything, which a run that has nothing to do finds out in no time."""

from __future__ import annotations

from .. import output
from ..build.fingerprint import Toolchain, file_hash, generator_files, lock_text, old_names_text
from ..config import Target
from ..diagnostics import ClientsmithError
from ..output.record_file import read_fingerprint


def is_current(target: Target, toolchain: Toolchain) -> bool:
    """Whether a run would change nothing, by comparing hashes alone.

    The manifest keeps a fingerprint of all that went in. The generator's own source is left out of
    it, since it would change the manifest with every commit to clientsmith; instead, a manifest
    older than that source decides nothing.
    """
    try:
        manifest = output.Manifest.read(target.package_folder)
        if manifest is None or not manifest.inputs.documents:
            return False
        written = (target.package_folder / output.MANIFEST).stat().st_mtime_ns
        if any(path.stat().st_mtime_ns > written for path in generator_files()):
            return False
        if target.record is not None and (
            read_fingerprint(target.record) != manifest.inputs.fingerprint
        ):
            return False
        if target.distribution is not None:
            from ..distribution.project import is_project_current

            if not is_project_current(target, manifest.inputs.fingerprint):
                return False
        folder = target.document.parent
        if manifest.inputs.documents[0] != target.document.name:
            return False
        documents = {name: file_hash(folder / name) for name in manifest.inputs.documents}
        return (
            manifest.inputs.fingerprint
            == toolchain.fingerprint(documents, lock_text(target), old_names_text(target))
        ) and output.is_intact(target.package_folder, manifest, toolchain.runtime)
    except (OSError, ValueError, ClientsmithError):
        # The whole run finds the same fault and reports it.
        return False
