"""Attributes in snake_case: what is read, built, given back and reported has each its own names."""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients, Face, faces, gathered
from .server import Server, json_answer, serving

ORDER = {
    "orderId": "o1",
    "createdAt": "2026-01-02T03:04:05Z",
    "shipTo": {"streetName": "Main St", "postCode": None, "addedBy": "Ann", "floorNo": 3},
    "paidBy": {"paymentKind": "BankPayment", "holderName": "Ann"},
    "lineCount": 1,
    "line_count": 2,
    "ipv4addr": "127.0.0.1",
    "HTMLUrl": "https://attributes.test",
    "modelDump": "m",
    "Class": "c",
}


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    package = clients("attributes")
    import_module(f"{package.__name__}.models")
    return package


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with serving() as server:
        yield server


@pytest.fixture(params=[0, 1], ids=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "Attributes")[request.param]


def retrieved(face: Face, server: Server, value: object, **settings: Any) -> Any:
    server.will(json_answer(value))
    return face.run(lambda client: client.orders.retrieve("o1"), base_url=server.url, **settings)


def test_an_answer_is_read_by_the_names_of_json(face: Face, server: Server) -> None:
    order = retrieved(face, server, ORDER)
    assert order.order_id == "o1"
    assert order.created_at.year == 2026
    assert (order.ship_to.street_name, order.ship_to.post_code) == ("Main St", None)
    assert order.ship_to.floorNo == 3, "a field that the document does not know has no other name"
    assert (type(order.paid_by).__name__, order.paid_by.holder_name) == ("BankPayment", "Ann")
    assert (order.line_count_2, order.line_count, order.ipv4addr) == (1, 2, "127.0.0.1")
    assert (order.html_url, order.model_dump_, order.class_) == (
        "https://attributes.test",
        "m",
        "c",
    )
    with pytest.raises(AttributeError):
        _ = order.createdAt


def test_what_is_dumped_has_the_names_of_json(face: Face, server: Server) -> None:
    order = retrieved(face, server, ORDER)
    assert order.to_dict() == ORDER
    assert json.loads(order.to_json()) == ORDER
    assert json.loads(order.model_dump_json(by_alias=True, exclude_unset=True)) == ORDER
    own = order.model_dump(exclude_unset=True)
    assert (own["order_id"], own["ship_to"]["street_name"]) == ("o1", "Main St")


def test_a_pickle_and_a_copy_are_the_same(face: Face, server: Server) -> None:
    order = retrieved(face, server, ORDER)
    again = pickle.loads(pickle.dumps(order))
    assert again == order == order.model_copy(deep=True)
    assert again.to_dict() == ORDER


def test_pages_go_on_by_an_attribute(face: Face, server: Server) -> None:
    server.will(
        json_answer({"orders": [ORDER], "nextPageToken": "p2"}),
        json_answer({"orders": [{**ORDER, "orderId": "o2"}]}),
    )
    listed = face.run(
        lambda client: (
            gathered(client.orders.list()) if face.is_async else list(client.orders.list())
        ),
        base_url=server.url,
    )
    assert [order.order_id for order in listed] == ["o1", "o2"]
    assert server.sent[-1].target == "/orders?pageToken=p2"


def test_an_error_has_attributes_too(face: Face, server: Server, package: ModuleType) -> None:
    problem = {"errorCode": "gone", "moreInfo": {"helpUrl": "https://help.test"}}
    server.will(json_answer(problem, 404))
    with pytest.raises(package.NotFoundError) as caught:
        face.run(lambda client: client.orders.retrieve("o1"), base_url=server.url)
    assert caught.value.error.error_code == "gone"
    assert caught.value.error.more_info.help_url == "https://help.test"
    assert caught.value.body == problem


def test_drift_is_reported_by_the_names_of_json(face: Face, server: Server) -> None:
    found: list[Any] = []
    changed = {
        "orderId": None,
        "created_at": "2026-01-02T03:04:05Z",
        "shipTo": {"streetName": 5, "post_code": "x"},
        "paidBy": {"paymentKind": "CashPayment", "coinCount": 3},
        "nextOne": 1,
    }
    order = retrieved(face, server, changed, on_drift=lambda drift, *_: found.append(drift))
    assert {(each.pointer, each.problem) for each in found} == {
        ("/orderId", "invalid-value"),
        ("/createdAt", "missing-field"),
        # The server does not know what an attribute is called.
        ("/created_at", "unknown-field"),
        ("/shipTo/streetName", "invalid-value"),
        ("/shipTo/post_code", "unknown-field"),
        ("/paidBy/paymentKind", "unknown-value"),
        ("/nextOne", "unknown-field"),
    }
    assert order.to_dict()["shipTo"] == {"streetName": 5, "post_code": "x"}


def test_a_field_that_is_called_like_an_attribute_stays_apart(face: Face, server: Server) -> None:
    found: list[Any] = []
    sent = {**ORDER, "html_url": "other", "paid_by": 1}
    order = retrieved(face, server, sent, on_drift=lambda drift, *_: found.append(drift))
    assert [(each.pointer, each.problem) for each in found][:2] == [
        ("/html_url", "unknown-field"),
        ("/paid_by", "unknown-field"),
    ]
    assert order.html_url == ORDER["HTMLUrl"]
    assert order.to_dict() == sent


def test_an_answer_is_an_argument(face: Face, server: Server) -> None:
    order = retrieved(face, server, ORDER)
    server.will(json_answer(ORDER))
    face.run(
        lambda client: client.orders.update("o1", ship_to=order.ship_to, paid_by=order.paid_by),
        base_url=server.url,
    )
    # `addedBy` is readOnly; `floorNo` goes back as it came.
    assert json.loads(server.sent[-1].body) == {
        "shipTo": {"streetName": "Main St", "postCode": None, "floorNo": 3},
        "paidBy": ORDER["paidBy"],
    }


def test_models_are_built_by_attributes_or_by_names_of_json(package: ModuleType) -> None:
    models = package.models
    ways: list[dict[str, Any]] = [
        {"order_id": "o1", "created_at": "2026-01-02T03:04:05Z"},
        {"orderId": "o1", "createdAt": "2026-01-02T03:04:05Z"},
        {"order_id": "o1", "createdAt": "2026-01-02T03:04:05Z"},
    ]
    assert len({models.Order(**way).to_json() for way in ways}) == 1
    payments: list[Any] = [
        models.CardPayment(payment_kind="CardPayment", last_four="1234"),
        {"payment_kind": "CardPayment", "last_four": "1234"},
        {"paymentKind": "CardPayment", "lastFour": "1234"},
    ]
    for payment in payments:
        order = models.Order(**ways[0], paid_by=payment)
        assert (type(order.paid_by), order.paid_by.last_four) == (models.CardPayment, "1234")
        assert order.to_dict()["paidBy"] == {"paymentKind": "CardPayment", "lastFour": "1234"}
    page = models.ListOrdersPage(orders=[models.Order(**ways[0])], next_page_token="p2")
    assert [order.order_id for order in page] == ["o1"]
