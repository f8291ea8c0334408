"""Every place of a text with every payload: generated or refused, and what is made is harmless."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import urllib.parse
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import openapi_spec_validator

from clientsmith.cache import Cache
from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError, render_text
from clientsmith.ir.texts import clean
from clientsmith.openapi import TOKEN
from clientsmith.pipeline import make

from .documents import DOCUMENTS, Step, places, with_text
from .payloads import CANARY, TEXTS, VALUES

_MARKER = "zqmarkerqz"
_PAGES = Cache(Path(os.devnull), "")
"""Pages by what they are made of, in memory alone."""


@dataclass(frozen=True)
class Place:
    """A place of a text in one of the documents."""

    document: str
    path: tuple[Step, ...]
    is_key: bool

    def __str__(self) -> str:
        return f"{self.document}:/{'/'.join(map(str, self.path))}{' (key)' if self.is_key else ''}"

    def payloads(self) -> Mapping[str, Any]:
        return TEXTS if self.is_key else {**TEXTS, **VALUES}


@dataclass(frozen=True)
class Cell:
    """What came of one payload in one place: a client, or what the refusal said."""

    place: Place
    payload: str
    files: Mapping[str, str] | None
    refusal: ClientsmithError | None = None
    deeds: tuple[str, ...] = ()
    """What was done to the world while it was generated."""

    def __str__(self) -> str:
        return f"{self.place} with {self.payload}"


def all_places() -> list[Place]:
    return [
        Place(name, path, is_key)
        for name, data in DOCUMENTS.items()
        for path, is_key in places(data)
    ]


def run(place: Place, payload: str, text: Any, folder: Path) -> Cell:
    """Generate in `folder` from the document with `text` in a place."""
    data = with_text(DOCUMENTS[place.document], place.path, place.is_key, text)
    return run_document(place, payload, data, folder)


def run_document(place: Place, payload: str, data: Any, folder: Path) -> Cell:
    """Generate in `folder` from a document that has the payload in a place."""
    document = folder / "openapi.json"
    # As the file of a stranger: escapes, surrogates, NaN and all.
    document.write_text(json.dumps(data))
    target = ad_hoc_target(document, "shop_client", None, folder / "out")
    files = refusal = None
    with watched() as deeds:
        try:
            # A page that no text of this cell reaches was made and proven for another cell.
            files = make(target, cache=_PAGES).files
        except ClientsmithError as problem:
            refusal = problem
    return Cell(place, payload, files, refusal, tuple(deeds))


@contextmanager
def watched() -> Generator[list[str], None, None]:
    """What is done meanwhile that reaches beyond memory, as Python's audit events tell it."""
    _add_hook()
    _watching.append(deeds := [])
    try:
        yield deeds
    finally:
        _watching.remove(deeds)


_watching: list[list[str]] = []
_DEEDS = ("socket", "urllib", "http", "subprocess", "shutil", "ctypes", "ftplib", "webbrowser")
_SCHEMAS = Path(openapi_spec_validator.__file__).parent.as_uri()
_OS_DEEDS = ("system", "exec", "spawn", "posix_spawn", "fork", "remove", "rename", "rmdir", "mkdir")


@cache
def _add_hook() -> None:
    """Once, since no hook can be taken away."""

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if not _watching:
            return
        kind, _, name = event.partition(".")
        if str(arguments[0]).startswith(_SCHEMAS):
            return  # openapi-spec-validator reads its own by their file: URL
        wrote = event == "open" and bool(set(str(arguments[1])) & set("wax+"))
        if wrote or kind in _DEEDS or (kind == "os" and name in _OS_DEEDS):
            _watching[-1].append(f"{event} {arguments[:2]!r}")

    sys.addaudithook(hook)


def faults_of(cells: list[Cell], folder: Path) -> Iterator[str]:
    """What is wrong with the cells of one place; nothing, if all is well."""
    for cell in cells:
        for deed in cell.deeds:
            yield f"{cell}: generating did more than read: {deed[:200]}"
        if cell.refusal is not None:
            yield from _faults_of_refusal(cell)
    made = [cell for cell in cells if cell.files is not None]
    wanted = _reported(made[0].place, folder) if made else _Reported(set(), "")
    for cell in made:
        yield from _faults_of_text(cell, wanted)
        yield from _faults_of_pages(cell)
    yield from _faults_of_imports(made, folder)


def _faults_of_refusal(cell: Cell) -> Iterator[str]:
    assert cell.refusal is not None
    for found in cell.refusal.diagnostics:
        if found.code.startswith(("prove-", "format-", "models-", "template")):
            yield f"{cell}: only the last line of defence held: {found}"
        if found.severity == "error" and found.span is None:
            yield f"{cell}: refused without a place: {found}"
    said = render_text(cell.refusal.diagnostics, lambda _: "")
    if not said.replace("\n", "").isprintable() or len(said) > 5_000:
        yield f"{cell}: the message is not fit to print: {said[:200]!r}"


@dataclass(frozen=True)
class _Reported:
    """What a client says: the strings that are values in it, and its docstrings."""

    values: set[str]
    docs: str


def _reported(place: Place, folder: Path) -> _Reported:
    cell = run(place, "marker", _MARKER, folder)
    return _Reported(set(), "") if cell.files is None else _texts(cell.files)


def _texts(files: Mapping[str, str]) -> _Reported:
    values: set[str] = set()
    docs: list[str] = []
    for path, text in files.items():
        if path.endswith(".py") and not path.startswith("_runtime/"):
            reported = _texts_of_module(text)
            values |= reported.values
            docs.append(reported.docs)
    return _Reported(values, "\n".join(docs))


@lru_cache(1_000)
def _texts_of_module(source: str) -> _Reported:
    tree = ast.parse(source)
    constants = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    docs = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    # An argument that is called as on the wire is passed on by its name; any other has the text.
    names = {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}
    return _Reported(
        names | {str(node.value) for node in constants if id(node) not in docs},
        "\n".join(str(node.value) for node in constants if id(node) in docs),
    )


def _faults_of_text(cell: Cell, wanted: _Reported) -> Iterator[str]:
    assert cell.files is not None
    text = cell.place.payloads().get(cell.payload)
    if not isinstance(text, str):
        return
    reported = _texts(cell.files)
    if any(_MARKER in value for value in wanted.values):
        spelled = {
            value for held in reported.values for value in (held, urllib.parse.unquote(held))
        }
        # Large and small letters are the same in a media type.
        same = str.lower if _is_media_type(cell.place) else str
        carried = all(
            any(same(piece).strip() in same(value) for value in spelled)
            for piece in _sent(cell.place, text)
        )
        if not (carried or _is_left_out(cell.place, text)):
            yield f"{cell}: the text is not carried as it is"
    elif _MARKER in wanted.docs and not any(
        _letters(spelled) in _letters(reported.docs)
        for spelled in (text, json.dumps(text), repr(text))
    ):
        # A default is documented as it is written in JSON or in Python.
        yield f"{cell}: the docstrings lack the text"


_EXAMPLE = re.compile(r"^```python\n(.*?)^```\n", re.MULTILINE | re.DOTALL)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_MARKUP = re.compile(r"(?<!\\)(?:<[a-z!/]|\]\(|```)|^(?!# |## ).*(?<!\\)#", re.MULTILINE)


def _faults_of_pages(cell: Cell) -> Iterator[str]:
    """What of the text is markup in a Markdown page, or breaks a JSON file."""
    assert cell.files is not None
    for path, text in cell.files.items():
        if path.endswith(".json"):
            json.loads(text)
        if path.endswith(".md"):
            for example in _EXAMPLE.findall(text):
                ast.parse(example)
            prose = _CODE_SPAN.sub("", _EXAMPLE.sub("", text))
            if found := _MARKUP.search(prose):
                yield f"{cell}: {path} has markup of the text: {prose[found.start():][:80]!r}"


def _sent(place: Place, text: str) -> list[str]:
    """What a client sends of a text: no fragment of a path and no name of an argument in it, no
    parameters of a media type.
    """
    if place.is_key and place.path[:-1] == ("paths",):
        return re.split(r"\{[^{}]*\}", text.partition("#")[0])
    if _is_media_type(place):
        return [text.partition(";")[0]]
    return [text]


def _is_media_type(place: Place) -> bool:
    return place.is_key and place.path[-2:-1] == ("content",)


def _is_left_out(place: Place, text: str) -> bool:
    """Whether a text is one that no request has: a range of media types is none of them, and what
    is no token cannot be a credential's name, scheme or scope in a header (RFC 9110, 5.6.2).
    """
    if _is_media_type(place):
        return "*" in text
    is_credential = place.document == "credentials" and place.path[0] in ("components", "paths")
    return is_credential and not re.fullmatch(TOKEN, text)


def _letters(text: str) -> str:
    return "".join(character for character in clean(text) if character.isalnum())


_IMPORTER = """
import builtins, importlib, pathlib, sys
found = []
runtime = None
def hook(event, arguments):
    if event == "open" and isinstance(arguments[1], str) and set(arguments[1]) & set("wax+"):
        found.append(f"{event} {arguments[0]!r}")
    if event.partition(".")[0] in ("subprocess", "socket", "shutil", "ctypes"):
        found.append(event)
    if event in ("os.system", "os.exec", "os.spawn", "os.posix_spawn", "os.fork"):
        found.append(event)
# What a client stands on may do more while it is imported.
import pydantic, pydantic_core, typing_extensions, httpx2, ssl, http.client
sys.dont_write_bytecode = True
sys.addaudithook(hook)
for folder in sys.argv[1:]:
    root = pathlib.Path(folder)
    sys.path.insert(0, folder)
    before, runtime = runtime, sorted(path.name for path in root.glob("shop_client/_runtime/*.py"))
    if runtime != before:
        for name in [name for name in sys.modules if name.startswith("shop_client._runtime")]:
            del sys.modules[name]
    try:
        for path in sorted(root.glob("shop_client/**/*.py")):
            if "_runtime" in path.parts:
                continue
            module = ".".join(path.relative_to(root).with_suffix("").parts)
            importlib.import_module(module.removesuffix(".__init__"))
        from shop_client import models, params, resources
        for package in (models, params, resources):
            for name in getattr(package, '__all__', ()):
                getattr(package, name)
        for name in getattr(models, '__all__', ()):
            model = getattr(models, name)
            if hasattr(model, "model_rebuild"):
                model.model_rebuild()
    except BaseException as problem:
        said = " ".join(f"{type(problem).__name__}: {problem}"[:2000].split())
        print(f"{folder}\\t{said}")
    if hasattr(builtins, "CANARY"):
        print(f"{folder}\\ta text of the document was run")
        del builtins.CANARY
    for event in found:
        print(f"{folder}\\timporting did more than import: {event}")
    found.clear()
    sys.path.remove(folder)
    for name in [name for name in sys.modules if name.partition(".")[0] == "shop_client"]:
        if name.startswith("shop_client._runtime"):
            continue  # the same in each that has the same modules of it
        del sys.modules[name]
    sys.modules.pop("shop_client", None)
""".replace("CANARY", CANARY)


def _faults_of_imports(cells: list[Cell], folder: Path) -> Iterator[str]:
    """What importing the clients does beside defining things, by Python's audit events."""
    named: dict[str, Cell] = {}
    seen: set[frozenset[tuple[str, str]]] = set()
    for number, cell in enumerate(cells):
        assert cell.files is not None
        files = frozenset(cell.files.items())
        if files in seen:
            continue  # the same client, of a text that is in none
        seen.add(files)
        root = folder / str(number)
        named[str(root)] = cell
        for name, text in cell.files.items():
            path = root / "shop_client" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    command = [sys.executable, "-I", "-c", _IMPORTER, *named]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    if done.returncode:
        yield f"{cells[0].place}: importing ended with {done.returncode}: {done.stderr[-2000:]}"
    for line in done.stdout.splitlines():
        root, _, said = line.partition("\t")
        yield f"{named[root]}: {said}" if root in named else f"{cells[0].place}: {line}"
    for root in named:
        shutil.rmtree(root)
