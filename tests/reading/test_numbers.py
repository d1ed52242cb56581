"""Numbers given as grades: which numbers count, and which grade each stands for."""

from __future__ import annotations

import pytest

from tests.reading.conftest import Read

GIVEN = {
    "Ofsted inspected child protection in September 2012 and gave a grade of 3.": ("adequate", 3),
    "The annual performance assessment of November 2007 gave an overall grade of 3.": ("good", 3),
    "The 2007 annual performance assessment scored staying safe 2.": ("adequate", 2),
    "The joint area review of June 2007 gave social care services a 4.": ("outstanding", 4),
}
OTHER = [
    "Three pupils got a grade 3 in GCSE music; Ofsted inspected children's services in September 2012.",
    "Ofsted inspected child protection in September 2012 and made 3 recommendations on page 2.",
    "Of the social workers at the inspection of September 2012 two are on grade 3 and 13 on level 4 posts.",
    "Ofsted scored nothing: the inspection of September 2012 cost a 2 per cent share of the budget.",
    "In the inspection of June 2016 under the single inspection framework we got a 3.",
]


@pytest.mark.parametrize("text", GIVEN)
def test_a_number_is_the_grade_it_stood_for_in_its_framework(text: str, read: Read) -> None:
    (claim,) = read(text, dated="2013-01-10").claims

    assert (claim.label, claim.code) == GIVEN[text]


@pytest.mark.parametrize("text", OTHER)
def test_any_other_number_is_none(text: str, read: Read) -> None:
    assert [claim.code for claim in read(text, dated="2016-11-20").claims if claim.code is not None] == []


def test_a_number_with_its_label_beside_it_is_no_second_claim(read: Read) -> None:
    reading = read("Ofsted inspected child protection in September 2012 and gave a grade 3 (adequate).")

    assert [(claim.label, claim.code) for claim in reading.claims] == [("adequate", None)]


def test_a_number_that_two_scales_of_the_day_read_apart_is_left_alone(read: Read) -> None:
    reading = read("Ofsted's inspection of the council's services gave us a 3.", dated="2010-02-10")

    assert [claim for claim in reading.claims if claim.code is not None] == []
