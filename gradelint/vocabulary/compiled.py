"""Vocabularies and languages as JSON, kept by the sha256 of the YAML they were made from.

Parsing and checking the YAML takes seconds, reading the JSON milliseconds. A changed YAML has another
sha256, so that the two cannot drift apart; a form made for other nouns or by another version is passed over.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from gradelint import __version__
from gradelint.model import (
    Area,
    Basis,
    Equivalence,
    Framework,
    Grade,
    Group,
    Kind,
    Language,
    Period,
    Scale,
    Source,
    Vocabulary,
)

Value = TypeVar("Value", Vocabulary, Language)
SHIPPED = Path(__file__).parent.parent / "_compiled"
"""Where the build puts the compiled forms of what comes with gradelint."""

_NOUNS = (Vocabulary, Framework, Scale, Grade, Area, Equivalence, Source, Period, Language, Group)
_MADE_FOR = [__version__, *([noun.__name__, *noun._fields] for noun in _NOUNS)]
NOUNS = crc32(repr(_MADE_FOR).encode())
"""Changes when a noun gets another field, so that forms made for the old nouns are passed over."""


def kept(
    data: bytes, cache: Path | None, decode: Callable[[Any], Value], parse: Callable[[], Value], shipped: Path = SHIPPED
) -> Value:
    """What `data` holds: from the shipped form, the cache, or else parsed and put in the cache."""
    name = name_of(data)
    for folder in (shipped, cache):
        found = _read(folder / name, decode) if folder else None
        if found is not None:
            return found
    value = parse()
    if cache:
        with suppress(OSError):  # a cache that cannot be written costs time, nothing else
            write(value, cache, name)
    return value


def name_of(data: bytes) -> str:
    """The name of the compiled form of a YAML file's bytes."""
    from hashlib import sha256  # 3 ms that a start from the shelf does without

    return f"{sha256(data).hexdigest()}.json"


def write(value: Vocabulary | Language, folder: Path, name: str) -> None:
    """Put the compiled form into a folder, whole or not at all. Raises OSError."""
    put(encoded(value).encode(), folder, name)


def put(data: bytes, folder: Path, name: str) -> None:
    """Put a file into a folder, whole or not at all. Raises OSError."""
    from os import fdopen, replace
    from tempfile import mkstemp

    folder.mkdir(parents=True, exist_ok=True)
    handle, temporary = mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with fdopen(handle, "wb") as file:
            file.write(data)
        replace(temporary, folder / name)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def encoded(value: Vocabulary | Language) -> str:
    """A vocabulary or language as JSON: its fields in order, days as text."""
    return json.dumps({"made_for": _MADE_FOR, "value": value}, default=date.isoformat, separators=(",", ":"))


def _read(path: Path, decode: Callable[[Any], Value]) -> Value | None:
    try:
        held = json.loads(path.read_bytes())
        return decode(held["value"]) if held["made_for"] == _MADE_FOR else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # missing, cut short or another program's file
        return None


def language(row: list[Any]) -> Language:
    """The language a compiled form holds."""
    name, version, title, groups = row
    return Language(name, version, title, tuple(Group(kind, tuple(words), why, n) for kind, words, why, n in groups))


def vocabulary(row: list[Any]) -> Vocabulary:
    """The vocabulary a compiled form holds."""
    value = Vocabulary(*row)
    return value._replace(
        frameworks=tuple(map(_framework, value.frameworks)),
        equivalences=tuple(map(_equivalence, value.equivalences)),
        sources=tuple(Source(*each) for each in value.sources),
        inspectorate_aliases=tuple(value.inspectorate_aliases),
        cues=tuple(value.cues),
        subjects=tuple(value.subjects),
        notes=tuple(value.notes),
    )


def _framework(row: Any) -> Framework:
    value = Framework(*row)
    return value._replace(
        kind=Kind(value.kind),
        inspected=_period(value.inspected),
        inspectorates=tuple(value.inspectorates),
        aliases=tuple(value.aliases),
        areas=tuple(Area(name, title, tuple(aliases), role) for name, title, aliases, role in value.areas),
        scales=tuple(map(_scale, value.scales)),
        drafts=tuple(value.drafts),
        terms=tuple(value.terms),
        notes=tuple(value.notes),
        sources=tuple(value.sources),
        limits=tuple(value.limits),
    )


def _scale(row: Any) -> Scale:
    name, grades, direction, areas, span = row
    return Scale(name, tuple(map(_grade, grades)), direction, tuple(areas), _period(span) if span else None)


def _grade(row: Any) -> Grade:
    label, rank, code, definition, forms, sources = row
    return Grade(label, rank, code, definition, tuple(forms), tuple(sources))


def _equivalence(row: Any) -> Equivalence:
    value = Equivalence(*row)
    return value._replace(basis=Basis(value.basis), sources=tuple(value.sources))


def _period(row: Any) -> Period:
    first, last = row
    return Period(date.fromisoformat(first), date.fromisoformat(last))
