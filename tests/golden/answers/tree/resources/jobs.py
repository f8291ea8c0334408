"""The calls of `client.jobs`."""

from __future__ import annotations

from typing import Unpack

from .. import _runtime as core, models, resources
from .._runtime import RequestOptions, answers as _answers, streams as _streams

_CREATE = core.Operation(
    "POST /jobs",
    answer=_answers.OneOf(
        _answers.Json(lambda: models.Job, "200"),
        _answers.Json(lambda: models.Ticket, "202"),
        _answers.Nothing("204"),
    ),
    errors={
        "409": lambda: models.Problem,
        "4XX": lambda: models.Fault,
        "default": lambda: models.CreateJobError,
    },
)
_RETRIEVE = core.Operation(
    "GET /jobs/{id}",
    response=lambda: models.Job,
    accept="application/hal+json",
    errors={"default": lambda: models.Problem},
)
_CHECK_JOB = core.Operation("HEAD /jobs/{id}")
_COUNT = core.Operation(
    "GET /jobs/{id}/count",
    answer=_answers.Json(lambda: int, media="text/plain"),
    accept="text/plain",
)
_EXPORT = core.Operation(
    "GET /jobs/export", answer=_streams.Lines(lambda: models.Job), accept="application/jsonl"
)


class Jobs(core.Resource):
    """`client.jobs` of an `Answers`."""

    archive = core.child(lambda: resources.JobsArchive)
    clock = core.child(lambda: resources.JobsClock)
    log = core.child(lambda: resources.JobsLog)
    report = core.child(lambda: resources.JobsReport)
    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def create(self, **options: Unpack[RequestOptions]) -> models.Job | models.Ticket | None:
        """Call `POST /jobs`.

        Returns:
            200: `models.Job`.
            202: `models.Ticket`.
            204: `None`.

        Headers:
            X-Cost: What it cost.

        Raises:
            ConflictError: 409, with `models.Problem` as `error`.
            APIStatusError: 4XX, with `models.Fault` as `error`.
            APIStatusError: default, with `models.CreateJobError` as `error`.
        """
        return self._request(_CREATE, options)

    def retrieve(self, id: str, **options: Unpack[RequestOptions]) -> models.Job:
        """Call `GET /jobs/{id}`."""
        return self._request(_RETRIEVE, options, id=id)

    def check_job(self, id: str, **options: Unpack[RequestOptions]) -> None:
        """Call `HEAD /jobs/{id}`."""
        done: None = self._request(_CHECK_JOB, options, id=id)
        return done

    def count(self, id: str, **options: Unpack[RequestOptions]) -> int:
        """Call `GET /jobs/{id}/count`."""
        return self._request(_COUNT, options, id=id)

    def export(self, **options: Unpack[RequestOptions]) -> _streams.Stream[models.Job]:
        """Call `GET /jobs/export`."""
        return self._request(_EXPORT, options)


class _Methods(core.Methods[core.Kind]):
    create = core.method(Jobs.create)
    retrieve = core.method(Jobs.retrieve)
    check_job = core.method(Jobs.check_job)
    count = core.method(Jobs.count)
    export = _streams.method(Jobs.export)


class AsyncJobs(_Methods[core.Async]):
    """`client.jobs` of an `AsyncAnswers`."""

    archive = core.child(lambda: resources.AsyncJobsArchive)
    clock = core.child(lambda: resources.AsyncJobsClock)
    log = core.child(lambda: resources.AsyncJobsLog)
    report = core.child(lambda: resources.AsyncJobsReport)
    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
