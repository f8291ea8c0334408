"""Write plain data as YAML or JSON."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Literal

import yaml

Form = Literal["yaml", "json"]

# Plain scalars that YAML 1.2 reads as numbers and PyYAML, which follows YAML 1.1, as text: `1e5`.
_NUMBERS = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+"
)
# Ends of lines in YAML 1.1 alone, which PyYAML writes as they are and YAML 1.2 reads as text.
_BREAKS = re.compile("[\x85\u2028\u2029]")
_WIDTH = 100


def form_of(path: Path, text: str) -> Form:
    """Return the form in which a file is written, by its name or else by how it begins."""
    if path.suffix.lower() == ".json":
        return "json"
    is_yaml = path.suffix.lower() in (".yaml", ".yml") or not text.lstrip().startswith("{")
    return "yaml" if is_yaml else "json"


def written(data: Any, form: Form) -> str:
    """Return plain data as text; the reader of documents gets the same data from it."""
    if form == "json":
        return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    whole: Any = yaml
    return whole.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        width=_WIDTH,
        default_flow_style=False,
    )


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks, and neither anchors nor aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        # Items of a list are indented, as most documents write them.
        super().increase_indent(flow, False)


def _text(dumper: Any, text: str) -> Any:
    style = "|" if "\n" in text else None
    if _NUMBERS.fullmatch(text):
        style = "'"
    if _BREAKS.search(text):
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)
