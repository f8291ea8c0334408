"""Starts a project: finds its document, looks at it, and proposes files for it.

In: a folder, a path, a URL or an application. Out: a `Survey` of the document, and the texts of a
configuration, of lines for `make`, of a step for CI and of a hook. Nothing here asks or prints.

| file | what it does |
|---|---|
| `find` | documents and applications in the usual places of a project |
| `download` | a document from a URL into a file |
| `survey` | what a document has: calls, lists with pages, credentials, and what is degraded |
| `texts` | the texts of files |
| `installed` | how this clientsmith was installed, and how a package is added to it |
| `place` | a text into a file that is not there, or at the end of one |
"""

from __future__ import annotations

from .download import download
from .find import find_app, find_documents, is_document
from .installed import command_to_add
from .place import append, write_new
from .survey import Survey, client_name, first_call, package_name, survey
from .texts import Choices, configuration, github, gitlab, hook, make_lines, runner

__all__ = [
    "Choices",
    "Survey",
    "append",
    "client_name",
    "command_to_add",
    "configuration",
    "download",
    "find_app",
    "find_documents",
    "first_call",
    "github",
    "gitlab",
    "hook",
    "is_document",
    "make_lines",
    "package_name",
    "runner",
    "survey",
    "write_new",
]
