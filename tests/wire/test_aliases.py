"""Programs with old names go on working on the wire, are warned, and then are told what to use."""

from __future__ import annotations

import asyncio
import inspect
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.aliases_project import Project

from .server import Answer, Server, json_answer, serving

REHOME = '[targets.pets.operations]\n"DELETE /pets/{id}" = "pets.rehome"\n'
PET = json_answer({"id": "7", "name": "Rex", "age": 3})


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    project.generate()
    return project


def warned(act: Callable[[], Any]) -> tuple[Any, list[warnings.WarningMessage]]:
    """What a program gives, and the warnings of deprecated names."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        result = act()
    return result, [each for each in caught if each.category is DeprecationWarning]


def here() -> int:
    frame = inspect.currentframe()
    assert frame is not None
    assert frame.f_back is not None
    return frame.f_back.f_lineno


def test_a_renamed_call_works_in_all_its_kinds(project: Project, server: Server) -> None:
    project.replace_settings(REHOME)
    project.paths["/shop/toys/{id}"] = project.paths.pop("/toys/{id}")
    project.generate("2.1")
    lines: list[int] = []

    with project.package() as package:

        def synchronous() -> list[Any]:
            with package.PetShop(base_url=server.url) as client:
                lines.append(here() + 1)
                client.pets.delete("1")
                lines.append(here() + 1)
                raw = client.toys.with_raw_response.retrieve("2")
                lines.append(here() + 1)
                with client.toys.with_streaming_response.retrieve("3") as response:
                    return [raw.parse(), response.parse()]

        async def asynchronous() -> list[Any]:
            async with package.AsyncPetShop(base_url=server.url) as client:
                lines.append(here() + 1)
                await client.pets.delete("1")
                lines.append(here() + 1)
                raw = await client.toys.with_raw_response.retrieve("2")
                lines.append(here() + 1)
                async with client.toys.with_streaming_response.retrieve("3") as response:
                    return [await raw.parse(), await response.parse()]

        for program in (synchronous, lambda: asyncio.run(asynchronous())):
            lines.clear()
            server.will(Answer(204), PET)
            pets, found = warned(program)
            assert [pet.id for pet in pets] == ["7", "7"]
            assert [f"{each.method} {each.target}" for each in server.sent] == [
                "DELETE /pets/1",
                "GET /shop/toys/2",
                "GET /shop/toys/3",
            ]
            assert [str(each.message) for each in found] == [
                "pets.delete() is deprecated since version 2.1: use pets.rehome()",
                "toys.retrieve() is deprecated since version 2.1: use shop.toys.retrieve()",
                "toys.retrieve() is deprecated since version 2.1: use shop.toys.retrieve()",
            ]
            assert {each.filename for each in found} == {__file__}
            assert [each.lineno for each in found] == lines
            server.will(Answer(204))
            with package.PetShop(base_url=server.url) as client:
                assert warned(lambda: client.pets.rehome("1"))[1] == []


def test_a_removed_call_says_since_when_and_what_to_use(project: Project) -> None:
    project.replace_settings(REHOME)
    del project.paths["/toys/{id}"]
    project.generate("2.1")
    for version in ("2.2", "2.3"):
        project.step(version)
    with project.package() as package:
        assert package.RemovedError.__bases__ == (package.PetShopError, AttributeError)
        for client in (package.PetShop(), package.AsyncPetShop()):
            views = (client.pets, client.pets.with_raw_response)
            for pets in (*views, client.pets.with_streaming_response):
                with pytest.raises(package.RemovedError) as caught:
                    pets.delete("1")
                assert str(caught.value) == (
                    "pets.delete() was removed in version 2.3: use pets.rehome()"
                )
                assert not hasattr(pets, "delete")
                assert "delete" not in dir(pets)
                with pytest.raises(AttributeError, match="has no attribute 'remove'"):
                    pets.remove("1")


def test_a_removed_resource_says_since_when(project: Project) -> None:
    del project.paths["/toys/{id}"]
    project.generate("2.1")
    with project.package() as package:
        client = package.PetShop()
        with pytest.raises(package.RemovedError, match=r"^toys was removed in version 2\.1$"):
            client.toys.retrieve("1")
        with pytest.raises(AttributeError, match="'PetShop' object has no attribute 'games'"):
            client.games.retrieve("1")
