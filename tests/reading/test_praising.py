"""Praise and blame of a service or an outcome, told apart from praise of a part and from ordinary words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from gradelint.reading.lexicon import Lexicon
from gradelint.reading.praising import characterisations
from tests.reading.conftest import Lines, paper

Praised = Callable[[str], "list[tuple[str, int, str]]"]


@pytest.fixture
def praised(lined: Lines, lexicon: Lexicon) -> Praised:
    """The words of praise and blame in a paper, each with its standing and what it is about."""

    def found(text: str) -> list[tuple[str, int, str]]:
        words = paper(text).text
        return [
            (words[line.start(each.first) : line.stop(each.end - 1)], each.standing, each.about)
            for line in lined(text)
            for each in characterisations(line, lexicon)
        ]

    return found


@pytest.mark.parametrize(
    ("text", "words", "about"),
    [
        ("This is a strong result.", "a strong result", "outcome"),
        ("A very positive and robust outcome.", "A very positive and robust outcome", "outcome"),
        ("It was so strong a result.", "so strong a result", "outcome"),
        ("We run a strong, secure and positive service.", "a strong, secure and positive service", "service"),
        ("The council is strong.", "is strong", "service"),
        (
            "Our services were regarded as being strong and appropriate.",
            "were regarded as being strong and appropriate",
            "service",
        ),
        ("The inspectors judged the service robust.", "robust", "service"),
        ("Ofsted described our arrangements as robust.", "robust", "service"),
        ("They are secure.", "are secure", "service"),
        ("The verdict, which is positive, was noted.", "is positive", "service"),
        ("Families are in safe hands.", "in safe hands", "idiom"),
        ("“Superb!” said the leader.", "Superb", "outcome"),
        ("| View |\n|---|\n| Excellent |", "Excellent", "outcome"),
        ("# Ofsted hails council services", "hails", "idiom"),
    ],
)
def test_praise_of_a_service_or_an_outcome_reads_as_the_second_grade(
    text: str, words: str, about: str, praised: Praised
) -> None:
    assert praised(text) == [(words, 2, about)]


@pytest.mark.parametrize(
    ("text", "words", "about"),
    [
        ("Ofsted failed our service.", "failed", "service"),
        ("Ofsted found that our services are poor.", "poor", "service"),
        ("The council got the lowest grade.", "lowest grade", "verdict"),
    ],
)
def test_blame_reads_as_the_lowest_grade(text: str, words: str, about: str, praised: Praised) -> None:
    assert praised(text) == [(words, 4, about)]


def test_a_grade_that_is_only_placed_is_about_the_grade(praised: Praised) -> None:
    assert praised("It is the highest grade available.") == [("highest grade", 1, "grade")]


@pytest.mark.parametrize(
    "text",
    [
        "Inspectors noted strong links with schools.",
        "The service has strong staff.",
        "Strong leadership was seen.",
        "A strong wind took the roof.",
        "It is encouraging that members came.",
        "The food is poor.",
        "Our services are poor.",
        "The car failed its test.",
        "The service failed.",
        "Ofsted hails council services.",
        "The leader hails a cab.",
        "It got the second worst mark.",
        "The chair, which stood by the door, is strong.",
        "Members were secure in that knowledge.",
    ],
)
def test_praise_and_blame_of_something_else_are_left_alone(text: str, praised: Praised) -> None:
    assert praised(text) == []


def test_words_once_taken_in_are_not_told_again(praised: Praised) -> None:
    assert praised("A strong and positive result. This strong service is secure.") == [
        ("A strong and positive result", 2, "outcome"),
        ("This strong service", 2, "service"),
        ("is secure", 2, "service"),
    ]
