"""`clientsmith.toml`, or `[tool.clientsmith]` in `pyproject.toml`, read into targets.

The configuration is input like a document: whatever is wrong with it is told with its place, all
of it in one run.
"""

from __future__ import annotations

import keyword
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Annotated, Any, Literal, cast

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    PositiveInt,
    StrictBool,
    Tag,
    ValidationError,
    ValidationInfo,
    field_validator,
)

from .diagnostics import ClientsmithError, Diagnostic, Span, did_you_mean, error
from .limits import Limits
from .openapi import METHODS, TOKEN
from .paths import WINDOWS_RESERVED
from .urls import checked_host

FILE = "clientsmith.toml"
PROJECT_FILE = "pyproject.toml"

_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
# Any token may be a method (RFC 9110, 9.1; OpenAPI 3.2, additionalOperations).
_OPERATION = re.compile(rf"(?!(?:{'|'.join(METHODS)}) ){TOKEN} /.*")


def _class_name(text: str) -> str:
    if not _is_name(text):
        raise ValueError(f"{text!r} cannot be the name of a class")
    return text


def _call_name(text: str) -> str:
    parts = text.split(".")
    if len(parts) < 2 or not all(_is_name(part) and part[0] != "_" for part in parts):
        raise ValueError(f"{text!r} is not a call, such as 'accounts.retrieve'")
    return text


def _operation_key(text: str) -> str:
    if not _OPERATION.fullmatch(text):
        raise ValueError(f"{text!r} is not an operation, such as 'GET /accounts/{{id}}'")
    return text


def _pointer(text: str) -> str:
    if not text.startswith("#/"):
        raise ValueError(f"{text!r} is not a place, such as '#/components/schemas/Account'")
    return text


ClassName = Annotated[str, AfterValidator(_class_name)]
CallName = Annotated[str, AfterValidator(_call_name)]
OperationKey = Annotated[str, AfterValidator(_operation_key)]
Pointer = Annotated[str, AfterValidator(_pointer)]


def _limit_name(text: str) -> str:
    known = [field.name for field in fields(Limits)]
    if text not in known:
        raise ValueError(f"there is no limit {text!r}; known are {_listed(known)}")
    return text


LimitName = Annotated[str, AfterValidator(_limit_name)]
HostName = Annotated[str, AfterValidator(checked_host)]


PagingKind = Literal["page", "offset", "cursor", "last-item", "next-url", "link-header"]


class Paging(BaseModel):
    """How an operation paginates, where the rules do not find it or not rightly.

    Places in the answer are written as on the wire, with dots: `meta.next_cursor`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: PagingKind | None = None
    """None corrects what the rules find."""
    argument: str | None = None
    """The parameter that selects a page."""
    items: str | None = None
    """Where the answer has the items."""
    next: str | None = None
    """Where it has the cursor or the URL of the next page; `header:X-Next` for a cursor in a
    header; the field of the last item for the kind `last-item`.
    """
    number: str | None = None
    """Where it tells the number of the page."""
    total: str | None = None
    """Where it counts pages, for the kind `page`, or items, for `offset`."""
    more: str | None = None
    """Where a flag is true while there are more pages."""
    last: str | None = None
    """Where a flag is true on the last page."""
    first: Literal[0, 1] | None = None
    """The number of the first page, or of the first item."""


def _form_tag(value: object) -> str:
    return "table" if isinstance(value, Mapping | BaseModel) else "flag"


PagingSetting = Annotated[
    Annotated[StrictBool, Tag("flag")] | Annotated[Paging, Tag("table")],
    Discriminator(_form_tag),
]


AnswerSetting = Literal["file", "text", "json", "events", "lines"]


class Streaming(BaseModel):
    """The argument by which a call asks for a stream, where the rules do not find the right one."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    argument: str | None = None
    """Its name in the request, such as `stream`; None takes the one that the rules find."""
    default: StrictBool | None = None
    """Whether the stream comes where it is left out; None goes by the schema's `default`."""


StreamSetting = Annotated[
    Annotated[StrictBool, Tag("flag")] | Annotated[Streaming, Tag("table")],
    Discriminator(_form_tag),
]


class Selection(BaseModel):
    """The part of a document that a client is made of.

    A selector is `tag:NAME`, `/path`, `METHOD /path`, `webhook:NAME` or an operationId; `*` stands
    for a segment and `**` for any number of them.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    include: tuple[str, ...] = ()
    """Only operations and webhooks that one of these names; all, where there is none."""
    exclude: tuple[str, ...] = ()
    """No operation and no webhook that one of these names."""


class Target(BaseModel):
    """One configured client. Paths are absolute."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    document: Path
    """The OpenAPI document: a file, or a folder that holds one."""
    root: Path | None = None
    """The folder that holds the document and all that it refers to; None for the document's own. In
    a configuration it is the configuration's folder, or in it.
    """
    output: Path
    """The folder in which the package's folder is made."""
    package: str
    client: ClassName | None = None
    """The class of the client; None names it after the document's title."""
    environment: str | None = None
    """What the client's environment variables start with; None takes it from the class."""
    templates: Path | None = None
    """A folder whose templates take the place of the bundled ones of the same name."""
    lock: Path | None = None
    """Where the names of earlier runs are kept; None keeps none."""
    flatten: tuple[str, ...] = ()
    """Object query parameters whose properties become arguments of their own."""
    deep_object_arrays: Literal["repeat", "comma", "brackets"] = "repeat"
    """How an array inside a deepObject parameter is sent (OpenAPI leaves it open)."""
    header_arrays: Literal["comma", "repeat"] | None = None
    """How an array in a header is sent: in one line, as OpenAPI has it, or in a line for each item,
    which FastAPI alone understands. None takes the latter for the documents of FastAPI.
    """
    naive_datetimes: Literal["refuse", "utc"] = "refuse"
    """What becomes of a `datetime` without an offset where a request wants a date-time, which has
    one (RFC 3339, section 5.6): it is refused, or taken as UTC.
    """
    token_endpoint_auth: Literal["client_secret_basic", "client_secret_post"] = (
        "client_secret_basic"
    )
    """How a client tells who it is when it fetches an OAuth 2.0 token (RFC 7591, section 2)."""
    operations: dict[OperationKey, CallName] = {}
    """The calls of operations whose own name won't do."""
    types: dict[Pointer, ClassName] = {}
    """The classes of schemas whose own name won't do."""
    pagination: dict[OperationKey, PagingSetting] = {}
    """False for an operation that looks paginated and isn't, true for one that has to stay so, a
    table for one that the rules do not find or find wrongly.
    """

    answers: dict[OperationKey, AnswerSetting] = {}
    """What operations answer with where the document describes no body, or another than comes."""

    streams: dict[OperationKey, StreamSetting] = {}
    """False for an operation whose answers no argument chooses between, true for one that has to
    have such an argument, a table that says which it is.
    """

    lenient: StrictBool = False
    """Whether the faulty parts of a document that is not valid are left out, and told."""
    select: Selection = Selection()
    """The operations to make calls of, with the models that these reach."""

    allow_remote: tuple[HostName, ...] = ()
    """The hosts of which the document may have parts, by https."""

    limits: dict[LimitName, PositiveInt] = {}
    """How much the document may ask of the machine, where the usual limits won't do."""

    _places: Callable[..., Span] | None = None

    def span(self, *key: str) -> Span | None:
        """Where the configuration has this key; None without a configuration."""
        return None if self._places is None else self._places(*key)

    def placed(self, places: Callable[..., Span]) -> Target:
        """The target, whose keys stand at these places."""
        placed = self.model_copy()
        placed._places = places
        return placed

    @property
    def package_folder(self) -> Path:
        """The package's folder."""
        return self.output / self.package

    @field_validator("document", "root", "output", "templates", "lock", mode="after")
    @classmethod
    def _absolute(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        if path is None or "\0" in str(path):
            if path is not None:
                raise ValueError("a path cannot hold a NUL character")
            return None
        base = cast("Mapping[str, Path]", info.context or {}).get("folder", Path())
        return Path(base, path).absolute()

    @field_validator("package", mode="after")
    @classmethod
    def _importable(cls, package: str) -> str:
        if (
            not _is_name(package)
            or package.startswith("__")
            or package.lower() in WINDOWS_RESERVED
            or keyword.issoftkeyword(package)
        ):
            raise ValueError(f"{package!r} cannot be imported as a package")
        return package

    @field_validator("environment", mode="after")
    @classmethod
    def _variable(cls, environment: str | None) -> str | None:
        if environment is not None and not re.fullmatch(r"[A-Z][A-Z0-9_]*", environment):
            raise ValueError(
                f"{environment!r} cannot start the name of an environment variable;"
                " use capitals, digits and underscores"
            )
        return environment

    @field_validator("operations", mode="after")
    @classmethod
    def _one_call_an_operation(cls, operations: dict[str, str]) -> dict[str, str]:
        seen: dict[str, str] = {}
        for operation, call in operations.items():
            other = seen.setdefault(call, operation)
            if other != operation:
                raise ValueError(f"{call!r} names both {other!r} and {operation!r}")
        return operations


def load_targets(
    folder: Path, names: Sequence[str] = (), *, file: Path | None = None
) -> tuple[Target, ...]:
    """The targets of the configuration in `folder`, or in `file`; only those of `names` when given.

    Raises:
        ClientsmithError: with every problem of the file. `config-missing` and `target-unknown` are
            the two that the command line, not the file, is to blame for.
    """
    path = file if file is not None else _find(folder)
    settings = _Settings.read(path)
    problems: list[Diagnostic] = []
    targets = [
        target
        for name, table in settings.targets(problems)
        if (target := _target(settings, name, table, problems)) is not None
    ]
    problems.extend(_clashes(settings, targets))
    if problems:
        raise ClientsmithError(tuple(problems))
    by_name = {target.name: target for target in targets}
    unknown = [name for name in names if name not in by_name]
    if unknown:
        raise ClientsmithError(
            tuple(
                error(
                    "target-unknown",
                    f"no target is called {name!r}",
                    Span(settings.name, 1, 1),
                    did_you_mean(name, by_name) or f"it has {_listed(by_name)}",
                )
                for name in unknown
            )
        )
    # Each once, in the order of the file, however the names were given.
    return tuple(target for target in targets if not names or target.name in names)


def ad_hoc_target(
    document: Path,
    package: str,
    client: str | None,
    output: Path,
    templates: Path | None = None,
) -> Target:
    """A target with no configuration behind it. It keeps no lock of names.

    Raises:
        ClientsmithError: a name that Python cannot use (code `config-value`).
    """
    values = {
        "name": package,
        "document": document,
        "output": output,
        "package": package,
        "client": client,
        "templates": templates,
    }
    try:
        return Target.model_validate(values, context={"folder": Path.cwd()})
    except ValidationError as invalid:
        raise ClientsmithError(
            error("config-value", _message(problem), None) for problem in _errors(invalid)
        ) from None


@dataclass(frozen=True, slots=True)
class _Settings:
    """The parsed file, with the place of each key."""

    name: str
    """The file as the user would write it."""
    folder: Path
    root: tuple[str, ...]
    """The table that is ours: empty in `clientsmith.toml`."""
    data: Mapping[str, Any]
    places: Mapping[tuple[str, ...], tuple[int, int]]

    @staticmethod
    def read(path: Path) -> _Settings:
        name = path.as_posix()
        try:
            # A TOML file is UTF-8; the line ends of Windows are fine in it.
            text = path.read_bytes().decode("utf-8-sig")
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise _failed("config-missing", f"{name!r} cannot be read: {reason}", None) from None
        except UnicodeDecodeError as problem:
            line = problem.object.count(b"\n", 0, problem.start) + 1
            raise _failed("config-syntax", "the file is not UTF-8", Span(name, line, 1)) from None
        try:
            data = tomllib.loads(text)
        except (tomllib.TOMLDecodeError, RecursionError) as problem:
            raise _failed("config-syntax", *_syntax(problem, name, text)) from None
        root = () if path.name != PROJECT_FILE else ("tool", "clientsmith")
        places = dict(_key_places(text))
        for index, part in enumerate(root):
            inner = data.get(part)
            if inner is None:
                message = f"{name!r} has no [tool.clientsmith] table"
                raise _failed("config-missing", message, Span(name, 1, 1))
            if not isinstance(inner, dict):
                place = places.get(root[: index + 1], (1, 1))
                raise _failed("config-type", f"{part!r} must be a table", Span(name, *place))
            data = cast("dict[str, Any]", inner)
        return _Settings(name, path.absolute().parent, root, data, places)

    def span(self, *key: str) -> Span:
        """Of the key, or of the nearest table around it that stands in the file."""
        full = (*self.root, *key)
        while full and full not in self.places:
            full = full[:-1]
        return Span(self.name, *self.places.get(full, (1, 1)))

    def targets(self, problems: list[Diagnostic]) -> Iterator[tuple[str, Mapping[str, Any]]]:
        for key in self.data:
            if key != "targets":
                hint = did_you_mean(key, ("targets",)) or "targets stand in tables [targets.<name>]"
                problems.append(
                    error(
                        "config-unknown-key",
                        f"unknown key {key!r}",
                        self.span(key),
                        hint,
                    )
                )
        tables = self.data.get("targets")
        if tables is None:
            if not problems:
                message = "the configuration names no target"
                hint = "add a table [targets.<name>] with document, output and package"
                problems.append(error("config-value", message, self.span(), hint))
            return
        if not isinstance(tables, dict):
            message = "'targets' must be a table of targets"
            problems.append(error("config-type", message, self.span("targets")))
            return
        for name, table in cast("dict[str, Any]", tables).items():
            if isinstance(table, dict):
                yield name, cast("dict[str, Any]", table)
            else:
                hint = (
                    "the key belongs into a table [targets.<name>], <name> of your choice"
                    if name in Target.model_fields
                    else f"write a table [targets.{name}]"
                )
                message = f"the target {name!r} must be a table"
                place = self.span("targets", name)
                problems.append(error("config-type", message, place, hint))


def _find(folder: Path) -> Path:
    own, project = folder / FILE, folder / PROJECT_FILE
    in_project = project.is_file() and _has_table(project)
    # The name as the user would write it, which is bare in the folder where they are.
    base = Path() if folder.absolute() == Path.cwd() else folder
    if own.is_file() and in_project:
        message = f"both {FILE} and [tool.clientsmith] in {PROJECT_FILE} configure clientsmith"
        place = Span((base / FILE).as_posix(), 1, 1)
        raise _failed("config-ambiguous", message, place, "keep one, or name it with --config")
    if own.is_file():
        return base / FILE
    if in_project:
        return base / PROJECT_FILE
    message = f"there is no {FILE} here, and no [tool.clientsmith] in a {PROJECT_FILE}"
    hint = (
        "go to the folder that has it, or use --config, or --document with --package and --output"
    )
    raise _failed("config-missing", message, None, hint)


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _has_table(project: Path) -> bool:
    text = project.read_bytes()
    # Nearly every project has a pyproject.toml; only one that may be ours is worth parsing.
    if b"clientsmith" not in text:
        return False
    try:
        tool = tomllib.loads(text.decode("utf-8-sig")).get("tool")
    except (ValueError, RecursionError):
        return False
    return isinstance(tool, dict) and "clientsmith" in tool


def _target(
    settings: _Settings, name: str, table: Mapping[str, Any], problems: list[Diagnostic]
) -> Target | None:
    def at(*key: str) -> Span:
        return settings.span("targets", name, *key)

    known = [key for key in Target.model_fields if key != "name"]
    values = {key: value for key, value in table.items() if key in known}
    for key in table.keys() - values.keys():
        hint = did_you_mean(key, known) or f"known are {_listed(known)}"
        message = f"unknown key {key!r} in target {name!r}"
        problems.append(error("config-unknown-key", message, at(key), hint))
    try:
        target = Target.model_validate(
            {**values, "name": name}, context={"folder": settings.folder}
        )
    except ValidationError as invalid:
        for problem in _errors(invalid):
            place = at(*problem.path)
            problems.append(error(problem.code, _message(problem, name), place, _hint(problem)))
        return None
    lock = target.lock
    if lock is None:
        beside = target.document if target.document.is_dir() else target.document.parent
        target = target.model_copy(update={"lock": beside / "names.lock"})
    if not target.document.exists():
        message = f"the document {table['document']!r} does not exist"
        hint = f"paths are relative to the folder of {settings.name}"
        problems.append(error("document-missing", message, at("document"), hint))
    if target.root is not None and not target.root.is_dir():
        message = f"the root {table['root']!r} does not exist"
        problems.append(error("root-missing", message, at("root"), "name a folder"))
    elif target.root is not None and not _is_within(target.root, settings.folder):
        # Whoever brings a configuration is not to have files of the machine read.
        message = f"the root {table['root']!r} leaves the folder of {settings.name}"
        hint = "move the configuration up, or name a root outside with --root"
        problems.append(error("root-outside", message, at("root"), hint))
    if target.templates is not None and not target.templates.is_dir():
        message = f"the folder of templates {table['templates']!r} does not exist"
        problems.append(error("templates-missing", message, at("templates")))
    return target.placed(at)


def _clashes(settings: _Settings, targets: Iterable[Target]) -> Iterator[Diagnostic]:
    taken: dict[str, Target] = {}
    for target in targets:
        for path, key, what in (
            (target.package_folder, "package", "write the same folder"),
            (target.lock, "lock", "keep their names in the same lock"),
        ):
            # Two paths that differ by case alone are one on many a disk.
            other = taken.setdefault(f"{key} {path}".casefold(), target)
            if other is not target:
                message = f"the targets {other.name!r} and {target.name!r} {what}"
                hint = (
                    f"give one of them {'an output' if key == 'package' else 'a lock'} of its own"
                )
                place = settings.span("targets", target.name, key)
                yield error("config-value", message, place, hint)


@dataclass(frozen=True, slots=True)
class _Problem:
    kind: str
    path: tuple[str, ...]
    value: object
    context: Mapping[str, object] = field(default_factory=dict[str, object])

    @property
    def code(self) -> str:
        if self.kind == "extra_forbidden":
            return "config-unknown-key"
        return "config-type" if self.kind.endswith("_type") else "config-value"


def _errors(invalid: ValidationError) -> Iterator[_Problem]:
    for details in invalid.errors(include_url=False):
        # pydantic marks the problem of a table's key with a part of its own, and one inside of a
        # setting that takes several forms with the form.
        path = tuple(str(part) for part in details["loc"] if part not in _MARKS)
        yield _Problem(details["type"], path, details["input"], details.get("ctx", {}))


_MARKS = ("[key]", "flag", "table")
_TABLES: dict[str, type[BaseModel]] = {
    "pagination": Paging,
    "select": Selection,
    "streams": Streaming,
}


def _hint(problem: _Problem) -> str:
    """The known keys of the table that an unknown one stands in, the nearest of them first."""
    if problem.kind != "extra_forbidden":
        return ""
    known = _TABLES[problem.path[0]].model_fields
    return did_you_mean(problem.path[-1], known) or f"known are {_listed(known)}"


_TYPE_WORDS = {
    "string_type": "a string",
    "path_type": "a string",
    "bool_type": "true or false",
    "dict_type": "a table",
    "model_type": "a table",
    "tuple_type": "an array of strings",
}


def _message(problem: _Problem, target: str = "") -> str:
    where = f" in target {target!r}" if target else ""
    key = ".".join(problem.path)
    if problem.kind == "missing":
        return f"{key!r} is missing{where}"
    if problem.kind == "value_error":
        return f"{key}: {problem.context['error']}" if key else str(problem.context["error"])
    if problem.kind == "literal_error":
        return f"{key!r} must be {problem.context['expected']}, not {problem.value!r}"
    if problem.kind == "extra_forbidden":
        return f"unknown key {problem.path[-1]!r} in {'.'.join(problem.path[:-1])!r}{where}"
    expected = _TYPE_WORDS.get(problem.kind, "of another type")
    if problem.path[:1] in (("pagination",), ("streams",)) and problem.kind == "bool_type":
        expected = "true, false or a table"
    return f"{key!r} must be {expected}, not {_kind(problem.value)}"


def _kind(value: object) -> str:
    words: dict[type, str] = {
        bool: "a boolean",
        int: "an integer",
        float: "a float",
        str: "a string",
        list: "an array",
        dict: "a table",
    }
    return words.get(type(value), "a date or time")


def _is_name(text: str) -> bool:
    return bool(_IDENTIFIER.fullmatch(text)) and not keyword.iskeyword(text)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(repr(name) for name in names)


def _failed(code: str, message: str, span: Span | None, hint: str = "") -> ClientsmithError:
    return ClientsmithError((error(code, message, span, hint),))


def _syntax(problem: Exception, name: str, text: str) -> tuple[str, Span]:
    found = re.fullmatch(
        r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", str(problem), re.S
    )
    if found is None:
        return f"not TOML: {problem}", Span(name, 1, 1)
    end = Span(name, text.count("\n") + 1, len(text) - text.rfind("\n"))
    place = Span(name, int(found[2]), int(found[3])) if found[2] else end
    return f"not TOML: {found[1][:1].lower()}{found[1][1:]}", place


# tomllib gives no places. The text has parsed by the time this runs, so a scan that only tells keys
# from what can hide one (strings, comments, arrays, inline tables) is right. Keys inside an inline
# table get the place of the table.
_SCAN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<equals>=)|(?P<newline>\n)"
    r"|(?P<other>[^\s\"'#\[\]{}=]+)",
    re.S,
)
_KEY_PART = re.compile(r'"((?:\\.|[^"\\])*)"|\'([^\']*)\'|([A-Za-z0-9_-]+)')
_DOT = re.compile(r"\s*\.\s*")


def _key_places(text: str) -> Iterator[tuple[tuple[str, ...], tuple[int, int]]]:
    """Each key and table of a TOML text with its first line and column, counted from 1."""
    seen: set[tuple[str, ...]] = set()
    table: tuple[str, ...] = ()
    depth, in_value, start = 0, False, -1
    line, line_start = 1, 0
    for match in _SCAN.finditer(text):
        kind = match.lastgroup
        at_start = start < 0 and not in_value and depth == 0
        if kind == "newline" and depth == 0:
            in_value, start = False, -1
        elif kind == "open":
            if at_start:
                header = _header(text, match.start())
                if header is not None:
                    table, column = header
                    for size in range(1, len(table) + 1):
                        if table[:size] not in seen:
                            seen.add(table[:size])
                            yield table[:size], (line, column - line_start)
                    in_value = True
            depth += 1
        elif kind == "close":
            depth -= 1
        elif kind == "equals" and depth == 0 and not in_value:
            key = (*table, *_parts(text[start : match.start()]))
            column = start - line_start + 1
            for size in range(len(table) + 1, len(key) + 1):
                if key[:size] not in seen:
                    seen.add(key[:size])
                    yield key[:size], (line, column)
            in_value = True
        elif kind in ("string", "other") and at_start:
            start = match.start()
        newlines = match[0].count("\n")
        if newlines:
            line += newlines
            line_start = match.start() + match[0].rfind("\n") + 1


def _header(text: str, at: int) -> tuple[tuple[str, ...], int] | None:
    """The table that a `[header]` at this place opens, and where its first part stands, from 1."""
    inner = at + (2 if text.startswith("[[", at) else 1)
    line = text[inner:].split("\n", 1)[0]
    parts = tuple(_header_parts(line.lstrip()))
    return (parts, inner + len(line) - len(line.lstrip()) + 1) if parts else None


def _header_parts(text: str) -> Iterator[str]:
    position = 0
    while part := _KEY_PART.match(text, position):
        yield _unquoted(part)
        dot = _DOT.match(text, part.end())
        if dot is None:
            return
        position = dot.end()


def _parts(text: str) -> tuple[str, ...]:
    return tuple(_unquoted(part) for part in _KEY_PART.finditer(text))


def _unquoted(part: re.Match[str]) -> str:
    if part[1] is not None:
        # A quoted key may hold escapes, which TOML itself reads best.
        return cast("str", tomllib.loads(f'key = "{part[1]}"')["key"])
    return part[2] if part[2] is not None else part[3]
