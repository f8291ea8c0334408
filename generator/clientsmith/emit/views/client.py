"""The module `client.py`: the classes of the client, sync and async."""

from __future__ import annotations

from dataclasses import dataclass

from ...ir import Api, ServerVariable
from ..annotations import Import, for_response
from ..imports import statements
from ..values import Code, Doc, Literal, Name
from . import answers
from .module_map import FACES, ChildView, child_view, webhooks_name
from .old_names import RemovedView, old_arguments, removed_views
from .security import arguments, as_tuple, auth, auth_imports, changes, schemes


@dataclass(frozen=True, slots=True)
class ClientFaceView:
    """One of the two client classes: the synchronous, the asynchronous."""

    class_name: Name
    base: Name
    transport: Name
    http_client: Name
    doc: Doc
    children: tuple[ChildView, ...]


@dataclass(frozen=True, slots=True)
class VariableView:
    """An argument of a client that stands for a variable of its server's URL."""

    argument: Name
    annotation: Code
    default: Literal


@dataclass(frozen=True, slots=True)
class ClientView:
    """`client.py`."""

    client: Name
    async_client: Name
    name: Literal
    package: Literal
    environment: Literal
    base_url: Literal
    version: Literal
    deep_object_arrays: Literal
    transport: tuple[Literal, ...]
    """The HTTP library, where it is not the usual one."""
    arguments: tuple[Code, ...]
    error: tuple[Code, ...]
    positional: tuple[Name, ...]
    named: tuple[Name, ...]
    auth: tuple[Code, ...]
    schemes: tuple[Code, ...]
    changes: tuple[Name, ...]
    url_type: Code
    variables: tuple[VariableView, ...]
    filled: tuple[Code, ...]
    webhooks: tuple[Name, ...]
    imports: tuple[Code, ...]
    faces: tuple[ClientFaceView, ...]
    removed: tuple[RemovedView, ...]
    old_options: tuple[Code, ...]


def client_view(api: Api) -> ClientView:
    """Return the view of `client.py`."""
    title = api.title or api.package
    security = api.security
    changed = changes(security)
    choices = [each for each in api.variables if each.choices]
    positional, named = arguments(security)
    faces = tuple(
        ClientFaceView(
            class_name=Name(prefix + api.client),
            base=Name(f"{prefix or 'Sync'}Client"),
            transport=Name(f"{prefix}TransportTypes"),
            http_client=Name(f"{prefix}HttpClient"),
            doc=Doc(f"The {word} client of the {title}.", 4),
            children=tuple(child_view(child, prefix) for child in api.resources),
        )
        for prefix, word in FACES
    )
    return ClientView(
        client=Name(api.client),
        async_client=Name(f"Async{api.client}"),
        name=Literal(api.client),
        package=Literal(api.package),
        environment=Literal(api.environment),
        base_url=Literal(api.base_url),
        version=Literal(api.version),
        deep_object_arrays=Literal(api.deep_object_arrays),
        transport=() if api.transport == "httpx2" else (Literal(api.transport),),
        arguments=(Code("with_offsets"),) if api.naive_datetimes == "utc" else (),
        error=answers.usual_error(api),
        positional=positional,
        named=named,
        auth=() if security is None else (auth(security),),
        schemes=schemes(security),
        changes=changed,
        url_type=Code(f"{_choice(api.servers)}core.UrlTypes | None"),
        variables=tuple(map(_variable, api.variables)),
        filled=(_filled(api.variables),) if api.variables else (),
        webhooks=() if api.webhooks is None else (Name(webhooks_name(api)),),
        imports=statements(
            {
                *([("typing", "Self"), ("typing", "Unpack")] if changed else []),
                *([(".", "webhooks as received")] if api.webhooks else []),
                *([("typing", "Literal")] if api.servers or choices else []),
                *([("._runtime.servers", "server_variables")] if api.variables else []),
                *([("._runtime.utc", "with_offsets")] if api.naive_datetimes == "utc" else []),
                ("collections.abc", "Callable"),
                ("collections.abc", "Mapping"),
                (".", "_runtime as core"),
                *([(".", "resources")] if api.resources else []),
                *([("._runtime.old_names", "removed")] if api.removed else []),
                *([("._runtime.old_options", "old_options")] if _has_old_options(api) else []),
                *_error_imports(api),
                *auth_imports(security),
            }
        ),
        faces=faces,
        removed=removed_views(api.removed),
        old_options=(_old_options(api),) if _has_old_options(api) else (),
    )


def _has_old_options(api: Api) -> bool:
    return bool(api.renamed_options or api.removed_options)


def _old_options(api: Api) -> Code:
    renamed = (
        (each, f"{api.client}({each.name}=)", f"{api.client}({each.now}=)")
        for each in api.renamed_options
    )
    return Code(f"old_options({old_arguments(renamed, api.removed_options)})")


def _error_imports(api: Api) -> set[Import]:
    # Those of a module of `resources/`, seen from the folder above.
    pairs = set[Import]() if api.error is None else for_response(api.error).imports
    return {(module.replace("..", ".", 1), name) for module, name in pairs}


def _choice(texts: tuple[str, ...]) -> str:
    """Return the head of a union of these texts, which an editor completes: `Literal[...] | `."""
    return f"Literal[{', '.join(Literal(text).source for text in texts)}] | " if texts else ""


def _variable(variable: ServerVariable) -> VariableView:
    annotation = _choice(variable.choices).removesuffix(" | ") or "str"
    return VariableView(Name(variable.argument), Code(annotation), Literal(variable.default))


def _filled(variables: tuple[ServerVariable, ...]) -> Code:
    """Return the expression for the values of server variables."""
    entries = ", ".join(
        f"{Literal(each.wire).source}: ({Name(each.argument).source},"
        f" {as_tuple(Literal(choice).source for choice in each.choices)})"
        for each in variables
    )
    paths = [Literal(each.wire).source for each in variables if each.is_path]
    more = f", paths={as_tuple(paths)}" if paths else ""
    return Code(f"server_variables({{{entries}}}{more})")
