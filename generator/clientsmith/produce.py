"""Pages → files: each printed, formatted and proven, on all cores where that pays."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from .cache import Cache
from .diagnostics import ClientsmithError, Diagnostic
from .format import formatted
from .inert import inert
from .pages import Page, Part
from .prove import Leak, leak, prove
from .render import fields_of, press_of

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
    workers: int | None = None,
    told: Told | None = None,
) -> dict[str, Made]:
    """Every page made, by path, in the order of `pages`. `templates` is as for `render`.

    A page whose part was printed and proven before, by the same sources, comes from the `cache`.
    """
    # A part is printed whole by its dataclasses; nothing that a page is made of is left out.
    keys = {page.path: cache.key("page", repr(page)) for page in pages} if cache is not None else {}
    made = dict(_kept(keys, cache)) if cache is not None else {}
    missing = [page for page in pages if page.path not in made]
    if workers is None:
        workers = (os.cpu_count() or 1) if len(missing) > _WORTH_WORKERS else 1
    for batch in _in_batches(missing, templates, workers) if missing else ():
        made.update((file.path, file) for file in batch)
        if told is not None:
            told(len(made))
    if cache is not None:
        for page in missing:
            file = made[page.path]
            if not file.problems and file.leak is None:
                cache.put(keys[page.path], file.text)
    return {page.path: made[page.path] for page in pages}


def _kept(keys: Mapping[str, bytes], cache: Cache) -> Iterator[tuple[str, Made]]:
    for path, key in keys.items():
        text = cache.get(key)
        if text is not None:
            yield path, Made(path, text)


def _in_batches(
    pages: Sequence[Page], templates: Path | None, workers: int
) -> Iterator[Iterable[Made]]:
    if workers < 2:
        yield make_pages(pages, templates)
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed

    count = workers * _BATCHES
    with ProcessPoolExecutor(workers) as pool:
        waiting = [
            pool.submit(make_pages, pages[first::count], templates) for first in range(count)
        ]
        for future in as_completed(waiting):
            yield future.result()


def make_pages(pages: Sequence[Page], templates: Path | None) -> list[Made]:
    """These pages, printed of their parts and of the parts with harmless texts, and compared."""
    printer = _Printer(templates)
    try:
        texts = printer.texts(pages)
        harmless = printer.texts([_inert(page) for page in pages if page.path.endswith(".py")])
    except ClientsmithError as error:
        # A problem of the templates or of the engine is that of no page alone.
        return [Made(page.path, "", error.diagnostics) for page in pages]
    return [_made(page, texts[page.path], harmless.get(page.path), printer) for page in pages]


class _Printer:
    """Prints pages by one set of templates."""

    def __init__(self, templates: Path | None) -> None:
        self._press = press_of(templates)
        self.is_own = templates is None

    def texts(self, pages: Sequence[Page]) -> dict[str, str]:
        fields = fields_of(pages)
        return {page.path: self._press.page(page, fields) for page in pages}

    def of_part(self, page: Page, part: Part) -> dict[str, str]:
        return self.texts([Page(page.path, page.template, part)])


def _inert(page: Page) -> Page:
    return Page(page.path, page.template, inert(page.part))


def _made(page: Page, text: str, harmless: str | None, printer: _Printer) -> Made:
    try:
        text = formatted(page.path, text, is_near=printer.is_own)
    except ClientsmithError as error:
        return Made(page.path, text, error.diagnostics)
    problems = prove({page.path: text})
    if problems or harmless is None:
        return Made(page.path, text, problems)
    name = page.path
    found = leak(page.part, {name: text}, {name: harmless}, partial(printer.of_part, page))
    return Made(page.path, text, (), found)
