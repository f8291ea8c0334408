"""The server of the tutorial: its calls succeed against it, as the page shows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from .pages import DOCS, blocks
from .running import Project, run_block

PORT = "8000"


def test_the_calls_of_the_tutorial_reach_its_own_server(tmp_path: Path) -> None:
    project = Project(tmp_path, "")
    files = {block.file: block for block in blocks(DOCS / "tutorial.md") if block.file}
    # Another test may have the port of the page.
    free = files["server.py"].text.replace(f'("127.0.0.1", {PORT})', '("127.0.0.1", 0)')
    told = free.replace(
        'ThreadingHTTPServer(("127.0.0.1", 0), Handler).serve_forever()',
        'server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)\n'
        "    print(server.server_port, flush=True)\n    server.serve_forever()",
    )
    assert told != free != files["server.py"].text
    (project.folder / "server.py").write_text(told, encoding="utf-8")
    server = subprocess.Popen(
        [sys.executable, "server.py"],
        cwd=project.folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert server.stdout
        project.environment["PETS_BASE_URL"] = (
            f"http://127.0.0.1:{server.stdout.readline().strip()}"
        )
        for name in ("openapi.yaml", "clientsmith.toml"):
            run_block(files[name], project)
        assert project.shell("clientsmith generate --quiet")[0] == 0
        calls = [each for each in blocks(DOCS / "tutorial.md") if each.output is not None]
        assert len(calls) == 3
        assert [project.python(each.text) for each in calls] == [each.output for each in calls]
    finally:
        project.close()
        server.kill()
        server.communicate()


def test_the_document_names_the_server_of_the_tutorial() -> None:
    files = {block.file: block.text for block in blocks(DOCS / "tutorial.md") if block.file}
    assert f"servers: [{{url: http://127.0.0.1:{PORT}}}]" in files["openapi.yaml"]
    assert f'("127.0.0.1", {PORT})' in files["server.py"]
