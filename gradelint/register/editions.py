"""The registers that come with gradelint: which there are, and their rows as records when they are asked for."""

import json
from pathlib import Path
from typing import NamedTuple

from gradelint.errors import UnknownError
from gradelint.model.period import Period
from gradelint.model.register import Record, Register, authority_key
from gradelint.register.on_demand import OnDemand, latest_first
from gradelint.shipped import folder

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
    rows: Path
    names: Path

    @property
    def name(self) -> str:
        """The name by which a command pins it."""
        return f"{self.id}@{self.version}"


def editions() -> tuple[Edition, ...]:
    """Every shipped register in every version, by id, newest version first."""
    found = [_edition(path) for path in folder("registers").glob("*/*.json")]
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

    text = found.rows.read_text(encoding="utf-8")
    table = list(csv.reader(found.names.read_text(encoding="utf-8").splitlines()))[1:]
    authorities = {authority_key(name): (name, also, note) for name, _, also, note in table}

    names = dict(zip(authorities, authorities, strict=True))
    for key, (_, also, _) in authorities.items():
        names.update((authority_key(alias), key) for alias in also.split("|") if alias)

    def records(key: str) -> tuple[Record, ...]:
        return latest_first(_record(row, found.name) for row in csv.reader(_lines(text, authorities[key][0])))

    return Register(
        found.id,
        f"{found.title}, {found.version}",
        found.as_at,
        OnDemand(authorities, records),
        names,
        {key: note for key, (_, _, note) in authorities.items() if note},
    )


def _edition(path: Path) -> Edition:
    about = json.loads(path.read_text(encoding="utf-8"))
    return Edition(
        path.parent.name,
        path.stem,
        about["title"],
        about["as_at"],
        about["records"],
        about["authorities"],
        path.with_suffix(".csv"),
        path.with_name("authorities.csv"),
    )


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
