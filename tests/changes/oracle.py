"""The oracle: programs that are valid for an old client, type-checked and run against the new one.

What fails in one of the two ways is a break, whatever a report says.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from clientsmith import pipeline
from clientsmith.cache import Cache
from clientsmith.changes import compare
from clientsmith.config import Selection, Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.pipeline.making import Client

from .mutations import Json, Mutation
from .programs import Programs, Use, source
from .verdicts import Failure, Said, Verdict


def target_of(path: Path, folder: Path, include: Sequence[str] = ()) -> Target:
    target = ad_hoc_target(path, "client", "Client", folder)
    return target.model_copy(update={"select": Selection(include=tuple(include))})


def judge(
    document: Json,
    mutations: Iterable[Mutation],
    folder: Path,
    include: Sequence[str] = (),
    server: str = "own",
) -> Iterator[Verdict]:
    """Yield what becomes of the programs of a document under each of its mutations.

    `include` selects the operations of which clients are made. `server` is what answers them: the
    server of `served.py` ("own") or Stoplight Prism ("prism").
    """
    folder.mkdir(parents=True, exist_ok=True)
    # Most files of two clients are the same, and printed once.
    cache = Cache(folder / "cache", "")
    old = _made(document, "p0", folder, include, cache)
    uses = Programs(old.side.api).uses()
    pairs: list[tuple[Mutation, Any]] = []
    failed: list[Verdict] = []
    for mutation in mutations:
        name = f"p{len(pairs) + 1}"
        try:
            made = _made(mutation.document, name, folder, include, cache)
        except ClientsmithError as problem:
            failed.append(Verdict(mutation.name, mutation.place, problem=str(problem)[:200]))
            continue
        pairs.append((mutation, made))
    names = [f"p{at}" for at in range(len(pairs) + 1)]
    for name in names:
        text = source(old.side.api.client, name, uses)
        (folder / f"uses_{name}.py").write_text(text, encoding="utf-8")
    wrong = _type_checked(folder, names, uses)
    ran = _ran(folder, names, len(uses), server)
    # A use that the old client itself does not bear is the program's own fault. One that a server
    # refuses is valid for a type checker still.
    typed = [at for at in range(len(uses)) if at not in wrong["p0"]]
    valid = {"types": {*typed}, "run": {at for at in typed if at not in ran["p0"]}}
    for at, (mutation, made) in enumerate(pairs, 1):
        found: list[Failure] = []
        for each in typed:
            for how, why in (
                ("types", wrong[f"p{at}"].get(each)),
                ("run", ran[f"p{at}"].get(each)),
            ):
                if why and each in valid[how]:
                    found.append(_failure(how, uses[each], why))
        report = compare(old.side, made.side)
        yield Verdict(
            mutation.name,
            mutation.place,
            tuple(found),
            tuple(Said.of(each) for each in report.changes),
            uses=len(typed),
            runs=len(valid["run"]),
        )
    yield from failed


def _failure(how: str, use: Use, why: str) -> Failure:
    return Failure(how, use.subject, use.call, why, () if use.call else use.users)


def judge_again(
    document: Json, mutations: Iterable[Mutation], folder: Path, kept: Iterable[Verdict]
) -> Iterator[Verdict]:
    """Yield verdicts of earlier with the reports of today: programs are neither checked nor run."""
    folder.mkdir(parents=True, exist_ok=True)
    cache = Cache(folder / "cache", "")
    old = _made(document, "p0", folder, (), cache)
    known = {(each.name, each.place): each for each in kept}
    users = {use.subject: use.users for use in Programs(old.side.api).uses() if not use.call}
    for at, mutation in enumerate(mutations, 1):
        verdict = known.get((mutation.name, mutation.place))
        if verdict is None or verdict.problem:
            continue
        made = _made(mutation.document, f"p{at}", folder, (), cache)
        report = compare(old.side, made.side)
        failed = tuple(
            each if each.call else replace(each, users=users.get(each.subject, ()))
            for each in verdict.failed
        )
        changes = tuple(Said.of(each) for each in report.changes)
        yield replace(verdict, failed=failed, changes=changes)


def valid_uses(folder: Path, uses: list[Use]) -> list[str]:
    """Return the subjects of uses that the old client itself does not bear, and why."""
    wrong = _type_checked(folder, ["p0"], uses)
    ran = _ran(folder, ["p0"], len(uses), "own")
    return [
        f"{uses[at].subject}: {found[at]}"
        for found in (wrong["p0"], ran["p0"])
        for at in sorted(found)
    ]


def _made(document: Json, name: str, folder: Path, include: Sequence[str], cache: Cache) -> Client:
    path = folder / f"{name}.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    client = pipeline.make(target_of(path, folder, include), cache=cache)
    for file, text in client.files.items():
        place = folder / name / "client" / file
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return client


def _type_checked(
    folder: Path, names: Sequence[str], uses: Sequence[Use]
) -> dict[str, dict[int, str]]:
    """Return the number of each use that pyright complains of, by package."""
    program = shutil.which("pyright") or str(Path(sys.executable).with_name("pyright"))
    files = [f"uses_{name}.py" for name in names]
    config = folder / "pyrightconfig.json"
    listed = {"include": files, "typeCheckingMode": "standard", "extraPaths": [str(folder)]}
    config.write_text(json.dumps({**listed, "pythonVersion": "3.11"}))
    done = subprocess.run(
        [program, "--project", str(config), "--pythonpath", sys.executable, "--outputjson"],
        capture_output=True,
        text=True,
    )
    found: dict[str, dict[int, str]] = {name: {} for name in names}
    starts = _starts(uses)
    for each in json.loads(done.stdout)["generalDiagnostics"]:
        name = Path(each["file"]).stem.removeprefix("uses_")
        if each["severity"] == "error" and name in found:
            line = each["range"]["start"]["line"] + 1
            at = max((at for at, start in enumerate(starts) if start <= line), default=0)
            found[name].setdefault(at, each["message"].splitlines()[0])
    return found


def _starts(uses: Sequence[Use]) -> list[int]:
    """Return the line of each use in a program."""
    from .programs import HEAD

    line = HEAD.count("\n") + 2
    found: list[int] = []
    for use in uses:
        found.append(line - 1)
        line += 2 + max(len(use.lines), 1)
    return found


def _ran(folder: Path, names: Sequence[str], count: int, server: str) -> dict[str, dict[int, str]]:
    """Return the number of each use that raises, by package; in a process of their own."""
    output = folder / "ran.json"
    module = "tests.changes.running"
    command = [sys.executable, "-m", module, server, str(folder), str(count), *names]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    data = json.loads(output.read_text())
    return {name: {int(at): why for at, why in found.items()} for name, found in data.items()}
