"""The HTML page of a change report works in a browser: headless Chromium, without a network."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from clientsmith.changes.page import as_html
from clientsmith.changes.report import Change, ChangeClass, Report
from clientsmith.diagnostics import Span

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), ""
)
OLD, NEW = Span("HEAD:openapi.yaml", 3, 1), Span("openapi.yaml", 4, 1)
HOSTILE = "</code><script>document.title = 'hostile'</script><img src=x onerror=alert(1)>"
CHANGES = (
    Change(
        ChangeClass.RUN_TIME,
        "client.pets.list(limit=)",
        "takes fewer values",
        "..100",
        "..50",
        OLD,
        NEW,
        resource="pets",
    ),
    Change(ChangeClass.RUN_TIME, "client.toys.find()", "is gone", old_place=OLD, resource="toys"),
    Change(
        ChangeClass.TYPES,
        "models.Pet.name",
        "can be None",
        "str",
        "str | None",
        OLD,
        NEW,
        ("client.pets.list()",),
    ),
    Change(
        ChangeClass.ADDS,
        "client.pets.call(kind=)",
        "is a new argument",
        "",
        HOSTILE,
        None,
        NEW,
        resource="pets",
    ),
    Change(ChangeClass.DOCS, "client.pets.list()", "is described otherwise", resource="pets"),
)
# Each step sets the form as a person does, and notes which changes are to be seen then.
SCRIPT = """
<script>
const seen = [];
const find = name => document.querySelector(name);
function step(words, resource, kinds) {
  find("#words").value = words;
  find("#resource").value = resource;
  const boxes = document.querySelectorAll("[name=kind]");
  for (const box of boxes) box.checked = kinds.includes(box.value);
  find("form").dispatchEvent(new Event("input", {bubbles: true}));
  const shown = [...document.querySelectorAll("article")].filter(each => each.checkVisibility());
  const calls = shown.map(each => each.querySelector("code").textContent);
  seen.push([calls, find("#none").checkVisibility()]);
}
const all = [...document.querySelectorAll("[name=kind]")].map(box => box.value);
step("", "", all);
step("pets", "", all);
step("name none", "", all);
step("", "toys", all);
step("", "", ["adds", "docs"]);
step("nowhere", "", all);
const style = getComputedStyle(document.body);
find("#resource").value = ""; find("#words").value = ""; step("", "", all);
seen.push({
  title: document.title,
  images: document.images.length,
  loaded: performance.getEntriesByType("resource").length,
  background: style.backgroundColor,
  is_wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
});
document.body.dataset.seen = JSON.stringify(seen);
</script>
"""


def in_chromium(page: Path, *options: str) -> list[Any]:
    """Return what the script of a page saw."""
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", *options]
    profile = f"--user-data-dir={page.parent / 'profile'}"
    done = subprocess.run(
        [*command, profile, page.as_uri()], capture_output=True, text=True, timeout=120, check=True
    )
    found = re.search(r'data-seen="([^"]*)"', done.stdout)
    assert found is not None, done.stdout[-2000:]
    return json.loads(html.unescape(found[1]))


@pytest.mark.skipif(not CHROMIUM, reason="needs Chromium")
@pytest.mark.parametrize("is_dark", [False, True])
def test_it_is_searched_and_filtered_in_a_browser(is_dark: bool, tmp_path: Path) -> None:
    text = as_html(Report("pets_client", "1.0", "2.0", CHANGES))
    page = tmp_path / "report.html"
    page.write_text(text.replace("</body>", f"{SCRIPT}</body>"), encoding="utf-8")
    dark = ["--blink-settings=preferredColorScheme=0"] if is_dark else []
    *steps, last, facts = in_chromium(page, *dark)
    calls = [change.call for change in CHANGES]
    limit, gone, name, new, docs = calls
    assert steps == [
        [calls, False],
        [[limit, name, new, docs], False],
        [[name], False],
        [[gone], False],
        [[new, docs], False],
        [[], True],
    ]
    assert last == [calls, False]
    # What a document says is text, and nothing is loaded.
    assert facts["title"] != "hostile"
    assert (facts["images"], facts["loaded"]) == (0, 0)
    assert not facts["is_wide"]
    channels = [int(each) for each in re.findall(r"\d+", facts["background"])[:3]]
    assert (sum(channels) < 3 * 128) == is_dark
