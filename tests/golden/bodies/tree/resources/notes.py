"""The calls of `client.notes`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, params
from .._runtime import Omit, RequestOptions, answers as _answers, bodies, omit

_CREATE = core.Operation(
    "POST /notes",
    params=lambda: params.CreateNoteParams,
    body=bodies.RawBody("body", "text/plain"),
    answer=_answers.Text(),
    accept="text/plain",
)
_UPDATE = core.Operation(
    "PUT /notes/{id}", params=lambda: params.ReplaceNoteParams, body=core.JsonBody()
)
_DELETE = core.Operation("DELETE /notes/{id}")


class Notes(core.Resource):
    """`client.notes` of a `Bodies`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, *, body: bytes | str | Omit = omit, **options: Unpack[RequestOptions]) -> str:
        """Call `POST /notes`."""
        return self._request(_CREATE, options, body=body)

    def update(self, id: str, *, text: str, **options: Unpack[RequestOptions]) -> None:
        """Call `PUT /notes/{id}`."""
        done: None = self._request(_UPDATE, options, id=id, text=text)
        return done

    def delete(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Forgets a note.

        - It is gone, see [notes](https://bodies.example/notes).
        """
        done: None = self._request(_DELETE, options, id=id)
        return done


class _Methods(core.Methods[core.Kind]):
    create = core.method(Notes.create)
    update = core.method(Notes.update)
    delete = core.method(Notes.delete)


class AsyncNotes(_Methods[core.Async]):
    """`client.notes` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
