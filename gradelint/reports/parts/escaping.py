"""Text made fit for a screen: what could move the cursor, hide or turn words is shown as an escape."""

from __future__ import annotations

import re

_UNPRINTABLE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


def printable(text: str) -> str:
    """The text with control characters, direction marks and lone surrogates as `\\x1b`, `\\u202e`; lines stay."""
    return text if text.isprintable() else re.sub(_UNPRINTABLE, _escape, text)


def one_line(text: str) -> str:
    """The same for a text that must not break a line or a column."""
    return printable(text).replace("\n", "\\n").replace("\t", "\\t")


def _escape(found: re.Match[str]) -> str:
    number = ord(found.group())
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}"
