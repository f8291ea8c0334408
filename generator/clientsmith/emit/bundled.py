"""The files that ship with the tool: the templates, and among them the client's runtime."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache
from pathlib import Path


@cache
def templates_folder() -> Path:
    """Return the folder of the bundled templates.

    A wheel carries them inside the package; a checkout keeps them at its root, where people look.
    """
    package = Path(__file__).resolve().parents[1]
    installed = package / "templates"
    return installed if installed.is_dir() else package.parents[1] / "templates"


def template_names() -> tuple[str, ...]:
    """Return the names of a client's templates, sorted: an override has to have the same."""
    return tuple(sorted(path.name for path in templates_folder().glob("*.jinja")))


OPTIONAL: frozenset[str] = frozenset(
    (
        "addresses.py",
        "answers.py",
        "any_of.py",
        "base64_body.py",
        "bodies.py",
        "body_choice.py",
        "content.py",
        "cursors.py",
        "datetime_formats.py",
        "datetimes.py",
        "deferred.py",
        "deprecation.py",
        "downloads.py",
        "encodings.py",
        "enum_unions.py",
        "events.py",
        "formats.py",
        "forms.py",
        "fractions.py",
        "links.py",
        "list_pages.py",
        "multipart.py",
        "next_pages.py",
        "number_decoding.py",
        "number_encoding.py",
        "number_parsing.py",
        "numbered_pages.py",
        "numeric_strings.py",
        "oauth.py",
        "old_arguments.py",
        "old_constants.py",
        "old_exports.py",
        "old_names.py",
        "old_options.py",
        "old_variables.py",
        "open_models.py",
        "optional_body.py",
        "parameters.py",
        "patterns.py",
        "ranges.py",
        "security.py",
        "servers.py",
        "stream_parsing.py",
        "streams.py",
        "string_values.py",
        "styles.py",
        "suggestions.py",
        "switches.py",
        "tagged.py",
        "tuples.py",
        "uniqueness.py",
        "untyped.py",
        "utc.py",
        "webhooks.py",
    )
)
"""The modules of the runtime that only the clients get which use them; no other module of the
runtime imports them, the generated code that uses them does.
"""

_IMPORT = re.compile(r"^ *from \.(\w+) import", re.MULTILINE)

FORMAT_MODULES = {
    **dict.fromkeys(("date-time", "date", "time"), "datetime_formats"),
    **dict.fromkeys(("email", "ipv4", "ipv6"), "addresses"),
    **dict.fromkeys(("duration", "decimal", "byte"), "encodings"),
    **dict.fromkeys(("uuid", "uri"), "formats"),
    "int64": "number_encoding",
}
"""Format → the optional module of the runtime that checks it in requests."""


def runtime_names(optional: Collection[str] = OPTIONAL) -> tuple[str, ...]:
    """Return the paths, inside `_runtime/`, of the modules that a client needs.

    `optional` has the optional modules that the client uses.
    """
    root = templates_folder() / "runtime"
    left_out = OPTIONAL.difference(*map(_with_imports, optional))
    names = (path.relative_to(root).as_posix() for path in root.rglob("*.py"))
    return tuple(sorted(name for name in names if name not in left_out))


@cache
def _with_imports(name: str) -> frozenset[str]:
    """Return an optional module and those that it imports, directly or through one of them."""
    text = (templates_folder() / "runtime" / name).read_text(encoding="utf-8")
    found = {f"{module}.py" for module in _IMPORT.findall(text)} & OPTIONAL
    return frozenset({name}).union(*map(_with_imports, found))


def copied(path: Path) -> str:
    """Return the text of a file that goes into a client as it is.

    Only line ends may differ from the file: a checkout can turn them, and a client is the same
    wherever it is made.
    """
    return path.read_bytes().decode().replace("\r\n", "\n")
