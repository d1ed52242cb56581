"""Tokens: words, numbers and marks with their places, and text folded letter for letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradelint.reading.tokens import Tokens, fold, tokenise


def words(text: str) -> tuple[str, ...]:
    """The words of a text as they are looked up."""
    return tokenise(fold(text), 0, len(text)).words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Council's plan", ("the", "council", "plan")),
        ("It isn’t good", ("it", "isn't", "good")),
        ("a high-quality service", ("a", "high", "quality", "service")),
        ("2012-13 or 9 - 18", ("2012", "-", "13", "or", "9", "-", "18")),
        ("80% of 3.5 on 10/08/2012", ("80%", "of", "3.5", "on", "10/08/2012")),
        ("‘good’, then (poor)", ("'", "good", "'", ",", "then", "(", "poor", ")")),
        ("help & protection", ("help", "and", "protection")),
        ("café\n\tÉCOLE", ("café", "école")),
        ("", ()),
        ("  \n ", ()),
    ],
)
def test_a_text_is_parted_into_words_numbers_and_marks(text: str, expected: tuple[str, ...]) -> None:
    assert words(text) == expected


def test_every_token_knows_its_place_in_the_whole_text() -> None:
    text = "No. The Council's plan is good."
    tokens = tokenise(fold(text), 4, len(text))

    assert [text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)] == [
        *("The", "Council's", "plan", "is", "good", "."),
    ]


def test_a_possessive_is_found_by_its_plain_word_and_still_known() -> None:
    tokens = tokenise("ofsted's view of ofsted", 0, 23)

    assert [tokens.possessive(index) for index in range(len(tokens.words))] == [True, False, False, False]


def test_tokens_are_found_by_position() -> None:
    tokens = tokenise("one two three", 0, 13)

    assert [tokens.index_at(position) for position in (0, 2, 3, 4, 12, 13)] == [0, 0, 1, 1, 2, 3]
    assert [tokens.within(*span) for span in ((0, 13), (1, 9), (4, 5), (9, 13))] == [
        *(range(3), range(1, 3), range(1, 2), range(3, 3)),
    ]


def test_an_empty_text_has_no_tokens() -> None:
    assert tokenise("", 0, 0) == Tokens((), (), ())


@given(st.text() | st.text("İIıßŉ’‘A"))
def test_folding_keeps_every_letter_in_its_place(text: str) -> None:
    folded = fold(text)

    assert len(folded) == len(text)
    assert fold(folded) == folded
    assert "’" not in folded


@given(st.text("ab'’-1.,:/% \n("))
def test_tokens_are_in_order_and_never_overlap(text: str) -> None:
    tokens = tokenise(fold(text), 0, len(text))
    bounds = [bound for pair in zip(tokens.starts, tokens.ends, strict=True) for bound in pair]

    assert bounds == sorted(bounds)
    assert all(start < end for start, end in zip(tokens.starts, tokens.ends, strict=True))
