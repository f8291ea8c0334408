"""When to try again, and after how long."""

import random
import time
from datetime import UTC
from email.utils import parsedate_to_datetime

from .transport import Headers, Response

LONGEST_ASKED, FIRST_DELAY, LONGEST_DELAY = 60.0, 0.5, 8.0


def should_retry(status_code: int, headers: Headers) -> bool:
    """The server's word (`x-should-retry`) counts; else 408, 409, 429 and 5xx are worth a try."""
    asked = headers.get("x-should-retry", "").lower()
    if asked in ("true", "false"):
        return asked == "true"
    return status_code in (408, 409, 429) or status_code >= 500


def delay(retry: int, response: Response | None) -> float:
    """Seconds before retry number `retry`, counted from 0."""
    asked = None if response is None else _asked(response.headers)
    if asked is not None and 0 <= asked <= LONGEST_ASKED:
        return asked
    # Up to a quarter less, so that clients which failed together do not come back together.
    return min(FIRST_DELAY * 2.0 ** min(retry, 16), LONGEST_DELAY) * (1 - 0.25 * random.random())


def _asked(headers: Headers) -> float | None:
    """What the server asks for: `retry-after-ms`, else Retry-After (RFC 9110, 10.2.3)."""
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            return float(headers[name]) * unit
        except (KeyError, ValueError):
            continue
    try:
        date = parsedate_to_datetime(headers["retry-after"])
    except (KeyError, ValueError):
        return None
    # A date of HTTP is in GMT, also where its old form does not say so.
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp() - time.time()
