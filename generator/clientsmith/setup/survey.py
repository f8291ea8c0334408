"""Count the calls, paginated lists, credentials and degraded operations of a document."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from unicodedata import normalize

from ..analyze.tally import Tally, tally
from ..build.frontend import Understood, read_and_understood
from ..build.stages import Progress, Stages
from ..config import Target, ad_hoc_target, checked_package
from ..diagnostics import ClientsmithError, Diagnostic, has_errors
from ..document import Allowed, Fetch
from ..emit.views.guide import guide_view
from ..identifiers import client, snake
from ..ir import Api, Operation


@dataclass(frozen=True, slots=True)
class Survey:
    """A document, as a client would be made of it."""

    document: Path
    dialect: str
    """`OpenAPI 3.1.0`."""
    api: Api
    tally: Tally
    faults: tuple[Diagnostic, ...]
    """The errors for which it is read leniently; none if it is valid."""
    warnings: int

    @property
    def lists(self) -> tuple[Operation, ...]:
        """The operations that come page by page."""
        return tuple(each for each in self.api.operations() if each.pagination is not None)

    @property
    def variables(self) -> tuple[str, ...]:
        """The environment variables of the credentials."""
        credentials = self.api.security.credentials if self.api.security else ()
        return tuple(each.variable for one in credentials for each in one.arguments)

    @property
    def has_server(self) -> bool:
        """Whether the document has the URL of a server."""
        return self.api.base_url.startswith(("http://", "https://"))


def survey(
    document: Path,
    hosts: Sequence[str] = (),
    fetch: Fetch | None = None,
    progress: Progress | None = None,
) -> Survey:
    """Read, validate and analyze a document; leniently if it is not valid otherwise.

    Raises:
        ClientsmithError: there is no client of it, not even a lenient one.
    """
    target = ad_hoc_target(document, "client", None, Path())
    allowed = Allowed(frozenset(hosts), fetch)
    faults: tuple[Diagnostic, ...] = ()
    try:
        found = _read(target, allowed, progress)
    except ClientsmithError as invalid:
        faults = tuple(each for each in invalid.diagnostics if each.severity == "error")
        try:
            found = _read(target.model_copy(update={"lenient": True}), allowed, progress)
        except ClientsmithError:
            raise invalid from None
    is_converted = any(each.code == "swagger" for each in found.warnings)
    dialect = "Swagger 2.0" if is_converted else f"OpenAPI {found.document.data['openapi']}"
    assert not has_errors(found.warnings)
    counted = tally(found.api, found.document)
    return Survey(document, dialect, found.api, counted, faults, len(found.warnings))


def _read(target: Target, allowed: Allowed, progress: Progress | None) -> Understood:
    return read_and_understood(target, Stages.of(target, progress), allowed)


def package_name(api: Api, output: Path) -> str:
    """Return a name for the package that is no module of Python and no existing folder."""
    name = snake(client_name(api)) if api.title else "api"
    if name in sys.stdlib_module_names or (output / name).exists() or not _is_package(name):
        name = f"{name}_client"
    return name


def client_name(api: Api) -> str:
    """Return a name for the client's class, of ASCII letters: `Arger` of the title `Ärger`."""
    if api.client.isascii():
        return api.client
    plain = normalize("NFKD", api.title).encode("ascii", "ignore").decode()
    return client(plain) if any(map(str.isalnum, plain)) else "Api"


def _is_package(name: str) -> bool:
    try:
        return checked_package(name) == name != "unnamed"
    except ValueError:
        return False


def first_call(found: Survey, package: str, name: str) -> str:
    """Return code that makes a client and calls it: a list without arguments, if there is one.

    The arguments are those of `API.md`, whose examples have every required one.
    """
    operations = [each for each in found.api.operations() if not each.now]
    lines = [f"from {package} import {name}", ""]
    made = "" if found.has_server else 'base_url="http://localhost:8000"'
    reads = f"  # reads {', '.join(found.variables)}" if found.variables else ""
    lines.append(f"client = {name}({made}){reads}")
    if operations:
        chosen = min(operations, key=_effort)
        views = guide_view(found.api).calls
        example = next(view.example for view in views if view.call.source == chosen.call)
        lines.append(f"print({example.source})")
    return "\n".join(lines) + "\n"


def _effort(operation: Operation) -> tuple[bool, bool, int, bool]:
    """Order operations by what a first call of them takes; one that only reads is first."""
    needed = sum(argument.required for argument in operation.arguments)
    reads = operation.http_method.upper() == "GET"
    return operation.deprecated, not reads, needed, operation.method != "list"
