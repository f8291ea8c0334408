"""What a hostile document says: texts that end, escape or fool whatever they are printed into."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CANARY = "clientsmith_canary"
"""The attribute of `builtins` that a payload sets where it gets to run."""

_CODE = f"setattr(__import__('builtins'), '{CANARY}', 1)"

# Those of `str.splitlines`; Python's tokenizer knows three of them.
_LINE_ENDS = {
    "lf": "\n",
    "cr": "\r",
    "crlf": "\r\n",
    "vertical-tab": "\v",
    "form-feed": "\f",
    "file-separator": "\x1c",
    "next-line": "\x85",
    "line-separator": "\u2028",
    "paragraph-separator": "\u2029",
}

TEXTS: Mapping[str, str] = {
    "single-quote": f"x'; {_CODE}; '",
    "double-quote": f'x"; {_CODE}; "',
    "triple-double": f'x"""\n{_CODE}\n"""',
    "triple-single": f"x'''\n{_CODE}\n'''",
    "backslash": "x\\",
    "backslash-quote": f'x\\"; {_CODE} #',
    "backslash-triple": f'x\\"""\n{_CODE}\n"""',
    "brackets": f")]}}; {_CODE}  #",
    "call": _CODE,
    "annotation": f"int = {_CODE}",
    "union": f"str | {_CODE}",
    "subscript": f"Literal[{_CODE}]",
    "jinja-value": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "jinja-block": "{% for x in ().__class__.__base__.__subclasses__() %}{% endfor %}",
    "jinja-comment": "{# x #}",
    "format": "{x} {0.__class__} {{x}}",
    "percent": "%s %(x)s %n %%",
    **{f"line-{name}": f"x{end}{_CODE}{end}#" for name, end in _LINE_ENDS.items()},
    "comment": "# type: ignore # noqa # fmt: off",
    "coding": "-*- coding: utf-7 -*-",
    "nul": "x\0y",
    "escape": "x\x1b[31m\x07\x08y",
    "bidirectional": "x\u202e\u2066y\u2069",
    "homoglyph": "\uff45\uff56\uff41\uff4c \u0430dmin \u212aelvin \ufb01le",
    "surrogate": "x\ud800y",
    "unicode-escapes": "x\\u0022\\x22\\N{QUOTATION MARK}\\042",
    "dunder": "__class__",
    "init": "__init__",
    "keyword": "class",
    "builtin": "print",
    "import": "__import__",
    "number": "1e999",
    "empty": "",
    "spaces": " \t ",
    "dots": "../../../etc/passwd",
    "windows": "..\\..\\con",
    "url": "https://user:secret@evil.example/?a#b",
    "header": "x\r\nX-Evil: 1",
    "html": "<script>alert(1)</script><!-- -->",
    "markdown": "```\n\n# x\n\n[x](javascript:alert(1)) | x |",
    "emoji": "\U0001f600",
    "long": "x" * 1_000_000,
}

VALUES: Mapping[str, Any] = {
    "nan": float("nan"),
    "infinity": float("inf"),
    "huge": 10**400,
    "float": 1.5,
    "true": True,
    "null": None,
    "list": ["x"],
    "object": {"x": "y"},
    "deep": [[[[[["x"]]]]]],
}
"""Values of another type than a text; they stand in place of values alone, since keys are texts."""
