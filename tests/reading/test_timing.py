"""How claims stand in time: present or past, of which day, called old, final or not."""

from __future__ import annotations

import pytest

from gradelint.model.timing import Timing
from tests.reading.conftest import Read


def timing(read: Read, text: str) -> Timing:
    """The timing of the first claim of a paper."""
    return read(text, dated="2022-11-20").claims[0].timing


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("The Council is rated good by Ofsted (March 2016).", True),
        ("The Council holds a good grade from Ofsted, awarded in March 2016.", True),
        ("Current Ofsted judgement of the Council: Good (March 2016).", True),
        ("Ofsted rated GOOD 2016", True),
        ("The Council was rated good by Ofsted in March 2016.", False),
        ("Ofsted rated the Council good in March 2016, and it is proud.", False),
        ("In its latest inspection Ofsted graded the Council good (March 2016).", False),
    ],
)
def test_a_grade_is_put_as_present_by_its_verb_or_as_a_label(text: str, present: bool, read: Read) -> None:
    assert timing(read, text).present is present


@pytest.mark.parametrize(
    ("text", "since"),
    [
        ("The Council is rated good by Ofsted (March 2016).", "2016-03"),
        ("The Council is rated good by Ofsted. Date of last inspection: March 2016.", "2016-03"),
        ("The Council is rated good by Ofsted and is proud of its park, opened in March 2016.", ""),
    ],
)
def test_the_day_of_a_grade_is_one_of_inspecting(text: str, since: str, read: Read) -> None:
    assert str(timing(read, text).since or "") == since


def test_a_paper_may_call_a_grade_old(read: Read) -> None:
    assert timing(read, "The Council is rated good (March 2016). It has not been inspected since.").aged
    assert not timing(read, "The Council is rated good (March 2016).").aged


@pytest.mark.parametrize(
    ("text", "early"),
    [
        ("The Council has been judged good. The report has not yet been published.", True),
        ("At the feedback meeting Ofsted judged the Council to be good.", True),
        ("Ofsted judged the Council to be good. Its report was published today; oral feedback had been given.", False),
        ("The Council has been judged good. The improvement plan will be published in May.", False),
        ("The Council remains rated good. The draft report is here for a factual accuracy check.", False),
        ("Oral feedback from young people was kind. The Council is rated good by Ofsted.", False),
    ],
)
def test_a_result_is_early_where_its_own_report_is_still_to_come(text: str, early: bool, read: Read) -> None:
    assert (timing(read, text).early is not None) is early


def test_what_is_called_provisional_is_hedged(read: Read) -> None:
    assert timing(read, "Ofsted's oral verdict was that the Council is good. It is provisional.").hedged
    assert not timing(read, "Ofsted's oral verdict was that the Council is good.").hedged
