"""The list of emitters, whose files are part of every client."""

from __future__ import annotations

from . import client, coverage, guides, models, package, params, resources, runtime
from .artifacts import Emitter

EMITTERS = (
    Emitter("package", package.files),
    Emitter("client", client.files),
    Emitter("resources", resources.files),
    Emitter("models", models.files),
    Emitter("params", params.files),
    Emitter("guides", guides.files),
    Emitter("coverage", coverage.files),
    Emitter("runtime", runtime.files),
)
