"""What calls return and how the runtime reads it: annotations, and the options of constants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ...ir import STREAMS, Answer, Api, Operation, Response, Switch, TypeRef
from ..annotations import Annotation, Import, for_response, for_result
from ..values import Code, Literal, Name, paragraphs

# The optional modules of the runtime; a resource may well be called as one of them is.
_IMPORTS = {
    name: (".._runtime", f"{name} as _{name}")
    for name in ("answers", "downloads", "events", "ranges", "streams", "switches")
}
_READERS = {
    "none": "_answers.Nothing",
    "json": "_answers.Json",
    "text": "_answers.Text",
    "file": "_downloads.File",
    "lines": "_streams.Lines",
    "events": "_events.Events",
}
_TYPED = frozenset({"json", "lines", "events"})
_RESULTS = {"lines": "_streams.Stream", "events": "_events.EventStream"}
_AWAITED = {"lines": "_streams.AsyncStream", "events": "_events.AsyncEventStream"}


_USUAL = {
    "json": "application/json",
    "events": "text/event-stream",
    "lines": "application/jsonl",
    "text": "*/*",
    "file": "*/*",
}
"""The media types that readers have by default."""


_ERRORS = {
    "400": "BadRequestError",
    "401": "AuthenticationError",
    "403": "PermissionDeniedError",
    "404": "NotFoundError",
    "409": "ConflictError",
    "422": "UnprocessableEntityError",
    "429": "RateLimitError",
    "500": "InternalServerError",
}


def returned(response: Response, streams: Mapping[str, str] = _RESULTS) -> Annotation:
    """Return the annotation of what a call returns.

    `streams` has the class of a stream by the kind of its answer.
    """
    if not response.answers:
        return _null() if response.type is None else for_result(response.type)
    parts = [result_of(answer, streams) for answer in response.answers]
    # Null stands last in a union, as in hand-written code.
    texts = dict.fromkeys(part.code.source.removesuffix(" | None") for part in parts)
    is_optional = any(part.code.source.endswith("None") for part in parts)
    texts.pop("None", None)
    code = Code(" | ".join([*texts, "None"] if is_optional else texts))
    return Annotation(code, frozenset(pair for part in parts for pair in part.imports))


def result_of(answer: Answer, streams: Mapping[str, str] = _RESULTS) -> Annotation:
    """Return the annotation of what a call returns for one answer."""
    match answer.kind:
        case "none":
            return _null()
        case "text":
            return Annotation(Code("str"), frozenset())
        case "file":
            return Annotation(Code("_downloads.Download"), frozenset({_IMPORTS["downloads"]}))
        case "json":
            return for_result(answer.type)
        case "lines" | "events":
            item = for_result(answer.type)
            code = Code(f"{streams[answer.kind]}[{item.code.source}]")
            module = "streams" if answer.kind == "lines" else "events"
            return Annotation(code, item.imports | {_IMPORTS[module]})


def options(operation: Operation) -> Iterator[Code]:
    """Yield the arguments of an operation's constant that say how its answers are read."""
    response, pagination = operation.response, operation.pagination
    if pagination is not None:
        yield Code(f"response=lambda: models.{Name(pagination.page).source}")
    else:
        response = response if operation.switch is None else response.whole
        yield from _read(response)
    if operation.loads_decimals:
        yield Code("loads=number_parsing.loads")
    if response.accept != "application/json":
        yield Code(f"accept={Literal(response.accept).source}")


def _read(response: Response) -> Iterator[Code]:
    if response.answers:
        distinct = _distinct(response)
        readers = [_reader(answer, alone=len(distinct) == 1) for answer in distinct]
        one = readers[0] if len(readers) == 1 else f"_answers.OneOf({', '.join(readers)})"
        yield Code(f"answer={one}")
    elif response.type is not None:
        yield Code(f"response=lambda: {for_response(response.type).code.source}")


def streamed(operation: Operation, switch: Switch) -> tuple[Code, ...]:
    """Return the arguments of the constant for calls that ask for a stream."""
    response = operation.response.streamed
    default = [Code("is_default=True")] if switch.is_default else []
    accept = Code(f"accept={Literal(response.accept).source}")
    return (Code(Literal(switch.wire).source), *_read(response), accept, *default)


def errors(operation: Operation) -> Iterator[Code]:
    """Yield the argument with the types of errors, if they are not the usual ones of the client."""
    if not operation.has_usual_error:
        groups: dict[str, list[str]] = {}
        for status, type_ in operation.errors:
            groups.setdefault(_type(type_), []).append(status or "default")
        entries = (f"{Literal(' '.join(keys)).source}: {type_}" for type_, keys in groups.items())
        yield Code(f"errors={{{', '.join(entries)}}}")


def usual_error(api: Api) -> tuple[Code, ...]:
    """Return the type of most errors, as an argument of the client's constant."""
    return () if api.error is None else (Code(_type(api.error)),)


def imports(operation: Operation) -> set[Import]:
    """Return the imports that the constant of an operation needs for its answers."""
    pairs: set[Import] = set()
    response = operation.response
    if operation.pagination is not None:
        pairs.add(("..", "models"))
    else:
        is_one = operation.switch is None
        for part in (response,) if is_one else (response.whole, response.streamed):
            distinct = _distinct(part) if part.answers else []
            if len(distinct) > 1:
                pairs.add(_IMPORTS["answers"])
            pairs |= {_IMPORTS[_class(answer)[1:].partition(".")[0]] for answer in distinct}
            pairs |= {("typing", "cast"), _IMPORTS["streams"]} if is_cast(part) else set()
        pairs |= set() if is_one else {_IMPORTS["switches"]}
    errors = () if operation.has_usual_error else operation.errors
    for type_ in (*response.types, *(type_ for _, type_ in errors)):
        if operation.pagination is None or type_ != response.type:
            pairs |= for_response(type_).imports
    return pairs


def documented(operation: Operation) -> tuple[tuple[str, list[str]], ...]:
    """Return the sections of a docstring on answers, where the signature does not say it.

    They are the types by status, the headers of the answer, and the types of errors.
    """
    response = operation.response
    statuses = {answer.status for answer in response.answers}
    returns: dict[str, list[str]] = {}
    for answer in response.answers if len(statuses) > 1 else ():
        returns.setdefault(answer.status, []).append(_shown(result_of(answer)))
    raises: dict[tuple[str, str], list[str]] = {}
    for status, type_ in operation.errors if len(operation.errors) > 1 else ():
        raises.setdefault((_error(status), _shown(for_result(type_))), []).append(status)
    return (
        ("Returns", [f"{status}: {' or '.join(types)}." for status, types in returns.items()]),
        ("Headers", [_header(name, text) for name, text in response.headers]),
        (
            "Raises",
            [
                f"{name}: {', '.join(codes)}, with {type_} as `error`."
                for (name, type_), codes in raises.items()
            ],
        ),
    )


def _header(name: str, text: str) -> str:
    return f"{name}: {' '.join(paragraphs(text).split())}" if text else name


def _error(status: str) -> str:
    """Return the class of errors of a status, that of `status_class` in the runtime."""
    return _ERRORS.get(
        "500" if status > "500" and status != "default" else status, "APIStatusError"
    )


def shown(code: Code) -> Code:
    """Return an annotation as a user writes it, who imports those classes from the package."""
    return Code(re.sub(r"\b_(downloads|events|streams)\.", "", code.source))


def _shown(annotation: Annotation) -> str:
    return f"`{shown(annotation.code).source}`"


def with_other_results(response: Response, function: Code) -> Code:
    """Return the expression that makes a raw or streaming method of `function`."""
    kinds = {answer.kind for answer in response.answers}
    module = "_events" if "events" in kinds else "_streams" if "lines" in kinds else "core"
    made = f"{module}.method({function.source})"
    if is_cast(response):
        awaited = Literal(returned(response, _AWAITED).code.source).source
        made = f"_streams.either({function.source}, lambda: cast({awaited}, None))"
    return Code(f"_downloads.responses({made})" if "file" in kinds else made)


def is_cast(response: Response) -> bool:
    """Whether type checkers need a cast for what an asynchronous call returns.

    They do where it is a stream or another of several types.
    """
    results = {result_of(answer).code.source for answer in response.answers}
    return len(results) > 1 and any(answer.kind in STREAMS for answer in response.answers)


def _null() -> Annotation:
    return Annotation(Code("None"), frozenset())


def _distinct(response: Response) -> list[Answer]:
    """Return the answers that are read in different ways: of several texts, or files, one."""
    kinds = {answer.kind for answer in response.answers}
    if kinds in ({"text"}, {"file"}):
        return [Answer("2XX", response.answers[0].kind, "*/*")]
    return list(response.answers)


def _reader(answer: Answer, *, alone: bool) -> str:
    arguments = [_type(answer.type)] if answer.kind in _TYPED else []
    # A reader of JSON has to know that a status without content is its own.
    if not alone or (answer.kind == "json" and answer.status in ("204", "205")):
        arguments.append(Literal(answer.status).source)
    is_usual = answer.media_type in ("", "*/*" if answer.is_range else _USUAL.get(answer.kind))
    if not is_usual and (answer.kind in _TYPED or not alone):
        arguments.append(f"media={Literal(answer.media_type).source}")
    if answer.named:
        named = (f"{Literal(name).source}: {_type(type_)}" for name, type_ in answer.named)
        arguments.append(f"named={{{', '.join(named)}}}")
    return f"{_class(answer)}({', '.join(arguments)})"


def _class(answer: Answer) -> str:
    return "_ranges.Ranged" if answer.is_range else _READERS[answer.kind]


def _type(type_: TypeRef) -> str:
    return f"lambda: {for_response(type_).code.source}"
