"""Types of schemas that have no `type`, but keywords for values of one, such as `items`."""


class Untyped:
    """Marks a type that says something of values of the JSON type `only` alone: any other value is
    right too (JSON Schema Validation, 4.1)."""

    def __init__(self, only: type) -> None:
        self.only = only
