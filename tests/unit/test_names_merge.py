"""`clientsmith names merge`: a lock of names that a git merge left in conflict."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from clientsmith.cli import main
from clientsmith.diagnostics import ClientsmithError
from clientsmith.identifiers.lock import NameLock

OK = {"200": {"description": "Done."}}
STYLES = ("merge", "diff3", "zdiff3")


def write(paths: Iterable[str], calls: Mapping[str, str] | None = None) -> None:
    """Write a document with a GET of each path, and a configuration that names some calls."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            path: {"get": {"operationId": f"get {path}", "responses": OK}} for path in sorted(paths)
        },
    }
    Path("openapi.json").write_text(json.dumps(document, indent=1))
    named = "".join(f'"GET {path}" = "{call}"\n' for path, call in (calls or {}).items())
    Path("clientsmith.toml").write_text(
        '[targets.pets]\ndocument = "openapi.json"\noutput = "out"\npackage = "pets"\n'
        f'client = "Pets"\n\n[targets.pets.operations]\n{named}'
    )


def git(*arguments: str, check: bool = True) -> str:
    identity = ("-c", "user.name=t", "-c", "user.email=t@example.com")
    done = subprocess.run(["git", *identity, *arguments], check=check, capture_output=True)
    return done.stdout.decode()


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str], kept: Path) -> None:
        self._capsys = capsys
        self.kept = kept
        """Has what `diverge` has made, by the style of git's conflicts."""

    def __call__(self, *arguments: str) -> tuple[int, str]:
        """Return the exit code, and all that was printed."""
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        printed = self._capsys.readouterr()
        assert "Traceback" not in printed.err
        assert isinstance(caught.value.code, int)
        return caught.value.code, printed.out + printed.err


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("diverged")


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kept: Path
) -> Shell:
    monkeypatch.chdir(tmp_path)
    Path(".gitignore").write_text("out/\n")
    return Shell(capsys, kept)


def commit(run: Shell, *paths: str, calls: Mapping[str, str] | None = None) -> None:
    write(paths, calls)
    code, printed = run("generate")
    assert code == 0, printed
    git("add", "-A")
    git("commit", "-m", "a step")


def diverge(run: Shell, style: str = "merge") -> None:
    """Make two branches whose locks conflict, and merge the second into the first.

    The documents are merged by hand, as a developer does.
    """
    if (kept := run.kept / style).exists():
        shutil.copytree(kept, Path(), dirs_exist_ok=True)
    else:
        diverge_anew(run, style)
        shutil.copytree(Path(), kept)


def diverge_anew(run: Shell, style: str = "merge") -> None:
    git("init", "--initial-branch=main")
    git("config", "merge.conflictStyle", style)
    commit(run, "/cats", "/horses")
    git("checkout", "-b", "feature")
    commit(run, "/cats", "/dogs", "/dogs/{id}", "/horses", calls={"/cats": "cats.find"})
    git("checkout", "main")
    commit(run, "/cats", "/crows", "/eels", "/horses", calls={"/cats": "cats.every"})
    git("merge", "feature", check=False)
    assert "names.lock" in git("diff", "--name-only", "--diff-filter=U")
    write(["/cats", "/crows", "/dogs", "/dogs/{id}", "/eels", "/horses"])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "command", [("generate",), ("check",), ("names",), ("diff", "--since", "HEAD")]
)
def test_a_command_shows_both_sides_of_a_conflict(
    style: str, command: tuple[str, ...], run: Shell
) -> None:
    diverge(run, style)
    code, printed = run(*command)
    assert code == 1
    lines = Path("names.lock").read_text().splitlines()
    ours = next(at for at, line in enumerate(lines, 1) if "cats.every" in line)
    theirs = next(at for at, line in enumerate(lines, 1) if "cats.find" in line)
    assert f"names.lock:{ours}:5 error[lock-conflict]" in printed
    assert (
        f"'GET /cats' has two names: 'cats.every' in HEAD (line {ours}) and 'cats.find' in feature"
        f" (line {theirs})" in printed
    )
    assert "run `clientsmith names merge`" in printed


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("is_theirs", [False, True])
def test_a_conflict_is_mended_with_the_names_of_both(
    style: str, is_theirs: bool, run: Shell
) -> None:
    diverge(run, style)
    code, printed = run("names", "merge", *(["--theirs"] if is_theirs else []))
    assert code == 0, printed
    taken, lost = ("cats.find", "cats.every") if is_theirs else ("cats.every", "cats.find")
    assert f"GET /cats: {taken} of" in printed
    assert f"not {lost} of" in printed
    lock = NameLock.read(Path("names.lock"))
    assert lock.operations == {
        "GET /cats": taken,
        "GET /crows": "crows.retrieve",
        "GET /dogs": "dogs.list",
        "GET /dogs/{id}": "dogs.retrieve",
        "GET /eels": "eels.retrieve",
        "GET /horses": "horses.retrieve",
    }
    # The record is in conflict too; a run writes it anew.
    assert "which also writes names.record" in printed
    code, printed = run("generate")
    assert code == 0, printed
    assert run("check")[0] == 0
    assert NameLock.read(Path("names.lock")).operations == lock.operations
    git("add", "-A")
    git("commit", "-m", "merged")
    assert run("names", "merge")[1] == "pets: names.lock has no conflict\n"


def test_sides_come_from_the_index_where_the_file_has_no_markers(run: Shell) -> None:
    diverge(run)
    git("checkout", "--ours", "names.lock", "names.record")
    code, printed = run("names", "merge")
    assert code == 0, printed
    operations = NameLock.read(Path("names.lock")).operations
    assert operations["GET /cats"] == "cats.every"
    assert {"GET /crows", "GET /dogs", "GET /eels"} <= operations.keys()


def test_what_one_side_changed_alone_is_clear(run: Shell) -> None:
    """The lock that both come from, as diff3 and the index have it, decides."""
    base = {"GET /a": "a.list", "GET /b": "b.list"}
    text = conflict({**base, "GET /a": "a.all"}, {**base, "GET /b": "b.all"}, base)
    write(["/a", "/b"])
    Path("names.lock").write_text(text)
    code, printed = run("names", "merge")
    assert (code, "not " in printed) == (0, False), printed
    assert NameLock.read(Path("names.lock")).operations == {"GET /a": "a.all", "GET /b": "b.all"}


def test_one_name_for_two_stays_with_the_first(run: Shell) -> None:
    write(["/pets/{id}", "/pets/{name}"])
    Path("names.lock").write_text(
        conflict({"GET /pets/{id}": "pets.get"}, {"GET /pets/{name}": "pets.get"})
    )
    code, printed = run("generate")
    assert code == 1
    code, printed = run("names", "merge")
    assert code == 0
    assert "pets.get: both GET /pets/{id} and GET /pets/{name} have the name" in printed
    code, printed = run("generate")
    assert code == 0, printed
    operations = NameLock.read(Path("names.lock")).operations
    assert operations["GET /pets/{id}"] == "pets.get"
    assert operations["GET /pets/{name}"] not in ("", "pets.get")


def test_types_that_share_a_name_stay_together(run: Shell) -> None:
    both = {"/a": "Pet", "/b": "Pet"}
    text = conflict(both, {**both, "/c": "Pet"}, section="types")
    write(["/a"])
    Path("names.lock").write_text(text)
    code, printed = run("names", "merge")
    assert code == 0
    assert "have the name" not in printed
    assert NameLock.read(Path("names.lock")).types == {**both, "/c": "Pet"}


def conflict(
    ours: Mapping[str, str],
    theirs: Mapping[str, str],
    base: Mapping[str, str] | None = None,
    section: str = "operations",
) -> str:
    def lines(names: Mapping[str, str]) -> str:
        each = [f"    {json.dumps(key)}: {json.dumps(name)}" for key, name in sorted(names.items())]
        return ",\n".join(each) + "\n"

    middle = "" if base is None else f"||||||| 1234567\n{lines(base)}"
    other = "types" if section == "operations" else "operations"
    return (
        f'{{\n  "credentials": {{}},\n  "{section}": {{\n<<<<<<< HEAD\n{lines(ours)}{middle}'
        f'=======\n{lines(theirs)}>>>>>>> feature\n  }},\n  "{other}": {{}}\n}}\n'
    )


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("<<<<<<< HEAD\n{\n=======\n", 1, "the conflict that begins there has no end"),
        ("{\n<<<<<<< HEAD\nabc\n=======\n>>>>>>> x\n}\n", 3, "the line is none of a lock"),
        ('{\n<<<<<<< HEAD\n "a": oops,\n=======\n>>>>>>> x\n}\n', 3, "the line is none of a lock"),
    ],
)
def test_a_conflict_that_cannot_be_read_says_where(
    text: str, line: int, message: str, run: Shell
) -> None:
    write(["/a"])
    Path("names.lock").write_text(text)
    for command in (("generate",), ("names", "merge")):
        code, printed = run(*command)
        assert code == 1
        assert f"names.lock:{line}:1 error[lock-invalid]" in printed
        assert message in printed
        assert "hint: " in printed


def test_a_conflict_with_a_name_that_no_code_may_have_is_refused(run: Shell) -> None:
    write(["/a"])
    before = conflict({"GET /a": "import os"}, {"GET /b": "b.list"})
    Path("names.lock").write_text(before)
    code, printed = run("names", "merge")
    assert code == 1
    assert "'import os' is not a name for a call" in printed
    assert Path("names.lock").read_text() == before


def test_many_differing_names_are_counted(run: Shell) -> None:
    ours = {f"GET /{at}": f"a.b{at}" for at in range(30)}
    theirs = {f"GET /{at}": f"a.c{at}" for at in range(30)}
    Path("names.lock").write_text(conflict(ours, theirs))
    with pytest.raises(ClientsmithError) as caught:
        NameLock.read(Path("names.lock"))
    assert len(caught.value.diagnostics) == 11
    assert "30 differ" in str(caught.value)


OLD = """\
{
  "step": %s,
  "calls": {
%s
  },
  "arguments": {},
  "fields": {},
  "classes": {}
}
"""


def test_old_names_in_conflict_are_merged_too(run: Shell) -> None:
    write(["/a"])

    def entry(name: str, step: int) -> str:
        return f'    "{name}": {{"use": "a.retrieve", "since": "1", "step": {step}}}'

    text = OLD.replace(
        '  "step": %s,\n', '<<<<<<< HEAD\n  "step": 2,\n=======\n  "step": 3,\n>>>>>>> x\n'
    )
    text = text % (f"<<<<<<< HEAD\n{entry('a.x', 2)}\n=======\n{entry('a.y', 3)}\n>>>>>>> x")
    Path("names.aliases").write_text(text)
    code, printed = run("generate")
    assert code == 1
    assert "names.aliases:1" in printed or "names.aliases:2" in printed
    assert "run `clientsmith names merge`" in printed
    code, printed = run("names", "merge")
    assert code == 0, printed
    assert "merged names.aliases" in printed
    kept = json.loads(Path("names.aliases").read_text())
    assert (kept["step"], sorted(kept["calls"])) == (3, ["a.x", "a.y"])
    assert run("generate")[0] == 0


@pytest.mark.parametrize("step", ['"x"', "[" * 100_000])
def test_old_names_with_a_step_that_is_no_number(run: Shell, step: str) -> None:
    write(["/a"])
    text = f'<<<<<<< HEAD\n  "step": {step},\n=======\n  "step": 3,\n>>>>>>> x\n'
    Path("names.aliases").write_text(text)
    code, printed = run("names", "merge")
    assert code == 1
    assert "names.aliases:1:1 error[lock-invalid]" in printed


def test_old_names_that_are_no_names_are_refused_at_their_file(run: Shell) -> None:
    write(["/a"])
    text = '<<<<<<< HEAD\n  "step": 2,\n=======\n  "step": 3,\n>>>>>>> x\n'
    text += '  "calls": {\n    "a.x": {"use": "1 2", "since": "1", "step": 1}\n  }\n'
    Path("names.aliases").write_text(text)
    code, printed = run("names", "merge")
    assert code == 1
    assert "names.aliases:1:1 error[lock-invalid]" in printed
    assert "'1 2' is no name" in printed


def driver() -> None:
    """Set the merge driver up as docs/names.md says."""
    command = f"{sys.executable} -m clientsmith names merge --driver %O %A %B"
    git("config", "merge.clientsmith-names.driver", command)
    git("config", "merge.clientsmith-record.driver", "true")
    Path(".gitattributes").write_text(
        "names.lock merge=clientsmith-names\nnames.record merge=clientsmith-record\n"
    )


def test_a_merge_driver_leaves_only_what_differs(run: Shell) -> None:
    git("init", "--initial-branch=main")
    driver()
    commit(run, "/cats", "/horses")
    git("checkout", "-b", "feature")
    commit(run, "/cats", "/dogs", "/horses")
    git("checkout", "main")
    commit(run, "/cats", "/crows", "/horses")
    git("merge", "feature", check=False)
    assert git("diff", "--name-only", "--diff-filter=U") == "openapi.json\n"
    write(["/cats", "/crows", "/dogs", "/horses"])
    assert run("generate")[0] == 0
    assert len(NameLock.read(Path("names.lock")).operations) == 4
    git("add", "-A")
    git("commit", "-m", "merged")


def test_a_merge_driver_leaves_markers_where_names_differ(run: Shell) -> None:
    git("init", "--initial-branch=main")
    driver()
    diverge_anew(run)
    assert "<<<<<<< ours" in Path("names.lock").read_text()
    code, printed = run("names", "merge")
    assert code == 0
    assert "GET /cats: cats.every of ours" in printed


@pytest.mark.parametrize("damage", [b"", b"<<<<<<< HEAD\n", b"clientsmith record 1 x\n\0oops"])
def test_a_damaged_record_is_a_warning(damage: bytes, run: Shell) -> None:
    write(["/a"])
    assert run("generate")[0] == 0
    Path("names.record").write_bytes(damage)
    write(["/a", "/b"])
    code, printed = run("generate")
    assert code == 0
    assert "warning[record]" in printed
    assert run("check")[0] == 0
