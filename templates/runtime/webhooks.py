"""Webhooks: verification of signatures, and decoding of payloads as of responses."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import ClientError
from .lazy import publish

if TYPE_CHECKING:
    from .drift import Loads, Reader

_LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0])


class WebhookSignatureError(ClientError):
    """The webhook is not signed with the secret, or its time stamp is off by five minutes."""


class Receiver:
    """The decoder of the payloads of webhooks.

    `tags` has the type of a payload by the value of `header`, or else by that at `path`; `payload`
    is the type of all. A payload with another value is a `Model` without fields of its own.
    """

    def __init__(
        self,
        variable: str,
        payload: Callable[[], object],
        path: Sequence[str] = (),
        *,
        tags: Mapping[str, Callable[[], object]] | None = None,
        header: str = "",
        loads: Loads = json.loads,
    ) -> None:
        self._variable = variable
        self._payload, self._path, self._tags = payload, path, tags or {}
        self._header, self._loads = header, loads
        self._readers: dict[Callable[[], object], Reader] = {}

    def unwrap(
        self, body: bytes | str, headers: Mapping[str, str], secret: str | None = None
    ) -> Any:
        """Verify the signature of a webhook (Standard Webhooks) and return its payload.

        The secret is the argument, else of the environment. Raises `WebhookSignatureError`, and
        `ClientError` if there is no secret.
        """
        key = secret or os.environ.get(self._variable)
        if not key:
            either = f"pass `secret=...` or set the environment variable {self._variable}"
            raise ClientError(f"No webhook secret was given: {either}")
        self._verify(key, body, headers)
        return self.read(body, headers)

    def _verify(self, key: str, body: bytes | str, headers: Mapping[str, str]) -> None:
        try:
            library: Any = import_module("standardwebhooks")
        except ImportError:
            said = "checking a signature needs a package: pip install standardwebhooks"
            raise ClientError(said) from None
        try:
            webhook = library.Webhook(key)
        except Exception:
            raise ClientError("the webhook secret is not in base64") from None
        try:
            webhook.verify(body, dict(headers))
        except json.JSONDecodeError:
            return  # It is signed; that it is no JSON, the reader tells.
        except (library.WebhookVerificationError, ValueError) as error:
            said = f"the webhook has no valid signature: {error}"
            raise WebhookSignatureError(said) from None

    def read(self, body: bytes | str, headers: Mapping[str, str]) -> Any:
        """Return a payload without verifying a signature. Raises `ClientError` if it is no JSON."""
        # Imported here: making a client loads this module, but nothing of pydantic.
        from .drift import Reader
        from .models import Model
        from .plain_data import is_dict
        from .responses import log

        content = body.encode() if isinstance(body, str) else body
        try:
            data: Any = json.loads(content)
        except ValueError as error:
            raise ClientError(f"the webhook is not valid JSON ({error})") from None
        tag: Any = data
        for name in self._path:
            tag = tag.get(name) if is_dict(tag) else None
        if self._header:
            tag = {name.lower(): value for name, value in headers.items()}.get(self._header)
        get = self._tags.get(tag, self._payload) if isinstance(tag, str) else self._payload
        if self._tags and get is self._payload and is_dict(data):
            return Model.model_validate(data)
        reader = self._readers.setdefault(get, Reader(get()))
        value, drifts = reader.read_leniently(content, "webhook", self._loads)
        if _LOGGER.isEnabledFor(logging.DEBUG):
            log([*drifts, *reader.observe(value, "webhook")], _LOGGER)
        return value


publish(__name__, globals())
