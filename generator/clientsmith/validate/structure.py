"""Check the structure of a document by the JSON Schema of OpenAPI, with messages of our own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

from ..diagnostics import Diagnostic, Severity, did_you_mean, nearest
from ..document import Document, Lookup, join, join_pointer, members, split_pointer
from ..limits import Watch
from .display import kind_of, quoted, short
from .fault import Fault, PartKind
from .openapi_schema import (
    key_patterns,
    known_keys,
    openapi_schema,
    schema_of_part,
    schema_of_part_alone,
)
from .refused import fits, quick_validator, refused_part
from .relevance import fits_two_kinds, leaves
from .version import Version

# Keys without which, or with a number for which, a client can still be generated.
_OPTIONAL: Final = frozenset(("description", "title", "version", "responses", "summary"))
# Keys that are read as absent when their value is null, as that of `headers:` is in YAML.
_IGNORED_NULLS: Final = frozenset(
    (
        "callbacks",
        "contact",
        "encoding",
        "examples",
        "externalDocs",
        "headers",
        "license",
        "links",
        "parameters",
        "schema",
        "security",
        "servers",
        "tags",
        "variables",
    )
)
_EXAMPLES: Final = frozenset(("example", "examples"))
_CONTENTS: Final = frozenset(("schema", "content"))
# A key for responses, a body or parameters → wrong keys that documents have instead.
_MISTAKEN: Final = {
    "responses": ("response",),
    "requestBody": ("body",),
    "parameters": ("parameter",),
    "content": ("contents", "schema"),
    "schema": ("allOf", "anyOf", "items", "oneOf", "properties", "type"),
}
_WORDS: Final = re.compile(r"\^\(([a-z|]+)\)\$")
_OPTIONAL_IN: Final = ("/info", "/tags/", "/externalDocs")
_KINDS: Final = {
    "string": "text",
    "object": "a mapping",
    "array": "a list",
    "integer": "an integer",
    "number": "a number",
    "boolean": "true or false",
    "null": "null",
}


class Finding(NamedTuple):
    """A structural fault without its place in the file."""

    pointer: str
    """Of the faulty value; for a missing key, of that key."""
    place: str
    """The pointer of the value that the diagnostic points at."""
    at_key: bool
    code: str
    severity: Severity
    message: str
    hint: str
    ignored: bool = False
    loses: bool = False

    def fault(self, document: Document) -> Fault:
        """Return the finding as a fault, with its place in the file."""
        span = document.key_span(self.place) if self.at_key else document.span(self.place)
        diagnostic = Diagnostic(self.code, self.severity, self.message, span, self.hint)
        return Fault(self.pointer, diagnostic, self.ignored, self.loses)


class Structure:
    """Checks a document and parts of it by the JSON Schema of its version of OpenAPI."""

    def __init__(self, document: Document, version: Version, watch: Watch) -> None:
        self._document = document
        self._version: Version = version
        self._watch = watch
        self._quick: dict[PartKind, Any] = {}

    def of_document(self) -> Iterator[Finding]:
        """Yield the structural faults of the document, but not those of parts in other files."""
        refused = refused_part(self._schema, self._document.data)
        return iter(()) if refused is None else self._all("", self._validator, refused)

    def of_part(self, pointer: str, part: PartKind) -> Iterator[Finding]:
        """Yield the structural faults of an object in another file, by its kind."""
        schema, data = schema_of_part(self._schema, part), self._document.get(pointer)
        if part not in self._quick:
            # Made once: a document may have thousands of parts in other files.
            self._quick[part] = quick_validator(schema_of_part_alone(self._schema, part))
        if fits(self._quick[part], data):
            return iter(())
        return self._all(pointer, self._validator.evolve(schema=schema), data)

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return openapi_schema(self._version)

    @cached_property
    def _validator(self) -> Any:
        # Importing it takes 0.1 s, which only a run that validates should pay.
        from jsonschema import validators

        made: Any = validators
        dialect = made.extend(made.validator_for(self._schema), {"$ref": self._reference})
        return dialect(self._schema)

    def _reference(self, validator: Any, ref: str, instance: Any, _: Any) -> Iterator[Any]:
        """Apply `$ref` in the JSON Schema of OpenAPI, which refers only to itself.

        This takes half the time of jsonschema's own `$ref`, which handles other schemas too.
        """
        self._watch.check()
        return validator.descend(instance, self._definitions.get(ref.removeprefix("#")))

    @cached_property
    def _definitions(self) -> Lookup:
        return Lookup(self._schema)

    def _all(self, pointer: str, validator: Any, data: object) -> Iterator[Finding]:
        for problem in validator.iter_errors(data):
            for leaf in leaves(problem):
                yield from self._findings(leaf, pointer)

    def _findings(self, problem: Any, base: str) -> Iterator[Finding]:
        """Yield the findings for an error of jsonschema in the data at the pointer `base`.

        `'abc' is not of type 'object'` at `/info` → "'info' must be a mapping, not text".
        """
        pointer = base + join_pointer(*problem.absolute_path)
        rule: str = problem.validator
        if rule == "required" and isinstance(problem.instance, dict):
            yield from self._missing(problem, pointer)
        elif rule in ("additionalProperties", "unevaluatedProperties"):
            yield from self._unknown_keys(problem, pointer)
        elif rule == "type":
            yield self._wrong_type(problem, pointer)
        elif rule in ("enum", "const"):
            allowed = problem.validator_value if rule == "enum" else [problem.validator_value]
            words = [value for value in allowed if isinstance(value, str)]
            given = problem.instance if isinstance(problem.instance, str) else ""
            listed = ", ".join(quoted(value) for value in allowed)
            message = f"{self._subject(pointer)} must be {'one of ' * (len(allowed) > 1)}{listed}"
            yield self._finding("error", pointer, message, did_you_mean(given, words))
        elif rule in ("oneOf", "anyOf", "not"):
            # A value of another type has an error of its own.
            if isinstance(problem.instance, dict) and not fits_two_kinds(problem):
                yield self._choice(problem, pointer)
        else:
            yield self._finding("warning", pointer, self._sentence(problem, pointer), "")

    def _missing(self, problem: Any, pointer: str) -> Iterator[Finding]:
        for name in problem.validator_value:
            # 'default' is required only if there is no status code; wrong codes are reported.
            if name in problem.instance or (name == "default" and pointer.endswith("/responses")):
                continue
            is_optional = name in _OPTIONAL or pointer.startswith(_OPTIONAL_IN)
            severity: Severity = "warning" if is_optional else "error"
            message = f"{self._subject(pointer)} has no '{name}'"
            near = nearest(name, (key for key in problem.instance if key not in _OPTIONAL))
            hint = f"rename '{near}' to '{name}'?" if near else f"add '{name}'"
            missing = join(pointer, name)
            yield Finding(missing, pointer, True, "structure", severity, message, hint)

    def _unknown_keys(self, problem: Any, pointer: str) -> Iterator[Finding]:
        known = known_keys(problem.schema, self._schema)
        patterns = key_patterns(problem.schema, self._schema)
        # OpenAPI 3.0 names the methods of a path item in a pattern: `^(get|put|post)$`.
        words = set(known).union(
            *(found[1].split("|") for each in patterns if (found := _WORDS.fullmatch(each)))
        )
        in_paths = split_pointer(pointer)[-1:] == ["paths"]
        for key in problem.instance:
            if key in known or any(re.search(pattern, key) for pattern in patterns):
                continue
            code: str = "unknown-key"
            severity: Severity = "warning"
            message = f"{self._subject(pointer)} has the unknown key '{key}'; it is ignored"
            hint = "remove it, or begin the name of an extension with x-"
            if key == "$ref":
                # Ignoring it would lose what it refers to.
                severity, message = "error", f"OpenAPI has no '$ref' in {self._subject(pointer)}"
                hint = "write here what it refers to"
            elif in_paths:
                code, severity = "path-name", "error"
                message, hint = f"the path '{key}' does not begin with '/'", f"write '/{key}'"
            elif "responses" in split_pointer(pointer)[-1:]:
                code = "status-code"
                message = f"'{key}' is not a status code; this response is ignored"
                hint = "write a code such as 200, a range such as 4XX, or default"
                if re.fullmatch("[1-5]xx", key):
                    hint = f"write '{key.upper()}'"
            else:
                hint = did_you_mean(key, words) or hint
            inner = join(pointer, key)
            loses = code == "status-code" or _is_lost(key, problem.instance, known)
            yield Finding(inner, inner, True, code, severity, message, hint, loses=loses)

    def _wrong_type(self, problem: Any, pointer: str) -> Finding:
        allowed = problem.validator_value
        kinds = [allowed] if isinstance(allowed, str) else list(allowed)
        wanted = " or ".join(_KINDS[kind] for kind in kinds)
        message = f"{self._subject(pointer)} must be {wanted}, not {kind_of(problem.instance)}"
        if problem.instance is None:
            # `description:` without a value, which later stages read as absent.
            severity: Severity = "warning" if kinds == ["string"] else "error"
            hint = "give it a value, or remove the key"
            if ignored := split_pointer(pointer)[-1] in _IGNORED_NULLS:
                message, severity = f"{self._subject(pointer)} is null; it is ignored", "warning"
            return Finding(pointer, pointer, True, "structure", severity, message, hint, ignored)
        quotes = kinds == ["string"] and isinstance(problem.instance, int | float)
        # `version: 1.0` is a number in YAML, but its text is clear.
        is_clear = quotes and split_pointer(pointer)[-1] in _OPTIONAL
        severity = "warning" if is_clear else "error"
        return self._finding(severity, pointer, message, "put it in quotes" if quotes else "")

    def _choice(self, problem: Any, pointer: str) -> Finding:
        rule = problem.validator_value
        branches: list[Any] = [rule] if problem.validator == "not" else rule
        names = [name for branch in branches for name in members(branch).get("required", [])]
        if not names:
            return self._finding("error", pointer, self._sentence(problem, pointer), "")
        listed = " or ".join(f"'{name}'" for name in dict.fromkeys(names))
        present = [name for name in dict.fromkeys(names) if name in problem.instance]
        if len(present) > 1:
            message = f"{self._subject(pointer)} has more than one of {listed}"
            severity: Severity = "warning" if set(present) <= _EXAMPLES else "error"
            return self._finding(severity, pointer, message, "keep one of them")
        severity = "warning" if _CONTENTS.issuperset(names) else "error"
        effect = "; it is a string" if severity == "warning" else ""
        message = f"{self._subject(pointer)} has no {listed}{effect}"
        return self._finding(severity, pointer, message, f"add {listed}")

    def _subject(self, pointer: str) -> str:
        """Return what a message calls the value at a pointer: `'info'`, `item 2 of 'tags'`."""
        keys = split_pointer(pointer)
        if not keys:
            return "the document"
        holder = self._document.get(join_pointer(*keys[:-1]))
        return f"item {keys[-1]} of '{keys[-2]}'" if isinstance(holder, list) else f"'{keys[-1]}'"

    def _sentence(self, problem: Any, pointer: str) -> str:
        """Return the message of jsonschema, with the value that it repeats shortened."""
        subject = self._subject(pointer)
        if problem.validator in ("minProperties", "minItems"):
            return f"{subject} is empty"
        if problem.validator == "uniqueItems":
            return f"{subject} has the same item twice"
        shown = repr(problem.instance)
        return f"{subject}: {short(problem.message.replace(shown, short(shown)), 200)}"

    def _finding(self, severity: Severity, pointer: str, message: str, hint: str) -> Finding:
        return Finding(pointer, pointer, False, "structure", severity, message, hint)


def _is_lost(key: str, holder: dict[str, Any], known: set[str]) -> bool:
    """Return whether an unknown key of an object seems to hold what a missing key should.

    `response` of an operation without `responses`, or `type` of a media type without `schema`.
    """
    wanted = {name for name in _MISTAKEN if name in known and not holder.get(name)}
    if "description" in known:  # In a parameter or header, whose schema is no response or body.
        wanted.discard("schema")
    return any(key in _MISTAKEN[name] for name in wanted) or nearest(key, known) in wanted
