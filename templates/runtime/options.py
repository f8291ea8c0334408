"""What every call takes beside its own arguments; the first four a client has for all of them."""

from collections.abc import Mapping
from typing import TypedDict

from .omitted import Omit
from .retries import RetryPolicy
from .timeouts import TimeoutTypes


class Limits(TypedDict, total=False):
    timeout: TimeoutTypes | Omit
    """Seconds for each step, a `Timeout`, or None for no limit."""
    max_retries: int | Omit
    """How many tries may follow the first one."""
    deadline: float | Omit | None
    """Seconds for the whole call: tries, waits between them, the token, the answer's body unless it
    is streamed. None for no limit."""
    retry_policy: RetryPolicy | Omit | None
    """Which tries are followed by another, and when. None for the usual ones."""


class RequestOptions(Limits, total=False):
    """Options of one call; they win over the client's."""

    extra_headers: Mapping[str, str | Omit] | None
    """Headers to add or replace; `omit` removes one that the client sends by default."""
    extra_query: Mapping[str, object] | None
    """Query parameters to add or replace."""
    extra_body: Mapping[str, object] | None
    """Fields to add to the object that is the body, or to replace in it."""
