"""Finds the vocabularies and languages that come with gradelint, by name and version."""

import re
from pathlib import Path
from typing import NamedTuple

from gradelint import shipped
from gradelint.errors import UnknownError

_VERSION = re.compile(r"\d{4}\.\d{2}(?:\.\d+)?\Z")
_LANGUAGES = "language"


class Edition(NamedTuple):
    """One released version of a vocabulary or language."""

    id: str
    version: str
    path: Path

    @property
    def name(self) -> str:
        """As it is pinned: `ofsted-childrens-services@2026.11`."""
        return f"{self.id}@{self.version}"


def available() -> tuple[Edition, ...]:
    """Every vocabulary that comes with gradelint, by id and then oldest first."""
    folders = (each for each in _folders(shipped.folder("vocabularies")) if each.name != _LANGUAGES)
    return tuple(edition for folder in folders for edition in _editions(folder))


def languages() -> tuple[Edition, ...]:
    """Every language that comes with gradelint."""
    folders = _folders(shipped.folder("vocabularies") / _LANGUAGES)
    return tuple(edition for folder in folders for edition in _editions(folder))


def named(name: str, kind: str, editions: tuple[Edition, ...]) -> Edition:
    """The edition called `ID@VERSION`, or the latest called `ID`. Raises UnknownError.

    A name is only ever compared with those on disk, so that none can lead out of their folder.
    """
    found = [each for each in editions if name in (each.id, each.name)]
    if not found:
        from gradelint.vocabulary.faults import near  # only a wrong name needs it

        known = {each.id for each in editions} | {each.name for each in editions}
        raise UnknownError(kind, name, near(name, sorted(known)))
    return max(found, key=lambda each: _order(each.version))


def _folders(folder: Path) -> list[Path]:
    return sorted(each for each in folder.iterdir() if each.is_dir()) if folder.is_dir() else []


def _editions(folder: Path) -> list[Edition]:
    files = [each for each in folder.glob("*.yaml") if _VERSION.match(each.stem)]
    return [Edition(folder.name, each.stem, each) for each in sorted(files, key=lambda each: _order(each.stem))]


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
