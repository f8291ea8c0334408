"""`docs/diagnostics.md` has every code; each example causes its code; `explain` prints both."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.diagnostics.explanations import explanations, page

from ..tiers import slow
from ..unit.test_cli import Shell, run
from .codes import codes
from .pages import DOCS, Block, blocks, commands, text_of
from .running import Project

__all__ = ["run"]

PAGE = DOCS / "diagnostics.md"
WITHOUT_EXAMPLE = {
    *("limit-fetch-seconds", "models-unexpected", "output-busy", "output-path", "prove-format"),
    "ref-changed",
}
"""Codes that need a slow host, a second program at the same time, or a fault of ours."""
_CAUSED_BY = re.compile(r"No example: [^`]+\. `(tests/[\w/]+\.py)::(\w+)`\s+causes it\.\n")


def examples() -> dict[str, Block]:
    headings = [
        (text_of(PAGE)[: each.start()].count("\n") + 1, each[1])
        for each in re.finditer(r"^### (.+)$", text_of(PAGE), re.M)
    ]
    return {
        [code for line, code in headings if line < block.line][-1]: block for block in blocks(PAGE)
    }


EXAMPLES = examples()


def test_every_code_has_its_explanation_and_its_example() -> None:
    assert page() == PAGE
    assert sorted(explanations()) == sorted(codes())
    assert sorted(EXAMPLES) == sorted(codes() - WITHOUT_EXAMPLE)
    for code, text in explanations().items():
        assert re.match(r"(Error|Warning)[.,;]? ", text), code
        assert "\nFix: " in text, code
        assert ("No example: " in text) == (code in WITHOUT_EXAMPLE), code


@pytest.mark.parametrize("code", sorted(WITHOUT_EXAMPLE))
def test_a_code_without_an_example_names_a_test_that_causes_it(code: str) -> None:
    found = _CAUSED_BY.search(explanations()[code])
    assert found is not None
    source = (DOCS.parent / found[1]).read_text(encoding="utf-8")
    body = source.partition(f"def {found[2]}(")[2].partition("\n\n\n")[0]
    assert code in body


@pytest.fixture
def project(run: Shell) -> Shell:
    """The folder of the tutorial."""
    files = {block.file: block.text for block in blocks(DOCS / "tutorial.md") if block.file}
    for name in ("openapi.yaml", "clientsmith.toml"):
        Path(name).write_text(files[name], encoding="utf-8")
    return run


@pytest.mark.parametrize("code", EXAMPLES)
def test_an_example_causes_its_code_and_no_other(
    project: Shell, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    block = EXAMPLES[code]
    match block.language:
        case "toml":
            Path("clientsmith.toml").write_text(block.text, encoding="utf-8")
            printed = project("generate")
        case "json":
            Path("openapi.json").write_text(block.text, encoding="utf-8")
            printed = project("validate", "openapi.json")
        case "yaml" if block.text.startswith("overlay:"):
            Path("fix.yaml").write_text(block.text, encoding="utf-8")
            printed = project("validate", "openapi.yaml", "--overlay", "fix.yaml")
        case "yaml":
            Path("openapi.yaml").write_text(whole(block.text), encoding="utf-8")
            printed = project("validate", "openapi.yaml")
        case _:
            printed = shell(block, project, monkeypatch)
    said = "".join(map(str, printed))
    found = set(re.findall(r"(?:error|warning)\[([a-z-]+)\]", said))
    # A document of Swagger 2.0 is always said to be converted.
    assert found - ({"swagger"} if code == "swagger-lost" else set()) == {code}, said
    severity = explanations()[code].partition(".")[0].lower()
    shown = set(re.findall(r"(error|warning)\[", said))
    assert all(each in severity for each in shown), said


def whole(text: str) -> str:
    """Return a document with the lines that an example leaves out."""
    if not re.match(r"openapi:|swagger:", text):
        text = f"openapi: 3.1.0\n{text}"
    if not re.search(r"^info:", text, re.M):
        first, _, rest = text.partition("\n")
        text = f'{first}\ninfo: {{title: Pets, version: "1"}}\n{rest}'
    return text if re.search(r"^paths:", text, re.M) else f"{text}paths: {{}}\n"


def shell(block: Block, run: Shell, monkeypatch: pytest.MonkeyPatch) -> tuple[object, ...]:
    """Run each command, those of clientsmith in this process; return what the last one prints."""
    printed: tuple[object, ...] = ()
    for key in ("NAME", "EMAIL"):
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_{key}", "t@example.com")
    for command in commands(block.text):
        folder, _, inner = command.rpartition(" && ")
        if folder:
            monkeypatch.chdir(folder.removeprefix("cd "))
        variable, _, program = inner.partition(" ")
        if "=" in variable and program.startswith("clientsmith "):
            monkeypatch.setenv(*variable.split("=", 1))
            inner = program
        if inner.startswith("clientsmith "):
            printed = run(*shlex.split(inner)[1:])
        else:
            subprocess.run(["bash", "-c", inner], check=True, env={**os.environ, "LC_ALL": "C"})
    return printed


def test_explain_prints_what_the_page_says(run: Shell) -> None:
    code, out, _ = run("explain", "ref-missing")
    assert code == 0
    assert out == f"ref-missing\n\n{explanations()['ref-missing']}"
    assert "```yaml\n" in out
    assert run("explain", "error[ref-missing]")[1] == out


def test_an_unknown_code_is_an_error_with_the_nearest(run: Shell) -> None:
    code, _, err = run("explain", "ref-mising")
    assert code == 2
    assert "there is no code 'ref-mising'; did you mean 'ref-missing'?" in err
    assert "`clientsmith explain` lists them all" in run("explain", "zzz")[2]


def test_explain_without_a_code_lists_them_all_with_a_line_each(run: Shell) -> None:
    code, out, _ = run("explain")
    assert code == 0
    lines = [line.split(maxsplit=1) for line in out.splitlines()]
    assert [name for name, _ in lines] == list(explanations())
    meanings = dict(lines)
    assert meanings["ref-missing"] == "A `$ref` leads nowhere"
    assert meanings["schema-type"] == "There is no such `type`"
    assert meanings["record"].startswith(
        "`names.record`, which describes the client before this run"
    )
    starts = ("Error", "Warning")
    assert not [meaning for meaning in meanings.values() if meaning.startswith(starts)]


@pytest.mark.parametrize("command", ["validate openapi.yaml", slow("generate --force")])
def test_a_terminal_shows_once_how_to_have_a_code_explained(command: str, tmp_path: Path) -> None:
    project = Project(tmp_path, "http://127.0.0.1:9")
    broken = "openapi: 3.1.0\ninfo: {title: a, version: '1'}\nsecurity: [{a: []}, {b: []}]\n"
    (project.folder / "openapi.yaml").write_text(f"{broken}paths: {{}}\n", encoding="utf-8")
    reported = "`clientsmith explain security-scheme` says what this code means"
    piped = project.shell(f"clientsmith {command}")[1]
    assert "security-scheme]" in piped
    assert reported not in piped
    assert project.terminal(f"clientsmith {command} 2>&1").count(reported) == 1
    quiet = project.terminal(f"clientsmith {command} --quiet 2>&1")
    assert "security-scheme" in quiet
    assert reported not in quiet


def test_explaining_loads_neither_the_pipeline_nor_yaml() -> None:
    code = (
        "import sys; from clientsmith.cli import main\n"
        "try: main(['explain', 'alias'])\n"
        "except SystemExit: pass\n"
        "print([name for name in ('yaml', 'clientsmith.pipeline') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(page()).parents[1] / "generator")},
    )
    assert done.stdout.endswith("[]\n")
