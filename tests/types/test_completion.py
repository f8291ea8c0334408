"""What jedi, which completes in notebooks and shells, finds of the client."""

from __future__ import annotations

import shutil
from pathlib import Path

import jedi
import pytest
from tests.tiers import slow

GENERATED = Path(__file__).parents[2] / "generated"
SYNC = "from telnyx_external_connections import Telnyx\nclient = Telnyx()\n"
ASYNC = """from telnyx_external_connections import AsyncTelnyx
client = AsyncTelnyx()
async def work():
    """
CREATE = "client.external_connections.create(external_sip_connection='zoom', outbound={})"
LIST = "client.external_connections.list()"
CALLS = {"create", "list", "retrieve", "uploads", "with_raw_response", "with_streaming_response"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> jedi.Project:
    """A project with the client in it, which nothing has imported."""
    folder = tmp_path_factory.mktemp("project")
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(GENERATED, folder / "lib", ignore=ignored)
    return jedi.Project(folder, added_sys_path=[str(folder / "lib")])


ROWS = [
    (f"{SYNC}client.", {"external_connections", "with_options", "close"}),
    (f"{SYNC}client.external_connections.", CALLS),
    (f"{SYNC}client.external_connections.create(external_", {"external_sip_connection="}),
    (f"{SYNC}{CREATE}.", {"data", "to_dict"}),
    (f"{SYNC}{CREATE}.data.", {"active", "outbound"}),
    (f"{SYNC}for one in {LIST}:\n    one.", {"active", "outbound"}),
    (f"{SYNC}client.external_connections.with_raw_response.", {"create", "list"}),
    (f"{ASYNC}client.", {"external_connections", "with_options", "aclose"}),
    (f"{ASYNC}client.external_connections.", CALLS),
    (f"{ASYNC}(await {CREATE}).", {"data", "to_dict"}),
    (f"{ASYNC}(await {CREATE}).data.", {"active", "outbound"}),
    (f"{ASYNC}made = await {CREATE}\n    made.", {"data", "to_dict"}),
    (f"{ASYNC}async for one in {LIST}:\n        one.", {"active", "outbound"}),
    (f"{ASYNC}client.external_connections.uploads.", {"create", "pending_count"}),
]
# Each takes a second or two: one of either client is the sample.
SAMPLE = (f"{SYNC}{CREATE}.data.", f"{ASYNC}(await {CREATE}).data.")


@pytest.mark.parametrize(
    ("text", "wanted"), [row if row[0] in SAMPLE else slow(*row) for row in ROWS]
)
def test_calls_and_their_answers_are_completed(
    project: jedi.Project, text: str, wanted: set[str]
) -> None:
    lines = text.split("\n")
    found = jedi.Script(text, project=project).complete(len(lines), len(lines[-1]))
    assert wanted <= {each.name for each in found}
