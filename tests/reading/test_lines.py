"""Lines: the sentences of a paper, each with the phrases and dates that are its own."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Lines


def test_sentences_are_counted_through_the_paper_and_a_table_row_is_one(lined: Lines) -> None:
    lines = lined("# Title. Part one.\n\nOne. Two.\n\n| A. B | C. D |\n|---|---|\n| E. F | G |\n")

    assert [
        (line.sentence, line.block, " ".join(line.word(i) for i in range(line.first, line.end))) for line in lines
    ] == [
        (0, 0, "title ."),
        (1, 0, "part one ."),
        (2, 1, "one ."),
        (3, 1, "two ."),
        *((4, 2, "a . b | c . d"), (5, 3, "e . f | g")),
    ]


def test_phrases_and_dates_belong_to_the_sentence_they_stand_in(lined: Lines) -> None:
    first, second = lined("Ofsted came in July 2012. Members met in June 2011 in the inspection room.")

    assert [str(each.period) for each in first.dates] == ["2012-07"]
    assert [str(each.period) for each in second.dates] == ["2011-06"]
    assert (first.has("inspectorate"), first.has("inspecting")) == (True, False)
    assert (second.has("inspectorate"), second.has("inspecting", "inspectorate")) == (False, True)
    assert [second.word(hit.first) for hit in second.of("inspecting", "inspectorate")] == ["inspection"]


def test_a_word_outside_the_sentence_is_nothing(lined: Lines) -> None:
    first, second = lined("One is here. Two is there.")

    assert (second.word(second.first - 1), second.word(second.first), first.word(first.end)) == ("", "two", "")


def test_marks_are_all_the_tokens_of_a_kind(lined: Lines) -> None:
    (line,) = lined("The roof requires improvement.")

    assert {line.word(index) for index in line.marks("grade")} == {"requires", "improvement"}
    assert line.marks("inspectorate") == frozenset()


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("judged ‘adequate’ in 2012", True),
        ("judged 'adequate' in 2012", True),
        ("judged “adequate”, as in 2012", True),
        ("judged “adequate.”", True),
        ("judged ‘adequate, or so’", False),
        ("judged ‘only adequate’", False),
        ("judged adequate’", False),
        ("judged adequate", False),
    ],
)
def test_words_are_quoted_when_the_marks_stand_right_round_them(text: str, quoted: bool, lined: Lines) -> None:
    (line,) = lined(text)
    (hit,) = line.of("grade")

    assert line.quoted(hit) is quoted


@pytest.mark.parametrize(
    ("text", "capital"),
    [("It was Good.", True), ("It was good.", False), ("Good it was.", False), ("Rated GOOD", True)],
)
def test_a_capital_counts_except_at_the_start_of_a_sentence(text: str, capital: bool, lined: Lines) -> None:
    (line,) = lined(text)

    assert line.capital(line.of("grade")[0]) is capital
