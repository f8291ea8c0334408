"""Chains of `$ref`s: where they lead, and where they go in a circle."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import clientsmith
from clientsmith.document import Chain, follow

GENERATOR = Path(clientsmith.__file__).parent


@pytest.mark.parametrize(
    ("references", "chain"),
    [
        ({}, Chain(("/a",))),
        ({"/a": "/b"}, Chain(("/a", "/b"))),
        ({"/a": "/b", "/b": "/c"}, Chain(("/a", "/b", "/c"))),
        ({"/a": "/a"}, Chain(("/a",), ("/a",))),
        ({"/a": "/b", "/b": "/a"}, Chain(("/a", "/b"), ("/a", "/b"))),
        ({"/a": "/b", "/b": "/c", "/c": "/b"}, Chain(("/a", "/b", "/c"), ("/b", "/c"))),
        ({"/b": "/a"}, Chain(("/a",))),
    ],
)
def test_a_chain_ends_or_goes_in_a_ring(references: dict[str, str], chain: Chain) -> None:
    assert follow("/a", references.get) == chain
    assert chain.end == chain.pointers[-1]


def test_a_chain_is_followed_in_one_place() -> None:
    """No loop of another module asks for one reference after the other."""
    loop = re.compile(r"while [^\n]*(?:next_reference|get\(\"\$ref\"\))")
    others = [
        path.relative_to(GENERATOR).as_posix()
        for path in GENERATOR.rglob("*.py")
        if loop.search(path.read_text(encoding="utf-8"))
    ]
    assert others == ["document/chains.py"]
