"""What making a client loads, whichever optional parts it has."""

from __future__ import annotations

import subprocess
import sys

import pytest

from .golden_client import Clients

# What takes long to load, and is needed by calls only.
HEAVY = {"pydantic", "pydantic_core", "httpx2", "asyncio", "ssl", "aiohttp", "pyreqwest"}
_MADE = """
import sys
sys.path.insert(0, sys.argv[1])
{made}
print(*sys.modules)
"""


def loaded(clients: Clients, case: str, made: str) -> set[str]:
    """Return the modules that a process has loaded once it has made a client."""
    script = _MADE.format(made=made)
    command = [sys.executable, "-S", "-c", script, str(clients.folder(case))]
    ran = subprocess.run(command, env={}, check=True, capture_output=True, text=True)
    return set(ran.stdout.split())


SMALL = "minimal", "from minimal import Minimal; Minimal(base_url='https://a.example')"


MADE = {
    "webhooks": "from webhooks import AsyncWebhooks, Webhooks; Webhooks('K'); AsyncWebhooks('K')",
    "credentials": "from credentials import Credentials; Credentials('a')",
    "pages": "from pages import Pages; Pages(base_url='https://a.example')",
    "servers": "from servers import Servers; Servers()",
}


@pytest.mark.parametrize("case", MADE)
def test_an_optional_part_loads_what_the_small_client_does(clients: Clients, case: str) -> None:
    small = loaded(clients, *SMALL)
    modules = loaded(clients, case, MADE[case])
    assert not HEAVY & modules
    assert len(modules) <= 1.2 * len(small)
