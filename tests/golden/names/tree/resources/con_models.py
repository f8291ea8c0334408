"""The calls of `client.con.models_`."""

from __future__ import annotations

from .. import _runtime as core, resources


class ConModels(core.Resource):
    """`client.con.models_` of a `N2ndNamesSuch`."""

    date_ = core.child(lambda: resources.ConModelsDate)


class AsyncConModels(core.Resource):
    """`client.con.models_` of an `AsyncN2ndNamesSuch`."""

    date_ = core.child(lambda: resources.AsyncConModelsDate)
