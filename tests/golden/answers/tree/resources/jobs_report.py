"""The calls of `client.jobs.report`."""

from __future__ import annotations

import builtins
from typing import Unpack

from .. import _runtime as core, models
from .._runtime import RequestOptions, answers as _answers, downloads as _downloads

_LIST = core.Operation(
    "GET /jobs/{id}/report",
    answer=_answers.OneOf(
        _answers.Json(lambda: list[models.Job], "200"),
        _answers.Text("200", media="text/csv"),
        _downloads.File("200", media="application/pdf"),
    ),
    accept="application/json, text/csv, application/pdf",
)


class JobsReport(core.Resource):
    """`client.jobs.report` of an `Answers`."""

    with_raw_response = core.view(lambda: _Methods[core.Raw])
    with_streaming_response = core.view(lambda: _Methods[core.Streaming])

    def list(
        self, id: str, **options: Unpack[RequestOptions]
    ) -> builtins.list[models.Job] | str | _downloads.Download:
        """Call `GET /jobs/{id}/report`."""
        return self._request(_LIST, options, id=id)


class _Methods(core.Methods[core.Kind]):
    list = _downloads.responses(core.method(JobsReport.list))


class AsyncJobsReport(_Methods[core.Async]):
    """`client.jobs.report` of an `AsyncAnswers`."""

    with_raw_response = core.view(lambda: _Methods[core.AsyncRaw])
    with_streaming_response = core.view(lambda: _Methods[core.AsyncStreaming])
