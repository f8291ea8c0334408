"""Webhooks: signed by the library of the specification, received through the clients."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from types import ModuleType
from typing import Any

import pytest

from .golden_client import Clients

SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"


@pytest.fixture(scope="module")
def package(clients: Clients) -> ModuleType:
    return clients("webhooks")


@pytest.fixture
def webhooks(package: ModuleType) -> Any:
    return package.Webhooks("KEY").webhooks


def signed(body: str, at: datetime | None = None) -> dict[str, str]:
    library = pytest.importorskip("standardwebhooks")
    at = at or datetime.now(tz=UTC)
    return {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": str(int(at.timestamp())),
        "Webhook-Signature": library.Webhook(SECRET).sign("msg_1", at, body),
    }


def test_a_payload_has_the_type_that_its_value_tells(package: ModuleType, webhooks: Any) -> None:
    models = sys.modules["webhooks.models"]
    for fields, kind in (
        ({"type": "order.paid", "amount": 3, "currency": "eur"}, models.OrderPaid),
        ({"type": "order.stolen"}, models.OrderLost),
        ({"type": "order.shipped", "carrier": "c"}, models.CreateOrderShippedPayload),
    ):
        body = json.dumps(fields)
        payload = webhooks.unwrap(body, signed(body), secret=SECRET)
        assert type(payload) is kind
        assert payload.to_dict() == fields
    asynchronous = package.AsyncWebhooks("KEY").webhooks
    assert type(asynchronous.unwrap(body.encode(), signed(body), secret=SECRET)) is kind


@pytest.mark.parametrize("name", ["Hooks", "AsyncHooks"])
def test_a_payload_has_the_type_that_a_header_tells(name: str, clients: Clients) -> None:
    body = '{"stars": 1}'
    package = clients("hooks")
    client = getattr(package, name)(base_url="https://a.example")
    for event, kind in (
        ("push", "Pushed"),
        ("star", "Starred"),
        ("watch", "Starred"),
        ("gone", "Model"),
    ):
        headers = {**signed(body), "X-EVENT": event}
        payload = client.webhooks.unwrap(body, headers, secret=SECRET)
        assert type(payload).__name__ == kind
        assert payload.to_dict() == {"stars": 1}
    assert type(client.webhooks.unwrap(body, signed(body), secret=SECRET)).__name__ == "Model"


def test_a_payload_has_every_digit(webhooks: Any) -> None:
    body = '{"type": "order.counted", "total": 12345678901234567.890}'
    assert str(webhooks.unwrap(body, signed(body), secret=SECRET).total) == "12345678901234567.890"


def test_what_the_document_does_not_know_is_kept(webhooks: Any) -> None:
    for fields in (
        {"type": "order.new", "note": "n"},
        {"note": "n"},
        {"type": "order.paid", "amount": "many", "currency": "xau"},
    ):
        body = json.dumps(fields)
        payload = webhooks.unwrap(body, signed(body), secret=SECRET)
        assert payload.to_dict() == fields


def test_the_secret_is_of_the_environment(
    package: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    import webhooks.webhooks as module  # pyright: ignore[reportMissingImports]

    body = '{"type": "order.lost"}'
    with pytest.raises(package.WebhooksError, match="WEBHOOKS_WEBHOOK_SECRET"):
        module.unwrap(body, signed(body))
    # Without a client, and so without its key.
    monkeypatch.setenv("WEBHOOKS_WEBHOOK_SECRET", SECRET)
    assert module.unwrap(body, signed(body)).type == "order.lost"
    with pytest.raises(package.WebhooksError, match="not in base64"):
        module.unwrap(body, signed(body), secret="whsec_x")


@pytest.mark.parametrize(
    "change",
    [
        {"Webhook-Signature": "v1,bm9uZQ=="},
        {"Webhook-Signature": "v1"},
        {"Webhook-Signature": "v1,%"},
        {"Webhook-Timestamp": "soon"},
        {"Webhook-Id": "msg_2"},
        {"Webhook-Id": ""},
    ],
)
def test_a_wrong_signature_is_refused(
    change: dict[str, str], package: ModuleType, webhooks: Any
) -> None:
    body = '{"type": "order.lost"}'
    headers = signed(body)
    with pytest.raises(package.WebhookSignatureError) as caught:
        webhooks.unwrap(body, headers | change, secret=SECRET)
    assert isinstance(caught.value, package.WebhooksError)
    with pytest.raises(package.WebhookSignatureError):
        webhooks.unwrap(body + " ", headers, secret=SECRET)


def test_a_time_stamp_has_a_tolerance(package: ModuleType, webhooks: Any) -> None:
    body, now = '{"type": "order.lost"}', datetime.now(tz=UTC)
    for minutes in (-4, 4):
        at = now + timedelta(minutes=minutes)
        assert webhooks.unwrap(body, signed(body, at), secret=SECRET).type == "order.lost"
    for minutes in (-6, 6):
        with pytest.raises(package.WebhookSignatureError, match="timestamp"):
            webhooks.unwrap(body, signed(body, now + timedelta(minutes=minutes)), secret=SECRET)


def test_what_is_signed_and_no_json_is_reported(package: ModuleType, webhooks: Any) -> None:
    with pytest.raises(package.WebhooksError, match="not valid JSON"):
        webhooks.unwrap("{", signed("{"), secret=SECRET)


def test_the_library_is_named_where_it_is_missing(
    package: ModuleType, webhooks: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "standardwebhooks", None)
    with pytest.raises(package.WebhooksError, match="pip install standardwebhooks"):
        webhooks.unwrap("{}", {}, secret=SECRET)
