"""Python names for the objects of a document.

The name of an object depends only on its JSON pointer and on `names.lock`, which keeps the names of
earlier runs. So an object that is added anywhere in the document renames no other. A name comes, in
this order, from the target's configuration, from the lock, from the document, or is the document's
name with a number if another object has it.
"""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from ..paths import WINDOWS_RESERVED
from .lock import NameLock
from .reserved import is_reserved_argument, is_reserved_attribute
from .rules import Attributes

# Capitals of ASCII begin a word; all other letters continue one.
_WORD = re.compile(r"[A-Z]+(?![^\W\dA-Z_])[0-9]*|[A-Z]?[^\W\dA-Z_]+[0-9]*|[0-9]+[^\W\dA-Z_]*")
# The plural of an acronym (`URLs`, `MDRs`) is one word.
_ACRONYMS = re.compile(r"([A-Z]{2,})s(?![a-z])")
_RESERVED_CLASSES = frozenset(
    (
        *("any", "model", "field", "literal", "none", "true", "false", "optional", "union"),
        *("annotated", "decimal", "mapping", "openmodel", "required", "sequence", "typealias"),
        *("typealiastype", "typeddict", "ormodel"),
    )
)
# The end of a title that names no API: " REST API v2", " API Documentation".
_API_SUFFIX = re.compile(
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
        *("CookieKey", "Download", "DownloadResponse", "Drift", "DriftLog", "Event"),
        *(
            "EventStream",
            "HeaderKey",
            "InternalServerError",
            "Literal",
            "Mapping",
            "NotFoundError",
            "Omit",
        ),
        *("OptionError", "RetryPolicy"),
        *("PermissionDeniedError", "QueryKey", "RateLimitError", "Request", "RequestOptions"),
        *("RequestValidationError", "Response", "ResponseTooLargeError", "SecuritySchemes", "Self"),
        *("Stream", "Timeout", "Transport", "Unpack", "UnprocessableEntityError"),
        *("RemovedError", "WebhookSignatureError"),
    )
)
"""Names that a package exports or that the source of a client uses; no client gets one of them."""


def words(text: str) -> list[str]:
    """Return the words of a name in any style: `ListMDRs_page-2` → list, mdrs, page, 2."""
    plain = unicodedata.normalize("NFKC", text)
    if plain.islower():
        return _WORD.findall(plain)
    plain = _ACRONYMS.sub(lambda match: match[1].capitalize() + "s", plain)
    return [word.lower() for word in _WORD.findall(plain)]


def _identifier(text: str, prefix: str) -> str:
    """Return a text without characters that no identifier has, with a prefix if it needs one."""
    kept = text
    if not f"_{text}".isidentifier():
        kept = "".join(character for character in text if ("_" + character).isidentifier())
    kept = unicodedata.normalize("NFKC", kept)
    if not kept or not kept[0].isidentifier():
        kept = prefix + kept
    return kept


def shortened(name: str) -> str:
    """Return a name, or its beginning and a hash of it if it is longer than 100 bytes.

    File systems allow names of 255 bytes, and the name of a module has one or two of these.
    """
    raw = name.encode()
    if len(raw) <= _LONGEST:
        return name
    mark = hashlib.sha256(raw).hexdigest()[:8]
    return raw[: _LONGEST - len(mark)].decode(errors="ignore").rstrip("_") + mark


@lru_cache(16_384)
def snake(text: str) -> str:
    """Return a name for a module or method: `listMDRs` → `list_mdrs`, `from` → `from_`."""
    own = words(text)
    name = _identifier("_".join(own), "n_" if own else "unnamed").strip("_") or "unnamed"
    name = shortened(name)
    return (
        name + "_"
        if keyword.iskeyword(name) or (keyword.issoftkeyword(name) and name == "_")
        else name
    )


def module(text: str) -> str:
    """Return a name for a module, as `snake`, that no device of Windows has: `con` → `con_`."""
    name = snake(text)
    return f"{name}_" if name in WINDOWS_RESERVED else name


def argument(text: str) -> str:
    """Return a name for an argument, as `snake`, that no method uses itself: `self` → `self_`."""
    name = snake(text)
    return f"{name}_" if is_reserved_argument(name) else name


@lru_cache(16_384)
def attribute(text: str, rule: Attributes = "wire") -> str:
    """Return a name for a field of a model: the document's own if pydantic allows it.

    In snake_case, one with capitals is `snake`: `createdAt` → `created_at`. Any other is as good as
    it is: `ipv4addr` is no `ipv4_addr`.
    """
    is_usable = text.isidentifier() and not keyword.iskeyword(text) and not text.startswith("_")
    if is_usable and (rule == "wire" or text == text.lower()):
        name = unicodedata.normalize("NFKC", text)
    else:
        name = snake(text)
    name = shortened(name)
    return f"{name}_" if is_reserved_attribute(name) else name


@lru_cache(16_384)
def pascal(text: str) -> str:
    """Return a name for a class: `user_token` → `UserToken`; `IPAddress` stays as it is."""
    if text.isidentifier() and text[0].isupper() and "_" not in text:
        name = unicodedata.normalize("NFKC", text)
    else:
        name = "".join(word[:1].upper() + word[1:] for word in words(text))
        name = _identifier(name, "N" if name else "Unnamed")
    name = shortened(name)
    return name + "_" if keyword.iskeyword(name) or name.lower() in _RESERVED_CLASSES else name


def client(title: str) -> str:
    """Return a name for the client of an API, from its title: `Petstore REST API v2` → `Petstore`.

    A name that the package exports already gets `Client` at its end: `Event` → `EventClient`.
    """
    name = pascal(_API_SUFFIX.sub("", title.replace("'s ", "s ")) or title)
    while OF_PACKAGES.intersection((name, f"Async{name}", f"{name}Error")):
        name += "Client"
    return name


def environment(name: str) -> str:
    """Return the prefix of the environment variables of a client: `PetStore` → `PET_STORE`."""
    plain = re.sub(r"[^A-Z0-9_]", "", snake(name).upper()).strip("_")
    return plain if plain[:1].isalpha() else f"API_{plain}".strip("_")


class TypeNames:
    """The class names of a run, by JSON pointer.

    No two classes have modules whose names differ only in case, which many file systems ignore.
    """

    def __init__(self, lock: NameLock, overrides: Mapping[str, str]) -> None:
        self.rules = lock.rules
        self._fixed = {**lock.types, **overrides}
        self._given: dict[str, str] = {}
        self._wanted: dict[str, str] = {}
        self._used: set[str] = set()
        self._shared: dict[str, str] = {}
        self.suggested: dict[str, str] = {}
        """The names that schemas have by themselves, although their pointers suggest none."""
        pointers: dict[str, list[str]] = {}
        for pointer, name in self._fixed.items():
            pointers.setdefault(name, []).append(pointer)
        self._same_name = {
            pointer: several for several in pointers.values() if several[1:] for pointer in several
        }
        """Pointer → all pointers that had the same name in an earlier run."""
        # A locked name belongs to its pointer even before the pointer is named in this run.
        self._owner = {
            key: pointer
            for pointer, name in self._fixed.items()
            for key in class_modules(pointer, name)
        }

    def name(self, pointer: str, candidate: str) -> str:
        """Return the name of the object at a pointer; the document suggests `candidate`."""
        if pointer in self._given:
            return self._given[pointer]
        self._wanted[pointer] = candidate
        name = self._fixed.get(pointer) or self._before(pointer)
        # Two objects that were equal in an earlier run had one name, and may differ now.
        if not name or name in self._used:
            name = self._free(pointer, shortened(candidate))
        self._given[pointer] = name
        self._used.add(name)
        self._owner.update(dict.fromkeys(class_modules(pointer, name), pointer))
        return name

    def fixed(self, pointer: str) -> str:
        """Return the name that the lock or the configuration gives a pointer; empty if neither."""
        return self._fixed.get(pointer, "")

    def keep(self, last: TypeNames, is_kept: Callable[[str], bool]) -> None:
        """Take over the names that objects at some pointers had in an earlier run."""
        for pointer, name in last._given.items():
            if is_kept(pointer):
                self._given[pointer] = name
                self._used.add(name)
                self._owner.update(dict.fromkeys(class_modules(pointer, name), pointer))
        self._wanted.update(_at(last._wanted, is_kept))
        self._shared.update(_at(last._shared, is_kept))

    def share(self, pointer: str, first: str) -> None:
        """Give the schema at a pointer the name of an equal schema at the pointer `first`."""
        self._shared[pointer] = first

    def _before(self, pointer: str) -> str:
        """Return the name that an equal object at another pointer had in an earlier run; else "".

        Equal request bodies share one type, and the lock names the types inside it at the pointer
        of the first body. Without that body, the names are found at the pointers of the others.
        """
        above, rest = pointer, ""
        while self._same_name and above:
            if self._given.get(above) == self._fixed.get(above):
                others = self._same_name.get(above, ())
                names = (self._fixed.get(other + rest) for other in others)
                if name := next(filter(None, names), ""):
                    return name
            above, _, last = above.rpartition("/")
            rest = f"/{last}{rest}"
        return ""

    def given(self) -> dict[str, str]:
        """Return the name of each pointer that was named in this run, for the lock."""
        shared = {pointer: self._given.get(first) for pointer, first in self._shared.items()}
        return self._given | {pointer: name for pointer, name in shared.items() if name}

    def wanted(self) -> dict[str, str]:
        """Return the name that the document suggested for each pointer that was named."""
        return self._wanted

    def _free(self, pointer: str, candidate: str) -> str:
        name, number = candidate, 2
        while any(self._owner.get(key, pointer) != pointer for key in class_modules(pointer, name)):
            name, number = f"{candidate}{number}", number + 1
        return name


def _at(names: Mapping[str, str], is_kept: Callable[[str], bool]) -> dict[str, str]:
    return {pointer: name for pointer, name in names.items() if is_kept(pointer)}


def class_modules(pointer: str, name: str) -> list[str]:
    """Return the names of the modules that a class takes, in lower case.

    A resource and a page have a second class, which is asynchronous: `Pets` → `pets`, `async_pets`.
    """
    has_twin = pointer.startswith("#resource/") or pointer.endswith("/#page")
    return [snake(name), snake(f"Async{name}")] if has_twin else [snake(name)]


def unique(name: str, taken: Iterable[str]) -> str:
    """Return a name that is not in `taken`: `a` → `a`, or else `a_2`, `a_3`, …."""
    held = set(taken)
    result, number = name, 2
    while result in held:
        result, number = f"{name}_{number}", number + 1
    return result
