"""What a sentence does with the grade it names: puts it forward, or not."""

from __future__ import annotations

import pytest

from gradelint.model.standing import Stance
from tests.reading.conftest import Read

CLAIM = "The leader said that Ofsted had judged the service good in July 2012."


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Ofsted judged the service adequate in July 2012.", Stance.ASSERTED),
        ("It was rated no more than adequate by Ofsted.", Stance.ASSERTED),
        ("It was rated no better than adequate by Ofsted.", Stance.ASSERTED),
        ("It came as no surprise, and Ofsted judged the service adequate.", Stance.ASSERTED),
        ("Inspectors said that the service was judged adequate.", Stance.ASSERTED),
        (CLAIM, Stance.REPORTED),
        ("> Ofsted judged the service adequate in July 2012.", Stance.REPORTED),
        ("Ofsted did not judge the service adequate in July 2012.", Stance.NEGATED),
        ("No grade was given: Ofsted never judged it ‘good’.", Stance.NEGATED),
        ("Was the service judged adequate by Ofsted in July 2012?", Stance.QUESTION),
        ("“Was the service judged adequate by Ofsted?”", Stance.QUESTION),
        ("Members asked whether Ofsted had judged the service good.", Stance.QUESTION),
        ("We aim to be judged good by Ofsted in 2014.", Stance.TARGET),
        ("Our ambition is that Ofsted will rate the service good.", Stance.TARGET),
        ("If Ofsted rated the service good, we would be pleased.", Stance.HYPOTHETICAL),
        ("Had Ofsted judged the service good, the plan would stand.", Stance.HYPOTHETICAL),
        ("The claim that Ofsted rated us good is wrong.", Stance.REBUTTED),
        ("The grade ‘adequate’ is defined as meeting minimum requirements.", Stance.DEFINITION),
        ("The key: ‘good’ stands for the second grade.", Stance.DEFINITION),
        ("Ofsted's Good – a service of high quality.", Stance.DEFINITION),
    ],
)
def test_a_grade_is_put_forward_or_not(text: str, stance: Stance, read: Read) -> None:
    assert [claim.stance for claim in read(text).claims] == [stance]


@pytest.mark.parametrize(
    ("after", "stance"),
    [
        (" That is not correct.", Stance.REBUTTED),
        (" Members heard him. That is not correct.", Stance.REBUTTED),
        (" Members heard him. They sat down. That is not correct.", Stance.REPORTED),
        ("\n\nThat is not correct.", Stance.REPORTED),
        ("", Stance.REPORTED),
    ],
)
def test_a_claim_is_set_right_within_two_sentences_of_its_paragraph(after: str, stance: Stance, read: Read) -> None:
    assert [claim.stance for claim in read(CLAIM + after).claims] == [stance]


def test_only_what_is_asserted_or_reported_is_put_forward() -> None:
    assert [stance for stance in Stance if stance.put_forward] == [Stance.ASSERTED, Stance.REPORTED]


def test_who_speaks_is_kept_with_the_claim(read: Read) -> None:
    voices = [claim.voice for claim in read(f"{CLAIM}\n\nOfsted judged the service adequate in July 2012.").claims]

    assert voices == ["reported", "the paper's own"]


def test_praise_has_its_stance_too(read: Read) -> None:
    reading = read("Ofsted judged services adequate in July 2012. This is not a strong result. Is it a strong result?")

    assert [praise.stance for praise in reading.praise] == [Stance.NEGATED, Stance.QUESTION]
