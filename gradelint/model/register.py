"""A register: the inspection outcomes on record, by authority."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from gradelint.model.period import Period


class Record(NamedTuple):
    """One judgement of one inspection. `grade` is None when the inspection was not graded.

    `framework` is a framework's code or id as the vocabulary has it; `area` is an area id or name
    ("overall" for the whole). `inspected` and `published` are days, months or years.
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
    """Records by authority name as `key` folds it; `names` maps every known alias to that key."""

    id: str
    title: str
    as_at: str
    records: Mapping[str, tuple[Record, ...]]
    names: Mapping[str, str]

    def of(self, authority: str) -> tuple[Record, ...]:
        """The records of an authority, latest inspection first; empty when it is not on the register."""
        key = authority_key(authority)
        return self.records.get(self.names.get(key, key), ())


_TITLES = frozenset(
    ("the", "of", "city", "county", "borough", "district", "metropolitan", "royal", "london", "unitary")
    + ("council", "council's", "authority", "mbc", "bc", "cc", "dc", "lbc")
)


def authority_key(name: str) -> str:
    """An authority's name without the words that papers add or leave out ("Rotherham MBC": rotherham)."""
    words = name.casefold().replace("&", " and ").replace("’", "'").replace("-", " ").replace(",", " ").split()
    kept = [word for word in words if word not in _TITLES]
    return " ".join(kept or words)
