"""The shapes of requests, as TypedDicts."""

from __future__ import annotations
