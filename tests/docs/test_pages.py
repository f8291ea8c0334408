"""Every command and snippet of the pages runs and prints what stands there; every link leads on."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from ..tiers import slow
from .pages import (
    DOCS,
    README,
    ROOT,
    anchors,
    blocks,
    commands,
    inline_code,
    links,
    name_of,
    pages,
    text_of,
)
from .running import run_page
from .written import APART, PAGES, PICTURE, options, picture, shown, words_of

# The README is the sample: most that it runs is of the tutorial.
RUN = [page if page == README else slow(page) for page in pages() if page not in APART]


@pytest.mark.parametrize("page", RUN, ids=lambda page: name_of(page))
def test_a_page_runs_and_prints_what_it_shows(page: Path, tmp_path: Path) -> None:
    assert run_page(page, tmp_path) == text_of(page), "`make pages` writes what is printed now"


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_that_a_command_writes_is_current(page: Path) -> None:
    assert PAGES[page]() == text_of(page), "run `make pages`"


def test_the_picture_is_current() -> None:
    assert shown(picture()) == shown(PICTURE.read_text(encoding="utf-8")), "run `make pages`"


def test_the_picture_needs_no_other_host() -> None:
    svg = PICTURE.read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"\s]+", svg) == ["http://www.w3.org/2000/svg"]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_each_link_leads_somewhere(page: Path) -> None:
    for path, anchor in links(page):
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), path
        # The site has the pages of `docs/` alone.
        assert page == README or target.is_relative_to(DOCS), path
        assert not anchor or anchor in anchors(target), f"{path}#{anchor}"


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_each_command_in_the_text_exists_with_its_options(page: Path) -> None:
    given = [
        line for block in blocks(page) if block.language == "sh" for line in commands(block.text)
    ]
    for command in (*given, *inline_code(page)):
        if not command.startswith("clientsmith "):
            continue
        known = options(words_of(command)[1:])
        assert known is not None, command
        for option in re.findall(r"(?<=\s)--?[a-z][a-z-]*", command):
            assert option in known, command


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_each_option_in_the_text_is_one(page: Path) -> None:
    every = options([])
    assert every is not None
    for words in (
        ["init"],
        ["watch"],
        ["generate"],
        ["check"],
        ["validate"],
        ["diff"],
        ["drift"],
        ["release"],
        *groups(),
    ):
        every |= options(words) or set()
    named = [word for code in inline_code(page) for word in code.split() if word.startswith("--")]
    assert {each.partition("=")[0] for each in named} - every - OTHERS == set()


OTHERS = {"--enable-error-code", "--no-deps"}
"""Options of other programs that the text names."""


def groups() -> list[list[str]]:
    names = [["names", name] for name in ("list", "explain", "pin", "merge")]
    overlays = [["overlay", name] for name in ("apply", "diff", "validate")]
    return [*overlays, *names, ["templates", "eject"]]


@pytest.mark.parametrize("page", pages(), ids=name_of)
def test_each_block_is_of_its_language(page: Path) -> None:
    # What is wrong in the documents of this page is what it is about; another test runs them.
    is_of_faults = page.name == "diagnostics.md"
    for block in blocks(page):
        match block.language:
            case "yaml" | "json" | "toml" if is_of_faults:
                assert block.text
            case "yaml":
                assert yaml.safe_load(block.text)
            case "json":
                rows = [block.text] if block.text.startswith("{\n") else block.text.splitlines()
                assert [json.loads(row) for row in rows]
            case "toml":
                assert tomllib.loads(block.text)
            case language:
                assert language in ("sh", "console", "python", "text", "jinja")


def test_each_verb_of_make_is_one_and_is_named() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z-]+):", makefile, re.M))
    # `make` alone names these.
    named = {"help", "clean", "format"}
    for page in pages():
        given = [block.text for block in blocks(page) if block.language == "sh"]
        for command in (*(line for text in given for line in commands(text)), *inline_code(page)):
            if command.startswith("make "):
                # A word with a `=` in it sets a variable.
                named |= {word for word in words_of(command)[1:] if "=" not in word}
    assert named == verbs


def test_each_page_is_on_the_first_page_and_in_the_menu() -> None:
    names = {page.name for page in DOCS.glob("*.md")} - {"index.md"}
    assert {path for path, _ in links(DOCS / "index.md") if path.endswith(".md")} == names
    menu = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    assert set(re.findall(r'"([\w-]+\.md)"', menu)) == names | {"index.md"}


def test_the_readme_fits_on_a_screen() -> None:
    assert len(text_of(README).splitlines()) <= 80


INSTALLERS = [
    line
    for block in blocks(README)
    if block.language == "sh"
    for line in commands(block.text)
    if line.endswith(" .") and line.split()[0] in ("pip", "uv", "pipx")
]


@pytest.mark.slow
@pytest.mark.parametrize("command", INSTALLERS)
def test_the_command_is_installed_from_the_checkout(command: str, tmp_path: Path) -> None:
    """Into a folder of its own: nothing of the user's is touched."""
    program = command.split()[0]
    environment = {**os.environ, "HOME": str(tmp_path)}
    for name in ("UV_TOOL_DIR", "PIPX_HOME"):
        environment[name] = str(tmp_path / "tools")
    for name in ("UV_TOOL_BIN_DIR", "PIPX_BIN_DIR"):
        environment[name] = str(tmp_path / "bin")
    words = command.split()
    if program == "pip":
        subprocess.run([sys.executable, "-m", "venv", tmp_path], check=True)
        words[0] = str(tmp_path / "bin/pip")
    elif not shutil.which(program):
        pytest.skip(f"{program} is not installed")
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True)
    if "command not found" in done.stderr:
        pytest.skip(f"{program} is not installed")
    assert done.returncode == 0, done.stderr
    found = subprocess.run(
        [tmp_path / "bin/clientsmith", "templates", "list"], capture_output=True, text=True
    )
    assert "resource.py.jinja" in found.stdout.split()


def test_the_places_of_changes_exist() -> None:
    """The files that `docs/design.md` names for each change, and what one finds there."""
    text = (DOCS / "design.md").read_text("utf-8")
    rows = text.partition("## Where to make a change")[2].partition("\n## ")[0].splitlines()
    table = [row.split(" | ") for row in rows if row.startswith("| ")][1:]
    assert len(table) > 8
    for row in table:
        for name in re.findall(r"`([\w/.-]+/[\w.-]+|pipeline\.py)`", row[1]):
            inside = (
                ROOT if name.startswith(("templates/", "docs/")) else ROOT / "generator/clientsmith"
            )
            assert (inside / name).exists(), f"{row[0]}: {name}"
