"""What type checkers make of the client: right calls pass, and wrong ones do not."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from tests.tiers import slow
from tests.wire.golden_client import Clients

CLIENT = Path(__file__).parents[2] / "generated/telnyx_external_connections"
EXAMPLES = Path(__file__).with_name("example_calls.py")
WRONG = Path(__file__).with_name("wrong_calls.py")
OURS = (CLIENT.name, EXAMPLES.name, WRONG.name)
SOME = ("minimal", "unions")

# Notes on code that is right but pointless, or on what follows from another error: they do not
# count as having found a wrong call.
SIDE_NOTES = re.compile("reportUnused(Expression|Variable|Import)|reportUnknown.*")


@dataclass(frozen=True)
class Complaint:
    """An error that a checker found."""

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} [{self.rule}]"


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory, clients: Clients) -> Path:
    """A user's project: clients, the two files of calls, and nothing of our configuration."""
    folder = tmp_path_factory.mktemp("project").resolve()
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CLIENT, folder / CLIENT.name, ignore=ignored)
    for case in SOME:
        shutil.copytree(clients.folder(case) / case, folder / case, ignore=ignored)
    shutil.copy(EXAMPLES, folder)
    shutil.copy(WRONG, folder)
    settings = {"typeCheckingMode": "strict", "pythonVersion": "3.11"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def pyright(project: Path) -> list[Complaint]:
    """What pyright says in its strict mode; one run for everything, for it takes seconds."""
    return of_pyright(project, len([*project.rglob("*.py")]))


@pytest.fixture(scope="session")
def pyright_of_calls(project: Path) -> list[Complaint]:
    """What pyright says, in half the time, of the calls and of golden cases without their runtime,
    which `make lint` has it read.
    """
    paths = [path for case in SOME for path in (project / case).rglob("*.py")]
    cases = [str(path) for path in paths if "_runtime" not in path.parts]
    return of_pyright(project, 2 + len(cases), EXAMPLES.name, WRONG.name, *cases)


def of_pyright(project: Path, count: int, *files: str) -> list[Complaint]:
    """Return the errors that pyright finds in so many files: in all, or in those that are named."""
    command = ("pyright", "--outputjson", "--pythonpath", sys.executable)
    answer = json.loads(run(project, *command, *files))
    assert answer["summary"]["filesAnalyzed"] == count
    return [
        Complaint(
            Path(each["file"]).relative_to(project).as_posix(),
            each["range"]["start"]["line"] + 1,
            each.get("rule", "syntax"),
            each["message"],
        )
        for each in answer["generalDiagnostics"]
    ]


@pytest.fixture(scope="session")
def mypy(project: Path) -> list[Complaint]:
    """What mypy says in its strict mode."""
    reported = run(project, "mypy", "--strict", "--python-version=3.11", "--output=json", *OURS)
    return [
        Complaint(Path(each["file"]).as_posix(), each["line"], each["code"], each["message"])
        for each in map(json.loads, reported.splitlines())
        if each["severity"] == "error"
    ]


def run(project: Path, checker: str, *arguments: str) -> str:
    """The output of a checker. It exits with 1, since there are wrong calls to be found."""
    command = [sys.executable, "-m", checker, *arguments]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 1, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(params=["pyright_of_calls", slow("pyright"), slow("mypy")])
def complaints(request: pytest.FixtureRequest) -> list[Complaint]:
    """Of each checker in turn."""
    return request.getfixturevalue(request.param)


def test_the_client_and_the_example_calls_have_no_error(complaints: list[Complaint]) -> None:
    found = [str(each) for each in complaints if each.file != WRONG.name]
    assert not found, "\n".join(found)


def test_every_wrong_call_is_an_error_and_nothing_else_is(complaints: list[Complaint]) -> None:
    lines = WRONG.read_text(encoding="utf-8").splitlines()
    marked = {number for number, line in enumerate(lines, 1) if line.endswith("  # wrong")}
    found = [each for each in complaints if each.file == WRONG.name]
    unmarked = [str(each) for each in found if each.line not in marked]
    assert not unmarked, "\n".join(unmarked)
    caught = {each.line for each in found if not SIDE_NOTES.fullmatch(each.rule)}
    missed = [f"{WRONG.name}:{line}:{lines[line - 1]}" for line in sorted(marked - caught)]
    assert not missed, "\n".join(missed)


def test_every_operation_is_among_the_examples_sync_and_async() -> None:
    coverage = json.loads((CLIENT / "coverage.json").read_text(encoding="utf-8"))
    wanted = {operation["call"] for operation in coverage["operations"]}
    assert len(wanted) == 22
    assert wanted <= calls_of("every_call", ast.FunctionDef)
    assert wanted <= calls_of("every_call_awaited", ast.AsyncFunctionDef)


def calls_of(name: str, kind: type[ast.FunctionDef] | type[ast.AsyncFunctionDef]) -> set[str]:
    """The calls that a function of the examples makes on its `client`; if async, those awaited."""
    tree = ast.parse(EXAMPLES.read_text(encoding="utf-8"))
    (function,) = (node for node in tree.body if isinstance(node, kind) and node.name == name)
    paths = {"client": ""}

    def path(node: ast.expr) -> str | None:
        if isinstance(node, ast.Name):
            return paths.get(node.id)
        if isinstance(node, ast.Attribute) and (above := path(node.value)) is not None:
            return f"{above}.{node.attr}".removeprefix(".")
        return None

    made: set[str] = set()
    for statement in function.body:
        if (
            isinstance(statement, ast.Assign)
            and isinstance(statement.targets[0], ast.Name)
            and (place := path(statement.value)) is not None
        ):
            paths[statement.targets[0].id] = place
        for node in ast.walk(statement):
            call = node.value if isinstance(node, ast.Await) else node
            awaited = isinstance(node, ast.Await) or kind is ast.FunctionDef
            if awaited and isinstance(call, ast.Call) and (place := path(call.func)):
                made.add(place)
    return made
