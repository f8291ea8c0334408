"""The pages of `docs/` show what happens: their files are written, their commands run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from .test_cli import Shell, run

__all__ = ["run"]

DOCS = Path(__file__).parents[2] / "docs"
# A paragraph that ends with the name of a file, and the block after it.
FILE = re.compile(r"`([\w.]+\.(?:yaml|toml|jsonl))`[^`\n]*:\n\n```\w+\n(.*?)^```$", re.M | re.S)
CONSOLE = re.compile(r"^```console\n\$ clientsmith (.*?)\n(.*?)^```$", re.M | re.S)
TOML = re.compile(r"^```toml\n(.*?)^```$", re.M | re.S)


@pytest.mark.parametrize("page", ["overlays.md"])
def test_each_command_prints_what_the_page_shows(run: Shell, page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    files = FILE.findall(text)
    assert {name for name, _ in files} >= {"openapi.yaml", "fix.yaml", "drift.jsonl"}
    for name, content in files:
        Path(name).write_text(content, encoding="utf-8")
    shown = CONSOLE.findall(text)
    assert len(shown) >= 5
    for command, output in shown:
        _, out, err = run(*shlex.split(command))
        assert f"{err}{out}" == output


def test_the_configuration_of_the_page_generates(run: Shell) -> None:
    text = (DOCS / "overlays.md").read_text(encoding="utf-8")
    for name, content in FILE.findall(text):
        Path(name).write_text(content, encoding="utf-8")
    (configuration,) = TOML.findall(text)
    Path("clientsmith.toml").write_text(configuration, encoding="utf-8")
    assert run("generate", "--strict")[0] == 0
    assert "limit: int" in Path("generated/pets/resources/pets.py").read_text(encoding="utf-8")
