"""Enums that stand in a union with their own type (`anyOf: [string, enum]`)."""


class Suggested:
    """Marks an enum that only suggests values: others of its type are as right as they are."""

    kind = None
