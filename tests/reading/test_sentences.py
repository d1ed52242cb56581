"""Sentences: where one ends, and the stops that end none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradelint.model import Language
from gradelint.reading.sentences import sentences

KNOWN = frozenset(("cllr", "st", "mr", "dr", "no", "e.g", "a.m", "reg"))


def split(text: str, abbreviations: frozenset[str] = KNOWN) -> list[str]:
    """The sentences of a text."""
    return [text[start:end] for start, end in sentences(text, 0, len(text), abbreviations)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Cllr. Hardy spoke.", "The report was noted."],
        ["Mr. Cole and Dr. Hale agreed.", "So it was."],
        ["They met at St. Anne's.", "It was late."],
        ["It began at 10.30 a.m. on Monday.", "It ended soon."],
        ["3.4 The grade was adequate.", "3.5 Members noted it."],
        ["12. The grade was adequate.", "It was given in 2012."],
        ["See No. 4.", "It says so."],
        ["It cost £3.5m.", "Members agreed."],
        ["A. Smith spoke.", "B. Jones did not."],
        ["Is it good?", "Yes!", "It is."],
        ["It grew …", "Then it fell."],
        ["“It was fine.”", "She left."],
        ["It was so (or nearly.)", "They agreed."],
        ["It ended.[12]", "Another began.[^a]", "“So it is.”"],
        ["It ended.¹²", "The next began."],
        ["It was good.", "£5 was spent.", "5 members came."],
        ["It ended. and then went on."],
        ["The file is plan.docx and the site is gov.uk."],
        ["No stop at all"],
    ],
)
def test_a_sentence_ends_at_a_stop_and_not_at_an_abbreviation(expected: list[str]) -> None:
    assert split(" ".join(expected)) == expected


@pytest.mark.parametrize("word", ["Cllr", "St", "Mr", "Mrs", "Dr", "No", "e.g", "i.e", "Rev", "approx"])
def test_the_language_knows_the_abbreviations_of_council_papers(word: str, language: Language) -> None:
    text = f"We heard {word}. Hale on it."

    assert split(text, frozenset(language.words("abbreviation"))) == [text]


def test_only_the_part_that_is_asked_for_is_split() -> None:
    text = "One. Two is here. Three."

    assert list(sentences(text, 5, 17, KNOWN)) == [(5, 17)]
    assert list(sentences(text, 5, 5, KNOWN)) == []


def test_what_never_ends_is_cut_at_a_blank() -> None:
    found = split("word " * 1000)

    assert len(found) > 2
    assert all(len(each) <= 1500 for each in found)
    assert " ".join(found).split() == ["word"] * 1000


def test_a_word_that_never_ends_is_cut_too() -> None:
    assert "".join(split("a" * 4000)) == "a" * 4000


@given(st.lists(st.sampled_from(["Word", "word", ".", "? ", "! ", " ", "  ", "\n", "A. ", "3. ", "”", "[1]"])))
def test_sentences_are_in_order_and_leave_out_nothing_but_blanks(parts: list[str]) -> None:
    text = "".join(parts)
    spans = list(sentences(text, 0, len(text), KNOWN))
    bounds = [bound for span in spans for bound in span]

    assert bounds == sorted(bounds)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
