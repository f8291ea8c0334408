"""Enums beside their own type in a union (`anyOf: [string, enum]`)."""


class Suggested:
    """A marker of an enum of suggestions: other values of its type are valid too."""

    kind = None
