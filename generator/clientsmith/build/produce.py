"""Pages → files: each printed, formatted and proven, on all cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from ..cache import Cache
from ..diagnostics import ClientsmithError, Diagnostic
from ..emit.artifacts import Page, Part
from ..emit.format import formatted
from ..emit.models import ModelFields, model_fields
from ..emit.render import fields_of, press_of
from ..emit.views.resource import ResourcePart
from ..ir import Api, Resource, Shape
from ..limits import UNWATCHED, Watch
from ..verify.placeholders import inert
from ..verify.shape import Leak, leak, prove
from ..worker import Beside, end_with_parent

Told = Callable[[int], None]
"""Told how many pages are done."""

# Starting workers takes as long as making this many pages.
_WORTH_WORKERS = 100
# A batch of models is one run of datamodel-code-generator, each of which costs 50 ms to begin.
_BATCHES = 8


@dataclass(frozen=True, slots=True)
class Made:
    """A page as a file; with `problems` or a `leak` it is none that a client may have."""

    path: str
    text: str
    problems: tuple[Diagnostic, ...] = ()
    leak: Leak | None = None


def produce(
    pages: Sequence[Page],
    templates: Path | None,
    *,
    cache: Cache | None = None,
    beside: Beside | None = None,
    workers: int | None = None,
    told: Told | None = None,
    watch: Watch = UNWATCHED,
) -> dict[str, Made]:
    """Every page made, by path, in the order of `pages`. `templates` is as for `render`.

    A page whose part was printed and proven before, by the same sources, comes from the `cache`;
    a few others are made `beside` this process, which has the tools for it by then.

    Raises: ClientsmithError: it takes longer than the `watch` allows.
    """
    keys = _keys(pages, cache) if cache is not None else {}
    made = dict(_kept(keys, cache)) if cache is not None else {}
    missing = [page for page in pages if page.path not in made]
    if workers is None:
        workers = (os.cpu_count() or 1) if len(missing) > _WORTH_WORKERS else 1
    for batch in _in_batches(missing, templates, workers, watch, beside):
        made.update((file.path, file) for file in batch)
        if told is not None:
            told(len(made))
    if cache is not None:
        for page in missing:
            file = made[page.path]
            if not file.problems and file.leak is None:
                cache.put(keys[page.path], file.text)
    return {page.path: made[page.path] for page in pages}


def _keys(pages: Sequence[Page], cache: Cache) -> dict[str, bytes]:
    """The key of each page, by its path."""
    spelled = _Spelled(cache)
    return {
        page.path: cache.key("page", page.path, page.template, *spelled.part(page.part))
        for page in pages
    }


class _Spelled:
    """Parts as texts, of which no two parts have the same.

    A part is printed whole by its dataclasses: nothing that a page is made of is left out. In place
    of the operations, which are most of an API and stand in several pages, is a hash of their text.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        # By ids: all that has one here is of the pages, and stays as long as they do.
        self._parts: dict[int, tuple[str, ...]] = {}
        self._operations: dict[int, str] = {}

    def part(self, part: Part) -> tuple[str, ...]:
        """The texts of a part."""
        if id(part) not in self._parts:
            self._parts[id(part)] = tuple(self._texts(part))
        return self._parts[id(part)]

    def _texts(self, part: Part) -> Iterator[str]:
        if isinstance(part, Api):
            yield repr(replace(part, resources=()))
            for resource in part.resources:
                yield from self._resource(resource)
        elif isinstance(part, ResourcePart):
            yield part.client
            yield from self._resource(part.resource)
        else:
            yield repr(part)

    def _resource(self, resource: Resource) -> Iterator[str]:
        operations = resource.operations
        if id(operations) not in self._operations:
            self._operations[id(operations)] = self._cache.key(repr(operations)).hex()
        bare = replace(resource, operations=(), children=())
        yield f"{bare!r} {self._operations[id(operations)]} {len(resource.children)}"
        for child in resource.children:
            yield from self._resource(child)


def _kept(keys: Mapping[str, bytes], cache: Cache) -> Iterator[tuple[str, Made]]:
    for path, key in keys.items():
        text = cache.get(key)
        if text is not None:
            yield path, Made(path, text)


def _in_batches(
    pages: Sequence[Page],
    templates: Path | None,
    workers: int,
    watch: Watch,
    beside: Beside | None,
) -> Iterator[Iterable[Made]]:
    if beside is not None and workers < 2 and pages:
        # What is made of a whole API takes longer to hand over than to print.
        whole = [page for page in pages if isinstance(page.part, Api)]
        others = [page for page in pages if not isinstance(page.part, Api)]
        made = beside.ask(partial(make_pages, others, templates, watch))
        yield make_pages(whole, templates, watch)
        yield made()
        return
    count = workers * _BATCHES if len(pages) > _WORTH_WORKERS or workers > 1 else 1
    batches = [batch for first in range(count) if (batch := pages[first::count])]
    if workers < 2:
        yield from (make_pages(batch, templates, watch) for batch in batches)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import active_children

    with ProcessPoolExecutor(workers, initializer=end_with_parent) as pool:
        try:
            waiting = [pool.submit(make_pages, batch, templates, watch) for batch in batches]
            yield from (future.result() for future in as_completed(waiting))
        except BaseException:
            # Leaving the pool waits for what its processes are at.
            for process in active_children():
                process.kill()
            raise


def _load_templates() -> None:
    press_of(None).load()


def _load_engine() -> None:
    model_fields([Shape("Ready", "", ())])


def _load_black() -> None:
    formatted("ready.py", "ready = True\n", is_near=False)


LOADING = (_load_templates, _load_engine, _load_black)
"""Each loads something that making pages takes, which else happens once it is needed."""


def make_pages(
    pages: Sequence[Page], templates: Path | None, watch: Watch = UNWATCHED
) -> list[Made]:
    """These pages, printed, formatted and proven."""
    printer = _Printer(templates, watch)
    try:
        texts = printer.texts(pages)
        made = [_formatted(page, texts[page.path], printer) for page in pages]
        return proven(pages, made, printer)
    except ClientsmithError as error:
        # That the time is over is a problem of no page,
        watch.check()
        # and one of the templates or of the engine that of no page alone.
        return [Made(page.path, "", error.diagnostics) for page in pages]


class _Printer:
    """Prints pages by one set of templates."""

    def __init__(self, templates: Path | None, watch: Watch) -> None:
        self._press = press_of(templates)
        self._watch = watch
        self.is_own = templates is None

    def texts(self, pages: Sequence[Page]) -> dict[str, str]:
        self._watch.check()
        fields = fields_of(pages)
        return {page.path: self._text(page, fields) for page in pages}

    def of_part(self, page: Page, part: Part) -> dict[str, str]:
        return self.texts([Page(page.path, page.template, part)])

    def _text(self, page: Page, fields: Mapping[str, ModelFields]) -> str:
        self._watch.check()
        return self._press.page(page, fields)


def _formatted(page: Page, text: str, printer: _Printer) -> Made:
    try:
        return Made(page.path, formatted(page.path, text, is_near=printer.is_own))
    except ClientsmithError as error:
        return Made(page.path, text, error.diagnostics)


def proven(pages: Sequence[Page], made: Sequence[Made], printer: _Printer) -> list[Made]:
    """The files with what is wrong with them: each is read, and compared with what comes of its
    part with harmless texts.
    """
    twins = printer.texts([_inert(page) for page in pages if page.path.endswith(".py")])
    return [
        _proven(page, file, twins.get(page.path), printer)
        for page, file in zip(pages, made, strict=True)
    ]


def _inert(page: Page) -> Page:
    return Page(page.path, page.template, inert(page.part))


def _proven(page: Page, file: Made, twin: str | None, printer: _Printer) -> Made:
    problems = file.problems or prove({file.path: file.text})
    if problems or twin is None:
        return replace(file, problems=problems)
    name = file.path
    found = leak(page.part, {name: file.text}, {name: twin}, partial(printer.of_part, page))
    return replace(file, leak=found)
