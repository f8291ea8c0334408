"""Check that the root file of a document is OpenAPI or Swagger, in a version that is read."""

from __future__ import annotations

from typing import Any, cast

from ..diagnostics import ClientsmithError, Diagnostic, error, nearest
from .pointers import join_pointer
from .positions import File
from .references import MOUNT

_BEGINNING = "an OpenAPI document begins with: openapi: 3.1.0"


def check_root(file: File) -> None:
    """Check that a file is a mapping with `openapi`, or with `swagger: "2.0"`.

    Raises:
        ClientsmithError: it is not (codes `document` and `swagger`).
    """
    data: Any = file.data
    top = file.span(0)
    problem: Diagnostic | None = None
    if data is None:
        problem = error("document", "the document is empty", top, _BEGINNING)
    elif not isinstance(data, dict):
        kind = "a list" if isinstance(data, list) else "a single value"
        message = f"the document is {kind}; an OpenAPI document is a mapping"
        problem = error("document", message, top, _BEGINNING)
    elif MOUNT in data:
        message = f"the key '{MOUNT}' is reserved for clientsmith"
        place = file.key_span([MOUNT], f"/{MOUNT}")
        problem = error("document", message, place, "rename it")
    elif "openapi" not in data and "swagger" in data:
        problem = _unsupported_swagger(file, "swagger")
    elif "openapi" not in data and "swaggerVersion" in data:
        problem = _unsupported_swagger(file, "swaggerVersion")
    elif "openapi" not in data:
        similar = nearest("openapi", cast("dict[str, Any]", data))
        problem = error(
            "document",
            "the key 'openapi' is missing, so this is not recognized as an OpenAPI document",
            file.key_span([similar]) if similar else top,
            f"rename '{similar}' to 'openapi'" if similar else _BEGINNING,
        )
    if problem:
        raise ClientsmithError([problem])


def _unsupported_swagger(file: File, key: str) -> Diagnostic | None:
    """Return the error that a version of Swagger is not supported; None for 2.0."""
    version = str(file.data[key])
    if key == "swagger" and version in ("2.0", "2"):
        return None
    hint = "write the version that the document follows, such as openapi: 3.1.0"
    if version.startswith("1"):
        hint = "convert it first: npx api-spec-converter --from=swagger_1 --to=openapi_3 FILE"
    elif key == "swaggerVersion":
        hint = "Swagger 2.0 begins with: swagger: '2.0'"
    return error(
        "swagger",
        f"Swagger '{version}' is not supported; Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2 are",
        file.key_span([key], join_pointer(key)),
        hint,
    )
