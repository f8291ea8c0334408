"""What the server of the pages answers: one table, in which each page has paths of its own."""

from __future__ import annotations

import re

from ..wire.document import example, success
from ..wire.server import Answer, Exchange, json_answer

PETS = [{"id": number, "name": name} for number, name in enumerate(("Tom", "Rex", "Kit"), 7)]


EVENTS = (
    b'event: purr\nid: 1\ndata: {"loud": true}\n\nevent: purr\nid: 2\ndata: {"loud": false}\n\n'
)
FIXED: dict[str, Answer] = {
    "/report": Answer(
        200,
        b"%PDF",
        {
            "Content-Type": "application/pdf",
            "Content-Disposition": 'attachment; filename="pets.pdf"',
        },
    ),
    "/steps": Answer(200, b'{"at": 1}\n{"at": 2}\n', {"Content-Type": "application/x-ndjson"}),
    "/token": json_answer({"access_token": "T", "token_type": "Bearer", "expires_in": 3600}),
    "/pictures": Answer(204),
    "/backups/monday": Answer(204),
    "/backups/tom": Answer(204),
    "/purrs": Answer(200, EVENTS, {"Content-Type": "text/event-stream"}),
}


def answer(exchange: Exchange) -> None:
    """Answer a request as its path asks for."""
    path, _, query = exchange.path.partition("?")
    if path.startswith("/v2"):
        exchange.answer(_telnyx(exchange, path.removeprefix("/v2")))
    elif found := re.fullmatch(r"/pets/(\d+)", path):
        exchange.answer(json_answer(PETS[int(found[1]) - 7]))
    elif path == "/pets":
        exchange.answer(json_answer(PETS if exchange.command == "GET" else {**PETS[0], "id": 10}))
    elif path == "/visits":
        is_last = exchange.command == "POST" or "after=1" in query
        day = "Tue" if is_last else "Mon"
        value = {"found": [{"day": day}], "more": {} if is_last else {"after": "1"}}
        exchange.answer(Answer(204) if exchange.command == "POST" else json_answer(value))
    elif "last-event-id" in exchange.headers:
        # Nothing follows, which this status says to a stream of events.
        exchange.answer(Answer(204))
    else:
        exchange.answer(FIXED.get(path) or json_answer({"error": "there is no such path"}, 404))


def _telnyx(exchange: Exchange, path: str) -> Answer:
    """Answer with the document's example; there are no connections but the one that fails once."""
    method = exchange.command
    if method == "GET" and (found := re.fullmatch(r"/external_connections/(\d+)", path)):
        key = "GET /external_connections/{id}"
        if not found[1].startswith("503"):
            return json_answer(example(key, "404"), 404, x_request_id="req-1")
        if _is_first(exchange):
            return json_answer({}, 503, retry_after_ms="1")
        return json_answer(*reversed(success(key)))
    status, value = success(f"{method} {path}")
    return json_answer(value, status)


def _is_first(exchange: Exchange) -> bool:
    return [sent.target for sent in exchange.server.sent].count(exchange.path) == 1
