"""HTML in descriptions: plain text in docstrings."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from clientsmith.emit.html_text import plain
from clientsmith.emit.values import paragraphs


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<p>Creates a user.</p>", "Creates a user."),
        ("<p>One.</p> <p>Two.</p>", "One.\n\nTwo."),
        ("One.<br/>Two.<BR>Three.", "One.\nTwo.\nThree."),
        ("Say <b>hi</b> with <code>POST</code> &amp; <i>smile</i>.", "Say hi with `POST` & smile."),
        ("Of: <ul> <li>a</li> <li>b</li> </ul> And more.", "Of:\n\n- a\n- b\n\nAnd more."),
        ("See <a class='x' href=\"https://a.example/b\">b</a>.", "See [b](https://a.example/b)."),
        ("See <a href='#here'>here</a> and <a>there</a>.", "See here and there."),
        ("<table><tr><th>a</th><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("No<!-- really --> comment.", "No comment."),
        # What is no element of prose is the document's own word, and code is code.
        ("`<b>` of <id>, List<String>, a < b and x<y>z", None),
        ("```\n<p>1</p>\n```", None),
        ("&unknown; & &;", None),
        ("<p></p>", None),
        ("", None),
    ],
)
def test_html_reads_as_plain_text(text: str, shown: str | None) -> None:
    assert plain(text) == (text if shown is None else shown)


def test_what_is_escaped_is_cleaned_too() -> None:
    assert paragraphs("a &#x202E;b&#0; c") == "a b\ufffd c"
    assert paragraphs("&zwnj;") == "&zwnj;"


@given(st.text(st.sampled_from("<>/`&#;pbail -!\n\"'= 3")))
def test_whether_there_is_a_text_stays(text: str) -> None:
    assert bool(plain(text).strip()) == bool(text.strip())


@pytest.mark.parametrize(
    "piece", ["<", "<a", "<p>", "</li>", "<!--", "`", "``", "```", " \n", "&", "<a href=", "<b x"]
)
def test_no_odd_text_is_walked_over_and_over(piece: str) -> None:
    # Walked once for each of its characters, it would not end within the time of a test.
    text = piece * 100_000 + "<"
    assert len(plain(text)) <= len(text)
