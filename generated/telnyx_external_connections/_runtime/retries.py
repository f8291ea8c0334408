"""Which failures are retried, and after how many seconds."""

from __future__ import annotations

import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .errors import checked
from .timeouts import PermanentError, is_seconds

if TYPE_CHECKING:
    from .transport import Headers, Request, Response


@dataclass(frozen=True)
class RetryPolicy:
    """The rule which failed tries are retried, and when; `max_retries` says how often.

    A try that failed on the network is retried, unless TLS failed, as for a certificate that is not
    trusted. `x-should-retry: true` or `false` in a response takes precedence over `statuses`. A
    subclass may override `wait`.
    """

    statuses: Collection[int] = frozenset((408, 409, 429, *range(500, 1000)))
    """The statuses that are worth another try."""
    methods: Collection[str] | None = None
    """The HTTP methods that are safe to repeat; None for all, since every request that may change
    something has an `Idempotency-Key`."""
    first_delay: float = 0.5
    """Seconds before the first retry; each further delay is twice as long."""
    longest_delay: float = 8.0
    """The most seconds that a delay grows to."""
    longest_asked: float = 60.0
    """The most seconds that an answer may ask to wait for, by `retry-after-ms` or Retry-After;
    there is no retry where it asks for more."""

    def __post_init__(self) -> None:
        for name in ("first_delay", "longest_delay", "longest_asked"):
            value = getattr(self, name)
            checked(f"{name} of a RetryPolicy", value, is_seconds, "seconds from 0 up")
        for name in ("statuses", "methods"):
            checked(f"{name} of a RetryPolicy", getattr(self, name), _are_several, "several")

    def wait(
        self, request: Request, retry: int, response: Response | None, failure: OSError | None
    ) -> float | None:
        """Return the seconds until retry number `retry`, counted from 0, or None for no retry.

        `response` is None if the failure came before it; one with a status of 2XX broke off.
        """
        if self.methods is not None and request.method not in self.methods:
            return None
        if response is not None and response.status_code >= 300:
            word = response.headers.get("x-should-retry", "").lower()
            if word == "false" or (word != "true" and response.status_code not in self.statuses):
                return None
        elif is_permanent(failure):
            return None
        # The failure of a token server has headers, too.
        headers = getattr(failure if response is None else response, "headers", None)
        asked = None if headers is None else _retry_after(headers)
        if asked is None or not asked >= 0:
            return self.delay(retry)
        return asked if asked <= self.longest_asked else None

    def delay(self, retry: int) -> float:
        """Return the seconds before retry number `retry` if the server does not ask for any."""
        import random

        longest = min(self.first_delay * 2.0 ** min(retry, 16), self.longest_delay)
        # Up to a quarter less, so that clients which failed together do not retry together.
        return longest * (1 - 0.25 * random.random())


def _are_several(value: object) -> bool:
    return value is None or (isinstance(value, Collection) and not isinstance(value, str))


def is_permanent(failure: OSError | None) -> bool:
    """Return whether a failure would come again, as that of a certificate does."""
    # Imported here: `ssl` is loaded already if the failure comes from it.
    import ssl

    cut_off = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)
    is_tls = isinstance(failure, ssl.SSLError) and not isinstance(failure, cut_off)
    return is_tls or isinstance(failure, PermanentError)


def _retry_after(headers: Headers) -> float | None:
    """Return the seconds of `retry-after-ms`, else of Retry-After (RFC 9110, 10.2.3)."""
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        with suppress(KeyError, ValueError):
            return float(headers[name]) * unit
    with suppress(KeyError, ValueError, OverflowError):
        date = parsedate_to_datetime(headers["retry-after"])
        # HTTP dates are in GMT, also in the obsolete form without a zone.
        return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - time.time()
    return None


DEFAULT_POLICY = RetryPolicy()
