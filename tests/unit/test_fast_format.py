"""Layout: what black would print, to the byte, and black asked as seldom as can be."""

from __future__ import annotations

import black
import pytest
from hypothesis import given, settings, strategies as st
from tests.golden.golden import CASES, stored
from tests.tiers import examples, sampled

from clientsmith.emit.fast_format import Unknown, laid_out
from clientsmith.emit.format import formatted
from clientsmith.emit.values import Doc, Literal

MODE = black.Mode(line_length=100, target_versions={black.TargetVersion.PY311})

NAMES = st.sampled_from(["a", "id", "filter", "webhook_timeout_secs", "x" * 30, "Y" * 60])
TEXTS = st.one_of(
    st.sampled_from(["", "it's", 'say "hi"', "a, b", "(x", "]", "a  b", "# no", "x" * 70]),
    st.text(max_size=12),
)
VALUES = st.recursive(
    st.one_of(
        TEXTS.map(lambda text: Literal(text).source),
        NAMES,
        st.sampled_from(["1", "-1.5", "None", "omit"]),
        NAMES.map(lambda name: f"lambda: models.{name}"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: f"[{', '.join(parts)}]"),
        st.dictionaries(TEXTS, inner, max_size=4).map(
            lambda items: "{"
            + ", ".join(f"{Literal(key).source}: {value}" for key, value in items.items())
            + "}"
        ),
        st.tuples(NAMES, st.lists(inner, max_size=4)).map(
            lambda call: f"core.{call[0]}({', '.join(call[1])})"
        ),
        st.tuples(NAMES, st.dictionaries(NAMES, inner, max_size=4)).map(
            lambda call: f"{call[0]}({', '.join(f'{k}={v}' for k, v in call[1].items())})"
        ),
    ),
    max_leaves=12,
)
TYPES = st.recursive(
    st.one_of(
        st.sampled_from(["str", "int | None", "params." + "T" * 40]),
        st.lists(TEXTS, min_size=1, max_size=5).map(
            lambda texts: f"Literal[{', '.join(Literal(text).source for text in texts)}]"
        ),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=2, max_size=4).map(" | ".join),
        inner.map(lambda type_: f"Sequence[{type_}]"),
        st.tuples(inner, VALUES).map(lambda parts: f"Annotated[{parts[0]}, Mark({parts[1]})]"),
    ),
    max_leaves=6,
)
SIGNATURES = st.tuples(
    NAMES, st.lists(st.tuples(NAMES, TYPES), max_size=6, unique_by=lambda item: item[0]), TYPES
).map(
    lambda parts: f"def {parts[0]}("
    + ", ".join(["self", *(f"{name}: {type_} = omit" for name, type_ in parts[1])])
    + f") -> {parts[2]}:"
)
SIMPLE = st.one_of(
    st.tuples(NAMES, VALUES).map(" = ".join),
    VALUES.map(lambda value: f"done: None = self._request(_LIST, options, a={value})"),
    st.tuples(NAMES, TYPES, VALUES).map(lambda parts: f"{parts[0]}: {parts[1]} = {parts[2]}"),
    st.tuples(NAMES, TYPES, st.sampled_from(["", " = None"])).map(
        lambda parts: f"{parts[0]}: {parts[1]}{parts[2]}"
    ),
    st.tuples(NAMES, st.sampled_from([": TypeAlias", ""]), TYPES).map(
        lambda parts: f"{parts[0]}{parts[1]} = {parts[2]}"
    ),
    st.lists(TEXTS, min_size=1, max_size=9).map(
        lambda texts: f"__nullable__ = ({', '.join(Literal(text).source for text in texts)},)"
    ),
    st.lists(TEXTS, min_size=2, max_size=9).map(
        lambda texts: f"__nullable__ = ({', '.join(Literal(text).source for text in texts)})"
    ),
    st.tuples(NAMES, TEXTS, VALUES).map(
        lambda parts: f"{parts[0]} = core.f(\n    {Literal(parts[1]).source},\n    a={parts[2]},\n)"
    ),
    st.lists(NAMES, min_size=1, max_size=6, unique=True).map(
        lambda names: f"from .._runtime.x import {', '.join(f'{name} as {name}' for name in names)}"
    ),
    TYPES.map(lambda type_: f"class A(Model, Page[{type_}]): ...").map(
        lambda text: text.replace(" ...", "\n    pass")
    ),
)
DECORATORS = st.lists(
    st.lists(TEXTS, min_size=1, max_size=6).map(
        lambda texts: f"@core.marked({', '.join(Literal(text).source for text in texts)})"
    ),
    max_size=2,
)
DOCS = st.text(max_size=200) | st.text('\\"\n ab', max_size=30)
METHODS = st.tuples(SIGNATURES, VALUES, DOCS, DECORATORS).map(
    lambda parts: "".join(f"    {decorator}\n" for decorator in parts[3])
    + f"    {parts[0]}\n        {Doc(parts[2] or 'x', 8).source}"
    f"\n        return self._request(_LIST, options, a={parts[1]})"
)
CLASSES = st.tuples(
    st.lists(SIMPLE.filter(lambda text: "\n" not in text), max_size=3),
    st.lists(METHODS, max_size=2),
    DOCS,
).map(
    lambda parts: f"class A(core.Resource):\n    {Doc(parts[2] or 'x', 4).source}\n"
    + "".join(f"    {line}\n" for line in parts[0])
    + "".join(f"\n{method}\n" for method in parts[1])
)
FILES = st.lists(st.one_of(SIMPLE, CLASSES), min_size=1, max_size=4).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", "\n\n\n\n"]).map(lambda gap: gap.join(parts))
)


@settings(max_examples=examples(60), deadline=None)
@given(FILES)
def test_a_file_comes_out_as_from_black(text: str) -> None:
    assert formatted("python", "a.py", text + "\n") == black.format_str(text + "\n", mode=MODE)


@pytest.mark.parametrize("case", sampled(CASES, 8), ids=lambda case: case.name)
def test_what_comes_out_of_the_golden_cases_is_black_s(case: str) -> None:
    for path, text in stored(case).items():
        if path.endswith(".py"):
            assert black.format_str(text, mode=MODE) == text, path


def no_black(source: str, width: int) -> str:
    pytest.fail(f"black was asked for {source!r} in {width} columns")


@pytest.mark.parametrize(
    "text",
    [
        "a: Literal["
        + ", ".join(f'"name{number}"' for number in range(20))
        + "] | str | None = None",
        "a: Literal["
        + ", ".join(f'"name{number}"' for number in range(9))
        + "] | str | None = None",
        "a: Required[Sequence[Literal["
        + ", ".join(f'"name{number}"' for number in range(20))
        + "]]]",
        "A: TypeAlias = " + " | ".join(f"Model{number}" for number in range(20)),
        f"class {'A' * 60}(Page[{'B' * 30}], {'C' * 30}):\n    a = 1",
        "__read_only__ = (" + ", ".join(f'"name{number}"' for number in range(20)) + ")",
        'A = {\n    "a": "'
        + "b" * 80
        + ' "\n    "c",\n    "d": "e",\n}\nB = core.Operation(\n    "GET /",\n    a={"b": 1},\n)',
        "from .x import " + ", ".join(f"Name{number} as Name{number}" for number in range(9)),
        "_LIST = core.Operation("
        + ", ".join(f"option{number}=[1, 2]" for number in range(9))
        + ")",
        "class A:\n    @core.marked("
        + ", ".join(f'"name{number}"' for number in range(20))
        + ")\n    def f(self, id: str, *, "
        + ", ".join(f"name{number}: str | Omit = omit" for number in range(9))
        + ') -> None:\n        """Text."""\n        return self._request(_F, options, '
        + ", ".join(f"name{number}=name{number}" for number in range(9))
        + ")",
    ],
)
def test_what_clients_are_made_of_needs_no_black(text: str) -> None:
    assert laid_out(text + "\n", no_black) == black.format_str(text + "\n", mode=MODE)


@pytest.mark.parametrize(
    "text",
    ["for x in y:\n    pass", "x = 1; y = 2", "x = 1  # why", "if a:\n    pass\nelif b:\n    pass"],
)
def test_what_no_rule_is_about_is_black_s(text: str) -> None:
    with pytest.raises(Unknown):
        laid_out(text + "\n", lambda source, width: raise_unknown())
    assert formatted("python", "a.py", text) == black.format_str(text, mode=MODE)


def raise_unknown() -> str:
    raise Unknown


def test_other_templates_are_black_s_from_end_to_end() -> None:
    text = "x=1 \n"
    assert formatted("python", "a.py", text, is_near=False) == "x = 1\n"
