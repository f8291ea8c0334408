"""`clientsmith init`: from a document to a first call."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.cli import main
from clientsmith.config import load_targets

from ..init_project import DOCUMENT, Shell, first_call, init, project
from ..wire.server import json_answer, serving

__all__ = ["init", "project"]


def test_a_document_is_found_looked_at_and_a_client_made(init: Shell) -> None:
    code, out, err = init("--yes")
    assert (code, err) == (0, "")
    assert out.startswith(
        "found openapi.yaml\nopenapi.yaml: Bird API 2\n  dialect     OpenAPI 3.1.0"
    )
    assert "\n  operations  2\n  server      https://api.example.com\n" in out
    assert "\n  credentials BIRD_API_KEY\n" in out
    assert "\n  pages       1 list\n              birds.list (" in out
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
