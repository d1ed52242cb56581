"""Which inspection a grade is of: by name, by date, by area, by what the paper spoke of before, or on record."""

from __future__ import annotations

from datetime import timedelta

import pytest

from gradelint.model import Period, Vocabulary
from gradelint.model.reading import GradeClaim, Inspection
from gradelint.reading.resolving import Scope, by_outcome, scopes, standing_of
from tests.reading.conftest import Lines, Read

Resolved = tuple[list[str], str]


def resolved(claim: GradeClaim) -> Resolved:
    """The codes of the frameworks that may be meant, and the period."""
    period = claim.inspection.period
    return [framework.code for framework in claim.inspection.frameworks], str(period) if period else ""


@pytest.mark.parametrize(
    ("text", "dated", "expected"),
    [
        ("The CPI judged services adequate.", "2012-11-20", (["CPI"], "")),
        ("The CPI of July 2012 judged services adequate.", "2012-11-20", (["CPI"], "2012-07")),
        (
            "The single inspection framework report of May 2014 graded us inadequate.",
            "2015-01-20",
            (["SIF"], "2014-05"),
        ),
        ("Ofsted's joint area review of 2008 graded services good.", "2012-11-20", (["JAR"], "2008")),
        ("Ofsted's ILACS inspection in June 2019 rated services good.", "2019-09-01", (["ILACS-2018"], "2019-06")),
        (
            "Ofsted's ILACS inspection in June 2026 rated children in care good.",
            "2026-09-01",
            (["ILACS-2026"], "2026-06"),
        ),
        ("The safeguarding children board was judged good by Ofsted in May 2014.", "2015-01-20", (["LSCB"], "2014-05")),
        (
            "A focused visit by Ofsted in October 2018 rated the front door good.",
            "2018-12-01",
            (["FOCUSED"], "2018-10"),
        ),
    ],
)
def test_a_framework_is_known_by_its_name_and_the_date_chooses_among_namesakes(
    text: str, dated: str, expected: Resolved, read: Read
) -> None:
    assert [resolved(claim) for claim in read(text, dated=dated).claims] == [expected]


@pytest.mark.parametrize(
    ("text", "dated", "expected"),
    [
        ("Ofsted judged child protection adequate in July 2012.", "2012-11-20", (["CPI"], "2012-07")),
        ("Ofsted judged safeguarding adequate in July 2010.", "2012-11-20", (["SLAC"], "2010-07")),
        ("Ofsted judged children's services inadequate in May 2014.", "2015-01-20", (["SIF"], "2014-05")),
        ("Ofsted judged children's services good in May 2022.", "2022-09-20", (["ILACS-2018"], "2022-05")),
        ("Ofsted judged children's services good in June.", "2022-09-20", (["ILACS-2018"], "2022-06")),
        ("Ofsted judged children's services good last month.", "2022-09-20", (["ILACS-2018"], "2022-08")),
    ],
)
def test_a_framework_that_is_not_named_is_known_by_the_date_and_the_area(
    text: str, dated: str, expected: Resolved, read: Read
) -> None:
    assert [resolved(claim) for claim in read(text, dated=dated).claims] == [expected]


def test_each_grade_of_a_sentence_has_its_own_date(read: Read) -> None:
    claims = read(
        "Ofsted judged services inadequate in May 2014; in June 2018 it judged them good.", dated="2019"
    ).claims

    assert [(claim.label, resolved(claim)[1]) for claim in claims] == [("inadequate", "2014-05"), ("good", "2018-06")]


def test_in_a_list_without_stops_each_day_stands_before_its_grade(read: Read) -> None:
    claims = read("May 2014 SIF: Inadequate\nJune 2018 ILACS: Good\nJuly 2019 new building", dated="2020").claims

    assert [(claim.label, resolved(claim)[1]) for claim in claims] == [("inadequate", "2014-05"), ("good", "2018-06")]


@pytest.mark.parametrize("between", [" ", " Members heard the chair. ", "\n\nMembers heard the chair.\n\n"])
def test_a_grade_without_a_date_is_of_the_inspection_last_spoken_of(between: str, read: Read) -> None:
    text = f"Ofsted inspected child protection in July 2012.{between}The overall judgement was adequate."
    (claim,) = read(text).claims

    assert resolved(claim)[1] == "2012-07"
    assert (claim.inspection.dated, claim.inspection.named) == (False, False)


def test_a_framework_named_again_is_the_inspection_last_dated_under_it(read: Read) -> None:
    _, again = read("The SIF of May 2014 judged us inadequate.\n\nThe SIF found leadership good.", dated="2015").claims

    assert resolved(again) == (["SIF"], "2014-05")
    assert (again.inspection.dated, again.inspection.named) == (False, True)


def test_a_date_by_which_something_is_due_is_no_inspections(read: Read) -> None:
    (claim,) = read("Ofsted judged services inadequate, and a plan is due by June 2015.", dated="2014-12-01").claims

    assert resolved(claim)[1] == ""


def test_the_register_says_which_framework_was_used_where_two_ran(read: Read) -> None:
    text = "Ofsted judged children's services adequate in July 2012."
    plain, recorded = read(text), read(text, records=["Harrowmere,SLAC,overall,2012-07,,adequate"])

    assert resolved(plain.claims[0])[0] == ["CPI", "SLAC"]
    assert resolved(recorded.claims[0])[0] == ["SLAC"]


@pytest.mark.parametrize(
    ("text", "areas"),
    [
        ("Ofsted's SIF of May 2014 judged leadership good and adoption outstanding.", ["leadership", "adoption"]),
        ("Ofsted's SIF of May 2014 gave good for leadership, management and governance.", ["leadership"]),
        ("Ofsted's SIF of May 2014 judged services good.", [""]),
        ("Ofsted's SIF of May 2014 judged leadership good; services were inadequate overall.", ["leadership", ""]),
    ],
)
def test_an_area_is_the_one_named_before_the_grade_or_tied_to_it_after(text: str, areas: list[str], read: Read) -> None:
    claims = read(text, dated="2015-01-20").claims

    assert [claim.area.id if claim.area else "" for claim in claims] == areas
    assert [claim.whole for claim in claims] == [not area for area in areas]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Ofsted judged children's services good in July 2012.", "harrowmere"),
        ("Ofsted judged children's services in Leeds good in July 2012.", "leeds"),
        ("Inspectors came to Leeds in July 2012. Ofsted judged its children's services good.", "leeds"),
        ("Leeds was judged good by Ofsted in July 2012.", "leeds"),
        ("Leeds has a plan.\n\nOfsted judged children's services good in July 2012.", "harrowmere"),
    ],
)
def test_a_sentence_that_names_nobody_speaks_of_whoever_its_paragraph_does(text: str, subject: str, read: Read) -> None:
    claims = read(text, records=["Leeds,CPI,overall,2012-07,,good"]).claims

    assert [claim.inspection.subject for claim in claims] == [subject]


def test_a_label_is_read_on_the_scale_of_its_own_framework(read: Read) -> None:
    text = "The CPI of July 2012 judged us adequate. The SIF of May 2014 judged us requires improvement and adequate."
    places = [claim.standing and claim.standing.place for claim in read(text, dated="2015-01-20").claims]

    assert places == ["third of four", "third of four", None]


def test_nothing_stands_on_a_scale_without_a_vocabulary(children: Vocabulary) -> None:
    cpi = children.framework("cpi")
    assert cpi is not None

    assert standing_of("adequate", Inspection()) is None
    assert standing_of("adequate", Inspection(vocabulary=children)) is None
    assert standing_of("no such grade", Inspection(vocabulary=children, frameworks=(cpi,))) is None


def test_a_label_that_one_framework_alone_has_names_it(children: Vocabulary) -> None:
    unnamed = Inspection(vocabulary=children, frameworks=children.frameworks)

    assert [each.id for each in by_outcome("requires improvement to be good", unnamed).frameworks] != []
    assert by_outcome("good", unnamed) == unnamed
    assert by_outcome("a label nobody has", unnamed) == unnamed
    assert by_outcome("a label nobody has", Inspection()) == Inspection()


@pytest.mark.parametrize(("days", "may"), [(-1, True), (0, True), (1, True), (150, True), (151, False)])
def test_a_report_may_come_out_some_months_after_the_last_inspection(
    days: int, may: bool, children: Vocabulary
) -> None:
    cpi = children.framework("cpi")
    assert cpi is not None
    day = cpi.inspected.last + timedelta(days)

    assert cpi.ran(Period(day, day)) is may


def test_no_report_comes_out_before_the_first_inspection(children: Vocabulary) -> None:
    cpi = children.framework("cpi")
    assert cpi is not None
    before = cpi.inspected.first - timedelta(1)

    assert not cpi.ran(Period(before, before))
    assert cpi.ran(cpi.inspected)


def test_a_grade_has_the_words_up_to_the_grades_beside_it(lined: Lines) -> None:
    (line,) = lined("judged good in 2012 and adequate in 2014")
    words = line.of("grade")

    assert scopes(line, words) == [Scope(0, 5), Scope(2, 8)]
    assert scopes(line, []) == []
