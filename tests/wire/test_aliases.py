"""Old names go on working on the wire, with a warning, until they end in an error."""

from __future__ import annotations

import asyncio
import inspect
import sys
import warnings
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from importlib import import_module, invalidate_caches
from pathlib import Path
from typing import Any

import pytest

from clientsmith.pipeline import generate
from tests.aliases_project import Project
from tests.golden import golden

from .golden_client import CASES
from .server import Answer, Server, json_answer, serving

REHOME = '[targets.pets.operations]\n"DELETE /pets/{id}" = "pets.rehome"\n'
EVENTS = {"Content-Type": "text/event-stream"}
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


def query(project: Project) -> dict[str, Any]:
    return project.paths["/pets"]["get"]["parameters"][0]


def test_an_old_argument_works_and_warns(project: Project, server: Server) -> None:
    query(project)["name"] = "kind"
    project.paths["/pets/{pet}"] = project.paths.pop("/pets/{id}")
    project.paths["/pets/{pet}"]["parameters"][0] = {
        **project.paths["/pets/{pet}"]["parameters"][0],
        "name": "pet",
    }
    out = project.generate("2.1")
    assert "Breaks at run time" not in out
    assert "client.pets.list(species=) has another name; the old one is deprecated" in out
    server.will(json_answer({"data": []}), PET)
    with project.package() as package:
        with package.PetShop(base_url=server.url) as client:
            _, found = warned(lambda: client.pets.list(species="cat"))
            assert [str(each.message) for each in found] == [
                "pets.list(species=) is deprecated since version 2.1: use pets.list(kind=)"
            ]
            assert found[0].filename == __file__
            assert warned(lambda: client.pets.retrieve(id="5"))[0].id == "7"
            assert warned(lambda: client.pets.retrieve("5"))[1] == []
            assert warned(lambda: client.pets.list(species=package.omit))[1] == []
            with pytest.raises(package.OptionError, match="are the same argument: pass kind"):
                warned(lambda: client.pets.list(species="a", kind="b"))

        async def asynchronous() -> None:
            async with package.AsyncPetShop(base_url=server.url) as client:
                await client.pets.list(species="dog")
                await client.pets.with_raw_response.list(species="dog")
                async with client.pets.with_streaming_response.list(species="dog"):
                    pass

        server.sent.clear()
        _, found = warned(lambda: asyncio.run(asynchronous()))
        assert [each.target for each in server.sent] == ["/pets?kind=dog"] * 3
        assert [each.filename for each in found] == [__file__] * 3
    for version in ("2.2", "2.3"):
        out = project.step(version)
    assert "client.pets.list(species=) was deprecated, and is gone" in out
    with project.package() as package:
        client = package.PetShop()
        message = r"^pets.list\(species=\) was removed in version 2.3: use pets.list\(kind=\)$"
        with pytest.raises(package.OptionError, match=message):
            client.pets.list(species="cat")


def test_a_removed_argument_says_since_when(project: Project) -> None:
    project.paths["/pets"]["get"]["parameters"].pop(0)
    assert "client.pets.list(species=) is no argument any more" in project.generate("2.1")
    with project.package() as package:
        client = package.PetShop()
        message = r"^pets.list\(species=\) was removed in version 2.1$"
        with pytest.raises(package.OptionError, match=message):
            client.pets.list(species="cat")


def test_an_argument_of_a_renamed_call_keeps_both_old_names(
    project: Project, server: Server
) -> None:
    project.replace_settings('[targets.pets.operations]\n"GET /pets" = "pets.find"\n')
    query(project)["name"] = "kind"
    assert "Breaks at run time" not in project.generate("2.1")
    server.will(json_answer({"data": []}))
    with project.package() as package, package.PetShop(base_url=server.url) as client:
        _, found = warned(lambda: client.pets.list(species="cat"))
        assert [each.target for each in server.sent] == ["/pets?kind=cat"]
        assert [str(each.message).partition(":")[0] for each in found] == [
            "pets.list() is deprecated since version 2.1",
            "pets.find(species=) is deprecated since version 2.1",
        ]


def test_an_old_field_gives_the_new_one(project: Project, server: Server) -> None:
    properties = project.schemas["Animal"]["properties"]
    properties["title"] = properties.pop("name")
    project.schemas["Animal"]["required"] = ["id", "title"]
    del project.schemas["Animals"]["properties"]["total"]
    out = project.generate("2.1")
    assert (
        "models.Animal.name has another name; the old one is deprecated, and works for 2 more"
        " minor steps: models.Animal.name → models.Animal.title" in out
    )
    server.will(json_answer({"id": "1", "title": "Rex", "extra": 1}), json_answer({"data": []}))
    with project.package() as package, package.PetShop(base_url=server.url) as client:
        pet = client.pets.retrieve("1")
        name, found = warned(lambda: pet.name)
        assert name == pet.title == "Rex"
        assert [str(each.message) for each in found] == [
            "Animal.name is deprecated since version 2.1: use Animal.title"
        ]
        assert found[0].filename == __file__
        assert pet.to_dict() == {"id": "1", "title": "Rex", "extra": 1}
        assert pet.extra == 1
        pets = client.pets.list()
        with pytest.raises(package.RemovedError, match=r"^models.Animals.total was removed in "):
            _ = pets.total
        assert not hasattr(pets, "total")
        with pytest.raises(AttributeError, match="'Animals' object has no attribute 'other'"):
            _ = pets.other
    for version in ("2.2", "2.3"):
        project.step(version)
    server.will(json_answer({"id": "1", "title": "Rex"}))
    with project.package() as package, package.PetShop(base_url=server.url) as client:
        pet = client.pets.retrieve("1")
        message = "^models.Animal.name was removed in version 2.3: use models.Animal.title$"
        with pytest.raises(package.RemovedError, match=message):
            _ = pet.name
    # What a server still sends is there, whatever the document says.
    server.will(json_answer({"id": "1", "title": "Rex", "name": "sent"}))
    with project.package() as package, package.PetShop(base_url=server.url) as client:
        assert client.pets.retrieve("1").name == "sent"


def from_models(name: str) -> Any:
    """A class that a line of this file imports."""
    scope: dict[str, Any] = {}
    exec(compile(f"from pets_client.models import {name}", __file__, "exec"), scope)
    return scope[name]


def test_an_old_class_gives_the_new_one(project: Project) -> None:
    project.replace_settings('[targets.pets.types]\n"#/components/schemas/Animal" = "Pet"\n')
    project.settings = project.settings.replace('client = "PetShop"', 'client = "Shop"')
    del project.paths["/pets"]
    del project.schemas["Animals"]
    out = project.generate("2.1")
    assert "models.Animal has another name; the old one is deprecated" in out
    assert "PetShop has another name; the old one is deprecated" in out
    with project.package() as package:
        models: Any = import_module("pets_client.models")
        for act in (lambda: from_models("Animal"), lambda: models.Animal):
            animal, found = warned(act)
            assert animal is models.Pet
            assert [str(each.message) for each in found] == [
                "models.Animal is deprecated since version 2.1: use models.Pet"
            ]
            assert found[0].filename == __file__
        for name, new in (("PetShop", "Shop"), ("AsyncPetShop", "AsyncShop")):
            old, found = warned(lambda name=name: getattr(package, name))
            assert old is getattr(package, new)
            assert str(found[0].message).endswith(f"use {new}")
        assert warned(lambda: package.PetShopError)[0] is package.ShopError
        with pytest.raises(ImportError, match=r"^models.Animals was removed in version 2.1$"):
            from_models("Animals")
        with pytest.raises(
            package.RemovedError, match=r"^models.Animals was removed in version 2.1$"
        ):
            _ = models.Animals
        assert not hasattr(models, "Animals")
        assert "Animals" not in dir(models)
        with pytest.raises(ImportError, match="cannot import name 'Other'"):
            from_models("Other")


@contextmanager
def renamed_client(case: str, operations: dict[str, str], folder: Path) -> Generator[Any]:
    """The client of a golden case, of which some calls have another name since its first run."""
    package = f"renamed_{case}"
    target = golden.target(CASES / case, folder).model_copy(
        update={"output": folder, "lock": folder / "names.lock", "package": package}
    )
    generate(target)
    generate(target.model_copy(update={"operations": operations}))
    sys.path.insert(0, str(folder))
    invalidate_caches()
    try:
        yield import_module(package)
    finally:
        sys.path.remove(str(folder))


def test_an_old_name_of_a_list_walks_its_pages(tmp_path: Path, server: Server) -> None:
    first = json_answer([{"id": "a"}], Link=f"<{server.url}/repos?page=2>; rel=next")
    with renamed_client("pages", {"GET /repos": "repos.all"}, tmp_path) as package:

        def synchronous() -> list[str]:
            with package.Pages(base_url=server.url) as client:
                return [each.id for each in client.repos.list()]

        async def asynchronous() -> list[str]:
            async with package.AsyncPages(base_url=server.url) as client:
                return [each.id async for each in client.repos.list()]

        for program in (synchronous, lambda: asyncio.run(asynchronous())):
            server.will(first, json_answer([{"id": "b"}]))
            ids, found = warned(program)
            assert ids == ["a", "b"]
            assert [str(each.message) for each in found] == [
                "repos.list() is deprecated since version 1: use repos.all()"
            ]
            assert found[0].filename == __file__


def test_an_old_name_of_a_call_that_can_stream_streams(tmp_path: Path, server: Server) -> None:
    calls = {"POST /chat/completions": "chat.completions.complete"}
    chunks = Answer(200, b'data: {"delta": "a"}\n\ndata: [DONE]\n\n', EVENTS)
    with renamed_client("completions", calls, tmp_path) as package:

        def synchronous() -> list[str]:
            with package.Completions(base_url=server.url) as client:
                create = client.chat.completions.create
                return [each.delta for each in create(model="m", messages=[], stream=True)]

        async def asynchronous() -> list[str]:
            async with package.AsyncCompletions(base_url=server.url) as client:
                create = client.chat.completions.create
                stream = await create(model="m", messages=[], stream=True)
                return [each.delta async for each in stream]

        for program in (synchronous, lambda: asyncio.run(asynchronous())):
            server.will(chunks)
            deltas, found = warned(program)
            assert deltas == ["a"]
            assert len(found) == 1
            assert found[0].filename == __file__
