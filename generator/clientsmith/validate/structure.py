"""The structure of a document: what the JSON Schema of OpenAPI says of it, in words of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, NamedTuple

from ..diagnostics import Diagnostic, Severity, did_you_mean, nearest
from ..document import Document, join, join_pointer, members, split_pointer
from ..document.pointers import Lookup
from ..limits import Watch
from .fault import Fault, PartKind
from .likely import fits_two_kinds, leaves
from .shipped import key_patterns, known_keys, schema_of_part, shipped_schema
from .version import Version
from .words import kind_of, quoted, short

# Without these a client can still be made.
_SPARED: Final = frozenset(("description", "title", "version", "responses", "summary"))
# `headers:` with nothing after it is taken as left out.
_LEFT_EMPTY: Final = frozenset(
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
# What holds an answer, a body or parameters → keys that documents have in its place.
_MISTAKEN: Final = {
    "responses": ("response",),
    "requestBody": ("body",),
    "parameters": ("parameter",),
    "content": ("contents", "schema"),
    "schema": ("allOf", "anyOf", "items", "oneOf", "properties", "type"),
}
_SPARED_IN: Final = ("/info", "/tags/", "/externalDocs")
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
    """What is wrong with a structure, in plain data: a part that is the same again has the same
    findings, wherever in the file it stands by then.
    """

    pointer: str
    """Of what is faulty; of what is missing, where it should be."""
    place: str
    """The pointer of what is shown."""
    at_key: bool
    code: str
    severity: Severity
    message: str
    hint: str
    ignored: bool = False
    loses: bool = False

    def fault(self, document: Document) -> Fault:
        """The finding as it is told of a document."""
        span = document.key_span(self.place) if self.at_key else document.span(self.place)
        told = Diagnostic(self.code, self.severity, self.message, span, self.hint)
        return Fault(self.pointer, told, self.ignored, self.loses)


class Structure:
    """The structure schema of one OpenAPI version, ready to check a document and its parts."""

    def __init__(self, document: Document, version: Version, watch: Watch) -> None:
        self._document = document
        self._version: Version = version
        self._watch = watch

    def of_document(self, data: dict[str, Any]) -> Iterator[Finding]:
        """What is wrong with the structure of the document, or of the part of it in `data`."""
        return self._all("", self._validator, data)

    def of_part(self, pointer: str, part: PartKind) -> Iterator[Finding]:
        """What is wrong with the structure of one part of another file."""
        validator = self._validator.evolve(schema=schema_of_part(self._schema, part))
        return self._all(pointer, validator, self._document.get(pointer))

    @cached_property
    def _schema(self) -> dict[str, Any]:
        return shipped_schema(self._version)

    @cached_property
    def _validator(self) -> Any:
        # Importing it takes 0.1 s, which only a run that validates should pay.
        from jsonschema import validators

        made: Any = validators
        dialect = made.extend(made.validator_for(self._schema), {"$ref": self._reference})
        return dialect(self._schema)

    def _reference(self, validator: Any, ref: str, instance: Any, _: Any) -> Iterator[Any]:
        """What `$ref` means, for a schema that refers to nothing but itself; twice as fast."""
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
            message = f"{self._subject(pointer)} has to be {'one of ' * (len(allowed) > 1)}{listed}"
            yield self._finding("error", pointer, message, did_you_mean(given, words))
        elif rule in ("oneOf", "anyOf", "not"):
            # What is no mapping at all has an error that says so.
            if isinstance(problem.instance, dict) and not fits_two_kinds(problem):
                yield self._choice(problem, pointer)
        else:
            yield self._finding("warning", pointer, self._sentence(problem, pointer), "")

    def _missing(self, problem: Any, pointer: str) -> Iterator[Finding]:
        for name in problem.validator_value:
            # That no code is there makes 'default' required; the codes themselves are told.
            if name in problem.instance or (name == "default" and pointer.endswith("/responses")):
                continue
            spared = name in _SPARED or pointer.startswith(_SPARED_IN)
            severity: Severity = "warning" if spared else "error"
            message = f"{self._subject(pointer)} has no '{name}'"
            near = nearest(name, (key for key in problem.instance if key not in _SPARED))
            hint = f"is '{near}' meant to be it?" if near else ""
            missing = join(pointer, name)
            yield Finding(missing, pointer, True, "structure", severity, message, hint)

    def _unknown_keys(self, problem: Any, pointer: str) -> Iterator[Finding]:
        known = known_keys(problem.schema, self._schema)
        patterns = key_patterns(problem.schema, self._schema)
        in_paths = split_pointer(pointer)[-1:] == ["paths"]
        for key in problem.instance:
            if key in known or any(re.search(pattern, key) for pattern in patterns):
                continue
            code: str = "unknown-key"
            severity: Severity = "warning"
            message = f"{self._subject(pointer)} takes no '{key}'; it is ignored"
            hint = "an extension's name begins with x-"
            if key == "$ref":
                # What it leads to would be lost.
                severity, message = "error", f"{self._subject(pointer)} takes no '$ref'"
                hint = "put what it leads to here"
            elif in_paths:
                code, severity = "path-name", "error"
                message, hint = f"the path '{key}' does not begin with '/'", f"write '/{key}'"
            elif "responses" in split_pointer(pointer)[-1:]:
                code = "status-code"
                message = f"'{key}' is no status code; this response is ignored"
                hint = "write a code such as 200, a range such as 4XX, or default"
                if re.fullmatch("[1-5]xx", key):
                    hint = f"write '{key.upper()}'"
            else:
                hint = did_you_mean(key, known) or hint
            inner = join(pointer, key)
            loses = code == "status-code" or _is_lost(key, problem.instance, known)
            yield Finding(inner, inner, True, code, severity, message, hint, loses=loses)

    def _wrong_type(self, problem: Any, pointer: str) -> Finding:
        allowed = problem.validator_value
        kinds = [allowed] if isinstance(allowed, str) else list(allowed)
        wanted = " or ".join(_KINDS[kind] for kind in kinds)
        message = f"{self._subject(pointer)} has to be {wanted}, not {kind_of(problem.instance)}"
        if problem.instance is None:
            # `description:` with nothing after it; whoever reads texts takes it as left out.
            severity: Severity = "warning" if kinds == ["string"] else "error"
            hint = "give it a value, or remove the key"
            if ignored := split_pointer(pointer)[-1] in _LEFT_EMPTY:
                message, severity = f"{self._subject(pointer)} is null; it is ignored", "warning"
            return Finding(pointer, pointer, True, "structure", severity, message, hint, ignored)
        quotes = kinds == ["string"] and isinstance(problem.instance, int | float)
        # `version: 1.0` is a number to YAML, and has one clear meaning.
        spared = quotes and split_pointer(pointer)[-1] in _SPARED
        severity = "warning" if spared else "error"
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
        told = "; it is taken as text" if severity == "warning" else ""
        return self._finding(
            severity, pointer, f"{self._subject(pointer)} has no {listed}{told}", ""
        )

    def _subject(self, pointer: str) -> str:
        keys = split_pointer(pointer)
        if not keys:
            return "the document"
        holder = self._document.get(join_pointer(*keys[:-1]))
        return f"item {keys[-1]} of '{keys[-2]}'" if isinstance(holder, list) else f"'{keys[-1]}'"

    def _sentence(self, problem: Any, pointer: str) -> str:
        """The validator's own words, without the whole value it likes to repeat."""
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
    """Return whether an unknown key holds what its holder lacks: `response` where an operation has
    no `responses`, or the `type` of a media type without a `schema`.
    """
    wanted = {name for name in _MISTAKEN if name in known and not holder.get(name)}
    if "description" in known:  # A parameter or a header: its schema is no answer and no body.
        wanted.discard("schema")
    return any(key in _MISTAKEN[name] for name in wanted) or nearest(key, known) in wanted
