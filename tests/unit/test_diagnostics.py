"""What a user sees of a problem: text, JSON, GitHub annotations."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from clientsmith.diagnostics import (
    ClientsmithError,
    Span,
    arrange,
    did_you_mean,
    error,
    has_errors,
    nearest,
    printable,
    render_github,
    render_json,
    render_text,
    warning,
)

MISSING = error(
    "ref-missing",
    "'#/components/schemas/Foo' does not exist",
    Span("api.yaml", 2, 7, "/paths"),
    "did you mean 'Food'?",
)


def lines(*texts: str) -> Callable[[Span], str]:
    return lambda span: texts[span.line - 1] if span.line <= len(texts) else ""


def test_text_shows_the_place_the_line_a_caret_and_the_hint() -> None:
    assert render_text([MISSING], lines("", "  $ref: Foo")) == (
        "api.yaml:2:7 error[ref-missing] '#/components/schemas/Foo' does not exist\n"
        "  2 |   $ref: Foo\n"
        "    |       ^\n"
        "  hint: did you mean 'Food'?\n"
    )


def test_text_reads_the_line_from_disk_when_there_is_no_document(tmp_path: Path) -> None:
    file = tmp_path / "api.yaml"
    file.write_bytes(b"\xef\xbb\xbfopenapi: 3.1.0\r\ninfo: [\r\n")
    reported = error("syntax", "a bracket is open", Span(str(file), 2, 7))
    assert "  2 | info: [\n    |       ^\n" in render_text([reported])


def test_text_does_without_the_line_when_the_file_is_gone() -> None:
    reported = error("file", "there is no file 'gone.yaml'", Span("gone.yaml", 1, 1))
    assert render_text([reported]) == "gone.yaml:1:1 error[file] there is no file 'gone.yaml'\n"


def test_text_does_without_a_place() -> None:
    assert render_text([warning("config", "nothing to do", None)]) == (
        "warning[config] nothing to do\n"
    )


def test_color_stands_only_where_it_is_asked_for() -> None:
    plain = render_text([MISSING], lines("", "x: y"))
    colored = render_text([MISSING], lines("", "x: y"), color=True)
    assert "\x1b" not in plain
    assert "\x1b[1;31merror[ref-missing]\x1b[0m" in colored


def test_text_of_a_document_cannot_drive_the_terminal() -> None:
    reported = error("x", "a\x1b[2Jb\nc\u202ed", Span("e\x07.yaml", 1, 5), "h\x9b")
    shown = render_text([reported], lines("k: \x1b]0;title\x07"), color=False)
    assert not set("\x1b\x07\x9b\u202e") & set(shown)
    assert r"a\x1b[2Jb\nc\u202ed" in shown


def test_the_caret_stands_under_its_column_after_escapes_tabs_and_wide_letters() -> None:
    reported = error("x", "m", Span("f", 1, 4))
    shown = render_text([reported], lines("\t\x01字X"))
    _, line, caret = shown.splitlines()
    assert line == r"  1 |  \x01字X"
    assert caret.index("^") == line.index("X") + 1  # the letter before takes two columns


def test_of_a_very_long_line_the_part_around_the_caret_is_shown() -> None:
    reported = error("x", "m", Span("f", 1, 5001))
    _, line, caret = render_text([reported], lines("a" * 5000 + "X" + "b" * 5000)).splitlines()
    assert len(line) < 140
    assert line[caret.index("^")] == "X"


def test_diagnostics_are_sorted_and_reported_once() -> None:
    second = warning("b", "later", Span("api.yaml", 9, 1))
    nowhere = error("c", "no place", None)
    assert arrange([second, MISSING, nowhere, MISSING]) == (nowhere, MISSING, second)


def test_json_has_counts_and_every_field_in_ascii() -> None:
    text = render_json([MISSING, warning("w", "é\x1b", None)])
    assert text.isascii()
    assert json.loads(text) == {
        "errors": 1,
        "warnings": 1,
        "diagnostics": [
            {
                "code": "w",
                "severity": "warning",
                "message": "é\x1b",
                "hint": "",
                "file": None,
                "line": None,
                "column": None,
                "pointer": None,
            },
            {
                "code": "ref-missing",
                "severity": "error",
                "message": "'#/components/schemas/Foo' does not exist",
                "hint": "did you mean 'Food'?",
                "file": "api.yaml",
                "line": 2,
                "column": 7,
                "pointer": "/paths",
            },
        ],
    }


def test_github_gets_a_workflow_command_a_line() -> None:
    assert render_github([MISSING]) == (
        "::error file=api.yaml,line=2,col=7,title=clientsmith ref-missing::"
        "'#/components/schemas/Foo' does not exist%0Ahint: did you mean 'Food'?\n"
    )


def test_github_commands_cannot_be_forged() -> None:
    reported = warning("w", "100%\n::error::x", Span("a,b:c.yaml", 1, 2))
    assert render_github([reported]) == (
        "::warning file=a%2Cb%3Ac.yaml,line=1,col=2,title=clientsmith w::100%25\\n::error::x\n"
    )


def test_the_error_carries_its_diagnostics_sorted_and_reads_as_text() -> None:
    later = error("b", "later", Span("z.yaml", 1, 1))
    raised = ClientsmithError([later, MISSING, later])
    assert raised.diagnostics == (MISSING, later)
    assert str(raised).splitlines()[1] == "z.yaml:1:1 error[b] later"


def test_only_errors_are_errors() -> None:
    assert has_errors([MISSING])
    assert not has_errors([warning("w", "m", None)])


@pytest.mark.parametrize(
    ("word", "words", "found"),
    [
        ("Foo", ["Food", "Bar"], "Food"),
        ("operationid", ["operationId"], "operationId"),
        ("zzz", ["Food"], None),
        ("a" * 1000, ["a" * 999], None),
    ],
)
def test_nearest_finds_what_was_meant(word: str, words: list[str], found: str | None) -> None:
    assert nearest(word, words) == found
    assert did_you_mean(word, words) == (f"did you mean '{found}'?" if found else "")


def test_printable_leaves_letters_of_all_languages_alone() -> None:
    assert printable("Grüße 字 😀") == "Grüße 字 😀"
    assert printable("\ud800\u2028\x00") == r"\ud800\u2028\x00"


def test_a_message_that_a_document_made_long_is_cut_in_its_middle() -> None:
    reported = error("some-code", "begin " + "x" * 1_000_000 + " end", None)
    assert len(reported.message) < 1_010
    assert reported.message.startswith("begin x")
    assert reported.message.endswith("x end")
