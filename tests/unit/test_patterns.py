"""Regular expressions of documents: which texts fit them, and which of them are not checked."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.analyze.operations.samples import text_for
from clientsmith.document.patterns import matches, pattern_of


@pytest.mark.parametrize(
    ("source", "fitting", "others"),
    [
        ("^[a-z]+$", ["a", "abc"], ["", "A", "a1", "abc\n"]),
        ("b", ["b", "abc"], ["a"]),
        (r"^\d{2}$", ["12"], ["1", "\u0661\u0662"]),
        (r"^\D$", ["a", "\u0661"], ["1"]),
        (r"^\w+$", ["a_1"], ["\u00e9", "a b"]),
        (r"^\W$", ["\u00e9", "-"], ["a"]),
        (r"^\s$", [" ", "\ufeff", "\u00a0", "\u2028", "\u3000"], ["\u0085", "a"]),
        (r"^\S$", ["\u0085", "a"], [" ", "\ufeff"]),
        (r"^.$", ["a", "\u0085", "\U0001f600"], ["\n", "\r", "\u2028", ""]),
        (r"^a\/b$", ["a/b"], ["ab"]),
        (r"^\u0061\x62\u{63}$", ["abc"], ["ab"]),
        (r"^\uD83D\uDE00$", ["\U0001f600"], ["a"]),
        (r"^\cJ\t\v\f\0$", ["\n\t\v\f\0"], ["J"]),
        (r"^(?<year>[0-9]{4})(?:-(0[1-9]|1[0-2]))?$", ["2026", "2026-01"], ["26", "2026-13"]),
        (r"^[^]$", ["a", "\n"], ["", "ab"]),
        (r"^[\w.-]+$", ["a.b-c"], ["a/b"]),
        (r"^[\w-.]+$", ["a.b-c"], ["a/b"]),
        (r"^[a\-c]+$", ["a-c"], ["b"]),
        (r"^[a-c-e]+$", ["abc-e"], ["d"]),
        (r"^[+--]+$", ["+,-"], ["."]),
        (r"^[--/]+$", ["-./"], ["0"]),
        (r"^[-a]+$", ["-a"], ["b"]),
        (r"^[a-]+$", ["-a"], ["b"]),
        (r"^[[&&~~]+$", ["[&~"], ["a"]),
        (r"^[\]\\^]+$", ["]\\^"], ["a"]),
        (r"^[^\d\s]+$", ["ab"], ["1", " "]),
        (r"^[\b]$", ["\b"], ["b"]),
        (r"\bcat\b", ["a cat", "\u00e9cat\u00e9"], ["cats", "concat"]),
        (r"^\p{Lu}[\p{L}]*$", ["\u00c9t\u00e9"], ["\u00e9"]),
        (r"^{[a-z]}$", ["{a}"], ["a"]),
        (r"^a{2,}?b{1,2}c{3}$", ["aabccc", "aaabbccc"], ["abccc"]),
        (r"^a|b$", ["ax", "xb"], ["xa"]),
        (r"^ #$", [" #"], ["#"]),
        (r"^\$\.\*\-\_\@$", ["$.*-_@"], ["$"]),
        ("^\u00e9+$", ["\u00e9\u00e9"], ["e"]),
        ("", ["", "a"], []),
    ],
)
def test_a_pattern_fits_as_in_ecma_262(source: str, fitting: list[str], others: list[str]) -> None:
    pattern = pattern_of(source)
    assert (pattern.source, bool(pattern.regex)) == (source, bool(source))
    assert [text for text in fitting if not matches(pattern, text)] == []
    assert [text for text in others if matches(pattern, text)] == []


@pytest.mark.parametrize(
    "source",
    [
        "^(?=a)b$",
        "^(?!a)b$",
        "(?<=a)b",
        "(?<!a)b",
        r"^(a)\1$",
        r"^(?<n>a)\k<n>$",
        "(?i)abc",
        "(?P<n>a)",
        "(?>a)",
        r"\Aabc\z",
        r"\Bx",
        r"[[:alpha:]]",
        "[]a]",
        "a++",
        "a{2}+",
        "a{2}{3}",
        "a{,3}",
        "/^[a-z]+$/",
        "[a-z]$/i",
        "(a",
        "a)",
        "[a",
        "a\\",
        "*",
        "[z-a]",
        r"\uD83D",
        r"[\uD800-\uDFFF]",
        r"\u{110000}",
        r"\x1",
        r"\p{Nothing}",
        "a{1,1000000}",
        "((((a{1,100}){1,100}){1,100}){1,100}){1,100}",
        "(" * 1_000 + ")" * 1_000,
        "a" * 2_001,
    ],
)
def test_what_the_engine_cannot_check_is_left_unchecked(source: str) -> None:
    pattern = pattern_of(source)
    assert pattern.regex == ""
    assert matches(pattern, "anything")


@pytest.mark.parametrize(
    ("source", "reported"),
    [("^a$", "^a$"), ("a" * 101, ""), ("a`b", ""), ("a\nb", ""), ("(?=a)", "(?=a)")],
)
def test_a_pattern_that_can_be_read_is_reported(source: str, reported: str) -> None:
    assert pattern_of(source).source == reported


@pytest.mark.parametrize(
    "node",
    [
        {"pattern": "^[A-Z]{2}\\/[0-9]+$"},
        {"pattern": r"^\+[1-9]\d{1,14}$"},
        {"pattern": "^(a|b)?-(c|d){2}$"},
        {"pattern": r"^[^\s@]+@[^\s@]+\.[a-z]{2,}$"},
        {"pattern": "^[0-9a-f]{24}$", "maxLength": 24},
        {"pattern": "^.*$", "minLength": 7, "maxLength": 7},
        {"pattern": "^[a-z]+$", "minLength": 12},
        {"pattern": "^(?!x)y"},
        {"minLength": 40},
        {"maxLength": 3},
        {"maxLength": 0},
        {"pattern": "^arn:aws:iam::[0-9]{12}:role\\/[\\w+=,.@-]+$"},
        {"pattern": "^\\p{Lu}$"},
        {"pattern": "(?i)x"},
        {},
    ],
)
def test_an_example_fits_what_the_schema_asks_for(node: dict[str, Any]) -> None:
    text = text_for(node)
    assert matches(pattern_of(node.get("pattern", "")), text)
    assert node.get("minLength", 0) <= len(text) <= node.get("maxLength", 1_000)
