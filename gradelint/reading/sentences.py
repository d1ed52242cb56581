"""Sentences of a block: a small rule over the words, linear in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A stop, any closing quotes or brackets, an optional note mark, then white space and what may begin a sentence.
# One letter of the stop comes first because a search looks ahead for a set of letters, and not for a repeated one.
_END = re.compile(r"[.!?…][.!?…]*+[\"'”’)\]]*(?:\[\^?\w{1,4}\]|[¹²³⁰-⁹]{1,3})?(?=\s+[\"'“‘(\[*]*[A-Z0-9£•])")
_LONGEST = 1500
_LONGEST_ABBREVIATION = 12
_LAST_WORD = re.compile(r"[\w.&'’]+\Z")


def sentences(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """`(start, end)` of each sentence of `text[start:end]`, without the white space between them.

    What never ends is cut at a blank after some 1,500 letters, so that work on a sentence stays bounded.
    """
    for first, last in _whole(text, start, end, abbreviations):
        while last - first > _LONGEST:
            cut = text.rfind(" ", first + 1, first + _LONGEST)
            cut = cut if cut > first else first + _LONGEST
            yield first, cut
            first = cut + 1 if text[cut] == " " else cut
        if first < last:
            yield first, last


def _whole(text: str, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() - begin < 2 or _abbreviates(text, begin, match, abbreviations):
            continue
        yield begin, match.end()
        begin = match.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        yield begin, end


def _abbreviates(text: str, begin: int, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    if text[stop.start()] != "." or stop.end() - stop.start() > 1:
        return False
    last = _last_word(text[max(begin, stop.start() - _LONGEST_ABBREVIATION) : stop.start()]).lower()
    if last in abbreviations or (len(last) == 1 and last.isalpha()):
        return True
    return last.isdecimal() and stop.start() - len(last) == begin


def _last_word(text: str) -> str:
    word = text.rpartition(" ")[2]
    if word.isalnum():  # nearly always
        return word
    found = _LAST_WORD.search(word)
    return found[0] if found else ""
