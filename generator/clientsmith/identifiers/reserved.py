"""The names that Python, methods or models use themselves, so that nothing of a document may."""

from __future__ import annotations

import keyword
import unicodedata

_RESERVED_ARGUMENTS = frozenset({"self", "options", "models", "params", "omit"})
_MODEL_MEMBERS = frozenset(
    [
        "additional_properties",
        "construct",
        "copy",
        "dict",
        "fields",
        "from_orm",
        "get_next_page",
        "has_next_page",
        "items_of_page",
        "iter_pages",
        "json",
        "model_computed_fields",
        "model_config",
        "model_construct",
        "model_copy",
        "model_dump",
        "model_dump_json",
        "model_extra",
        "model_fields",
        "model_fields_set",
        "model_json_schema",
        "model_parametrized_name",
        "model_post_init",
        "model_rebuild",
        "model_validate",
        "model_validate_json",
        "model_validate_strings",
        "mro",
        "parse_file",
        "parse_obj",
        "parse_raw",
        "register",
        "schema",
        "schema_json",
        "to_dict",
        "to_json",
        "update_forward_refs",
        "validate",
    ]
)
# Names that the annotations of a model use, which a field of the same name would hide.
_ANNOTATION_NAMES = frozenset(
    (
        *("Annotated", "Any", "AsBase64", "AsDecimal", "AsDuration", "Decimal", "Field"),
        *("Literal", "TaggedBy", "ByPosition", "Union"),
    )
)


def is_name(text: str) -> bool:
    """Return whether a text is a Python name, and the one that Python reads (NFKC, PEP 3131)."""
    return (
        text.isidentifier()
        and not keyword.iskeyword(text)
        and unicodedata.normalize("NFKC", text) == text
    )


def is_reserved_argument(name: str) -> bool:
    """Return whether no argument of a call may have a name, since methods use it themselves."""
    return name in _RESERVED_ARGUMENTS or name.startswith("extra_") or name == "timeout"


def is_reserved_attribute(name: str) -> bool:
    """Return whether no field of a model may have a name, since models use it themselves."""
    return name in _MODEL_MEMBERS or name in _ANNOTATION_NAMES
