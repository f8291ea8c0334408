"""Old names of a client's own arguments, and of the environment variables of its credentials."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.aliases_project import Project

from .server import Server, json_answer
from .test_aliases import project as project, server as server, warned

PET = json_answer({"id": "7", "name": "Rex", "age": 3})
HEADER = {"type": "apiKey", "in": "header", "name": "X-Key"}
BASIC = {"type": "http", "scheme": "basic"}
BEARER = {"type": "http", "scheme": "bearer"}


def secured(project: Project, **schemes: Any) -> None:
    """Let the operations take any of these schemes."""
    project.document["components"]["securitySchemes"] = schemes
    project.document["security"] = [{name: []} for name in schemes]


def test_a_scheme_with_another_name_keeps_the_old_arguments(
    project: Project, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    secured(project, main=HEADER, mainTwo={**HEADER, "name": "X-Two"})
    project.generate("2.0")
    assert "main_two: core.TokenTypes" in project.text("client.py")
    secured(project, main=HEADER, second={**HEADER, "name": "X-Two"})
    out = project.generate("2.1")
    assert "Breaks at run time" not in out
    assert (
        "PetShop(main_two=) has another name; the old one is deprecated, and works for 2 more minor"
        " steps: PetShop(main_two=) → PetShop(second=)" in out
    )
    assert "second=) is a new argument" not in out
    server.will(PET)
    with project.package() as package:
        client, found = warned(lambda: package.PetShop(base_url=server.url, main_two="old"))
        assert [str(each.message) for each in found] == [
            "PetShop(main_two=) is deprecated since version 2.1: use PetShop(second=)"
        ]
        assert found[0].filename == __file__
        client.pets.retrieve("1")
        assert server.sent[-1].headers["x-two"] == "old"
        for method in (client.with_options, client.copy):
            twin, found = warned(lambda method=method: method(main_two="other"))
            assert [each.filename for each in found] == [__file__]
            twin.pets.retrieve("1")
            assert server.sent[-1].headers["x-two"] == "other"
        with pytest.raises(package.OptionError, match="are the same argument: pass second alone"):
            warned(lambda: package.PetShop(main_two="a", second="b"))
        assert warned(lambda: package.PetShop(second="b"))[1] == []

        async def asynchronous() -> None:
            async with package.AsyncPetShop(base_url=server.url, main_two="async") as client:
                await client.pets.retrieve("1")

        _, found = warned(lambda: asyncio.run(asynchronous()))
        assert len(found) == 1
        assert server.sent[-1].headers["x-two"] == "async"

        monkeypatch.setenv("PET_SHOP_MAIN_TWO", "of the environment")
        client, found = warned(lambda: package.PetShop(base_url=server.url))
        assert [str(each.message) for each in found] == [
            "PET_SHOP_MAIN_TWO is deprecated since version 2.1: use PET_SHOP_SECOND"
        ]
        assert found[0].filename == __file__
        client.pets.retrieve("1")
        assert server.sent[-1].headers["x-two"] == "of the environment"
        assert warned(lambda: package.PetShop(second="b"))[1] == []
        monkeypatch.setenv("PET_SHOP_SECOND", "new")
        client, found = warned(lambda: package.PetShop(base_url=server.url))
        assert found == []
        client.pets.retrieve("1")
        assert server.sent[-1].headers["x-two"] == "new"
    monkeypatch.delenv("PET_SHOP_SECOND")
    for version in ("2.2", "2.3"):
        out = project.step(version)
    assert "PetShop(main_two=) was deprecated, and is gone" in out
    assert "PET_SHOP_MAIN_TWO was deprecated, and is gone" in out
    with project.package() as package:
        message = r"^PetShop\(main_two=\) was removed in version 2.3: use PetShop\(second=\)$"
        for act in (package.PetShop, package.AsyncPetShop, package.PetShop("x").with_options):
            with pytest.raises(package.OptionError, match=message):
                act(main_two="x")
        # The old variable is still set.
        with pytest.raises(package.PetShopError, match="environment variable PET_SHOP_SECOND"):
            package.PetShop()


def test_a_bearer_token_that_the_configuration_names_otherwise(
    project: Project, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    secured(project, main=BEARER)
    project.generate("2.0")
    lock = project.folder / "names.lock"
    lock.write_text(lock.read_text().replace('"main": "api_key"', '"main": "token"'))
    assert "PetShop(api_key=) has another name; the old one" in project.generate("2.1")
    server.will(PET)
    with project.package() as package:
        for name in ("api_key", "token"):
            client, found = warned(lambda name=name: package.PetShop(**{name: "t"}))
            assert len(found) == (name == "api_key")
            client.with_options(base_url=server.url).pets.retrieve("1")
            assert server.sent[-1].headers["authorization"] == "Bearer t"
        monkeypatch.setenv("PET_SHOP_API_KEY", "old")
        client, found = warned(lambda: package.PetShop(base_url=server.url))
        assert str(found[0].message).endswith("use PET_SHOP_TOKEN")
        client.pets.retrieve("1")
        assert server.sent[-1].headers["authorization"] == "Bearer old"


def oauth(url: str) -> dict[str, Any]:
    return {"type": "oauth2", "flows": {"clientCredentials": {"tokenUrl": url, "scopes": {}}}}


def test_clients_of_oauth_keep_all_their_old_arguments(project: Project) -> None:
    secured(project, main=oauth("/token"), robot=oauth("/robots"))
    project.generate("2.0")
    secured(project, main=oauth("/token"), machine=oauth("/robots"))
    out = project.generate("2.1", "--all")
    ends = ("", "_client_id", "_client_secret")
    for end in ends:
        assert f"PetShop(robot{end}=) has another name; the old one is deprecated" in out
    with project.package() as package:
        given = {f"robot{end}": "x" for end in ends}
        _, found = warned(lambda: package.PetShop(**given))
        said = sorted(str(each.message).partition(": ")[2] for each in found)
        assert said == [f"use PetShop(machine{end}=)" for end in ends]


def test_of_two_user_names_none_takes_the_place_of_another_for_sure(project: Project) -> None:
    # Both are sent in the same header: which one the server wants is not known.
    secured(project, owner=BASIC, staff=BASIC)
    project.generate("2.0")
    secured(project, owner=BASIC, team=BASIC)
    assert "PetShop(staff_username=) is no argument any more" in project.generate("2.1", "--all")
    message = (
        r"\(staff_username=\) was removed in version 2.1: PetShop\(team_username=\) is like it"
    )
    with project.package() as package, pytest.raises(package.OptionError, match=message):
        package.PetShop(staff_username="x")


def test_a_removed_credential_says_since_when_and_what_is_like_it(project: Project) -> None:
    secured(project, main=HEADER, more={**HEADER, "name": "X-More"}, login=BASIC)
    project.generate("2.0")
    secured(project, main=HEADER, less={**HEADER, "name": "X-Less"})
    out = project.generate("2.1", "--all")
    assert "PetShop(more=) is no argument any more" in out
    with project.package() as package:
        message = r"^PetShop\(more=\) was removed in version 2.1: PetShop\(less=\) is like it$"
        with pytest.raises(package.OptionError, match=message):
            package.PetShop(more="x")
        with pytest.raises(
            package.OptionError, match=r"^PetShop\(username=\) was removed in version 2.1$"
        ):
            package.PetShop(username="x")
    secured(project)
    del project.document["security"]
    project.generate("2.2")
    with (
        project.package() as package,
        pytest.raises(package.OptionError, match=r"\(api_key=\) was removed in version 2.2$"),
    ):
        package.PetShop(api_key="x")


def test_another_prefix_of_variables_is_deprecated_alone(
    project: Project, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    secured(project, main=BEARER)
    project.generate("2.0")
    project.settings = project.settings.replace('client = "PetShop"', 'client = "Zoo"')
    out = project.generate("2.1")
    assert "PetShop(api_key=) has another variable; the old one is deprecated, and works" in out
    monkeypatch.setenv("PET_SHOP_API_KEY", "old")
    server.will(PET)
    with project.package() as package:
        client, found = warned(lambda: package.Zoo(base_url=server.url))
        assert [str(each.message) for each in found] == [
            "PET_SHOP_API_KEY is deprecated since version 2.1: use ZOO_API_KEY"
        ]
        client.pets.retrieve("1")
        assert server.sent[-1].headers["authorization"] == "Bearer old"


def test_an_argument_for_a_variable_of_the_server(project: Project) -> None:
    server = {"url": "https://{zone}.example.com", "variables": {"zone": {"default": "eu"}}}
    project.document["servers"] = [server]
    project.generate("2.0")
    project.document["servers"] = [
        {"url": "https://{area}.example.com", "variables": {"area": {"default": "eu"}}}
    ]
    assert "PetShop(zone=) is no argument any more" in project.generate("2.1", "--all")
    message = r"PetShop\(zone=\) was removed in version"
    with project.package() as package, pytest.raises(package.OptionError, match=message):
        package.PetShop(zone="us")


def test_what_no_client_lost_is_not_in_its_files(project: Project) -> None:
    secured(project, main=BEARER)
    project.generate("2.0")
    files = {path.name for path in (project.folder / "out" / "pets_client" / "_runtime").iterdir()}
    assert not files & {"old_variables.py", "old_arguments.py", "old_constants.py"}
    assert "TYPE_CHECKING" not in project.text("client.py")


# The sample of checkers that know old names is in `test_aliases_of_enums`.
@pytest.mark.slow
def test_type_checkers_know_the_new_names_alone(project: Project, tmp_path: Path) -> None:
    secured(project, main=BEARER)
    project.generate("2.0")
    lock = project.folder / "names.lock"
    lock.write_text(lock.read_text().replace('"main": "api_key"', '"main": "token"'))
    project.generate("2.1")
    program = tmp_path / "program.py"
    lines = ["from pets_client import PetShop", "PetShop(token='x')", "PetShop(api_key='x')"]
    program.write_text("\n".join(lines) + "\n")
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", program.name],
        cwd=tmp_path,
        env={**os.environ, "MYPYPATH": str(project.folder / "out")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert 'program.py:3: error: Unexpected keyword argument "api_key"' in done.stdout
    assert "Found 1 error" in done.stdout
