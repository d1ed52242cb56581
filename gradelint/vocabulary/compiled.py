"""Vocabularies and languages as JSON, kept by the sha256 of the YAML they were made from.

Parsing and checking the YAML takes seconds, reading the JSON milliseconds. A changed YAML has another
sha256, so that the two cannot drift apart; a form made for other nouns or by another version is passed over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import date
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
    Phrasing,
    Scale,
    Source,
    Vocabulary,
)
from gradelint.shipped import StrPath, contents

Value = TypeVar("Value", Vocabulary, Language)
SHIPPED = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "_compiled")
"""Where the build puts the compiled forms of what comes with gradelint."""

_NOUNS = (Vocabulary, Framework, Scale, Grade, Area, Equivalence, Source, Period, Language, Group, Phrasing)
_MADE_FOR = [__version__, *([noun.__name__, *noun._fields] for noun in _NOUNS)]
NOUNS = crc32(repr(_MADE_FOR).encode())
"""Changes when a noun gets another field, so that forms made for the old nouns are passed over."""


def kept(
    data: bytes,
    cache: StrPath | None,
    decode: Callable[[Any], Value],
    parse: Callable[[], Value],
    shipped: StrPath = SHIPPED,
) -> Value:
    """What `data` holds: from the shipped form, the cache, or else parsed and put in the cache."""
    name = name_of(data)
    for folder in (shipped, cache):
        found = _read(os.path.join(folder, name), decode) if folder else None
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


def write(value: Vocabulary | Language, folder: StrPath, name: str) -> None:
    """Put the compiled form into a folder, whole or not at all. Raises OSError."""
    put(encoded(value).encode(), folder, name)


def put(data: bytes, folder: StrPath, name: str) -> None:
    """Put a file into a folder, whole or not at all. Raises OSError."""
    from tempfile import mkstemp

    os.makedirs(folder, exist_ok=True)
    handle, temporary = mkstemp(dir=folder, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.replace(temporary, os.path.join(folder, name))
    except OSError:
        with suppress(FileNotFoundError):
            os.unlink(temporary)
        raise


def encoded(value: Vocabulary | Language) -> str:
    """A vocabulary or language as JSON: its fields in order, days as text."""
    return json.dumps({"made_for": _MADE_FOR, "value": value}, default=date.isoformat, separators=(",", ":"))


def _read(file: str, decode: Callable[[Any], Value]) -> Value | None:
    try:
        held = json.loads(contents(file))
        return decode(held["value"]) if held["made_for"] == _MADE_FOR else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):  # missing, cut short or another program's file
        return None


def language(row: list[Any]) -> Language:
    """The language a compiled form holds."""
    name, version, title, groups, phrasings = row
    return Language(
        name,
        version,
        title,
        tuple(Group(kind, tuple(words), why, n) for kind, words, why, n in groups),
        tuple(Phrasing(kind, tuple(ways), why, tuple(unless)) for kind, ways, why, unless in phrasings),
    )


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
