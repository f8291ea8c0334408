"""Read the configuration, `clientsmith.toml` or `[tool.clientsmith]` of `pyproject.toml`.

In: the path of a folder or a file, or the options of a command line without configuration. Out: a
`Target` for each configured client.

The file is checked as a document is: one run reports all of its problems, each with file, line and
column.

| file | what it holds |
|---|---|
| `target` | `Target`: one configured client, every setting with its default |
| `tables` | the settings that are tables: `PaginationSetting`, `Streaming`, `Selection` |
| `distribution` | `Distribution`: the settings of a client that is published |
| `values` | texts that a setting accepts: `METHOD /path`, a JSON pointer, a class name, … |
| `load` | from a file to targets, with the checks that need the disk or all targets |
| `app` | a document that an application describes itself |
| `file` | which file is read, and its content as a table with the place of each key |
| `toml_spans` | line and column of each key of a TOML text |
| `toml_text` | keys, tables and strings as TOML writes them |
| `problems` | the errors of pydantic as diagnostics in the words of the configuration |
"""

from __future__ import annotations

from .app import App, app_of, document_path
from .distribution import Distribution, is_web_address
from .file import find_file, read_file
from .load import ad_hoc_target, has_configuration, load_targets, named_paths
from .tables import AnswerSetting, PaginationKind, PaginationSetting, Selection, Streaming
from .target import Target
from .toml_spans import key_positions, table_headers
from .toml_text import dotted, quoted
from .values import CallName, ClassName, checked_class, checked_package

__all__ = [
    "AnswerSetting",
    "App",
    "CallName",
    "ClassName",
    "Distribution",
    "PaginationKind",
    "PaginationSetting",
    "Selection",
    "Streaming",
    "Target",
    "ad_hoc_target",
    "app_of",
    "checked_class",
    "checked_package",
    "document_path",
    "dotted",
    "find_file",
    "has_configuration",
    "is_web_address",
    "key_positions",
    "load_targets",
    "named_paths",
    "quoted",
    "read_file",
    "table_headers",
]
