from typing import Final


class Level:
    """How much."""

    LOW: Final = 0
    """Hardly any."""
    HIGH: Final = 1
    """A lot."""
