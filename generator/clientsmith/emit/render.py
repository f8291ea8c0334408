"""`Api` + templates → the package's files.

Templates print only the typed values of `values`; `finalize` refuses everything else. A house's own
templates stand before ours: a file there replaces the one of its name, or extends it (`{% extends
"base/resource.py.jinja" %}`) and replaces a block.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    Undefined,
    nodes,
)

from ..diagnostics import ClientsmithError, Diagnostic, Span
from ..ir import Api, Webhooks
from .artifacts import Page, pages_of
from .bundled import templates_folder
from .models import ModelFields, model_fields
from .values import source_of
from .views import (
    GuideView,
    client_view,
    guide_view,
    models_view,
    params_view,
    resource_view,
    webhooks_view,
)
from .views.index import IndexPart, index_view
from .views.resource import ResourcePart
from .views.shapes import ShapesPart


def render(api: Api, templates: Path | None = None) -> dict[str, str]:
    """The files that templates make, by their path in the package; not yet formatted.

    Args: api: what to print. templates: a folder whose templates stand before clientsmith's own.

    Raises: ClientsmithError: a template is not valid, asks for what it does not get, or prints what
    is no typed value.
    """
    press = press_of(templates)
    pages = pages_of(api)
    fields = fields_of(pages)
    return {page.path: press.page(page, fields) for page in pages}


def fields_of(pages: Sequence[Page]) -> dict[str, ModelFields]:
    """The fields of every model that stands on these pages, by the model's name."""
    return model_fields(
        [
            shape
            for page in pages
            if page.template == "model.py.jinja" and isinstance(page.part, ShapesPart)
            for shape in page.part.shapes
            if not shape.constants
        ]
    )


class _Environment(Environment):
    """Jinja, without the one way in which a text gets to be printed past `finalize`."""

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        for block in tree.find_all(nodes.FilterBlock):
            message = "a filter makes plain text of typed values, which does not print"
            raise TemplateSyntaxError(message, block.lineno, name, filename)
        return tree


class _Folder(FileSystemLoader):
    """A folder of templates. What stands in it under a template's name has to be a file."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        path = Path(self.searchpath[0], template)
        if os.path.lexists(path) and not path.is_file():
            raise TemplateSyntaxError("this is not a file", 1, template, path.as_posix())
        return super().get_source(environment, template)


class Press:
    """The Jinja environment."""

    def __init__(self, templates: Path | None) -> None:
        own = FileSystemLoader(templates_folder())
        loaders: list[BaseLoader] = [own, PrefixLoader({"base": own})]
        if templates is not None:
            loaders.insert(0, _Folder(templates))
        self._guide: tuple[Api, GuideView] | None = None
        self._folders = [folder for folder in (templates, templates_folder()) if folder is not None]
        self._environment = _Environment(
            loader=ChoiceLoader(loaders),
            undefined=StrictUndefined,
            finalize=_finalize,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )

    def load(self) -> None:
        """Compile every template, which else happens when it is first printed."""
        for name in self._environment.list_templates(filter_func=lambda name: "/" not in name):
            self._environment.get_template(name)

    def page(self, page: Page, fields: Mapping[str, ModelFields]) -> str:
        """The text of a page; `fields` has those of its models.

        Raises: ClientsmithError: as `render`.
        """
        ((variable, _),) = values_of(page.template).items()
        return self.print(page.template, **{variable: self._view(page, fields)})

    def _view(self, page: Page, fields: Mapping[str, ModelFields]) -> object:
        match page.part:
            case Api(webhooks=Webhooks() as hooks) as api if page.template == "webhooks.py.jinja":
                return webhooks_view(api, hooks)
            case Api() as api:
                is_client = page.template == "client.py.jinja"
                return client_view(api) if is_client else self._guide_of(api)
            case IndexPart() as part:
                return index_view(part)
            case ResourcePart() as part:
                return resource_view(part)
            case ShapesPart() as part:
                is_model = page.template == "model.py.jinja"
                return models_view(part, fields) if is_model else params_view(part)

    def _guide_of(self, api: Api) -> GuideView:
        """The view of both guides, which are printed one after the other."""
        if self._guide is None or self._guide[0] is not api:
            self._guide = api, guide_view(api)
        return self._guide[1]

    def print(self, name: str, **values: object) -> str:
        """What the template of this name makes of these values."""
        try:
            return self._environment.get_template(name).render(values)
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
            raise ClientsmithError((self._diagnostic(name, error),)) from error

    def _diagnostic(self, name: str, error: Exception) -> Diagnostic:
        line = 1
        file = self._file(name)
        if isinstance(error, TemplateSyntaxError):
            file, line = error.filename or file, error.lineno
        else:
            for filename, number in _frames(error):
                if filename.endswith(".jinja"):
                    file, line = filename, number
        hint = (
            "templates/README.md lists what each template gets;"
            " `clientsmith templates eject` gives a fresh copy"
        )
        # The text of an error of syntax has its place once more, and the line.
        told = error.message if isinstance(error, TemplateSyntaxError) else str(error)
        return Diagnostic(
            "template", "error", told or type(error).__name__, Span(file, line, 1), hint
        )

    def _file(self, name: str) -> str:
        places = [folder / name for folder in self._folders]
        return next((path for path in places if path.exists()), places[-1]).as_posix()


def press_of(templates: Path | None) -> Press:
    """The press of a folder of templates, or of clientsmith's own alone."""
    return _own_press() if templates is None else Press(templates)


@cache
def _own_press() -> Press:
    """Compiling our templates takes longer than printing a small client; they do not change."""
    return Press(None)


def _finalize(value: object) -> str:
    if isinstance(value, Undefined):
        str(value)  # Raises, and says what is undefined.
    return source_of(value)


def _frames(error: BaseException) -> Iterator[tuple[str, int]]:
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next


def template_blocks(text: str) -> tuple[str, ...]:
    """The names of the blocks of a template, in its order."""
    return tuple(dict.fromkeys(re.findall(r"{%-?\s*block\s+(\w+)", text)))


def values_of(name: str) -> Mapping[str, str]:
    """Variable → the class of `views` that the template of this name gets."""
    return {
        "package.py.jinja": {"index": "IndexView"},
        "client.py.jinja": {"client": "ClientView"},
        "webhooks.py.jinja": {"webhooks": "WebhooksView"},
        "resource.py.jinja": {"resource": "ResourceView"},
        "model.py.jinja": {"module": "ModuleView"},
        "params.py.jinja": {"module": "ModuleView"},
        "API.md.jinja": {"guide": "GuideView"},
        "AGENTS.md.jinja": {"guide": "GuideView"},
    }[name]
