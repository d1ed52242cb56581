"""HTML to tags and text with their places, in one pass over the source.

An own pass, because the standard library's parser gives lines and columns only, differs between versions of
Python, and takes quadratic time on unclosed marks in most of them (CVE-2025-6069).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

_MARK = re.compile(r"<(?:(?P<comment>!--)|(?P<end>/)?(?P<name>[A-Za-z][^\s/>]*)|(?P<other>[!?/]))")
_TAG_REST = re.compile(r"(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')?+)*+>")
_ATTRIBUTE = re.compile(r"([^\s/>=\"']+)\s*+(?:=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s>\"']++)))?+")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_UNPARSED = frozenset(("script", "style", "iframe", "noembed", "noframes", "xmp"))


class Token(NamedTuple):
    """A run of text (`name` empty), or a tag; `start` and `end` are its place in the source."""

    start: int
    end: int
    name: str = ""
    closing: bool = False


class Run(NamedTuple):
    """Letters, the place in the source they stand at or for, and whether they stand there one for one."""

    letters: str
    start: int
    end: int
    exact: bool


class Attribute(NamedTuple):
    """The value of an attribute as it stands, and where."""

    text: str
    start: int


def tokens(source: str) -> Iterator[Token]:
    """Text and tags in order; comments, declarations and what browsers do not show as text are left out."""
    at, last_end = 0, source.rfind(">")
    while mark := _MARK.search(source, at):
        if mark.start() > at:
            yield Token(at, mark.start())
        name = (mark["name"] or "").lower()
        if mark["comment"]:
            found = source.find("-->", mark.end() - 2)
            at = found + 3 if found >= 0 else len(source)
            continue
        if mark.start() > last_end:
            return
        at = _end_of_tag(source, mark)
        if name:
            closing = mark["end"] is not None
            yield Token(mark.start(), at, name, closing)
            if name in _UNPARSED and not closing:
                at = _end_of_unparsed(source, name, at)
    if at < len(source):
        yield Token(at, len(source))


def _end_of_tag(source: str, mark: re.Match[str]) -> int:
    rest = _TAG_REST.match(source, mark.end()) if mark["name"] else None
    return rest.end() if rest else source.find(">", mark.end()) + 1


def _end_of_unparsed(source: str, name: str, at: int) -> int:
    closing = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return closing.start() if closing else len(source)


def attributes(source: str, token: Token) -> dict[str, Attribute]:
    """The attributes of a tag, the first of each name."""
    found: dict[str, Attribute] = {}
    for each in _ATTRIBUTE.finditer(source, token.start + 1 + len(token.name), token.end):
        group = next((number for number in (2, 3, 4) if each[number] is not None), 0)
        value = Attribute(each[group], each.start(group)) if group else Attribute("", each.end())
        found.setdefault(each[1].lower(), value)
    return found


def unreferenced(text: str, start: int) -> list[Run]:
    """The text in runs, with each character reference as the letters it names."""
    if "&" not in text:
        return [Run(text, start, start + len(text), True)]
    runs: list[Run] = []
    at = 0
    for reference in _REFERENCE.finditer(text):
        first, last = reference.span()
        letters = unescape(reference[0])
        if letters != reference[0]:
            if first > at:
                runs.append(Run(text[at:first], start + at, start + first, True))
            runs.append(Run(letters, start + first, start + last, False))
            at = last
    if at < len(text):
        runs.append(Run(text[at:], start + at, start + len(text), True))
    return runs
