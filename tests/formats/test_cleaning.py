"""What a reader sees as one word is one word."""

from __future__ import annotations

import pytest

from gradelint.formats.cleaning import Cleaned, clean
from gradelint.model import Piece

SEEN = {
    "plain words": "plain words",
    "requires\nimprovement": "requires improvement",
    "requires\r\n   improvement": "requires improvement",
    "requires \t \u00a0 improvement": "requires improvement",
    "requires\u3000improvement": "requires improvement",
    "  outer blanks \n": "outer blanks",
    "ade\u00adquate": "adequate",
    "ade\u200bquate": "adequate",
    "ad\u200ceq\u200duate": "adequate",
    "ade\ufe0fquate": "adequate",
    "\u2066adequate\u2069": "adequate",
    "adequate\U000e006e\U000e006f": "adequate",
    "was \u200b adequate": "was adequate",
    "was \x1b[8madequate\x1b[0m now\x1b]0;title\x07": "was adequate now",
    "out\ufb06anding": "outstanding",
    "\u017ftrong": "strong",
    "\uff41\uff44\uff45\uff51": "adeq",
    "\U0001d41a\U0001d41d\U0001d41e": "ade",
    "\u0430dequ\u0430te": "adequate",
    "str\u03bfng": "strong",
    "привет": "привет",
    "self\u2011assessment": "self-assessment",
    "‘adequate’ — £5, café": "‘adequate’ — £5, café",
    "a d e q u a t e": "a d e q u a t e",
    "requires_improvement": "requires_improvement",
    "4dequ4te": "4dequ4te",
    "adequate²": "adequate²",
}

WRAPPED = {
    "ade-\nquate": "adequate",
    "ade\u2010\n  quate": "adequate",
    "ade\u00ad\nquate": "adequate",
    "re-\nquires": "requires",
    "re-\nopened": "re-opened",
    "in-\nadequate": "inadequate",
    "Of-\nsted": "Ofsted",
    "part-\nnership": "partnership",
    "part-\ntime": "part-time",
    "well-\nknown": "well-known",
    "multi-\nagency": "multi-agency",
    "multi-\nple": "multiple",
    "second-\nary": "secondary",
    "up-to-\ndate": "up-to-date",
    "Ofsted-\nLed": "Ofsted-Led",
    "2012-\n13": "2012-13",
    "short-\nand long-term": "short- and long-term",
    "a dash -\nhere": "a dash - here",
    "a \x1b[1m-\n2012": "a - 2012",
    "reg\x1b[1m-\nular": "regular",
}


@pytest.mark.parametrize(("raw", "seen"), SEEN.items(), ids=map(ascii, SEEN))
def test_text_is_as_a_reader_sees_it(raw: str, seen: str) -> None:
    assert clean(raw).text == seen


@pytest.mark.parametrize(("raw", "seen"), WRAPPED.items(), ids=map(ascii, WRAPPED))
def test_a_word_wrapped_at_a_hyphen_is_joined_unless_the_hyphen_is_its_own(raw: str, seen: str) -> None:
    assert clean(raw).text == seen


def test_text_that_keeps_its_length_needs_no_pieces() -> None:
    assert clean("one\ntwo\u00a0three") == Cleaned("one two three")


def test_a_removed_letter_parts_two_pieces() -> None:
    assert clean(" ade\u00adquate") == Cleaned("adequate", (Piece(0, 1, 3), Piece(3, 5, 5)))


def test_a_ligature_lies_between_pieces_even_at_either_end() -> None:
    assert clean("\ufb01ne \ufb01") == Cleaned("fine fi", (Piece(0, 0, 0), Piece(2, 1, 3), Piece(7, 5, 0)))


@pytest.mark.parametrize("raw", ["", " ", "\n\t", "\u200b", " \u00ad "])
def test_nothing_is_left_of_what_cannot_be_seen(raw: str) -> None:
    assert clean(raw) == Cleaned("")
