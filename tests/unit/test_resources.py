"""The files that ship with the tool."""

from __future__ import annotations

from clientsmith.resources import runtime_files, template_names, templates_folder


def test_the_templates_of_a_checkout() -> None:
    assert (templates_folder() / "client.py.jinja").is_file()
    assert "client.py.jinja" in template_names()
    assert list(template_names()) == sorted(template_names())


def test_the_runtime_is_taken_as_it_is() -> None:
    files = runtime_files()
    assert "__init__.py" in files
    folder = templates_folder() / "runtime"
    for name, text in files.items():
        assert (folder / name).read_text() == text
