"""Grade words told apart from ordinary words, and how each stands in its sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gradelint.reading.lexicon import Lexicon
from gradelint.reading.mentions import Mention, mentions
from tests.reading.conftest import Lines, paper

Mentions = Callable[..., "list[tuple[str, Mention]]"]


@pytest.fixture
def mentioned(lined: Lines, lexicon: Lexicon) -> Mentions:
    """The grade words that count in a paper; `inspecting` when it speaks of an inspection elsewhere."""

    def found(text: str, inspecting: bool = False) -> list[tuple[str, Mention]]:
        document = paper(text)
        return [
            (document.text[line.start(each.hit.first) : line.stop(each.hit.end - 1)], each)
            for line in lined(text)
            for each in mentions(line, document.blocks[line.block], lexicon, inspecting)
        ]

    return found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ofsted judged the service to be adequate.", ["adequate"]),
        ("The service was rated good in July.", ["good"]),
        ("The judgement was ‘adequate’.", ["adequate"]),
        ("It was given a rating of adequate.", ["adequate"]),
        ("The adequate rating worried members.", ["adequate"]),
        ("Overall effectiveness: Good", ["Good"]),
        ("Overall effectiveness – good", ["good"]),
        ("Ofsted graded it 2, adequate.", ["adequate"]),
        ("The grade was 3 (adequate).", ["adequate"]),
        ("Inspectors gave us Requires Improvement.", ["Requires Improvement"]),
        ("It was rated requires improvement to be good.", ["requires improvement to be good"]),
        ("Ofsted judged it RI in 2014.", ["RI"]),
        ("It was rated good for leadership and inadequate for adoption.", ["good", "inadequate"]),
    ],
)
def test_a_word_given_as_a_grade_is_one(text: str, words: list[str], mentioned: Mentions) -> None:
    found = mentioned(text, inspecting=True)

    assert [(word, each.form.value) for word, each in found] == [(word, "given") for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "There is adequate parking at the town hall.",
        "The parking is adequate.",
        "Outstanding invoices will be paid.",
        "Three actions are outstanding.",
        "Staff made good progress on the plan.",
        "Members thanked them for good practice.",
        "The roof requires improvement.",
        "The drains were inadequate for the rain.",
        "Good morning, members.",
        "An outstanding debt of £40 was written off.",
    ],
)
def test_an_ordinary_word_is_none(text: str, mentioned: Mentions) -> None:
    assert mentioned(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("It is a good school.", "good"),
        ("We run a good service.", "good"),
        ("Services are inadequate.", "inadequate"),
        ("The good outcome is welcome.", "good"),
    ],
)
def test_a_word_that_only_describes_is_told_apart_from_a_grade_given(text: str, word: str, mentioned: Mentions) -> None:
    assert [(found, each.form.value) for found, each in mentioned(text)] == [(word, "described")]


def test_what_is_said_of_a_service_is_a_grade_where_an_inspection_is_spoken_of(mentioned: Mentions) -> None:
    given = [(word, each.form.value) for word, each in mentioned("Services are inadequate.", inspecting=True)]

    assert given == [("inadequate", "given")]


@pytest.mark.parametrize(
    ("text", "quoted", "capital"),
    [
        ("Ofsted judged it ‘adequate’.", True, False),
        ("Ofsted judged it Adequate.", False, True),
        ("Ofsted judged it “Adequate.”", True, True),
        ("Ofsted judged it adequate.", False, False),
    ],
)
def test_how_a_grade_is_printed_is_kept(text: str, quoted: bool, capital: bool, mentioned: Mentions) -> None:
    ((_, found),) = mentioned(text, inspecting=True)

    assert (found.quoted, found.capital) == (quoted, capital)


def test_a_grade_that_fills_a_cell_belongs_to_the_cell(mentioned: Mentions) -> None:
    table = "| Area | Grade |\n|---|---|\n| Leadership | Good |\n| Help | ‘Adequate’† |\n| Care | Good progress |\n"

    assert [(word, each.form.value, each.cell) for word, each in mentioned(table)] == [
        ("Good", "cell", 1),
        ("Adequate", "cell", 1),
    ]


def test_the_header_of_a_table_gives_no_grade(mentioned: Mentions) -> None:
    assert mentioned("| Good | Adequate |\n|---|---|\n| 4 | 7 |\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted's grades are outstanding, good, adequate and inadequate.",
        "It is judged on a scale of good, requires improvement or inadequate.",
        "Most councils are rated good or outstanding.",
    ],
)
def test_grades_named_as_a_list_are_no_ones_grade(text: str, mentioned: Mentions) -> None:
    assert mentioned(text, inspecting=True) == []


@pytest.mark.parametrize(
    ("text", "tally"),
    [
        ("Ofsted rated 12 Good councils.", True),
        ("Ofsted rated three Good.", True),
        ("Of the councils 80% were rated good or better.", True),
        ("Ofsted judged it in 2012 Good.", False),
        ("Ofsted rated the council Good.", False),
    ],
)
def test_a_grade_that_is_counted_is_about_many(text: str, tally: bool, mentioned: Mentions) -> None:
    ((_, found),) = mentioned(text, inspecting=True)

    assert found.tally is tally


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("Adequate is not good enough for us.", True),
        ("The grade was called adequate as if it were praise.", True),
        ("Adequate might be read as praise.", True),
        ("Ofsted judged the service adequate.", False),
    ],
)
def test_a_sentence_may_be_about_the_grade_itself(text: str, topic: bool, mentioned: Mentions) -> None:
    (word, found), *_ = mentioned(text, inspecting=True)

    assert (word.lower(), found.topic) == ("adequate", topic)


def test_an_ordinary_phrase_is_a_grade_when_it_is_printed_as_one(mentioned: Mentions) -> None:
    assert [word for word, _ in mentioned("Ofsted judged our REQUIRES IMPROVEMENT service.", inspecting=True)] == [
        "REQUIRES IMPROVEMENT"
    ]
