"""A valid text for each string format, for answers and for the examples that Prism gets."""

from __future__ import annotations

TEXTS = {
    "byte": "aGVsbG8=",
    "date": "2026-01-31",
    "decimal": "12.50",
    "int32": "42",
    "int64": "42",
    "uint32": "42",
    "uint64": "42",
    "date-time": "2026-01-31T12:00:00Z",
    "duration": "PT1H30M",
    "email": "someone@example.com",
    "hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "time": "12:00:00Z",
    "uri": "https://example.com/a",
    "uri-reference": "/a",
    "url": "https://example.com/a",
    "uuid": "0c9f1d7e-4a55-4a52-8f3c-3d9d6f5a9c01",
}
