"""What makes a block worth a closer look: words of a few kinds, as few and as telling as will do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

SHORT_NAME = 3  # letters up to which a framework's name (CPI, SIF) may be short for something else
_CORE = ("grade", "praise-idiom", "blame-verdict", "top-grade", "ungraded-visit", "visit-name")
_CONTEXT = ("framework", "inspectorate", "inspecting", "ungraded-visit")
_SCENE = ("cue", "provider-noun", "unpublished", "last-seen", "feedback")
_REMARKED = (
    "arrival",
    "softener",
    "best",
    "watching",
    "over",
    "party",
    "no-worry",
)  # of these, only what no single word gives away
_COLOUR = (
    *("praise", "blame", "blame-adjective", "celebrate"),
    *("rank", "tells-more", "accident"),
    *("all-clear", "worry", "approving", "credit-word", "praise-telling"),
)


class Triggers(NamedTuple):
    """Words (in Latin-1) that make a block worth a closer look: one of `words`, or a key of `sets` and a whole set."""

    words: frozenset[bytes]
    sets: dict[bytes, tuple[frozenset[bytes], ...]]

    def fire(self, words: Set[bytes]) -> bool:
        """Whether a block of these words is worth it."""
        if not self.words.isdisjoint(words):
            return True
        if self.sets.keys().isdisjoint(words):  # most often; told in one call
            return False
        return any(word in self.sets and any(map(words.__ge__, self.sets[word])) for word in words)

    def all_words(self) -> Iterator[bytes]:
        """Every word that has a part in it, some more than once."""
        yield from self.words
        for first, rests in self.sets.items():
            yield from (first, *(word for rest in rests for word in rest))


Words = tuple[str, ...]


def triggering(
    by_kind: dict[str, set[Words]], closed: frozenset[str], common: Iterable[str], visits: Iterable[Words]
) -> list[Triggers]:
    """The triggers of grades, of inspections, of colour, of the scene, and of frameworks' own names.

    `common` are words that by themselves give nothing away, `visits` the names of what ends without a grade.
    """
    kinds = {**by_kind, "own-name": set(_own_names(by_kind)), "visit-name": set(visits)}
    kinds["remarked"] = {words for kind in _REMARKED for words in by_kind.get(kind, ()) if len(words) > 1}
    plain = closed.union(common)
    for kind in (*_CONTEXT, *_COLOUR, *_SCENE, "remarked", "own-name"):
        least = 1 if kind in _COLOUR else 2
        kinds[kind] = {words for words in kinds.get(kind, ()) if _gives_away(words, closed, plain, least)}
    groups = (_CORE, _CONTEXT, _COLOUR, (*_SCENE, "remarked"), ("own-name",))
    return [_triggers([kinds.get(kind, set()) for kind in group], closed) for group in groups]


def _gives_away(words: tuple[str, ...], closed: frozenset[str], common: frozenset[str], least: int) -> bool:
    """Whether a phrase can be told by its words: enough that are not closed, and one that is not common."""
    open_words = [word for word in words if word not in closed and word.isalpha()]
    enough = len(open_words) >= min(least, len(words)) or closed.isdisjoint(words)
    return enough and not common.issuperset(open_words)


def _own_names(by_kind: dict[str, set[tuple[str, ...]]]) -> Iterator[tuple[str, ...]]:
    """What frameworks alone are called; of a short name, which may mean something else, the name beside inspecting."""
    beside = [words for kind in ("inspecting", "inspectorate") for words in by_kind.get(kind, ())]
    for name in by_kind.get("framework", set()) - by_kind.get("common-name", set()):
        short = len(name) == 1 and len(name[0]) <= SHORT_NAME
        yield from ((*name, *words) for words in beside) if short else (name,)


def _triggers(phrases: Iterable[set[tuple[str, ...]]], closed: frozenset[str]) -> Triggers:
    single: set[bytes] = set()
    sets: dict[bytes, set[frozenset[bytes]]] = {}
    for words in (words for group in phrases for words in group):
        open_words = [word for word in words if word not in closed and word.isalpha()] or list(words)
        first, *rest = (word.encode("latin-1", "replace") for word in open_words)
        if rest:
            sets.setdefault(first, set()).add(frozenset(rest))
        else:
            single.add(first)
    return Triggers(frozenset(single), {first: tuple(rests) for first, rests in sets.items() if first not in single})
