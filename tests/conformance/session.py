"""Calls operations of a generated client against a running Prism; a process of its own.

`python -m tests.conformance.session JOB` reads the job from a file of JSON and writes a line of
JSON for each try, so that what was tried counts when the time is over.
"""

from __future__ import annotations

import asyncio
import importlib
import inspect
import json
import signal
import sys
import warnings
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, TextIO

from . import answers
from .document import (
    Described,
    Document,
    discriminates,
    members,
    names_field,
    reached,
)
from .judge import Finding, Judge
from .recorder import AsyncTransport, Exchange, Made, Recorder, SyncTransport
from .values import Formats, Maker, NoValue, fields_of

_ITEMS = 5
"""Items of a stream that are read."""
_JSON = "application/json"
_JUDGE_SECONDS = 20
_NOT_MADE = ("SCHEMA_TOO_COMPLEX", "UNKNOWN", "NO_COMPLEX_OBJECT_TEXT")
"""Prism's errors that say that it has no answer, once the request has passed."""


class Session:
    """The clients of a package, sync and async, with credentials for whatever asks for them."""

    def __init__(self, package: str, url: str, document: Path) -> None:
        self.module: Any = importlib.import_module(package)
        self.document = Document(document)
        self.judge = Judge(self.document)
        self.formats = Formats(package)
        self.recorder = Recorder(url)
        self.drifts: list[Any] = []
        client: Any = importlib.import_module(f"{package}.client")
        core: Any = importlib.import_module(f"{package}._runtime")
        kinds = [each for each in vars(client).values() if isinstance(each, type)]
        self.client = self._made(
            next(each for each in kinds if issubclass(each, core.SyncClient)),
            SyncTransport(self.recorder),
        )
        self.async_client = self._made(
            next(each for each in kinds if issubclass(each, core.AsyncClient)),
            AsyncTransport(self.recorder),
        )
        self.validation: Any = self.module.RequestValidationError
        self.operation: Any = core.Operation

    def _made(self, kind: type[Any], transport: Any) -> Any:
        given: dict[str, Any] = {}
        parameters = inspect.signature(kind).parameters
        for name, parameter in parameters.items():
            # A token is given rather than asked for.
            of_token = name.removesuffix("_client_id").removesuffix("_client_secret")
            if "TokenTypes" in str(parameter.annotation) and (
                of_token == name or of_token not in parameters
            ):
                given[name] = "KEY"
        return kind(
            **given,
            base_url=self.recorder.url,
            timeout=60.0,
            max_retries=0,
            on_drift=self.drifts.append,
            transport=transport,
        )

    async def attempt(self, row: Mapping[str, Any], number: int, is_full: bool) -> dict[str, Any]:
        """Call an operation once, and give what came of it."""
        is_async = (number + is_full) % 2 == 1
        name, call = row["operation"], row["call"]
        result: dict[str, Any] = {
            "operation": name,
            "call": call,
            "arguments": "all" if is_full else "required",
            "mode": "async" if is_async else "sync",
        }
        try:
            described = self.document.operation(name)
        except (KeyError, ValueError, OSError, RecursionError) as problem:
            return {**result, "unread": f"{problem!r:.200}"}
        method: Any = self.async_client if is_async else self.client
        for step in call.split("."):
            method = getattr(method, step)
        maker = Maker(self.formats, Random(f"{name} {is_full}"), is_full)
        try:
            args, kwargs = self._arguments(method, maker)
        except NoValue as problem:
            return {**result, "no_value": str(problem)}
        result["values"] = f"{args!r} {kwargs!r}"[:1500]
        result["needs"] = {
            "path": described.path,
            "arrays": described.arrays,
            "impossible": described.impossible,
            "statuses": list(described.node.get("responses") or ()),
            "parameters": [f"{each.place} {each.name}" for each in described.parameters],
        }
        await self._call(described, method, args, kwargs, result)
        if any(
            each["answer_findings"] and not each["is_generated"] for each in result["exchanges"]
        ):
            # An example against its own schema: another answer is made from the schema.
            result["example_findings"] = result["exchanges"][0]["answer_findings"]
            await self._call(described, method, args, kwargs, result, is_dynamic=True)
        if made := self._made_in_place(described, result):
            await self._call(described, method, args, kwargs, result, made=made)
        elif result["drifts"] and await self._reads_another(
            described, method, args, kwargs, result
        ):
            result["reads_made"] = True
        if any(not exchange["status"] for exchange in result["exchanges"]):
            self.recorder.wait_for_prism()
        return result

    async def _reads_another(
        self,
        described: Described,
        method: Any,
        args: list[Any],
        kwargs: dict[str, Any],
        result: Mapping[str, Any],
    ) -> bool:
        """Return whether the client reads an answer made from the schema, but not Prism's."""
        exchange = result["exchanges"][0]
        kind = _first_json(described)
        if exchange["findings"] or "json" not in kind:
            return False
        made = self._made_of_schema(described, kind)
        if made is None:
            return False
        other = dict(result)
        await self._call(described, method, args, kwargs, other, made=made)
        return not other["drifts"] and "raised" not in other

    async def _call(
        self,
        described: Described,
        method: Any,
        args: list[Any],
        kwargs: dict[str, Any],
        result: dict[str, Any],
        is_dynamic: bool = False,
        made: Made | None = None,
    ) -> None:
        self.recorder.begin(described, is_dynamic, made)
        self.drifts.clear()
        for key in ("raised", "message"):
            result.pop(key, None)
        try:
            await _read(method(*args, **kwargs))
        except self.validation as error:
            result["refused_by_client"] = str(error)[:1000]
        except Exception as error:
            result["raised"] = type(error).__name__
            result["message"] = str(error)[:500]
        reported = [self._judged_drift(described, drift) for drift in self.drifts]
        result["drifts"] = [each for each in reported if each["kind"] != "extra"][:5]
        result["exchanges"] = [
            self._judged(described, exchange) for exchange in self.recorder.exchanges[:2]
        ]

    def _made_in_place(self, described: Described, result: Mapping[str, Any]) -> Made | None:
        """An answer by the schema, where Prism has none that fits it, for a request that does."""
        exchange = next(iter(result["exchanges"]), None)
        if not exchange or not exchange["status"] or exchange["findings"]:
            return None
        places = {violation["location"][0] for violation in exchange["violations"]}
        drifts = {drift["kind"] for drift in result["drifts"]}
        is_unfit = places == {"response"} or exchange["answer_findings"] or exchange["example"]
        is_none = exchange["problem"] in _NOT_MADE
        if not (is_unfit or is_none or drifts == {"discriminator"}) or "request" in places:
            return None
        served, kind = exchange["served"], exchange["answer_type"]
        if served or "problem" in kind or "json" not in kind:
            kind = _first_json(described)
            kinds = described.answer_types([])
            if not served and kinds and not any("json" in each for each in kinds):
                served = kinds[0]
        return self._made_of_schema(described, kind, served)

    def _made_of_schema(self, described: Described, kind: str, served: str = "") -> Made | None:
        """Return an answer made from the schema of a media type; None where none is found."""
        with suppress(LookupError, TypeError, AttributeError, RecursionError, OSError):
            if found := answers.answer(described, self.judge, served or kind):
                return Made(*found, kind, served)
        return None

    def _arguments(self, method: Any, maker: Maker) -> tuple[list[Any], dict[str, Any]]:
        function = inspect.unwrap(method)
        names = vars(sys.modules[function.__module__])
        operation = next(
            each
            for key in function.__code__.co_names
            if isinstance(each := names.get(key), self.operation)
        )
        usual = getattr(operation, "usual", None) or operation
        params = None if usual.params is None else usual.params()
        hints = {} if params is None else fields_of(params)
        module = None if params is None else sys.modules[params.__module__]
        segments = {name for name, _ in usual.segments}
        args: list[Any] = []
        kwargs: dict[str, Any] = {}
        for parameter in inspect.signature(function).parameters.values():
            if parameter.name == "self" or parameter.kind is parameter.VAR_KEYWORD:
                continue
            is_needed = parameter.default is parameter.empty
            if not (is_needed or maker.is_full):
                continue
            hint = hints.get(parameter.name, parameter.annotation)
            at = module if parameter.name in hints else sys.modules[function.__module__]
            try:
                value = maker.value(hint, at, 1)
                if parameter.name in segments and value in ({}, [], ()):
                    # Nothing at all is no segment of a path.
                    value = Maker(self.formats, maker.draw, is_full=True).value(hint, at, 1)
            except NoValue as problem:
                if is_needed:
                    raise NoValue(f"{parameter.name}: {problem}") from None
                continue
            if parameter.kind is parameter.KEYWORD_ONLY:
                kwargs[parameter.name] = value
            else:
                args.append(value)
        return args, kwargs

    def _judged(self, operation: Described, exchange: Exchange) -> dict[str, Any]:
        sent = exchange.sent
        return {
            "request": f"{sent.method} {sent.path}{f'?{sent.query}' if sent.query else ''}"[:1500],
            "content_type": sent.header("content-type") or "",
            "accept": sent.header("accept") or "",
            "content": sent.content[:3000].decode(errors="replace"),
            "status": exchange.status,
            "answer_type": exchange.kind,
            "answer": exchange.content[:1500].decode(errors="replace"),
            "problem": exchange.problem,
            "is_generated": exchange.is_generated,
            "example": exchange.example,
            "tagged": self._tagged(operation, exchange),
            "served": exchange.served,
            "violations": exchange.violations[:20],
            "findings": _reported(self._guarded(self.judge.request, operation, sent)),
            "answer_findings": _reported(
                self._guarded(
                    self.judge.answer,
                    operation,
                    exchange.status,
                    exchange.kind,
                    exchange.content,
                )
            ),
        }

    def _tagged(self, operation: Described, exchange: Exchange) -> list[str]:
        """The places of a body that Prism complains of and that a discriminator tells apart."""
        found: list[str] = []
        with suppress(LookupError, TypeError, AttributeError, RecursionError, OSError):
            body = operation.body(exchange.sent.header("content-type") or "")
            schema = body[1].part("schema") if body else operation.swagger_body
            for violation in exchange.violations if schema else ():
                place = [str(step) for step in violation["location"][1:]]
                if place[:1] == ["body"] and any(
                    "discriminator" in member
                    for node in reached(schema, place[1:])
                    for member in members(node)
                ):
                    found.append(".".join(place))
        return found

    def _judged_drift(self, operation: Described, drift: Any) -> dict[str, str]:
        """A drift, and of what kind the document itself shows it to be.

        An `extra` field is one that the document has no name for, which drift is there to tell.
        """
        kind = drift.problem
        exchange = self.recorder.exchanges[-1] if self.recorder.exchanges else None
        steps = [
            step.replace("~1", "/").replace("~0", "~") for step in drift.pointer.split("/")[1:]
        ]
        with suppress(LookupError, TypeError, AttributeError, RecursionError, OSError):
            schema = exchange and operation.answer(exchange.status, exchange.kind)
            if schema and steps:
                if kind == "unknown-field" and not names_field(schema, steps):
                    kind = "extra"
                elif kind == "unknown-value" and discriminates(schema, steps):
                    kind = "discriminator"
        return {"kind": kind, "said": f"{drift}"[:300]}

    def _guarded(self, judge: Any, *given: Any) -> list[Finding]:
        """Findings; where the judge itself fails or takes too long, one that says so."""
        signal.signal(signal.SIGALRM, _give_up)
        signal.alarm(_JUDGE_SECONDS)
        try:
            return list(judge(*given))
        except TimeoutError:
            return [Finding("", "judge-slow", f"jsonschema takes more than {_JUDGE_SECONDS} s")]
        except (LookupError, TypeError, ValueError, AttributeError, RecursionError, OSError) as why:
            return [Finding("", "judge-failed", f"{why!r:.200}")]
        finally:
            signal.alarm(0)


def _first_json(described: Described) -> str:
    """The first media type of JSON that answers are in; `application/json` where none is."""
    kinds = described.answer_types([])
    return next((kind for kind in kinds if "json" in kind and "stream" not in kind), _JSON)


def _give_up(*_: object) -> None:
    raise TimeoutError


async def _read(result: Any) -> None:
    """Wait for a result, and read a few items of a stream."""
    if inspect.isawaitable(result):
        result = await result
    if not type(result).__module__.partition("._runtime")[2].startswith((".streams", ".events")):
        return
    if hasattr(result, "__anext__"):
        for _ in range(_ITEMS):
            with suppress(StopAsyncIteration):
                await result.__anext__()
                continue
            break
        await result.aclose()
    elif hasattr(result, "__next__"):
        for _, _item in zip(range(_ITEMS), result, strict=False):
            pass
        result.close()


def _reported(findings: list[Finding]) -> list[list[str]]:
    return [[each.place, each.keyword, each.message] for each in findings[:20]]


async def _run(job: Mapping[str, Any], output: TextIO) -> None:
    session = Session(job["package"], job["url"], Path(job["document"]))
    for number, row in enumerate(job["operations"]):
        for is_full in (False, True):
            try:
                result = await session.attempt(row, number, is_full)
            except Exception as problem:
                result = {
                    "operation": row["operation"],
                    "call": row["call"],
                    "arguments": "all" if is_full else "required",
                    "tool": f"{problem!r:.300}",
                }
            output.write(json.dumps(result) + "\n")
            output.flush()


def main(path: str) -> None:
    warnings.simplefilter("ignore")
    job = json.loads(Path(path).read_text())
    sys.path.insert(0, job["folder"])
    with open(job["output"], "w") as output:
        asyncio.run(_run(job, output))


if __name__ == "__main__":
    main(sys.argv[1])
