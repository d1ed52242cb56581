"""Claims: what a sentence adds to the grade it gives."""

from __future__ import annotations

import pytest

from gradelint.model.reading import GradeClaim
from tests.reading.conftest import Read

FLAGS = ("current", "latest", "quoted", "overall", "moving", "glossing", "holding", "several", "every", "topic")


def flags(claim: GradeClaim) -> set[str]:
    """What is true of a claim beyond its grade."""
    return {name for name in FLAGS if getattr(claim, name)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ofsted judged children's services good in July 2012.", set()),
        ("Ofsted judged children's services ‘good’ in July 2012.", {"quoted"}),
        ("Ofsted judged children's services good overall in July 2012.", {"overall"}),
        ("Children's services are rated good by Ofsted.", {"current"}),
        ("Children's services were rated good by Ofsted.", set()),
        ("Ofsted's latest inspection judged children's services good.", {"current", "latest"}),
        ("Ofsted's rating of services moved from good in July 2012.", {"moving"}),
        ("Ofsted's judgement adequate (July 2012) is now called requires improvement.", {"current", "glossing"}),
        ("Ofsted came in July 2012, and services remain rated good.", {"current", "holding"}),
        ("Every one of our judgements by Ofsted was good in July 2012.", {"several", "every"}),
        ("Good is not what Ofsted gave the service in July 2012.", {"current", "topic"}),
    ],
)
def test_what_a_sentence_says_beside_the_grade_is_kept(text: str, expected: set[str], read: Read) -> None:
    assert flags(read(text).claims[0]) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ofsted judged the service to be adequate in July 2012.", "judged the service to be adequate"),
        ("In July 2012 the judgement was adequate.", "judgement was adequate"),
        ("Ofsted's overall effectiveness: adequate.", "overall effectiveness: adequate"),
        ("Ofsted gave us an adequate rating.", "gave us an adequate"),
    ],
)
def test_the_span_begins_at_the_word_that_grades(text: str, words: str, read: Read) -> None:
    reading = read(text)

    assert [reading.document.quote(claim.span) for claim in reading.claims] == [words]
    assert [reading.document.quote(claim.word) for claim in reading.claims] == ["adequate"]


@pytest.mark.parametrize(
    "text",
    [
        "Ofsted inspects; of our homes 12 were Good in July 2012.",
        "Of the councils that Ofsted inspected 80% were rated good or better.",
        "Inspectors noted that the council is performing well.",
    ],
)
def test_grades_that_are_counted_and_everyday_praise_are_no_claims(text: str, read: Read) -> None:
    assert read(text).claims == ()


def test_a_label_is_given_as_its_scale_prints_it(read: Read) -> None:
    claims = read("Ofsted judged us Adequate in July 2012.\n\nThe SIF judged us RI in 2014.", dated="2015").claims

    assert [claim.label for claim in claims] == ["adequate", "requires improvement"]


def test_a_grade_of_the_whole_stands_beside_the_area_named_before_it(read: Read) -> None:
    (claim,) = read("Ofsted's SIF of May 2014 on leadership and the rest: good overall.", dated="2015-01-20").claims

    assert (claim.area, claim.whole, claim.overall) == (None, True, True)


def test_a_grade_in_a_table_or_named_and_dated_in_a_line_is_tabular(read: Read) -> None:
    line, sentence = "CPI 02 Jul 12 10 Aug 12 Adequate Ofsted", "Ofsted judged us adequate in July 2012."
    text = f"{line}\n\n{sentence}\n\n| Name | Grade |\n|---|---|\n| CPI | Adequate |\n"

    assert [claim.tabular for claim in read(text).claims] == [True, False, True]
