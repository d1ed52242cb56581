"""A register: the inspection outcomes on record, by authority."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from gradelint.model.period import Period

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Record(NamedTuple):
    """One judgement of one inspection. `grade` is None when the inspection was not graded.

    `framework` is a framework's code or id as the vocabulary has it; `area` is an area id or name
    ("overall" for the whole). `inspected` and `published` are days, months, years or runs of days.
    `register` says which register the record comes from.
    """

    authority: str
    framework: str
    area: str
    inspected: Period
    published: Period | None
    grade: str | None
    url: str = ""
    register: str = ""
    note: str = ""


class Register(NamedTuple):
    """Records by authority name as `authority_key` folds it.

    `names` maps every known name and alias, folded, to the key of `records`. `notes` holds what there
    is to know of an authority itself ("abolished 2023-04-01").
    """

    id: str
    title: str
    as_at: str
    records: Mapping[str, tuple[Record, ...]]
    names: Mapping[str, str]
    notes: Mapping[str, str] = _NOTHING

    def key(self, authority: str) -> str:
        """The key of `records` that stands for an authority, whatever name a paper gives it."""
        key = authority_key(authority)
        return self.names.get(key, key)

    def of(self, authority: str) -> tuple[Record, ...]:
        """The records of an authority, latest inspection first; empty when it is not on the register."""
        return self.records.get(self.key(authority), ())


_TITLES = frozenset(
    ("the", "of", "city", "county", "borough", "district", "metropolitan", "royal", "london", "unitary")
    + ("council", "authority", "corporation", "mbc", "mdc", "bc", "cc", "dc", "lbc")
)
_RANKS = frozenset(("the", "of", "council", "authority", "corporation"))
_SIGNS = str.maketrans({"&": " and ", "’": "'", "-": " ", "‐": " ", "‑": " ", "–": " ", ",": " ", ".": " "})


def authority_key(name: str) -> str:
    """An authority's name without the words that papers add or leave out ("Rotherham MBC's": rotherham)."""
    words = [word.removesuffix("'s") for word in name.casefold().translate(_SIGNS).split()]
    kept = [word for word in words if word not in _TITLES]
    return " ".join(kept or [word for word in words if word not in _RANKS] or words)
