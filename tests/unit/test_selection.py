"""A client of a part of a document: which part, and that it is called as in the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith.diagnostics.counts import counted

from .test_cli import Shell, run

__all__ = ["run"]

DOCUMENT = """\
openapi: 3.1.0
info: {title: Shop, version: "1"}
paths:
  /books:
    get: {operationId: listBooks, tags: [Books], responses: {'200': B}}
    post: {operationId: addBook, tags: [Books, Admin], responses: {'200': B}}
  /books/{id}:
    parameters: [{name: id, in: path, required: true, schema: {type: string}}]
    get: {operationId: getBook, tags: [Books], responses: {'200': B}}
  /books/{id}/reviews/{n}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}}
      - {name: n, in: path, required: true, schema: {type: string}}
    get: {operationId: getReview, responses: {'200': R}}
  /carts:
    get: {operationId: listCarts, tags: [Carts], responses: {'200': C}}
webhooks:
  bookSold:
    post:
      operationId: soldABook
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sale'}}}}
      responses: {'200': {description: Fine.}}
  stockCounted:
    post:
      tags: [Stock]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Count'}}}}
      responses: {'200': {description: Fine.}}
components:
  responses:
    B: {description: B, content: {application/json: {schema: {$ref: '#/components/schemas/Book'}}}}
    C: {description: C, content: {application/json: {schema: {$ref: '#/components/schemas/Cart'}}}}
    R: {description: R, content: {application/json: {schema: {$ref: '#/components/schemas/book'}}}}
  schemas:
    Book:
      type: object
      properties: {title: {type: string}, author: {$ref: '#/components/schemas/Author'}}
    Author: {type: object, properties: {name: {type: string}}}
    Cart:
      type: object
      properties: {books: {type: array, items: {$ref: '#/components/schemas/Book'}}}
    Count: {type: object, properties: {books: {type: integer}}}
    Sale: {type: object, properties: {buyer: {$ref: '#/components/schemas/Author'}}}
    book: {type: object, properties: {stars: {type: integer}}}
"""
for letter in "BCR":
    answer = f"{{$ref: '#/components/responses/{letter}'}}"
    DOCUMENT = DOCUMENT.replace(f"'200': {letter}}}", f"'200': {answer}}}")
ALL = {
    "GET /books": "books.list",
    "POST /books": "books.create",
    "GET /books/{id}": "books.retrieve",
    "GET /books/{id}/reviews/{n}": "books.reviews.retrieve",
    "GET /carts": "carts.list",
}


@pytest.fixture(autouse=True)
def document(run: Shell) -> None:
    Path("openapi.yaml").write_text(DOCUMENT)


def calls() -> dict[str, str]:
    data = json.loads(Path("out/small/coverage.json").read_text())
    return {row["operation"]: row["call"] for row in data["operations"]}


def models() -> set[str]:
    return {path.stem for path in Path("out/small/models").glob("*.py")} - {"__init__"}


@pytest.mark.parametrize(
    ("options", "left"),
    [
        ("--select tag:Carts", ["GET /carts"]),
        ("--select tag:Books --exclude tag:Admin", ["GET /books", "GET /books/{id}"]),
        ("--select getBook", ["GET /books/{id}"]),
        ("--select GET./books", ["GET /books"]),
        ("--select /books", ["GET /books", "POST /books"]),
        ("--select /books/*", ["GET /books/{id}"]),
        ("--select GET./books/**", [key for key in ALL if "GET /books" in key]),
        ("--select /**/reviews/*", ["GET /books/{id}/reviews/{n}"]),
        ("--exclude /books/**", ["GET /carts"]),
        ("--select listCarts --select getReview", ["GET /books/{id}/reviews/{n}", "GET /carts"]),
    ],
)
def test_what_is_selected_is_called_as_in_the_whole(
    run: Shell, options: str, left: list[str]
) -> None:
    # Without the names that an earlier run has kept.
    assert run("generate")[0] == 0
    whole = {path.name: path.read_text() for path in Path("out/small/models").glob("*.py")}
    assert calls() == ALL
    Path("names.lock").unlink()
    words = [word.replace("GET./", "GET /") for word in options.split()]
    code, out, _ = run("generate", *words)
    assert code == 0
    assert out.startswith(f"small: {counted(len(left), 'operation')}, ")
    assert calls() == {key: ALL[key] for key in ALL if key in left}
    for name in models():
        assert Path(f"out/small/models/{name}.py").read_text() == whole[f"{name}.py"]


def test_only_what_is_reached_comes_along(run: Shell) -> None:
    run("generate", "--select", "tag:Carts")
    assert models() == {"author", "book", "cart"}
    resources = {path.stem for path in Path("out/small/resources").glob("*.py")}
    assert resources == {"__init__", "carts"}
    run("generate", "--select", "getReview")
    assert models() == {"book2"}
    resources = {path.stem for path in Path("out/small/resources").glob("*.py")}
    assert resources == {"__init__", "books", "books_reviews"}


@pytest.mark.parametrize(
    ("options", "kept"),
    [
        ((), {"book", "cart", "author", "sale", "book2", "count"}),
        (("--select", "tag:Carts"), {"book", "cart", "author"}),
        (("--select", "webhook:bookSold"), {"sale", "author"}),
        (("--select", "webhook:stock*"), {"count"}),
        (("--select", "tag:Stock", "--select", "getReview"), {"book2", "count"}),
        (("--select", "soldABook"), {"sale", "author"}),
        (("--exclude", "webhook:*", "--exclude", "/carts"), {"book", "author", "book2"}),
        (
            ("--select", "/carts", "--select", "webhook:**", "--exclude", "tag:Stock"),
            {"book", "cart", "author", "sale"},
        ),
        (("--exclude", "/**"), {"sale", "author", "count"}),
    ],
)
def test_webhooks_are_selected_like_operations(
    run: Shell, options: tuple[str, ...], kept: set[str]
) -> None:
    code, _, err = run("generate", *options)
    assert code == 0
    # `Book2` is a name that can still be chosen, where it is in the client.
    assert err.count("warning[") == ("book2" in kept)
    assert models() == kept
    assert Path("out/small/webhooks.py").exists() == bool(kept & {"sale", "count"})


def test_the_configuration_selects_and_the_command_line_says_otherwise(run: Shell) -> None:
    with Path("clientsmith.toml").open("a") as file:
        file.write('[targets.small.select]\ninclude = ["tag:Books"]\nexclude = ["addBook"]\n')
    run("generate")
    assert calls() == {key: ALL[key] for key in ("GET /books", "GET /books/{id}")}
    assert run("generate")[1] == "small: nothing to do\n"
    run("generate", "--select", "tag:Carts")
    assert calls() == {"GET /carts": "carts.list"}
    # The lock keeps the names of all, whatever is selected.
    assert set(json.loads(Path("names.lock").read_text())["operations"]) == set(ALL)


@pytest.mark.parametrize(
    ("selector", "hint"),
    [
        ("tag:Bokos", "did you mean 'tag:Books'?"),
        ("/bok", "did you mean '/books'?"),
        ("GET /cart", "did you mean 'GET /carts'?"),
        ("listBook", "did you mean 'listBooks'?"),
        ("Books", "did you mean 'tag:Books'?"),
        ("webhook:sold", "did you mean 'webhook:bookSold'?"),
        ("nothing.of.the/kind", "a selector is tag:NAME, /path, METHOD /path, webhook:NAME or"),
    ],
)
def test_a_selector_of_nothing_is_an_error(run: Shell, selector: str, hint: str) -> None:
    for option in ("--select", "--exclude"):
        code, _, err = run("generate", option, selector)
        assert code == 1
        reported = f"the selection of 'small' names {selector!r}, which the document does not have"
        assert f"error[select-unknown] {reported}\n" in err
        assert f"hint: {hint}" in err
    assert not Path("out").exists()


def test_a_selection_that_leaves_nothing_is_an_error(run: Shell) -> None:
    code, _, err = run("generate", "--select", "tag:Carts", "--exclude", "/carts")
    assert code == 1
    assert err == "error[select-nothing] the selection of 'small' leaves nothing\n"


@pytest.mark.parametrize(
    ("table", "reported"),
    [
        ("[targets.small.select]\nincludes = []\n", "unknown key 'includes' in 'select' in target"),
        ("[targets.small.select]\ninclude = 'a'\n", "'select.include' must be an array of strings"),
        ("select = ['a']\n", "'select' must be a table, not an array"),
    ],
)
def test_a_selection_that_cannot_be_read(run: Shell, table: str, reported: str) -> None:
    with Path("clientsmith.toml").open("a") as file:
        file.write(table)
    code, _, err = run("generate")
    assert code == 1
    assert reported in err
