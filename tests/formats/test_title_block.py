"""A paper says on its face whose it is and when it was written."""

from __future__ import annotations

import pytest

from gradelint.formats.markdown import read
from gradelint.formats.paper_dates import date_in
from gradelint.model import Period

PAPERS = {
    "# Dunmarsh Borough Council\n\n## Report to Cabinet, 16 July 2013\n": ("Dunmarsh Borough Council", "2013-07-16"),
    "# Marlbridge Borough Council: briefing for members\n\n**Prepared for:** Commission\n**Date:** 20 April 2015\n": (
        "Marlbridge Borough Council",
        "2015-04-20",
    ),
    "# Report to the London Borough of Eastham Council\n\n12th March, 2014\n": (
        "London Borough of Eastham Council",
        "2014-03-12",
    ),
    "# Rotherham MBC\n\nMeeting of the Cabinet on 5 May 2014\n": ("Rotherham MBC", "2014-05-05"),
    "# Bath and Wells Council\n\nPublished March 2015\n": (
        "Bath and Wells Council",
        "2015-03",
    ),
    "# Full Council\n\nThe inspection of Rotherham Council in August 2012 found much.\n": ("", "None"),
    "# Ofsted inspection of 2 July 2012\n\nThe Arts Council was told.\n": ("", "None"),
    "# Findings\n\nText.\n\n© Dunmarsh. Prepared 17 March 2015\n": ("", "2015-03-17"),
}


@pytest.mark.parametrize(("text", "known"), PAPERS.items(), ids=map(ascii, PAPERS))
def test_authority_and_date_come_from_the_title_block(text: str, known: tuple[str, str]) -> None:
    document = read(text.encode(), "paper.md")
    assert (document.authority, str(document.date)) == known


def test_front_matter_comes_before_the_title_block() -> None:
    document = read(b"---\nauthority: Eastham\ndate: 2014\n---\n# Dunmarsh Council\n\n1 May 2015\n", "paper.md")
    assert (document.authority, document.date) == ("Eastham", Period.year(2014))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("on 3 Sept. 2014", "2014-09-03"),
        ("July 16, 2013", "2013-07-16"),
        ("16/07/2013", "2013-07-16"),
        ("2013-07-16", "2013-07-16"),
        ("in July 2013", "2013-07"),
        ("31 February 2013", "None"),
        ("May I say in 2013", "None"),
    ],
)
def test_dates_are_read_in_the_forms_papers_use(text: str, date: str) -> None:
    assert str(date_in(text)) == date
