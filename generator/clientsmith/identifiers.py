"""Python names for the parts of a document.

A name is a function of the place it comes from (its JSON pointer) and of `names.lock`, which
remembers the names of earlier runs; so a part added elsewhere, in front included, renames nothing.
The order of choice is: the target's configuration, the lock, the document's own name, and that name
with a number where another place holds it already.
"""

from __future__ import annotations

import hashlib
import json
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from .diagnostics import ClientsmithError, Diagnostic, Span
from .paths import WINDOWS_RESERVED

# Letters without case, and those that are not ASCII, continue a word.
_WORD = re.compile(r"[A-Z]+(?![^\W\dA-Z_])[0-9]*|[A-Z]?[^\W\dA-Z_]+[0-9]*|[0-9]+[^\W\dA-Z_]*")
# A plural of an acronym (`URLs`, `MDRs`) is one word.
_ACRONYMS = re.compile(r"([A-Z]{2,})s(?![a-z])")
_BUILTIN_TYPES = frozenset(
    {"bool", "bytes", "dict", "float", "int", "list", "object", "set", "str", "tuple", "type"}
)
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
        "parse_file",
        "parse_obj",
        "parse_raw",
        "schema",
        "schema_json",
        "to_dict",
        "to_json",
        "update_forward_refs",
        "validate",
    ]
)
# What the annotations of a model are written with: an attribute of that name would hide it.
_OF_ANNOTATIONS = frozenset(
    (
        *("Annotated", "Any", "AsBase64", "AsDecimal", "AsDuration", "Decimal", "Field"),
        *("Literal", "TaggedBy", "ByPosition", "Union"),
    )
)
_RESERVED_CLASSES = frozenset(
    (
        *("any", "model", "field", "literal", "none", "true", "false", "optional", "union"),
        *("annotated", "decimal", "mapping", "openmodel", "required", "sequence", "typealias"),
        *("typealiastype", "typeddict", "ormodel"),
    )
)


# "REST API v2", "API Documentation" and the like, behind the name of what the API is of.
_OF_APIS = re.compile(
    r"(?<=\w)\W{1,3}(?:(?:http|json|open|public|rest(?:ful)?|web) )?apis?"
    r"(?: (?:client|docs|documentation|reference|spec|specification))?"
    r"(?: v?\d[\d.]{0,9})?\W{0,3}\Z",
    re.IGNORECASE,
)
_LONGEST = 100
OF_PACKAGES = frozenset(
    (
        *("APIConnectionError", "APIError", "APIResponse", "APIResponseValidationError"),
        *("APIStatusError", "APITimeoutError", "AsyncAPIResponse", "AsyncDownloadResponse"),
        *("AsyncEventStream", "AsyncStream", "AsyncTransport", "AuthenticationError"),
        *("BadRequestError", "BasicLogin", "Callable", "ClientCredentials", "ConflictError"),
        *("CookieKey", "Download", "DownloadResponse", "Drift", "Event", "EventStream"),
        *("HeaderKey", "InternalServerError", "Literal", "Mapping", "NotFoundError", "Omit"),
        *("OptionError", "RetryPolicy"),
        *("PermissionDeniedError", "QueryKey", "RateLimitError", "Request", "RequestOptions"),
        *("RequestValidationError", "Response", "ResponseTooLargeError", "SecuritySchemes", "Self"),
        *("Stream", "Timeout", "Transport", "Unpack", "UnprocessableEntityError"),
        *("WebhookSignatureError",),
    )
)
"""What a package exports, and what its clients are written with: no client is called so."""


def words(text: str) -> list[str]:
    """The words of a name in any case style: `ListMDRs_page-2` → list, mdrs, page, 2."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.islower():
        return _WORD.findall(plain)
    plain = _ACRONYMS.sub(lambda match: match[1].capitalize() + "s", plain)
    return [word.lower() for word in _WORD.findall(plain)]


def _identifier(text: str, prefix: str) -> str:
    kept = text
    if not f"_{text}".isidentifier():
        kept = "".join(character for character in text if ("_" + character).isidentifier())
    kept = unicodedata.normalize("NFKC", kept)
    if not kept or not kept[0].isidentifier():
        kept = prefix + kept
    return kept


def shortened(name: str) -> str:
    """`name`, or its beginning and a hash of all of it where it is too long for the name of a file.

    A file's name has 255 bytes on most systems, and a module's is made of one or two of these.
    """
    raw = name.encode()
    if len(raw) <= _LONGEST:
        return name
    mark = hashlib.sha256(raw).hexdigest()[:8]
    return raw[: _LONGEST - len(mark)].decode(errors="ignore").rstrip("_") + mark


@lru_cache(16_384)
def snake(text: str) -> str:
    """A name for a module, method or argument: lower case, underscores, no keyword, no dunder."""
    own = words(text)
    name = _identifier("_".join(own), "n_" if own else "unnamed").strip("_") or "unnamed"
    name = shortened(name)
    return (
        name + "_"
        if keyword.iskeyword(name) or (keyword.issoftkeyword(name) and name == "_")
        else name
    )


def module(text: str) -> str:
    """As `snake`, and apart from the names that Windows keeps for devices."""
    name = snake(text)
    return f"{name}_" if name in WINDOWS_RESERVED else name


def argument(text: str) -> str:
    """As `snake`, and apart from the names that every method uses itself."""
    name = snake(text)
    if name in _RESERVED_ARGUMENTS or name.startswith("extra_") or name == "timeout":
        return name + "_"
    return name


@lru_cache(16_384)
def attribute(text: str) -> str:
    """A name for a field of a model: the document's own where pydantic allows it."""
    if text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("_"):
        name = unicodedata.normalize("NFKC", text)
    else:
        name = snake(text)
    name = shortened(name)
    return name + "_" if name in _MODEL_MEMBERS or name in _OF_ANNOTATIONS else name


@lru_cache(16_384)
def pascal(text: str) -> str:
    """A name for a class: the document's own if it reads as one, acronyms and all."""
    if text.isidentifier() and text[0].isupper() and "_" not in text:
        name = unicodedata.normalize("NFKC", text)
    else:
        name = "".join(word[:1].upper() + word[1:] for word in words(text))
        name = _identifier(name, "N" if name else "Unnamed")
    name = shortened(name)
    return name + "_" if keyword.iskeyword(name) or name.lower() in _RESERVED_CLASSES else name


def client(title: str) -> str:
    """A name for the client of an API: its title without "API" at the end, apart from what its
    package exports already.
    """
    name = pascal(_OF_APIS.sub("", title.replace("'s ", "s ")) or title)
    while OF_PACKAGES.intersection((name, f"Async{name}", f"{name}Error")):
        name += "Client"
    return name


def environment(name: str) -> str:
    """What the environment variables of the client of this name begin with: capitals of ASCII."""
    plain = re.sub(r"[^A-Z0-9_]", "", snake(name).upper()).strip("_")
    return plain if plain[:1].isalpha() else f"API_{plain}".strip("_")


@dataclass(frozen=True, slots=True)
class NameLock:
    """Names given in earlier runs: JSON pointer → class name, `METHOD /path` → call, security
    scheme → argument.
    """

    types: Mapping[str, str] = field(default_factory=dict[str, str])
    operations: Mapping[str, str] = field(default_factory=dict[str, str])
    credentials: Mapping[str, str] = field(default_factory=dict[str, str])

    @staticmethod
    def read(path: Path | None) -> NameLock:
        """The lock at `path`; an empty one where there is none.

        Raises:
            ClientsmithError: the file is not a lock (code `lock-invalid`).
        """
        if path is None or not path.exists():
            return NameLock()
        try:
            if not path.is_file():
                raise ValueError("it is no regular file")
            data = json.loads(path.read_text(encoding="utf-8"))
            lock = NameLock(
                types=_names(data["types"], "no class"),
                operations=_names(data["operations"], "no call"),
                credentials=_names(data.get("credentials", {}), "no argument"),
            )
        except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
            message = f"the file does not read as a lock of names ({error})"
            hint = (
                "take the file back from version control, or delete it to have all names made anew"
            )
            place = Span(path.as_posix(), getattr(error, "lineno", 1), getattr(error, "colno", 1))
            raise ClientsmithError(
                (Diagnostic("lock-invalid", "error", message, place, hint),)
            ) from error
        return lock

    def dump(self) -> str:
        """The text of the lock: JSON, sorted, one name a line so that a diff reads well."""
        data = {
            "credentials": dict(sorted(self.credentials.items())),
            "operations": dict(sorted(self.operations.items())),
            "types": dict(sorted(self.types.items())),
        }
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


_LOCKED = {
    "no class": re.compile(r"(?!__)[^.]+"),
    "no argument": re.compile(r"(?!_)[^.]+"),
    "no call": re.compile(r"(?!_)[^.]+(?:\.(?!_)[^.]+)+"),
}


def _names(data: Any, otherwise: str) -> dict[str, str]:
    """The names of a part of the lock; `otherwise` says what any other text would be."""
    if not isinstance(data, dict):
        raise TypeError("expected an object of names")
    names = cast("dict[str, Any]", data)
    for name in names.values():
        fits = isinstance(name, str) and _LOCKED[otherwise].fullmatch(name)
        if not fits or not all(map(is_name, name.split("."))):
            raise TypeError(f"{str(name)[:100]!r} names {otherwise}")
    return names


def is_name(text: str) -> bool:
    """Whether Python code may use `text` as a name, and reads it as it is written."""
    return (
        text.isidentifier()
        and not keyword.iskeyword(text)
        and unicodedata.normalize("NFKC", text) == text
    )


class TypeNames:
    """The class names of a run. Each pointer has one; no two share a module file on any file
    system.
    """

    def __init__(self, lock: NameLock, overrides: Mapping[str, str]) -> None:
        self._fixed = {**lock.types, **overrides}
        self._given: dict[str, str] = {}
        self._used: set[str] = set()
        self._shared: dict[str, str] = {}
        places: dict[str, list[str]] = {}
        for pointer, name in self._fixed.items():
            places.setdefault(name, []).append(pointer)
        self._together = {
            pointer: several for several in places.values() if several[1:] for pointer in several
        }
        """Pointer → all pointers that had the same name in an earlier run."""
        # A locked name stays its owner's even while the owner has not been met in this run.
        self._owner = {
            key: pointer for pointer, name in self._fixed.items() for key in _keys(pointer, name)
        }

    def name(self, pointer: str, candidate: str) -> str:
        """The name of the thing at `pointer`, for which the document suggests `candidate`."""
        if pointer in self._given:
            return self._given[pointer]
        name = self._fixed.get(pointer) or self._before(pointer)
        # Places that shared a type, and so its name, may have become different since.
        if not name or name in self._used:
            name = self._free(pointer, shortened(candidate))
        self._given[pointer] = name
        self._used.add(name)
        self._owner.update(dict.fromkeys(_keys(pointer, name), pointer))
        return name

    def fixed(self, pointer: str) -> str:
        """Return the name that the lock or the configuration gives a pointer; empty if neither."""
        return self._fixed.get(pointer, "")

    def share(self, pointer: str, first: str) -> None:
        """Give the schema at `pointer` the name of that at `first`, which is equal to it."""
        self._shared[pointer] = first

    def _before(self, pointer: str) -> str:
        """Return the locked name of a part of a shared body whose parts an earlier run named at
        another pointer, such as one that the document no longer has; empty for all other pointers.
        """
        above, rest = pointer, ""
        while self._together and above:
            if self._given.get(above) == self._fixed.get(above):
                names = (self._fixed.get(place + rest) for place in self._together.get(above, ()))
                if name := next(filter(None, names), ""):
                    return name
            above, _, last = above.rpartition("/")
            rest = f"/{last}{rest}"
        return ""

    def given(self) -> dict[str, str]:
        """Pointer → name, for the lock."""
        shared = {place: self._given.get(first) for place, first in self._shared.items()}
        return self._given | {place: name for place, name in shared.items() if name}

    def _free(self, pointer: str, candidate: str) -> str:
        name, number = candidate, 2
        while any(self._owner.get(key, pointer) != pointer for key in _keys(pointer, name)):
            name, number = f"{candidate}{number}", number + 1
        return name


def _keys(pointer: str, name: str) -> list[str]:
    """What a name takes: two classes whose modules would differ by case alone cannot stand in one
    folder on every file system; a resource and a page have an asynchronous twin.
    """
    has_twin = pointer.startswith("#resource/") or pointer.endswith("/#page")
    return [snake(name), snake(f"Async{name}")] if has_twin else [snake(name)]


def unique(name: str, taken: Iterable[str]) -> str:
    """`name`, with the first number that makes it differ from all of `taken`."""
    held = set(taken)
    result, number = name, 2
    while result in held:
        result, number = f"{name}_{number}", number + 1
    return result
