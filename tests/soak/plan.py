"""What goes wrong in each call, by its number and the seed alone, the same on both sides."""

from __future__ import annotations

from random import Random

KINDS = (
    *("thing", "thing", "thing", "create", "walk", "rows", "events", "file", "upload"),
    *("left rows", "left events", "raw left", "cancelled"),
)
REPEATED = ("500", "429", "drop", "drop after head", "drop in body", "long length", "broken gzip")
"""Faults after which the client tries again: two at most, and then the answer comes."""
HARMLESS = ("slow", "gzip", "redirect", "pieces")
FATAL = {
    "404": "NotFoundError",
    "no JSON": "APIResponseValidationError",
    "short length": "APIResponseValidationError",
    "always 500": "InternalServerError",
}
ITEMS = 5
PAGES = 3


def kind(seed: int, number: int) -> str:
    """What call this is."""
    return Random(f"{seed} kind {number}").choice(KINDS)


def faults(seed: int, number: int) -> tuple[str, ...]:
    """What goes wrong in the tries of a call, the last of them for ever; none is a good answer."""
    random = Random(f"{seed} faults {number}")
    if random.random() < 0.5:
        return ("",)
    call = kind(seed, number)
    if call == "thing" and random.random() < 0.3:
        return (random.choice(list(FATAL)),)
    if call in ("thing", "walk", "file") and random.random() < 0.3:
        return (random.choice(HARMLESS),)
    if call in ("rows", "events", "left rows", "left events", "raw left"):
        # The body of these is not read by the call, so that it is not repeated for it.
        return random.choice((("500", ""), ("429", ""), ("drop", "500", ""), ("slow",)))
    return (*random.sample(REPEATED, random.randint(1, 2)), "")
