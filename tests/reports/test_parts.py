"""Places, windows and fingerprints: what the reports are made of."""

from __future__ import annotations

import time

import pytest

from gradelint.model import Block, BlockKind, Document, Span
from gradelint.reports.parts.fingerprints import fingerprints
from gradelint.reports.parts.folding import folded
from gradelint.reports.parts.places import in_short, in_words
from gradelint.reports.parts.window import WIDTH, Window, columns, window
from tests.reports.papers import finding, paragraphs, span_of, word_paper

LONG = "The first of many words in a paragraph that goes on and on so that no screen is wide enough to show it whole. "


def test_a_place_in_words_names_a_note_by_its_label() -> None:
    block = Block(BlockKind.FOOTNOTE, Span(0, 4), page=2, paragraph=9, note="62")
    document = Document("a.docx", "docx", "Note", (block,))
    assert in_words(document, block.span) == "a.docx, page 2, note 62"


def test_a_place_in_words_shortens_a_long_heading() -> None:
    document = paragraphs("# " + LONG, "splendid")
    span = span_of(document, "splendid")
    assert in_words(document, span) == ('paper.md:3:1, "# The first of many words in a paragraph that goes on and..."')


def test_a_place_in_a_table_is_its_row() -> None:
    document = word_paper().document
    assert document is not None
    row = document.blocks[1].span
    assert in_words(document, row) == in_short(document, row) == "briefing.docx, page 4, table 1, row 3"


def test_a_place_that_knows_only_the_file_is_the_file() -> None:
    document = Document("a.docx", "docx", "", ())
    assert in_words(document, Span(0, 0)) == "a.docx"


def test_a_short_block_is_shown_whole() -> None:
    document = paragraphs("Before.", "We were found splendid here.", "After.")
    assert window(document, span_of(document, "splendid")) == Window("We were found ", "splendid", " here.")


@pytest.mark.parametrize("times", [(0, 3), (3, 0), (3, 3), (20, 20), (0, 0)])
def test_a_long_block_is_cut_between_words_to_a_screen_s_width(times: tuple[int, int]) -> None:
    document = paragraphs(LONG * times[0] + "splendid " + LONG * times[1])
    shown = window(document, span_of(document, "splendid"))
    assert shown.words == "splendid"
    assert len(shown.line) <= WIDTH
    assert shown.before.startswith("... ") == bool(times[0])
    assert shown.after.endswith(" ...") == bool(times[1])
    words = set(LONG.split()) | {"...", "splendid"}
    assert set(shown.line.split()) <= words
    assert shown.marks("^").rstrip("^") == " " * shown.line.index("splendid")


@pytest.mark.parametrize("times", [1, 3, 100])
def test_words_longer_than_the_screen_are_shown_without_their_middle(times: int) -> None:
    document = paragraphs(f"Before {LONG * times}last after.")
    shown = window(document, Span(7, 7 + times * len(LONG) + 4))
    assert shown.words.startswith("The first of many ")
    assert " ... " in shown.words
    assert shown.words.endswith(" to show it whole. last")
    assert len(shown.line) <= WIDTH


def test_a_window_ends_with_its_block_even_when_the_span_does_not() -> None:
    document = paragraphs("One splendid", "thing.")
    assert window(document, Span(4, len(document.text))) == Window("One ", "splendid", "")


def test_the_marks_are_as_wide_as_the_words_on_the_screen() -> None:
    shown = window(document := paragraphs("漢字 cafe\u0301 ok"), span_of(document, "cafe\u0301"))
    assert shown.marks("^") == "     ^^^^"
    assert columns("漢字") == 4


def test_a_window_on_one_huge_line_looks_only_at_what_is_near() -> None:
    document = paragraphs(LONG * 50_000)
    started = time.perf_counter()
    shown = [window(document, Span(start, start + 9)) for start in range(0, 2_000_000, 1000)]
    assert len(shown) == 2000
    assert time.perf_counter() - started < 2


def test_folded_text_keeps_its_words_and_is_never_too_wide() -> None:
    lines = list(folded("  = ", "  = ", LONG * 3))
    assert max(map(len, lines)) <= 100
    assert " ".join(lines).split() == ["=", *(LONG * 3).split()]


def test_fingerprints_stay_when_lines_move() -> None:
    before = paragraphs("We were found splendid.", "And splendid again, and splendid.")
    after = paragraphs("A new beginning.", "We  were found\nsplendid!", "More.", "And splendid again, and splendid.")
    marks = [
        list(fingerprints(each, [finding(each, "splendid", nth=nth) for nth in range(3)])) for each in (before, after)
    ]
    assert marks[0] == marks[1]
    assert len(set(marks[0])) == 3


def test_the_fingerprint_is_another_for_another_rule_or_other_surroundings() -> None:
    one, other = paragraphs("We were found splendid."), paragraphs("They were found splendid.")
    first = finding(one, "splendid")
    given = [
        *fingerprints(one, [first]),
        *fingerprints(one, [first._replace(code="GL102")]),
        *fingerprints(other, [finding(other, "splendid")]),
    ]
    assert len(set(given)) == 3


def test_a_change_far_off_in_a_very_long_block_leaves_the_fingerprint() -> None:
    marks = [
        next(fingerprints(each, [finding(each, "splendid")]))
        for each in (paragraphs(f"{start} {LONG * 30} splendid {LONG * 30}") for start in ("Once", "Never"))
    ]
    assert marks[0] == marks[1]
