"""Gives the objects of a document their Python names, the same from run to run.

In: texts of a document, the settings of a target and `names.lock`. Out: identifiers that Python
accepts and nothing else has, and the lock that keeps them.

| file | what it does |
|---|---|
| `python_names` | names from texts: `snake`, `pascal`, `argument`, …; the classes of a client |
| `reserved` | names that Python, methods or models use themselves |
| `rules` | the rules by which names are chosen, which a client keeps |
| `lock` | `names.lock`: the names of earlier runs |
| `conflicts` | both sides of a git merge of the lock, read and joined |

What shows and sets names on the command line is the package `names`.
"""

from __future__ import annotations

from .lock import NameLock
from .python_names import (
    OF_PACKAGES,
    TypeNames,
    argument,
    attribute,
    class_modules,
    client,
    environment,
    module,
    pascal,
    shortened,
    snake,
    unique,
    words,
)

__all__ = [
    "OF_PACKAGES",
    "NameLock",
    "TypeNames",
    "argument",
    "attribute",
    "class_modules",
    "client",
    "environment",
    "module",
    "pascal",
    "shortened",
    "snake",
    "unique",
    "words",
]
