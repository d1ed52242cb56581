"""What the tests of the reading share: one vocabulary, the language, and papers read with them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Protocol

import pytest

from gradelint.formats import read as read_document
from gradelint.model import Document, Language, Period, Vocabulary
from gradelint.model.reading import Reading
from gradelint.reading import Reader
from gradelint.reading.lexicon import Lexicon
from gradelint.reading.lines import Line, lines
from gradelint.reading.tokens import fold
from gradelint.register import parse
from gradelint.vocabulary import load

TODAY = Period.day(2012, 11, 20)
COLUMNS = "authority,framework,area,inspected,published,grade"
Lines = Callable[[str], "tuple[Line, ...]"]


class Read(Protocol):
    """Reads a Markdown paper of Harrowmere's, with these rows on its register."""

    def __call__(
        self, text: str, *, dated: str = "2012-11-20", authority: str = "Harrowmere", records: Iterable[str] = ()
    ) -> Reading: ...


@pytest.fixture(scope="session")
def children(cache: Path) -> Vocabulary:
    """The vocabulary of council children's services."""
    return load("ofsted-childrens-services", cache)


@pytest.fixture(scope="session")
def reader(children: Vocabulary, language: Language) -> Reader:
    """A reader of that vocabulary alone."""
    return Reader.of([children], language)


@pytest.fixture(scope="session")
def lexicon(reader: Reader) -> Lexicon:
    """Its index."""
    return reader.lexicon


@pytest.fixture(scope="session")
def lined(lexicon: Lexicon, language: Language) -> Lines:
    """Turns a Markdown paper of 20 November 2012 into its lines, every block of it."""
    abbreviations = frozenset(language.words("abbreviation"))

    def made(text: str) -> tuple[Line, ...]:
        document = paper(text)
        chosen = list(range(len(document.blocks)))
        return tuple(lines(document, fold(document.text), chosen, lexicon, TODAY, abbreviations))

    return made


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads a paper as `check` does."""

    def made(
        text: str, *, dated: str = "2012-11-20", authority: str = "Harrowmere", records: Iterable[str] = ()
    ) -> Reading:
        register = parse("\n".join([COLUMNS, *records, ""]).encode(), "register.csv")
        document = paper(text)._replace(authority=authority, date=Period.parse(dated) if dated else None)
        return reader._replace(register=register).read(document, date(2026, 11, 23))

    return made


def paper(text: str) -> Document:
    """A Markdown paper."""
    return read_document(text.encode(), "paper.md")
