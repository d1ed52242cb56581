"""Files to documents: each module here that names its `SUFFIXES` reads one format, found because it is there."""

from __future__ import annotations

import os
import re
from functools import cache
from importlib import import_module

from gradelint.errors import UnreadableError
from gradelint.model import Document

_SUFFIXES = re.compile(rb"^SUFFIXES = \(([^)]*)\)", re.MULTILINE)
_TOP = 4000
_WORDS = (".doc", ".dot", ".rtf", ".odt", ".ott", ".fodt", ".pages", ".wps", ".wpd", ".dotx", ".dotm")
_SHEETS = (".xls", ".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".ppt", ".pptx", ".odp", ".eml", ".msg")


@cache
def _modules() -> dict[str, str]:
    """The module that reads each suffix, told from the top of its source: importing all would slow every start.

    A format's own module has one word for a name; what it is split into has more.
    """
    found: dict[str, str] = {}
    for name in sorted(os.listdir(__path__[0])):
        if name.endswith(".py") and "_" not in name:
            with open(os.path.join(__path__[0], name), "rb", buffering=0) as file:
                declared = _SUFFIXES.search(file.read(_TOP))
            if declared:
                found |= dict.fromkeys(re.findall(r"\"(\.\w+)\"", declared[1].decode()), name[:-3])
    return found


def suffixes() -> frozenset[str]:
    """The suffixes of the files that can be read, lower case with the dot."""
    return frozenset(_modules())


def read(data: bytes, path: str) -> Document:
    """The document in `data`, by the suffix of `path`. Raises UnreadableError with the reason and a remedy."""
    suffix = os.path.splitext(path)[1].lower()
    module = _modules().get(suffix)
    if module is None:
        raise UnreadableError(path, *_unknown(suffix))
    _refuse_other_content(data, path, suffix)
    document: Document = import_module(f"{__name__}.{module}").read(data, path)
    return document


def _unknown(suffix: str) -> tuple[str, str]:
    if suffix in _WORDS:
        return f"{suffix} files are not read", "save it as .docx"
    if suffix in _SHEETS:
        return f"{suffix} files are not read", "save its text as .docx or .txt"
    named = f"unknown file type {suffix!r}" if suffix.strip(".") else "no file type in the name"
    return named, f"the types read are {', '.join(sorted(suffixes()))}"


def _refuse_other_content(data: bytes, path: str, suffix: str) -> None:
    """Say what a file looks like when it is not what its name says; text formats see to it as they decode."""
    starts = {".docx": (b"PK", b"\xd0\xcf\x11\xe0"), ".docm": (b"PK", b"\xd0\xcf\x11\xe0"), ".pdf": (b"%PDF",)}
    wanted = starts.get(suffix, ())
    if not wanted or not data.strip() or any(each in data[:1024] for each in wanted):
        return
    from gradelint.formats.decoding import decode, looks_like

    other = looks_like(data)
    if other is not None:
        raise UnreadableError(path, f"named {suffix}, but it looks like {other[0]}", other[1])
    try:
        decode(data, path)
    except UnreadableError:
        return
    raise UnreadableError(path, f"named {suffix}, but it looks like plain text", "name it .txt, .md or .html")
