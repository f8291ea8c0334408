"""What a save costs while `clientsmith watch` runs: until the report of what changed is shown."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import cuts

_CONFIG = '[targets.bench]\ndocument = "openapi.json"\noutput = "."\npackage = "bench_client"\n'
_READY = "watching;"
_REPORT = "bench_client:"


def seconds(
    document: dict[str, Any], folder: Path, environment: Mapping[str, str], saves: int
) -> list[float]:
    """Return the time from each save to its report, with the wait for further saves in it.

    Half of the saves change an operation and half a schema, each time another one. None comes
    before the last round is over.
    """
    folder.mkdir()
    (folder / "clientsmith.toml").write_text(_CONFIG)
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    command = [sys.executable, "-u", "-m", "clientsmith", "watch"]
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    times: list[float] = []
    try:
        _wait(process, _READY)
        for number in range(-2, saves):
            change = cuts.with_other_schema if number % 2 else cuts.with_other_operation
            document = change(document, number, at=(number * 0.37) % 1)
            text = json.dumps(document)
            # Later than the round's own files, for clocks of coarse steps.
            time.sleep(0.2)
            path.write_text(text)
            began = time.perf_counter()
            _wait(process, _REPORT)
            # The first rounds fill what is kept from round to round.
            if number >= 0:
                times.append(time.perf_counter() - began)
            _wait(process, _READY)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait()
    return times


def _wait(process: subprocess.Popen[bytes], text: str) -> None:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line.decode())
        if lines[-1].startswith(text):
            return
    raise RuntimeError("".join(lines))
