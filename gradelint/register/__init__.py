"""Registers of inspection outcomes: those that come with gradelint, and the user's own tables."""

from __future__ import annotations

import os
from collections.abc import Sequence

from gradelint.errors import UnreadableError
from gradelint.model.register import Record, Register
from gradelint.register.editions import COLUMNS, Edition, edition, editions, opened
from gradelint.register.on_demand import OnDemand, latest_first
from gradelint.shipped import contents

__all__ = ["COLUMNS", "DEFAULT", "Edition", "available", "gather", "load", "merge", "parse"]

DEFAULT = "ofsted-la-childrens-services"


def available() -> tuple[Edition, ...]:
    """The registers that come with gradelint, by id, newest version first."""
    return editions()


def load(name: str = DEFAULT) -> Register:
    """The register that `name` stands for: a shipped one by `ID` or `ID@VERSION`, or a CSV file by its path.

    Raises UnknownError, UnreadableError or BadDataError.
    """
    return _from_file(name) if _is_path(name) else opened(edition(name))


def gather(names: Sequence[str]) -> Register:
    """The shipped register joined by those that the user names; one that names the shipped id replaces it."""
    chosen = [load(name) for name in names]
    if any(each.id == DEFAULT for each in chosen):
        return merge(chosen)
    return merge([load(), *chosen])


def parse(data: bytes, path: str, aliases: bytes | None = None) -> Register:
    """The register that the CSV file's bytes hold; `aliases` is a table of `name,ons_code,aliases,note`.

    Raises BadDataError with every fault, each naming its row and column.
    """
    from gradelint.register.parsing import register_from  # `check` with no register of the user's needs none of it

    return register_from(data, path, aliases)


def merge(registers: Sequence[Register]) -> Register:
    """One register with the records of all; names are as the first that knows them has them."""
    if len(registers) == 1:
        return registers[0]
    names: dict[str, str] = {}
    notes: dict[str, str] = {}
    for each in reversed(registers):
        names.update(each.names)
        notes.update(each.notes)
    places: dict[str, list[tuple[Register, str]]] = {}
    for each in registers:
        for key in each.records:
            places.setdefault(names.get(key, key), []).append((each, key))

    def records(key: str) -> tuple[Record, ...]:
        found: dict[tuple[object, ...], Record] = {}
        for register, own in places[key]:
            for record in register.records[own]:
                found.setdefault(_fact(record), record)
        return latest_first(found.values())

    return Register(
        " + ".join(each.id for each in registers),
        " + ".join(each.title for each in registers),
        max((each.as_at for each in registers), default=""),
        OnDemand(places, records),
        names,
        notes,
    )


def _fact(record: Record) -> tuple[object, ...]:
    return record.framework.casefold(), record.area.casefold(), record.inspected, record.grade


def _is_path(name: str) -> bool:
    return name.casefold().endswith((".csv", ".txt", ".tsv")) or "/" in name or "\\" in name or os.path.isfile(name)


def _from_file(file: str) -> Register:
    try:
        data = contents(file)
    except FileNotFoundError:
        remedy = "give the path of a CSV file, or an id that `gradelint register list` shows"
        raise UnreadableError(file, "no such file", remedy) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnreadableError(file, f"cannot be read ({reason})") from None
    return parse(data, file)
