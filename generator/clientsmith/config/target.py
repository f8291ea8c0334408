"""A target: one configured client."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Literal, cast

from pydantic import (
    BaseModel,
    ConfigDict,
    NonNegativeInt,
    PositiveInt,
    Strict,
    StrictBool,
    ValidationInfo,
    field_validator,
)

from ..diagnostics import Span
from ..identifiers.rules import Attributes, Calls, Schemas
from .app import App
from .distribution import Distribution
from .tables import Accepted, AnswerSetting, PagingSetting, Selection, StreamSetting
from .toml_text import dotted
from .values import (
    CallName,
    ClassName,
    HostName,
    LimitName,
    OperationKey,
    Pointer,
    checked_environment_prefix,
    checked_package,
)


class Target(BaseModel):
    """One configured client. Paths are absolute."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    document: Path
    """The OpenAPI document: a file, or a folder that holds one."""
    root: Path | None = None
    """The folder that contains the document and every file that it refers to.

    None is the folder of the document. In a configuration it is the folder of the configuration
    or one inside it.
    """
    overlays: tuple[Path, ...] = ()
    """Overlays (OpenAPI Overlay 1.0 and 1.1) that change the document, in order.

    In a configuration they are in its folder, or in that of the document.
    """
    output: Path
    """The folder in which the folder of the package is created."""
    package: str
    client: ClassName | None = None
    """The class of the client; None derives it from the title of the document."""
    environment: str | None = None
    """The prefix of the client's environment variables; None derives it from the class."""
    templates: Path | None = None
    """A folder of templates; each replaces the bundled template of the same name."""
    lock: Path | None = None
    """The file that keeps the names of earlier runs; None keeps none."""
    flatten: tuple[str, ...] = ()
    """Object query parameters whose properties become arguments: `page[size]` → `page_size`."""
    deep_object_arrays: Literal["repeat", "comma", "brackets"] = "repeat"
    """How an array inside a deepObject parameter is sent (OpenAPI does not define it)."""
    header_arrays: Literal["comma", "repeat"] | None = None
    """How an array in a header is sent: one line with commas, as OpenAPI defines it, or a line for
    each item, which only FastAPI reads. None is `repeat` for documents that FastAPI generated.
    """
    naive_datetimes: Literal["refuse", "utc"] = "refuse"
    """Whether a `datetime` without an offset is refused or taken as UTC where a request wants a
    `date-time`, which always has an offset (RFC 3339, section 5.6).
    """
    transport: Literal["httpx2", "pyreqwest"] = "httpx2"
    """The HTTP library that the client sends through unless `transport=` names another."""
    token_endpoint_auth: Literal["client_secret_basic", "client_secret_post"] = (
        "client_secret_basic"
    )
    """How a client authenticates when it fetches an OAuth 2.0 token (RFC 7591, section 2)."""
    operations: dict[OperationKey, CallName] = {}
    """Names of calls that replace the derived ones."""
    names: Calls | None = None
    """Whether calls are named by their paths or by their operationIds."""
    singletons: StrictBool | None = None
    """Whether paths tell one thing and an action from a collection."""
    schema_names: Schemas | None = None
    """Whether schemas that operations share are named by themselves, or by the first operation."""
    attributes: Attributes | None = None
    """How the attributes of answers are named: in snake_case, or as in JSON.

    None of the rules of names is set by default: the lock has that of the client, and a new client
    gets the default of `NameRules`.
    """
    types: dict[Pointer, ClassName] = {}
    """Names of classes that replace the derived ones."""
    pagination: dict[OperationKey, PagingSetting] = {}
    """False for an operation that looks paginated and is not, true for one that must be detected as
    paginated, a table for one that the rules miss or misread.
    """

    answers: dict[OperationKey, AnswerSetting] = {}
    """The form of an answer whose body the document omits or describes wrongly."""

    streams: dict[OperationKey, StreamSetting] = {}
    """False for an operation without an argument that asks for a stream, true for one that must
    have it, a table that names it.
    """

    lenient: StrictBool = False
    """Whether an invalid document is accepted without its faulty parts, which are reported."""
    select: Selection = Selection()
    """The operations that become calls, with the models that these use."""

    accepted: dict[str, Accepted] = {}
    """The changes that the project accepts, by their text in a report; or the path of a TOML file
    with them.
    """
    type_breaks: Literal["major", "minor"] = "major"
    """The step of the version that changes ask for which break type-checking alone."""
    aliases: Annotated[NonNegativeInt, Strict()] = 2
    """The number of minor steps for which an old name works, and warns; 0 keeps none."""

    distribution: Distribution | None = None
    """What makes the client a package that can be published, with `output` as its project; the
    name alone, or a table.
    """

    allow_remote: tuple[HostName, ...] = ()
    """The hosts from which the document may load parts by https."""

    limits: dict[LimitName, PositiveInt] = {}
    """Limits on the document that replace the usual ones."""

    _find_span: Callable[..., Span] | None = None
    _app: App | None = None

    def span(self, *key: str) -> Span | None:
        """Return the place of a key in the configuration; None for a target without one."""
        return None if self._find_span is None else self._find_span(*key)

    def table(self, *keys: str) -> str:
        """Return a table of the target as the file that configures it names it.

        `targets.pets.types`, and in a `pyproject.toml` `tool.clientsmith.targets.pets.types`.
        """
        span = self.span()
        is_in_project = span is not None and Path(span.file).name == "pyproject.toml"
        above = ("tool", "clientsmith") if is_in_project else ()
        return dotted(*above, "targets", self.name, *keys)

    def with_spans(self, find_span: Callable[..., Span]) -> Target:
        """Return a copy of the target that knows the places of its keys in a configuration."""
        copy = self.model_copy()
        copy._find_span = find_span
        return copy

    def with_app(self, app: App | None) -> Target:
        """Return a copy of the target whose document an application describes."""
        copy = self.model_copy()
        copy._app = app
        return copy

    @property
    def app(self) -> App | None:
        """The application that describes the document, which is then a copy; usually None."""
        return self._app

    @property
    def package_folder(self) -> Path:
        """The folder of the package: `output` and the package's name."""
        return self.output / self.package

    @property
    def record(self) -> Path | None:
        """The file beside the lock with the calls and types of the client; None without a lock."""
        if self.lock is None:
            return None
        return self.lock.with_name(f"{self.lock.name.removesuffix('.lock')}.record")

    @property
    def old_names(self) -> Path | None:
        """The file beside the lock with the names that the client had; None without a lock."""
        if self.lock is None:
            return None
        return self.lock.with_name(f"{self.lock.name.removesuffix('.lock')}.aliases")

    @property
    def released(self) -> Path | None:
        """The file beside the lock with the record of the last release; None without a lock."""
        return None if self.record is None else self.record.with_suffix(".released")

    @property
    def overlay_names(self) -> tuple[str, ...]:
        """The paths of the overlays, relative to the folder of the document."""
        folder = self.document.parent
        return tuple(Path(os.path.relpath(path, folder)).as_posix() for path in self.overlays)

    @field_validator("document", "root", "output", "templates", "lock", mode="after")
    @classmethod
    def _absolute(cls, path: Path | None, info: ValidationInfo) -> Path | None:
        return None if path is None else _absolute(path, info)

    @field_validator("overlays", mode="after")
    @classmethod
    def _each_absolute(cls, paths: tuple[Path, ...], info: ValidationInfo) -> tuple[Path, ...]:
        return tuple(_absolute(path, info) for path in paths)

    @field_validator("accepted", mode="before")
    @classmethod
    def _in_a_file(cls, accepted: object, info: ValidationInfo) -> object:
        if not isinstance(accepted, str):
            return accepted
        base = cast("Mapping[str, Path]", info.context or {}).get("folder", Path())
        try:
            return tomllib.loads(Path(base, accepted).read_bytes().decode("utf-8-sig"))
        except OSError as problem:
            reason = problem.strerror or problem
            raise ValueError(f"{accepted!r} cannot be read: {reason}") from None
        except ValueError as problem:
            raise ValueError(f"{accepted!r} is not TOML: {problem}") from None

    @field_validator("distribution", mode="before")
    @classmethod
    def _by_name(cls, distribution: object) -> object:
        return {"name": distribution} if isinstance(distribution, str) else distribution

    @field_validator("package", mode="after")
    @classmethod
    def _importable(cls, package: str) -> str:
        return checked_package(package)

    @field_validator("environment", mode="after")
    @classmethod
    def _variable(cls, environment: str | None) -> str | None:
        return environment if environment is None else checked_environment_prefix(environment)

    @field_validator("operations", mode="after")
    @classmethod
    def _one_call_an_operation(cls, operations: dict[str, str]) -> dict[str, str]:
        owners: dict[str, str] = {}
        for operation, call in operations.items():
            other = owners.setdefault(call, operation)
            if other != operation:
                raise ValueError(f"{call!r} names both {other!r} and {operation!r}")
        return operations


def _absolute(path: Path, info: ValidationInfo) -> Path:
    if "\0" in str(path):
        raise ValueError("a path cannot contain a NUL character")
    base = cast("Mapping[str, Path]", info.context or {}).get("folder", Path())
    return Path(base, path).absolute()
