"""Every place of a text with every payload: generated or refused, and what is made is harmless."""

from __future__ import annotations

import ast
import json
import re
import shutil
import subprocess
import sys
import urllib.parse
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError, render_text
from clientsmith.openapi import TOKEN
from clientsmith.pipeline import make
from clientsmith.values import clean

from .documents import DOCUMENTS, Step, places, with_text
from .payloads import CANARY, TEXTS, VALUES

_MARKER = "zqmarkerqz"


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
    document = folder / "openapi.json"
    # As the file of a stranger: escapes, surrogates, NaN and all.
    document.write_text(
        json.dumps(with_text(DOCUMENTS[place.document], place.path, place.is_key, text))
    )
    target = ad_hoc_target(document, "shop_client", None, folder / "out")
    try:
        return Cell(place, payload, make(target).files)
    except ClientsmithError as refusal:
        return Cell(place, payload, None, refusal)


def faults_of(cells: list[Cell], folder: Path) -> Iterator[str]:
    """What is wrong with the cells of one place; nothing, if all is well."""
    for cell in cells:
        if cell.refusal is not None:
            yield from _faults_of_refusal(cell)
    made = [cell for cell in cells if cell.files is not None]
    wanted = _told(made[0].place, folder) if made else _Told(set(), "")
    for cell in made:
        yield from _faults_of_text(cell, wanted)
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
class _Told:
    """What a client says: the strings that are values in it, and its docstrings."""

    values: set[str]
    docs: str


def _told(place: Place, folder: Path) -> _Told:
    cell = run(place, "marker", _MARKER, folder)
    return _Told(set(), "") if cell.files is None else _texts(cell.files)


def _texts(files: Mapping[str, str]) -> _Told:
    values: set[str] = set()
    docs: list[str] = []
    for path, text in files.items():
        if not path.endswith(".py") or path.startswith("_runtime/"):
            continue
        tree = ast.parse(text)
        comments = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                if id(node) in comments:
                    docs.append(node.value)
                else:
                    values.add(node.value)
    return _Told(values, "\n".join(docs))


def _faults_of_text(cell: Cell, wanted: _Told) -> Iterator[str]:
    assert cell.files is not None
    text = cell.place.payloads()[cell.payload]
    if not isinstance(text, str):
        return
    told = _texts(cell.files)
    if any(_MARKER in value for value in wanted.values):
        spelled = {value for held in told.values for value in (held, urllib.parse.unquote(held))}
        carried = any(_sent(cell.place, text).strip() in value for value in spelled)
        if not (carried or _is_left_out(cell.place, text)):
            yield f"{cell}: the text is not carried as it is"
    elif _MARKER in wanted.docs and _letters(text) not in _letters(told.docs):
        yield f"{cell}: the docstrings lack the text"


def _sent(place: Place, text: str) -> str:
    """What a client sends of a text: no fragment of a path, no parameters of a media type."""
    if place.is_key and place.path[:-1] == ("paths",):
        return text.partition("#")[0]
    if place.is_key and place.path[-2] == "content":
        return text.partition(";")[0]
    return text


def _is_left_out(place: Place, text: str) -> bool:
    """Whether a credential's name, scheme or scope cannot stand in a header (RFC 9110, 5.6.2)."""
    is_credential = place.document == "credentials" and place.path[0] in ("components", "paths")
    return is_credential and not re.fullmatch(TOKEN, text)


def _letters(text: str) -> str:
    return "".join(character for character in clean(text) if character.isalnum())


_IMPORTER = """
import builtins, importlib, pathlib, sys
found = []
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
            continue  # the same in each
        del sys.modules[name]
    sys.modules.pop("shop_client", None)
""".replace("CANARY", CANARY)


def _faults_of_imports(cells: list[Cell], folder: Path) -> Iterator[str]:
    """What importing the clients does beside defining things, told by Python's audit events."""
    named: dict[str, Cell] = {}
    for number, cell in enumerate(cells):
        root = folder / str(number)
        named[str(root)] = cell
        assert cell.files is not None
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
