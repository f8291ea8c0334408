"""What `clientsmith init` starts from: a file, a URL or an application, named or found."""

from __future__ import annotations

import os
from pathlib import Path
from typing import cast

import pytest

from clientsmith.cli import main
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import Fetched
from clientsmith.document.remote import FetchError
from clientsmith.setup import download, find_app, find_documents

from ..init_project import DOCUMENT, Shell, init, project

__all__ = ["init", "project"]


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


@pytest.mark.slow  # test_apps.py has the sample.
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
    assert "error[app-not-run] the document is that of the app 'main:app', which was" in err
    assert "hint: `clientsmith init --yes --run-app main:app` runs it to read its document" in err
    assert not Path("ran").exists()
    code, out, _ = init("--yes", "--run-app")
    assert code == 0
    assert 'document = "main:app"\n' in Path("clientsmith.toml").read_text()
    assert "`clientsmith generate --run-app` brings the client up to date\n" in out
    assert Path("birds/client.py").is_file()
    with pytest.raises(SystemExit) as checked:
        main(("check",))
    assert checked.value.code == 0
    # Its copy of the document is none to start from.
    Path("ran").unlink()
    assert find_documents(Path()) == []
    code, out, _ = init("--yes")
    assert code == 0
    assert (
        "clientsmith.toml has the target 'birds' for main:app: there is nothing to start\n" in out
    )
    assert "`clientsmith generate --run-app` brings its client up to date\n" in out
    assert not Path("ran").exists()


def test_a_document_that_has_a_target_is_not_proposed_again(init: Shell) -> None:
    init("--yes")
    before = Path("clientsmith.toml").read_bytes()
    for source in ((), ("openapi.yaml",), ("./openapi.yaml", "--package", "bird")):
        code, out, _ = init("--yes", *source)
        assert code == 0
        assert "clientsmith.toml has the target 'bird' for openapi.yaml: there is" in out
        assert "`clientsmith generate` brings its client up to date\n" in out
    assert Path("clientsmith.toml").read_bytes() == before
    _, out, _ = init("--yes", "--ci", "gitlab", "--hook")
    assert "wrote .gitlab-ci.yml\nwrote .pre-commit-config.yaml\n" in out
    assert (
        r"^(openapi\\.yaml|clientsmith\\.toml|bird/)" in Path(".pre-commit-config.yaml").read_text()
    )
    # A second client of it is added where its name is given.
    code, out, _ = init("--yes", "--package", "fowl")
    assert code == 1
    assert "clientsmith.toml exists, and was left as it is. Add the target 'fowl':" in out


def test_of_several_documents_one_without_a_target_is_proposed(init: Shell) -> None:
    init("--yes")
    Path("specs").mkdir()
    Path("specs/swagger.yaml").write_text(DOCUMENT.replace("Bird API", "Tree API"))
    assert "found specs/swagger.yaml\n" in init("--yes")[1]


def test_a_configuration_at_fault_keeps_no_document_from_being_looked_at(init: Shell) -> None:
    Path("clientsmith.toml").write_text("[targets.bird]\ndocument = 7\n")
    code, out, _ = init("--yes")
    assert code == 1
    assert "found openapi.yaml\n" in out
    assert "clientsmith.toml exists, and was left as it is. Add the target 'bird':" in out


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
