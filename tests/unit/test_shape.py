"""The proof: modules define and name things on import, and do nothing else."""

from __future__ import annotations

from pathlib import Path

import datamodel_code_generator
import pytest

from clientsmith import pipeline
from clientsmith.analyze import analyze
from clientsmith.config import ad_hoc_target
from clientsmith.diagnostics import ClientsmithError, Diagnostic
from clientsmith.document import read
from clientsmith.emit.artifacts import Artifact, Kind
from clientsmith.identifiers import NameLock
from clientsmith.ir import Operation
from clientsmith.verify.kinds import difference, problems
from clientsmith.verify.leaks import find_leak, harmless, leak_problem
from clientsmith.verify.placeholders import with_placeholders
from clientsmith.verify.python import reformatting_difference

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


def prove(text: str) -> tuple[Diagnostic, ...]:
    return problems("python", "a.py", text, text)


def test_a_module_of_a_client() -> None:
    assert prove(FINE) == ()


def test_a_module_that_does_not_parse() -> None:
    (problem,) = prove("x = (")
    assert problem.code == "prove-syntax"
    assert problem.message.startswith("'a.py' does not parse: ")


@pytest.mark.parametrize(
    ("text", "reported"),
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
def test_a_module_that_does_more(text: str, reported: str) -> None:
    (problem,) = prove(text)
    assert (problem.code, problem.message) == ("prove-shape", f"'a.py' {reported}")


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


def test_a_text_that_changes_the_shape_is_reported_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(DOCUMENT)
    document = read(path)
    target = ad_hoc_target(path, "birds", None, tmp_path)
    api = analyze(document, target, NameLock())

    def printed(artifact: Artifact) -> str:
        """Print summaries as they stand."""
        operations: tuple[Operation, ...] = artifact.inputs
        return "\n".join(f"x = {operation.summary == 'guilty'}" for operation in operations)

    artifact = Artifact("leak.py", "python", "leak.py.jinja", inputs=api.operations())
    twin = printed(harmless(artifact))
    assert find_leak(artifact, twin, twin, printed) is None
    found = find_leak(artifact, printed(artifact), twin, printed)
    assert found is not None
    problem = leak_problem(found, document)
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
        ('X = TypedDict("X", {"a": "f()"})', 'X = TypedDict("X", {"~": "int"})', False),
        ('X = TypeAliasType("X", "f()")', 'X = TypeAliasType("X", "int")', False),
        ('x = "a"  # b', 'x = "c"  # "d', True),
        ('x = "a" # b', 'x = "a" + "b"', False),
        ('x = f"{a}"', 'x = f"{b}"', False),
        ('x = f"""{a}"""', 'x = f"""{b}"""', False),
        ('x = "#"', 'x = "a"', True),
        ("""x = ['"', y, '"']""", """x = ['"', z, '"']""", False),
        ('x = """a"b"""', 'x = """c"""', True),
        ('x = "\\\\"; y = "a"', 'x = "b"; z = "a"', False),
    ],
)
def test_only_texts_may_differ(one: str, other: str, same: bool) -> None:
    assert (difference("python", one, other) is None) is same


@pytest.mark.parametrize(
    ("kind", "one", "other", "line"),
    [
        ("markdown", "# One\n\ntwo words\n", "# Other\n\nmany more words\n", None),
        ("markdown", "a\n\n# b\n", "a\n\nb\n", 3),
        ("markdown", "a\n\n- b\n", "a\n\nb\n", 3),
        ("markdown", "a\n\n1. b\n", "a\n\nb\n", 3),
        ("markdown", "a\n\n17. b\n", "a\n\n2. c\n", None),
        ("markdown", "a\n\\- b\n", "a\nb\n", None),
        ("markdown", "a\n===\n", "a\nb\n", 2),
        ("markdown", "a\nb\n", "a\n", 2),
        ("markdown", "a [b](http://c)\n", "a b\n", 1),
        ("markdown", "a \\[b\\](c)\n", "a b\n", None),
        ("markdown", "a <b>\n", "a b\n", 1),
        ("markdown", "a &lt; b\n", "a b\n", 1),
        ("markdown", "a `x y`\n", "a `z`\n", None),
        ("markdown", "a `x`y`\n", "a `z`\n", 1),
        ("markdown", "a `x`` y`\n", "a `z`\n", None),
        ("markdown", "a `x\\` b\n", "a `z` b\n", None),
        ("markdown", "a \\`x` b\n", "a `z` b\n", 1),
        ("markdown", "a | b\n", "a b\n", 1),
        ("markdown", "```python\nf('a')\n```\n", "```python\nf('b')\n```\n", None),
        ("markdown", "```python\nf('a')\n```\n", "```python\nf(b)\n```\n", 1),
        ("markdown", "```python\nf('a')\n", "```python\nf('b')\n```\n", 1),
        ("markdown", "```\na\n```\n", "```\nb c\n```\n", None),
        ("markdown", "```\na\n```\nb\n```\n", "```\nb\nc\nd\n```\n", 1),
        ("json", '{"a": ["b", 1]}', '{"c": ["d", 1]}', None),
        ("json", '{"a": ["b", 1]}', '{"c": ["d", 2]}', 1),
        ("json", '{"a": ["b"], "a": 1}', '{"a": ["b"]}', 1),
        ("json", '{"a": true}', '{"a": 1}', 1),
        ("toml", 'a = "b"', 'c = "d"', None),
        ("toml", 'a = "b"\ne = 1', 'c = "d"', 1),
        ("text", "a\nb", "c\nd", None),
        ("text", "a\nb", "c", 2),
    ],
)
def test_only_texts_may_differ_in_other_files(
    kind: Kind, one: str, other: str, line: int | None
) -> None:
    assert difference(kind, one, other) == line


@pytest.mark.parametrize("kind", ["json", "toml"])
def test_a_file_of_data_has_to_parse(kind: Kind) -> None:
    (problem,) = problems(kind, "a", "a = {", "")
    assert problem.code == "prove-syntax"


def test_what_could_hide_a_text_has_no_placeholder() -> None:
    with pytest.raises(TypeError, match="which has no placeholder"):
        with_placeholders((Path("a"),))


def test_a_class_gives_each_name_once() -> None:
    (problem,) = prove("class A:\n    x = 1\n    def x(self): ...\n")
    assert problem.code == "prove-shadow"
    assert problem.message == "'a.py' gives 'A' more than one 'x'"


@pytest.mark.parametrize(
    ("formatted", "printed", "is_same"),
    [
        ("x = f(\n    1,\n)", "x = f( 1 )", True),
        ('x: (\n    "a" | b\n)', 'x: "a" | b', True),
        ('def f():\n    """A.\n\n    B.\n    """', 'def f():\n  """A.\n\n  B.\n  """', True),
        ('def f():\n    """A."""', 'def f():\n    """B."""', False),
        ('x = "a"', 'x = "b"', False),
        ('x = "a b"', 'x = "a  b"', False),
        ("x = f(1)", "x = f(2)", False),
        ("x = (1,)", "x = (1)", False),
        ("if a:\n    b\nc", "if a:\n    b\n    c", False),
    ],
)
def test_formatting_changes_no_program(formatted: str, printed: str, is_same: bool) -> None:
    assert (reformatting_difference(formatted, printed) is None) is is_same


def test_a_file_that_a_formatter_changes_is_found_out() -> None:
    (found,) = problems("python", "a.py", "x = 1\n", "x = 2\n")
    assert found.code == "prove-format"
    assert found.message == "'a.py' is another program once formatted (line 1)"


def test_a_library_that_prints_another_form_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(
        "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths:\n  /pets:\n    get:\n"
        "      responses:\n        '200':\n          description: Pets.\n          content:\n"
        "            application/json:\n"
        "              schema: {type: object, properties: {name: {type: string}}}\n"
    )
    # Nothing of what it printed in tests before.
    monkeypatch.setattr("clientsmith.emit.engine._known", {})
    monkeypatch.setattr(datamodel_code_generator, "generate", lambda *_, **__: "class Other: ...")
    target = ad_hoc_target(path, "pets", None, tmp_path)
    with pytest.raises(ClientsmithError) as refused:
        pipeline.generate(target, is_cached=False)
    assert {each.code for each in refused.value.diagnostics} == {"models-unexpected"}
