"""Dates and times of requests (RFC 3339, section 5.6), given as text and as Python's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, timezone
from importlib import import_module, invalidate_caches
from types import MappingProxyType, ModuleType
from typing import Any

import pytest

from clientsmith.config import ad_hoc_target
from clientsmith.pipeline import generate

from .golden_client import Face, faces
from .server import Answer, Server, json_answer, serving

DOCUMENT = """\
openapi: 3.1.0
info: {title: Moments, version: "1"}
paths:
  /moments/{at}:
    post:
      operationId: createMoment
      parameters:
        - {name: at, in: path, required: true, schema: {type: string, format: date-time}}
        - {name: since, in: query, schema: {type: string, format: date-time}}
        - {name: X-Until, in: header, schema: {type: string, format: date-time}}
        - {name: seen, in: cookie, schema: {type: string, format: date-time}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              properties:
                day: {type: string, format: date}
                hour: {type: string, format: time}
                moment: {type: [string, "null"], format: date-time}
                either: {oneOf: [{type: string, format: date}, {type: string, format: date-time}]}
                many: {type: array, items: {type: string, format: date-time}}
                named: {type: object, additionalProperties: {type: string, format: date-time}}
                inner: {type: object, properties: {at: {type: string, format: date-time}}}
                any: {}
      responses:
        "200":
          description: It.
          content: {application/json: {schema: {$ref: "#/components/schemas/Moment"}}}
  /forms:
    post:
      operationId: createForm
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                at: {type: string, format: date-time}
                file: {type: string, format: binary}
      responses: {"204": {description: It.}}
components:
  schemas:
    Moment: {type: object, properties: {at: {type: string, format: date-time}}}
"""
NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
NAIVE = datetime(2026, 1, 31, 12)


@pytest.fixture(scope="module", params=["refuse", "utc"])
def package(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[ModuleType]:
    name, folder = f"moments_{request.param}", tmp_path_factory.mktemp(request.param)
    document = folder / "openapi.yaml"
    document.write_text(DOCUMENT)
    named = {"POST /moments/{at}": "moments.create"}
    target = ad_hoc_target(document, name, None, folder)
    generate(target.model_copy(update={"naive_datetimes": request.param, "operations": named}))
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        invalidate_caches()
        yield import_module(name)


@pytest.fixture(params=["sync", "async"])
def face(request: pytest.FixtureRequest, package: ModuleType) -> Face:
    return faces(package, "Moments")[request.param == "async"]


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as server:
        server.will(json_answer({}))
        yield server


def is_utc(package: ModuleType) -> bool:
    return package.__name__.endswith("utc")


@pytest.mark.parametrize(
    ("given", "wire"),
    [
        ({"moment": NOON}, {"moment": "2026-01-31T12:00:00Z"}),
        (
            {"moment": NOON.astimezone(timezone(timedelta(hours=-8)))},
            {"moment": "2026-01-31T04:00:00-08:00"},
        ),
        ({"moment": "2026-01-31T12:00:00Z"}, None),
        ({"moment": "2026-01-31t12:00:00.123456789z"}, None),
        ({"moment": "2026-01-31T12:00:00+05:30"}, None),
        ({"moment": "2016-12-31T23:59:60Z"}, None),
        ({"moment": None}, None),
        ({"either": "2026-01-31"}, None),
        ({"either": date(2026, 1, 31)}, {"either": "2026-01-31"}),
        ({"either": NOON}, {"either": "2026-01-31T12:00:00Z"}),
        ({"day": "2026-01-31", "hour": "12:00:00Z"}, None),
        ({"hour": "12:00:00"}, None),
        ({"hour": "12:00:00.5+01:00"}, None),
        ({"day": date(2026, 1, 31), "hour": time(12)}, {"day": "2026-01-31", "hour": "12:00:00"}),
        ({"many": [NOON, "2026-01-31T12:00:00Z"]}, {"many": ["2026-01-31T12:00:00Z"] * 2}),
        ({"many": (NOON,)}, {"many": ["2026-01-31T12:00:00Z"]}),
        ({"named": {"a": NOON}}, {"named": {"a": "2026-01-31T12:00:00Z"}}),
        ({"inner": {"at": NOON}}, {"inner": {"at": "2026-01-31T12:00:00Z"}}),
        ({"any": "2026-01-31 12:00"}, None),
    ],
)
def test_a_date_time_with_its_offset_is_sent(
    face: Face, server: Server, given: dict[str, Any], wire: dict[str, Any] | None
) -> None:
    face.run(lambda client: client.moments.create(NOON, **given), base_url=server.url)
    assert json.loads(server.sent[-1].body) == (wire or given)


def test_date_times_stand_everywhere(face: Face, server: Server) -> None:
    face.run(
        lambda client: client.moments.create(NOON, since=NOON, x_until=NOON, seen=NOON),
        base_url=server.url,
    )
    (sent,) = server.sent
    assert sent.target == "/moments/2026-01-31T12%3A00%3A00Z?since=2026-01-31T12%3A00%3A00Z"
    assert sent.headers["x-until"] == "2026-01-31T12:00:00Z"
    assert "2026-01-31T12" in sent.headers["cookie"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"moment": "2026-01-31T12:00:00"},
        {"moment": "2026-01-31 12:00:00Z"},
        {"moment": "2026-01-31T12:00Z"},
        {"moment": "2026-01-31T12:00:00+0530"},
        {"moment": "2026-02-30T12:00:00Z"},
        {"moment": "2026-01-31T24:00:00Z"},
        {"moment": "2026-01-31"},
        {"moment": "2026-01-31T12:00:00Z\n"},
        {"moment": "\u0662026-01-31T12:00:00Z"},
        {"moment": date(2026, 1, 31)},
        {"moment": 1769860800},
        {"moment": datetime(2026, 1, 1, tzinfo=timezone(timedelta(minutes=53, seconds=28)))},
        {"day": "2026-1-31"},
        {"day": "2026-02-30"},
        {"day": NOON},
        {"hour": "12:00"},
        {"hour": "25:00:00"},
        {"many": [NOON, "soon"]},
        {"named": {"a": "soon"}},
        {"inner": {"at": "soon"}},
        {"since": "soon"},
        {"x_until": "soon"},
    ],
)
def test_what_is_no_time_of_rfc_3339_is_refused(
    face: Face, package: ModuleType, server: Server, wrong: dict[str, Any]
) -> None:
    with pytest.raises(package.RequestValidationError, match=next(iter(wrong))):
        face.run(lambda client: client.moments.create(NOON, **wrong), base_url=server.url)
    assert not server.sent


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"at": NAIVE}, "at"),
        ({"since": NAIVE}, "since"),
        ({"x_until": NAIVE}, "x_until"),
        ({"seen": NAIVE}, "seen"),
        ({"moment": NAIVE}, "moment"),
        ({"either": NAIVE}, "either"),
        ({"many": [NOON, NAIVE]}, "many[1]"),
        ({"many": (NAIVE,)}, "many[0]"),
        ({"named": {"a": NAIVE}}, "named.a"),
        ({"named": MappingProxyType({"a": NAIVE})}, "named.a"),
        ({"inner": {"at": NAIVE}}, "inner.at"),
    ],
)
def test_a_date_time_without_its_offset_is_refused_or_utc(
    face: Face, package: ModuleType, server: Server, given: dict[str, Any], field: str
) -> None:
    def call(client: Any) -> Any:
        return client.moments.create(**{"at": NOON, **given})

    if not is_utc(package):
        with pytest.raises(package.RequestValidationError) as caught:
            face.run(call, base_url=server.url)
        assert f"`{field}` should be" in str(caught.value)
        assert "with its offset from UTC, such as datetime.now(timezone.utc)" in str(caught.value)
        assert ".astimezone()" in str(caught.value)
        assert not server.sent
        return
    face.run(call, base_url=server.url)
    (sent,) = server.sent
    whole = f"{sent.target} {sent.headers} {sent.body!r}".replace("%3A", ":")
    times = whole.count("2026-01-31T12:00:00Z")
    # One is that of the path.
    assert times == whole.count("2026-01-31T12:00:00")
    assert times == (1 if "at" in given else 3 if field == "many[1]" else 2)


def test_a_file_beside_a_date_time(face: Face, package: ModuleType, server: Server) -> None:
    server.will(Answer(204))
    at = NAIVE if is_utc(package) else NOON
    face.run(lambda client: client.forms.create(at=at, file=("a.txt", b"A")), base_url=server.url)
    (sent,) = server.sent
    assert b"\r\n\r\n2026-01-31T12:00:00Z\r\n" in sent.body
    assert b'filename="a.txt"' in sent.body


def test_what_stands_in_no_date_time_is_the_callers(
    face: Face, package: ModuleType, server: Server
) -> None:
    face.run(lambda client: client.moments.create(NOON, any={"at": NAIVE}), base_url=server.url)
    offset = "Z" if is_utc(package) else ""
    assert json.loads(server.sent[-1].body) == {"any": {"at": f"2026-01-31T12:00:00{offset}"}}
