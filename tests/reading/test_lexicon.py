"""The index: phrases found longest first, and the words that make a block worth reading."""

from __future__ import annotations

import marshal
from pathlib import Path

import pytest

from gradelint.model import Group, Language, Vocabulary
from gradelint.reading import lexicon as lexicon_module
from gradelint.reading.lexicon import Lexicon, build, freeze, thaw
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


def test_the_frozen_index_thaws_to_the_one_that_was_built(children: Vocabulary) -> None:
    lexicon = build([children], LANGUAGE)

    assert thaw(freeze(lexicon)) == lexicon


def test_an_index_made_by_other_code_is_not_opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    named = lexicon_module.filed_under("key")
    other = tmp_path / "lexicon.py"
    other.write_bytes(Path(lexicon_module.__file__).read_bytes() + b"\n")

    monkeypatch.setattr(lexicon_module, "__file__", str(other))

    assert named.startswith("key-")
    assert lexicon_module.filed_under("key") != named


@pytest.mark.parametrize("frozen", [b"", b"{}", freeze(build([], LANGUAGE))[:-1], marshal.dumps((1, 2))])
def test_bytes_that_are_no_frozen_index_are_refused(frozen: bytes) -> None:
    with pytest.raises((ValueError, EOFError, TypeError)):
        thaw(frozen)


def test_no_word_has_a_part_in_a_trigger_without_being_telling(children: Vocabulary) -> None:
    lexicon = build([children], LANGUAGE)
    single = lexicon.core.words | lexicon.context.words | lexicon.colour.words | lexicon.scene.words

    assert single < lexicon.telling
    assert {b"best", b"class"} <= lexicon.telling
