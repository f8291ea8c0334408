"""Finds the user's classes in a package's `_custom/` by reading its files, never running them."""

from __future__ import annotations

import ast
from pathlib import Path

from ..diagnostics import ClientsmithError, Diagnostic, Span


def custom_classes(folder: Path) -> dict[str, str]:
    """Return the module below `_custom` of each public class there, by the name of the class.

    The module of `_custom/__init__.py` is an empty text.

    Raises:
        ClientsmithError: a file cannot be parsed (code `custom-syntax`).
    """
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.py")):
        try:
            tree = ast.parse(path.read_bytes(), str(path))
        except SyntaxError as error:
            place = Span(path.as_posix(), error.lineno or 1, error.offset or 1)
            message = f"this file does not parse: {error.msg}"
            hint = "mend the file; its classes take the place of generated ones"
            raise ClientsmithError(
                (Diagnostic("custom-syntax", "error", message, place, hint),)
            ) from error
        parts = path.relative_to(folder).with_suffix("").parts
        module = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        for node in tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                found[node.name] = module
    return found
