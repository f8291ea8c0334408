"""Runs a page from its top to its end, in a folder of its own, against a server on this machine."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from contextlib import ExitStack, suppress
from pathlib import Path

from ..wire.server import Answer, serving
from .answers import answer
from .pages import ROOT, Block, blocks, commands, text_of

ELSEWHERE = ("make", "pip", "uv", "pipx")
"""Programs of commands that other tests run, or whose words they check."""

_START = Path(__file__).with_name("project")
"""The project that pages without a document of their own are about."""

_DRIVER = """
import contextlib, importlib, io, json, sys, traceback
names = {"__name__": "__main__"}
for line in sys.stdin:
    code, out = json.loads(line), io.StringIO()
    importlib.invalidate_caches()
    try:
        with contextlib.redirect_stdout(out):
            exec(compile(code, "page", "exec"), names)
        failure = ""
    except BaseException:
        failure = traceback.format_exc()
    print(json.dumps([out.getvalue(), failure]), flush=True)
"""


class Project:
    """The folder of somebody who does what a page says, with the programs that it names."""

    def __init__(self, folder: Path, url: str, installed: Path | None = None) -> None:
        """Make the folder; `installed` has the programs of an environment to use instead of ours.

        Without it, clientsmith is that of the checkout.
        """
        programs = folder / "programs"
        self.folder = folder / "project"
        programs.mkdir()
        shutil.copytree(_START, self.folder)
        self._interpreter = str(installed / "python") if installed else sys.executable
        for name, words in (("clientsmith", "-m clientsmith"), ("python", "")):
            script = programs / name
            script.write_text(f'#!/bin/sh\nexec {shlex.quote(self._interpreter)} {words} "$@"\n')
            script.chmod(0o755)
        identity = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "t"), ("EMAIL", "t@example.com"))
        }
        hidden = ("CI", "GITHUB", "TELNYX_", "PETS_")
        kept = {key: value for key, value in os.environ.items() if not key.startswith(hidden)}
        self.environment = {
            **kept,
            **identity,
            "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": os.pathsep.join(
                map(
                    str,
                    (
                        self.folder,
                        self.folder / "generated",
                        ROOT / "generated",
                        *(() if installed else (ROOT / "generator",)),
                    ),
                )
            ),
            "CLIENTSMITH_CACHE_DIR": str(folder / "cache"),
            "TELNYX_BASE_URL": f"{url}/v2",
            "TELNYX_API_KEY": "KEY",
            "PETS_BASE_URL": url,
            "COLUMNS": "80",
        }
        self._python: subprocess.Popen[str] | None = None

    def shell(self, command: str) -> tuple[int, str]:
        """Run a command; return its exit code and all that it prints."""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return done.returncode, done.stdout

    def terminal(self, command: str) -> str:
        """Run a command whose standard output is a terminal; return what it prints there."""
        reader, writer = os.openpty()
        with open(reader, "rb") as printed:
            running = subprocess.Popen(
                ["bash", "-c", command],
                cwd=self.folder,
                env={**self.environment, "TERM": "xterm-256color"},
                stdout=writer,
                stderr=subprocess.DEVNULL,
            )
            os.close(writer)
            text = b""
            # The end of a terminal is an error, which says so where the program has gone.
            with suppress(OSError):
                while piece := printed.read1():
                    text += piece
            assert running.wait() == 0, text
        return text.decode().replace("\r\n", "\n")

    def python(self, code: str) -> str:
        """Run code after what ran before it; return what it prints. It has to succeed."""
        if self._python is None:
            self._python = subprocess.Popen(
                [self._interpreter, "-c", _DRIVER],
                cwd=self.folder,
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        assert self._python.stdin
        assert self._python.stdout
        print(json.dumps(code), file=self._python.stdin, flush=True)
        printed, failure = json.loads(self._python.stdout.readline())
        assert not failure, f"{code}\n{failure}"
        return printed

    def close(self) -> None:
        if self._python is not None:
            self._python.communicate()


def run_page(page: Path, folder: Path, installed: Path | None = None) -> str:
    """Run every block of a page; return its text with what the commands print now.

    `installed` is that of `Project`.

    Raises:
        AssertionError: a command or a snippet fails.
    """
    text, shift = text_of(page), 0
    with ExitStack() as stack:
        server = stack.enter_context(serving())
        server.will(Answer(act=answer))
        project = Project(folder, server.url, installed)
        stack.callback(project.close)
        for block in blocks(page):
            try:
                printed = run_block(block, project)
            except AssertionError as failure:
                failure.add_note(f"{page.name}:{block.line}")
                raise
            if printed is not None:
                start, end = (each + shift for each in block.span)
                text = text[:start] + printed + text[end:]
                shift += len(printed) - (end - start)
    return text


def run_block(block: Block, project: Project) -> str | None:
    """Run a block; return what is to be where the page shows output, None where it shows none."""
    if block.file:
        path = project.folder / block.file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return None
    match block.language:
        case "sh":
            for command in commands(block.text):
                if shlex.split(command, comments=True)[0] not in ELSEWHERE:
                    code, printed = project.shell(command)
                    assert code == 0, f"{command}\n{printed}"
            return None
        case "console":
            given = [line for line in block.text.splitlines() if line.startswith("$ ")]
            return "".join(f"{line}\n{project.shell(line[2:])[1]}" for line in given)
        case "python":
            printed = project.python(block.text)
            return None if block.output is None else printed
        case _:
            return None
