"""The proof: modules define and name things on import, and do nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.document import read
from clientsmith.emit.render import render
from clientsmith.identifiers import NameLock
from clientsmith.ir import Api
from clientsmith.verify.placeholders import inert
from clientsmith.verify.shape import differences, leak, leak_told, prove

FINE = '''
"""A docstring."""
from __future__ import annotations
from functools import cached_property
from pydantic import Field
from .._runtime.operation import Operation, view as show
from .._runtime import Resource
from .. import _runtime as core
TYPE_CHECKING = False
if TYPE_CHECKING:
    import anything
    anything.at_all()
else:
    from ._runtime.lazy import attributes
    __getattr__, __dir__, __all__ = attributes(__name__, {})
_LIST = Operation("GET", "/", params=lambda: anything.at_all())
class Accounts(Resource):
    """A docstring."""
    name: str = Field(None, alias="class")
    raw = show(1)
    streaming = core.streaming(raw)
    @cached_property
    def child(self, limit: anything() = 1) -> None:
        import os
        os.system("true")
Accounts.model_rebuild()
'''


def test_a_module_of_a_client() -> None:
    assert prove({"a.py": FINE, "API.md": "def"}) == ()


def test_a_module_that_does_not_parse() -> None:
    (problem,) = prove({"models/a.py": "x = ("})
    assert problem.code == "prove-syntax"
    assert problem.message.startswith("'models/a.py' does not parse: ")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("import os\nos.system('true')", "line 2 calls 'os.system' on import"),
        ("x = eval('1')", "line 1 calls 'eval' on import"),
        ("from .x import Operation\ny = Operation()", "line 2 calls 'Operation' on import"),
        ("from .. import other as core\nx = core.f()", "line 2 calls 'core.f' on import"),
        ("from .. import _runtime as core\ncore.x.f()", "line 2 calls 'core.x.f' on import"),
        ("class A:\n    x = open('a')", "line 2 calls 'open' on import"),
        ("class A(make()): ...", "line 1 calls 'make' on import"),
        ("class A(metaclass=make()): ...", "line 1 calls 'make' on import"),
        ("@make()\ndef f(): ...", "line 1 calls 'make' on import"),
        ("def f(x=make()): ...", "line 1 calls 'make' on import"),
        ("def f(*, x=make()): ...", "line 1 calls 'make' on import"),
        ("x = lambda y=make(): y", "line 1 calls 'make' on import"),
        ("x = f'{make()}'", "line 1 calls 'make' on import"),
        ("x = [make() for _ in y]", "line 1 calls 'make' on import"),
        ("from pydantic import Field\nx = Field(make())", "line 2 calls 'make' on import"),
        ("for x in y: ...", "line 1 holds what no client has (For)"),
        ("if x: ...", "line 1 holds what no client has (If)"),
        ("class A:\n    del x", "line 2 holds what no client has (Delete)"),
        ("from pydantic import Field\nField(1)(make())", "line 2 calls 'make' on import"),
        ("x.y", "line 1 holds what no client has (Expr)"),
        ("assert x", "line 1 holds what no client has (Assert)"),
    ],
)
def test_a_module_that_does_more(text: str, told: str) -> None:
    (problem,) = prove({"a.py": text})
    assert (problem.code, problem.message) == ("prove-shape", f"'a.py' {told}")


DOCUMENT = """\
openapi: 3.1.0
info: {title: Birds, version: "1"}
paths:
  /birds:
    get:
      operationId: listBirds
      summary: fine
      responses: {"204": {description: None.}}
    post:
      operationId: createBird
      summary: guilty
      responses: {"204": {description: None.}}
"""


def test_a_text_that_changes_the_shape_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT)
    document = read(path)
    target = ad_hoc_target(path, "birds", None, tmp_path)
    api = analyze(document, target, NameLock())

    def leaky(api: Api) -> dict[str, str]:
        """A renderer that prints a summary as it stands."""
        texts = [operation.summary for operation in api.operations()]
        return {**render(api), "leak.py": "\n".join(f"x = {len(text) > 5}" for text in texts)}

    assert leak(api, render(api), render(inert(api)), render) is None
    found = leak(api, leaky(api), leaky(inert(api)), leaky)
    assert found is not None
    problem = leak_told(found, document)
    assert problem.code == "prove-text"
    assert "'leak.py'" in problem.message
    assert problem.span is not None
    assert problem.span.line == 10


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("x = 'a'", "x = 'b'", True),
        ('def f():\n    """a"""', 'def f():\n    """b"""', True),
        ("x = 1", "x = 2", False),
        ("x = 'a'", "x = 1", False),
        ("x = f('a')", "x = 'a'", False),
        ("x = 'a'; y = 1", "x = 'a'", False),
        ("x = f'{a}'", "x = 'a'", False),
        ("x: a", "x: b", False),
        ("X = TypedDict('X', {'a': 'L[\"b\"]'})", "X = TypedDict('X', {'~': 'L[\"c\"]'})", True),
        ("X = TypedDict('X', {'a': 'f()'})", "X = TypedDict('X', {'~': 'int'})", False),
    ],
)
def test_only_texts_may_differ(one: str, other: str, same: bool) -> None:
    assert (differences({"a.py": one}, {"a.py": other}) == ()) is same


def test_a_class_gives_each_name_once() -> None:
    (problem,) = prove({"a.py": "class A:\n    x = 1\n    def x(self): ...\n"})
    assert problem.code == "prove-shadow"
    assert problem.message == "'a.py' gives 'A' more than one 'x'"
