"""What the API sends on its own account: webhooks and callbacks."""

from __future__ import annotations

from collections.abc import Mapping

from . import models
from ._runtime.webhooks import Receiver

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._runtime.models import Model

    WebhookPayload = models.ThingMadePayload | Model
else:
    WebhookPayload = object

_RECEIVER = Receiver(
    "VALUES_WEBHOOK_SECRET",
    lambda: models.ThingMadePayload,
    ("type",),
    tags={
        "thing.made": lambda: models.ThingMadePayload,
    },
)


def unwrap(
    body: bytes | str, headers: Mapping[str, str], *, secret: str | None = None
) -> WebhookPayload:
    """The payload of a webhook, once its signature (Standard Webhooks) is found to be right.

    The body is what was received, unchanged. Raises `WebhookSignatureError`. A payload that the
    document does not know is a plain `Model`.
    """
    payload: WebhookPayload = _RECEIVER.unwrap(body, headers, secret)
    return payload
