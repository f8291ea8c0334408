"""`clientsmith init`: from a document to a first call."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import cast

import pytest
import yaml

from clientsmith.cli import main
from clientsmith.config import load_targets
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import Fetched
from clientsmith.document.remote import FetchError
from clientsmith.setup import download, find_app, find_documents

from ..wire.server import json_answer, serving

DOCUMENT = """\
openapi: 3.1.0
info: {title: Bird API, version: '2'}
servers: [{url: "https://api.example.com"}]
security: [{token: []}]
paths:
  /birds:
    get:
      parameters:
        - {name: offset, in: query, schema: {type: integer}}
        - {name: limit, in: query, schema: {type: integer}}
        - {name: kind, in: query, required: true, schema: {type: string}, example: owl}
      responses:
        '200':
          description: Birds.
          content:
            application/json:
              schema:
                type: object
                properties:
                  birds: {type: array, items: {type: object, properties: {id: {type: string}}}}
                  total_count: {type: integer}
  /birds/{id}:
    delete:
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {'204': {description: Gone.}}
components:
  securitySchemes: {token: {type: http, scheme: bearer}}
"""
GENERATOR = Path(__file__).parents[2] / "generator"


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)


class Shell:
    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as caught:
            main(("init", *arguments))
        reported = self._capsys.readouterr()
        assert "Traceback" not in reported.err
        return cast("int", caught.value.code), reported.out, reported.err


@pytest.fixture
def init(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def test_a_document_is_found_looked_at_and_a_client_made(init: Shell) -> None:
    code, out, err = init("--yes")
    assert (code, err) == (0, "")
    assert out.startswith(
        "found openapi.yaml\nopenapi.yaml: Bird API 2\n  dialect     OpenAPI 3.1.0"
    )
    assert "\n  operations  2\n  server      https://api.example.com\n" in out
    assert "\n  credentials BIRD_API_KEY\n" in out
    assert "\n  pages       1 lists\n              birds.list (" in out
    assert "\nwrote clientsmith.toml\n" in out
    assert Path("clientsmith.toml").read_text() == (
        '[targets.bird]\ndocument = "openapi.yaml"\noutput = "."\n'
        'package = "bird"\nclient = "Bird"\n'
    )
    (target,) = load_targets(Path())
    assert target.client == "Bird"
    with pytest.raises(SystemExit) as checked:
        main(("check",))
    assert checked.value.code == 0


def first_call(out: str) -> str:
    """Return the code of the first call, as it stands at the end."""
    lines = out.partition("first_call.py:\n\n")[2].partition("\n\nRun it")[0].splitlines()
    return "".join(f"{line.removeprefix('    ')}\n" for line in lines)


def test_the_first_call_runs_as_it_stands(init: Shell) -> None:
    _, out, _ = init("--yes")
    code = first_call(out)
    assert 'client.birds.list(kind="owl")' in code
    Path("first_call.py").write_text(code)
    with serving() as server:
        server.will(json_answer({"birds": [{"id": "7"}], "total_count": 1}))
        environment = {**os.environ, "BIRD_BASE_URL": server.url, "BIRD_API_KEY": "secret"}
        done = subprocess.run(
            [sys.executable, "first_call.py"], env=environment, capture_output=True, text=True
        )
    assert done.returncode == 0, done.stderr
    assert [sent.target for sent in server.sent] == ["/birds?kind=owl"]


def test_a_document_without_a_server_has_a_call_with_one(init: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT.replace("servers:", "x-servers:"))
    _, out, _ = init("--yes")
    assert "server      none named; `base_url=` names it\n" in out
    assert 'Bird(base_url="http://localhost:8000")' in first_call(out)


def test_the_first_call_reads_rather_than_writes(init: Shell) -> None:
    text = DOCUMENT.replace("  /birds:\n    get:", "  /birds:\n    post:")
    Path("openapi.yaml").write_text(text.replace("    delete:", "    get:"))
    _, out, _ = init("--yes")
    assert "client.birds.retrieve(" in first_call(out)


def test_without_a_terminal_it_takes_yes(init: Shell) -> None:
    code, _, err = init()
    assert code == 2
    assert "init asks on a terminal; --yes takes what is proposed" in err


def test_nothing_to_start_from(init: Shell) -> None:
    Path("openapi.yaml").unlink()
    code, _, err = init("--yes")
    assert code == 1
    assert "error[init-document] there is no OpenAPI document here, and no FastAPI app" in err
    code, _, err = init("--yes", "nowhere.yaml")
    assert (code, "'nowhere.yaml' is no file" in err) == (2, True)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (("--package", "class"), "cannot be imported as a Python package"),
        (("--client", "a b"), "is not a valid name for a Python class"),
    ],
)
def test_names_that_python_refuses(init: Shell, option: tuple[str, str], words: str) -> None:
    code, _, err = init("--yes", *option)
    assert (code, words in " ".join(err.split())) == (2, True)
    assert not Path("clientsmith.toml").exists()


def test_options_take_precedence(init: Shell) -> None:
    options = ("--package", "fowl", "--client", "Fowl", "--output", "lib", "openapi.yaml")
    code, out, _ = init("--yes", *options)
    assert code == 0
    assert Path("lib/fowl/client.py").is_file()
    assert "from fowl import Fowl\n" in first_call(out)
    assert "    PYTHONPATH=lib " in out


def test_src_is_where_packages_are(init: Shell) -> None:
    Path("src").mkdir()
    init("--yes")
    assert Path("src/bird/client.py").is_file()


@pytest.mark.parametrize("taken", ["a folder", "a module of Python"])
def test_a_name_that_is_taken(init: Shell, taken: str) -> None:
    if taken == "a folder":
        Path("bird").mkdir()
    else:
        Path("openapi.yaml").write_text(DOCUMENT.replace("Bird API", "Calendar"))
    init("--yes")
    name = "bird_client" if taken == "a folder" else "calendar_client"
    assert Path(name, "client.py").is_file()


def test_an_existing_configuration_is_left_and_what_to_add_printed(init: Shell) -> None:
    before = "# Mine.\n"
    Path("clientsmith.toml").write_text(before)
    code, out, _ = init("--yes")
    assert code == 1
    assert "clientsmith.toml exists, and was left as it is. Add the target 'bird':\n\n" in out
    assert '    [targets.bird]\n    document = "openapi.yaml"\n' in out
    assert Path("clientsmith.toml").read_text() == before
    assert not Path("bird").exists()


def test_a_second_target_keeps_its_names_apart(init: Shell) -> None:
    Path("names.lock").write_text("")
    Path("clientsmith.toml").write_text("")
    assert '    lock = "bird.lock"\n' in init("--yes")[1]


def test_into_pyproject(init: Shell) -> None:
    Path("pyproject.toml").write_bytes(b'[project]\r\nname = "x"')
    code, out, _ = init("--yes", "--into", "pyproject.toml")
    assert code == 0
    assert "added the target 'bird' to pyproject.toml\n" in out
    text = Path("pyproject.toml").read_bytes()
    assert text.startswith(b'[project]\r\nname = "x"\r\n\r\n[tool.clientsmith.targets.bird]\r\n')
    assert Path("bird/client.py").is_file()


def test_a_table_that_is_there_already_is_not_added_twice(init: Shell) -> None:
    Path("pyproject.toml").write_text('[tool.clientsmith.targets.bird]\ndocument = "x"\n')
    before = Path("pyproject.toml").read_bytes()
    code, _, err = init("--yes", "--into", "pyproject.toml", "--package", "bird")
    assert code == 1
    assert "error[init-file] 'pyproject.toml' was left as it is" in err
    assert Path("pyproject.toml").read_bytes() == before


@pytest.mark.parametrize(
    ("title", "package", "client"),
    [
        ("Ünïcode Ärger", "unicode_arger", "UnicodeArger"),
        ("日本", "api", "Api"),
        ("Match", "match_client", "Match"),
        ("Con", "con_client", "Con"),
    ],
)
def test_titles_that_are_no_names(init: Shell, title: str, package: str, client: str) -> None:
    text = DOCUMENT.replace("Bird API", title)
    Path("openapi.yaml").write_text(text, encoding="utf-8")
    assert init("--yes")[0] == 0
    (target,) = load_targets(Path.cwd())
    assert (target.package, target.client) == (package, client)


def test_a_makefile_is_left_and_what_to_add_printed(init: Shell) -> None:
    Path("Makefile").write_text("all:\n")
    Path("uv.lock").touch()
    code, out, _ = init("--yes")
    assert code == 0
    assert "Makefile exists, and was left as it is. Add these rules:\n" in out
    assert "    \tuv run clientsmith generate\n" in out
    assert Path("Makefile").read_text() == "all:\n"


@pytest.mark.parametrize("kind", ["github", "gitlab"])
def test_a_step_for_ci(init: Shell, kind: str) -> None:
    path = Path({"github": ".github/workflows/clientsmith.yml", "gitlab": ".gitlab-ci.yml"}[kind])
    _, out, _ = init("--yes", "--ci", kind)
    assert f"wrote {path}\n" in out
    data = yaml.safe_load(path.read_text())
    lines = json.dumps(data)
    assert "clientsmith check" in lines
    assert "clientsmith diff --since" in lines
    assert "--format markdown" in lines
    if kind == "github":
        # No text of a pull request becomes part of a script.
        scripts = [step["run"] for step in data["jobs"]["client"]["steps"] if "run" in step]
        assert not any("${{" in script for script in scripts)
    before = path.read_text()
    shutil.rmtree("bird")
    Path("clientsmith.toml").unlink()
    path.write_text("# mine\n")
    _, out, _ = init("--yes", "--ci", kind)
    assert f"{path} exists, and was left as it is." in out
    assert path.read_text() == "# mine\n" != before


def test_the_step_for_ci_runs(init: Shell) -> None:
    init("--yes", "--ci", "github")
    git = ["git", "-c", "user.name=t", "-c", "user.email=t@example.com"]
    for words in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run([*git, *words], check=True)
    subprocess.run([*git, "update-ref", "refs/remotes/origin/main", "HEAD"], check=True)
    Path("openapi.yaml").write_text(DOCUMENT.replace("kind", "sort"))
    steps = yaml.safe_load(Path(".github/workflows/clientsmith.yml").read_text())
    programs = Path("programs")
    programs.mkdir()
    script = programs / "clientsmith"
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m clientsmith "$@"\n')
    script.chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{programs.absolute()}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(GENERATOR),
        "GITHUB_BASE_REF": "main",
        "GITHUB_STEP_SUMMARY": "summary.md",
    }
    runs = {step.get("name", ""): step.get("run", "") for step in steps["jobs"]["client"]["steps"]}
    codes = {
        name: subprocess.run(["bash", "-e", "-c", runs[name]], env=environment).returncode
        for name in ("The client is what clientsmith would write", "What changes for callers")
    }
    assert list(codes.values()) == [1, 0]
    assert "birds.list" in Path("summary.md").read_text()


def test_a_hook_for_pre_commit(init: Shell) -> None:
    _, out, _ = init("--yes", "--hook")
    assert "wrote .pre-commit-config.yaml\n" in out
    (repository,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    (hook,) = repository["hooks"]
    assert hook["entry"] == "clientsmith check --quiet"
    assert hook["files"] == r"^(openapi\.yaml|clientsmith\.toml|bird/)"
    assert hook["pass_filenames"] is False


def test_a_faulty_document_is_read_leniently_and_says_why(init: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT.replace("{type: integer}", "{type: integr}"))
    code, out, err = init("--yes")
    assert code == 0
    assert "  faults      3, which `lenient` leaves out:\n" in out
    assert "error[schema-type] there is no type 'integr'" in err
    assert "lenient = true\n" in Path("clientsmith.toml").read_text()


def test_a_document_that_is_none(init: Shell) -> None:
    Path("openapi.yaml").write_text("a: 1")
    code, _, err = init("--yes", "openapi.yaml")
    assert (code, "error[" in err) == (1, True)
    assert not Path("clientsmith.toml").exists()


def test_documents_in_the_usual_places() -> None:
    for name in ("specs/a/swagger.json", "api/my-openapi.yml", "openapi.txt", "docs/openapi.json"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text('{"swagger": "2.0"}' if "json" in name else "openapi: 3.0.0\n")
    Path("docs/openapi.json").write_text('{"other": 1}')
    found = [path.as_posix() for path in find_documents(Path())]
    assert found == ["openapi.yaml", "api/my-openapi.yml", "specs/a/swagger.json"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("from fastapi import FastAPI\napp = FastAPI()\n", "app.main:app"),
        ("import fastapi\napi: fastapi.FastAPI = fastapi.FastAPI()\n", "app.main:api"),
        ("def create(debug=False):\n    app = FastAPI()\n    return app\n", "app.main:create()"),
        ("def create(settings):\n    return FastAPI()\n", None),
        ("app = Flask()  # no FastAPI\n", None),
        ("FastAPI(", None),
    ],
)
def test_an_application_is_found_and_not_run(text: str, found: str | None) -> None:
    Path("app").mkdir()
    Path("app/main.py").write_text(f"{text}\nraise SystemExit\n" if found else text)
    assert find_app(Path()) == found


def test_an_application_that_is_found_runs_only_with_run_app(init: Shell) -> None:
    Path("openapi.yaml").unlink()
    Path("main.py").write_text(
        "from pathlib import Path\nfrom fastapi import FastAPI\nPath('ran').touch()\n"
        "app = FastAPI(title='Birds')\n\n\n@app.get('/birds')\ndef birds() -> list[str]:\n"
        "    return []\n"
    )
    code, out, err = init("--yes")
    assert code == 1
    assert out == "found the FastAPI application main:app\n"
    assert "error[app-not-run]" in err
    assert not Path("ran").exists()
    code, out, _ = init("--yes", "--run-app")
    assert code == 0
    assert 'document = "main:app"\n' in Path("clientsmith.toml").read_text()
    assert "`clientsmith generate --run-app` brings the client up to date\n" in out
    assert Path("birds/client.py").is_file()
    with pytest.raises(SystemExit) as checked:
        main(("check",))
    assert checked.value.code == 0


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://api.example.com/openapi.yaml", "is not an https URL"),
        ("https://user:secret@api.example.com/openapi.yaml", "contains credentials"),
        ("https://api.example.com:8443/openapi.yaml", "has a port other than 443"),
        ("https://10.0.0.1/openapi.yaml", "is not on the public internet"),
    ],
)
def test_a_url_that_is_not_fetched(init: Shell, url: str, words: str) -> None:
    code, _, err = init("--yes", url)
    assert code == 1
    assert words in err
    assert not Path("specs").exists()


def test_a_url_is_fetched_once_into_a_file() -> None:
    asked: list[tuple[str, set[str], int]] = []

    def fetch(url: str, hosts: object, most_bytes: int, seconds: float) -> Fetched:
        asked.append((url, set(cast("set[str]", hosts)), most_bytes))
        return Fetched(url, b"{}")

    url = "https://Api.example.com/v1/My%20openapi.json?a=b#c"
    path = download(url, Path("specs"), fetch)
    assert path == Path("specs/My-20openapi.json")
    assert asked == [
        ("https://api.example.com/v1/My%20openapi.json?a=b", {"api.example.com"}, 64 * 1024 * 1024)
    ]
    with pytest.raises(ClientsmithError, match="exists"):
        download(url, Path("specs"), fetch)
    assert download("https://api.example.com/docs", Path("specs"), fetch).name == "openapi.json"


def test_a_fetch_that_fails() -> None:
    def fetch(*_: object) -> Fetched:
        raise FetchError("the status of the response is 404")

    with pytest.raises(ClientsmithError, match="404"):
        download("https://api.example.com/x.yaml", Path("specs"), fetch)
    assert not Path("specs").exists()


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read every folder")
def test_folders_that_may_not_be_read_are_passed_over() -> None:
    for name in ("docs", "data"):
        Path(name).mkdir(mode=0o000)
    assert find_documents(Path()) == [Path("openapi.yaml")]
    assert find_app(Path()) is None
