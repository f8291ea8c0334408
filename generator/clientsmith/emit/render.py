"""Artifacts and templates → text.

Templates print only the typed values of `values`; `finalize` refuses everything else. A house's own
templates stand before those of the emitters: a file there replaces the one of its name, or extends
it (`{% extends "base/resource.py.jinja" %}`) and replaces a block.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    UndefinedError,
    nodes,
)

from ..diagnostics import ClientsmithError, Diagnostic, Span
from ..ir import Api
from .artifacts import Artifact, Settings, artifacts_of
from .bundled import copied, templates_folder
from .emitters import EMITTERS
from .values import source_of

_RENAMED = {"later": "deferred", "later_imports": "deferred_imports"}
"""Fields of views by their old names, which a template that a house ejected may still use."""
_UNDEFINED = re.compile(r"'(\w+)' is undefined|has no attribute '(\w+)'")


def render(api: Api, templates: Path | None = None) -> dict[str, str]:
    """Return the text of each file that a template prints, by its path; not yet formatted.

    Raises:
        ClientsmithError: a template is not valid, asks for what it does not get, or prints what
            is no typed value.
    """
    printer = printer_of(Templates(templates))
    artifacts = artifacts_of(api, Settings(templates), EMITTERS)
    printed = [artifact for artifact in artifacts if not artifact.is_copied]
    prepare(printed)
    return {artifact.path: printer.text(artifact) for artifact in printed}


def prepare(artifacts: Sequence[Artifact]) -> None:
    """Do the work that artifacts share, before the first of them is printed."""
    inputs: dict[Callable[[Sequence[Any]], object], list[Any]] = {}
    for artifact in artifacts:
        if artifact.prepare is not None:
            inputs.setdefault(artifact.prepare, []).append(artifact.inputs)
    for function, given in inputs.items():
        function(given)


class _Environment(Environment):
    """Jinja, without the one way in which a text gets to be printed past `finalize`."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for block in tree.find_all(nodes.FilterBlock):
            message = "a filter makes plain text of typed values, which does not print"
            raise TemplateSyntaxError(message, block.lineno, name, filename)
        return tree


class _Folder(FileSystemLoader):
    """A folder of templates. Under a template's name it may only have a file."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        path = Path(self.searchpath[0], template)
        if os.path.lexists(path) and not path.is_file():
            raise TemplateSyntaxError("this is not a file", 1, template, path.as_posix())
        return super().get_source(environment, template)


@dataclass(frozen=True, slots=True)
class Templates:
    """The folders of templates: clientsmith's own, and those of a house and of other emitters."""

    house: Path | None = None
    emitters: tuple[Path, ...] = ()


class Printer:
    """Prints artifacts by templates; those of a house are looked up before all others."""

    def __init__(self, templates: Templates) -> None:
        self._own = (templates_folder(), *templates.emitters)
        own = [FileSystemLoader(folder) for folder in self._own]
        houses = [] if templates.house is None else [_Folder(templates.house)]
        base = PrefixLoader({"base": ChoiceLoader(own)})
        self._folders = (*([] if templates.house is None else [templates.house]), *self._own)
        self._is_own: dict[str, bool] = {}
        self._viewed: tuple[Artifact, Mapping[str, object]] | None = None
        self._environment = _Environment(
            loader=ChoiceLoader([*houses, *own, base]),
            undefined=StrictUndefined,
            finalize=_finalize,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
        )

    def is_own(self, artifact: Artifact) -> bool:
        """Whether clientsmith's own templates alone print an artifact."""
        name = artifact.template
        if name not in self._is_own:
            is_whole = len(self._folders) == len(self._own)
            self._is_own[name] = is_whole and (self._own[0] / name).is_file()
        return self._is_own[name]

    def text(self, artifact: Artifact) -> str:
        """Return the text of an artifact, not yet formatted.

        Raises:
            ClientsmithError: its template fails (code `template`).
        """
        if artifact.is_copied:
            return copied(self._place(artifact.template, self._own))
        view = self._view(artifact)
        try:
            return self._environment.get_template(artifact.template).render(view)
        except (
            TemplateError,
            TypeError,
            ValueError,
            AttributeError,
            LookupError,
            ArithmeticError,
            RecursionError,
            OSError,
        ) as error:
            raise ClientsmithError((self._diagnostic(artifact.template, error),)) from error

    def _view(self, artifact: Artifact) -> Mapping[str, object]:
        """Return the view of an artifact: the last one again, where two files share theirs."""
        if self._viewed is not None:
            last, view = self._viewed
            if last.inputs is artifact.inputs and last.view is artifact.view:
                return view
        view = artifact.view(artifact.inputs)
        self._viewed = artifact, view
        return view

    def _diagnostic(self, name: str, error: Exception) -> Diagnostic:
        line = 1
        file = self._place(name, self._folders).as_posix()
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or file, error.lineno
        else:
            for filename, number in _frames(error):
                if filename.endswith(".jinja"):
                    file, line = filename, number
        hint = (
            f"{_now_called(error)}templates/README.md lists what each template gets;"
            " `clientsmith templates eject` gives a fresh copy"
        )
        # The text of an error of syntax has its place once more, and the line.
        message = error.message if isinstance(error, TemplateSyntaxError) else str(error)
        return Diagnostic(
            "template", "error", message or type(error).__name__, Span(file, line, 1), hint
        )

    def _place(self, name: str, folders: Sequence[Path]) -> Path:
        paths = [folder / name for folder in folders]
        return next((path for path in paths if path.exists()), paths[-1])


def printer_of(templates: Templates) -> Printer:
    """Return a printer by these templates."""
    return _own_printer() if templates == Templates() else Printer(templates)


@cache
def _own_printer() -> Printer:
    """Compiling our templates takes longer than printing a small client; they do not change."""
    return Printer(Templates())


def _now_called(error: Exception) -> str:
    """Return the new name of a field of a view that a template asks for by its old name."""
    undefined = _UNDEFINED.search(str(error)) if isinstance(error, UndefinedError) else None
    name = undefined and (undefined[1] or undefined[2])
    return f"{name!r} is now {_RENAMED[name]!r}; " if name in _RENAMED else ""


def _finalize(value: object) -> str:
    if isinstance(value, Undefined):
        str(value)  # Raises, and says what is undefined.
    return source_of(value)


def _frames(error: BaseException) -> Iterator[tuple[str, int]]:
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
