"""What the arguments for credentials are called, and that what is added renames none."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest
import telnyx_external_connections as telnyx

from clientsmith import document as source
from clientsmith.analyze import analyze, lock_of
from clientsmith.analyze.security import OF_CONSTRUCTORS
from clientsmith.config import ad_hoc_target
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api, Reason

BEARER = {"type": "http", "scheme": "bearer"}
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
BASIC = {"type": "http", "scheme": "basic"}
FLOW = {"tokenUrl": "https://a.example/token", "scopes": {}}
OAUTH = {"type": "oauth2", "flows": {"clientCredentials": FLOW}}


def api(
    folder: Path,
    schemes: dict[str, Any],
    *wanted: list[Any] | None,
    root: list[Any] | None = None,
    lock: NameLock | None = None,
) -> Api:
    """The API whose operations want this."""
    paths = {
        f"/{number}": {
            "get": {
                "responses": {"204": {"description": "Fine."}},
                **({} if each is None else {"security": each}),
            }
        }
        for number, each in enumerate(wanted)
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1"},
        "paths": paths,
        "components": {"securitySchemes": schemes},
        **({} if root is None else {"security": root}),
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    target = ad_hoc_target(path, "a", None, folder)
    return analyze(source.read(path), target, lock or NameLock())


def arguments(made: Api) -> set[str]:
    credentials = made.security.credentials if made.security else ()
    return {item.name for each in credentials for item in each.arguments}


def test_the_only_one_of_its_kind_has_the_usual_name(tmp_path: Path) -> None:
    schemes = {"b": BEARER, "l": BASIC, "o": OAUTH}
    made = api(tmp_path, schemes, [{"b": []}], [{"l": []}], [{"o": []}])
    usual = {"api_key", "username", "password", "access_token", "client_id", "client_secret"}
    assert arguments(made) == usual


def test_what_the_document_wants_in_general_keeps_its_name(tmp_path: Path) -> None:
    alone = api(tmp_path, {"b": BEARER}, None, root=[{"b": []}])
    more = api(tmp_path, {"a_key": KEY, "b": BEARER}, None, [{"a_key": []}], root=[{"b": []}])
    assert arguments(alone) == {"api_key"}
    assert arguments(more) == {"api_key", "a_key"}
    assert alone.credentials.items() <= more.credentials.items()


def test_without_a_general_word_the_lock_keeps_names(tmp_path: Path) -> None:
    schemes = {"b": BEARER, "timeout": KEY}
    before = api(tmp_path, schemes, [{"b": []}])
    wanted = ([{"b": []}], [{"timeout": []}])
    assert arguments(api(tmp_path, schemes, *wanted)) == {"b", "timeout_2"}
    kept = api(tmp_path, schemes, *wanted, lock=lock_of(before))
    assert arguments(kept) == {"api_key", "timeout_2"}


def test_schemes_that_nothing_asks_for_are_taken_where_given(tmp_path: Path) -> None:
    made = api(tmp_path, {"b": BEARER}, None)
    assert made.security is not None
    assert made.security.default == (("api_key",), ())
    assert made.security.needed == ()
    assert api(tmp_path, {"b": BEARER}, None, root=[]).security is None


def test_no_operation_is_degraded_for_its_credential(tmp_path: Path) -> None:
    schemes = {"m": {"type": "mutualTLS"}, "d": {"type": "http", "scheme": "digest"}, "o": OAUTH}
    made = api(tmp_path, schemes, [{"m": []}], [{"d": []}], [{"o": ["a"]}])
    assert {row.status for row in made.coverage} == {"generated"}
    assert made.left == ("d", "m")


@pytest.mark.parametrize(
    ("scheme", "why"),
    [
        ({**KEY, "name": "X Key"}, "a header cannot be called 'X Key'"),
        ({**KEY, "name": ""}, "a header cannot be called ''"),
        ({**KEY, "in": "cookie", "name": "a;b"}, "a cookie cannot be called 'a;b'"),
        ({**KEY, "in": "query", "name": "a\nb"}, r"a query cannot be called 'a\nb'"),
        ({**KEY, "in": "body"}, "'body' is no location of a parameter"),
        ({**BEARER, "scheme": "a b"}, "'a b' is no authentication scheme of HTTP"),
    ],
)
def test_a_credential_that_cannot_be_sent_degrades_what_wants_it(
    tmp_path: Path, scheme: dict[str, Any], why: str
) -> None:
    made = api(
        tmp_path, {"k": scheme, "b": BEARER}, [{"k": []}], [{"b": []}], None, root=[{"k": []}]
    )
    wanted = Reason(f"the credential 'k' is not sent: {why}", "/components/securitySchemes/k")
    assert [row.reasons for row in made.coverage] == [(wanted,), (), (wanted,)]
    assert made.left == ()


def test_a_scope_that_cannot_be_asked_for_degrades_what_wants_it(tmp_path: Path) -> None:
    made = api(tmp_path, {"o": OAUTH}, [{"o": ["read", "a b"]}], None, root=[{"o": ['"']}])
    assert [row.reasons[0].pointer for row in made.coverage] == [
        "/paths/~10/get/security/0/o",
        "/security/0/o",
    ]


def test_no_credential_has_the_name_of_another_argument_of_a_client(tmp_path: Path) -> None:
    own = set(inspect.signature(telnyx.Telnyx.__init__).parameters)
    assert own - {"api_key"} <= OF_CONSTRUCTORS
    schemes = {name: {**KEY, "name": f"X-{name}"} for name in sorted(own)}
    made = api(tmp_path, schemes, [{name: []} for name in schemes])
    assert made.security is not None
    names = [item.name for each in made.security.credentials for item in each.arguments]
    assert not own.intersection(names) - {"api_key"}
    assert len(set(names)) == len(schemes)
