"""The pages in the package: every example of API.md runs, and sends what the document allows."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import telnyx_external_connections
from telnyx_external_connections import Telnyx

from clientsmith.config import ad_hoc_target
from clientsmith.pipeline import generate
from tests.golden import golden

from .document import approves, operations, success
from .golden_client import Clients
from .server import Server, json_answer, serving

FOLDER = Path(telnyx_external_connections.__file__).parent
PAGE = (FOLDER / "API.md").read_text(encoding="utf-8")
CALLS = re.findall(r"## `(.+?)`\n\n.*?`([A-Z]+ /.*?)`.*?```python\n(.*?)```", PAGE, re.DOTALL)


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


def test_the_page_has_every_operation() -> None:
    assert sorted(operation for _, operation, _ in CALLS) == sorted(operations())


@pytest.mark.parametrize(("name", "operation", "example"), CALLS, ids=[row[0] for row in CALLS])
def test_the_example_runs(server: Server, name: str, operation: str, example: str) -> None:
    status, value = success(operation)
    answer = json_answer(value, status)
    server.will(answer)
    assert example.startswith(f"client.{name}(")
    with Telnyx("KEY", base_url=f"{server.url}/v2") as client:
        exec(example, {"client": client})
    (sent,) = server.sent
    approves(sent, answer)


AGENTS = (FOLDER / "AGENTS.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [PAGE, AGENTS], ids=["API.md", "AGENTS.md"])
def test_the_options_of_every_call_are_named(page: str) -> None:
    for option in telnyx_external_connections.RequestOptions.__optional_keys__:
        assert f"`{option}`" in page


def test_agents_read_what_becomes_of_a_model_given_back(clients: Clients) -> None:
    assert re.search(r"can pass the model of a response.*`readOnly`.*left out", AGENTS, re.DOTALL)
    folder = Path(str(clients("minimal").__file__)).parent
    assert "the model of a response" not in (folder / "AGENTS.md").read_text(encoding="utf-8")


def test_what_agents_read_is_there() -> None:
    page = AGENTS
    names = re.findall(r"`([A-Z]\w+Error|[A-Z]?\w*Telnyx)`", page)
    assert len(names) > 8
    for name in names:
        assert hasattr(telnyx_external_connections, name)
    for path in re.findall(r"`(\w+\.(?:md|json)|_custom)/?`", page):
        assert (FOLDER / path).exists()


class Recorder:
    """Stands for a client, or what is below it: binds a call to the signature of the real one."""

    def __init__(self, real: Any) -> None:
        self._real = real

    def __getattr__(self, name: str) -> Recorder:
        return Recorder(getattr(self._real, name))

    def __call__(self, *args: object, **kwargs: object) -> None:
        inspect.signature(self._real).bind(self._real, *args, **kwargs)


@pytest.mark.parametrize("case", [case.name for case in golden.CASES])
def test_every_example_has_the_required_arguments(clients: Clients, case: str) -> None:
    package = clients(case)
    page = (Path(str(package.__file__)).parent / "API.md").read_text(encoding="utf-8")
    exported = (getattr(package, name) for name in package.__all__ if "Async" not in name)
    (client,) = (each for each in exported if hasattr(each, "with_options"))
    for example in re.findall(r"```python\n(client\..*?)```", page, re.DOTALL):
        exec(example, {"client": Recorder(client)})


def test_each_call_has_a_table_of_its_arguments_types_limits_and_errors() -> None:
    for name, operation, _ in CALLS:
        section = PAGE.partition(f"## `{name}`\n")[2].partition("\n## ")[0]
        rows = dict(re.findall(r"^\| `?(\w+)`?[^|]* \| (`.*`) \|", section, re.M))
        function: Any = Telnyx
        for part in name.split("."):
            function = getattr(function, part)
        own = [each for each in inspect.signature(function).parameters if each not in OTHERS]
        assert [*rows][: len(own)] == own, operation
        assert "returns" in rows
        assert rows["error"] == "`models.ErrorResponse`"
    assert "| `webhook_timeout_secs` | `int \\| None` | 0 to 30 |" in PAGE


OTHERS = ("self", "options")


def test_the_examples_for_agents_run(server: Server) -> None:
    status, value = success("POST /external_connections")
    server.will(json_answer(value, status))
    names: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", AGENTS, re.DOTALL):
        code = block.replace("Telnyx()", f"Telnyx('KEY', base_url='{server.url}')")
        exec(code.replace("Telnyx(transport", "Telnyx('KEY', transport"), names)
    assert names["raw"].status_code == status
    assert names["fake"].external_connections.list is not None
    names["client"].close()


def large(paths: int) -> dict[str, Any]:
    operation = {"summary": "See `one`", "responses": {"204": {"description": "None."}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://large.example"}],
        "paths": {
            f"/group{number % 3}/part{number}": {"get": operation} for number in range(paths)
        },
    }


@pytest.mark.parametrize(("paths", "parts"), [(100, 0), (101, 3)])
def test_past_a_hundred_calls_each_resource_has_a_page(
    paths: int, parts: int, tmp_path: Path
) -> None:
    document = tmp_path / "openapi.json"
    document.write_text(json.dumps(large(paths)))
    generate(ad_hoc_target(document, "large_client", None, tmp_path))
    folder = tmp_path / "large_client"
    page = (folder / "API.md").read_text(encoding="utf-8")
    pages = re.findall(r"^## \[`\w+`\]\((api/\w+\.md)\)$", page, re.M)
    assert len(pages) == parts
    texts = [(folder / each).read_text(encoding="utf-8") for each in pages] or [page]
    assert sum(text.count("\n```python\nclient.") for text in texts) == paths
    if parts:
        assert page.count("\n- `group") == paths
        assert "- `group0.part0.retrieve`: See \\`one\\`\n" in page
