"""Markdown as it is rendered, with every letter in its place."""

from __future__ import annotations

import pytest

from gradelint.errors import UnreadableError
from gradelint.formats.markdown import read
from gradelint.model import Document, Period, Span


def document(text: str) -> Document:
    return read(text.encode(), "paper.md")


def blocks(text: str) -> list[tuple[str, int, str]]:
    made = document(text)
    return [(block.kind.value, block.level, made.quote(block.span)) for block in made.blocks]


def test_front_matter_gives_authority_date_and_title_and_is_no_text() -> None:
    made = document('---\nauthority: "Dunmarsh Council"\ndate: 2013-07-16\ntitle: Outcomes\n---\n\nThe text.\n')
    assert (made.text, made.authority, made.date, made.title) == (
        "The text.",
        "Dunmarsh Council",
        Period.day(2013, 7, 16),
        "Outcomes",
    )


def test_front_matter_that_is_no_yaml_is_passed_over() -> None:
    assert document("---\ntitle: [unclosed\n---\n\nThe text.\n").text == "The text."


def test_headings_lists_quotations_and_notes_are_told_apart() -> None:
    text = (
        "# One\n\nTwo\n---\n\n- three\n  wrapped\n  - four\n\n1. five\n\n> six\n> wrapped\nlazily\n\n[^1]: seven\n\n"
        "[3] eight\n\nTable 1: nine\n"
    )
    assert blocks(text) == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("list item", 1, "three wrapped"),
        ("list item", 2, "four"),
        ("list item", 1, "five"),
        ("quotation", 0, "six wrapped lazily"),
        ("footnote", 0, "seven"),
        ("footnote", 0, "eight"),
        ("caption", 0, "Table 1: nine"),
    ]


def test_table_cells_stand_under_their_headers() -> None:
    made = document("| Year | Grade |\n|---|:-:|\n| 2012 | **Adequate** |\n| 2014 |\n")
    assert [
        (made.quote(block.span), block.head, block.row, [cell.header for cell in block.cells]) for block in made.blocks
    ] == [
        ("Year | Grade", True, 1, ["", ""]),
        ("2012 | Adequate", False, 2, ["Year", "Grade"]),
        ("2014", False, 3, ["Year"]),
    ]


INLINE = {
    "ade**quate** and *so* on": "adequate and so on",
    "a __strong__ snake_case_name": "a strong snake_case_name",
    "2 * 3 * 4": "2 * 3 * 4",
    "~~good~~ adequate": "good adequate",
    "[the report](https://example.org/a_b 'title') says": "the report says",
    "![a chart](x.png) shows": "a chart shows",
    "as said[15] by [him] and note[^2]": "as said[15] by [him] and note[^2]",
    "`code` and ``two ` ticks``": "code and two ` ticks",
    "<https://example.org> seen": "https://example.org seen",
    "one<br>two <b>three</b> <!-- no --> four": "one two three four",
    "5 < 6 &amp; 7 &gt; &#97;": "5 < 6 & 7 > a",
    r"\*plain\* \[stars\]": "*plain* [stars]",
    "hard  \nbreak\\\nhere": "hard break here",
}


@pytest.mark.parametrize(("raw", "seen"), INLINE.items(), ids=map(ascii, INLINE))
def test_marks_inside_a_line_are_not_seen(raw: str, seen: str) -> None:
    assert document(raw).text == seen


def test_a_link_may_be_defined_elsewhere() -> None:
    assert document("See [the report][r] or [r].\n\n[r]: https://example.org\n").text == "See the report or r."


def test_code_comments_and_scripts_are_no_prose() -> None:
    text = "Text.\n\n```\ncode\n```\n\n<!-- no\n\nno -->\n\n<script>no()</script>\n\nEnd.\n"
    assert blocks(text) == [("paragraph", 0, "Text."), ("paragraph", 0, "End.")]


def test_raw_html_is_read_as_html() -> None:
    assert blocks("<div>\n<p>ade<b>quate</b></p>\n</div>\n\nEnd.\n") == [
        ("paragraph", 0, "adequate"),
        ("paragraph", 0, "End."),
    ]


def test_an_indented_passage_is_not_passed_over() -> None:
    assert blocks("He said:\n\n    it was strong\n") == [
        ("paragraph", 0, "He said:"),
        ("quotation", 0, "it was strong"),
    ]


def test_an_open_code_fence_is_told() -> None:
    assert document("Text.\n\n```\ncode\n").notices == (
        "the code block that begins on line 3 is never closed; what follows was taken as code",
    )


def test_a_place_counts_the_marks() -> None:
    made = document("# Title\n\n> - It was\n>   **ade**quate.\n")
    start = made.text.index("adequate")
    span = Span(start, start + len("adequate"))
    _, first, last = made.source_span(span)
    place = made.place(span)
    assert (made.source or "")[first:last] == "ade**quate"
    assert (place.line, place.column, place.section) == (4, 7, "Title")


def test_an_entity_before_letters_unseen_keeps_its_place() -> None:
    made = document("&amp;\n \u200b ")
    assert (made.text, made.source_span(Span(0, 1))) == ("&", (0, 0, 5))


@pytest.mark.parametrize("deep", [20, 500])
def test_depth_loses_no_text(deep: int) -> None:
    assert document(">" * deep + " Said.\n").text == "Said."
    assert document("".join("  " * n + f"- {n}\n" for n in range(deep)) + "\nSaid.\n").text.endswith("\n\nSaid.")


def test_depth_beyond_reason_is_refused() -> None:
    with pytest.raises(UnreadableError) as refusal:
        document(">" * 10_000 + " Said.\n")
    assert str(refusal.value) == "paper.md: nested more than 1000 levels deep; flatten its quotes and lists"


def test_toml_front_matter_gives_the_authority_and_the_date() -> None:
    paper = '+++\nauthority = "Hexley Borough Council"\ndate = 2019-03-05\ntitle = "Inspection"\n+++\n\nThe paper.\n'

    document = read(paper.encode(), "paper.md")

    assert (document.authority, str(document.date), document.text) == (
        "Hexley Borough Council",
        "2019-03-05",
        "The paper.",
    )


def test_broken_toml_front_matter_says_nothing_and_is_no_prose() -> None:
    document = read(b"+++\nauthority = [\n+++\n\nThe paper.\n", "paper.md")

    assert (document.authority, document.date, document.text) == ("", None, "The paper.")
