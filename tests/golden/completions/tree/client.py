"""The clients: `Completions` and `AsyncCompletions`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from . import _runtime as core, resources

_SERVICE = core.Service(
    name="Completions",
    environment="COMPLETIONS",
    base_url="https://completions.example/v1",
    version="1",
    package=__package__ or "completions",
    deep_object_arrays="repeat",
)


class BaseCompletions(core.BaseClient[core.TransportT, core.HttpClientT]):
    """The arguments of both clients."""

    def __init__(
        self,
        *,
        base_url: core.UrlTypes | None = None,
        timeout: core.TimeoutTypes | core.Omit = core.omit,
        max_retries: int = 2,
        deadline: float | None = None,
        retry_policy: core.RetryPolicy | None = None,
        default_headers: Mapping[str, str | core.Omit] | None = None,
        default_query: Mapping[str, object] | None = None,
        validate_requests: bool = True,
        strict_responses: bool = False,
        on_drift: Callable[[core.Drift], None] | None = None,
        max_response_bytes: int | None = 268_435_456,
        transport: core.TransportT | None = None,
        http_client: core.HttpClientT | None = None,
        max_connections: int | None = None,
    ) -> None:
        super().__init__(
            _SERVICE,
            base_url=base_url,
            timeout=timeout,
            max_retries=max_retries,
            deadline=deadline,
            retry_policy=retry_policy,
            default_headers=default_headers,
            default_query=default_query,
            validate_requests=validate_requests,
            strict_responses=strict_responses,
            on_drift=on_drift,
            max_response_bytes=max_response_bytes,
            transport=transport,
            http_client=http_client,
            max_connections=max_connections,
        )


class Completions(BaseCompletions["core.TransportTypes", "core.HttpClient"], core.SyncClient):
    """The synchronous client of the Completions."""

    agents = core.child(lambda: resources.Agents)
    chat = core.child(lambda: resources.ChatResource)
    generate = core.child(lambda: resources.Generate)
    jobs = core.child(lambda: resources.Jobs)
    live = core.child(lambda: resources.Live)
    messages = core.child(lambda: resources.Messages)
    reports = core.child(lambda: resources.Reports)
    set = core.child(lambda: resources.Set)
    speech = core.child(lambda: resources.Speech)
    transcriptions = core.child(lambda: resources.Transcriptions)


class AsyncCompletions(
    BaseCompletions["core.AsyncTransportTypes", "core.AsyncHttpClient"], core.AsyncClient
):
    """The asynchronous client of the Completions."""

    agents = core.child(lambda: resources.AsyncAgents)
    chat = core.child(lambda: resources.AsyncChatResource)
    generate = core.child(lambda: resources.AsyncGenerate)
    jobs = core.child(lambda: resources.AsyncJobs)
    live = core.child(lambda: resources.AsyncLive)
    messages = core.child(lambda: resources.AsyncMessages)
    reports = core.child(lambda: resources.AsyncReports)
    set = core.child(lambda: resources.AsyncSet)
    speech = core.child(lambda: resources.AsyncSpeech)
    transcriptions = core.child(lambda: resources.AsyncTranscriptions)
