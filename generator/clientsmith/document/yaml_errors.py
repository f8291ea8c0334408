"""The errors of PyYAML as diagnostics, in words that say what to change."""

from __future__ import annotations

import yaml

from ..diagnostics import Diagnostic, error
from ..limits import Limits
from .parse_errors import too_deep
from .positions import Text


def syntax_error(text: Text, bad: yaml.MarkedYAMLError, limits: Limits) -> Diagnostic:
    """Return the diagnostic for an error of the scanner or the parser."""
    mark = bad.problem_mark or bad.context_mark
    offset = mark.index if mark else 0
    problem = bad.problem or bad.context or "this is not YAML"
    message, hint = problem, ""
    at = text.text[offset : offset + 1]
    if at == "\t" or (problem.startswith("found character") and "\t" in problem):
        message, hint = "a tab where YAML allows only spaces", "indent with spaces"
    elif problem.startswith("mapping values are not allowed"):
        message = "a ': ' in text without quotes, or a key with the wrong indentation"
        hint = "put the text in quotes"
    elif problem.startswith("found character that cannot start any token"):
        message, hint = f"text without quotes cannot begin with '{at}'", "put the text in quotes"
    elif problem.startswith(("did not find expected key", "expected <block end>")):
        hint = "check the indentation of this line and the quotes of the lines before it"
    elif problem.startswith("could not find expected ':'"):
        hint = "write ': ' after the key; check the line before as well"
        if bad.context_mark:
            message, offset = "this key has no ':' behind it", bad.context_mark.index
    elif "nesting" in problem:
        return too_deep(text.span(offset), limits)
    elif "unexpected end of stream" in problem and bad.context_mark:
        message, offset = "the quotes that begin here do not end", bad.context_mark.index
        hint = "write the other quote"
    begun = bad.context_mark.index if bad.context_mark else len(text.text)
    if (bracket := text.text[begun : begun + 1]) in ("[", "{"):
        # `while parsing a flow mapping`, which begins there.
        begin = text.span(begun)
        hint = hint or f"close the '{bracket}' of {begin.line}:{begin.column}, or add a comma"
    return error("syntax", message, text.seen_span(min(offset, len(text.text))), hint)


def character_error(text: Text, bad: yaml.reader.ReaderError) -> Diagnostic:
    """Return the diagnostic for a character that YAML does not allow, such as U+0007."""
    character: int | str | bytes = bad.character
    code_point = character if isinstance(character, int) else ord(character)
    # PyYAML's C parser counts bytes and its Python parser characters, so its offset is not used.
    offset = text.text.find(chr(code_point)) if code_point <= 0x10FFFF else -1
    return error(
        "syntax",
        f"YAML does not allow the character U+{code_point:04X}",
        text.span(max(offset, 0)),
        "remove it, or write it as an escape in double quotes",
    )
