"""Remarks by their phrasing: words of certain groups that follow one another in a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from gradelint.model.language import Phrasing
from gradelint.reading.lexicon import Hit
from gradelint.reading.lines import Line

_CLOSE = 3  # tokens that may stand between two words that follow one another
_PARTS = frozenset((";", ":"))  # marks that no way reaches across
_OTHER = "other-matter"  # "on the right road" is about no road
_OPENS = "^ "
_FAR = 14  # and where the way says `..`


class Slot(NamedTuple):
    """One place of a way: the kinds of words that may stand there, and how far behind the place before it."""

    kinds: tuple[str, ...]
    reach: int


class Way(NamedTuple):
    """One way of a phrasing, its places in order; `opens` says that it begins the sentence.

    `needed` are the kinds of the places where words of one kind alone may stand, `choices` those of the others.
    """

    kind: str
    slots: tuple[Slot, ...]
    unless: tuple[str, ...]
    opens: bool
    needed: frozenset[str]
    choices: tuple[frozenset[str], ...]

    @classmethod
    def of(cls, phrasing: Phrasing, text: str) -> Way:
        """The way as the language file writes it."""
        slots = tuple(_slots(text.removeprefix(_OPENS)))
        needed = frozenset(slot.kinds[0] for slot in slots if len(slot.kinds) == 1)
        choices = tuple(frozenset(slot.kinds) for slot in slots if len(slot.kinds) > 1)
        return cls(phrasing.kind, slots, phrasing.unless, text.startswith(_OPENS), needed, choices)

    def may_stand(self, kinds: KeysView[str]) -> bool:
        """Whether there is a word for every place of the way, in whatever order."""
        return self.needed <= kinds and not any(map(kinds.isdisjoint, self.choices))


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


def phrased(line: Line, ways_by_key: Mapping[str, Sequence[Way]]) -> Iterator[Phrased]:
    """The remarks of a line, one of each kind: where there are more, from where the first begins to the last's end."""
    here = line.by_kind.keys()
    keys = here & ways_by_key.keys()
    ways = [way for kind in keys for way in ways_by_key[kind] if way.may_stand(here)]
    if not ways:  # nearly every line
        return
    found = {found for way in ways for found in _all(line, way) if not _barred(line, way, found)}
    for _, same in groupby(sorted(found, key=lambda each: (each.kind, each.first, each.end)), lambda each: each.kind):
        first, *others = same
        yield first._replace(
            end=max(each.end for each in (first, *others)),
            core=tuple(dict.fromkeys(hit for each in (first, *others) for hit in each.core)),
        )


def _barred(line: Line, way: Way, found: Phrased) -> bool:
    """Whether the line has words that rule the way out; a figure of speech may be its own other matter."""
    return any(
        hit.kind != _OTHER or all(hit.end <= own.first or own.end <= hit.first for own in found.core)
        for hit in line.of(*way.unless)
    )


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
        found = next((hit for hit in near if not _parted(line.tokens.words[after : hit.first])), None)
        if found is None:
            return None
        core.append(found)
    return tuple(core)


def _parted(between: tuple[str, ...]) -> bool:
    """Whether these words part what stands on either side: "the plan: complete", "the plan is 40% complete"."""
    return any(word in _PARTS or word[-1:] == "%" for word in between)


@lru_cache(maxsize=4)
def ways_by_key(phrasings: tuple[Phrasing, ...]) -> Mapping[str, Sequence[Way]]:
    """The ways by the kinds of one place: the place that most ways share, so that few kinds need be looked for."""
    ways = [Way.of(phrasing, text) for phrasing in phrasings for text in phrasing.ways]
    uses = Counter(kind for way in ways for slot in way.slots for kind in slot.kinds)
    found: dict[str, list[Way]] = {}
    for way in ways:
        for kind in max(way.slots, key=lambda slot: min(uses[kind] for kind in slot.kinds)).kinds:
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
