"""One document, from its file to a client that imports and type-checks.

Each step is a process of its own with a time limit, so that nothing it does reaches the next.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Any, cast

import yaml

from clientsmith.openapi import METHODS

ROOT = Path(__file__).parents[2]
PACKAGE = "client"

_REPORTED = 20
"""How many problems of a kind are kept."""

# Every module of the client, and every model made whole: pydantic leaves that to the first use.
_IMPORT = """
import importlib, json, pathlib, sys
folder = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(folder.parent))
problems, modules = [], 0
for path in sorted(folder.rglob("*.py")):
    name = ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
    modules += 1
    try:
        module = importlib.import_module(name)
    except ImportError as problem:
        # An extra of the client, such as that of a transport, which is not installed.
        missing = (problem.name or folder.name).partition(".")[0]
        if missing == folder.name or not name.startswith(folder.name + "._runtime"):
            problems.append(f"{name}: {problem!r}")
        continue
    except BaseException as problem:
        problems.append(f"{name}: {problem!r}")
        continue
    for key, value in list(vars(module).items()):
        if isinstance(value, type) and value.__module__ == name and hasattr(value, "model_rebuild"):
            try:
                value.model_rebuild()
            except BaseException as problem:
                problems.append(f"{name}.{key}: {problem!r}")
print(json.dumps({"modules": modules, "problems": problems}))
"""


@dataclass(slots=True)
class Result:
    """What became of a document."""

    source: str = ""
    """The package at its version, and the document's place in it."""
    generator: str = ""
    """The fingerprint of the clientsmith that was tried."""
    title: str = ""
    dialect: str = ""
    declared: int = 0
    """The operations that the document itself has, counted without clientsmith."""
    statuses: dict[str, int] = field(default_factory=dict[str, int])
    """Operations by status of coverage.json: generated, degraded, refused."""
    reasons: dict[str, int] = field(default_factory=dict[str, int])
    """Operations by reason for being no more than degraded, the text's names left out."""
    faults: list[str] = field(default_factory=list[str])
    """Why an invalid document is refused, with places; the rest is of a run with `--lenient`."""
    problems: list[str] = field(default_factory=list[str])
    """Why there is no client, as clientsmith says it."""
    modules: int = 0
    not_importing: list[str] = field(default_factory=list[str])
    type_errors: list[str] | None = None
    """What pyright finds; None when it did not run."""
    type_error_count: int = 0
    seconds: dict[str, float] = field(default_factory=dict[str, float])
    megabytes: dict[str, int] = field(default_factory=dict[str, int])
    """The most memory that any one process of a step had."""

    @property
    def operations(self) -> int:
        return sum(self.statuses.values())

    @property
    def is_whole(self) -> bool:
        """Whether all that a valid document declares is there, imports and type-checks."""
        made = self.operations - self.statuses.get("refused", 0)
        return not self.faults and self._is_sound and made >= self.declared

    @property
    def is_mended(self) -> bool:
        """Whether an invalid document is refused with its faults and comes out, but for them, with
        `--lenient`: each operation is there or refused for a fault.
        """
        return bool(self.faults) and self._is_sound and self.operations >= self.declared

    @property
    def _is_sound(self) -> bool:
        return not (self.problems or self.not_importing or self.type_errors)

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "is_whole": self.is_whole, "is_mended": self.is_mended}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Result:
        return cls(**{name: data[name] for name in data if not name.startswith("is_")})


def attempt(document: Path, folder: Path, *, seconds: float, types: bool = True) -> Result:
    """Generate the client of a document into a folder, import it and check its types.

    `seconds` limits each step. What goes wrong is in the result.
    """
    result = Result()
    if (problem := _describe(document, result)) is not None:
        result.problems.append(problem)
        return result
    if not _generate(document, folder, seconds, result):
        return result
    _read_coverage(folder / PACKAGE / "coverage.json", result)
    _import(folder, seconds, result)
    if types:
        _check_types(folder, seconds, result)
    return result


def _describe(document: Path, result: Result) -> str | None:
    try:
        text = document.read_text(encoding="utf-8-sig")
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        # Most are JSON, which the parser of YAML takes ten times as long for.
        data: Any = json.loads(text) if text.lstrip().startswith("{") else yaml.load(text, loader)
        info: Mapping[str, Any] = data.get("info") or {}
        result.title = " ".join(str(info.get("title", "")).split())
        result.dialect = str(data.get("openapi", data.get("swagger")))
        paths: Mapping[str, Any] = data.get("paths") or {}
        result.declared = sum(len(set(METHODS).intersection(item)) for item in paths.values())
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError) as problem:
        return f"no document: {' '.join(str(problem).split())[:200]}"
    return None


def _generate(document: Path, folder: Path, seconds: float, result: Result) -> bool:
    """Whether there is a client, if need be by leaving out what is invalid in the document."""
    for options in ([], ["--lenient"]):
        target = ["--document", str(document), "--package", PACKAGE, "--output", str(folder)]
        command = ["-m", "clientsmith", "generate", "--quiet", *options, *target]
        code, output = _run(command, folder, seconds, "generate", result)
        if code == 0:
            return True
        reported = _faults(output, document)
        if options or code != 1 or not reported:
            result.problems = [line for line in output.splitlines() if line.strip()][-_REPORTED:]
            return False
        result.faults = reported
    return False


def _faults(output: str, document: Path) -> list[str]:
    """The errors among the messages that have a place in the document: the others are of our
    mistake.
    """
    lines = [line.replace(f"{document.parent}{os.sep}", "") for line in output.splitlines()]
    errors = [line for line in lines if re.search(r"\berror\[", line)]
    placed = re.compile(r"[^:]+\.(?:json|ya?ml):\d+:\d+:? error\[(?!leak|degraded|refused)")
    return errors[:_REPORTED] if all(placed.match(line) for line in errors) else []


def _read_coverage(path: Path, result: Result) -> None:
    rows = cast("list[dict[str, Any]]", json.loads(path.read_text(encoding="utf-8"))["operations"])
    result.statuses = dict(sorted(Counter(row["status"] for row in rows).items()))
    kinds = Counter(kind for row in rows for kind in {_kind(each) for each in row["reasons"]})
    result.reasons = dict(kinds.most_common())


def _kind(reason: Any) -> str:
    text = reason if isinstance(reason, str) else str(reason.get("text", reason))
    return re.sub(r"'[^']*'|\"[^\"]*\"|`[^`]*`", "…", text)


def _import(folder: Path, seconds: float, result: Result) -> None:
    command = ["-W", "error::SyntaxWarning", "-c", _IMPORT, str(folder / PACKAGE)]
    code, output = _run(command, folder, seconds, "import", result)
    if code:
        result.not_importing = [output[-1000:]]
        return
    reported = json.loads(output.splitlines()[-1])
    result.modules, result.not_importing = reported["modules"], reported["problems"][:_REPORTED]


def _check_types(folder: Path, seconds: float, result: Result) -> None:
    settings = {"include": [PACKAGE], "typeCheckingMode": "basic", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    options = ["--project", str(folder), "--pythonpath", sys.executable, "--outputjson"]
    code, output = _run(["-m", "pyright", *options], folder, seconds, "pyright", result)
    try:
        found = json.loads(output[output.index("{") :])["generalDiagnostics"]
    except ValueError:
        found = None
    if found is None or (code and not found):
        result.type_errors, result.type_error_count = [output[-1000:]], 1
        return
    result.type_errors = [_type_error(row, folder) for row in found[:_REPORTED]]
    result.type_error_count = len(found)


def _type_error(row: dict[str, Any], folder: Path) -> str:
    path = row["file"].removeprefix(f"{folder.resolve()}{os.sep}")
    line = row["range"]["start"]["line"] + 1 if "range" in row else 1
    return f"{path}:{line} {row.get('rule', row['severity'])}: {row['message'].splitlines()[0]}"


def _run(
    arguments: Sequence[str], folder: Path, seconds: float, step: str, result: Result
) -> tuple[int, str]:
    """The exit code and all that was printed; -1 with a word on it past the time limit."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "generator"),
        "NO_COLOR": "1",
        # A cold run, whatever was generated before.
        "CLIENTSMITH_CACHE_DIR": str(folder / "cache"),
        "NODE_OPTIONS": "--max-old-space-size=8192",
        "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1",
    }
    started = time.perf_counter()
    with TemporaryFile() as reported:
        # A session of its own: past the limit, what it has started ends with it.
        process = subprocess.Popen(
            [sys.executable, *arguments],
            cwd=folder,
            env=environment,
            stdout=reported,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        limit = Timer(seconds, os.killpg, (process.pid, signal.SIGKILL))
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        is_late = not limit.is_alive()
        limit.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        reported.seek(0)
        output = reported.read().decode(errors="replace")
    took = result.seconds.get(step, 0) + time.perf_counter() - started
    result.seconds[step] = round(took, 1)
    result.megabytes[step] = max(result.megabytes.get(step, 0), usage.ru_maxrss // 1024)
    if is_late:
        return -1, f"{step} took more than {seconds:.0f} s"
    return process.returncode, output
