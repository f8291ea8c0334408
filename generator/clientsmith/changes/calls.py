"""Compare two versions of a call: its arguments, its request and its result."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..ir import Api, Argument, Operation, Response, TypeRef, Union
from .credentials import renamed_credentials
from .differences import Difference, Pair
from .facts import is_same_text
from .flow import Flow
from .matching import unnamed
from .report import ChangeClass
from .shapes import ShapeComparison
from .types import ANOTHER_MODEL
from .wording import type_text

RUN_TIME, TYPES, SENT, ADDS, DOCS = ChangeClass


@dataclass(frozen=True, slots=True)
class Found:
    """A difference, and the text by which a caller knows the part that it is about."""

    subject: str
    difference: Difference


def removed(operation: Operation) -> Found:
    """Return the change that a call was removed."""
    what = "is gone"
    return Found(call_text(operation), Difference(RUN_TIME, what, old_pointer=operation.pointer))


def added(operation: Operation) -> Found:
    """Return the change that a call was added."""
    what = "is a new call"
    return Found(call_text(operation), Difference(ADDS, what, new_pointer=operation.pointer))


def call_text(operation: Operation, argument: str = "") -> str:
    """Return the call as its user writes it: `client.pets.create(name=)`."""
    return f"client.{operation.call}({f'{argument}=' if argument else ''})"


def compare_calls(
    old: Operation, new: Operation, apis: tuple[Api, Api], types: ShapeComparison, met: set[Pair]
) -> Iterator[Found]:
    """Yield what changed in a call; `met` gets the pairs of named shapes that it uses."""
    call = call_text(old)
    for difference in (
        *_itself(old, new),
        *_credentials(old, new, apis),
        *_body(old, new),
        *_response(old.response, new.response, types, met),
        *_pages(old, new),
        *_errors(old, new, types, met),
    ):
        at = difference
        if not difference.old_pointer and not difference.new_pointer:
            at = replace(difference, old_pointer=old.pointer, new_pointer=new.pointer)
        yield Found(call + steps_text(at.path), at)
    yield from _arguments(old, new, types, met)


def steps_text(path: tuple[str, ...]) -> str:
    """Return the steps to a part as they follow its owner: `.items[].name`."""
    return "".join(step if step.startswith("[") else f".{step}" for step in path)


def _itself(old: Operation, new: Operation) -> Iterator[Difference]:
    if old.call != new.call:
        yield Difference(RUN_TIME, "has another name", (), call_text(old), call_text(new))
    if old.http_method != new.http_method:
        yield Difference(
            SENT, "is sent by another method", (), old.http_method.upper(), new.http_method.upper()
        )
    paths = [each.key.partition(" ")[2] for each in (old, new)]
    if unnamed(paths[0]) != unnamed(paths[1]):
        yield Difference(SENT, "is sent to another path", (), *paths)
    if old.server != new.server:
        yield Difference(SENT, "is sent to another server", (), old.server or "", new.server or "")
    if old.deprecated != new.deprecated:
        what = "is deprecated" if new.deprecated else "is no longer deprecated"
        yield Difference(DOCS, what)
    if not (
        is_same_text(old.summary, new.summary) and is_same_text(old.description, new.description)
    ):
        yield Difference(DOCS, "is described otherwise")


def _credentials(old: Operation, new: Operation, apis: tuple[Api, Api]) -> Iterator[Difference]:
    before, after = (_required(each, api) for each, api in zip((old, new), apis, strict=True))
    if before == after:
        return
    # A scheme with another name is another argument; a call takes the same credential.
    names = renamed_credentials(*apis)
    if [{names.get(name, name) for name in each} for each in before] == after:
        return
    texts = [" or ".join(" and ".join(sorted(each)) for each in found) for found in (before, after)]
    # What was enough before has to be enough still.
    if after and not all(any(need <= known for need in after) for known in before or [set[str]()]):
        yield Difference(RUN_TIME, "requires other credentials", (), *texts)
    else:
        yield Difference(SENT, "is sent with other credentials", (), *texts)


def _required(operation: Operation, api: Api) -> list[set[str]]:
    """Return the sets of credentials of which one is enough, without their scopes."""
    required = operation.security
    if required is None:
        required = api.security.default if api.security is not None else ()
    return [{name.partition(" ")[0] for name in alternative} for alternative in required]


def _body(old: Operation, new: Operation) -> Iterator[Difference]:
    before, after = ([body.media_type for body in each.bodies()] for each in (old, new))
    if before and after and before[0] != after[0]:
        yield Difference(SENT, "has another media type", (), before[0], after[0])
    for one, other in zip(old.bodies()[:1], new.bodies()[:1], strict=False):
        needed = getattr(other, "needed", ())
        for name in needed:
            # Where the body was required, every call had this argument.
            if name not in getattr(one, "needed", ()) and not getattr(one, "required", True):
                yield Difference(RUN_TIME, f"needs {name}= wherever it sends a body")
        if getattr(other, "required", True) and not getattr(one, "required", True):
            yield Difference(SENT, "always sends a body")
    for gone in before[1:]:
        if gone not in after and after:
            yield Difference(RUN_TIME, "can no longer send a media type", old=gone)
    for added_ in after[1:]:
        if added_ not in before and before:
            yield Difference(ADDS, "can send a media type", new=added_)


def _response(
    old: Response, new: Response, types: ShapeComparison, met: set[Pair]
) -> Iterator[Difference]:
    kinds = [_kinds(each) for each in (old, new)]
    before, after = _returned(old), _returned(new)
    texts = [", ".join(sorted(each)) or "None" for each in kinds]
    if kinds[0] and not kinds[1]:
        returned = type_text(before, Flow.RESPONSE) if before is not None else texts[0]
        yield Difference(RUN_TIME, "returns nothing", (), returned, "None")
        return
    if not kinds[0] and kinds[1]:
        returned = type_text(after, Flow.RESPONSE) if after is not None else texts[1]
        yield Difference(ADDS, "returns a value", (), "None", returned)
        return
    if not kinds[0] & kinds[1] and kinds[0]:
        yield Difference(RUN_TIME, "returns another kind of value", (), *texts)
        return
    if kinds[0] - kinds[1]:
        yield Difference(RUN_TIME, "no longer returns a kind of value", (), *texts)
    if kinds[1] - kinds[0]:
        yield Difference(TYPES, "can return another kind of value, too", (), *texts)
    if before is not None and after is not None:
        yield from types.compare(before, after, Flow.RESPONSE, met)
    if _names(old.accept) != _names(new.accept):
        yield Difference(SENT, "asks for other media types", (), old.accept, new.accept)


def _kinds(response: Response) -> set[str]:
    if response.type is not None:
        return {"json"}
    return {answer.kind for answer in response.answers} - {"none"}


def _returned(response: Response) -> TypeRef | None:
    """Return the type of what is read as JSON, whatever the status; None where nothing is."""
    found = list(dict.fromkeys(response.types))
    if not found:
        return None
    return found[0] if len(found) == 1 else Union(tuple(found))


def _names(accept: str) -> set[str]:
    return {each.strip() for each in accept.split(",")}


def _pages(old: Operation, new: Operation) -> Iterator[Difference]:
    before, after = old.pagination, new.pagination
    if before is None and after is not None:
        yield Difference(TYPES, "returns a page that walks on to the next one", new=after.rule)
    elif before is not None and after is None:
        yield Difference(RUN_TIME, "no longer walks over pages", old=before.rule)
    elif before is not None and after is not None and before.plan != after.plan:
        yield Difference(SENT, "asks for the next page otherwise", (), before.rule, after.rule)


def _errors(
    old: Operation, new: Operation, types: ShapeComparison, met: set[Pair]
) -> Iterator[Difference]:
    known = {status for status, _ in old.errors}
    for status, before in old.errors:
        found = _later_errors(status, known, new)
        if not found:
            lost = type_text(before, Flow.RESPONSE)
            what = f"{_body_of(status)} is not described any more"
            yield Difference(RUN_TIME, what, (), lost, "None")
        for after, now in found.items():
            for inner in types.compare(before, after, Flow.RESPONSE, met):
                yield of_error(inner, _body_of(now))


def _body_of(status: str) -> str:
    return f"the body of error {status or 'responses'}"


def _later_errors(status: str, old: set[str], new: Operation) -> dict[TypeRef, str]:
    """Return the types that an error can have where it had that of a status, each with its own.

    `default`, `4XX` and an empty status, which is that of all, are also those of `404`, unless the
    old operation has that, too.
    """
    known = dict(new.errors)
    found: dict[TypeRef, str] = {}
    for key in (status, f"{status[:1]}XX", "default", ""):
        if key in known:
            found[known[key]] = status
            break
    if not status.isdecimal():
        start = status.removesuffix("XX") if status not in ("", "default") else ""
        for key, type_ in new.errors:
            if key not in old and key.startswith(start):
                found.setdefault(type_, key)
    return found


def of_error(difference: Difference, subject: str) -> Difference:
    """Return a difference in a type as one in the body of an error, which `subject` names.

    `error.error` is `Any` to a type checker, and programs ask `isinstance(error.error, Problem)`:
    another model breaks them when they run.
    """
    is_other = difference.kind is TYPES and difference.what == ANOTHER_MODEL
    kind = RUN_TIME if is_other else difference.kind
    return replace(difference, kind=kind, what=f"{subject} {difference.what}")


def _arguments(
    old: Operation, new: Operation, types: ShapeComparison, met: set[Pair]
) -> Iterator[Found]:
    left = list(new.arguments)
    for before in old.arguments:
        after = _counterpart(before, left)
        if after is None:
            lost = Difference(
                RUN_TIME,
                "is no argument any more",
                old=type_text(before.type, Flow.REQUEST),
                old_pointer=before.pointer,
                new_pointer=new.pointer,
            )
            yield Found(call_text(old, before.name), lost)
            continue
        left.remove(after)
        for difference in (
            *_sending(before, after),
            *types.slots(before, after, Flow.REQUEST, met),
        ):
            name, *inner = difference.path or (before.name,)
            yield Found(call_text(old, name) + steps_text(tuple(inner)), difference)
    for after in left:
        gained = Difference(
            RUN_TIME if after.required else ADDS,
            "is a new required argument" if after.required else "is a new argument",
            new=type_text(after.type, Flow.REQUEST),
            old_pointer=old.pointer,
            new_pointer=after.pointer,
        )
        yield Found(call_text(old, after.name), gained)
    yield from _order(old, new)


def _counterpart(argument: Argument, others: list[Argument]) -> Argument | None:
    """Return the argument that is sent as the same, else that of the same name.

    Arguments of a path are the same by their position: its names are no part of a URL.
    """
    for other in others:
        if (other.location, other.wire) == (argument.location, argument.wire):
            return other
    for other in others:
        if other.name == argument.name:
            return other
    of_path = [each for each in others if each.location == "path"]
    return of_path[0] if argument.location == "path" and len(of_path) == 1 else None


def _sending(old: Argument, new: Argument) -> Iterator[Difference]:
    if old.location != new.location:
        texts: list[str] = [old.location, new.location]
        yield _moved(old, new, "is sent in another place", texts)
    elif old.wire != new.wire and old.location != "path":
        yield _moved(old, new, "is sent by another name", [old.wire, new.wire])
    styles = [(each.style, each.explode, each.content, each.allow_reserved) for each in (old, new)]
    if styles[0] != styles[1] and old.location == new.location:
        texts = [
            content or f"{style or 'default'} style{', exploded' if explode else ''}"
            for style, explode, content, _ in styles
        ]
        yield _moved(old, new, "is written otherwise", texts)


def _moved(old: Argument, new: Argument, what: str, texts: list[str]) -> Difference:
    before, after = texts
    return Difference(SENT, what, (old.name,), before, after, old.pointer, new.pointer)


def _order(old: Operation, new: Operation) -> Iterator[Found]:
    """Yield a change of the order of positional arguments, or that one no longer is positional."""
    before, after = (
        [each.name for each in operation.arguments if each.positional] for operation in (old, new)
    )
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        what = "has its positional arguments in another order"
        texts = (", ".join(before), ", ".join(after))
        yield Found(
            call_text(old),
            Difference(RUN_TIME, what, (), *texts, old.pointer, new.pointer),
        )
    names = {each.name for each in new.arguments}
    for name in before:
        if name in names and name not in after:
            what = "has to be given by name"
            yield Found(
                call_text(old, name),
                Difference(RUN_TIME, what, (), "", "", old.pointer, new.pointer),
            )
