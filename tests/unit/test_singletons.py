"""What is one thing, an action or a collection by its path; and names by operationIds alone."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.analyze.naming.calls import Route, name_calls
from clientsmith.analyze.naming.operation_ids import named_by_id
from clientsmith.identifiers.rules import BEFORE, NameRules


def route(text: str, **facts: Any) -> Route:
    """Return the route of `METHOD /path [operationId]`."""
    method, path, *identifier = text.split()
    lists = facts.pop("lists", False)
    return Route(
        method.lower(), path, (identifier or ["op"])[0], lists, f"{method} {path}", **facts
    )


def called(first: Route, *others: Route, rules: NameRules | None = None) -> str:
    """Return the call of the first of some routes."""
    call = name_calls((first, *others), {}, rules or NameRules())[first.key]
    return ".".join((*call.resource, call.method))


ITEM = route("GET /x/{id}")
ONE = [
    # A path that says who asks: whatever the answer has.
    (route("GET /me", lists=True, array="roles"), "me.retrieve", "me.list"),
    (route("GET /users/me", lists=True), "users.me.retrieve", "users.me.list"),
    (route("GET /me"), "me.retrieve", "me.retrieve"),
    # A question.
    (route("GET /search", lists=True, asks=True), "search.retrieve", "search.list"),
    (route("GET /search", lists=True), "search.list", "search.list"),
    (route("GET /searches", lists=True, asks=True), "searches.list", "searches.list"),
    (route("POST /search", array="hits"), "search.retrieve", "search.create"),
    # One thing with an array of its own.
    (route("GET /labels/{id}/track", lists=True, array="events"), "labels.track.retrieve",
     "labels.track.list"),
    (route("GET /status", lists=True, array="services"), "status.retrieve", "status.list"),
    # Collections: by an array, a usual name of items, or the name of the collection itself.
    (route("GET /mail", lists=True), "mail.list", "mail.list"),
    (route("GET /mail", lists=True, array="data"), "mail.list", "mail.list"),
    (route("GET /mail", lists=True, array="mails"), "mail.list", "mail.list"),
    (route("GET /users/{id}/tsp", lists=True, array="tsp_accounts"), "users.tsp.list",
     "users.tsp.list"),
    (route("GET /stats/monthly", lists=True, array="stats"), "stats.monthly.list",
     "stats.monthly.list"),
    (route("GET /history", lists=True, array="events"), "history.list", "history.list"),
    (route("GET /policies", lists=True, array="rules"), "policies.list", "policies.list"),
    (route("GET /export/2.0", lists=True, array="rules"), "export.n_2_0.list",
     "export.n_2_0.list"),
    # Actions.
    (route("POST /me/player/next skipTrack"), "me.player.next", "me.player.next.create"),
    (route("PUT /me/player/seek"), "me.player.seek", "me.player.seek.update"),
    (route("PUT /notifications/mark-read"), "notifications.mark_read",
     "notifications.mark_read.update"),
    (route("POST /tools/bulk-delete"), "tools.bulk_delete", "tools.bulk_delete.create"),
    (route("POST /tools/bulk"), "tools.bulk.create", "tools.bulk.create"),
    # The same words as things.
    (route("GET /queue/next"), "queue.next.retrieve", "queue.next.retrieve"),
    (route("POST /me/player/nexts"), "me.player.nexts.create", "me.player.nexts.create"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "now", "before"), ONE, ids=[each[0].key for each in ONE])
def test_one_thing_or_many(first: Route, now: str, before: str) -> None:
    assert called(first) == now
    assert called(first, rules=BEFORE) == before


def test_a_thing_with_items_below_it() -> None:
    registry = route("GET /registry", array="")
    below = route("GET /registry/{name}/tags", lists=True)
    assert called(registry, below) == "registry.retrieve"
    assert called(registry, below, rules=BEFORE) == "registry.list"
    assert called(registry, route("GET /registry/{name}")) == "registry.list"
    assert called(route("GET /registry", array=None), below) == "registry.list"


def test_an_action_is_a_resource_where_it_has_more_than_one_call() -> None:
    assert called(route("POST /jobs/test"), route("GET /jobs/test")) == "jobs.test.create"
    assert called(route("POST /jobs/test"), route("GET /jobs/test/{id}")) == "jobs.test.create"


@pytest.mark.parametrize(
    ("identifier", "tag", "name"),
    [
        ("listPets", "", "pets.list_pets"),
        ("listPets", "Animals", "animals.list_pets"),
        ("droplets_list", "Droplets", "droplets.list"),
        ("droplets_list_kernels", "Droplets", "droplets.list_kernels"),
        ("pets", "Pets", "pets.pets"),
        ("chat.postMessage", "messages", "chat.post_message"),
        ("apps/get-authenticated", "Apps", "apps.get_authenticated"),
        ("admin.users.session:list", "", "admin.users.session.list"),
        ("get", "Core", "core_.get"),
        ("listPets", "🐾", "pets.list_pets"),
    ],
)
def test_names_of_operation_ids(identifier: str, tag: str, name: str) -> None:
    resource, method = named_by_id(identifier, tag, "pets")
    assert ".".join((*resource, method)) == name


def test_calls_by_operation_ids() -> None:
    rules = NameRules(names="operation-ids")
    assert called(route("GET /pets/{id} getPetById"), rules=rules) == "pets.get_pet_by_id"
    assert called(route("GET /pets/{id} PetsController_find"), rules=rules) == "pets.find"
    # Without an operationId, the path is all there is.
    nameless = route("GET /pets/{id} get--pets-{id}")
    assert called(nameless, rules=rules) in ("pets.retrieve", "pets.get_pets_id")
