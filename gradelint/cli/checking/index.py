"""The index of words that count, kept beside the compiled vocabularies, since building it costs a start-up."""

from __future__ import annotations

import os
from contextlib import suppress

from gradelint.reading.lexicon import Lexicon, build, filed_under, freeze, thaw
from gradelint.shipped import StrPath, contents
from gradelint.vocabulary import compiled
from gradelint.vocabulary.shelf import Shelf


def index(shelf: Shelf, cache: StrPath | None, shipped: StrPath = compiled.SHIPPED) -> Lexicon:
    """The index of a shelf, from the shipped form or the cache, or else built and put in the cache."""
    name = filed_under(shelf.key)
    for folder in (shipped, cache):
        with suppress(OSError, ValueError, EOFError, TypeError):  # missing, cut short or another program's file
            if folder:
                return thaw(contents(os.path.join(folder, name)))
    built = build(tuple(shelf.vocabularies.values()), shelf.language)
    if cache:
        with suppress(OSError):
            compiled.put(freeze(built), cache, name)
    return built
