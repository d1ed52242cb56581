"""The reader as a whole: whose paper it is, what is on record, which grades are glossed, and that nothing is moved."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gradelint.model import Period
from tests.reading.conftest import Read

RECORDS = (
    "Harrowmere,CPI,overall,2012-07,2012-08,adequate",
    "Harrowmere,SIF,overall,2014-05,,inadequate",
    "Harrowmere,SIF,leadership,2014-05,,good",
    "Harrowmere,CRA,overall,2011-05,,",
    "Harrowmere,XYZ,overall,2011-06,,splendid",
    "Leeds,SIF,overall,2014-06,,good",
)
GRADE = "Ofsted judged children's services adequate in July 2012."


def outcomes(read: Read, text: str, dated: str = "2015-01-20", authority: str = "Harrowmere") -> list[tuple[str, ...]]:
    """What is on record for a paper: subject, framework, area, grade and place on its scale."""
    return [
        (
            each.subject,
            each.framework.code if each.framework else "",
            each.area,
            "whole" if each.whole else "part",
            each.standing.place if each.standing else "",
        )
        for each in read(text, dated=dated, authority=authority, records=RECORDS).outcomes
    ]


def test_what_is_on_record_is_joined_to_its_framework_and_its_place_on_the_scale(read: Read) -> None:
    found = outcomes(read, GRADE)

    assert set(found) == {
        ("harrowmere", "CPI", "overall effectiveness", "whole", "third of four"),
        ("harrowmere", "SIF", "overall effectiveness", "whole", "fourth of four"),
        ("harrowmere", "SIF", "leadership, management and governance", "part", "second of four"),
        ("harrowmere", "CRA", "overall", "whole", ""),
        ("harrowmere", "", "overall", "whole", ""),
    }
    assert len(found) == 5


def test_what_came_after_the_paper_is_not_on_record_for_it(read: Read) -> None:
    assert {code for _, code, *_ in outcomes(read, GRADE, dated="2013-01-01")} == {"CPI", "CRA", ""}
    assert len(outcomes(read, GRADE, dated="")) == 5


def test_other_authorities_are_looked_up_where_the_paper_gives_them_grades(read: Read) -> None:
    table = "| Council | SIF, 2014 |\n|---|---|\n| Leeds | Good |\n"

    assert {subject for subject, *_ in outcomes(read, table)} == {"harrowmere", "leeds"}


def test_a_paper_that_does_not_say_whose_it_is_is_of_the_authority_it_names_most(read: Read) -> None:
    text = f"A report for members in Leeds. It tells of Leeds. {GRADE}"

    assert {subject for subject, *_ in outcomes(read, text, authority="")} == {"leeds"}
    assert read(text, authority="").authority == ""


def test_without_records_nothing_is_on_record(read: Read) -> None:
    reading = read(GRADE)

    assert reading.outcomes == ()
    assert [claim.label for claim in reading.claims] == ["adequate"]


@pytest.mark.parametrize(
    ("text", "glossed"),
    [
        (GRADE, frozenset()),
        (f"{GRADE} Adequate was replaced by requires improvement.", frozenset({"adequate", "requires improvement"})),
        (
            f"{GRADE}\n\nThe grade ‘adequate’ would now read ‘requires improvement’.",
            frozenset({"adequate", "requires improvement"}),
        ),
    ],
)
def test_labels_whose_reading_the_paper_gives_are_glossed(text: str, glossed: frozenset[str], read: Read) -> None:
    assert read(text).glossed == glossed


def test_the_papers_date_and_authority_are_the_readings(read: Read) -> None:
    reading = read(GRADE, dated="2012-11")

    assert (reading.dated, reading.authority, reading.as_of.isoformat()) == (
        *(Period.month(2012, 11), "Harrowmere", "2026-11-23"),
    )


def test_sentences_have_their_words_and_blocks_and_the_rows_of_a_table_count_as_one(read: Read) -> None:
    table = "| CPI | Adequate |\n|---|---|\n| CPI | Adequate |\n| CPI | Good |\n"
    reading = read(f"{GRADE} Inspectors came.\n\n{table}\n{GRADE}\n")
    last = len(reading.sentences) - 1

    assert [reading.sentence_text(index) for index in (0, 1, last)] == [GRADE, "Inspectors came.", GRADE]
    assert (reading.apart(0, 1), reading.apart(0, 2), reading.apart(0, last)) == (0, 1, 2)
    assert reading.apart(last, 0) == 2


def test_only_the_claims_around_a_sentence_are_weighed_against_it(read: Read) -> None:
    reading = read("\n\n".join([GRADE] * 200))
    around = reading.around(100)

    assert len(reading.claims) == 200
    assert 20 <= len(around) <= 150
    assert {claim.sentence for claim in around} >= {99, 100, 101}


WORDS = st.sampled_from(
    ["Ofsted ", "judged ", "the ", "service ", "adequate ", "good ", "‘good’ ", "in ", "July 2012", ". ", "? ", "\n\n"]
    + ["strong ", "is ", "not ", "CPI ", "leadership ", "Leeds ", "| ", "| a | b |\n|---|---|\n", "# ", "and ", "[^1]"]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(WORDS, max_size=30).map("".join))
def test_whatever_a_paper_holds_every_claim_lies_in_its_sentence(read: Read, text: str) -> None:
    reading = read(text)

    for claim in reading.claims:
        block = reading.document.blocks[reading.block_of(claim.sentence)].span
        assert block.contains(claim.span)
        assert claim.span.contains(claim.word)
        assert set(claim.near) <= set(range(len(reading.claims)))
    for praise in reading.praise:
        assert reading.sentences[praise.sentence].span.contains(praise.span)
        assert praise.span.contains(praise.words)
    assert all(before.sentence <= after.sentence for before, after in pairwise(reading.claims))
