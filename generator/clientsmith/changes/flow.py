"""The two directions in which values go between a caller and a server."""

from __future__ import annotations

from enum import Enum


class Flow(Enum):
    """Whether a caller gives values of a type or gets them."""

    REQUEST = "request"
    RESPONSE = "response"
