"""What praise leans on: the grades nearest to it, and none that stand too far away."""

from __future__ import annotations

import pytest

from gradelint.model.reading import Reading
from tests.reading.conftest import Read

GRADE = "Ofsted judged child protection adequate in July 2012."
OTHER = "Ofsted judged safeguarding inadequate in July 2010."
FILLER = "Ofsted will come again."


def leaned_on(reading: Reading) -> list[tuple[str, list[str]]]:
    """For each praise of a paper, its words and the labels it leans on, nearest first."""
    return [
        (reading.document.quote(each.words), [reading.claims[index].label for index in each.near])
        for each in reading.praise
    ]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (f"{GRADE} This is a strong result.", ["adequate"]),
        (f"This is a strong result. {GRADE}", ["adequate"]),
        (f"{OTHER} {GRADE} This is a strong result.", ["adequate", "inadequate"]),
        (f"{OTHER}\n\n{GRADE} This is a strong result.", ["adequate", "inadequate"]),
        (f"{GRADE}\n\nThis is a strong result.", ["adequate"]),
        (f"{GRADE}\n\n{FILLER}\n\nThis is a strong result.", ["adequate"]),
        (f"{GRADE}\n\n{FILLER}\n\n{FILLER}\n\n{FILLER}\n\nThis inspection gave a strong result.", []),
        (f"# Protection\n\n{GRADE}\n\n# Finance\n\nThe inspection had a strong result.", []),
        (f"# A strong result for the inspection\n\n{GRADE}", ["adequate"]),
        (f"# A strong result for the inspection\n\n## Protection\n\n{GRADE}", ["adequate"]),
        (f"# A strong result for the inspection\n\nText.\n\n# Protection\n\n{GRADE}", []),
    ],
)
def test_praise_leans_on_the_grades_near_it(text: str, labels: list[str], read: Read) -> None:
    ((_, found),) = leaned_on(read(text))

    assert found == labels


def test_praise_leans_on_the_note_it_refers_to_however_far_away(read: Read) -> None:
    filler = "\n\n".join([FILLER] * 6)
    text = f"The inspection brought a strong result.[^1]\n\n{filler}\n\n[^1]: {GRADE}\n"

    assert leaned_on(read(text)) == [("strong result", ["adequate"])]


def test_praise_of_a_service_does_not_reach_beyond_its_paragraph(read: Read) -> None:
    assert leaned_on(read(f"{GRADE}\n\nWe run a strong service.")) == [("strong service", [])]
    assert leaned_on(read(f"{GRADE} We run a strong service.")) == [("strong service", ["adequate"])]


def test_a_word_that_describes_leans_on_grades_and_not_on_itself(read: Read) -> None:
    reading = read(f"{GRADE} It is a good service.")

    assert [[reading.claims[index].label for index in claim.near] for claim in reading.claims] == [[], ["adequate"]]


def test_praise_knows_the_inspection_it_names_itself(read: Read) -> None:
    own, carried = read(
        f"Ofsted's inspection of July 2012 was a strong result.\n\n{OTHER} It is a strong result."
    ).praise

    assert (str(own.inspection.period), own.inspection.dated) == ("2012-07", True)
    assert (str(carried.inspection.period), carried.inspection.dated) == ("2010-07", False)


def test_praise_has_the_voice_of_its_sentence(read: Read) -> None:
    own, told = read(f"{GRADE} This is a strong result. The leader said that it is a strong result.").praise

    assert (own.voice, told.voice) == ("the paper's own", "quoted or reported, not corrected nearby")
