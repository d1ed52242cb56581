"""Numbers and shares as papers write them, with how far they may be off."""

from __future__ import annotations

import pytest

from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import counting
from gradelint.reading.quantities import Quantity, quantities
from tests.reading.conftest import Lines


def of(lined: Lines, lexicon: Lexicon, text: str) -> list[Quantity]:
    """The amounts of a sentence."""
    return quantities(counting(lined(text)[0], lexicon))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("81% of schools are good.", 0.81),
        ("eighty-one per cent of schools are good.", 0.81),
        ("nine in ten schools are good.", 0.9),
        ("four out of every five schools are good.", 0.8),
        ("two thirds of schools are good.", 2 / 3),
        ("three-quarters of schools are good.", 0.75),
        ("a quarter of schools are good.", 0.25),
        ("half of schools are good.", 0.5),
    ],
)
def test_a_share_is_read_in_figures_and_words(lined: Lines, lexicon: Lexicon, text: str, share: float) -> None:
    (found,) = of(lined, lexicon, text)

    assert found.amount.low < share < found.amount.high
    assert found.amount.high - found.amount.low <= 0.11


@pytest.mark.parametrize(
    ("text", "number", "base"),
    [
        ("Five of our six homes are good.", 5, 6),
        ("29 out of the 46 schools are good.", 29, 46),
        ("29/46 schools are good.", 29, 46),
        ("Forty-four schools are good.", 44, None),
        ("We have 1,204 childminders.", 1204, None),
    ],
)
def test_a_number_is_read_with_what_it_is_of(
    lined: Lines, lexicon: Lexicon, text: str, number: int, base: int | None
) -> None:
    (found,) = of(lined, lexicon, text)

    assert (found.amount.low, found.amount.base, found.amount.number) == (number, base, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("More than 80% of schools are good.", 0.795, 1.0),
        ("Fewer than half of schools are good.", 0.0, 0.505),
        ("Most schools are good.", 0.5001, 1.0),
        ("All schools are good.", 1.0, 1.0),
        ("No school is good.", 0.0, 0.0),
        ("Nearly all schools are good.", 0.8, 1.0),
    ],
)
def test_words_around_a_share_say_which_way_it_may_be_off(
    lined: Lines, lexicon: Lexicon, text: str, low: float, high: float
) -> None:
    (found,) = of(lined, lexicon, text)

    assert (found.amount.low, found.amount.high) == pytest.approx((low, high))


def test_all_but_two_says_how_many_are_missing(lined: Lines, lexicon: Lexicon) -> None:
    (found,) = of(lined, lexicon, "All but two of the homes are good.")

    assert found.amount.short == 2


@pytest.mark.parametrize(
    "text",
    [
        "In 2012 the school was good.",
        "Slide 4 shows it.",
        "It rose by 5 percentage points.",
        "The home was inspected on 3 May.",
        "The second half of term was good.",
        "The most recent judgement was good.",
    ],
)
def test_dates_places_and_measures_are_no_amounts(lined: Lines, lexicon: Lexicon, text: str) -> None:
    assert [each for each in of(lined, lexicon, text) if each.kind != "amount-most"] == []
