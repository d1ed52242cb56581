"""The registers that come with gradelint: which there are, and their rows as records when they are asked for."""

import json
import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from gradelint.errors import UnknownError
from gradelint.model.period import Period
from gradelint.model.register import Record, Register, authority_key
from gradelint.register.on_demand import OnDemand, latest_first
from gradelint.shipped import contents, place

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = (
    *("authority", "ons_code", "framework", "area", "inspected_from", "inspected_to"),
    *("published", "grade", "url", "note"),
)


class Edition(NamedTuple):
    """One released version of a shipped register; `records` and `authorities` count what it holds."""

    id: str
    version: str
    title: str
    as_at: str
    records: int
    authorities: int
    file: str

    @property
    def name(self) -> str:
        """The name by which a command pins it."""
        return f"{self.id}@{self.version}"

    @property
    def rows(self) -> "Path":
        """The file of its records."""
        from pathlib import Path

        return Path(self.file)


def editions() -> tuple[Edition, ...]:
    """Every shipped register in every version, by id, newest version first."""
    registers = place("registers")
    folders = [os.path.join(registers, name) for name in sorted(os.listdir(registers))]
    files = [(each, name) for each in folders if os.path.isdir(each) for name in os.listdir(each)]
    found = [_edition(folder, name[:-5]) for folder, name in files if name.endswith(".json")]
    return tuple(sorted(sorted(found, key=lambda each: each.version, reverse=True), key=lambda each: each.id))


def edition(name: str) -> Edition:
    """The edition that `ID` (its newest) or `ID@VERSION` names. Raises UnknownError."""
    wanted, at, version = name.partition("@")
    known = editions()
    for each in known:
        if each.id == wanted and (not at or each.version == version):
            return each
    raise UnknownError("register", name, tuple(each.name for each in known))


def opened(found: Edition) -> Register:
    """An edition as a register; the records of an authority are read when it is asked for."""
    import csv

    known = os.path.join(os.path.dirname(found.file), "authorities.csv")
    table = list(csv.reader(_text(known).splitlines()))[1:]
    authorities = {authority_key(name): (name, also, note) for name, _, also, note in table}

    names = dict(zip(authorities, authorities, strict=True))
    for key, (_, also, _) in authorities.items():
        names.update((authority_key(alias), key) for alias in also.split("|") if alias)

    def records(key: str) -> tuple[Record, ...]:
        return latest_first(
            _record(row, found.name) for row in csv.reader(_lines(_text(found.file), authorities[key][0]))
        )

    return Register(
        found.id,
        f"{found.title}, {found.version}",
        found.as_at,
        OnDemand(authorities, records),
        names,
        {key: note for key, (_, _, note) in authorities.items() if note},
    )


def _edition(folder: str, version: str) -> Edition:
    about = json.loads(contents(os.path.join(folder, f"{version}.json")))
    return Edition(
        os.path.basename(folder),
        version,
        about["title"],
        about["as_at"],
        about["records"],
        about["authorities"],
        os.path.join(folder, f"{version}.csv"),
    )


@lru_cache(maxsize=2)
def _text(file: str) -> str:
    return contents(file).decode().replace("\r\n", "\n")


def _lines(text: str, authority: str) -> list[str]:
    """The lines of one authority; they stand together, because the file is sorted."""
    head = f'\n"{authority}",' if "," in authority else f"\n{authority},"
    start = text.find(head) + 1
    return text[start : text.index("\n", text.rindex(head) + 1)].splitlines() if start else []


def _record(row: list[str], register: str) -> Record:
    authority, _, framework, area, first, last, published, grade, url, note = row
    return Record(
        authority,
        framework,
        area,
        Period.parse(f"{first}/{last}" if last else first),
        Period.parse(published) if published else None,
        grade or None,
        url,
        register,
        note,
    )
