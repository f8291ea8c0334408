"""Apply overlays to a document as it was read, and make an overlay of two documents.

In: the parsed file of a document, and the parsed files of overlays (OpenAPI Overlay Specification
1.0 and 1.1). Out: the file with changed data, in which each value knows the place where it was
read. `python-jsonpath` is imported here alone, so a run without overlays does not need it.

| file | what it does |
|---|---|
| `overlay` | a parsed file → `Overlay`, with all that is wrong with it |
| `queries` | JSONPath (RFC 9535), within limits |
| `apply`, `editing`, `origins` | changes data, and keeps the place of each value |
| `difference`, `paths` | two documents → the overlay that makes one of the other |
| `commands` | what `clientsmith overlay` does with files |
| `drift_records`, `drift_places` | drift of clients, and the schemas that it is about |
| `drift_proposal`, `drift_answers`, `drift_types`, `drift_root` | these → actions of an overlay |
| `writing` | data → YAML or JSON |
"""

from __future__ import annotations

from .apply import apply, extended_file
from .commands import overlaid, overlay_between, overlay_problems, proposed
from .difference import difference
from .overlay import Action, Overlay, overlay_of
from .paths import path_of
from .writing import Form, form_of, written

__all__ = [
    "Action",
    "Form",
    "Overlay",
    "apply",
    "difference",
    "extended_file",
    "form_of",
    "overlaid",
    "overlay_between",
    "overlay_of",
    "overlay_problems",
    "path_of",
    "proposed",
    "written",
]
