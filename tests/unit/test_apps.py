"""`document = "app.main:app"`: the document is the app's own, which runs only with --run-app."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from clientsmith.cli import main
from clientsmith.config import App, load_targets, named_paths
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document.application import AppError, ask
from clientsmith.limits import USUAL, Limits

CONFIG = '[targets.birds]\ndocument = "app.main:app"\noutput = "out"\npackage = "birds"\n'
APP = """\
import pathlib
pathlib.Path("ran").touch()
print("on standard output")


class App:
    title = "Birds"

    def openapi(self):
        operation = {"responses": {"200": {"description": "All."}}}
        info = {"title": self.title, "version": "1"}
        return {"openapi": "3.1.0", "info": info, "paths": {"/birds": {"get": operation}}}


def create_app():
    return App()


app = create_app()
"""
COPY = Path("specs/birds/openapi.json")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("app").mkdir()
    Path("app/main.py").write_text(APP)
    Path("clientsmith.toml").write_text(CONFIG)


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[object, str, str]:
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        reported = self._capsys.readouterr()
        return caught.value.code, reported.out, reported.err


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


@pytest.mark.parametrize("command", ["generate", "check"])
def test_a_configuration_alone_runs_nothing(run: Shell, command: str) -> None:
    code, _, err = run(command)
    assert code == 1
    assert "clientsmith.toml:2:1 error[app-not-run] " in err
    assert "--run-app" in err
    assert not Path("ran").exists()


def test_with_run_app_the_document_is_kept_and_check_needs_no_app(run: Shell) -> None:
    assert run("generate", "--run-app")[0] == 0
    kept = json.loads(COPY.read_text())
    assert kept["x-clientsmith-app"] == "app.main:app"
    assert kept["info"]["title"] == "Birds"
    assert Path("specs/birds/names.lock").is_file()
    Path("app/main.py").unlink()
    Path("ran").unlink()
    code, out, _ = run("check")
    assert code == 0
    assert "compared with the kept specs/birds/openapi.json; --run-app asks the app\n" in out
    assert run("diff", "--help")[0] == 0
    # The others read the copy, and run nothing either.
    assert run("generate")[0] == 1
    assert not Path("ran").exists()


def test_check_with_run_app_says_where_the_copy_is_stale(run: Shell) -> None:
    run("generate", "--run-app")
    assert run("check", "--run-app")[0] == 0
    Path("app/main.py").write_text(APP.replace('"Birds"', '"Trees"'))
    before = COPY.read_bytes()
    code, out, _ = run("check", "--run-app")
    assert code == 1
    assert "specs/birds/openapi.json: stale, the app has another document\n" in out
    assert COPY.read_bytes() == before


def test_a_dry_run_leaves_no_copy(run: Shell) -> None:
    assert run("generate", "--run-app", "--dry-run")[0] == 0
    assert not Path("specs").exists()
    run("generate", "--run-app")
    before = COPY.read_bytes()
    Path("app/main.py").write_text(APP.replace('"Birds"', '"Trees"'))
    assert run("generate", "--run-app", "--dry-run")[0] == 0
    assert COPY.read_bytes() == before


def test_a_file_of_somebody_else_is_not_overwritten(run: Shell) -> None:
    COPY.parent.mkdir(parents=True)
    COPY.write_text("{}")
    code, _, err = run("generate", "--run-app")
    assert code == 1
    assert "error[output-foreign] 'specs/birds/openapi.json' is in the way of the app's" in err
    assert COPY.read_text() == "{}"
    assert not Path("ran").exists()


def test_an_edit_of_the_same_second_and_size_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    main, app = Path("app/main.py"), App("app.main:app", Path.cwd())
    for title in (b"Birds", b"Words"):
        main.write_text(APP.replace("Birds", title.decode()))
        # As on a disk that keeps whole seconds: bytecode of the first text seems to be current.
        os.utime(main, (1_700_000_000, 1_700_000_000))
        assert title in ask(app, USUAL, None)
    assert not Path("app/__pycache__").exists()


def test_what_the_app_raises_is_shown(run: Shell) -> None:
    Path("app/main.py").write_text("import sys\nsys.stderr.write('loading\\n')\nimport nowhere\n")
    code, _, err = run("generate", "--run-app")
    assert code == 1
    assert "  loading\n" in err
    assert "the app 'app.main:app' gave no document: ModuleNotFoundError" in err
    assert "name the interpreter of the app with --python" in err


def test_of_a_failure_only_the_frames_of_own_files_are_shown(run: Shell) -> None:
    Path("app/main.py").write_text("from app import parts\n\napp = parts.make()\n")
    Path("app/parts.py").write_text(
        "import json\n\n\ndef make():\n    try:\n        json.loads('{')\n"
        "    except ValueError as bad:\n        raise RuntimeError('first\\nsecond') from bad\n"
    )
    code, _, err = run("generate", "--run-app")
    assert code == 1
    frames = re.findall(r'File "(.+)", line (\d+)', err)
    assert [(Path(name).name, int(line)) for name, line in frames] == [
        *(("parts.py", 6),),
        *(("main.py", 3), ("parts.py", 8)),
    ]
    assert "importlib" not in err
    assert "The above exception was the direct cause" in err
    assert "error[app-failed] the app 'app.main:app' gave no document: RuntimeError: first\n" in err


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("import nowhere\n", "ModuleNotFoundError: No module named 'nowhere'"),
        ("def (\n", "SyntaxError: invalid syntax (main.py, line 1)"),
        ("import sys\nsys.exit('no key')\n", "no key"),
        ("import os\nos._exit(3)\n", "its process ended with 3"),
    ],
)
def test_why_an_app_failed_is_in_the_message(run: Shell, text: str, said: str) -> None:
    Path("app/main.py").write_text(text)
    _, _, err = run("generate", "--run-app")
    assert f"gave no document: {said}\n" in err
    assert "importlib" not in err


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("app.main:nothing", "AttributeError"),
        ("app.main:App", "TypeError"),
        ("app.main:APP", "TypeError: openapi() of app.main:APP gave str, and not a dict"),
    ],
)
def test_what_is_no_app(name: str, words: str) -> None:
    Path("app/main.py").write_text(APP + "class Text:\n    openapi = str\n\n\nAPP = Text()\n")
    with pytest.raises(AppError, match="gave no document") as caught:
        ask(App(name, Path.cwd()), USUAL, None)
    assert words in str(caught.value)


def test_a_factory() -> None:
    content = ask(App("app.main:create_app()", Path.cwd()), USUAL, None)
    assert json.loads(content)["info"]["title"] == "Birds"


def test_a_fastapi_app() -> None:
    Path("fast.py").write_text("from fastapi import FastAPI\nx = FastAPI(title='Fast')\n")
    assert json.loads(ask(App("fast:x", Path.cwd()), USUAL, None))["info"]["title"] == "Fast"


def test_an_app_that_never_ends_is_ended_with_what_it_started() -> None:
    Path("app/main.py").write_text(
        "import os, pathlib, time\n"
        "if child := os.fork():\n"
        "    pathlib.Path('child').write_text(str(child))\n"
        "time.sleep(600)\n"
    )
    with pytest.raises(AppError, match="too many seconds"):
        ask(App("app.main:app", Path.cwd()), Limits(stage_seconds=2), None)
    child = int(Path("child").read_text())
    # It was killed; on a busy machine it takes a moment until it has ended.
    assert any(has_ended(child) or threading.Event().wait(0.1) for _ in range(600))


def test_a_document_of_too_many_bytes() -> None:
    with pytest.raises(AppError, match="too many bytes"):
        ask(App("app.main:app", Path.cwd()), Limits(bytes=10), None)


def test_an_interpreter_that_is_none() -> None:
    with pytest.raises(AppError, match="cannot be started"):
        ask(App("app.main:app", Path.cwd()), USUAL, None, "nowhere/python")


def test_python_names_the_interpreter(run: Shell) -> None:
    assert run("generate", "--run-app", "--python", sys.executable)[0] == 0
    code, _, err = run("generate", "--python", sys.executable)
    assert (code, "--python goes with --run-app" in err) == (2, True)


def test_a_file_of_that_name_is_a_document() -> None:
    Path("app.main:app").write_text("{}")
    (target,) = load_targets(Path())
    assert target.app is None
    assert target.document == Path.cwd() / "app.main:app"


@pytest.mark.parametrize(
    ("lock", "name", "copy"),
    [
        ("", "birds", "specs/birds/openapi.json"),
        ('lock = "locks/names.lock"', "birds", "locks/openapi.json"),
        ("", '"../../up"', "specs/up/openapi.json"),
    ],
)
def test_the_copy_is_beside_the_lock(lock: str, name: str, copy: str) -> None:
    Path("clientsmith.toml").write_text(CONFIG.replace("birds]", f"{name}]") + lock + "\n")
    (target,) = load_targets(Path())
    assert target.document == Path.cwd() / copy
    ((document, *_),) = named_paths(Path("clientsmith.toml")).values()
    assert os.path.abspath(document) == str(Path.cwd() / copy)


def test_two_apps_have_two_copies() -> None:
    table = '[targets.{0}]\ndocument = "app.{0}:app"\nlock = "specs/{0}.lock"\noutput = "out"\n'
    tables = (f'{table.format(name)}package = "{name}"\n' for name in ("main", "admin"))
    Path("clientsmith.toml").write_text("".join(tables))
    with pytest.raises(ClientsmithError, match="keep the documents of two apps in"):
        load_targets(Path.cwd())


def test_init_keeps_the_copy_of_another_app(run: Shell) -> None:
    Path("clientsmith.toml").unlink()
    Path("app/admin.py").write_text(APP.replace("Birds", "Admin"))
    for name in ("main", "admin"):
        run("init", "--yes", "--run-app", f"app.{name}:app")
    titles = [
        json.loads(Path(f"specs/{folder}/openapi.json").read_text())["info"]["title"]
        for folder in ("app", "app_admin_app")
    ]
    assert titles == ["Birds", "Admin"]


def test_check_without_the_app_knows_the_copy_of_another(run: Shell) -> None:
    assert run("generate", "--run-app")[0] == 0
    assert run("check")[0] == 0
    Path("clientsmith.toml").write_text(CONFIG.replace("main:app", "main:create_app()"))
    code, out, _ = run("check")
    assert code == 1
    assert "openapi.json: stale" in out


def has_ended(process: int) -> bool:
    try:
        return ") Z " in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return True


def commit(name: str) -> None:
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", name], ["tag", name]):
        subprocess.run([*git, *words], check=True)


def test_a_diff_since_a_commit_compares_with_the_copy_that_was_kept_then(run: Shell) -> None:
    run("generate", "--run-app")
    commit("v1")
    Path("ran").unlink()
    Path("app/main.py").write_text(APP.replace("/birds", "/trees"))
    code, out, err = run("diff", "--since", "v1")
    assert code == 0
    kept = "birds: the kept v1:specs/birds/openapi.json is compared with"
    assert err == f"{kept} the kept {COPY}; --run-app asks app.main:app for it\n"
    assert out == "birds: no change that a caller can notice\n"
    assert not Path("ran").exists()
    before = COPY.read_bytes()
    code, out, err = run("diff", "--since", "v1", "--run-app")
    assert err == f"{kept} what app.main:app describes now\n"
    assert "client.trees" in out
    assert COPY.read_bytes() == before
    assert run("diff", "--since", "v1", "--run-app", "--quiet")[2] == ""


def test_a_diff_needs_a_copy_or_the_app(run: Shell) -> None:
    run("generate", "--run-app")
    commit("v1")
    COPY.unlink()
    code, _, err = run("diff", "--since", "v1")
    assert code == 1
    assert f"error[app-not-run] there is no '{COPY}', the kept document of 'app.main:app'" in err
    code, out, _ = run("diff", "--since", "v1", "--run-app")
    assert (code, out) == (0, "birds: no change that a caller can notice\n")
    assert not COPY.exists()


def test_two_documents_are_compared_as_those_of_an_apps_target(run: Shell) -> None:
    run("generate", "--run-app")
    Path("ran").unlink()
    code, out, err = run("diff", str(COPY), str(COPY), "--target", "birds", "--run-app")
    assert (code, out, err) == (0, "birds: no change that a caller can notice\n", "")
    assert not Path("ran").exists()
