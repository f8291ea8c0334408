"""The command line: options, output and exit codes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tiers import slow

from clientsmith import __version__, pipeline
from clientsmith.cli import main
from clientsmith.config import load_targets

DOCUMENT = """\
openapi: 3.1.0
info: {title: Small, version: 1.0.0}
servers: [{url: "https://api.example.com"}]
paths:
  /accounts/{id}:
    get:
      operationId: getAccount
      parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      responses:
        '200':
          description: The account.
          content:
            application/json:
              schema: {$ref: '#/components/schemas/Account'}
components:
  schemas:
    Account:
      type: object
      description: An account.
      properties:
        id: {type: string}
"""
CONFIG = """\
[targets.small]
document = "openapi.yaml"
output = "out"
package = "small"
"""
DIRECT = ("--document", "openapi.yaml", "--package", "small", "--output", "out")


class Shell:
    """Runs clientsmith in the current folder."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> tuple[int, str, str]:
        """Exit code, standard output and standard error."""
        with pytest.raises(SystemExit) as caught:
            main(arguments)
        reported = self._capsys.readouterr()
        assert "Traceback" not in reported.err
        code = caught.value.code
        assert isinstance(code, int)
        return code, reported.out, reported.err


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(DOCUMENT)
    Path("clientsmith.toml").write_text(CONFIG)
    return Shell(capsys)


def names(folder: str) -> set[str]:
    return {path.name for path in Path(folder).iterdir()}


def test_version_and_help(run: Shell) -> None:
    assert run("--version") == (0, f"clientsmith {__version__}\n", "")
    code, out, _ = run("generate", "--help")
    assert code == 0
    assert "--document" in out


def test_generate_then_nothing_to_do_then_check(run: Shell) -> None:
    code, out, err = run("generate")
    assert (code, err) == (0, "")
    assert out.startswith("small: 1 operation, ")
    assert out.endswith(" files written in out/small\n")
    assert {"client.py", "_custom", "_runtime", "models"} <= names("out/small")
    assert Path("names.lock").is_file()
    assert names("out") == {"small"}
    assert run("generate") == (0, "small: nothing to do\n", "")
    assert run("check") == (0, "small: up to date\n", "")


def test_generate_without_configuration(run: Shell) -> None:
    Path("clientsmith.toml").unlink()
    code, out, _ = run("generate", *DIRECT, "--client", "Tiny")
    assert code == 0
    assert "class Tiny(" in Path("out/small/client.py").read_text()
    assert "out/small" in out
    assert not Path("names.lock").exists()
    assert run("generate", *DIRECT, "--client", "Tiny")[1] == "small: nothing to do\n"
    assert run("check", *DIRECT, "--client", "Tiny")[0] == 0


def test_quiet_and_verbose_stand_on_either_side(run: Shell) -> None:
    assert run("generate", "--quiet") == (0, "", "")
    Path("out/small/client.py").unlink()
    assert run("--verbose", "generate")[1].splitlines()[0] == "wrote out/small/client.py"
    assert run("-q", "check") == (0, "", "")


@pytest.mark.parametrize(
    "change",
    [
        "document",
        "configuration",
        "template",
        "lock",
        "custom class",
        "generated file",
        "generator",
    ],
)
def test_whatever_a_client_is_made_of_is_looked_at(run: Shell, change: str) -> None:
    Path("house").mkdir()
    Path("clientsmith.toml").write_text(CONFIG + 'templates = "house"\n')
    run("generate")
    assert run("generate")[1] == "small: nothing to do\n"
    match change:
        case "document":
            Path("openapi.yaml").write_text(DOCUMENT + "# a remark\n")
        case "configuration":
            Path("clientsmith.toml").write_text(
                CONFIG + 'templates = "house"\nenvironment = "LITTLE"\n'
            )
        case "template":
            run("templates", "eject", "client.py.jinja", "--to", "house")
        case "lock":
            Path("names.lock").unlink()
        case "custom class":
            Path("out/small/_custom/more.py").write_text("class Account: ...\n")
        case "generated file":
            Path("out/small/client.py").unlink()
        case _:
            # A manifest older than the generator.
            os.utime("out/small/.clientsmith-manifest.json", (1, 1))
    assert "nothing to do" not in run("generate")[1]
    assert run("generate")[1] == "small: nothing to do\n"


def test_a_folder_can_be_moved_and_is_still_current(run: Shell) -> None:
    run("generate")
    inner = Path("moved")
    inner.mkdir()
    for name in ("openapi.yaml", "clientsmith.toml", "names.lock", "names.record", "out"):
        Path(name).rename(inner / name)
    assert run("generate", "--config", "moved/clientsmith.toml")[1] == "small: nothing to do\n"


def test_a_document_that_is_edited_during_a_run_is_read_by_the_next(run: Shell) -> None:
    (target,) = load_targets(Path.cwd())

    def edit(stage: str, done: int = 0, total: int = 0) -> None:
        if stage == "writing":
            Path("openapi.yaml").write_text(DOCUMENT.replace("An account.", "The account."))

    pipeline.generate(target, progress=edit)
    assert "An account." in Path("out/small/models/account.py").read_text()
    run("generate")
    assert "The account." in Path("out/small/models/account.py").read_text()


def test_an_edited_file_is_named_and_kept_unless_forced(run: Shell) -> None:
    run("generate")
    edited = Path("out/small/client.py")
    edited.write_text("# mine\n")
    code, out, err = run("generate")
    assert (code, out) == (1, "small: failed\n")
    assert "error[output-edited] 'out/small/client.py' was edited by hand" in err
    assert "hint: move the change into _custom/" in err
    assert edited.read_text() == "# mine\n"
    code, _, err = run("generate", "--force")
    assert (code, err) == (0, "overwriting out/small/client.py\n")
    assert edited.read_text() != "# mine\n"


def test_a_file_of_the_user_is_reported(run: Shell) -> None:
    Path("out/small").mkdir(parents=True)
    Path("out/small/notes.txt").write_text("call back\n")
    assert run("generate")[0] == 1
    code, out, _ = run("generate", "--force")
    assert code == 0
    assert "kept out/small/notes.txt, which clientsmith did not write\n" in out


def test_check_shows_what_is_wrong_and_writes_nothing(run: Shell) -> None:
    code, out, _ = run("check")
    assert code == 1
    assert "out/small/client.py: missing\n" in out
    assert "names.lock: missing\n" in out
    assert not Path("out").exists()
    run("generate")
    Path("out/small/client.py").write_text("# mine\n")
    Path("out/small/notes.txt").write_text("call back\n")
    Path("names.lock").write_text('{"operations": {}, "types": {}}')
    code, out, _ = run("check")
    assert code == 1
    assert "out/small/client.py: edited by hand\n--- client.py (on disk)\n" in out
    assert "\n-# mine\n" in out
    assert "out/small/notes.txt: not clientsmith's\n" in out
    assert "names.lock: stale\n" in out
    assert out.count("hint: ") == 3
    assert Path("out/small/client.py").read_text() == "# mine\n"
    code, out, _ = run("check", "--quiet")
    assert (code, len(out.splitlines())) == (1, 3)


def test_a_stale_client_after_a_change_of_the_document(run: Shell) -> None:
    run("generate")
    Path("openapi.yaml").write_text(DOCUMENT.replace("An account.", "An account of ours."))
    code, out, _ = run("check")
    assert code == 1
    assert "out/small/models/account.py: stale\n" in out
    assert run("generate")[0] == 0
    assert run("check")[0] == 0


def test_one_target_that_fails_stops_no_other(run: Shell) -> None:
    Path("bad.yaml").write_text("openapi: 3.1.0\n")
    bad = CONFIG.replace("openapi.yaml", "bad.yaml").replace('"small"', '"bad"')
    Path("clientsmith.toml").write_text(
        bad.replace(".small]", ".bad]") + 'lock = "bad.lock"\n' + CONFIG
    )
    code, out, err = run("generate")
    assert code == 1
    assert out.startswith("bad: failed\nsmall: 1 operation")
    assert "bad.yaml:1:1 error[" in err
    assert not Path("out/bad").exists()
    assert run("generate", "small")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "reported"),
    [
        (["generate", "none"], "error[target-unknown] the configuration has no target 'none'"),
        (["generate", "--config", "none.toml"], "File 'none.toml' does not exist"),
        (["generate", "--document", "none.yaml"], "File 'none.yaml' does not exist"),
        (["generate", "--document", "openapi.yaml"], "--document needs --package"),
        (["generate", *DIRECT[:4]], "--document needs --output"),
        (["generate", *DIRECT, "small"], "--document cannot go with a TARGET"),
        (
            ["generate", *DIRECT, "--config", "clientsmith.toml"],
            "--document cannot go with --config",
        ),
        (["generate", "--package", "small"], "--package goes with --document"),
        (["check", "--output", "out"], "--output goes with --document"),
        (
            ["generate", "--document", "openapi.yaml", "--package", "a-b", "--output", "out"],
            "package: 'a-b' cannot be imported as a Python package",
        ),
        (["generate", *DIRECT, "--client", "9"], "client: '9' is not a valid name for a"),
        (["generate", "--templates", "none"], "Directory 'none' does not exist"),
        (
            ["generate", *DIRECT, "--allow-remote", "https://x.test"],
            "is not a host name; write one",
        ),
        (["validate", "openapi.yaml", "--allow-remote", "*"], "'*' is not a host name"),
        (["check", "--refetch"], "No such option"),
        (["validate"], "Missing argument 'PATH...'"),
        (["validate", "none.yaml"], "File 'none.yaml' does not exist"),
        (["validate", "openapi.yaml", "--format", "xml"], "'xml' is not one of"),
        (["templates", "eject", "client"], "there is no template 'client'"),
        (["genrate"], "No such command 'genrate'"),
        (["generate", "--frce"], "No such option"),
    ],
)
def test_wrong_usage_leaves_with_2(run: Shell, arguments: list[str], reported: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert reported in err
    assert not Path("out").exists()


def test_a_remote_document_is_refused_with_what_allows_it(run: Shell) -> None:
    url = "https://schemas.test/account.yaml"
    Path("openapi.yaml").write_text(DOCUMENT.replace("#/components/schemas/Account", url))
    code, out, err = run("generate")
    assert (code, out) == (1, "small: failed\n")
    assert f"openapi.yaml:15:30 error[ref-remote] '{url}' is on a host that is not allowed" in err
    assert "or allow the host: --allow-remote schemas.test" in err
    allowed = ("--allow-remote", "schemas.test")
    code, _, err = run("check", *allowed)
    assert code == 1
    assert f"openapi.yaml:15:30 error[ref-not-fetched] there is no copy of '{url}'" in err
    assert run("validate", "openapi.yaml", *allowed)[0] == 1
    assert not Path("out").exists()


def test_no_configuration_is_wrong_usage(run: Shell) -> None:
    Path("clientsmith.toml").unlink()
    code, _, err = run("generate")
    assert code == 2
    assert "there is no clientsmith.toml here" in err


def test_a_configured_call_that_cannot_be_has_a_place(run: Shell) -> None:
    added = '[targets.small.operations]\n"GET /accounts/{id}" = "close.list"\n"GET /gone" = "a.b"\n'
    Path("clientsmith.toml").write_text(CONFIG + added)
    code, _, err = run("generate")
    assert code == 1
    assert err.startswith("clientsmith.toml:7:1 error[config-unknown] the configuration of 'small'")
    Path("clientsmith.toml").write_text(CONFIG + added.rpartition('"GET /gone"')[0])
    assert run("generate")[2] == (
        "clientsmith.toml:6:1 error[config-call] 'GET /accounts/{id}' cannot be called"
        " 'close.list': 'close' is a name that every client has\n"
        '  6 | "GET /accounts/{id}" = "close.list"\n'
        "    | ^\n"
        "  hint: choose another name, or name those otherwise here as well\n"
    )


def test_a_wrong_configuration_leaves_with_1(run: Shell) -> None:
    Path("clientsmith.toml").write_text(CONFIG + 'clint = "A"\n')
    code, _, err = run("generate")
    assert code == 1
    assert err == (
        "clientsmith.toml:5:1 error[config-unknown-key] unknown key 'clint' in target 'small'\n"
        '  5 | clint = "A"\n'
        "    | ^\n"
        "  hint: did you mean 'client'?\n"
    )


def test_a_wrong_document_is_placed_and_nothing_written(run: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT.replace("schemas/Account", "schemas/Acount"))
    code, _, err = run("generate")
    assert code == 1
    assert "openapi.yaml:15:" in err
    assert not Path("out").exists()
    assert not Path("names.lock").exists()


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_validate(run: Shell, form: str) -> None:
    code, out, err = run("validate", "openapi.yaml", "--format", form)
    assert (code, err) == (0, "")
    assert {"text": "no problems" in out, "json": '"errors": 0' in out, "github": not out}[form]
    Path("other.yaml").write_text(DOCUMENT.replace("schemas/Account", "schemas/Acount"))
    code, out, err = run("validate", "openapi.yaml", "other.yaml", "--format", form)
    assert (code, err) == (1, "")
    if form == "json":
        assert json.loads(out)["diagnostics"][0]["file"] == "other.yaml"
    else:
        assert out.startswith(
            {"text": "other.yaml:15:", "github": "::error file=other.yaml,"}[form]
        )


def test_validate_of_what_is_no_document(run: Shell) -> None:
    Path("openapi.yaml").write_text("a: [\n")
    code, out, _ = run("validate", "openapi.yaml")
    assert code == 1
    assert out.startswith("openapi.yaml:1:5 error[")


def test_templates_are_listed_and_ejected_once(run: Shell) -> None:
    code, out, _ = run("templates", "list")
    assert code == 0
    assert "client.py.jinja" in out.splitlines()
    assert run("templates", "eject", "client.py.jinja", "--to", "house") == (
        0,
        "house/client.py.jinja\n",
        "",
    )
    Path("house/client.py.jinja").write_text("mine\n")
    code, _, err = run("templates", "eject", "client.py.jinja", "--to", "house")
    assert code == 1
    assert "'house/client.py.jinja' exists" in err
    assert Path("house/client.py.jinja").read_text() == "mine\n"
    Path("flat").write_text("")
    code, _, err = run("templates", "eject", "client.py.jinja", "--to", "flat/deep")
    assert code == 1
    assert "cannot be written" in err


def test_a_template_of_the_house_takes_the_place_of_ours(run: Shell) -> None:
    run("templates", "eject", "client.py.jinja", "--to", "house")
    template = Path("house/client.py.jinja")
    template.write_text(template.read_text() + "\n# Of the house.\n")
    assert run("generate", "--templates", "house")[0] == 0
    assert "# Of the house." in Path("out/small/client.py").read_text()
    template.write_text("{{ no_such_value }}")
    code, _, err = run("generate", "--templates", "house")
    assert code == 1
    assert "house/client.py.jinja:1:1 error[template]" in err


def test_a_place_that_cannot_be_written(run: Shell) -> None:
    Path("out").write_text("a file\n")
    code, _, err = run("generate")
    assert code == 1
    assert "error[output-failed] 'out/small' cannot be written: " in err


def test_a_mistake_of_ours_is_reported_as_one(
    run: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def break_down() -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(os, "getcwd", break_down)
    with pytest.raises(SystemExit) as caught:
        main(["generate"])
    assert caught.value.code == 1
    assert f"This is a mistake in clientsmith {__version__}" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "code"), [(["--version"], 0), (["genrate"], 2)])
def test_a_process_ends_with_its_code_and_frees_nothing_piece_by_piece(
    arguments: list[str], code: int
) -> None:
    ending = "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count()))"
    program = f"{ending}; from clientsmith.__main__ import run; run()"
    _, environment = start()
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert int(done.stdout.split()[-1]) > 1000


def start(*arguments: str, **variables: str) -> tuple[list[str], dict[str, str]]:
    generator = str(Path(__file__).parents[2] / "generator")
    environment = {**os.environ, "PYTHONPATH": generator, "TERM": "xterm", **variables}
    return [sys.executable, "-m", "clientsmith", *arguments], environment


def on_terminal(command: list[str], environment: dict[str, str]) -> str:
    """What a command prints where somebody watches."""
    ours, theirs = os.openpty()
    process = subprocess.Popen(command, env=environment, stderr=theirs, stdout=theirs)
    os.close(theirs)
    reported = b""
    while True:
        try:
            part = os.read(ours, 65536)
        except OSError:
            break
        if not part:
            break
        reported += part
    process.wait()
    os.close(ours)
    return reported.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="the test opens a terminal")
def test_a_first_run_without_a_configuration_points_to_init_once(run: Shell) -> None:
    document = load_targets(Path.cwd())[0].document.relative_to(Path.cwd())
    alone = ("generate", "--document", str(document), "--package", "other", "--output", "elsewhere")
    hint = f"`clientsmith init {document}` writes a configuration, by which names last"
    assert on_terminal(*start(*alone)).count(hint) == 1
    assert hint not in on_terminal(*start(*alone, "--force"))
    assert hint not in on_terminal(*start("generate"))
    assert hint not in run("generate", *alone[1:4], "third", *alone[5:])[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the test opens a terminal")
@pytest.mark.parametrize("no_color", [slow(""), slow("1")])  # The sample is the next test.
def test_a_terminal_gets_color_unless_asked_not_to(run: Shell, no_color: str) -> None:
    reported = on_terminal(*start("generate", NO_COLOR=no_color))
    assert reported.splitlines()[-1].endswith(" files written in out/small")
    assert on_terminal(*start("generate", NO_COLOR=no_color)) == "small: nothing to do\r\n"
    Path("clientsmith.toml").write_text(CONFIG + 'clint = "A"\n')
    reported = on_terminal(*start("generate", NO_COLOR=no_color))
    assert ("\x1b[1;31m" in reported) == (not no_color)


@pytest.mark.skipif(sys.platform == "win32", reason="the test opens a terminal")
def test_a_terminal_gets_progress_by_stages_and_counts_of_files(run: Shell) -> None:
    paths = "".join(
        f"  /birds{number}:\n    get:\n      operationId: list{number}\n"
        "      responses: {'204': {description: None.}}\n"
        for number in range(50)
    )
    Path("openapi.yaml").write_text(
        'openapi: 3.1.0\ninfo: {title: Small, version: "1"}\npaths:\n' + paths
    )
    impatient = "from clientsmith.cli import main, progress; progress.PATIENCE = 0; main()"
    _, environment = start()
    reported = on_terminal([sys.executable, "-c", impatient, "generate"], environment)
    counts = re.findall(r"small: making files.*?(\d+) of (\d+)", reported)
    assert counts
    assert all(int(done) <= int(total) for done, total in counts)
    (total,) = {int(total) for _, total in counts}
    assert total > 50
    assert reported.splitlines()[-1].endswith(" files written in out/small")
    assert "making files" not in on_terminal(*start("generate", "--force", "--quiet"))


_STAGES = """
import sys, time
from clientsmith.cli import progress
progress.PATIENCE = float(sys.argv[1])
with progress.ProgressLine("birds") as line:
    line.show("reading")
    while progress.PATIENCE < 1 and line._bar is None:
        time.sleep(0.01)
    line.show("making files", 3, 1200)
    line.close()
    print("done")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="the test opens a terminal")
def test_a_terminal_gets_progress_of_a_run_that_takes_longer() -> None:
    def shown(patience: str) -> str:
        _, environment = start()
        return on_terminal([sys.executable, "-c", _STAGES, patience], environment)

    assert shown("3600") == "done\r\n"
    reported = shown("0.1")
    assert "birds: reading" in reported
    assert "3 of 1,200" in reported
    assert reported.index("birds: reading") < reported.index("birds: making files")
    # What stood there is cleared before anything else is printed.
    assert "\x1b[2K" in reported[reported.rindex("1,200") :]


def test_a_run_with_nothing_to_do_loads_no_stage(run: Shell) -> None:
    run("generate")
    command, environment = start("generate", PYTHONPROFILEIMPORTTIME="1")
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout == "small: nothing to do\n"
    loaded = {line.rsplit("|")[-1].strip() for line in done.stderr.splitlines()}
    heavy = {
        "black",
        "datamodel_code_generator",
        "jinja2",
        "openapi_spec_validator",
        "rich",
        "yaml",
    }
    assert "pydantic" in loaded
    assert not heavy & loaded


def test_a_closed_pipe_is_no_mistake(run: Shell) -> None:
    command, environment = start("check")
    process = subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    reported = process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1
    assert b"Traceback" not in reported


def test_answers_that_the_configuration_cannot_describe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = "paths:\n  /a:\n    head: {responses: {'200': {description: Here.}}}\n"
    info = "openapi: 3.0.3\ninfo: {title: A, version: '1'}\n"
    (tmp_path / "openapi.yaml").write_text(info + paths)
    table = '[targets.a]\ndocument = "openapi.yaml"\noutput = "."\npackage = "a"\n'
    monkeypatch.chdir(tmp_path)
    for key, said in (
        (
            "HEAD /a",
            "7:1 error[config-answer] answers of 'HEAD /a': the answer to HEAD has no body",
        ),
        (
            "HEAD /b",
            "7:1 error[config-unknown] the configuration of 'a' names the operation 'HEAD /b'",
        ),
    ):
        (tmp_path / "clientsmith.toml").write_text(
            f'{table}\n[targets.a.answers]\n"{key}" = "file"\n'
        )
        with pytest.raises(SystemExit) as stopped:
            main(["generate"])
        assert stopped.value.code == 1
        reported = capsys.readouterr().err
        assert f"clientsmith.toml:{said}" in reported
    assert "did you mean 'HEAD /a'" in reported


def test_a_configuration_that_names_what_the_document_has_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "openapi.yaml").write_text(DOCUMENT)
    (tmp_path / "clientsmith.toml").write_text(
        '[targets.a]\ndocument = "openapi.yaml"\noutput = "."\npackage = "a"\n'
        '[targets.a.operations]\n"GET /acounts/{id}" = "accounts.find"\n'
        '[targets.a.types]\n"#/components/schemas/Nope" = "Yes"\n'
    )
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        main(["generate"])
    assert stopped.value.code == 1
    reported = capsys.readouterr().err
    assert "names the operation 'GET /acounts/{id}', which the document does not have" in reported
    assert "did you mean 'GET /accounts/{id}'" in reported
    assert "names a type at '#/components/schemas/Nope'" in reported


def test_another_document_for_the_same_folder_is_something_to_do(run: Shell) -> None:
    Path("other.yaml").write_text(DOCUMENT.replace("title: ", "title: Other ", 1))
    options = ("generate", "--package", "small", "--output", "out", "--document")
    assert run(*options, "openapi.yaml")[0] == 0
    assert "nothing to do" in run(*options, "openapi.yaml")[1]
    assert "nothing to do" not in run(*options, "other.yaml")[1]
