"""What the endpoints of an application were called with: Python's own values, as it read them."""

from __future__ import annotations

from typing import Any

calls: list[dict[str, Any]] = []


def saw(**values: Any) -> dict[str, Any]:
    """Keep the values that an endpoint was called with. Returns them."""
    calls.append(values)
    return values
