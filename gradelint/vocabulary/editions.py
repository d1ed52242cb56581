"""Finds the vocabularies and languages that come with gradelint, by name and version."""

import os
import re
from typing import TYPE_CHECKING, NamedTuple

from gradelint import shipped
from gradelint.errors import UnknownError

if TYPE_CHECKING:
    from pathlib import Path

_VERSION = re.compile(r"\d{4}\.\d{2}(?:\.\d+)?\Z")
_LANGUAGES = "language"


class Edition(NamedTuple):
    """One released version of a vocabulary or language."""

    id: str
    version: str
    file: str

    @property
    def name(self) -> str:
        """As it is pinned: `ofsted-childrens-services@2026.11`."""
        return f"{self.id}@{self.version}"

    @property
    def path(self) -> "Path":
        """Its file."""
        from pathlib import Path

        return Path(self.file)


def available() -> tuple[Edition, ...]:
    """Every vocabulary that comes with gradelint, by id and then oldest first."""
    place = shipped.place("vocabularies")
    return tuple(each for name in _inside(place) if name != _LANGUAGES for each in _editions(place, name))


def languages() -> tuple[Edition, ...]:
    """Every language that comes with gradelint."""
    place = os.path.join(shipped.place("vocabularies"), _LANGUAGES)
    return tuple(each for name in _inside(place) for each in _editions(place, name))


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


def _inside(folder: str) -> list[str]:
    """The names in a folder, in order; none where it is no folder."""
    try:
        return sorted(os.listdir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return []


def _editions(place: str, name: str) -> list[Edition]:
    folder = os.path.join(place, name)
    versions = [file[:-5] for file in _inside(folder) if file.endswith(".yaml") and _VERSION.match(file[:-5])]
    return [Edition(name, each, os.path.join(folder, f"{each}.yaml")) for each in sorted(versions, key=_order)]


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
