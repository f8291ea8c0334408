"""`make pages`: write what pages show of commands, and the picture of the README.

`python -m tests.docs PAGE...` runs these pages alone, and writes what their commands print now.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from .pages import pages
from .running import run_page
from .written import APART, PAGES, PICTURE, picture, shown

named = [Path(name).absolute() for name in sys.argv[1:]]
if not named:
    for page, write in PAGES.items():
        page.write_text(write(), encoding="utf-8")
    svg = picture()
    if not PICTURE.exists() or shown(PICTURE.read_text(encoding="utf-8")) != shown(svg):
        PICTURE.write_text(svg, encoding="utf-8")
for page in named or [each for each in pages() if each not in APART]:
    with TemporaryDirectory() as folder:
        page.write_text(run_page(page, Path(folder)), encoding="utf-8")
