"""`client.warmup()`: what a server wants loaded before traffic is loaded, and no more."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType

import pytest

from .golden_client import Clients, anew

ADDRESS = "http://127.0.0.1:1"


@pytest.fixture
def unions(clients: Clients) -> Iterator[ModuleType]:
    with anew("unions", clients) as package:
        yield package


def loaded(package: ModuleType) -> set[str]:
    """The modules of a package's resources, models and params that are loaded."""
    folders = tuple(f"{package.__name__}.{name}." for name in ("resources", "models", "params"))
    return {name for name in sys.modules if name.startswith(folders)}


@pytest.mark.parametrize("client", ["Unions", "AsyncUnions"])
def test_a_warm_client_has_everything_loaded(unions: ModuleType, client: str) -> None:
    made = getattr(unions, client)(base_url=ADDRESS)
    assert loaded(unions) == set()
    made.warmup()
    everything = loaded(unions)
    assert {"unions.resources.homes", "unions.resources.pets"} <= everything
    assert any(name.startswith("unions.models.") for name in everything)
    made.warmup()
    assert loaded(unions) == everything


def test_one_resource_is_warmed_alone(unions: ModuleType) -> None:
    unions.Unions(base_url=ADDRESS).warmup("homes")
    assert "unions.resources.homes" in loaded(unions)
    assert "unions.resources.pets" not in loaded(unions)
