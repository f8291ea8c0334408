"""Enums beside their own type in a union (`anyOf: [string, enum]`)."""


class Suggested:
    """Marks an enum whose values are only suggestions: others of its type are valid too."""

    kind = None
