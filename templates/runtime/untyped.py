"""Schemas without `type`, but with keywords for values of one type, such as `items`."""


class Untyped:
    """A marker of a type that constrains values of the JSON type `only`.

    Any other value is valid too (JSON Schema Validation, 4.1).
    """

    def __init__(self, only: type) -> None:
        self.only = only
