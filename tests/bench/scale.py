"""What a large document costs, against openapi-python-client: `make bench-scale DOCUMENT=...`."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from . import cuts, watching
from .figures import ROOT, Figure, compared, in_turns, table
from .processes import megabytes, milliseconds
from .trees import Cost, run

_OTHER = ("openapi-python-client==0.29.1", "ruff")
_OTHER_VENV = ROOT / "build" / "openapi-python-client"
_SLICE = 22
_GROWTH = (100, 300, 900)
# A transport that answers everything, so that a first call is whole and nothing is sent.
_USE = """
import inspect, bench_client
class Transport:
    def __call__(self, request): return self.handle_request(request)
    def handle_request(self, request):
        import httpx2
        return httpx2.Response(200, headers={"Content-Type": "application/json"}, content=b"{}")
import httpx2
kind = bench_client.Bench
given = [p for p in list(inspect.signature(kind).parameters.values())
         if p.kind is p.POSITIONAL_OR_KEYWORD]
transport = httpx2.MockTransport(Transport())
client = kind(*["KEY" for _ in given], base_url="https://bench.example", transport=transport)
try:
    client.CALL
except bench_client.APIError:
    pass
"""

_UNPROVEN = """
from clientsmith.build import produce
from clientsmith.__main__ import run
produce.proven = lambda file, *_: file
produce.problems = lambda *_: ()
run()
"""


def main(document: Path) -> int:
    figures: list[Figure] = []
    with TemporaryDirectory() as name:
        for figure in _figures(document.resolve(), Path(name)):
            print("measured:", *filter(None, figure.row()), file=sys.stderr, flush=True)
            figures.append(figure)
    print(table(figures))
    return int(any(figure.is_over for figure in figures))


def _figures(document: Path, folder: Path) -> Iterator[Figure]:
    data = cuts.read(document)
    bench = _Bench(folder)
    path = bench.written("whole", data)
    pairs = in_turns(2, lambda: bench.cold(path, "whole"), lambda: bench.other(path))
    times = [(ours.seconds, theirs.seconds) for ours, theirs in pairs]
    yield compared("cold, beside openapi-python-client", "{:.1f} s", times, 0.45)
    peaks = [(ours.megabytes, theirs.megabytes) for ours, theirs in pairs]
    yield compared("peak memory, all processes together", "{:.0f} MB", peaks, 1.6)
    yield _proof(bench, path, [ours.cpu for ours, _ in pairs])
    yield from _again(bench, data, min(theirs.seconds for _, theirs in pairs))
    yield _diff(bench, data)
    yield _watch(bench, data)
    yield from _growth(bench, data)
    yield from _packages(bench, data)
    yield _types(bench)


def _proof(bench: _Bench, path: Path, whole: list[float]) -> Figure:
    """What the proof costs of a cold run, in the time of all processors."""
    without = min(bench.unproven(path).cpu for _ in whole)
    proof = min(whole) - without
    what = "proof, of the CPU of a cold run"
    return compared(what, "{:.1f} s", [(proof, min(whole))], 0.25)


def _again(bench: _Bench, data: dict[str, Any], theirs: float) -> Iterator[Figure]:
    """Runs after a first one, each beside a cold run of openapi-python-client."""
    bench.warm(bench.written("again", data))
    idle: list[tuple[float, float]] = []
    operation: list[tuple[float, float]] = []
    schema: list[tuple[float, float]] = []
    for number in range(5):
        # Never a change that the cache has seen.
        path = bench.written("again", cuts.with_other_operation(data, number))
        changed = bench.warm(path).seconds
        unchanged = bench.warm(path).seconds
        path = bench.written("again", cuts.with_other_schema(data, number))
        other = bench.warm(path).seconds
        idle.append((unchanged, theirs))
        operation.append((changed, theirs))
        schema.append((other, theirs))
    yield compared("nothing changed", "{:.2f} s", idle, 0.02)
    yield compared("one operation changed", "{:.2f} s", operation, 0.14)
    yield compared("one schema changed", "{:.2f} s", schema, 0.14)


def _diff(bench: _Bench, data: dict[str, Any]) -> Figure:
    """Say what a changed document means for callers, where both documents were read before."""
    old = bench.written("old", data)
    new = bench.written("new", cuts.with_other_operation(data, 0))
    costs = [bench.diff(old, new) for _ in range(4)]
    what = f"clientsmith diff of {len(data['paths']):,} paths, warm, CPU"
    return Figure(what, "{:.2f} s", min(cost.cpu for cost in costs[1:]), 2.0)


def _watch(bench: _Bench, data: dict[str, Any]) -> Figure:
    """What a save costs while `clientsmith watch` runs: of 20 saves the slowest but one."""
    times = watching.seconds(data, bench.folder / "watch", bench.environment("watch"), 20)
    return Figure("watch: from a save to its report, p95", "{:.2f} s", sorted(times)[-2], 1.5)


def _growth(bench: _Bench, data: dict[str, Any]) -> Iterator[Figure]:
    """What an operation more costs from the second size to the third, beside from the first to the
    second: 1 is a straight line.
    """
    sizes = [size for size in _GROWTH if size <= len(cuts.operations(data))]
    if len(sizes) < len(_GROWTH):
        return
    costs: list[float] = []
    for size in sizes:
        path = bench.written(f"cut{size}", cuts.cut(data, size))
        cost = min(bench.cold(path, f"cut{size}").seconds for _ in range(2))
        costs.append(cost)
        yield Figure(f"cold, {size} operations", "{:.1f} s", cost, float("inf"))
    small, middle, large = costs
    later = (large - middle) / (sizes[2] - sizes[1])
    earlier = (middle - small) / (sizes[1] - sizes[0])
    pairs = [(later * 1e3, earlier * 1e3)]
    yield compared("an operation more, 300 to 900 beside 100 to 300", "{:.1f} ms", pairs, 1.3)


def _packages(bench: _Bench, data: dict[str, Any]) -> Iterator[Figure]:
    """What using the package costs, beside that of 22 of its operations."""
    path = bench.written("slice", cuts.cut(data, _SLICE))
    bench.cold(path, "slice")
    call = bench.callable_in("slice")
    yield from _use(bench, "bare import", "import bench_client")
    yield from _use(bench, f"first call of {call}", _USE.replace("CALL", call))


def _use(bench: _Bench, what: str, code: str) -> Iterator[Figure]:
    """What code costs with the whole package, beside what it costs with the slice."""
    whole, part = bench.place("whole"), bench.place("slice")
    for place in (whole, part):
        milliseconds(code, place)  # writes the .pyc files
    times = in_turns(15, lambda: milliseconds(code, whole), lambda: milliseconds(code, part))
    yield compared(f"{what}: time", "{:.0f} ms", times, 1.2)
    peaks = in_turns(3, lambda: megabytes(code, whole), lambda: megabytes(code, part))
    yield compared(f"{what}: memory", "{:.0f} MB", peaks, 1.2)


def _types(bench: _Bench) -> Figure:
    package = bench.folder / "whole" / "bench_client"
    settings = package.parent / "pyrightconfig.json"
    settings.write_text('{"typeCheckingMode": "strict", "include": ["bench_client"]}')
    command = [sys.executable, "-m", "pyright", "-p", str(settings), "--outputjson"]
    reported = subprocess.run(
        [*command, "--pythonpath", sys.executable], stdout=subprocess.PIPE, check=False
    ).stdout
    errors = json.loads(reported)["summary"]["errorCount"]
    return Figure("pyright strict: errors", "{:.0f}", errors, 0)


class _Bench:
    """The two generators, and a folder for what they make."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(folder),
            "PYTHONPATH": str(ROOT / "generator"),
        }
        if not (_OTHER_VENV / "bin" / "openapi-python-client").exists():
            subprocess.run([sys.executable, "-m", "venv", str(_OTHER_VENV)], check=True)
            pip = [str(_OTHER_VENV / "bin" / "python"), "-m", "pip", "install", "--quiet"]
            subprocess.run([*pip, *_OTHER], check=True)

    def written(self, name: str, data: dict[str, Any]) -> Path:
        path = self.folder / f"{name}.json"
        path.write_text(json.dumps(data), encoding="utf-8")
        return path

    def cold(self, path: Path, name: str) -> Cost:
        """A run that finds neither a client nor a cache."""
        self._forget(name)
        return self._generate(path, name)

    def unproven(self, path: Path) -> Cost:
        """A cold run without the proof, which no option leaves out."""
        self._forget("unproven")
        return self._generate(path, "unproven", program=("-c", _UNPROVEN))

    def _forget(self, name: str) -> None:
        _remove(self.folder / name)
        _remove(self._cache(name))

    def _cache(self, name: str) -> Path:
        return self.folder / f"{name}.cache"

    def warm(self, path: Path) -> Cost:
        return self._generate(path, "again")

    def _generate(
        self, path: Path, name: str, program: Sequence[str] = ("-m", "clientsmith")
    ) -> Cost:
        command = [sys.executable, *program, "generate", "--quiet"]
        command += ["--document", str(path), "--package", "bench_client", "--client", "Bench"]
        command += ["--output", str(self.folder / name)]
        return run(command, self.folder, self.environment(name))

    def environment(self, name: str) -> dict[str, str]:
        """The environment of a run of clientsmith, with a cache of this name."""
        return {**self._environment, "CLIENTSMITH_CACHE_DIR": str(self._cache(name))}

    def diff(self, old: Path, new: Path) -> Cost:
        command = [sys.executable, "-m", "clientsmith", "diff", str(old), str(new)]
        return run(command, self.folder, self.environment("diff"))

    def other(self, path: Path) -> Cost:
        """openapi-python-client with its own formatter, ruff."""
        output = self.folder / "other"
        _remove(output)
        binaries = _OTHER_VENV / "bin"
        command = [str(binaries / "openapi-python-client"), "generate", "--meta", "none"]
        environment = {**self._environment, "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}"}
        environment.pop("PYTHONPATH")
        return run(
            [*command, "--path", str(path), "--output-path", str(output)],
            self.folder,
            environment,
        )

    def place(self, name: str) -> dict[str, str]:
        """The environment of a process that imports the package of this name."""
        return {"PYTHONPATH": str(self.folder / name)}

    def callable_in(self, name: str) -> str:
        """The first call of a package that needs no argument."""
        page = (self.folder / name / "bench_client" / "API.md").read_text(encoding="utf-8")
        examples = page.split("```python\n")[1:]
        calls = (example.split("\n")[0].removeprefix("client.") for example in examples)
        return next(call for call in calls if call.endswith("()"))


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
