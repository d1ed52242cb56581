"""An item of a labelled set: a text, what is known of its paper, and what should be found in it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gradelint.model import Register, Span
from gradelint.register import parse

Data = Mapping[str, Any]
_COLUMNS = ("authority", "framework", "area", "inspected", "published", "grade")


class Label(NamedTuple):
    """One misstatement that should be found: the rule (or another of `rules`), on any of `places`."""

    rule: str
    quote: str
    rules: tuple[str, ...]
    places: tuple[Span, ...]


class Item(NamedTuple):
    """One labelled text. `allowed` is where findings are neither asked for nor wrong; `source` is where it was read."""

    id: str
    text: str
    source: str
    expected: tuple[Label, ...] = ()
    allowed: tuple[Span, ...] = ()
    authority: str = ""
    as_of: str = ""
    register: Register | None = None


def item(data: Data, source: str) -> Item:
    """The item that sound data hold. What framework the context names is an answer, so it is left out."""
    text, context = data["text"], data["context"]
    return Item(
        data["id"],
        text,
        source,
        tuple(_label(each, text) for each in data["expected"]),
        tuple(_place(each["quote"], text) for each in data.get("also") or ()),
        context.get("authority") or "",
        context.get("as_of") or "",
        history(context) if context.get("history") else None,
    )


def history(context: Data) -> Register:
    """The register that a context's history makes. Raises BadDataError, whose rows are counted from 2."""
    table = io.StringIO()
    csv.writer(table).writerows([_COLUMNS, *_rows(context["history"], context.get("authority") or "")])
    return parse(table.getvalue().encode(), "history.csv")


def _rows(given: Sequence[Data], authority: str) -> Iterator[tuple[str, ...]]:
    usual = {"authority": authority, "area": "overall"}
    for row in given:
        told = {**usual, "inspected": row.get("date"), **{name: value for name, value in row.items() if value}}
        yield tuple(str(told.get(name) or "") for name in _COLUMNS)


def _label(data: Data, text: str) -> Label:
    quotes, rules = (data["quote"], *(data.get("or") or ())), (data["type"], *(data.get("alt") or ()))
    return Label(data["type"], data["quote"], rules, tuple(_place(quote, text) for quote in quotes))


def _place(quote: str, text: str) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))
