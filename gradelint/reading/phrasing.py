"""Remarks by their phrasing: words of certain groups that follow one another in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from gradelint.model.language import Phrasing
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_CLOSE = 3  # tokens that may stand between two words that follow one another
_PARTS = frozenset((";", ":"))  # marks that no way reaches across
_OPENS = "^ "
_FAR = 14  # and where the way says `..`


class Slot(NamedTuple):
    """One place of a way: the kinds of words that may stand there, and how far behind the place before it."""

    kinds: tuple[str, ...]
    reach: int


class Way(NamedTuple):
    """One way of a phrasing, its places in order; `opens` says that it begins the sentence."""

    kind: str
    slots: tuple[Slot, ...]
    unless: tuple[str, ...]
    opens: bool = False


class Phrased(NamedTuple):
    """A remark of `kind` at tokens `first` up to `end`; `core` are the words found, place by place."""

    kind: str
    first: int
    end: int
    core: tuple[Hit, ...]

    @property
    def label(self) -> str:
        """The grade word among them; empty when there is none."""
        return next((hit.value for hit in self.core if hit.kind == "grade"), "")


def phrased(line: Line, phrasings: tuple[Phrasing, ...]) -> Iterator[Phrased]:
    """The remarks of a line, one of each kind: where there are more, from where the first begins to the last's end."""
    by_opening = _by_opening(phrasings)
    ways = [way for kind in line.by_kind for way in by_opening.get(kind, ()) if _may_stand(line, way)]
    if not ways:  # nearly every line
        return
    found = {found for way in ways for found in _all(line, way)}
    for _, same in groupby(sorted(found, key=lambda each: (each.kind, each.first, each.end)), lambda each: each.kind):
        first, *others = same
        yield first._replace(
            end=max(each.end for each in (first, *others)),
            core=tuple(dict.fromkeys(hit for each in (first, *others) for hit in each.core)),
        )


def _may_stand(line: Line, way: Way) -> bool:
    """Whether the line has a word for every place of a way, in whatever order, and none that rules it out."""
    here = line.by_kind.keys()
    return not any(here.isdisjoint(slot.kinds) for slot in way.slots) and here.isdisjoint(way.unless)


def _all(line: Line, way: Way) -> Iterator[Phrased]:
    opening, *others = way.slots
    for hit in line.of(*opening.kinds):
        if way.opens and line.tokens.words[line.first].isalpha() and hit.first > line.first:
            return
        core = _onward(line, hit, others)
        if core is not None:
            yield Phrased(way.kind, hit.first, max(each.end for each in core), core)


def _onward(line: Line, opening: Hit, slots: Iterable[Slot]) -> tuple[Hit, ...] | None:
    core = [opening]
    for slot in slots:
        after = core[-1].end
        near = (hit for hit in line.of(*slot.kinds) if 0 <= hit.first - after <= slot.reach)
        found = next((hit for hit in near if _PARTS.isdisjoint(line.tokens.words[after : hit.first])), None)
        if found is None:
            return None
        core.append(found)
    return tuple(core)


@lru_cache(maxsize=4)
def _by_opening(phrasings: tuple[Phrasing, ...]) -> Mapping[str, Sequence[Way]]:
    """The ways by each kind of word that one can begin with."""
    found: dict[str, list[Way]] = {}
    for phrasing in phrasings:
        for text in phrasing.ways:
            way = Way(phrasing.kind, tuple(_slots(text.removeprefix(_OPENS))), phrasing.unless, text.startswith(_OPENS))
            for kind in way.slots[0].kinds:
                found.setdefault(kind, []).append(way)
    return found


def _slots(way: str) -> Iterator[Slot]:
    reach = _CLOSE
    for part in way.split():
        if part == "..":
            reach = _FAR
        else:
            yield Slot(tuple(part.split("|")), reach)
            reach = _CLOSE
