"""`gradelint register`: the registers that come with gradelint, and what they have on record for an authority."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

import click

from gradelint.cli.options import format_option
from gradelint.cli.screen import one_line, wrapped
from gradelint.errors import UnknownError
from gradelint.model import Record, Register
from gradelint.register import available, gather

_UNGRADED = "not graded"


@click.group()
def command() -> None:
    """List registers of inspections, or show what is on record for an authority."""


@command.command("list")
@format_option("text", "json")
def list_(form: str) -> None:
    """List the registers that come with gradelint."""
    if form == "json":
        keys = ("id", "version", "title", "as_at", "records", "authorities")
        click.echo(json.dumps([{key: getattr(each, key) for key in keys} for each in available()], indent=2))
        return
    for each in available():
        counts = f"{each.records} judgements of {each.authorities} authorities"
        click.echo(one_line(f"{each.name}  as at {each.as_at}  {counts}  {each.title}"))


@command.command()
@click.argument("authority")
@click.option(
    "--register", "names", multiple=True, metavar="FILE|ID", help="A register to look in besides the shipped one."
)
@format_option("text", "json")
def show(authority: str, names: tuple[str, ...], form: str) -> None:
    """Show the inspections on record for AUTHORITY, latest first."""
    register = gather(names)
    key = register.key(authority)
    records = register.of(authority)
    note = register.notes.get(key, "")
    if not records and not note:
        raise UnknownError(f"authority on {register.id}", authority, _near(register, authority))
    if form == "json":
        click.echo(json.dumps(_data(register, authority, note, records), indent=2, ensure_ascii=False))
        return
    click.echo("\n".join(_lines(register, authority, note, records)))


def _near(register: Register, authority: str) -> tuple[str, ...]:
    from difflib import get_close_matches

    keys = get_close_matches(register.key(authority), register.names, n=5, cutoff=0.75)
    found = (register.of(key) for key in keys)
    return tuple(dict.fromkeys(records[0].authority for records in found if records))[:3]


def _lines(register: Register, authority: str, note: str, records: tuple[Record, ...]) -> Iterator[str]:
    yield one_line(records[0].authority if records else authority)
    if note:
        yield wrapped(note)
    yield wrapped(f"On record in {register.id}, as at {register.as_at}:" if records else f"Nothing in {register.id}.")
    width = max((len(each.area) for each in records), default=0)
    for _, group in groupby(records, key=_inspection):
        judgements = list(group)
        yield ""
        yield from _heading(judgements)
        for each in judgements:
            yield one_line(f"    {each.area:<{width}}  {each.grade or _UNGRADED}")


def _inspection(record: Record) -> tuple[object, ...]:
    return record.framework, record.inspected, record.published, record.url, record.register


def _heading(judgements: list[Record]) -> Iterator[str]:
    first = judgements[0]
    published = f", published {first.published.in_words()}" if first.published else ""
    yield one_line(f"{first.framework or 'Inspection'}, inspected {first.inspected.in_words()}{published}")
    for note in dict.fromkeys(each.note for each in judgements if each.note):
        yield wrapped(f"  {note}", "  ")
    yield one_line(f"  {first.url or first.register}")


def _data(register: Register, authority: str, note: str, records: tuple[Record, ...]) -> dict[str, Any]:
    return {
        "authority": records[0].authority if records else authority,
        "note": note,
        "register": register.id,
        "as_at": register.as_at,
        "records": [_record_data(each) for each in records],
    }


def _record_data(record: Record) -> dict[str, Any]:
    return {
        "framework": record.framework,
        "area": record.area,
        "inspected": str(record.inspected),
        "published": str(record.published) if record.published else None,
        "grade": record.grade,
        "url": record.url,
        "register": record.register,
        "note": record.note,
    }
