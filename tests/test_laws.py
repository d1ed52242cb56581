"""Laws that hold for any text whatever."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradelint.errors import BadPeriodError, UnreadableError
from gradelint.formats import read
from gradelint.formats.blocks import composed
from gradelint.formats.cleaning import clean
from gradelint.model import Document, Period, Piece, Span

WORDS = ("adequate", "‘good’", "café", "£5m", "2012.", "re-", "\ufb01ne", "\uff41de", "str\u03bfng", "a\u00adb", "I")
GAPS = (" ", "  ", "\n", "\r\n", "\n\n", "\t", "\u00a0", "-\n", "\u2010\n  ", " \u200b ", "\u200b", "\n    ", "\r") + (
    "\u2028",
    "\x1b[1m",
)
MARKS = (
    "**",
    "*",
    "_",
    "`",
    "# ",
    "- ",
    "> ",
    "[",
    "](x)",
    "&amp;",
    "<b>",
    "</b>",
    "<p>",
    "<td>",
    "<!--",
    "-->",
    "|",
) + ("\\", "&#97;", "1. ", "<tr>", "<table>", "</table>", "<li>", "<h2>", "<br>", "a,2012,Good\n", 'b;"c, ""d""";\n')

plain = st.lists(st.sampled_from(WORDS + GAPS), max_size=30).map("".join)
marked = st.lists(st.sampled_from(WORDS + GAPS + MARKS), max_size=40).map("".join)
any_text = st.text(max_size=60) | plain


@given(any_text)
def test_clean_text_is_clean_already(raw: str) -> None:
    text = clean(raw).text
    assert clean(text).text == text


@given(any_text)
def test_clean_text_has_single_blanks_and_none_at_its_ends(raw: str) -> None:
    text = clean(raw).text
    assert text == text.strip()
    assert re.search(r"\s\s|[\t\n\r\x00-\x1f\u00ad\u200b\u2028]", text) is None


@given(any_text)
def test_pieces_are_ordered_and_begin_and_end_with_the_text(raw: str) -> None:
    cleaned = clean(raw)
    pieces = cleaned.pieces
    for before, after in pairwise(pieces):
        assert before.text + before.length <= after.text
        assert before.source + before.length <= after.source
    if pieces:
        assert pieces[0].text == 0
        assert pieces[-1].text + pieces[-1].length == len(cleaned.text)


@given(plain)
def test_a_word_of_a_text_is_its_place_in_the_source_cleaned(raw: str) -> None:
    document = read(raw.encode(), "paper.txt")
    source = document.source or ""
    words = [found for found in re.finditer(r"\S+", document.text) if found[0] != "|"]
    places = [document.source_span(Span(*found.span())) for found in words]
    assert [clean(source[start:end]).text for _, start, end in places] == [found[0] for found in words]
    assert places == sorted(places)


@pytest.mark.parametrize("path", ["paper.txt", "paper.md", "paper.html"])
@given(raw=marked)
def test_every_letter_in_a_piece_is_the_letter_of_the_source(path: str, raw: str) -> None:
    document = read(raw.encode(), path)
    source = document.source or ""
    pieces = document.pieces or (Piece(0, 0, len(document.text)),)
    letters = [(document.text[each.text + n], source[each.source + n]) for each in pieces for n in range(each.length)]
    assert [clean(f"a{there}a").text[1:-1] for _, there in letters] == [seen.replace("\n", " ") for seen, _ in letters]


@pytest.mark.parametrize("path", ["paper.txt", "paper.md", "paper.html"])
@given(raw=marked)
def test_blocks_are_parted_by_blank_lines_and_have_a_place(path: str, raw: str) -> None:
    document = read(raw.encode(), path)
    assert "\n\n".join(document.quote(block.span) for block in document.blocks) == document.text
    for block in document.blocks:
        _, start, end = document.source_span(block.span)
        assert clean((document.source or "")[start:end]).text


@pytest.mark.parametrize("path", ["paper.txt", "paper.md", "paper.html"])
@given(data=st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(path: str, data: bytes) -> None:
    try:
        made: object = read(data, path)
    except UnreadableError as refusal:
        made = refusal
    assert isinstance(made, Document | UnreadableError)


pieces = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(1, 4)), min_size=1, max_size=6)


@given(pieces)
def test_one_map_upon_another_leads_to_the_same_letter(steps: list[tuple[int, int, int]]) -> None:
    lower: list[Piece] = []
    text = source = 0
    for skipped, hidden, length in steps:
        lower.append(Piece(text + skipped, source + hidden, length))
        text, source = text + skipped + length, source + hidden + length
    upper = [Piece(0, 1, text - 1)] if text > 1 else [Piece(0, 0, text)]
    direct = {each.text + n: each.source + n for each in lower for n in range(each.length)}
    through = {each.text + n: each.source + n for each in composed(upper, lower) for n in range(each.length)}
    shift = upper[0].source
    assert through == {at - shift: to for at, to in direct.items() if at >= shift}


spans = st.tuples(st.integers(0, 12), st.integers(0, 6)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
days = st.dates(date(1990, 1, 1), date(1992, 12, 31))
runs = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))
periods = (
    runs
    | st.dates(date(1000, 1, 1)).map(lambda day: Period(day, day))
    | st.tuples(st.integers(1000, 9999), st.integers(1, 12)).map(lambda pair: Period.month(*pair))
    | st.integers(1000, 9999).map(Period.year)
)


@given(spans, spans)
def test_spans_overlap_when_they_share_a_letter_and_contain_when_they_have_them_all(one: Span, other: Span) -> None:
    mine, theirs = set(range(*one)), set(range(*other))

    if mine and theirs:
        assert one.overlaps(other) == bool(mine & theirs) == other.overlaps(one)
        assert one.contains(other) == (theirs <= mine)
    assert one.contains(one)


@given(runs, runs)
def test_of_two_periods_one_is_before_the_other_or_they_overlap(one: Period, other: Period) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert [one.before(other), other.before(one), one.overlaps(other)].count(True) == 1
    assert not one.contains(other) or one.overlaps(other)
    assert (one.contains(other) and other.contains(one)) == (one == other)


@given(periods)
def test_a_period_is_read_back_from_its_shortest_form(period: Period) -> None:
    assert Period.parse(str(period)) == period
    assert (period.precision == "range") == ("/" in str(period))
    assert Period.parse(str(period.first)).precision == "day"


@given(st.text("0123456789-/ ", max_size=22) | st.text(max_size=12))
def test_a_text_is_a_period_or_refused(text: str) -> None:
    try:
        made: object = Period.parse(text)
    except BadPeriodError as refusal:
        made = refusal
    assert isinstance(made, Period | BadPeriodError)
