"""The argument by which a call asks for a stream in place of a whole answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import Streaming, Target, ad_hoc_target
from clientsmith.diagnostics import ClientsmithError
from clientsmith.document import read
from clientsmith.identifiers import NameLock
from clientsmith.ir import Operation

JSON, EVENTS = "application/json", "text/event-stream"
FLAG = {"type": "boolean"}
ITEM = {"type": "object", "properties": {"text": {"type": "string"}}}
KEY = "POST /answers"


def operation(
    folder: Path,
    properties: dict[str, Any],
    *,
    media: tuple[str, ...] = (JSON, EVENTS),
    required: tuple[str, ...] = (),
    body: str = JSON,
    setting: bool | Streaming | None = None,
) -> Operation:
    """The operation of a document whose body has these properties."""
    schema = {"type": "object", "properties": properties, "required": required}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Answers", "version": "1"},
        "paths": {
            "/answers": {
                "post": {
                    "operationId": "createAnswer",
                    "requestBody": {"required": True, "content": {body: {"schema": schema}}},
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {name: {"schema": ITEM} for name in media},
                        }
                    },
                }
            }
        },
        "components": {"schemas": {"Flag": FLAG}},
    }
    path = folder / "openapi.json"
    path.write_text(json.dumps(document))
    target: Target = ad_hoc_target(path, "answers", None, folder)
    if setting is not None:
        target = target.model_copy(update={"streams": {KEY: setting}})
    (found,) = analyze(read(path), target, NameLock()).operations()
    return found


OR_NULL = {"anyOf": [FLAG, {"type": "null"}]}


@pytest.mark.parametrize(
    ("properties", "argument", "is_default", "values"),
    [
        ({"stream": FLAG}, "stream", False, {True, False}),
        ({"stream": {**FLAG, "default": False}}, "stream", False, {True, False}),
        ({"stream": {**FLAG, "default": True}}, "stream", True, {True, False}),
        ({"stream": OR_NULL}, "stream", False, {True, False, None}),
        ({"stream": {**OR_NULL, "default": True}}, "stream", True, {True, False, None}),
        ({"stream": {"type": ["boolean", "null"]}}, "stream", False, {True, False, None}),
        ({"stream": {"$ref": "#/components/schemas/Flag"}}, "stream", False, {True, False}),
        ({"stream": {"allOf": [FLAG]}}, "stream", False, {True, False}),
        ({"stream": {"enum": [True]}}, "stream", False, {True}),
        ({"stream": {"const": True}}, "stream", False, {True}),
        ({"stream": FLAG, "is_streaming": FLAG}, "stream", False, {True, False}),
        ({"isStreaming": FLAG, "verbose": FLAG}, "is_streaming", False, {True, False}),
        ({"live": {**FLAG, "description": "Stream it."}}, "live", False, {True, False}),
    ],
)
def test_a_boolean_of_the_body_chooses(
    tmp_path: Path,
    properties: dict[str, Any],
    argument: str,
    is_default: bool,
    values: set[bool | None],
) -> None:
    found = operation(tmp_path, properties).switch
    assert found is not None
    assert (found.argument, found.is_default, found.values) == (argument, is_default, values)


@pytest.mark.parametrize("body", [JSON, "multipart/form-data", "application/x-www-form-urlencoded"])
@pytest.mark.parametrize("media", [(JSON, EVENTS), (EVENTS, JSON), (JSON, "application/x-ndjson")])
def test_in_any_body_and_for_any_stream(tmp_path: Path, body: str, media: tuple[str, ...]) -> None:
    found = operation(tmp_path, {"stream": FLAG}, media=media, body=body)
    assert found.switch is not None
    assert (found.response.whole.accept, found.response.streamed.accept) == (
        JSON,
        next(name for name in media if name != JSON),
    )


@pytest.mark.parametrize(
    ("properties", "media"),
    [
        ({"stream": FLAG}, (JSON,)),
        ({"stream": FLAG}, (EVENTS,)),
        ({"stream": FLAG}, (JSON, "text/csv")),
        ({"stream": {"type": "string"}}, (JSON, EVENTS)),
        ({"stream": {"enum": ["true", "false"]}}, (JSON, EVENTS)),
        ({"stream": {"anyOf": [FLAG, {"type": "object"}]}}, (JSON, EVENTS)),
        ({"verbose": FLAG}, (JSON, EVENTS)),
        # Either may be the one.
        ({"stream_text": FLAG, "stream_audio": FLAG}, (JSON, EVENTS)),
        ({"live": {**FLAG, "description": "Stream it."}, "verbose": FLAG}, (JSON, EVENTS)),
    ],
)
def test_nothing_else_does(
    tmp_path: Path, properties: dict[str, Any], media: tuple[str, ...]
) -> None:
    assert operation(tmp_path, properties, media=media).switch is None


@pytest.mark.parametrize(
    ("schema", "kind"), [({"const": True}, "events"), ({"enum": [False]}, "json")]
)
def test_an_argument_that_leaves_no_choice(
    tmp_path: Path, schema: dict[str, Any], kind: str
) -> None:
    found = operation(tmp_path, {"stream": schema}, required=("stream",))
    kinds = [answer.kind for answer in found.response.answers] or ["json"]
    assert (found.switch, kinds) == (None, [kind])


def test_the_configuration_says_otherwise(tmp_path: Path) -> None:
    assert operation(tmp_path, {"stream": FLAG}, setting=False).switch is None
    assert operation(tmp_path, {"stream": FLAG}, setting=True).switch is not None
    live = operation(tmp_path, {"stream": FLAG, "live": FLAG}, setting=Streaming(argument="live"))
    assert live.switch is not None
    assert (live.switch.argument, live.switch.is_default) == ("live", False)
    default = operation(tmp_path, {"stream": FLAG}, setting=Streaming(default=True)).switch
    assert default is not None
    assert (default.argument, default.is_default) == ("stream", True)


@pytest.mark.parametrize(
    ("properties", "media", "setting", "said"),
    [
        ({"stream": FLAG}, (JSON,), True, "its responses are not JSON as well as events or rows"),
        ({"live": FLAG}, (JSON, EVENTS), True, "no rule finds the argument; name it in a table"),
        (
            {"live": FLAG},
            (JSON, EVENTS),
            Streaming(argument="stream"),
            "'stream' is no boolean among its arguments ('live')",
        ),
    ],
)
def test_a_setting_that_does_not_fit_is_reported(
    tmp_path: Path,
    properties: dict[str, Any],
    media: tuple[str, ...],
    setting: bool | Streaming,
    said: str,
) -> None:
    with pytest.raises(ClientsmithError) as raised:
        operation(tmp_path, properties, media=media, setting=setting)
    (reported,) = raised.value.diagnostics
    assert (reported.code, reported.message) == ("config-stream", f"streams of {KEY!r}: {said}")
