"""The calls of `client.agents`."""

from __future__ import annotations

from .. import _runtime as core, resources


class Agents(core.Resource):
    """`client.agents` of a `Completions`."""

    completions = core.child(lambda: resources.AgentsCompletions)


class AsyncAgents(core.Resource):
    """`client.agents` of an `AsyncCompletions`."""

    completions = core.child(lambda: resources.AsyncAgentsCompletions)
