"""The shelf: the latest of every vocabulary that comes with gradelint and one language, quick to open.

Each vocabulary lies on it in its compiled form and is made into values when it is first asked for: a paper
speaks of one or two of some twenty. The shelf's key is a checksum over the YAML files, read at every start,
so that a changed file finds no old shelf.
"""

from __future__ import annotations

import json
import marshal
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple
from zlib import crc32

from gradelint import __version__
from gradelint.model import Language, Vocabulary
from gradelint.shipped import StrPath, contents
from gradelint.vocabulary import compiled, load, load_language
from gradelint.vocabulary.editions import Edition, available, languages, named

_FORMAT = 4  # of marshal; every Python since 3.4 reads it


class Shelf(NamedTuple):
    """Vocabularies by id, a language, and the `key` of exactly these files read by this version.

    `names` are those of the vocabularies as they are pinned.
    """

    key: str
    vocabularies: Mapping[str, Vocabulary]
    language: Language
    names: tuple[str, ...]


class OnDemand(Mapping[str, Vocabulary]):
    """Vocabularies by id, each decoded when it is first asked for."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._open: dict[str, Vocabulary] = {}

    def __getitem__(self, name: str) -> Vocabulary:
        if name not in self._open:
            self._open[name] = compiled.vocabulary(json.loads(self._texts[name])["value"])
        return self._open[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)


def opened(language: str, cache: StrPath | None, shipped: StrPath = compiled.SHIPPED) -> Shelf:
    """The shelf, from the shipped form or the cache, or else filled from the YAML and put in the cache."""
    editions = _latest(language)
    key, names = _key(editions), tuple(each.name for each in editions[:-1])
    for folder in (shipped, cache):
        found = _read(os.path.join(folder, f"{key}.shelf")) if folder else None
        if found is not None:
            return Shelf(key, OnDemand(found[0]), compiled.language(json.loads(found[1])["value"]), names)
    texts, words = _texts(editions, cache)
    if cache:
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            compiled.put(frozen(texts, words), cache, f"{key}.shelf")
    return Shelf(key, OnDemand(texts), compiled.language(json.loads(words)["value"]), names)


def fill(language: str, folder: StrPath) -> Shelf:
    """Put the shelf into a folder, as the build does, and open it. Raises OSError."""
    editions = _latest(language)
    texts, words = _texts(editions, folder)
    compiled.put(frozen(texts, words), folder, f"{_key(editions)}.shelf")
    return opened(language, folder, folder)


def frozen(texts: Mapping[str, str], words: str) -> bytes:
    """The shelf's file: the compiled form of each vocabulary by id, and that of the language."""
    return marshal.dumps((dict(texts), words), _FORMAT)


def _latest(language: str) -> tuple[Edition, ...]:
    """The latest edition of each vocabulary, and last the language."""
    newest = {each.id: each for each in available()}
    return (*newest.values(), named(language, "language", languages()))


def _key(editions: tuple[Edition, ...]) -> str:
    checksum, size = 0, 0
    for each in editions:
        data = contents(each.file)
        checksum, size = crc32(data, checksum), size + len(data)
    return f"{__version__}-{compiled.NOUNS:08x}-{checksum:08x}-{size:x}"


def _texts(editions: tuple[Edition, ...], cache: StrPath | None) -> tuple[dict[str, str], str]:
    *vocabularies, language = editions
    texts = {each.id: compiled.encoded(load(each.name, cache)) for each in vocabularies}
    return texts, compiled.encoded(load_language(language.name, cache))


def _read(file: str) -> tuple[dict[str, str], str] | None:
    try:
        texts, words = marshal.loads(contents(file))
    except (OSError, ValueError, EOFError, TypeError):  # missing, cut short or another program's file
        return None
    return texts, words
