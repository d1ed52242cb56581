"""HTML as a browser shows it, with every letter in its place."""

from __future__ import annotations

import pytest

from gradelint.errors import UnreadableError
from gradelint.formats.html import read
from gradelint.model import Document, Period, Span


def document(body: str, head: str = "<meta charset=utf-8>") -> Document:
    return read(f"<!doctype html><head>{head}</head><body>{body}".encode(), "paper.html")


def blocks(body: str) -> list[tuple[str, int, str]]:
    made = document(body)
    return [(block.kind.value, block.level, made.quote(block.span)) for block in made.blocks]


SEEN = {
    "<b>ade</b><i>qua</i>te": "adequate",
    "&#97;de&shy;qu&#x61;te &amp; co": "adequate & co",
    "ade<wbr>quate": "adequate",
    "ade<!-- c -->quate": "adequate",
    "requires&nbsp;improvement": "requires improvement",
    "one<br>two": "one two",
    "adequate<sup>1</sup> on 16<sup>th</sup> July": "adequate 1 on 16th July",
    "adequate &lt;img src=x&gt;": "adequate <img src=x>",
    "a < b & c": "a < b & c",
    '<p title="a > b">text</p>': "text",
}


@pytest.mark.parametrize(("body", "seen"), SEEN.items(), ids=map(ascii, SEEN))
def test_text_is_as_a_reader_sees_it(body: str, seen: str) -> None:
    assert document(body).text == seen


def test_blocks_are_parted_and_told_apart() -> None:
    body = (
        "<h1>One</h1><p>two<p>three<ul><li>four<ul><li>five</ul></ul><blockquote><p>six</p></blockquote>"
        "seven<br><br>eight<figure><img alt='nine &amp; ten' src=x><figcaption>eleven</figcaption></figure>"
    )
    assert blocks(body) == [
        ("heading", 1, "One"),
        ("paragraph", 0, "two"),
        ("paragraph", 0, "three"),
        ("list item", 1, "four"),
        ("list item", 2, "five"),
        ("quotation", 0, "six"),
        ("paragraph", 0, "seven"),
        ("paragraph", 0, "eight"),
        ("caption", 0, "nine & ten"),
        ("caption", 0, "eleven"),
    ]


def test_table_cells_stand_under_their_headers_without_end_tags_and_across_spans() -> None:
    made = document(
        "<table><caption>Grades</caption><tr><th>Area<th>Year<th>Grade<tr><td rowspan=2>Care<td>2010<td>Adequate"
        "<tr><td>2012<td><p>Good</p></table>"
    )
    assert [(made.quote(block.span), block.head, [cell.header for cell in block.cells]) for block in made.blocks] == [
        ("Grades", False, []),
        ("Area | Year | Grade", True, ["", "", ""]),
        ("Care | 2010 | Adequate", False, ["Area", "Year", "Grade"]),
        ("2012 | Good", False, ["Year", "Grade"]),
    ]


def test_a_table_that_lays_out_the_page_is_no_table() -> None:
    body = "<table><tr><td><h2>Title</h2><p>Text.</p><table><tr><td>a<td>b</table><td>side</table>"
    assert blocks(body) == [
        ("heading", 2, "Title"),
        ("paragraph", 0, "Text."),
        ("table row", 0, "a | b"),
        ("paragraph", 0, "side"),
    ]


def test_scripts_styles_comments_and_templates_are_not_shown() -> None:
    body = "<p>Text.</p><script>'<p>no'</script><style>no</style><!-- no --><template><p>no</template>"
    assert blocks(body) == [("paragraph", 0, "Text.")]


def test_the_head_gives_title_and_date() -> None:
    made = document("<p>Text.", '<title>Grades &amp; more</title><meta name="dcterms.date" content="2013-07-16">')
    assert (made.title, made.date, made.text) == ("Grades & more", Period.day(2013, 7, 16), "Text.")


def test_a_false_charset_is_not_believed() -> None:
    made = read("<meta charset=utf-16><p>£5</p>".encode("cp1252"), "paper.html")
    assert (made.text, made.notices) == ("£5", ("is not UTF-8: read as Windows-1252",))


def test_own_entities_are_refused() -> None:
    with pytest.raises(UnreadableError, match="it declares its own entities, which are never expanded"):
        read(b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///x">]><p>&x;</p>', "paper.xhtml")


def test_a_page_of_pictures_without_text_is_not_passed_as_read() -> None:
    assert document("<img src=scan.png>").unread == ("the page: it shows pictures or runs scripts, but holds no text",)


@pytest.mark.parametrize("body", ["<div>" * 50_000 + "Said.", "<p>" * 50_000 + "Said.<b", "<!-- " * 3 + "--><p>Said."])
def test_depth_and_broken_tags_lose_no_text(body: str) -> None:
    assert document(body).text == "Said."


def test_a_place_counts_the_tags() -> None:
    made = document("\n<p>It was <b>ade</b>qu&#97;te.</p>")
    start = made.text.index("adequate")
    span = Span(start, start + len("adequate"))
    _, first, last = made.source_span(span)
    place = made.place(span)
    assert (made.source or "")[first:last] == "ade</b>qu&#97;te"
    assert (place.line, place.column) == (2, 14)
