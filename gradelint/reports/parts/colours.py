"""Colours of a report at a screen: by what a thing is, or none at all."""

from __future__ import annotations

from collections.abc import Callable

Ink = Callable[[str, str], str]

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;36", "place": "1;34", "strong": "1", "faint": "2"}


def ink(colour: bool) -> Ink:
    """A function that paints a text as what it is (`error`, `place`, ...); it changes nothing without colours."""

    def painted(what: str, text: str) -> str:
        return f"\x1b[{_CODES[what]}m{text}\x1b[0m" if text else text

    return painted if colour else lambda what, text: str(text)
