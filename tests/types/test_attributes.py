"""What type checkers make of attributes in snake_case: they are read and built by these names."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.tiers import slow
from tests.wire.golden_client import Clients

CALLS = """
from datetime import datetime
from typing import assert_type

from attributes import AsyncAttributes, Attributes, models


def read(client: Attributes) -> None:
    order = client.orders.retrieve("o1")
    assert_type(order.order_id, str)
    assert_type(order.created_at, datetime)
    assert_type(order.ship_to.post_code if order.ship_to else None, str | None)
    assert_type(order.paid_by, models.CardPayment | models.BankPayment | None)
    for each in client.orders.list(page_token="p1"):
        assert_type(each.line_count_2, int | None)
    if order.ship_to and order.paid_by:
        client.orders.update("o1", ship_to=order.ship_to, paid_by=order.paid_by)
    client.orders.update("o1", ship_to={"streetName": "Main St", "postCode": None})
    client.orders.update("o1", ship_to={"street_name": "Main St"})  # wrong
    order.createdAt  # wrong


async def read_async(client: AsyncAttributes) -> None:
    assert_type((await client.orders.list()).next_page_token, str | None)


def build(now: datetime) -> None:
    address = models.Address(street_name="Main St")
    payment = models.CardPayment(payment_kind="CardPayment", last_four="1234")
    order = models.Order(order_id="o1", created_at=now, ship_to=address, paid_by=payment)
    models.ListOrdersPage(orders=[order])
    models.Order(order_id="o1")  # wrong
"""
# What mypy keeps of pydantic from one run of the tests to the next spares five seconds of CPU time.
CACHE = Path(__file__).parents[2] / ".cache/mypy"
WRONG = [number for number, line in enumerate(CALLS.splitlines(), 1) if line.endswith("  # wrong")]


# Of pyright, test_types.py has the sample.
@pytest.mark.parametrize("checker", [slow("pyright"), "mypy"])
def test_both_checkers_know_the_attributes(checker: str, tmp_path: Path, clients: Clients) -> None:
    """What is wrong is found by each of them, and nothing else."""
    (tmp_path / "calls.py").write_text(CALLS, encoding="utf-8")
    folder = clients.folder("attributes")
    (tmp_path / "pyrightconfig.json").write_text(
        f'{{"typeCheckingMode": "strict", "extraPaths": ["{folder}"], '
        '"reportUnusedExpression": false}'
    )
    commands = {
        "pyright": ["--pythonpath", sys.executable],
        "mypy": ["--strict", f"--cache-dir={CACHE}", "calls.py"],
    }
    done = subprocess.run(
        [sys.executable, "-m", checker, *commands[checker]],
        cwd=tmp_path,
        env={"MYPYPATH": str(folder), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    lines = {int(at) for at in re.findall(r"calls\.py:(\d+)(?::\d+)?(?: -|:) error", done.stdout)}
    assert sorted(lines) == WRONG, done.stdout + done.stderr
