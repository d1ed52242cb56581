"""Whatever is wrong with a vocabulary or language is named: the line, the place, the fault and the remedy."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from gradelint.errors import BadDataError
from gradelint.model import Language, Period
from gradelint.vocabulary import checks, parse, parse_language, schema
from gradelint.vocabulary.strict_yaml import load
from tests.vocabulary.small import SMALL, altered, faults

LANGUAGE = """id: en-GB
version: "2026.11"
title: A small language
groups:
  - {kind: praise, why: It praises., standing: 2, words: [strong, solid]}
  - {kind: praise, why: It praises more., standing: 1, words: [superb]}
"""


class Case(NamedTuple):
    """Changes to the small vocabulary and every fault that they must bring."""

    title: str
    changes: tuple[tuple[str, str], ...]
    faults: tuple[str, ...]


def cases() -> list[Case]:
    """The cases of the data file."""
    text = (Path(__file__).parent.parent / "data" / "vocabulary" / "faults.yaml").read_text(encoding="utf-8")
    found = [
        Case(each["title"], tuple((change["from"], change["to"]) for change in each["changes"]), tuple(each["faults"]))
        for each in yaml.safe_load(text)
    ]
    assert len(found) > 40
    return found


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_every_fault_is_named_with_its_line_and_remedy(case: Case) -> None:
    assert faults(*case.changes) == case.faults


def test_every_check_finds_the_fault_it_is_for() -> None:
    unfound = {check.__name__ for check in checks.VOCABULARY}
    for case in cases():
        tree = load(altered(*case.changes), "small.yaml").tree
        if not list(schema.faults(tree, "vocabulary")):
            unfound -= {check.__name__ for check in checks.VOCABULARY if list(check(tree))}

    assert unfound == set()


def test_the_small_vocabulary_is_sound() -> None:
    found = parse(SMALL.encode(), "small.yaml")

    assert [(each.code, each.family, each.aliases) for each in found.frameworks] == [
        ("WALK", "TOUR", ("walk round", "tour")),
        ("GLANCE", "", ()),
        ("ROUND", "TOUR", ("tour",)),
    ]
    assert found.frameworks[2].inspected == Period.parse("2006-02-01/9999-12-31")
    assert found.notes == ("A new round is planned.", "lush: A drinker elsewhere.")


def test_a_declared_overlap_is_no_fault() -> None:
    changed = SMALL.replace("to: 2005, note", "to: 2006-03, note").replace(
        "    family: TOUR\n    inspected", "    family: TOUR\n    overlaps: [walk]\n    inspected"
    )
    start, end = changed.index("gaps:"), changed.index("homonyms:")

    assert len(parse((changed[:start] + changed[end:]).encode(), "small.yaml").frameworks) == 3


def test_a_language_is_read_in_groups() -> None:
    found: Language = parse_language(LANGUAGE.encode(), "en.yaml")

    assert found.words("praise") == ("strong", "solid", "superb")
    assert [group.standing for group in found.groups] == [2, 1]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "standing: 1",
            "standing: 7",
            "line 6: groups[1].standing: 7 does not fit: 7 is greater than the maximum of 4",
        ),
        ("[superb]", "[Solid]", "line 6: groups[1].words[0]: 'Solid' stands in 'praise' already; keep one of the two"),
        ("id: en-GB", "id: english", "line 1: id: 'english' does not fit; write a language tag such as en-GB"),
    ],
)
def test_a_fault_of_a_language_is_named(old: str, new: str, expected: str) -> None:
    with pytest.raises(BadDataError) as caught:
        parse_language(LANGUAGE.replace(old, new).encode(), "en.yaml")

    assert [fault.split("; The rank")[0] for fault in caught.value.faults] == [expected]
