"""Validate a document: its structure by the JSON Schema of OpenAPI, then the rules of clients.

In: a `Document`. Out: its faults, each with a diagnostic; `checked` returns a document without the
faulty parts.

An error is a fault that prevents a client. Faults that do not, such as a missing description or a
default that its own enum does not allow, are warnings. After a check without errors every keyword
has the type that OpenAPI gives it, except that descriptions and summaries may be null.

| file | what it checks |
|---|---|
| `checks` | all of the following, in order |
| `structure`, `refused`, `relevance`, `openapi_schema` | the JSON Schema of OpenAPI |
| `version` | the version of OpenAPI |
| `rules`, `walk` | order of the rules, and what they share |
| `references` | `$ref`s that lead nowhere or in a circle |
| `operations`, `content` | paths and operations; parameters, bodies, responses and headers |
| `schemas`, `keywords`, `required` | Schema Objects |
| `promises`, `samples` | examples, defaults and enums, for `clientsmith validate` alone |
| `salvage` | strict and lenient runs: what is an error, and what is left out instead |
| `fault`, `display` | a fault; values of a document in messages |
"""

from __future__ import annotations

from .checks import check, faults
from .fault import Fault
from .salvage import checked

__all__ = ["Fault", "check", "checked", "faults"]
