"""The vocabularies and languages that come with gradelint or are the user's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gradelint.errors import BadDataError, UnreadableError
from gradelint.model import Language, Vocabulary
from gradelint.shipped import StrPath, contents
from gradelint.vocabulary import compiled
from gradelint.vocabulary.editions import Edition, available, languages, named
from gradelint.vocabulary.example import Example

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Edition",
    "Example",
    "available",
    "compile_shipped",
    "examples",
    "languages",
    "load",
    "load_language",
    "parse",
    "parse_language",
]


def load(name: str, cache: StrPath | None) -> Vocabulary:
    """The vocabulary called `ID` (its latest version) or `ID@VERSION`, or that of a YAML file.

    Compiled forms are looked for and kept in `cache`, if there is one. Raises UnknownError,
    UnreadableError and BadDataError.
    """
    file = _file(name, "vocabulary", available)
    data = _bytes(file)
    return compiled.kept(data, cache, compiled.vocabulary, lambda: parse(data, file))


def load_language(name: str, cache: StrPath | None) -> Language:
    """The language called `ID` or `ID@VERSION`, or that of a YAML file; see `load`."""
    file = _file(name, "language", languages)
    data = _bytes(file)
    return compiled.kept(data, cache, compiled.language, lambda: parse_language(data, file))


def parse(data: bytes, path: str) -> Vocabulary:
    """The vocabulary of a YAML file's bytes. Raises BadDataError with every fault it has."""
    from gradelint.vocabulary import mapping

    return mapping.vocabulary(_sound(data, path, "vocabulary"))


def parse_language(data: bytes, path: str) -> Language:
    """The language of a YAML file's bytes. Raises BadDataError with every fault it has."""
    from gradelint.vocabulary import mapping

    return mapping.language(_sound(data, path, "language"))


def examples(data: bytes, path: str) -> tuple[Example, ...]:
    """The examples a vocabulary's file gives, in file order. Raises BadDataError."""
    from gradelint.vocabulary import mapping

    return mapping.examples(_sound(data, path, "vocabulary"))


def compile_shipped(folder: Path) -> None:
    """Fill a folder with the compiled forms of all that comes with gradelint, and of nothing else."""
    for old in folder.glob("*.*"):
        old.unlink()
    for edition in available():
        data = contents(edition.file)
        compiled.write(parse(data, edition.file), folder, compiled.name_of(data))
    for edition in languages():
        data = contents(edition.file)
        compiled.write(parse_language(data, edition.file), folder, compiled.name_of(data))


def _sound(data: bytes, path: str, kind: str) -> dict[str, Any]:
    from gradelint.vocabulary import checks, schema, strict_yaml
    from gradelint.vocabulary.faults import rendered

    tree, lines = strict_yaml.load(data, path)
    found = list(schema.faults(tree, kind)) or list(checks.faults(tree, kind))
    if found:
        raise BadDataError(path, rendered(found, lines))
    return tree


def _file(name: str, kind: str, editions: Callable[[], tuple[Edition, ...]]) -> str:
    if name.endswith((".yaml", ".yml")):
        return name
    return named(name, kind, editions()).file


def _bytes(file: str) -> bytes:
    try:
        return contents(file)
    except OSError as error:
        raise UnreadableError(file, error.strerror or "cannot be read", "check the name of the file") from None
    except ValueError:  # a name with a NUL in it
        raise UnreadableError(repr(file), "not the name of a file", "check the name of the file") from None
