"""Which blocks are read closely: those about grades, and near them those about inspections; headings that praise."""

from __future__ import annotations

import pytest

from gradelint.reading.lexicon import Lexicon
from gradelint.reading.screening import worth_reading
from gradelint.reading.tokens import fold
from tests.reading.conftest import paper

GRADE = "The service was judged adequate."
INSPECTION = "Inspectors visited in July."
PRAISE = "It is a strong plan."
OTHER = "The hall was full."


@pytest.mark.parametrize(
    ("blocks", "chosen"),
    [
        ([GRADE], [0]),
        ([OTHER], []),
        ([INSPECTION, OTHER], []),
        ([PRAISE, OTHER], []),
        ([OTHER, GRADE, OTHER], [1]),
        ([INSPECTION, OTHER, GRADE, PRAISE], [0, 2, 3]),
        ([INSPECTION, OTHER, OTHER, GRADE], [3]),
        (["Inspectors visited. It is a strong service."], [0]),
        (["# A strong year", OTHER], [0]),
        (["# A year", OTHER], []),
        (["Families are in safe hands."], [0]),
        (["GRADED ‘ADEQUATE’"], [0]),
        ([], []),
    ],
)
def test_only_blocks_that_can_matter_are_read(blocks: list[str], chosen: list[int], lexicon: Lexicon) -> None:
    document = paper("\n\n".join(blocks))

    assert worth_reading(document, fold(document.text), lexicon) == chosen


def test_letters_that_latin_1_lacks_part_words_and_move_nothing(lexicon: Lexicon) -> None:
    document = paper(f"Łódź – 漢字 😀 {OTHER}\n\n“Adequate”—so said Ofsted’s team.")

    assert worth_reading(document, fold(document.text), lexicon) == [1]
