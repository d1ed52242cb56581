"""The index: phrases found longest first, and the words that make a block worth reading."""

from __future__ import annotations

import pytest

from gradelint.model import Group, Language, Vocabulary
from gradelint.reading.lexicon import Lexicon, area_index, build
from gradelint.reading.tokens import fold, tokenise

LANGUAGE = Language(
    "test",
    "1",
    "Words of a test",
    (
        Group("praise", ("strong", "very strong", "best in class"), "why", 2),
        Group("praise-idiom", ("in safe hands", "safe"), "why", 1),
        Group("intensifier", ("very",), "why"),
        Group("inspecting", ("inspection",), "why"),
        Group("function", ("in", "of"), "why"),
        Group("abbreviation", ("cllr",), "why"),
    ),
)


def hits(lexicon: Lexicon, text: str) -> list[tuple[str, str, str]]:
    """What is found in a text: the kind, the words and the value."""
    folded = fold(text)
    tokens = tokenise(folded, 0, len(folded))
    return [(hit.kind, " ".join(tokens.words[hit.first : hit.end]), hit.value) for hit in lexicon.hits(tokens)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Very strong", [("praise", "very strong", "2"), ("intensifier", "very", "")]),
        ("strong very", [("praise", "strong", "2"), ("intensifier", "very", "")]),
        ("They are in safe hands.", [("praise-idiom", "in safe hands", "1")]),
        ("A best-in-class inspection", [("praise", "best in class", "2"), ("inspecting", "inspection", "")]),
        ("best in the class", []),
        ("Cllr of strongholds", []),
        ("", []),
    ],
)
def test_the_longest_phrase_of_each_kind_is_found(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert hits(build([], LANGUAGE), text) == expected


def test_a_vocabulary_gives_its_names_areas_cues_and_grades(children: Vocabulary) -> None:
    found = hits(build([children], LANGUAGE), "Ofsted's SIF judged leadership of children's services inadequate")

    assert ("inspectorate", "ofsted", "Ofsted") in found
    assert ("framework", "sif", f"{children.id}/sif") in found
    assert {kind for kind, words, _ in found if words == "leadership"} == {"area"}
    assert ("cue", "children services", children.id) in found
    assert ("grade", "inadequate", "inadequate") in found


@pytest.mark.parametrize(
    ("words", "fires"),
    [
        ({"the", "strong"}, (False, False, True)),
        ({"safe"}, (True, False, False)),
        ({"hands"}, (False, False, False)),
        ({"inspection", "was"}, (False, True, False)),
        ({"best"}, (False, False, False)),
        ({"best", "class"}, (False, False, True)),
        (set(), (False, False, False)),
    ],
)
def test_a_block_is_worth_reading_when_all_the_open_words_of_a_phrase_are_in_it(
    words: set[str], fires: tuple[bool, bool, bool]
) -> None:
    lexicon = build([], LANGUAGE)
    latin = {word.encode("latin-1") for word in words}

    assert (lexicon.core.fire(latin), lexicon.context.fire(latin), lexicon.colour.fire(latin)) == fires


def test_areas_are_found_by_every_name_in_their_own_framework(children: Vocabulary) -> None:
    areas = area_index([children])
    sif = children.framework("sif")
    assert sif is not None

    assert set(areas) == {f"{children.id}/{framework.id}" for framework in children.frameworks}
    for area in sif.areas:
        assert areas[f"{children.id}/sif"][fold(area.name)] == area
        assert all(fold(alias) in areas[f"{children.id}/sif"] for alias in area.aliases)
