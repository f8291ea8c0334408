"""The pages in the package: every example of API.md runs, and sends what the document allows."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import telnyx_external_connections
from telnyx_external_connections import Telnyx

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


def test_agents_are_told_what_becomes_of_a_model_given_back(clients: Clients) -> None:
    assert re.search(
        r"model of an answer can be given back.*`readOnly`.*left out", AGENTS, re.DOTALL
    )
    folder = Path(str(clients("minimal").__file__)).parent
    assert "given back" not in (folder / "AGENTS.md").read_text(encoding="utf-8")


def test_what_agents_are_told_is_there() -> None:
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
