"""Unions and types that contain themselves: what is read, reported and refused."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients
from .server import Server, json_answer, serving


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(scope="module")
def unions(clients: Clients) -> ModuleType:
    return clients("unions")


@pytest.fixture(scope="module")
def recursion(clients: Clients) -> ModuleType:
    return clients("recursion")


@pytest.fixture
def drifts() -> list[Any]:
    return []


@pytest.fixture(params=["sync", "async"])
def pets(
    request: pytest.FixtureRequest, server: Server, unions: ModuleType, drifts: list[Any]
) -> Any:
    """`list` of the client of either kind: what it returns for an answer."""

    def call(answer: object, **settings: Any) -> Any:
        server.will(json_answer(answer))
        settings = {"base_url": server.url, "on_drift": drifts.append, **settings}
        if request.param == "sync":
            with unions.Unions(**settings) as client:
                return client.pets.list()

        async def run() -> Any:
            async with unions.AsyncUnions(**settings) as client:
                return await client.pets.list()

        return asyncio.run(run())

    return call


def test_the_discriminator_alone_decides(unions: ModuleType, pets: Any, drifts: list[Any]) -> None:
    # Each of these would fit another member better.
    cat, kitten, dog, bird = pets(
        [
            {"kind": "cat", "name": "Tom"},
            {"kind": "kitten", "lives": 9},
            {"kind": "dog", "lives": "one"},
            {"kind": "Bird", "wings": 2},
        ]
    )
    models = unions.models
    assert [type(pet) for pet in (cat, kitten, dog, bird)] == [
        models.Cat,
        models.Cat,
        models.Dog,
        models.Bird,
    ]
    assert dog.lives == "one"
    assert drifts == []


def test_a_fault_is_one_of_the_member_that_is_named(
    unions: ModuleType, pets: Any, drifts: list[Any]
) -> None:
    (pet,) = pets([{"kind": "cat", "lives": "nine"}])
    assert type(pet) is unions.models.Cat
    assert pet.lives == "nine"
    assert [(drift.pointer, drift.problem) for drift in drifts] == [("/0/lives", "invalid-value")]


@pytest.mark.parametrize("value", ["lizard", None, 3, [], {}])
def test_an_unknown_member_is_kept_and_reported(
    unions: ModuleType, pets: Any, drifts: list[Any], value: object
) -> None:
    lizard, cat = pets([{"kind": value, "scales": {"green": 7}}, {"kind": "cat", "lives": 9}])
    assert lizard.kind == value
    assert lizard.scales == {"green": 7}
    assert lizard.to_dict() == {"kind": value, "scales": {"green": 7}}
    assert cat.lives == 9
    assert ("/0/kind", "unknown-value", value) in [
        (drift.pointer, drift.problem, drift.value) for drift in drifts
    ]
    with pytest.raises(unions.APIResponseValidationError):
        pets([{"kind": value}], strict_responses=True)


def test_unions_inside_a_model(unions: ModuleType, server: Server, drifts: list[Any]) -> None:
    models = unions.models
    home = {
        "id": "1",
        "owner": {"type": "charity", "name": "Paws"},
        "pet": {"kind": "cat"},
        "size": "2026-01-31",
        "price": {"currency": "EUR", "amount": 3},
        "contact": "a@b.example",
    }
    server.will(json_answer(home), json_answer({"id": "2", "owner": None, "pet": None}))
    with unions.Unions(base_url=server.url, on_drift=drifts.append) as client:
        first, second = client.homes.retrieve("1"), client.homes.retrieve("2")
    assert isinstance(first.owner, models.Firm)
    assert isinstance(first.pet, models.Cat)
    assert isinstance(first.price, models.HomePriceFixed)
    assert (first.price.currency, first.price.amount) == ("EUR", 3)
    assert first.contact == "a@b.example"
    assert first.size.isoformat() == "2026-01-31"
    assert second.owner is None
    assert second.pet is None
    assert drifts == []
    server.will(json_answer({"id": "1", "owner": {"type": "state", "name": "X"}}))
    with unions.Unions(base_url=server.url, on_drift=drifts.append) as client:
        assert client.homes.retrieve("1").owner.name == "X"
    assert [drift.pointer for drift in drifts] == ["/owner/type"]


def test_a_member_is_sent_as_it_is(unions: ModuleType, server: Server) -> None:
    server.will(json_answer({"kind": "dog"}))
    with unions.Unions(base_url=server.url) as client:
        client.pets.create(body={"kind": "dog", "lives": "one", "good": True})
        with pytest.raises(unions.RequestValidationError):
            client.pets.create(body={"kind": "dog", "lives": 1.5})
        client.homes.update("1", name="Den")
    assert json.loads(server.sent[0].body) == {"kind": "dog", "lives": "one", "good": True}
    assert json.loads(server.sent[1].body) == {"name": "Den"}


def test_what_contains_itself(recursion: ModuleType, server: Server, drifts: list[Any]) -> None:
    node = {
        "name": "a",
        "parent": {"name": "b"},
        "children": [{"children": [{"name": "c"}]}],
        "by_name": {"d": {"name": "d"}},
        "leaf": {"node": {"name": "e"}},
        "either": {"node": {"name": "f"}},
        "rows": [{"g": [{"h": []}]}],
        "rule": {"op": "all", "rules": [{"op": "equals", "value": "i"}]},
        "filter": {"type": "and", "filters": [{"type": "eq"}, {"type": "or", "filters": []}]},
    }
    server.will(json_answer(node))
    with recursion.Recursion(base_url=server.url, on_drift=drifts.append) as client:
        read = client.nodes.create(**node)
        assert json.loads(server.sent[-1].body) == node
        assert read.children[0].children[0].name == "c"
        assert read.by_name["d"].name == "d"
        assert read.leaf.node.name == "e"
        assert isinstance(read.either, recursion.models.Leaf)
        assert read.rows == node["rows"]
        assert isinstance(read.rule.rules[0], recursion.models.Equals)
        inner = (recursion.models.Comparison, recursion.models.CompoundFilter)
        assert tuple(map(type, read.filter.filters)) == inner
        assert read.to_dict() == node
        assert drifts == []
        with pytest.raises(recursion.RequestValidationError, match="rows"):
            client.nodes.create(rows=[{"g": [{"h": 1}]}])
        server.will(json_answer({**node, "rule": {"op": "all", "rules": [{"op": "not"}]}}))
        assert client.nodes.create().rule.rules[0].op == "not"
        assert [drift.pointer for drift in drifts] == ["/rule/rules/0/op"]


@pytest.mark.parametrize("value", [None, 1.5, "a", [], {"a": [None, {"b": True}]}])
def test_any_json_value(recursion: ModuleType, server: Server, value: object) -> None:
    server.will(json_answer(value))
    with recursion.Recursion(base_url=server.url, strict_responses=True) as client:
        assert client.values.update(body=value) == value
    assert json.loads(server.sent[-1].body) == value


def test_a_fault_deep_inside_of_an_alias(
    recursion: ModuleType, server: Server, drifts: list[Any]
) -> None:
    server.will(json_answer({"rows": [{"a": [{"b": "c"}, {"d": []}]}]}))
    with recursion.Recursion(base_url=server.url, on_drift=drifts.append) as client:
        assert client.nodes.create().rows == [{"a": [{"b": "c"}, {"d": []}]}]
    assert [drift.pointer for drift in drifts] == ["/rows/0/a/0/b"]


def test_a_base_stands_for_all_that_build_on_it(
    unions: ModuleType, server: Server, drifts: list[Any]
) -> None:
    guest = {"role": "guest", "badge": 7, "guide": {"role": "nurse", "ward": 3}}
    visit = {
        "by": guest,
        "others": [{"role": "Staff", "desk": "A"}, {"role": "Visitor"}],
        "staff": {"role": "nurse", "ward": 4},
    }
    with unions.Unions(base_url=server.url, on_drift=drifts.append) as client:
        server.will(json_answer(visit))
        read = client.visits.create(body=guest)
        models = unions.models
        assert json.loads(server.sent[-1].body) == guest
        assert type(read.by) is models.Guest
        assert (read.by.badge, type(read.by.guide), read.by.guide.ward) == (7, models.Nurse, 3)
        assert [type(other) for other in read.others] == [models.Staff, models.Visitor]
        assert (type(read.staff), read.staff.ward) == (models.Nurse, 4)
        assert drifts == []
        server.will(json_answer({"by": {"role": "ghost", "guide": guest, "sheet": True}}))
        ghost = client.visits.create(body={"role": "nurse", "desk": "B", "ward": 1}).by
        assert (type(ghost), ghost.sheet, type(ghost.guide)) == (models.Visitor, True, models.Guest)
        assert [drift.pointer for drift in drifts] == ["/by/role", "/by/sheet"]
        with pytest.raises(unions.RequestValidationError):
            client.visits.create(body={"role": "guest", "badge": "seven"})


def test_any_of_may_have_the_fields_of_several(unions: ModuleType, server: Server) -> None:
    body = {"email": "a@b.example", "phone": "1", "note": None}
    with unions.Unions(base_url=server.url) as client:
        for contact in (body, {"phone": "1"}, {"phone": "1", "note": "b"}, "a@b.example", None):
            server.will(json_answer({}))
            client.homes.contacts.create("1", contact=contact, others=[body])
            assert json.loads(server.sent[-1].body) == {"contact": contact, "others": [body]}
        for wrong in ({"email": "a@b.example", "fax": "1"}, {"note": "b"}, {"email": 1}):
            with pytest.raises(unions.RequestValidationError, match="contact"):
                client.homes.contacts.create("1", contact=wrong)
