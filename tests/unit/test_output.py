"""Writing a client: what is owned, what is kept, and what is left when a run breaks off."""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from tests.tiers import slow

from clientsmith import output
from clientsmith.diagnostics import ClientsmithError
from clientsmith.paths import content_hash

OLD = {
    "__init__.py": "from .client import Telnyx\n",
    "client.py": "class Telnyx: ...\n",
    "resources/accounts.py": "class Accounts: ...\n",
    "resources/gone.py": "class Gone: ...\n",
}
NEW = {
    "__init__.py": "from .client import Telnyx\n",
    "client.py": "class Telnyx:\n    accounts = 1\n",
    "resources/accounts.py": "class Accounts: ...\n",
    "models/account.py": "class Account: ...\n",
}
INIT = "_custom/__init__.py"

posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "out" / "pkg"


def tree(folder: Path) -> dict[str, str]:
    """Every file below a folder, the manifest as the paths in it."""
    files = {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file()
    }
    if output.MANIFEST in files:
        files[output.MANIFEST] = ",".join(json.loads(files[output.MANIFEST])["files"])
    return files


def leftovers(folder: Path) -> list[str]:
    return [path.name for path in folder.parent.iterdir() if path != folder]


def refusal(write: Callable[[], object]) -> list[str]:
    """`code: message` of each problem that a call is refused with."""
    with pytest.raises(ClientsmithError) as caught:
        write()
    return [f"{problem.code}: {problem.message}" for problem in caught.value.diagnostics]


def refused(folder: Path, files: Mapping[str, str], *, force: bool = False) -> str:
    before = tree(folder)
    reported = "\n".join(refusal(lambda: output.write(folder, files, force=force)))
    assert tree(folder) == before
    assert leftovers(folder) == []
    return reported


def test_a_new_folder_gets_the_files_a_manifest_and_a_place_for_the_user(folder: Path) -> None:
    inputs = output.Inputs("f00d", ("openapi.yaml", "parts/a.yaml"))
    result = output.write(folder, OLD, inputs=inputs)
    assert result.written == tuple(sorted(OLD))
    assert tree(folder).keys() == {*OLD, output.MANIFEST, INIT}
    assert output.Manifest.read(folder) == output.Manifest(
        {name: content_hash(text.encode()) for name, text in sorted(OLD.items())}, inputs
    )
    assert leftovers(folder) == []


def test_only_differences_are_written(folder: Path) -> None:
    output.write(folder, OLD)
    for path in folder.rglob("*.py"):
        os.utime(path, (1, 1))
    result = output.write(folder, NEW)
    assert result.written == ("client.py", "models/account.py")
    assert result.unchanged == ("__init__.py", "resources/accounts.py")
    assert result.deleted == ("resources/gone.py",)
    assert tree(folder).keys() == {*NEW, output.MANIFEST, INIT}
    young = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if path.stat().st_mtime > 1
    }
    assert young == {"client.py", "models/account.py"}


def test_a_run_without_changes_leaves_the_folder_in_place(folder: Path) -> None:
    output.write(folder, OLD)
    before = folder.stat().st_ino
    result = output.write(folder, OLD)
    assert (result.written, result.deleted) == ((), ())
    assert folder.stat().st_ino == before


def test_the_manifest_does_not_depend_on_the_order_of_files(tmp_path: Path) -> None:
    one, other = tmp_path / "one" / "pkg", tmp_path / "other" / "pkg"
    output.write(one, OLD)
    output.write(other, dict(reversed(OLD.items())))
    assert (one / output.MANIFEST).read_bytes() == (other / output.MANIFEST).read_bytes()


def test_custom_files_are_carried_untouched(folder: Path) -> None:
    output.write(folder, OLD)
    mine = folder / "_custom" / "deep" / "client.py"
    mine.parent.mkdir()
    mine.write_text("class Telnyx: ...\n")
    (folder / INIT).write_text("# mine\n")
    (folder / "_custom" / "empty").mkdir()
    os.utime(mine, (1, 1))
    output.write(folder, NEW, force=True)
    assert mine.read_text() == "class Telnyx: ...\n"
    assert mine.stat().st_mtime == 1
    assert (folder / INIT).read_text() == "# mine\n"
    assert (folder / "_custom" / "empty").is_dir()


def test_a_file_of_the_user_is_kept_and_reported(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "notes.txt").write_text("call back\n")
    (folder / "link").symlink_to("notes.txt")
    result = output.write(folder, NEW)
    assert result.kept == ("link", "notes.txt")
    assert (folder / "notes.txt").read_text() == "call back\n"
    assert os.readlink(folder / "link") == "notes.txt"


def test_bytecode_is_neither_kept_nor_reported(folder: Path) -> None:
    output.write(folder, OLD)
    cache = folder / "__pycache__" / "client.cpython-311.pyc"
    cache.parent.mkdir()
    cache.write_bytes(b"\0")
    assert output.compare(folder, OLD) == ()
    assert output.write(folder, NEW).kept == ()
    assert not cache.exists()


def test_every_edited_file_is_named_and_none_is_lost(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "client.py").write_text("edited\n")
    (folder / "resources" / "gone.py").write_text("edited too\n")
    reported = refused(folder, NEW)
    assert reported.count("output-edited") == 2
    assert "pkg/client.py' was edited by hand" in reported
    assert "pkg/resources/gone.py' was edited by hand" in reported


def test_force_overwrites_an_edit_after_naming_it_and_deletes_none(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "client.py").write_text("edited\n")
    (folder / "resources" / "gone.py").write_text("edited too\n")
    reported: list[tuple[Path, str]] = []
    result = output.write(
        folder, NEW, force=True, on_overwrite=lambda path: reported.append((path, path.read_text()))
    )
    assert reported == [(folder / "client.py", "edited\n")]
    assert result.overwritten == ("client.py",)
    assert result.kept == ("resources/gone.py",)
    assert (folder / "client.py").read_text() == NEW["client.py"]
    assert (folder / "resources" / "gone.py").read_text() == "edited too\n"


def test_an_edit_that_equals_the_new_text_is_no_conflict(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "client.py").write_text(NEW["client.py"])
    assert "client.py" in output.write(folder, NEW).unchanged


def test_turned_line_ends_are_no_edit(folder: Path) -> None:
    output.write(folder, OLD)
    for name, text in OLD.items():
        (folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    assert output.compare(folder, OLD) == ()
    output.write(folder, NEW)


def test_a_foreign_file_in_the_way_is_not_overwritten(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "models").mkdir()
    (folder / "models" / "account.py").write_text("mine\n")
    assert refused(folder, NEW).startswith("output-foreign: ")
    assert output.write(folder, NEW, force=True).overwritten == ("models/account.py",)


def test_a_foreign_file_where_a_folder_should_be(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "models").write_text("mine\n")
    assert "pkg/models' is a file where a folder should be" in refused(folder, NEW, force=True)


def test_a_file_where_custom_should_be(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "_custom").write_text("mine\n")
    assert "pkg/_custom' is a file where a folder should be" in refused(folder, NEW)


def test_a_link_in_the_folder_leads_no_write_out_of_it(folder: Path, tmp_path: Path) -> None:
    output.write(folder, OLD)
    outside = tmp_path / "outside"
    outside.mkdir()
    (folder / "models").symlink_to(outside)
    refused(folder, NEW, force=True)
    assert list(outside.iterdir()) == []


def test_a_linked_generated_file_counts_as_edited(folder: Path, tmp_path: Path) -> None:
    output.write(folder, OLD)
    outside = tmp_path / "outside.py"
    outside.write_text("outside\n")
    (folder / "client.py").unlink()
    (folder / "client.py").symlink_to(outside)
    assert "output-edited" in refused(folder, NEW)
    output.write(folder, NEW, force=True)
    assert not (folder / "client.py").is_symlink()
    assert outside.read_text() == "outside\n"


def test_a_folder_that_clientsmith_did_not_make(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "thesis.tex").write_text("...\n")
    assert "holds files, and clientsmith did not write them" in refused(folder, NEW)
    assert output.write(folder, NEW, force=True).kept == ("thesis.tex",)


def test_an_empty_folder_or_one_with_custom_alone_is_taken(folder: Path) -> None:
    (folder / "_custom").mkdir(parents=True)
    (folder / "_custom" / "client.py").write_text("mine\n")
    output.write(folder, NEW)
    assert (folder / "_custom" / "client.py").read_text() == "mine\n"


@pytest.mark.parametrize("as_file", [False, True])
def test_a_git_repository_is_never_a_client(folder: Path, as_file: bool) -> None:
    folder.mkdir(parents=True)
    if as_file:
        (folder / ".git").write_text("gitdir: ../x\n")
    else:
        (folder / ".git").mkdir()
    assert "is a git repository" in refused(folder, NEW, force=True)


def test_a_file_where_the_client_should_be(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("mine\n")
    reported = refusal(lambda: output.write(folder, NEW, force=True))
    assert "is a file where the client's folder should be" in reported[0]
    assert folder.read_text() == "mine\n"


def test_a_link_where_the_client_should_be(folder: Path, tmp_path: Path) -> None:
    folder.parent.mkdir()
    folder.symlink_to(tmp_path)
    assert "is a link" in refusal(lambda: output.write(folder, NEW, force=True))[0]
    assert folder.is_symlink()


@pytest.mark.parametrize(
    "text", ["", "<<<<<<< HEAD\n", "[]", "{}", '{"clientsmith": 1, "inputs": {}, "files": {}}']
)
def test_a_manifest_that_is_none(folder: Path, text: str) -> None:
    # As on a machine on which clientsmith did not run: which files it wrote is not known.
    output.write(folder, OLD, is_remembered=False)
    (folder / output.MANIFEST).write_text(text)
    reported = refusal(lambda: output.write(folder, NEW))
    assert reported == ["manifest-invalid: the manifest does not say what clientsmith wrote"]
    assert refusal(lambda: output.compare(folder, NEW)) == reported
    result = output.write(folder, NEW, force=True)
    assert "client.py" in result.overwritten
    assert "resources/gone.py" in result.kept


@posix
@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir], ids=["pipe", "folder"])
def test_what_stands_in_the_place_of_the_manifest(
    folder: Path, make: Callable[[Path], None]
) -> None:
    output.write(folder, OLD)
    (folder / output.MANIFEST).unlink()
    make(folder / output.MANIFEST)
    reported = refusal(lambda: output.write(folder, NEW))
    assert reported == ["manifest-invalid: the manifest does not say what clientsmith wrote"]


def test_a_manifest_cannot_have_files_elsewhere_deleted(folder: Path, tmp_path: Path) -> None:
    output.write(folder, OLD)
    outside = tmp_path / "outside.py"
    outside.write_text("outside\n")
    manifest = json.loads((folder / output.MANIFEST).read_text())
    manifest["files"]["../../outside.py"] = content_hash(b"outside\n")
    (folder / output.MANIFEST).write_text(json.dumps(manifest))
    assert output.write(folder, NEW).deleted == ("resources/gone.py",)
    assert outside.exists()


@pytest.mark.parametrize(
    "name",
    [
        "../client.py",
        "/etc/passwd",
        "models//a.py",
        "./client.py",
        "",
        "models/con.py",
        "NUL",
        "com1.tar.gz",
        "a\\b.py",
        "c:client.py",
        "line\nbreak.py",
        "dot./client.py",
        "space ",
        "é" * 130 + ".py",
        "_custom/client.py",
        output.MANIFEST,
    ],
)
def test_paths_that_do_not_work_everywhere(folder: Path, name: str) -> None:
    reported = refusal(lambda: output.write(folder, {name: ""}))
    assert reported[0].startswith("output-path: ")
    assert not folder.parent.exists()


def test_paths_that_differ_by_case_alone(folder: Path) -> None:
    reported = refusal(lambda: output.write(folder, {"models/Url.py": "", "models/URL.py": ""}))
    assert reported[0].startswith("output-case: 'models/URL.py' and 'models/Url.py' in ")
    assert not folder.exists()


def test_a_path_that_is_a_folder_of_another(folder: Path) -> None:
    reported = refusal(lambda: output.write(folder, {"models": "", "models/url.py": ""}))
    assert "is a file where a folder should be" in reported[0]


def test_compare_names_each_kind_of_change(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "resources" / "accounts.py").write_text("class Mine: ...\n")
    (folder / "notes.txt").write_text("call back\n")
    before = tree(folder)
    changes = {change.path: change for change in output.compare(folder, NEW)}
    assert {path: change.kind for path, change in changes.items()} == {
        "client.py": "stale",
        "models/account.py": "missing",
        "notes.txt": "untracked",
        "resources/accounts.py": "edited",
        "resources/gone.py": "stale",
        output.MANIFEST: "stale",
    }
    assert changes["client.py"].diff == (
        "--- client.py (on disk)\n+++ client.py (generated)\n@@ -1 +1,2 @@\n"
        "-class Telnyx: ...\n+class Telnyx:\n+    accounts = 1\n"
    )
    assert "+++ /dev/null\n" in changes["resources/gone.py"].diff
    assert tree(folder) == before


def test_compare_with_nothing_there(folder: Path) -> None:
    missing = {change.path for change in output.compare(folder, OLD) if change.kind == "missing"}
    assert missing == {*OLD, output.MANIFEST, INIT}
    assert not folder.parent.exists()


def test_compare_finds_no_fault_with_custom_files(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "_custom" / "client.py").write_text("mine\n")
    assert output.compare(folder, OLD) == ()


def test_is_intact_sees_each_change(folder: Path) -> None:
    output.write(folder, OLD)
    manifest = output.Manifest.read(folder)
    assert manifest is not None
    assert output.is_intact(folder, manifest)
    (folder / "client.py").write_text("edited\n")
    assert not output.is_intact(folder, manifest)
    (folder / "client.py").unlink()
    assert not output.is_intact(folder, manifest)


def test_replace_file_writes_only_what_differs(tmp_path: Path) -> None:
    lock = tmp_path / "names.lock"
    assert output.replace_file(lock, "{}\n")
    assert not output.replace_file(lock, "{}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["names.lock"]
    reported = refusal(lambda: output.replace_file(tmp_path / "none" / "names.lock", ""))
    assert "cannot be written: No such file or directory" in reported[0]


def test_a_file_that_changes_during_the_run_is_not_lost(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / "client.py").write_text("edited\n")

    def edit(_: Path) -> None:
        (folder / "_custom" / "late.py").write_text("mine\n")

    reported = refusal(lambda: output.write(folder, NEW, force=True, on_overwrite=edit))
    assert reported[0].startswith("output-busy: ")
    assert (folder / "_custom" / "late.py").read_text() == "mine\n"
    assert (folder / "client.py").read_text() == "edited\n"
    assert leftovers(folder) == []


# --- Runs that break off ---

linux = pytest.mark.skipif(sys.platform != "linux", reason="the test stands on Linux' ways")

# What Python tells of before it changes the file system.
CHANGES = ("os.link", "os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod")

# By exit code.
ENDS = ("done", "went on", "refused", "crashed")


def run_with_fault(
    folder: Path, at: int, fault: Callable[[], None], *, exchange: bool = True
) -> str:
    """How `write(folder, NEW)` ends in a child that meets a fault at its `at`-th change."""
    child = os.fork()
    if child == 0:
        seen = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal seen
            writes = event == "open" and isinstance(arguments[1], str) and "x" in arguments[1]
            if event in CHANGES or writes or event == "ctypes.dlsym":
                seen += 1
                if seen == at:
                    fault()

        if not exchange:
            # As on a system that cannot swap two folders in one step.
            ctypes.CDLL = None  # type: ignore[assignment,misc]
        sys.addaudithook(hook)
        try:
            output.write(folder, NEW)
        except ClientsmithError:
            os._exit(ENDS.index("refused"))
        except BaseException:
            os._exit(ENDS.index("crashed"))
        os._exit(ENDS.index("done" if seen < at else "went on"))
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return ENDS[code] if code >= 0 else "killed"


def kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def fail() -> None:
    raise OSError(28, "No space left on device")


def expected(files: Mapping[str, str]) -> dict[str, str]:
    manifest = {output.MANIFEST: ",".join(sorted(files))}
    return {**files, **manifest, INIT: "# mine\n", "notes.txt": "call back\n"}


def with_user_files(folder: Path) -> None:
    output.write(folder, OLD)
    (folder / INIT).write_text("# mine\n")
    (folder / "notes.txt").write_text("call back\n")


@posix
@pytest.mark.parametrize(
    ("fault", "exchange", "every"),
    [
        *((kill, False, 4), (fail, True, 4)),
        *(slow(fault, exchange, 1) for fault in (kill, fail) for exchange in (False, True)),
    ],
)
def test_whatever_breaks_a_run_off_one_client_is_whole(
    tmp_path: Path, fault: Callable[[], None], exchange: bool, every: int
) -> None:
    there: list[str] = []
    for at in range(1, 200, every):
        folder = tmp_path / str(at) / "pkg"
        with_user_files(folder)
        end = run_with_fault(folder, at, fault, exchange=exchange)
        assert end != "crashed"
        if folder.exists():
            there.append("old" if tree(folder) == expected(OLD) else "new")
            assert there[-1] == "old" or tree(folder) == expected(NEW)
            assert there[-1] == "old" or end != "refused"
        else:
            # A system without an exchange has this moment, and the next run mends it.
            assert not exchange
            assert end == "killed"
            there.append("none")
        output.write(folder, NEW)
        assert tree(folder) == expected(NEW)
        assert leftovers(folder) == []
        if end == "done":
            break
    else:
        pytest.fail("the run never ended")
    assert len(there) > 10 // every
    assert there.count("none") <= 1
    assert "old" in there
    assert there[-1] == "new"


@posix
@pytest.mark.parametrize("fault", [kill, fail])
def test_a_first_run_that_breaks_off_leaves_nothing_or_all(
    tmp_path: Path, fault: Callable[[], None]
) -> None:
    for at in range(1, 200):
        folder = tmp_path / str(at) / "pkg"
        end = run_with_fault(folder, at, fault)
        assert end != "crashed"
        assert not folder.exists() or tree(folder).keys() == {*NEW, output.MANIFEST, INIT}
        output.write(folder, NEW)
        assert leftovers(folder) == []
        if end == "done":
            break
    else:
        pytest.fail("the run never ended")


def test_a_leftover_with_work_of_the_user_is_not_deleted(folder: Path) -> None:
    output.write(folder, OLD)
    old = folder.with_name(".clientsmith-pkg.old")
    output.write(folder.with_name("copy"), OLD)
    folder.with_name("copy").rename(old)
    (old / "_custom" / "work.py").write_text("a week of it\n")
    reported = refusal(lambda: output.write(folder, NEW))
    assert "was left by a run that broke off, and holds '_custom/work.py'" in reported[0]
    assert (old / "_custom" / "work.py").exists()
    (folder / "_custom" / "work.py").write_text("a week of it\n")
    output.write(folder, NEW)
    assert leftovers(folder) == []


@linux
def test_a_full_disk(folder: Path) -> None:
    import resource

    with_user_files(folder)
    child = os.fork()
    if child == 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
        try:
            output.write(folder, NEW)
        except ClientsmithError as problem:
            reported = problem.diagnostics[0]
            os._exit(
                7 if reported.code == "output-failed" and "too large" in reported.message else 8
            )
        os._exit(9)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert tree(folder) == expected(OLD)
    assert leftovers(folder) == []


@linux
def test_a_place_where_nothing_can_be_written() -> None:
    reported = refusal(lambda: output.write(Path("/proc/self/out/pkg"), NEW))
    assert reported[0].startswith("output-failed: '/proc/self/out/pkg' cannot be written: ")


@posix
def test_two_runs_at_once(folder: Path) -> None:
    output.write(folder, OLD)
    ready_read, ready_write = os.pipe()
    child = os.fork()
    if child == 0:
        with output.lock.locked(folder):
            os.write(ready_write, b"!")
            signal.pause()
        os._exit(0)
    os.read(ready_read, 1)
    try:
        reported = refusal(lambda: output.write(folder, NEW))
        assert reported[0].startswith("output-locked: another run of clientsmith is writing ")
        assert tree(folder)["client.py"] == OLD["client.py"]
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(ready_read)
        os.close(ready_write)
    # The lock of a run that died holds nobody up.
    output.write(folder, NEW)
    assert leftovers(folder) == []
