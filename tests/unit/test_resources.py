"""The files that ship with the tool."""

from __future__ import annotations

from clientsmith.emit.bundled import copied, runtime_names, template_names, templates_folder


def test_the_templates_of_a_checkout() -> None:
    assert (templates_folder() / "client.py.jinja").is_file()
    assert "client.py.jinja" in template_names()
    assert list(template_names()) == sorted(template_names())


def test_the_runtime_is_taken_as_it_is() -> None:
    names = runtime_names()
    assert "__init__.py" in names
    for name in names:
        path = templates_folder() / "runtime" / name
        assert copied(path) == path.read_text()


def test_no_module_of_the_runtime_hides_a_name_of_it() -> None:
    """The import of `_runtime.x` sets the attribute `x` of the package, whatever it was before."""
    import runtime

    modules = {name.partition("/")[0].removesuffix(".py") for name in runtime_names()}
    assert not modules.intersection(runtime.__all__)
