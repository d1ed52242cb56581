"""Bytes of a text file to its letters: a mark at the start decides, then UTF-8, then Windows-1252 with a notice."""

import codecs
import re
from typing import NamedTuple

from gradelint.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF", "name it .pdf"),
    (b"PK\x03\x04", "a Word or other zipped file", "name it .docx if it is a Word file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or other Office file", "save it as .docx"),
    (b"{\\rtf", "a rich text file", "save it as .docx"),
    (b"\x89PNG", "a picture", "give the text it shows"),
    (b"\xff\xd8\xff", "a picture", "give the text it shows"),
    (b"\x1f\x8b", "a compressed file", "unpack it first"),
)
_CONTROLS = bytes(sorted(set(range(32)) - set(b"\t\n\v\f\r\x1b")))
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SAVE_AS_UTF8 = "save it as UTF-8"


class Decoded(NamedTuple):
    """The letters of a text file, without the mark at its start, and what the user should know about them."""

    text: str
    notices: tuple[str, ...] = ()


def looks_like(data: bytes) -> tuple[str, str] | None:
    """What these bytes are if they are no text, and what to do about it."""
    return next(((what, remedy) for magic, what, remedy in _MAGIC if data.startswith(magic)), None)


def decode(data: bytes, path: str, declared: str = "") -> Decoded:
    """The text of the file; `declared` is the encoding it claims. Raises UnreadableError for what is not text."""
    if other := looks_like(data):
        raise UnreadableError(path, f"this looks like {other[0]}, not text", other[1])
    marked = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    decoded = _marked(data, path, *marked) if marked else _unmarked(data, path, declared)
    if "\0" in decoded.text:
        raise UnreadableError(path, "binary in a text file (a NUL letter)", "save it as plain text in UTF-8")
    if not decoded.text.isascii() and any(map(decoded.text.__contains__, _BIDI)):
        notice = "holds bidi control characters, which can make words look reordered"
        return Decoded(decoded.text, (*decoded.notices, notice))
    return decoded


def _marked(data: bytes, path: str, mark: bytes, name: str) -> Decoded:
    body = data[len(mark) :]
    try:
        return Decoded(body.decode(name))
    except UnicodeDecodeError:
        if name == "utf-8":
            return _damaged(body, path, "")
        raise UnreadableError(path, f"marked as {name.upper()} but damaged", _SAVE_AS_UTF8) from None


def _unmarked(data: bytes, path: str, declared: str) -> Decoded:
    if b"\0" in data:
        if _is_wide(data):
            raise UnreadableError(path, "looks like UTF-16 without a mark at its start", _SAVE_AS_UTF8)
        raise UnreadableError(path, "binary in a text file (NUL bytes)", "save it as plain text in UTF-8")
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _damaged(data, path, declared)


def _is_wide(data: bytes) -> bool:
    """Whether every second byte is mostly NUL, as in English text of two bytes a letter."""
    half = len(data) // 2
    even, odd = data[0::2].count(0), data[1::2].count(0)
    return max(even, odd) > 0.4 * half and min(even, odd) < 0.1 * half


def _damaged(data: bytes, path: str, declared: str) -> Decoded:
    """Not UTF-8 throughout: mostly UTF-8 with a few damaged letters, or an older encoding of one byte a letter."""
    if len(data) - len(data.translate(None, _CONTROLS)) > len(data) // 20:
        raise UnreadableError(path, "binary in a text file", "save it as plain text in UTF-8")
    mostly = data.decode("utf-8", "replace")
    damaged = mostly.count("\ufffd")
    if len(re.findall(r"[^\0-\x7f\ufffd]", mostly)) > damaged:
        return Decoded(mostly, (f"is not wholly UTF-8: {damaged} damaged letters were left out",))
    name = _single_byte(declared)
    shown = "Windows-1252" if name == "cp1252" else declared
    return Decoded(data.decode(name, "replace"), (f"is not UTF-8: read as {shown}",))


def _single_byte(declared: str) -> str:
    if re.fullmatch(r"(?i)(iso-?8859-(?:[2-9]|1[0-6])|(?:windows|cp)-?125[013-8])", declared):
        return declared
    return "cp1252"
