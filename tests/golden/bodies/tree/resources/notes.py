"""The calls of `client.notes`."""

from __future__ import annotations

from .. import _runtime as core, params
from .._runtime import answers as _answers, bodies, omit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime import Omit, RequestOptions

_CREATE = core.Operation(
    "POST /notes",
    params=lambda: params.CreateNoteParams,
    body=bodies.RawBody("body", "text/plain"),
    answer=_answers.Text(),
    accept="text/plain",
)


class Notes(core.Resource):
    """`client.notes` of a `Bodies`."""

    with_raw_response = core.view(lambda: NotesWithRawResponse)
    with_streaming_response = core.view(lambda: NotesWithStreamingResponse)

    def create(self, *, body: bytes | str | Omit = omit, **options: Unpack[RequestOptions]) -> str:
        """Call `POST /notes`."""
        return self._request(_CREATE, {"body": body}, options)


class AsyncNotes(core.AsyncResource):
    """`client.notes` of an `AsyncBodies`."""

    with_raw_response = core.view(lambda: AsyncNotesWithRawResponse)
    with_streaming_response = core.view(lambda: AsyncNotesWithStreamingResponse)

    create = core.asynchronous(Notes.create)


class NotesWithRawResponse(core.View):
    create = core.raw(Notes.create)


class NotesWithStreamingResponse(core.View):
    create = core.streaming(Notes.create)


class AsyncNotesWithRawResponse(core.AsyncView):
    create = core.async_raw(AsyncNotes.create)


class AsyncNotesWithStreamingResponse(core.AsyncView):
    create = core.async_streaming(AsyncNotes.create)
