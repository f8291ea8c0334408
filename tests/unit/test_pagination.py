"""Which operations paginate, how, and what the configuration can say of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import PaginationSetting, Target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.ir import Pagination
from clientsmith.ir.pagination import (
    Counted,
    Cursor,
    HeaderCursor,
    LastItem,
    NextLink,
    NextUrl,
    Offset,
    PageNumber,
    Plan,
)

from .test_cli import Shell, run

__all__ = ["run"]

ITEM = {"type": "object", "properties": {"id": {"type": "string"}}}
ITEMS = {"type": "array", "items": ITEM}
WHOLE: dict[str, Any] = {"type": "integer"}
TEXT: dict[str, Any] = {"type": "string"}
FLAG: dict[str, Any] = {"type": "boolean"}
URL: dict[str, Any] = {"type": "string", "format": "uri"}


def fields(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def paginated(
    folder: Path,
    arguments: dict[str, Any],
    answer: dict[str, Any],
    headers: tuple[str, ...] = (),
    setting: bool | PaginationSetting | None = None,
    method: str = "get",
) -> Pagination | None:
    """What is decided of an operation with these query parameters, answer and headers."""
    operation = {
        "parameters": [
            {
                "name": name,
                "in": "query",
                "schema": schema,
                "style": "deepObject" if _is_deep(schema) else "form",
                "allowEmptyValue": "x-empty" in schema,
            }
            for name, schema in arguments.items()
        ],
        "responses": {
            "200": {
                "description": "A page.",
                "headers": {name: {"schema": TEXT} for name in headers},
                "content": {"application/json": {"schema": answer}},
            }
        },
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": {"/things": {method: operation}},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    settings = {} if setting is None else {f"{method.upper()} /things": setting}
    target = Target(name="a", document=path, output=folder, package="a", pagination=settings)
    (found,) = analyze(read(path), target, NameLock()).operations()
    return found.pagination


def _is_deep(schema: dict[str, Any]) -> bool:
    return schema["type"] == "object" and "x-style" not in schema


EITHER: dict[str, Any] = {"type": ["integer", "string"], "pattern": r"^-?(?:0|[1-9]\d*)$"}
META = fields(page_number=WHOLE, total_pages=WHOLE)
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[str, ...], Plan | None]] = {
    "counted in meta": (
        {"page[number]": WHOLE},
        fields(data=ITEMS, meta=META),
        (),
        PageNumber("page_number"),
    ),
    "counted at the top": (
        {"page": WHOLE},
        fields(items=ITEMS, page=WHOLE, pages=WHOLE, total=WHOLE),
        (),
        PageNumber("page", ("page",), ("pages",)),
    ),
    "counted from 0": (
        {"page": {"type": "integer", "default": 0}},
        fields(content=ITEMS, number=WHOLE, totalPages=WHOLE, last=FLAG),
        (),
        Counted("page", 0, ("number",), ("total_pages",)),
    ),
    "a flag for the last page": (
        {"page": {"type": "integer", "minimum": 1}},
        fields(items=ITEMS, last=FLAG),
        (),
        Counted("page", 1, last=("last",)),
    ),
    "a flag for more, the page in the answer": (
        {"page": WHOLE},
        fields(items=ITEMS, meta=fields(page=WHOLE, has_more=FLAG)),
        (),
        Counted("page", 1, ("meta", "page"), more=("meta", "has_more")),
    ),
    "a number in a deepObject": (
        {"page": fields(number=WHOLE, size=WHOLE)},
        fields(data=ITEMS, meta=META),
        (),
        Counted("page.number", 1, ("meta", "page_number"), ("meta", "total_pages")),
    ),
    "a cursor in a deepObject": (
        {"page": fields(after=TEXT, size=WHOLE)},
        fields(data=ITEMS, meta=fields(next_cursor=TEXT)),
        (),
        Cursor("page.after", ("meta", "next_cursor")),
    ),
    "a token to continue with, as Kubernetes has it": (
        {"continue": TEXT, "limit": WHOLE},
        fields(items=ITEMS, metadata=fields(**{"continue": TEXT, "remainingItemCount": WHOLE})),
        (),
        Cursor("continue_", ("metadata", "continue_")),
    ),
    "the next page's number": (
        {"page": WHOLE, "per_page": WHOLE},
        fields(items=ITEMS, next_page={"type": ["integer", "null"]}),
        (),
        Cursor("page", ("next_page",)),
    ),
    "a list and a first page": (
        {"page": {"type": "integer", "default": 1}, "per_page": WHOLE},
        ITEMS,
        (),
        Counted("page", 1),
    ),
    "a number in a deepObject and no total": (
        {"page": fields(number={"type": "integer", "default": 1}, size=WHOLE)},
        fields(data=ITEMS, meta=fields(page_number=WHOLE)),
        (),
        Counted("page.number", 1, ("meta", "page_number")),
    ),
    "a number of its own and no total": (
        {"page[number]": {"type": "integer", "default": 1}, "page[size]": WHOLE},
        fields(data=ITEMS),
        (),
        Counted("page_number", 1),
    ),
    "a number in an object whose members are parameters": (
        {
            "page": fields(number={"type": "integer", "default": 1}, size=WHOLE)
            | {"x-style": "form"}
        },
        fields(data=ITEMS),
        (),
        Counted("page.number", 1),
    ),
    "numbers that may have a fraction, as NestJS has them": (
        {"page": {"type": "number", "default": 1}, "limit": {"type": "number"}},
        fields(items=ITEMS, page={"type": "number"}, total={"type": "number"}),
        (),
        Counted("page", 1, ("page",)),
    ),
    "numbers that may be text, as ASP.NET Core has them": (
        {"PageSize": EITHER, "PageIndex": {**EITHER, "default": 0}},
        fields(pageIndex=EITHER, count=EITHER, data=ITEMS),
        (),
        Counted("page_index", 0, ("page_index",)),
    ),
    "a count of pages that is text": (
        {"page": WHOLE},
        fields(items=ITEMS, page=WHOLE, pages={"type": "string", "format": "int64"}),
        (),
        PageNumber("page", ("page",), ("pages",)),
    ),
    "sizes of other names": (
        {"page": {"type": "integer", "default": 1}, "recordsPerPage": WHOLE},
        fields(records=ITEMS, totalRecords=WHOLE),
        (),
        Counted("page", 1),
    ),
    "a token for the next page, as Dropshot has it": (
        {"page_token": {"type": ["string", "null"]}, "limit": WHOLE},
        fields(items=ITEMS, next_page={"type": ["string", "null"]}),
        (),
        Cursor("page_token", ("next_page",)),
    ),
    "a URL for the next page beside a token": (
        {"page_token": TEXT},
        fields(items=ITEMS, next_page=URL),
        (),
        None,
    ),
    "a text for the next page beside another argument": (
        {"after": TEXT},
        fields(items=ITEMS, next_page=TEXT),
        (),
        None,
    ),
    "WorkOS": (
        {"before": TEXT, "after": TEXT, "limit": WHOLE},
        fields(data=ITEMS, list_metadata=fields(before=TEXT, after=TEXT)),
        (),
        Cursor("after", ("list_metadata", "after")),
    ),
    "a cursor with a format": (
        {"cursor": {"type": "string", "format": "uuid"}},
        fields(items=ITEMS, next_cursor=TEXT),
        (),
        Cursor("cursor", ("next_cursor",)),
    ),
    "a cursor that may be empty, as Goa has it": (
        {
            "cursor": {**TEXT, "format": "uuid", "x-empty": True},
            "limit": {**WHOLE, "x-empty": True},
        },
        fields(items=ITEMS, next_cursor=TEXT),
        (),
        Cursor("cursor", ("next_cursor",)),
    ),
    "a list, the first page unknown": ({"page": WHOLE, "per_page": WHOLE}, ITEMS, (), None),
    "a page of unknown size": ({"page": {"type": "integer", "default": 1}}, ITEMS, (), None),
    "a page that is text": ({"page": TEXT, "per_page": WHOLE}, ITEMS, (), None),
    "GitHub": ({"page": WHOLE, "per_page": WHOLE}, ITEMS, ("Link",), NextLink()),
    "Stripe": (
        {"limit": WHOLE, "starting_after": TEXT, "ending_before": TEXT},
        fields(data=ITEMS, has_more=FLAG, url=TEXT),
        (),
        LastItem("starting_after"),
    ),
    "Stripe, a union": (
        {"starting_after": TEXT},
        fields(data={"type": "array", "items": {"oneOf": [ITEM, ITEM]}}, has_more=FLAG),
        (),
        LastItem("starting_after"),
    ),
    "the last id in the answer": (
        {"after_id": TEXT},
        fields(data=ITEMS, has_more=FLAG, first_id=TEXT, last_id=TEXT),
        (),
        Cursor("after_id", ("last_id",), ("has_more",)),
    ),
    "no id to go on from": (
        {"starting_after": TEXT},
        fields(data={"type": "array", "items": TEXT}, has_more=FLAG),
        (),
        None,
    ),
    "Google": (
        {"pageToken": TEXT, "maxResults": WHOLE},
        fields(items=ITEMS, nextPageToken=TEXT),
        (),
        Cursor("page_token", ("next_page_token",)),
    ),
    "Slack": (
        {"cursor": TEXT},
        fields(channels=ITEMS, response_metadata=fields(next_cursor=TEXT)),
        (),
        Cursor("cursor", ("response_metadata", "next_cursor")),
    ),
    "Facebook": (
        {"after": TEXT},
        fields(data=ITEMS, paging=fields(cursors=fields(before=TEXT, after=TEXT), next=TEXT)),
        (),
        Cursor("after", ("paging", "cursors", "after")),
    ),
    "Square": (
        {"cursor": TEXT},
        fields(payments=ITEMS, errors=ITEMS, cursor=TEXT),
        (),
        Cursor("cursor", ("cursor",)),
    ),
    "a cursor of another type": (
        {"cursor": WHOLE},
        fields(items=ITEMS, next_cursor=TEXT),
        (),
        None,
    ),
    "JSON:API": ({}, fields(data=ITEMS, links=fields(next=TEXT)), (), NextUrl(("links", "next"))),
    "HAL": (
        {},
        fields(_embedded=fields(things=ITEMS), _links=fields(next=fields(href=TEXT))),
        (),
        NextUrl(("links", "next", "href")),
    ),
    "Django": (
        {"cursor": TEXT},
        fields(next=URL, previous=URL, results=ITEMS),
        (),
        NextUrl(("next",)),
    ),
    "OData": (
        {"$top": WHOLE, "$skip": WHOLE},
        {"type": "object", "properties": {"value": ITEMS, "@odata.nextLink": TEXT}},
        (),
        NextUrl(("odata_next_link",)),
    ),
    "a next that may be anything": ({}, fields(items=ITEMS, next=TEXT), (), None),
    "a cursor in a header": (
        {"cursor": TEXT},
        ITEMS,
        ("X-Next-Cursor",),
        HeaderCursor("cursor", "X-Next-Cursor"),
    ),
    "GitLab": ({"page": WHOLE}, ITEMS, ("X-Next-Page",), HeaderCursor("page", "X-Next-Page", True)),
    "offset and limit": ({"offset": WHOLE, "limit": WHOLE}, ITEMS, (), Offset("offset")),
    "offset and total": (
        {"skip": WHOLE},
        fields(items=ITEMS, total_count=WHOLE),
        (),
        Offset("skip", total=("total_count",)),
    ),
    "SCIM": (
        {"startIndex": {"type": "integer", "default": 1}, "count": WHOLE},
        fields(Resources=ITEMS, totalResults=WHOLE),
        (),
        Offset("start_index", 1, ("total_results",)),
    ),
    "an unknown start": ({"start": WHOLE, "limit": WHOLE}, ITEMS, (), None),
    "an offset alone": ({"offset": WHOLE}, ITEMS, (), None),
    "two lists": ({"pageToken": TEXT}, fields(a=ITEMS, b=ITEMS, nextPageToken=TEXT), (), None),
    "the usual one of two lists": (
        {"pageToken": TEXT},
        fields(items=ITEMS, tags=ITEMS, nextPageToken=TEXT),
        (),
        Cursor("page_token", ("next_page_token",)),
    ),
    "no list": ({"pageToken": TEXT}, fields(name=TEXT, nextPageToken=TEXT), (), None),
    "a single object": ({"page": WHOLE}, ITEM, (), None),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_rules(tmp_path: Path, case: str) -> None:
    arguments, answer, headers, plan = CASES[case]
    found = paginated(tmp_path, arguments, answer, headers)
    assert (None if found is None else found.plan) == plan
    if found is not None:
        assert found.rule


def test_only_a_get_is_found_by_rule(tmp_path: Path) -> None:
    answer = fields(items=ITEMS, nextPageToken=TEXT)
    assert paginated(tmp_path, {"pageToken": TEXT}, answer, method="post") is None
    reported = PaginationSetting(kind="cursor")
    assert (
        paginated(tmp_path, {"pageToken": TEXT}, answer, setting=reported, method="post")
        is not None
    )


ANSWER = fields(
    rows=ITEMS, tags=ITEMS, count=WHOLE, at=fields(token=TEXT, n=WHOLE, end=FLAG, go=FLAG)
)
GIVEN = {"p": WHOLE, "mark": TEXT}


@pytest.mark.parametrize(
    ("table", "plan"),
    [
        ({"kind": "page", "argument": "p"}, Counted("p")),
        (
            {"kind": "page", "argument": "p", "number": "at.n", "total": "count"},
            PageNumber("p", ("at", "n"), ("count",)),
        ),
        (
            {"kind": "page", "argument": "p", "first": 0, "last": "at.end"},
            Counted("p", 0, last=("at", "end")),
        ),
        (
            {"kind": "offset", "argument": "p", "total": "count", "more": "at.go"},
            Offset("p", 0, ("count",), ("at", "go")),
        ),
        (
            {"kind": "cursor", "argument": "mark", "next": "at.token"},
            Cursor("mark", ("at", "token")),
        ),
        ({"kind": "cursor", "argument": "p", "next": "header:X-N"}, HeaderCursor("p", "X-N", True)),
        (
            {"kind": "last-item", "argument": "mark", "next": "id", "more": "at.go"},
            LastItem("mark", ("id",), ("at", "go")),
        ),
        ({"kind": "next-url", "next": "at.token"}, NextUrl(("at", "token"))),
        ({"kind": "link-header"}, NextLink()),
    ],
)
def test_a_table_describes_what_no_rule_finds(
    tmp_path: Path, table: dict[str, Any], plan: Plan
) -> None:
    found = paginated(tmp_path, GIVEN, ANSWER, setting=PaginationSetting(items="rows", **table))
    assert found is not None
    assert (found.plan, found.items) == (plan, ("rows",))


def test_a_table_corrects_what_a_rule_finds(tmp_path: Path) -> None:
    answer = fields(items=ITEMS, rows=ITEMS, nextPageToken=TEXT, after=TEXT)
    arguments = {"pageToken": TEXT}
    found = paginated(
        tmp_path, arguments, answer, setting=PaginationSetting(items="rows", next="after")
    )
    assert found is not None
    assert (found.plan, found.items) == (Cursor("page_token", ("after",)), ("rows",))
    assert paginated(tmp_path, arguments, answer, setting=False) is None
    assert paginated(tmp_path, arguments, answer, setting=True) is not None


@pytest.mark.parametrize(
    ("setting", "said", "hint"),
    [
        (True, "no rule finds how it paginates", "say its kind, in a table"),
        (PaginationSetting(items="rows"), "no rule finds how it paginates", "say its `kind` too"),
        (
            PaginationSetting(kind="page"),
            "its response has several lists",
            "`items` is 'rows' or 'tags'",
        ),
        (
            PaginationSetting(kind="page", items="row", argument="p"),
            "its answer has no 'row' for `items`",
            "did you mean 'rows'?",
        ),
        (
            PaginationSetting(kind="page", items="rows"),
            "no argument is known to select a page",
            "say its `argument`",
        ),
        (
            PaginationSetting(kind="page", items="rows", argument="marc"),
            "it has no argument 'marc'",
            "did you mean 'mark'?",
        ),
        (
            PaginationSetting(kind="cursor", items="rows", argument="mark"),
            "no field is known to name the next page",
            "say `next`",
        ),
        (
            PaginationSetting(kind="next-url", items="rows", next="at.tokn"),
            "its answer has no 'at.tokn' for `next`",
            "did you mean 'at.token'?",
        ),
        (
            PaginationSetting(
                kind="last-item", items="rows", argument="mark", next="idd", more="at.go"
            ),
            "its answer has no 'idd' for `next`",
            "did you mean 'id'?",
        ),
    ],
)
def test_a_setting_that_does_not_fit(
    tmp_path: Path, setting: bool | PaginationSetting, said: str, hint: str
) -> None:
    with pytest.raises(ClientsmithError) as caught:
        paginated(tmp_path, GIVEN, ANSWER, setting=setting)
    (problem,) = caught.value.diagnostics
    assert problem.message == f"pagination of 'GET /things': {said}"
    assert (problem.code, problem.hint) == ("config-pagination", hint)


def test_verbose_lists_each_paginated_operation_with_its_rule(run: Shell) -> None:
    case = Path(__file__).parents[1] / "golden" / "pages"
    for name in ("openapi.yaml", "clientsmith.toml"):
        Path(name).write_text((case / name).read_text())
    out = run("generate", "--verbose")[1]
    assert "paginated GET /repos (repos.list): the header Link leads to the next page\n" in out
    assert "paginated POST /search (search.retrieve): the configuration says so\n" in out
    assert "paginated GET /colours" not in out
    assert "paginated" not in run("generate", "--force")[1]
