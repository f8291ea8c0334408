"""A fuzz run over the reader, by coverage (`make fuzz`): whatever bytes a file holds, they are read
and checked, or refused with a place. Ends after SECONDS (60 by default), or at the first fault.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["clientsmith"]):
    from clientsmith import document as source, validate
    from clientsmith.diagnostics import ClientsmithError
    from clientsmith.document.convert import convert

_HEADS = (b"", b'{"openapi": "3.1.0", "info": ', b"openapi: 3.0.3\ninfo: ", b"swagger: '2.0'\n")
_folder = TemporaryDirectory()


def _read(data: bytes) -> None:
    if not data:
        return
    suffix = ".json" if data[0] & 1 else ".yaml"
    path = Path(_folder.name) / f"openapi{suffix}"
    path.write_bytes(_HEADS[(data[0] >> 1) % len(_HEADS)] + data[1:])
    try:
        document = convert(source.read(path))
        validate.check(document)
    except ClientsmithError as refusal:
        unplaced = [found for found in refusal.diagnostics if found.span is None]
        if unplaced:
            raise AssertionError(f"refused without a place: {unplaced}") from refusal


if __name__ == "__main__":
    seconds = sys.argv[1] if len(sys.argv) > 1 else "60"
    options = [
        f"-max_total_time={seconds}",
        "-max_len=4096",
        "-timeout=10",
        "-artifact_prefix=/tmp/",
    ]
    atheris.Setup([sys.argv[0], *options], _read)
    atheris.Fuzz()
