"""Answers that are given back as arguments, and whatever the types of arguments allow."""

from __future__ import annotations

import json
from array import array
from collections import UserList, deque
from collections.abc import Callable, Iterator
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

import pytest

from .golden_client import Clients, faces
from .server import Server, json_answer, serving

THREAD = {"id": "t1", "title": "Ships"}
USER = {"role": "user", "content": "Hi"}
Sends = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    package = clients("given_back")
    import_module(f"{package.__name__}.models")
    return package


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def sends(request: pytest.FixtureRequest, package: ModuleType, server: Server) -> Sends:
    """Make a call and return the JSON that it sent."""
    face = faces(package, "GivenBack")[request.param]

    def sent(act: Callable[[Any], Any], **settings: Any) -> Any:
        server.will(json_answer({"message": {"role": "assistant"}, **THREAD}))
        face.run(act, base_url=server.url, **settings)
        return json.loads(server.sent[-1].body)

    return sent


def thread(package: ModuleType, **parts: Any) -> Any:
    """The model of an answer that has these parts."""
    return package.models.Thread.model_validate_json(json.dumps({**THREAD, **parts}))


OWNERS = [
    # What comes, and what goes back.
    ({"name": "Ann"}, {"name": "Ann"}),
    ({"name": "Ann", "joined-on": "2026-01-02T03:04:05Z"}, {"name": "Ann"}),
    (
        {"name": "Ann", "rank": 7, "more": {"a": [1]}},
        {"name": "Ann", "rank": 7, "more": {"a": [1]}},
    ),
    ({"name": "Ann", "role": "editor"}, {"name": "Ann", "role": "editor"}),
    ({"name": "Ann", "role": None}, {"name": "Ann", "role": None}),
    (
        {"name": "Ann", "seen": "2026-01-02T03:04:05Z"},
        {"name": "Ann", "seen": "2026-01-02T03:04:05Z"},
    ),
]


@pytest.mark.parametrize(("came", "goes"), OWNERS)
def test_an_object_of_an_answer_is_an_argument(
    sends: Sends, package: ModuleType, came: dict[str, Any], goes: dict[str, Any]
) -> None:
    old = thread(package, owner=came, watchers=[came], by_role={"first": came})

    def put(client: Any) -> Any:
        return client.threads.update(
            "t1", title=old.title, owner=old.owner, watchers=old.watchers, by_role=old.by_role
        )

    assert sends(put) == {
        "title": "Ships",
        "owner": goes,
        "watchers": [goes],
        "by_role": {"first": goes},
    }
    assert sends(put) == sends(lambda client: put(client.with_options(validate_requests=False)))


def test_what_was_changed_is_sent(sends: Sends, package: ModuleType) -> None:
    owner = thread(package, owner={"name": "Ann", "role": "reader"}).owner
    owner.name = "Eve"
    owner.nick = "E"
    sent = sends(lambda client: client.threads.update("t1", title="a", owner=owner))
    assert sent["owner"] == {"name": "Eve", "role": "reader", "nick": "E"}


def test_an_open_object_loses_what_is_read_only(sends: Sends, package: ModuleType) -> None:
    old = thread(package, settings={"revision": 3, "color": "red"})
    sent = sends(lambda client: client.threads.update("t1", title="a", settings=old.settings))
    assert sent["settings"] == {"color": "red"}


def test_a_reply_is_the_next_message(sends: Sends, package: ModuleType) -> None:
    reply = package.models.Reply.model_validate(
        {
            "message": {
                "role": "assistant",
                "content": None,
                "refusal": None,
                "annotations": [{"at": 1}],
                "tool_calls": [{"id": "c1", "kind": "grammar", "index": 0}],
                "audio": {"id": "a"},
            }
        }
    )
    messages = [USER, reply.message, USER]
    sent = sends(lambda client: client.chat.create(messages=messages))
    # `refusal` and `annotations` are properties of answers alone; nobody knows `audio` and `index`.
    assert sent["messages"] == [
        USER,
        {
            "role": "assistant",
            "content": None,
            "tool_calls": [{"id": "c1", "kind": "grammar", "index": 0}],
            "audio": {"id": "a"},
        },
        USER,
    ]
    assert reply.message.annotations == [{"at": 1}]


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"limit": -1}, "`owner.limit` should be greater than or equal to 0"),
    ({"name": 5}, "`owner.name` should be a valid string"),
]


@pytest.mark.parametrize(("changes", "said"), REFUSED)
def test_what_is_wrong_in_a_model_is_refused(
    sends: Sends, package: ModuleType, changes: dict[str, Any], said: str
) -> None:
    owner = thread(package, owner={"name": "Ann", "rank": 1}).owner
    vars(owner).update(changes)
    owner.model_fields_set.update(changes)
    with pytest.raises(package.RequestValidationError) as caught:
        sends(lambda client: client.threads.update("t1", title="a", owner=owner))
    assert [str(problem).startswith(said) for problem in caught.value.problems] == [True]


def test_a_missing_property_is_refused(sends: Sends, package: ModuleType) -> None:
    owner = package.models.Owner.model_construct(role="reader")
    with pytest.raises(package.RequestValidationError, match=r"`owner\.name` is required"):
        sends(lambda client: client.threads.update("t1", title="a", owner=owner))


def test_a_dict_is_checked_in_full(sends: Sends, package: ModuleType) -> None:
    """What is excused in a model is refused in what the caller wrote."""
    for owner in ({"name": "Ann", "rank": 1}, {"name": "Ann", "role": "x"}, {"name": None}):
        with pytest.raises(package.RequestValidationError):
            sends(lambda client, owner=owner: client.threads.update("t1", title="a", owner=owner))
    old = thread(package, owner={"name": "Ann", "rank": 1}).owner
    mixed = [old, {"name": "Ann", "rank": 1}]
    with pytest.raises(package.RequestValidationError) as caught:
        sends(lambda client: client.threads.update("t1", title="a", watchers=mixed))
    assert [problem.field for problem in caught.value.problems] == ["watchers[1].rank"]


@pytest.mark.parametrize(
    "numbers", [range(3), (0, 1, 2), deque([0, 1, 2]), UserList([0, 1, 2]), array("i", [0, 1, 2])]
)
def test_any_sequence_is_an_array(sends: Sends, numbers: Any) -> None:
    messages = deque([MappingProxyType(USER)])
    labels = MappingProxyType({"a": "b"})

    def chat(client: Any) -> Any:
        return client.chat.create(messages=messages, numbers=numbers, labels=labels)

    whole = {"messages": [USER], "numbers": [0, 1, 2], "labels": {"a": "b"}}
    assert sends(chat) == whole
    assert sends(chat, validate_requests=False) == whole


@pytest.mark.parametrize("numbers", ["012", b"012"])
def test_text_is_no_array(sends: Sends, package: ModuleType, numbers: Any) -> None:
    with pytest.raises(package.RequestValidationError, match="`numbers`"):
        sends(lambda client: client.chat.create(messages=[USER], numbers=numbers))


@pytest.mark.parametrize("checked", [True, False])
def test_omit_is_left_out_at_any_depth(sends: Sends, package: ModuleType, checked: bool) -> None:
    for omit in (package.omit, package.Omit()):
        owner = {"name": "Ann", "role": omit}

        def put(client: Any, owner: Any = owner, omit: Any = omit) -> Any:
            return client.threads.update(
                "t1",
                title="a",
                owner=owner,
                watchers=[owner, omit],
                by_role={"a": owner, "b": omit},
                settings=omit,
                extra_body={"free": {"a": omit, "b": [omit]}},
            )

        ann = {"name": "Ann"}
        assert sends(put, validate_requests=checked) == {
            "title": "a",
            "owner": ann,
            "watchers": [ann],
            "by_role": {"a": ann},
            "free": {"b": []},
        }
