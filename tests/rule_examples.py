"""The examples in the rules' manuals: fenced papers, each with the words that its rule must flag."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from gradelint.model import Period, Register, Span
from gradelint.register import parse
from gradelint.rules import Rule

FENCE = re.compile(r"^```(flagged|clean)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"\[\[|\]\]")
COLUMNS = "authority,framework,area,inspected,grade"


class Example(NamedTuple):
    """A short paper; `marked` are the spans of its text that the rule must flag, none when `kind` is clean."""

    rule: str
    kind: str
    number: int
    text: str
    marked: tuple[Span, ...]
    authority: str
    date: Period
    register: Register

    def __str__(self) -> str:
        return f"{self.rule}: {self.kind} {self.number}"


def examples(rule: Rule) -> Iterator[Example]:
    """Every fence of a rule's manual, numbered from 1. A header with an unknown key or no date raises an error."""
    for number, (kind, body) in enumerate(FENCE.findall(rule.manual), 1):
        header, _, paper = body.partition("\n\n")
        given = [tuple(part.strip() for part in line.split(":", 1)) for line in header.splitlines()]
        facts = {key: value for key, value in given if key != "register"}
        rows = [value for key, value in given if key == "register"]
        text, marked = unmarked(paper)
        yield Example(
            rule=rule.name,
            kind=kind,
            number=number,
            text=text,
            marked=marked,
            authority=facts.pop("authority"),
            date=Period.parse(facts.pop("date")),
            register=_register(given[0][1], rows),
        )
        if facts:
            raise ValueError(f"{rule.name}, fence {number}: {sorted(facts)} stand for nothing in a header")


def unmarked(paper: str) -> tuple[str, tuple[Span, ...]]:
    """The paper without its `[[` and `]]`, and the spans that stood between them."""
    kept, places = [], []
    at = length = 0
    for mark in MARK.finditer(paper):
        kept.append(paper[at : mark.start()])
        length += len(kept[-1])
        places.append((mark.group(), length))
        at = mark.end()
    kept.append(paper[at:])
    if [mark for mark, _ in places] != ["[[", "]]"] * (len(places) // 2):
        raise ValueError(f"[[ and ]] must come in pairs: {paper!r}")
    starts, ends = places[::2], places[1::2]
    return "".join(kept), tuple(Span(start, end) for (_, start), (_, end) in zip(starts, ends, strict=True))


def _register(authority: str, rows: list[str]) -> Register:
    lines = [f"{authority},{','.join(part.strip() for part in row.split(','))}" for row in rows]
    return parse("\n".join([COLUMNS, *lines, ""]).encode(), "the manual's register")
